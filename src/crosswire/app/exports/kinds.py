"""The forms of an export: what each is called, its media type, the ending of its files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

ExportFormat = Literal["json", "jsonl", "csv", "geojson", "parquet", "schema", "annotations"]
EXPORT_MEDIA: Mapping[str, str] = {
    "json": "application/json",
    "jsonl": "application/jsonl",
    "csv": "text/csv",
    "geojson": "application/geo+json",
    "parquet": "application/vnd.apache.parquet",
    "schema": "application/ld+json",
    "annotations": "application/ld+json",
}
EXPORT_SUFFIX: Mapping[str, str] = {
    "json": "json",
    "jsonl": "jsonl",
    "csv": "csv",
    "geojson": "geojson",
    "parquet": "parquet",
    "schema": "claims.jsonld",
    "annotations": "annotations.jsonld",
}
EXPORT_MOST: Mapping[str, int] = {"schema": 100, "annotations": 100}  # events: these forms take every claim of each
