"""Places compared by name, by what they lie in and by distance."""

from __future__ import annotations

import math
import re

from crosswire.compare.agreement import Agreement
from crosswire.model import Place

EARTH_KM = 6371.0
NEAR_KM = 60.0  # two towns this close may be one scene in two papers' words
TOWNS = ("city", "town", "village", "facility")  # "outside Ridgecrest" is near it; "outside the zone" is not in it
OUTSIDE = ("outside", "beyond", "out of")
OPPOSED = 135  # degrees: the north of a country is not its south, while the north and the west share a corner
QUARTER = re.compile(r" (?:far )?(?P<across>north|south)?[- ]?(?P<along>east|west)?(?:ern)?$")


def places(a: Place, b: Place) -> Agreement:
    """Places agree where one name is the other's or their extents touch; inside and outside exclude each other."""
    out = [place.relation in OUTSIDE and place.kind not in TOWNS for place in (a, b)]
    if a.name == b.name:
        apart = out[0] != out[1]
        if not apart and opposed(a, b):
            return Agreement("conflict", f"{a.text} and {b.text} are different parts of {a.name}")
        return Agreement("conflict" if apart else "same", f"{'one is outside' if apart else 'both name'} {a.name}")
    if any(out):
        return Agreement("apart", "being outside one place says nothing of the other")
    if a.country and a.country == b.country and "country" in (a.kind, b.kind):
        return Agreement("compatible", f"one lies in the other ({a.country})")
    if a.division and (a.country, a.division) == (b.country, b.division) and "region" in (a.kind, b.kind):
        return Agreement("compatible", f"one lies in the other ({a.name}, {b.name})")
    return _by_distance(a, b)


def _by_distance(a: Place, b: Place) -> Agreement:
    km = distance_km(a, b)
    if km is None:
        return Agreement("apart", "no position is known")
    if km <= NEAR_KM + (a.radius_km or 0.0) + (b.radius_km or 0.0):
        return Agreement("compatible", f"{km:.0f} km apart, which their extents cover")
    return Agreement("conflict", f"{a.name} and {b.name} are {km:.0f} km apart")


def distance_km(a: Place, b: Place) -> float | None:
    """Great-circle distance (haversine, within 0.6 %), None where a position is unknown."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat1, lat2 = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def opposed(a: Place, b: Place) -> bool:
    """Whether two tell of opposite parts of one place."""
    one, two = quarter(a), quarter(b)
    return one is not None and two is not None and turn(one, two) >= OPPOSED


def quarter(place: Place) -> float | None:
    """Towards where a part of a place lies ("in northwestern Spain"), in degrees from north, None where no part is
    told; "north of" a place is no part of it."""
    found = QUARTER.search(place.relation or "")
    across, along = (found["across"], found["along"]) if found else (None, None)
    if not across and not along:
        return None
    north = {"north": 1, "south": -1}.get(across or "", 0)
    east = {"east": 1, "west": -1}.get(along or "", 0)
    return math.degrees(math.atan2(east, north)) % 360


def turn(one: float, two: float) -> float:
    """The angle between two directions, up to 180 degrees."""
    return abs((one - two + 180) % 360 - 180)


def bearing(start: Place, end: Place) -> float | None:
    """The direction from one place to another in degrees from north, None where a position is unknown."""
    if start.lat is None or start.lon is None or end.lat is None or end.lon is None:
        return None
    wide = math.cos(math.radians((start.lat + end.lat) / 2))
    return math.degrees(math.atan2((end.lon - start.lon) * wide, end.lat - start.lat)) % 360
