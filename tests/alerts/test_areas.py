"""Areas as users write them, and how events lie to them."""

from __future__ import annotations

import json
import math
import time
from pathlib import Path
from typing import Any

import pyproj
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from crosswire.alerts.areas import Scene, geojson, index_areas, scene_of, shape_of, whereabouts
from crosswire.alerts.areas_read import Around, read_area
from crosswire.alerts.coasts import load_coasts
from crosswire.alerts.earth import distance_km
from crosswire.errors import BadDataError
from crosswire.model import Area, Place

SEA = Place("Pale Sea", "Pale Sea", None, 40.0, 135.0, None, "sea", 500.0)


def load(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError:
        raise BadDataError(f"{name}: cannot be read") from None


AROUND = Around(lambda name: SEA if name == "Pale Sea" else None, load)


def area(**told: Any) -> Area:
    return read_area(told, "watch 1: area", AROUND)


def at(lat: float, lon: float, km: float = 0.0) -> Scene:
    return Scene(lat, lon, km, "the place")


SQUARE = [[40.0, 10.0], [44.0, 10.0], [44.0, 14.0], [40.0, 14.0]]
FIJI = [[177.0, -19.0], [-178.0, -19.0], [-178.0, -15.0], [177.0, -15.0]]
ARCTIC = [[-180.0, 80.0], [-90.0, 80.0], [0.0, 80.0], [90.0, 80.0], [179.9, 80.0]]
ANTARCTIC = [[0.0, -60.0], [90.0, -60.0], [180.0, -60.0], [-90.0, -60.0]]
BOW = [[0.0, 0.0], [4.0, 4.0], [4.0, 0.0], [0.0, 4.0]]


@pytest.mark.parametrize(
    ("told", "scene", "relation"),
    [
        ({"polygon": SQUARE}, at(12, 42), "inside"),
        ({"polygon": SQUARE}, at(12, 42 + 360), "inside"),
        ({"polygon": SQUARE}, at(15, 42), "outside"),
        ({"polygon": SQUARE, "near_km": 150}, at(15, 42), "near"),
        ({"polygon": SQUARE, "near_km": 100}, at(15, 42), "outside"),
        ({"polygon": SQUARE}, at(12, 42, 50), "inside"),
        ({"polygon": SQUARE}, at(12, 42, 500), "unknown"),
        ({"polygon": SQUARE}, at(15, 42, 200), "unknown"),
        ({"polygon": FIJI}, at(-17, 179.5), "inside"),
        ({"polygon": FIJI}, at(-17, -179.5), "inside"),
        ({"polygon": FIJI}, at(-17, 0), "outside"),
        ({"polygon": FIJI, "near_km": 120}, at(-17, -177), "near"),
        ({"polygon": ARCTIC}, at(89.9, 17), "inside"),
        ({"polygon": ARCTIC}, at(85, -120), "inside"),
        ({"polygon": ARCTIC}, at(75, 10), "outside"),
        ({"polygon": ANTARCTIC}, at(-89, 100), "inside"),
        ({"polygon": ANTARCTIC}, at(-50, 100), "outside"),
        ({"polygon": BOW}, at(1, 0.5), "inside"),
        ({"polygon": BOW}, at(3.9, 2), "outside"),
        ({"circle": {"lat": 13.5, "lon": 43.3, "km": 300}}, at(15, 44), "inside"),
        ({"circle": {"lat": 13.5, "lon": 43.3, "km": 300}}, at(17, 44), "outside"),
        ({"circle": {"lat": 0, "lon": 179.9, "km": 50}}, at(0, -179.9), "inside"),
        ({"circle": {"lat": 89.9, "lon": 0, "km": 100}}, at(89.5, 180), "inside"),
        ({"country": "JP"}, at(35.68, 139.7), "inside"),
        ({"country": "jp"}, at(37.5, 127), "outside"),
        ({"country": "JP", "waters": "territorial"}, at(35.3, 140.6), "inside"),
        ({"country": "JP"}, at(35.3, 140.6), "outside"),
        ({"country": "JP", "waters": "zone"}, at(33.0, 142.5), "inside"),
        ({"country": "JP", "waters": "zone"}, at(30.0, 150.0), "outside"),
        ({"country": "JP", "waters": "zone"}, at(36.0, 128.0), "outside"),
        ({"country": "JP", "waters": "zone"}, at(38.5, 134.0), "unknown"),
        ({"country": "JP", "waters": "zone"}, at(41.8, 131.0), "outside"),
        ({"sea": "Pale Sea"}, at(41, 134), "inside"),
        ({"sea": "Pale Sea"}, at(50, 134), "outside"),
        ({"route": [[32.5, 30.0], [43.3, 12.6], [51.0, 12.0]], "width_km": 200}, at(20, 39), "inside"),
        ({"route": [[32.5, 30.0], [43.3, 12.6], [51.0, 12.0]], "width_km": 200}, at(25, 45), "outside"),
        ({"route": [[170, 0], [-170, 0]], "width_km": 50}, at(0.1, 180), "inside"),
        ({"route": [[170, 0], [-170, 0]], "width_km": 50}, at(0.1, 0), "outside"),
    ],
)
def test_whereabouts(told: dict[str, Any], scene: Scene, relation: str) -> None:
    found = whereabouts(area(**told), scene)
    assert found.relation == relation, found.why


def test_an_event_without_a_position_is_unknown() -> None:
    assert whereabouts(area(polygon=SQUARE), None).relation == "unknown"
    assert scene_of(Place("somewhere", "somewhere", None, None, None)) is None


def test_zones_say_that_they_are_approximate() -> None:
    for lat, lon in ((33.0, 142.5), (38.5, 134.0), (30.0, 150.0)):
        assert "approximate" in whereabouts(area(country="JP", waters="zone"), at(lat, lon)).why
    assert "approximate" in whereabouts(area(country="JP", waters="territorial"), at(35.3, 140.6)).why
    assert "approximate" in whereabouts(area(sea="Pale Sea"), at(41, 134)).why


@pytest.mark.parametrize(
    ("place", "km"),
    [
        (Place("near Karsk", "Karsk", "NO", 70.0, 30.0, "near", "city", 10.0), 40.0),
        (Place("40 km north of Karsk", "Karsk", "NO", 70.4, 30.0, "north of", "city", 8.0), 8.0),
        (Place("off Yemen", "Yemen", "YE", 15.0, 48.0, "off", "country", 300.0), 400.0),
        (Place("in Karsk", "Karsk", "NO", 70.0, 30.0, "in", "city", 10.0), 10.0),
    ],
)
def test_how_far_a_place_reaches(place: Place, km: float) -> None:
    scene = scene_of(place)
    assert scene is not None
    assert scene.km == km


def test_a_csv_of_positions_and_a_geojson_file(tmp_path: Path) -> None:
    ships = tmp_path / "ships.csv"
    ships.write_text("name,Lat,Lon\nAnna,13.5,43.3\nBeth,1.2,103.9\n", encoding="utf-8")
    fleet = area(positions=str(ships), km=100)
    assert whereabouts(fleet, at(1.0, 104.0)).relation == "inside"
    assert whereabouts(fleet, at(5.0, 80.0)).relation == "outside"
    shape = tmp_path / "zone.geojson"
    hole = [[41.5, 11.5], [42.5, 11.5], [42.5, 12.5], [41.5, 12.5], [41.5, 11.5]]
    feature = {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [[*SQUARE, SQUARE[0]], hole]}}
    shape.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    ring = area(file=str(shape))
    assert whereabouts(ring, at(12, 42)).relation == "outside", "the hole is no part of it"
    assert whereabouts(ring, at(13.5, 43.5)).relation == "inside"
    assert geojson(ring)["type"] == "Polygon"


