"""Whose words say that an event happened."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from crosswire.claims.read import Reader
from crosswire.model import Given
from crosswire.pipeline.read import load_pipeline

QUAKE = "An earthquake struck Peru on Monday, the U.S. Geological Survey said."
TABLE = [
    ("Peru's Civil Defence said the earthquake killed 14 people in Peru on Monday.", "corroborated"),
    ("Residents said the earthquake killed 14 people in Peru on Monday.", "reported"),  # nobody named
    ("An earthquake killed 14 people in Peru on Monday.", "reported"),  # no source
]


@pytest.mark.parametrize(("second", "standing"), TABLE)
def test_a_bodys_toll_vouches_for_the_event(second: str, standing: str, reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    rows = [{"outlet": f"Paper {n}", "text": t, "published": "2021-03-02"} for n, t in enumerate((QUAKE, second))]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    pipeline = replace(load_pipeline(None), reader=reader)
    made = pipeline.brief([str(path)], Given(), io.BytesIO(), lambda done, total: None)
    main = next(e.id for e in made.events if e.role == "main")
    happened = next(f for f in made.facts if f.event == main and f.attribute == "happened")
    assert happened.standing == standing
