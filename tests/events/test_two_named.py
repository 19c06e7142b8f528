"""One report that tells of two of a kind: by the names it gives, what it sets apart, and what it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from crosswire.claims.read import Reader, read
from crosswire.events.aside import is_a_span
from crosswire.events.named import are_far_apart, named_apart
from crosswire.events.nodes import Node, make_nodes
from crosswire.events.tell import link
from crosswire.model import Party, Place, Text, Time, Value
from crosswire.pipeline.weigh import table_of
from tests.builders import report

PRELL, SILD = Text("Ada Prell", "prell"), Text("Ben Sild", "sild")
NORDAL, RIVA = (Party(name, name, None, "body") for name in ("Nordal", "Riva Lines"))
LIMA, CUSCO = (
    Place("in Lima", "Lima", "PE", -12.05, -77.04, kind="city"),
    Place("in Cusco", "Cusco", "PE", -13.53, -71.97, kind="city"),
)


@pytest.mark.parametrize(
    ("one", "two", "beside", "apart"),
    [
        ({"victim": [PRELL]}, {"victim": [SILD]}, "", True),
        ({"who": [NORDAL]}, {"who": [RIVA]}, "", True),
        ({"victim": [PRELL]}, {"victim": [SILD]}, "Prell", False),  # named in the sentence of the other
        ({"victim": [PRELL]}, {"victim": [Text("Prell", "prell")]}, "", False),
        ({"victim": [PRELL]}, {"victim": [Text("unarmed man", "man")]}, "", False),
        ({"who": [NORDAL]}, {"who": [RIVA], "target": [NORDAL]}, "", False),  # who bought it and who was bought
        ({"who": [NORDAL]}, {"who": [replace(RIVA, kind="person")]}, "", False),  # a man and his company
        ({"who": [RIVA]}, {"who": [replace(NORDAL, name="RL", text="RL")]}, "", False),
        ({"who": [NORDAL]}, {"victim": [RIVA]}, "", False),
        ({}, {"who": [RIVA]}, "", False),
    ],
)
def test_two_are_two_by_their_names(
    one: Mapping[str, list[Value]], two: Mapping[str, list[Value]], beside: str, apart: bool
) -> None:
    assert (named_apart(one, two, ((), beside.split())) is not None) is apart


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        ({"where": [LIMA]}, {"where": [CUSCO]}, True),
        ({"where": [LIMA]}, {"where": [LIMA, CUSCO]}, False),
        ({"where": [LIMA]}, {}, False),
    ],
)
def test_two_scenes_are_far_apart(one: Mapping[str, list[Value]], two: Mapping[str, list[Value]], apart: bool) -> None:
    assert are_far_apart(one, two) is apart


def _killings(text: str, reader: Reader) -> list[Node]:
    (reading,) = read([report(text=text)], reader)
    return [n for n in make_nodes(reading, table_of(reader).frames) if n.frame == "killing"]


@pytest.mark.parametrize(
    ("second", "events"),
    [
        ("In a separate incident, a man shot two officers in Riva.", 2),
        ("In another attack hours later, a man shot two officers.", 2),
        ("The shooting of the guard lasted minutes.", 1),
    ],
)
def test_what_a_clause_sets_apart(second: str, events: int, reader: Reader) -> None:
    readings = list(read([report(text=f"Gunmen shot a guard in Halden on Monday, police said.\n\n{second}")], reader))
    index = link(readings, table_of(reader)).index
    nodes = [n for n in make_nodes(readings[0], table_of(reader).frames) if n.frame == "killing"]
    assert len({index.event(n.id) for n in nodes}) == events


@pytest.mark.parametrize(
    ("told", "another"),
    [
        ("In another sign of unrest, gunmen shot a guard in Halden.", False),
        ("In an unrelated incident, gunmen shot a guard in Halden.", True),
        ("Gunmen who were seen in another attack shot a guard in Halden.", False),
    ],
)
def test_what_opens_a_clause_is_its_occurrence(told: str, another: bool, reader: Reader) -> None:
    shot = [n for n in _killings(told, reader) if n.phrases[0].startswith("shot")]
    assert [n.another for n in shot] == [another]


@pytest.mark.parametrize(
    ("told", "several"),
    [
        ("Karsk has carried out several airstrikes in Halden.", True),
        ("Karsk carried out several airstrikes in Halden on Monday.", False),
        ("Karsk carried out airstrikes in Halden.", False),
        ("After several days of airstrikes in Halden, Karsk agreed to talks.", False),
    ],
)
def test_what_is_counted_without_a_day_is_a_row(told: str, several: bool, reader: Reader) -> None:
    (reading,) = read([report(text=told)], reader)
    nodes = [n for n in make_nodes(reading, table_of(reader).frames) if n.frame == "attack"]
    assert nodes
    assert {n.several for n in nodes} == {several}


@pytest.mark.parametrize(
    ("start", "end", "is_span"),
    [((2026, 1, 1), (2027, 1, 1), True), ((2026, 10, 1), (2026, 11, 1), False), ((2025, 1, 1), (2026, 1, 1), False)],
)
def test_a_span_lasts_up_to_the_news(start: tuple[int, int, int], end: tuple[int, int, int], is_span: bool) -> None:
    first, last = (datetime(*day, tzinfo=UTC) for day in (start, end))
    assert is_a_span(Time("then", first, last, "year"), datetime(2026, 11, 20, tzinfo=UTC)) is is_span
