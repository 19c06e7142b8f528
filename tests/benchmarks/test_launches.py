"""Launches: the two data sets as they are written, and what counts as agreement."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from benchmarks.launches import (
    PROSE,
    SITES,
    TABLE,
    Incident,
    Told,
    compare,
    load_incidents,
    load_table,
    nearest,
    told_of,
)

ROW = {"date": "2017-05-21", "facility": "sunan", "distance": "500"}
SUNAN = ("Sunan", 39.2, 125.7, 0.0)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with four rows of prose and four of the table."""
    rows = [
        "date,event,description",
        "2017-05-22,Short-range Missile Launch,North Korea fired a missile.",
        '2016-02-07,Satellite Launch (Other Provocation),"A rocket, as Korea’s North says."',
        "2017-01-01,Rocket Engine Test,An engine was tested.",
        "2015-01-01,Nuclear Test,A bomb.",
    ]
    table = [ROW, {**ROW, "distance": 500}, {**ROW, "distance": "unknown", "facility": "unknown"}]
    bins = {"timeBins": [{"data": table}, {"data": [{**ROW, "date": "1984-09"}]}]}
    for name, content in [
        (PROSE, "\r".join(rows).encode("mac_roman")),
        (TABLE, json.dumps(bins).encode()),
        (SITES, json.dumps({"facilities": {"sunan": {"name": "Sunan", "lat": 39.2, "lon": 125.7}}}).encode()),
    ]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


def test_prose_keeps_launches_only(data: Path) -> None:
    assert [(i.day, i.text) for i in load_incidents(data)] == [
        (date(2017, 5, 22), "North Korea fired a missile."),
        (date(2016, 2, 7), "A rocket, as Korea’s North says."),
    ]


def test_table_counts_rows_by_day(data: Path) -> None:
    assert load_table(data) == {date(2017, 5, 21): Told(date(2017, 5, 21), 3, (500.0,), (SUNAN,))}


@pytest.mark.parametrize(
    ("day", "expected"),
    [(22, 21), (24, 21), (25, 28), (29, 28), (31, 28), (17, None), (1, None)],
)
def test_nearest_day(day: int, expected: int | None) -> None:
    table = {date(2017, 5, d): Told(date(2017, 5, d), 1, (), ()) for d in (21, 28)}
    found = nearest(date(2017, 5, day), table)
    assert (found and found.day and found.day.day) == expected


@pytest.mark.parametrize(
    ("ours", "agreed", "told"),
    [
        (Told(None, None, (), ()), {"date"}, {"date"}),
        (Told(date(2017, 5, 22), 3, (450.0,), (SUNAN,)), {"date", "number", "distance", "site"}, None),
        (Told(date(2017, 5, 20), 2, (449.0,), (("Wonsan", 39.15, 127.4, 0.0),)), {"date"}, None),
        (Told(date(2017, 5, 23), 3, (500.0,), (SUNAN,)), set(), {"date"}),
        (Told(None, 3, (900.0, 505.0), ()), {"date", "number", "distance"}, {"date", "number", "distance"}),
        (Told(None, None, (), (("the northwest", 39.9, 126.0, 120.0),)), {"date", "site"}, {"date", "site"}),
    ],
)  # fmt: skip
def test_agreement(ours: Told, agreed: set[str], told: set[str] | None) -> None:
    counts: Counter[str] = Counter()
    theirs = Told(date(2017, 5, 21), 3, (500.0,), (SUNAN,))
    differing = list(compare(Incident(date(2017, 5, 22), "", ""), ours, theirs, counts))
    told = told or {"date", "number", "distance", "site"}
    assert {k.removesuffix("_compared") for k in counts if k.endswith("_compared")} == told
    assert {k.removesuffix("_agree") for k, n in counts.items() if k.endswith("_agree") and n} == agreed
    assert len(differing) == len(told - agreed)


def test_told_of_takes_numbers_and_days_only() -> None:
    time = {"start": "2017-05-01T00:00:00+00:00", "granularity": "month"}
    several: dict[str, Any] = {"low": None, "high": None, "unit": "1"}
    facts = [
        {"attribute": "when", "candidates": [{"value": time}]},
        {"attribute": "how_many", "candidates": [{"value": several}, {"value": {**several, "low": 2.0, "high": 2.0}}]},
        {"attribute": "distance", "candidates": [{"value": {"low": 1000.0, "high": 1000.0, "unit": "mi"}}]},
    ]
    launch = {"frame": "weapons_test", "role": "background", "facts": facts}
    assert told_of({"events": [launch]}) == Told(None, 2, (1609.344,), ())
    assert told_of({"events": [{**launch, "frame": "exercise"}]}) is None
