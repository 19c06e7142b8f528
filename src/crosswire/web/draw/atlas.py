"""The countries of Natural Earth (world-atlas, TopoJSON) as shapes that can be cut to a window."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate, pairwise
from typing import Any, Literal

import shapely
import shapely.affinity
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

Scale = Literal["50m", "110m"]
SCALES: tuple[Scale, ...] = ("110m", "50m")
Ring = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Atlas:
    """The countries in degrees, west to east from -180 to 180, with an index by place."""

    shapes: tuple[BaseGeometry, ...]
    tree: shapely.STRtree

    def within(self, west: float, south: float, east: float, north: float) -> list[BaseGeometry]:
        """The countries cut to a window; one over the date line (east > 180 or west < -180) is whole."""
        out: list[BaseGeometry] = []
        for turn in (-360.0, 0.0, 360.0):
            left, right = west - turn, east - turn
            for at in self.tree.query(shapely.box(left, south, right, north)):
                cut = shapely.clip_by_rect(self.shapes[at], left, south, right, north)
                if not cut.is_empty:
                    out.append(shapely.affinity.translate(cut, turn))
        return out


@cache
def atlas(scale: Scale) -> Atlas:
    """The atlas of a scale, read once: 50m for a region, 110m for the world."""
    topology = json.loads((files("crosswire.web") / "data" / f"countries-{scale}.json").read_text(encoding="utf-8"))
    arcs = _arcs(topology)
    shapes = tuple(
        shapely.make_valid(MultiPolygon([_polygon(rings, arcs) for rings in _polygons(country)]))
        for country in topology["objects"]["countries"]["geometries"]
        if country.get("arcs")
    )
    return Atlas(shapes, shapely.STRtree(shapes))


def _arcs(topology: dict[str, Any]) -> list[Ring]:
    """The arcs in degrees: stored as differences of whole numbers, to be added up, scaled and moved."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    out = []
    for arc in topology["arcs"]:
        xs = accumulate(step[0] for step in arc)
        ys = accumulate(step[1] for step in arc)
        out.append([(x * kx + dx, y * ky + dy) for x, y in zip(xs, ys, strict=True)])
    return out


def _polygons(country: dict[str, Any]) -> list[list[list[int]]]:
    found: list[Any] = country["arcs"]
    return found if country["type"] == "MultiPolygon" else [found]


def _polygon(rings: list[list[int]], arcs: list[Ring]) -> Polygon:
    outer, *holes = [_ring(ring, arcs) for ring in rings]
    return Polygon(outer, holes)


def _ring(numbers: list[int], arcs: list[Ring]) -> Ring:
    """Arcs joined end to end; a negative number is the arc of its complement backwards."""
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return _unbroken(ring)


def _unbroken(ring: Ring) -> Ring:
    """A ring over the date line, whose longitudes jump from 180 to -180, carried on beyond 180."""
    turn, out = 0.0, ring[:1]
    for (before, _), (lon, lat) in pairwise(ring):
        if abs(lon - before) > 180:
            turn += math.copysign(360.0, before - lon)
        out.append((lon + turn, lat))
    return out if out[0] == out[-1] else ring
