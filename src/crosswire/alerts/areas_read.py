"""What a user writes of an area -> an Area. Shapes are mended where one meaning is clear, refused where none is.

```toml
[watch.area]
circle = { lat = 13.5, lon = 43.3, km = 300 }        # or one of:
polygon = [[41.0, 12.0], [44.0, 12.0], [44.0, 15.0]] # longitude, latitude
file = "corridor.geojson"                            # any GeoJSON of points, lines or polygons
country = "JP"                                       # its land; with  waters = "territorial"  or  "zone"
sea = "Sea of Japan"
route = [[32.5, 30.0], [43.3, 12.6], [51.0, 12.0]]   # with  width_km = 100
positions = "ships.csv"                              # columns lat, lon; with  km = 150
near_km = 100                                        # events up to this far outside count as near
```
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from crosswire.alerts.coasts import load_coasts
from crosswire.errors import BadDataError
from crosswire.model import Area, Place

MOST_POINTS = 5_000  # of a shape that is kept; more are simplified, to within SIMPLE degrees
FAR_TOO_MANY = 1_000_000
SIMPLE = 0.005  # degrees, about 500 m
WAYS = ("circle", "polygon", "file", "country", "sea", "route", "positions")
LARGEST = 20_000_000  # bytes of a file with an area

Seas = Callable[[str], Place | None]  # a sea, strait or region by its name
Load = Callable[[str], bytes]  # a file's or address's bytes; raises BadDataError


@dataclass(frozen=True, slots=True)
class Around:
    """What reading an area needs from outside: seas by name, how to load a file, what a country of a code is called."""

    seas: Seas
    load: Load
    called: Callable[[str], str] = str


def read_area(told: Mapping[str, Any], where: str, around: Around) -> Area:
    """The area that a table tells. Raises BadDataError, which names what is wrong and what would be right."""
    ways = [way for way in WAYS if way in told]
    if len(ways) != 1:
        raise BadDataError(f"{where}: name one of {', '.join(WAYS)} (it has {', '.join(ways) or 'none'})")
    near = _number(told.get("near_km", 0), f"{where}: near_km", 0, 5_000)
    area = READERS[ways[0]](told, f"{where}: {ways[0]}", around)
    name = str(told.get("name") or area.name)
    return Area(name, area.geometry, area.within_km, near, area.country, area.reach, area.note)


# --- the ways to tell an area -------------------------------------------------------------------------------------


def _circle(told: Mapping[str, Any], where: str, _: Around) -> Area:
    circle = told["circle"]
    if not isinstance(circle, Mapping) or not {"lat", "lon", "km"} <= set(circle):
        raise BadDataError(f"{where}: write {{ lat = 13.5, lon = 43.3, km = 300 }}")
    lon, lat = _position([circle["lon"], circle["lat"]], where)
    km = _number(circle["km"], f"{where}: km", 0, 5_000)
    return Area(f"{km:g} km around {lat:g}, {lon:g}", _text(shapely.Point(lon, lat)), km)


def _polygon(told: Mapping[str, Any], where: str, _: Around) -> Area:
    return _shaped(_ring_shape(told["polygon"], where), "the polygon", where)


def _file(told: Mapping[str, Any], where: str, around: Around) -> Area:
    name = str(told["file"])
    content = around.load(name)
    if len(content) > LARGEST:
        raise BadDataError(f"{where}: {name} is longer than {LARGEST // 1_000_000} MB; simplify it")
    try:
        record = json.loads(content)
    except (ValueError, RecursionError):
        raise BadDataError(f"{where}: {name} is no valid JSON") from None
    shapes = [_geometry(g, where) for g in _geometries(record, where)]
    width = _number(told.get("width_km", 0), f"{where}: width_km", 0, 5_000) / 2
    if not shapes:
        raise BadDataError(f"{where}: {name} has no shape in it")
    area = _shaped(shapely.union_all(shapes), Path(name).stem, where)
    return Area(area.name, area.geometry, width, note=area.note)


def _country(told: Mapping[str, Any], where: str, around: Around) -> Area:
    code = str(told["country"]).upper()
    waters = told.get("waters", "land")
    if code not in load_coasts().land:
        raise BadDataError(f'{where}: {code!r} is no country known here; write its two letters ("JP")')
    if waters not in ("land", "territorial", "zone"):
        raise BadDataError(f'{where}: waters = {waters!r} is not known; write "territorial" or "zone"')
    kinds = {"land": "", "territorial": " and its territorial waters", "zone": "'s exclusive economic zone"}
    note = None if waters == "land" else "waters are approximate, measured from the coast"
    return Area(f"{around.called(code)}{kinds[waters]}", country=code, reach=waters, note=note)


def _sea(told: Mapping[str, Any], where: str, around: Around) -> Area:
    place = around.seas(str(told["sea"]))
    if place is None or place.lat is None or place.lon is None:
        raise BadDataError(f"{where}: {told['sea']!r} is no sea or region known here; give a circle or a polygon")
    km = place.radius_km or 100.0
    note = f"approximate: {place.name} is taken as {km:.0f} km around its middle"
    return Area(place.name, _text(shapely.Point(place.lon, place.lat)), km, note=note)


def _route(told: Mapping[str, Any], where: str, _: Around) -> Area:
    points = [_position(p, where) for p in _list(told["route"], where)]
    if len(points) < 2:
        raise BadDataError(f"{where}: a route has two points at least")
    width = _number(told.get("width_km", 100), f"{where}: width_km", 0.1, 5_000)
    # Legs follow the shorter way round; between far points the way on the ground bends, so they are parted on it.
    return Area("the route", _text(shapely.LineString(_unwound(points))), width / 2)


def _positions(told: Mapping[str, Any], where: str, around: Around) -> Area:
    name = str(told["positions"])
    km = _number(told.get("km", 100), f"{where}: km", 0.1, 5_000)
    points = list(_csv_points(around.load(name), where))
    if not points:
        raise BadDataError(f"{where}: {name} has no positions; it needs the columns lat and lon")
    return Area(f"{km:g} km around the positions in {name}", _text(shapely.MultiPoint(points)), km)


READERS: Mapping[str, Callable[[Mapping[str, Any], str, Around], Area]] = {
    "circle": _circle,
    "polygon": _polygon,
    "file": _file,
    "country": _country,
    "sea": _sea,
    "route": _route,
    "positions": _positions,
}


def _csv_points(content: bytes, where: str) -> Iterator[tuple[float, float]]:
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig", "replace")))
    names = {n.strip().lower(): n for n in rows.fieldnames or () if n}
    lat = next((names[n] for n in ("lat", "latitude") if n in names), None)
    lon = next((names[n] for n in ("lon", "lng", "long", "longitude") if n in names), None)
    if lat is None or lon is None:
        return
    for number, row in enumerate(rows, 2):
        yield _position([_float(row[lon]), _float(row[lat])], f"{where}: line {number}")


# --- shapes -------------------------------------------------------------------------------------------------------


def _geometries(record: object, where: str) -> Iterator[Mapping[str, Any]]:
    if not isinstance(record, Mapping):
        raise BadDataError(f"{where}: is no GeoJSON")
    match record.get("type"):
        case "FeatureCollection":
            for feature in record.get("features") or ():
                yield from _geometries(feature, where)
        case "Feature":
            yield from _geometries(record.get("geometry"), where)
        case "GeometryCollection":
            for geometry in record.get("geometries") or ():
                yield from _geometries(geometry, where)
        case _:
            yield record


def _geometry(record: Mapping[str, Any], where: str) -> BaseGeometry:
    points = record.get("coordinates")
    match record.get("type"):
        case "Polygon":
            return _polygon_shape(points, where)
        case "MultiPolygon":
            return shapely.union_all([_polygon_shape(p, where) for p in _list(points, where)])
        case "LineString":
            return shapely.LineString(_unwound([_position(p, where) for p in _list(points, where)]))
        case "Point":
            return shapely.Point(_position(points, where))
        case "MultiPoint":
            return shapely.MultiPoint([_position(p, where) for p in _list(points, where)])
        case other:
            raise BadDataError(f"{where}: {other!r} is no shape of GeoJSON that is read here")


def _polygon_shape(rings: object, where: str) -> BaseGeometry:
    outline, *holes = [_ring_shape(ring, where) for ring in _list(rings, where)] or [shapely.Polygon()]
    for hole in holes:
        outline = outline.difference(_nearest_turn(hole, outline))
    return outline


def _ring_shape(ring: object, where: str) -> BaseGeometry:
    """A ring as a valid shape: across the date line it runs past 180 degrees, around a pole it takes the pole in."""
    points = [_position(p, where) for p in _list(ring, where)]
    if len(points) > FAR_TOO_MANY:
        raise BadDataError(f"{where}: has {len(points):,} points; simplify it")
    if len(set(points)) < 3:
        raise BadDataError(f"{where}: a polygon has three points at least")
    if points[0] != points[-1]:
        points.append(points[0])
    line = _unwound(points)
    if abs(line[-1][0] - line[0][0]) > 180:  # once around the earth: the pole on the ring's own side is inside
        pole = 90.0 if sum(lat for _, lat in line) > 0 else -90.0
        line = [*line, (line[-1][0], pole), (line[0][0], pole), line[0]]
    shape = shapely.make_valid(shapely.Polygon(line))
    parts = [p for p in shapely.get_parts(shape) if p.area > 0]
    if not parts:
        raise BadDataError(f"{where}: the polygon has no surface; its points lie on one line")
    return shapely.union_all(parts)


def _unwound(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Longitudes that go on where the shorter way from point to point crosses 180 degrees."""
    out = [points[0]]
    for lon, lat in points[1:]:
        turn = round((out[-1][0] - lon) / 360.0) * 360.0
        out.append((lon + turn, lat))
    return out


