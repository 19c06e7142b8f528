"""How an event lies to an area: inside, near, outside, or unknown because it is only known roughly where it was.

An event's place is a point with an extent; "north of Pyongyang" and "off Yemen" reach further than the named place. It
is inside where its whole extent lies in the area, outside where nothing of it does, and else unknown: of a quake "in
Japan" nobody can say that it was in Kyushu.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import shapely
from shapely.geometry.base import BaseGeometry

from crosswire.alerts.coasts import EVEN, TERRITORIAL_KM, ZONE_KM, Coasts, load_coasts
from crosswire.alerts.earth import border_km, distance_km, share_within
from crosswire.model import Area, Place, Whereabouts
from crosswire.model.alerting import Relation

# How far from the named place something may be that is told to be beside it, in km.
BESIDE = {
    "off": 100.0,
    "near": 30.0,
    "outside": 30.0,
    "around": 30.0,
    "along": 50.0,
    "toward": 200.0,
    "from": 0.0,
}
EXTENT = {"country": 300.0, "region": 100.0, "sea": 300.0, "city": 10.0, "town": 5.0}  # where none is known
EXACT = 1.0  # km: what is known to this is a point
EVENS = 0.5  # from this share of a place on, an event there is probably in the area
ALL_BUT = 0.97


@dataclass(frozen=True, slots=True)
class Scene:
    """Where an event was: a point in degrees and how far from it the event may have been, in km."""

    lat: float
    lon: float
    km: float
    name: str
    told: str = ""  # the words of the report


def scene_of(place: Place | None) -> Scene | None:
    """The scene that a place tells, None where it has no position."""
    if place is None or place.lat is None or place.lon is None:
        return None
    # "107 km west of X" has been moved there by whoever read it, "west of X" widened.
    known = place.radius_km if place.radius_km is not None else EXTENT.get(place.kind or "", 20.0)
    beside = BESIDE.get((place.relation or "in").removeprefix("the "), 0.0)
    return Scene(place.lat, place.lon, known + beside, place.name or place.text, place.text)


def shape_of(area: Area) -> BaseGeometry:
    """The area's shape in degrees, without what widens it; empty for a country's zone, which is judged by coasts."""
    if area.geometry is not None:
        return _parsed(area.geometry)
    return load_coasts().land.get(area.country or "", shapely.MultiPolygon())


@lru_cache(maxsize=20_000)
def _parsed(geometry: str) -> BaseGeometry:
    """Once, though a watch is asked about every event."""
    return shapely.from_geojson(geometry)


def whereabouts(area: Area, scene: Scene | None, shape: BaseGeometry | None = None) -> Whereabouts:
    """How a scene lies to an area; `shape` is `shape_of(area)` where the caller has it already."""
    if scene is None:
        return Whereabouts("unknown", None, "no position is told")
    if area.reach == "zone" and area.country is not None:
        return _in_zone(area, scene, load_coasts())
    margin = area.within_km + (TERRITORIAL_KM if area.reach == "territorial" else 0.0)
    return _by_distance(area, scene, shape if shape is not None else shape_of(area), margin)


def _by_distance(area: Area, scene: Scene, shape: BaseGeometry, margin: float) -> Whereabouts:
    far = max(0.0, distance_km(scene.lat, scene.lon, shape) - margin)
    if far > scene.km:
        near = far - scene.km <= area.near_km
        about = f"about {far:.0f} km from {area.name}{_roughly(scene)}"
        return Whereabouts("near" if near else "outside", round(far, 1), about + _noted(area))
    if not far and (scene.km <= EXACT or scene.km <= _depth(scene, shape, margin)):
        return Whereabouts("inside", 0.0, f"inside {area.name}{_noted(area)}")
    share = share_within(scene.lat, scene.lon, scene.km, shape, margin + area.near_km)
    return _perhaps(area, scene, far, share, _noted(area))


def _perhaps(area: Area, scene: Scene, far: float, share: float, note: str) -> Whereabouts:
    """Of a place that is told only roughly, in words that a reader can weigh."""
    likely = "probably" if share >= EVENS else "perhaps"
    part = f"about {max(1, round(100 * share))}%" if share < ALL_BUT else "nearly all"
    why = f"{likely} inside {area.name}: told only as “{scene.told or scene.name}”, {part} of which lies there"
    return Whereabouts("unknown", round(far, 1), why + note, round(share, 3))


def _depth(scene: Scene, shape: BaseGeometry, margin: float) -> float:
    """How far a point inside is from leaving the widened shape, in km."""
    far = distance_km(scene.lat, scene.lon, shape)
    return margin - far if far else margin + border_km(scene.lat, scene.lon, shape)


def _in_zone(area: Area, scene: Scene, coasts: Coasts) -> Whereabouts:
    """In a country's zone of 200 nautical miles: at sea, its coast the nearest."""
    note = "; zones are approximate: the nearest coast within 200 nautical miles"
    near = coasts.near(scene.lat, scene.lon, ZONE_KM + area.near_km + scene.km)
    own = near.get(area.country or "")
    if own is None:
        return Whereabouts("outside", None, f"outside {area.name}{note}")
    if own == 0.0:
        return Whereabouts("inside", 0.0, f"on land of {area.name}{_roughly(scene)}")
    first, first_km = next(iter(near.items()))
    if own > ZONE_KM:
        relation: Relation = "near" if own - ZONE_KM <= area.near_km else "outside"
        return Whereabouts(relation, round(own - ZONE_KM, 1), f"about {own:.0f} km off the coast{note}")
    if first != area.country and own - first_km > max(EVEN * own, 2 * scene.km):
        return Whereabouts("outside", round((own - first_km) / 2, 1), f"nearer to the coast of {first}{note}")
    others = [c for c, km in near.items() if c != area.country and km - own <= max(EVEN * own, 2 * scene.km)]
    if others or own + scene.km > ZONE_KM:
        return _at_the_rim(area, scene, others, note)
    return Whereabouts("inside", 0.0, f"inside {area.name}, about {own:.0f} km off the coast{note}")


