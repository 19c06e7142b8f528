"""Distances on the ellipsoid (WGS 84) between a point and a shape.

Degrees are no unit of length, and a sphere errs by up to half a percent. An azimuthal equidistant projection about the
point keeps every distance from it, so the nearest point of a projected shape gives the true distance. Long edges are
parted first: a straight line between two far points of the map is no straight line around the other point.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

KM = 1000.0
LONGEST_EDGE = 0.5  # degrees of an edge before it is parted; the error is then below 0.1 % of the distance
HALF_WAY = 10_000.0  # km: shapes farther than a quarter of the earth are not told apart, their distance is cut here


@lru_cache(maxsize=64)
def _projection(lat: float, lon: float) -> pyproj.Transformer:
    about = f"+proj=aeqd +lat_0={lat} +lon_0={lon} +datum=WGS84 +units=m"
    return pyproj.Transformer.from_crs("EPSG:4326", about, always_xy=True)


def distance_km(lat: float, lon: float, shape: BaseGeometry) -> float:
    """Kilometres from a point to the nearest point of a shape in degrees (longitude, latitude); 0 inside it."""
    if shape.is_empty:
        return HALF_WAY
    if shapely.contains_xy(shape, *_beside(lon, shape), lat).any():
        return 0.0
    return _nearest(lat, lon, shape)


def border_km(lat: float, lon: float, shape: BaseGeometry) -> float:
    """Kilometres from a point to the nearest point of a shape's border, inside or outside of it."""
    return _nearest(lat, lon, shapely.boundary(shape) if shape.area else shape)


def flattened(lat: float, lon: float, shape: BaseGeometry) -> BaseGeometry:
    """A shape in metres east and north of a point; what lies within a few thousand km keeps its form."""
    forward = _projection(round(lat, 6), round(lon, 6))

    def project(points: NDArray[np.float64]) -> NDArray[np.float64]:
        x, y = forward.transform(points[:, 0], points[:, 1])
        # The point opposite has no place in the projection; whatever is near it is as far as can be.
        return np.asarray(np.nan_to_num(np.column_stack([x, y]), posinf=2e7, neginf=2e7), dtype=np.float64)

    return shapely.transform(shape, project)


def share_within(lat: float, lon: float, km: float, shape: BaseGeometry, margin: float) -> float:
    """How much of the disc of `km` around a point lies in a shape that is widened by `margin` km: 0 to 1."""
    # Only what is near is projected: what lies opposite is torn apart by the projection.
    high = (km + margin) / 110.5 + 1.0
    wide = min(180.1, high / max(0.01, float(np.cos(np.radians(min(89.9, abs(lat) + high))))))
    windows = [(lon + turn - wide, lat - high, lon + turn + wide, lat + high) for turn in (-360.0, 0.0, 360.0)]
    parts = [shapely.clip_by_rect(shapely.segmentize(shape, LONGEST_EDGE), *window) for window in windows]
    flat = [shapely.make_valid(flattened(lat, lon, p)) for p in parts if not p.is_empty]
    disc = shapely.Point(0.0, 0.0).buffer(km * KM)
    inside = shapely.union_all([shapely.buffer(p, margin * KM) for p in flat]) if flat else shapely.Point()
    return float(shapely.intersection(disc, inside).area / disc.area) if disc.area else 0.0


def _nearest(lat: float, lon: float, shape: BaseGeometry) -> float:
    # The ring stays as it is for edges shorter than the grid of most outlines, so this costs little.
    dense = shapely.segmentize(shape, LONGEST_EDGE)
    lines = flattened(lat, lon, shapely.boundary(dense) if dense.area else dense)
    return min(HALF_WAY, float(shapely.distance(lines, shapely.Point(0.0, 0.0))) / KM)


def _beside(lon: float, shape: BaseGeometry) -> tuple[NDArray[np.float64]]:
    """The longitudes under which a point may lie in a shape whose own may run past 180 degrees."""
    west, _, east, _ = shape.bounds
    turns = np.array([lon - 360.0, lon, lon + 360.0])
    return (turns[(turns >= west) & (turns <= east)],)