def _nearest_turn(hole: BaseGeometry, outline: BaseGeometry) -> BaseGeometry:
    """A hole moved to the turn of the earth that its outline is told in."""
    turn = round((outline.bounds[0] - hole.bounds[0]) / 360.0) * 360.0
    return shapely.transform(hole, lambda points: points + np.array([turn, 0.0]))


def _shaped(shape: BaseGeometry, name: str, where: str) -> Area:
    note = None
    if shape.is_empty:
        raise BadDataError(f"{where}: nothing is left of the shape")
    if (count := shapely.get_num_coordinates(shape)) > MOST_POINTS:
        shape = shapely.simplify(shape, SIMPLE)
        note = f"simplified from {count:,} to {shapely.get_num_coordinates(shape):,} points"
    return Area(name, _text(shape), note=note)


def _text(shape: BaseGeometry) -> str:
    return str(shapely.to_geojson(shape))


# --- numbers ------------------------------------------------------------------------------------------------------


def _list(told: object, where: str) -> Sequence[Any]:
    if not isinstance(told, list | tuple):
        raise BadDataError(f"{where}: write a list of [longitude, latitude]")
    return told


def _position(told: object, where: str) -> tuple[float, float]:
    if not isinstance(told, list | tuple) or len(told) < 2:
        raise BadDataError(f"{where}: {told!r} is no position; write [longitude, latitude]")
    lon, lat = (_number(n, where, -1e6, 1e6) for n in told[:2])
    if not (-540 <= lon <= 540 and -90 <= lat <= 90):
        raise BadDataError(f"{where}: {told[:2]!r} is nowhere on earth; write longitude first, then latitude")
    return lon, lat


def _number(told: object, where: str, least: float, most: float) -> float:
    if isinstance(told, bool) or not isinstance(told, int | float) or not least <= told <= most:
        raise BadDataError(f"{where}: {told!r} is no number between {least:g} and {most:g}")
    return float(told)


def _float(told: str | None) -> float | None:
    try:
        return float(told or "")
    except ValueError:
        return None
