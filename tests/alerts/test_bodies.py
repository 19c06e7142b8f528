"""Messages in every form, read back by readers that are not ours."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest
from cap_tools import AlertState
from cap_tools.models import Alert as CapAlert
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from xsdata.formats.dataclass.parsers import XmlParser

from crosswire.alerts.bodies import (
    BARE,
    SAMPLE,
    as_html,
    as_json,
    as_text,
    check_template,
    load_templates,
    render,
    subject,
)
from crosswire.alerts.cap import Issue, Operator, as_cap
from crosswire.alerts.feeds_out import AlertFeed, Item, as_atom, as_json_feed
from crosswire.alerts.minimap import minimap
from crosswire.errors import BadDataError

NOW = datetime(2026, 1, 28, 9, 0, tzinfo=UTC)
SQUARE = {"type": "Polygon", "coordinates": [[[29, 69], [32, 69], [32, 71], [29, 71], [29, 69]]]}
HOSTILE = '"><script>alert(1)</script>&\x00\x0b'


def hostile() -> dict[str, Any]:
    """A message whose every word is a stranger's, and bad."""
    event = {**SAMPLE["event"], "title": HOSTILE, "url": "javascript:alert(1)"}
    where = {**SAMPLE["event"]["where"], "name": HOSTILE}
    quote = {**SAMPLE["quotes"][0], "exact": HOSTILE, "url": "javascript:alert(1)", "chain": [HOSTILE]}
    return {**SAMPLE, "event": {**event, "where": where}, "quotes": [quote], "watch": HOSTILE}


def test_the_text_tells_all_that_a_reader_needs() -> None:
    text = as_text(SAMPLE)
    for words in (
        "CONFIRMED: Tanker hit off Karsk, two or three killed (disputed), Tuesday\n",
        "Confirmed by 2 independent origins: Northland's Coast Guard; the owner",
        "off Karsk (70.10 N, 30.20 E, known to about 10 km)", "geo:70.1000,30.2000;u=10000", "inside the Pale Sea",
        "How many were killed? two (Northland's Coast Guard) against three (the owner) [disputed]",
        "Harbour Gazette, citing Northland's Coast Guard: a tanker was hit off Karsk",
        "https://gazette.example/tanker", "Who attacked?", "the owner", 'your watch "Ships in the Pale Sea"',
        "nobody has checked it",
    ):  # fmt: skip
        assert words in text, text
    assert "WHAT CHANGED" not in text, "a first message is new as a whole"
    assert "UNCONFIRMED: An event\nNo known origin" in as_text(BARE)


def test_what_changed_stands_in_an_update() -> None:
    update = {**SAMPLE, "news": [{"kind": "value", "words": "killed: two, now nine"}], "number": 2}
    assert "WHAT CHANGED\n- killed: two, now nine" in as_text(update)
    assert subject(update) == "UPDATE 2, CONFIRMED: Tanker hit off Karsk, two or three killed (disputed), Tuesday"


def test_html_is_safe_and_has_a_map() -> None:
    page = as_html(SAMPLE, SQUARE)
    assert "<svg" in page
    assert 'href="https://gazette.example/tanker"' in page
    bad = as_html(hostile(), SQUARE)
    assert "<script>" not in bad
    assert 'href="javascript:' not in bad.replace('href="javascript:alert(1)">All', "")


def test_json_is_the_record() -> None:
    assert json.loads(as_json(SAMPLE)) == SAMPLE


def test_shipped_templates_make_valid_json() -> None:
    templates = load_templates(None)
    for name in ("slack", "ntfy"):
        for record in (SAMPLE, BARE, hostile()):
            assert json.loads(render(templates[name], record, {}, html=False))


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("{{ m.event.titel }}", "titel"),
        ("{% if m.area %}", "line 1"),
        ("{{ m.area.why }}", "mend the template"),
        ("{{ m.event.__class__.__mro__ }}", "unsafe|mend"),
        ("{{ m.facts[0].answer }}", "mend the template"),
        ("{{ 1 / 0 }}", "ZeroDivisionError"),
    ],
)
def test_a_template_with_an_error_is_found_when_it_is_saved(source: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "mine.j2").write_text(source, encoding="utf-8")
    with pytest.raises(BadDataError, match=words):
        load_templates(tmp_path)


def test_a_good_template_is_taken(tmp_path: Path) -> None:
    (tmp_path / "short.j2").write_text("{{ m.event.title }}", encoding="utf-8")
    assert render(load_templates(tmp_path)["short"], SAMPLE, {}, html=False) == "Tanker hit off Karsk"
    check_template("{{ m.watch }}", "here")


# --- CAP ----------------------------------------------------------------------------------------------------------


def parsed(document: str) -> CapAlert:
    """By a library that is not ours, strict on what it does not know."""
    found: CapAlert = XmlParser().from_string(document, CapAlert)
    return found


