"""A rectangle of the earth laid onto a rectangle of the page."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import shapely
from shapely.geometry.base import BaseGeometry

from crosswire.web.draw.atlas import Scale, atlas

KM_A_DEGREE = 111.32  # of latitude; of longitude at the equator
LEAST_SPAN = 5.0  # degrees of latitude: nearer, the coast of the 1:50 million map is only a few corners


@dataclass(frozen=True, slots=True)
class Window:
    """Degrees [west, east] and [south, north] on a page of `width` by `height`; equirectangular, true at its middle."""

    west: float
    south: float
    east: float
    north: float
    width: int
    height: int

    def xy(self, lat: float, lon: float) -> tuple[float, float]:
        """Where a point is on the page; a longitude is taken on the turn nearest the window's middle."""
        middle = (self.west + self.east) / 2
        lon = middle + (lon - middle + 180) % 360 - 180
        x = (lon - self.west) / (self.east - self.west) * self.width
        y = (self.north - lat) / (self.north - self.south) * self.height
        return round(x, 1), round(y, 1)

    def radii(self, lat: float, km: float) -> tuple[float, float]:
        """How far a number of kilometres reaches on the page, to the side and up."""
        up = km / KM_A_DEGREE / (self.north - self.south) * self.height
        side = km / KM_A_DEGREE / max(0.1, math.cos(math.radians(lat))) / (self.east - self.west) * self.width
        return round(side, 1), round(up, 1)


def around(places: Iterable[tuple[float, float, float]], width: int, height: int) -> Window:
    """The window that shows places (latitude, longitude, kilometres around it) with room to all sides."""
    spots = list(places)
    middle = _mean_longitude([lon for _, lon, _ in spots])
    norths = [(lat - km / KM_A_DEGREE, lat + km / KM_A_DEGREE) for lat, _, km in spots]
    sides = [((lon - middle + 180) % 360 - 180, _degrees(lat, km)) for lat, lon, km in spots]
    south, north = min(low for low, _ in norths), max(high for _, high in norths)
    west, east = min(at - by for at, by in sides), max(at + by for at, by in sides)
    lat0 = (south + north) / 2
    stretch = math.cos(math.radians(max(-80.0, min(80.0, lat0))))
    span = max(LEAST_SPAN, (north - south) * 1.35, (east - west) * 1.35 * stretch * height / width)
    span = min(span, 170.0)
    lat0 = max(span / 2 - 90, min(90 - span / 2, lat0))
    half = min(180.0, span * width / height / stretch / 2)
    lon0 = middle + (west + east) / 2
    return Window(lon0 - half, lat0 - span / 2, lon0 + half, lat0 + span / 2, width, height)


def world(width: int) -> Window:
    """All of the inhabited earth."""
    return Window(-180.0, -58.0, 180.0, 80.0, width, round(width * 138 / 360))


@lru_cache(maxsize=256)
def land(window: Window, scale: Scale) -> str:
    """The countries in the window as the data of one SVG path: their outlines are coasts and borders alike."""
    step = max((window.north - window.south) / window.height, (window.east - window.west) / window.width)
    parts = []
    for shape in atlas(scale).within(window.west, window.south, window.east, window.north):
        for ring in _rings(shapely.simplify(shape, step * 0.6)):
            points = [window_xy(window, x, y) for x, y in ring]
            if len(points) > 3:
                parts.append("M" + "L".join(f"{x:g} {y:g}" for x, y in points[:-1]) + "Z")
    return "".join(parts)


def window_xy(window: Window, lon: float, lat: float) -> tuple[float, float]:
    """A point of a shape on the page: already on the window's turn, so not turned again."""
    x = (lon - window.west) / (window.east - window.west) * window.width
    y = (window.north - lat) / (window.north - window.south) * window.height
    return round(x, 1), round(y, 1)


def _rings(shape: BaseGeometry) -> Iterable[list[tuple[float, float]]]:
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon" and not part.is_empty:
            for ring in (part.exterior, *part.interiors):
                yield [(float(x), float(y)) for x, y in ring.coords]


def _degrees(lat: float, km: float) -> float:
    """Kilometres to the side in degrees of longitude, at most half way round."""
    return min(170.0, km / KM_A_DEGREE / max(0.05, math.cos(math.radians(lat))))


def _mean_longitude(lons: list[float]) -> float:
    """The middle on the circle, so that 179 and -179 have theirs at 180 and not at 0."""
    east = sum(math.sin(math.radians(lon)) for lon in lons)
    front = sum(math.cos(math.radians(lon)) for lon in lons)
    return math.degrees(math.atan2(east, front)) if (east, front) != (0.0, 0.0) else 0.0