def test_a_hundred_thousand_points_are_simplified_and_said_so() -> None:
    points = [
        [10 + 3 * math.cos(i / 50_000 * math.pi), 50 + 3 * math.sin(i / 50_000 * math.pi)] for i in range(100_000)
    ]
    started = time.process_time()
    made = area(polygon=points)
    assert "simplified from 100,001" in (made.note or "")
    assert whereabouts(made, at(50, 10)).relation == "inside"
    assert time.process_time() - started < 5.0


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({}, "name one of"),
        ({"circle": {"lat": 1, "lon": 2, "km": 3}, "country": "JP"}, "name one of"),
        ({"circle": {"lat": 95, "lon": 2, "km": 3}}, "nowhere on earth"),
        ({"circle": {"lat": 1, "lon": 2}}, "write"),
        ({"circle": {"lat": 1, "lon": 2, "km": -3}}, "no number between"),
        ({"circle": {"lat": float("nan"), "lon": 2, "km": 3}}, "no number"),
        ({"polygon": [[1, 2], [3, 4]]}, "three points"),
        ({"polygon": [[1, 1], [2, 2], [3, 3]]}, "no surface"),
        ({"polygon": "box"}, "list"),
        ({"polygon": [[1, 2], [3, "x"], [4, 5]]}, "no number"),
        ({"polygon": [[13.5, 143.3], [1, 2], [3, 4]]}, "longitude first"),
        ({"country": "XX"}, "two letters"),
        ({"country": "JP", "waters": "deep"}, "territorial"),
        ({"sea": "Sea of Tranquility"}, "no sea or region"),
        ({"route": [[1, 2]]}, "two points"),
        ({"file": "/nowhere.geojson"}, "cannot be read"),
        ({"positions": "/nowhere.csv"}, "cannot be read"),
    ],
)
def test_what_is_no_area_says_so(told: dict[str, Any], words: str) -> None:
    with pytest.raises(BadDataError, match=words):
        area(**told)