def test_cap_by_another_library() -> None:
    first = parsed(as_cap(SAMPLE, Issue("a1", NOW), Operator()))
    assert (first.status.value, first.msg_type.value, first.sender) == ("Test", "Alert", "crosswire@localhost")
    info = first.infos[0]
    assert (info.categories[0].value, info.certainty.value) == ("Security", "Likely")
    assert info.areas[0].circles == ["70.1000,30.2000 10"]
    assert "nobody has checked it" in (first.note or "")


def test_updates_and_cancels_refer_to_what_they_replace() -> None:
    state = AlertState()
    state.ingest(parsed(as_cap(SAMPLE, Issue("a1", NOW), Operator())))
    state.ingest(parsed(as_cap(SAMPLE, Issue("a2", NOW, ("a1", NOW)), Operator())))
    assert [a.identifier for a in state.alerts] == ["a2"]
    cancel = Issue("a3", NOW, ("a2", NOW), is_cancel=True)
    state.ingest(parsed(as_cap(SAMPLE, cancel, Operator())))
    assert [(a.identifier, a.msg_type.value) for a in state.alerts] == [("a3", "Cancel")]


@pytest.mark.parametrize("record", [SAMPLE, BARE, hostile()], ids=["sample", "bare", "hostile"])
@pytest.mark.parametrize("shape", [{}, SQUARE])
def test_cap_by_the_schema_of_oasis(record: Mapping[str, Any], shape: Mapping[str, Any]) -> None:
    place = os.environ.get("CROSSWIRE_CAP_XSD")
    if place is None:
        pytest.skip("set CROSSWIRE_CAP_XSD to OASIS' CAP-v1.2.xsd, which is not ours to ship")
    schema = etree.XMLSchema(etree.parse(place))
    for issue in (Issue("a1", NOW), Issue("a2", NOW, ("a1", NOW)), Issue("a3", NOW, ("a2", NOW), is_cancel=True)):
        schema.assertValid(etree.fromstring(as_cap(record, issue, Operator(), shape).encode()))


@settings(deadline=None)  # the first one loads templates and coasts
@given(st.text(max_size=60))
def test_any_words_give_well_formed_documents(words: str) -> None:
    record = {**SAMPLE, "watch": words, "event": {**SAMPLE["event"], "title": words}}
    etree.fromstring(as_cap(record, Issue("a1", NOW), Operator()).encode())
    etree.fromstring(as_atom(AlertFeed("w", "http://a.example/", words, [Item("1", NOW, record)])).encode())


# --- feeds --------------------------------------------------------------------------------------------------------


def test_atom_by_a_feed_reader() -> None:
    items = [Item("alert-2", NOW, SAMPLE, "http://a.example/2.cap.xml"), Item("alert-1", NOW, BARE)]
    document = as_atom(AlertFeed("watch-1", "http://a.example/feed", "Crosswire: All", items))
    feed = vars(feedparser)["parse"](io.BytesIO(document.encode()))
    assert not feed.bozo
    first, second = feed.entries
    assert first.title == "CONFIRMED: Tanker hit off Karsk, two or three killed (disputed), Tuesday"
    assert [round(float(x), 1) for x in first.where.coordinates] == [30.2, 70.1]
    assert any(link.type == "application/cap+xml" for link in first.links)
    assert second.id != first.id


def test_json_feed() -> None:
    feed = json.loads(as_json_feed(AlertFeed("w", "http://a.example/", "T", [Item("1", NOW, SAMPLE)])))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["items"][0]["content_text"] == as_text(SAMPLE)


@pytest.mark.parametrize(
    ("lat", "lon"), [(70.1, 30.2), (-17.0, 179.9), (0.0, -180.0), (89.9, 10.0), (-89.9, 0.0), (35.0, 139.0)]
)
def test_maps_anywhere_are_small_and_well_formed(lat: float, lon: float) -> None:
    drawn = minimap({"name": HOSTILE.replace("\x00", "").replace("\x0b", ""), "lat": lat, "lon": lon}, SQUARE)
    etree.fromstring(drawn)
    assert len(drawn) < 300_000
    assert minimap(None, {}) == ""


@pytest.mark.parametrize(
    ("fact", "event", "told"),
    [
        ({"answer": "3 people", "standing": "corroborated"}, "corroborated", ", 3 people killed, "),
        ({"answer": "3 people", "standing": "reported"}, "corroborated", ", 3 people killed (unconfirmed), "),
        ({"answer": "3 people", "standing": "reported"}, "reported", ", 3 people killed, "),
        ({"answer": "2", "others": ["3"], "standing": "disputed"}, "corroborated", ", 2 or 3 killed (disputed), "),
        ({"answer": "no people", "standing": "corroborated"}, "corroborated", "Karsk, Tuesday"),
        ({"answer": "3 people", "standing": "withdrawn"}, "corroborated", "Karsk, Tuesday"),
        ({"answer": None, "standing": "reported"}, "corroborated", "Karsk, Tuesday"),
    ],
)
def test_the_first_line_says_how_many_died_as_surely_as_that_is_known(
    fact: dict[str, Any], event: str, told: str
) -> None:
    facts = [{**SAMPLE["facts"][0], "others": [], **fact}]
    assert told in subject({**SAMPLE, "standing": event, "facts": facts})
