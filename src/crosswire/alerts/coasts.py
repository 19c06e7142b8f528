"""Where countries are, and how far a point lies from their land.

Outlines are Natural Earth's at 1:10 million. A zone of 200 nautical miles is approximated by the nearest coast, as
states do where they have agreed on nothing else: about 93 % of points outside disputed waters fall to the right one.
Whoever tells of it says "approximately".
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from crosswire.alerts.earth import distance_km, flattened

GRID = 1000.0
NAUTICAL = 1.852  # km
TERRITORIAL_KM = 12 * NAUTICAL
ZONE_KM = 200 * NAUTICAL
EVEN = 0.1  # two coasts whose distances differ by less are not told apart: whose zone it is, is unknown
NOWHERE = "--"
POINTS = 200  # of a disc that are asked whose zone they lie in
GOLDEN = 2.39996  # the turn from each such point to the next, in radians
ROUGH = 0.02  # degrees
ROUGHER = 0.00005  # degrees a km of the disc


@dataclass(frozen=True, slots=True)
class Coasts:
    """The land of each country, and an index of all its polygons."""

    land: Mapping[str, BaseGeometry]
    polygons: tuple[BaseGeometry, ...]
    owners: tuple[str, ...]
    tree: shapely.STRtree

    def near(self, lat: float, lon: float, km: float) -> dict[str, float]:
        """Each country with land within `km` of a point, and the distance to it in km; nearest first."""
        found: dict[str, float] = {}
        for number in self._boxes(lat, lon, km):
            code, far = self.owners[number], distance_km(lat, lon, self.polygons[number])
            if code != NOWHERE and far <= km and far < found.get(code, km + 1):
                found[code] = far
        return dict(sorted(found.items(), key=lambda item: (item[1], item[0])))

    def zone_shares(self, lat: float, lon: float, km: float) -> dict[str, float]:
        """How much of the disc of `km` around a point is land or zone of each state: by points spread evenly over it.

        Outlines are simplified to 2 km, for the largest discs more, and measured on a plane: it tells shares, no
        borders.
        """
        rough = max(ROUGH, km * ROUGHER)
        steps = np.arange(POINTS)
        out, turn = km * 1000.0 * np.sqrt((steps + 0.5) / POINTS), steps * GOLDEN
        points = shapely.points(out * np.sin(turn), out * np.cos(turn))
        nearest, owners = np.full(POINTS, ZONE_KM), np.full(POINTS, NOWHERE)
        for number in self._boxes(lat, lon, km + ZONE_KM):
            shape = shapely.simplify(self.polygons[number], rough)
            far = shapely.distance(flattened(lat, lon, shape), points) / 1000.0
            nearer = far < nearest
            nearest, owners = np.where(nearer, far, nearest), np.where(nearer, self.owners[number], owners)
        codes, counts = np.unique(owners, return_counts=True)
        return {str(c): float(n) / POINTS for c, n in zip(codes, counts, strict=True) if c != NOWHERE}

    def _boxes(self, lat: float, lon: float, km: float) -> list[int]:
        high = km / 110.5
        wide = min(180.0, high / max(0.01, float(np.cos(np.radians(min(89.9, abs(lat) + high))))))
        boxes = [
            shapely.box(lon + turn - wide, lat - high, lon + turn + wide, lat + high) for turn in (-360.0, 0.0, 360.0)
        ]
        return sorted({int(i) for box in boxes for i in self.tree.query(box)})


@lru_cache(maxsize=1)
def load_coasts() -> Coasts:
    """The shipped outlines, read once a process; they never change."""
    packed = zlib.decompress((files("crosswire.alerts") / "data" / "countries.z").read_bytes())
    head, _, rest = packed.partition(b"\n")
    sizes: dict[str, list[list[int]]] = json.loads(head)
    points = _numbers(rest).reshape(-1, 2)
    land: dict[str, BaseGeometry] = {}
    polygons: list[BaseGeometry] = []
    owners: list[str] = []
    start = 0
    for code, shapes in sizes.items():
        own = []
        for rings in shapes:
            lines = list(_rings(points, start, rings))
            start += sum(rings)
            own.append(shapely.Polygon(lines[0], lines[1:]))
        land[code] = shapely.MultiPolygon(own)
        polygons += own
        owners += [code] * len(own)
    return Coasts(land, tuple(polygons), tuple(owners), shapely.STRtree(polygons))


def _rings(points: NDArray[np.int64], start: int, sizes: list[int]) -> Iterator[NDArray[np.float64]]:
    for size in sizes:
        yield np.cumsum(points[start : start + size], axis=0) / GRID
        start += size


def _numbers(packed: bytes) -> NDArray[np.int64]:
    """Zigzag varints, all at once."""
    raw = np.frombuffer(packed, dtype=np.uint8)
    ends = np.flatnonzero(raw < 0x80)
    starts = np.concatenate(([0], ends[:-1] + 1))
    place = np.arange(len(raw)) - np.repeat(starts, ends - starts + 1)
    bits = (raw & 0x7F).astype(np.int64) << (7 * place)
    folded = np.add.reduceat(bits, starts)
    return np.asarray((folded >> 1) ^ -(folded & 1), dtype=np.int64)
