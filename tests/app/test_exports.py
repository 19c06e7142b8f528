"""Exports hold what is known, in forms that others read."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime

import pyarrow.parquet as pq
import pytest

from crosswire import app
from crosswire.app.desk import Desk
from crosswire.app.exports.forms import export
from crosswire.app.exports.rows import COLUMNS
from crosswire.app.exports.tables import as_csv
from tests.served import event_of


@pytest.fixture(scope="module")
def desk(knowledge: app.Knowledge) -> Desk:
    return Desk(knowledge)


@pytest.fixture(scope="module")
def ids(desk: Desk) -> list[str]:
    return desk.ids(app.Selection(), 1000)


def test_csv_has_a_row_an_event(desk: Desk, ids: list[str], knowledge: app.Knowledge) -> None:
    rows = list(csv.DictReader(io.StringIO(export(desk, ids, "csv").decode())))
    assert len(rows) == len(ids) == len({r["id"] for r in rows})
    launch = next(r for r in rows if r["id"] == event_of(knowledge, "weapons_test").id)
    assert launch["plover"] == "MOBILIZE/weapons"
    assert launch["country"] == "KP"
    assert float(launch["latitude"]) == pytest.approx(39.2, abs=1)
    assert launch["happened"] == "corroborated"
    assert launch["credibility"] == "1"
    assert launch["start"].startswith("2026-05-20")
    assert "1,100 km" in launch["answer.distance"]
    assert launch["standing.distance"] == "corroborated"


def test_parquet_has_the_same_rows_typed(desk: Desk, ids: list[str]) -> None:
    table = pq.read_table(io.BytesIO(export(desk, ids, "parquet")))
    assert table.num_rows == len(ids)
    assert set(COLUMNS) <= set(table.column_names)
    assert str(table.schema.field("latitude").type) == "double"
    assert str(table.schema.field("origins").type) == "int64"


def test_geojson_puts_longitude_first(desk: Desk, ids: list[str], knowledge: app.Knowledge) -> None:
    told = json.loads(export(desk, ids, "geojson"))
    assert told["type"] == "FeatureCollection"
    launch = next(f for f in told["features"] if f["id"] == event_of(knowledge, "weapons_test").id)
    assert launch["geometry"]["coordinates"][0] == pytest.approx(125.7, abs=1.5)
    assert any(f["geometry"] is None for f in told["features"])
    assert "latitude" not in launch["properties"]


def test_json_and_lines_hold_the_facts(desk: Desk, ids: list[str]) -> None:
    whole = json.loads(export(desk, ids, "json"))["events"]
    lines = [json.loads(line) for line in export(desk, ids, "jsonl").decode().splitlines()]
    assert whole == lines
    assert any(fact["candidates"] for event in whole for fact in event["facts"])


def test_linked_data_quotes_the_reports(desk: Desk, knowledge: app.Knowledge) -> None:
    event = event_of(knowledge, "earthquake").id
    claims = json.loads(export(desk, [event], "schema"))
    assert claims["@context"] == "https://schema.org"
    assert {node["@type"] for node in claims["@graph"]} == {"Claim"}
    notes = json.loads(export(desk, [event], "annotations"))
    assert len(notes["items"]) == len(claims["@graph"]) > 10
    texts = {f"urn:crosswire:{r.id}": r.text for r in knowledge.event(event).brief.reports}
    texts |= {r.url: r.text for r in knowledge.event(event).brief.reports if r.url}
    for note in notes["items"]:
        quote, position = note["target"]["selector"]
        text = texts[note["target"]["source"]]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text[: position["start"]].endswith(quote["prefix"])


def test_nothing_is_exported_as_nothing(desk: Desk) -> None:
    assert export(desk, [], "csv").decode().startswith("id,title,")
    assert json.loads(export(desk, [], "geojson"))["features"] == []
    assert pq.read_table(io.BytesIO(export(desk, [], "parquet"))).num_rows == 0
    assert export(desk, ["event-none"], "jsonl") == b""


def test_a_spreadsheet_runs_no_title(desk: Desk, knowledge: app.Knowledge) -> None:
    known = desk.known([event_of(knowledge, "earthquake").id])
    evil = type(known[0].listing)
    for title in ("=1+1", "+1", "-1", "@x", "\t=1"):
        fields = {f: getattr(known[0].listing, f) for f in evil.__slots__}
        listing = evil(**{**fields, "title": title})
        told = as_csv([type(known[0])(listing, (), None)])
        assert next(csv.DictReader(io.StringIO(told)))["title"] == f"'{title}"


def test_a_calendar_of_what_is_expected(knowledge: app.Knowledge) -> None:
    from icalendar import Calendar  # noqa: PLC0415 - as slow as in the program

    ahead = knowledge.events(app.Selection(ahead=True), None, 100).events
    made = Calendar.from_ical(app.calendar(ahead, datetime(2026, 5, 1, tzinfo=UTC)))
    entries = made.walk("VEVENT")
    assert len(entries) == sum(e.when is not None and e.when.start is not None for e in ahead) > 3
    for entry in entries:
        assert entry.decoded("dtend") >= entry.decoded("dtstart")
        assert str(entry["summary"])
