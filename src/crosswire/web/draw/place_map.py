"""Where things are told to be: points on a map with how uncertain they are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.web.draw.atlas import Scale
from crosswire.web.draw.window import KM_A_DEGREE, Window, around, land, world

COMPASS = {
    "north": 0,
    "northeast": 45,
    "east": 90,
    "southeast": 135,
    "south": 180,
    "southwest": 225,
    "west": 270,
    "northwest": 315,
}
REACH = 100.0  # km that "north of" a place is taken to reach beyond the place itself
SLICE = 22.5  # degrees to both sides of a direction
LINE = 15.0  # the height of a label
LETTER = 6.8  # the width of a letter of a label, on the average
DOT = 9.0  # half the width of a point
NICE = (10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to be drawn: degrees, kilometres of its extent, its name, how its fact stands and how it is placed."""

    lat: float
    lon: float
    km: float
    label: str
    standing: str
    relation: str = ""
    link: str = ""
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Drawn:
    """A spot on the page: the point, its extent, the slice of a direction, and where its label goes."""

    spot: Spot
    x: float
    y: float
    side: float
    up: float
    slice: str
    label_x: float
    label_y: float


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """A map: its size, the land as path data, the spots, a bar of `scale_km` that is `scale_px` long."""

    width: int
    height: int
    land: str
    spots: tuple[Drawn, ...]
    scale_km: int = 0
    scale_px: float = 0.0
    meridians: tuple[float, ...] = ()
    parallels: tuple[float, ...] = ()


def near_map(spots: Sequence[Spot], width: int = 760, height: int = 420, labelled: bool = True) -> PlaceMap | None:
    """The region of some spots; None without any. Room is sought for labels only where they are `labelled`."""
    if not spots:
        return None
    window = around(
        [(s.lat, s.lon, s.km + (REACH if _bearing(s.relation) is not None else 0)) for s in spots], width, height
    )
    km_px = window.height / ((window.north - window.south) * KM_A_DEGREE)
    bar = next((km for km in reversed(NICE) if km * km_px < width / 4), NICE[0])
    scale: Scale = "50m" if window.north - window.south < 60 else "110m"
    drawn = _drawn(spots, window, labelled)
    return PlaceMap(width, height, land(window, scale), drawn, bar, round(bar * km_px, 1))


def world_map(spots: Sequence[Spot], width: int = 960) -> PlaceMap:
    """The whole earth with spots, which have no labels; they may be none."""
    window = world(width)
    return PlaceMap(window.width, window.height, land(window, "110m"), _drawn(spots, window, labelled=False))


def _drawn(spots: Sequence[Spot], window: Window, labelled: bool) -> tuple[Drawn, ...]:
    points = [window.xy(spot.lat, spot.lon) for spot in spots]
    taken = [(x - DOT, y - DOT, x + DOT, y + DOT) for x, y in points]
    out = []
    for spot, (x, y) in zip(spots, points, strict=True):
        side, up = window.radii(spot.lat, spot.km)
        label_x, label_y = x, y
        if labelled:
            label_x, label_y, box = _label(spot.label, (x, y), taken, window)
            taken.append(box)
        out.append(Drawn(spot, x, y, side, up, _slice(spot, window, x, y), label_x, label_y))
    return tuple(out)


Box = tuple[float, float, float, float]


def _label(text: str, at: tuple[float, float], taken: Sequence[Box], window: Window) -> tuple[float, float, Box]:
    """Where a label goes: beside its point, in the picture, on no other label or point, as near as can be."""
    x, y = at
    long = len(text) * LETTER
    wanted = [(step, right) for step in (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5) for right in (True, False)]
    found: list[tuple[int, float, float, Box]] = []
    for order, (step, right) in enumerate(wanted):
        low = y + 4 + step * LINE
        start = min(max(2.0, x + 12 if right else x - 12 - long), max(2.0, window.width - long - 2))
        box = (start, low - LINE + 3, start + long, low + 3)
        covered = sum(_over(box, other) for other in taken) + (not LINE <= low <= window.height - 4) * 9
        found.append((covered * len(wanted) + order, start, low, box))
    _, start, low, box = min(found)
    return round(start, 1), round(low, 1), box


def _over(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _bearing(relation: str) -> int | None:
    """Degrees from north of "northeast of"; None for what names no direction."""
    return COMPASS.get(relation.partition(" ")[0].replace("-", "")) if relation.endswith(" of") else None


def _slice(spot: Spot, window: Window, x: float, y: float) -> str:
    bearing = _bearing(spot.relation)
    if bearing is None:
        return ""
    side, up = window.radii(spot.lat, spot.km + REACH)
    edges = [math.radians(bearing + turn) for turn in (-SLICE, SLICE)]
    (x1, y1), (x2, y2) = [(round(x + side * math.sin(a), 1), round(y - up * math.cos(a), 1)) for a in edges]
    return f"M{x} {y}L{x1} {y1}A{side} {up} 0 0 1 {x2} {y2}Z"