@pytest.mark.parametrize("content", ["", "[1, 2]", "{", '{"type": "Sphere"}', '{"type": "Polygon"}', '{"features": 1}'])
def test_files_that_are_no_geojson_say_so(tmp_path: Path, content: str) -> None:
    path = tmp_path / "bad.geojson"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadDataError):
        area(file=str(path))


@given(st.floats(-89, 89), st.floats(-180, 180), st.floats(-89, 89), st.floats(-180, 180))
def test_distances_are_those_of_the_ellipsoid(lat: float, lon: float, lat2: float, lon2: float) -> None:
    true = pyproj.Geod(ellps="WGS84").inv(lon, lat, lon2, lat2)[2] / 1000
    assert distance_km(lat, lon, shapely.Point(lon2, lat2)) == pytest.approx(min(true, 10_000.0), rel=1e-6, abs=1e-3)


def test_land_is_where_it_is() -> None:
    coasts = load_coasts()
    assert next(iter(coasts.near(38.0, -77.5, 50))) == "US"
    assert coasts.near(-40.0, -120.0, 500) == {}
    assert coasts.near(-17.8, 179.99, 200) == pytest.approx({"FJ": 37.9}, abs=40)


def test_ten_thousand_polygons_against_an_event() -> None:
    areas = [
        area(polygon=[[x, y], [x + 2, y], [x + 2, y + 2], [x, y + 2]])
        for x in range(-180, 180, 4)
        for y in range(-80, 80, 2)
    ]
    areas += [area(circle={"lat": 10.0, "lon": 20.0 + i / 1000, "km": 200}) for i in range(10_000 - len(areas))]
    index = index_areas(areas)
    scene = at(40.7, 29.1, 10)
    started = time.process_time()
    found = [n for n in index.candidates(scene) if whereabouts(areas[n], scene, index.shapes[n]).relation == "inside"]
    assert time.process_time() - started < 0.5  # measured 1 ms; the bound is for a busy machine
    brute = [n for n, one in enumerate(areas) if whereabouts(one, scene, shape_of(one)).relation == "inside"][:50]
    assert sorted(found)[:50] == brute
