"""Distances and bearings on the sphere: within 0.6 % of the ellipsoid, far closer than any report's "northeast of"."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, radians, sin, sqrt

EARTH_KM = 6371.0088


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance between two points in degrees (haversine)."""
    a, b = radians(lat1), radians(lat2)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def moved(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """The point that lies so many km from another in the direction `bearing` (degrees clockwise from north)."""
    a, course, angle = radians(lat), radians(bearing), km / EARTH_KM
    height = sin(a) * cos(angle) + cos(a) * sin(angle) * cos(course)
    east = atan2(sin(course) * sin(angle) * cos(a), cos(angle) - sin(a) * height)
    return degrees(asin(max(-1.0, min(1.0, height)))), (lon + degrees(east) + 540) % 360 - 180