def _at_the_rim(area: Area, scene: Scene, others: Sequence[str], note: str) -> Whereabouts:
    """Between two coasts as near, or known only roughly."""
    if scene.km > EXACT or not others:
        share = _zone_shares(round(scene.lat, 2), round(scene.lon, 2), scene.km).get(area.country or "", 0.0)
        return _perhaps(area, scene, 0.0, share, note)
    beside = f"the coast of {', '.join(others)} is as near"
    return Whereabouts("unknown", None, f"perhaps inside {area.name}: {beside}{note}", EVENS)


@lru_cache(maxsize=256)
def _zone_shares(lat: float, lon: float, km: float) -> Mapping[str, float]:
    """How much of a disc is land or zone of each state: reckoned once for all watches."""
    return load_coasts().zone_shares(lat, lon, km)


def _roughly(scene: Scene) -> str:
    return f" (its place is known to about {scene.km:.0f} km)" if scene.km > EXACT else ""


def _noted(area: Area) -> str:
    return f"; {area.note}" if area.note else ""


def geojson(area: Area) -> dict[str, object]:
    """The area's own shape as GeoJSON, for maps and messages."""
    found: dict[str, object] = json.loads(shapely.to_geojson(shape_of(area)))
    return found


# --- many areas at once -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AreaIndex:
    """Many areas by their boxes: which of them a scene may have to do with, without looking at each."""

    tree: shapely.STRtree
    owners: tuple[int, ...]
    shapes: tuple[BaseGeometry, ...]
    always: tuple[int, ...]

    def candidates(self, scene: Scene | None) -> set[int]:
        """Numbers of the areas that may hold a scene or lie near it; all of them where its place is not known."""
        if scene is None:
            return set(range(len(self.shapes)))
        wide, high = _degrees(scene.lat, scene.km)
        south, north = scene.lat - high, scene.lat + high
        turns = (scene.lon - 360.0, scene.lon, scene.lon + 360.0)
        boxes = (shapely.box(lon - wide, south, lon + wide, north) for lon in turns)
        return {self.owners[int(i)] for box in boxes for i in self.tree.query(box)} | set(self.always)


def index_areas(areas: Iterable[Area | None]) -> AreaIndex:
    """An index of areas in their order; None (anywhere) and zones are always candidates."""
    boxes: list[BaseGeometry] = []
    owners: list[int] = []
    shapes: list[BaseGeometry] = []
    always: list[int] = []
    for number, area in enumerate(areas):
        shape = shapely.MultiPolygon() if area is None or area.reach == "zone" else shape_of(area)
        shapes.append(shape)
        if area is None or shape.is_empty:
            always.append(number)
            continue
        west, south, east, north = shape.bounds
        margin = area.within_km + area.near_km + (TERRITORIAL_KM if area.reach == "territorial" else 0.0)
        wide, high = _degrees(max(abs(south), abs(north)), margin)
        boxes.append(shapely.box(west - wide, south - high, east + wide, north + high))
        owners.append(number)
    return AreaIndex(shapely.STRtree(boxes), tuple(owners), tuple(shapes), tuple(always))


def _degrees(lat: float, km: float) -> tuple[float, float]:
    """(longitude, latitude): degrees that a distance spans at most; near a pole all longitudes."""
    high = km / 110.5
    top = min(90.0, abs(lat) + high)
    return (360.0 if top > 89.0 else min(360.0, high / math.cos(math.radians(top)))), high
