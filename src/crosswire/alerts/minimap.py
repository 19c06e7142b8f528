"""A small map of an event and the area of a watch, as SVG: coasts, the area, the point, its extent."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from crosswire.alerts.coasts import load_coasts

WIDE, HIGH = 480, 260
Box = tuple[float, float, float, float]
LEAST_SPAN = 6.0  # degrees of longitude that a map shows at least


def minimap(where: Mapping[str, Any] | None, area: Mapping[str, Any], others: Sequence[Mapping[str, Any]] = ()) -> str:
    """The SVG, empty where no position is known; `others` are where it came down, or was felt."""
    if where is None or where.get("lat") is None or where.get("lon") is None:
        return ""
    spots = [s for s in (where, *others) if s.get("lat") is not None and s.get("lon") is not None]
    lon = float(where["lon"])
    shape = _shape(area, lon)
    box = _window([(float(s["lat"]), _near(float(s["lon"]), lon)) for s in spots], shape)
    land = "".join(f'<path d="{_path(p, box)}"/>' for p in _land(box))
    told = "" if shape is None else f'<path class="area" d="{_path(shape, box)}"/>'
    drawn = "".join(_spot(s, lon, box) for s in spots)
    name = str(where.get("name") or "the event").replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    size = f'width="{WIDE}" height="{HIGH}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {WIDE} {HIGH}" role="img" '
        f'aria-label="Map: {name}"><rect {size} fill="#e8eef3"/>'
        f'<g fill="#fbfaf6" stroke="#9aa5ad" stroke-width=".6">{land}</g>'
        f'<g fill="#2b6cb0" fill-opacity=".15" stroke="#2b6cb0" fill-rule="evenodd">{told}</g>{drawn}</svg>'
    )


def _spot(spot: Mapping[str, Any], lon: float, box: Box) -> str:
    """A point and how far from it the thing may have been."""
    x, y = _at(_near(float(spot["lon"]), lon), float(spot["lat"]), box)
    radius = max(4.0, (spot.get("radius_km") or 0.0) / 111.0 / (box[3] - box[1]) * HIGH)
    disc = f'<circle cx="{x:.1f}" cy="{y:.1f}" fill="#b3261e"'
    return f'{disc} r="{min(radius, 200):.1f}" fill-opacity=".15" stroke="#b3261e"/>{disc} r="3"/>'


def _near(lon: float, other: float) -> float:
    """A longitude on the turn of the earth that is nearest to another."""
    return other + (lon - other + 180.0) % 360.0 - 180.0


def _shape(area: Mapping[str, Any], lon: float) -> BaseGeometry | None:
    if not area.get("type"):
        return None
    shape = shapely.from_geojson(json.dumps(area))
    west, _, east, _ = shape.bounds
    turn = next((t for t in (-360.0, 0.0, 360.0) if west - 180 <= lon + t <= east + 180), 0.0)
    return _moved(shape, turn)


def _moved(shape: BaseGeometry, turn: float) -> BaseGeometry:
    """A shape on another turn of the earth."""
    return shapely.transform(shape, lambda points: points - np.array([turn, 0.0]))


def _window(points: Sequence[tuple[float, float]], shape: BaseGeometry | None) -> Box:
    """The part of the earth that is shown: the points, and the area where it is no world away."""
    lats, lons = [lat for lat, _ in points], [lon for _, lon in points]
    west, south = min(lons) - LEAST_SPAN / 2, min(lats) - 1.0
    east, north = max(lons) + LEAST_SPAN / 2, max(lats) + 1.0
    if shape is not None and not shape.is_empty and shape.bounds[2] - shape.bounds[0] < 60:
        west, south = min(west, shape.bounds[0] - 0.5), min(south, shape.bounds[1] - 0.5)
        east, north = max(east, shape.bounds[2] + 0.5), max(north, shape.bounds[3] + 0.5)
    squeeze = max(0.2, math.cos(math.radians((south + north) / 2)))
    wide = max(east - west, (north - south) / squeeze * WIDE / HIGH)
    high = wide * squeeze * HIGH / WIDE
    x, y = (west + east) / 2, (south + north) / 2
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2


def _land(box: Box) -> Iterator[BaseGeometry]:
    coasts = load_coasts()
    for turn in (-360.0, 0.0, 360.0):
        window = shapely.box(box[0] + turn, box[1], box[2] + turn, box[3])
        for number in coasts.tree.query(window):
            part = shapely.clip_by_rect(coasts.polygons[int(number)], *window.bounds)
            part = shapely.simplify(part, (box[2] - box[0]) / WIDE)
            if not part.is_empty:
                yield _moved(part, turn)


def _path(shape: BaseGeometry, box: Box) -> str:
    """The rings and lines of a shape as an SVG path."""
    lines = []
    for part in shapely.get_parts(shapely.boundary(shape) if shape.area else shape):
        points = [_at(x, y, box) for x, y in shapely.get_coordinates(part)]
        if len(points) > 1:
            lines.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + ("Z" if shape.area else ""))
    return "".join(lines)


def _at(lon: float, lat: float, box: Box) -> tuple[float, float]:
    return (lon - box[0]) / (box[2] - box[0]) * WIDE, (box[3] - lat) / (box[3] - box[1]) * HIGH
