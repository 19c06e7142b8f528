"""Events as GeoJSON (RFC 7946)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crosswire.app.exports.rows import Known, place_of, row

AT = ("latitude", "longitude")


def as_geojson(known: Sequence[Known]) -> dict[str, Any]:
    """A feature an event: the point that its place has, or none; `radius_km` tells how far the place reaches."""
    return {"type": "FeatureCollection", "features": [_feature(k) for k in known]}


def _feature(known: Known) -> dict[str, Any]:
    where = place_of(known)
    point = None
    if where is not None and where.lat is not None and where.lon is not None:
        point = {"type": "Point", "coordinates": [where.lon, where.lat]}
    cells = {name: cell for name, cell in row(known).items() if name not in AT and cell is not None}
    return {"type": "Feature", "id": known.listing.id, "geometry": point, "properties": cells}
