"""Bare counts of the dead belong to what their report leads with; an attack and its deaths in one sentence are one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from crosswire.claims.read import Reader, read
from crosswire.events.facets import facets
from crosswire.events.features.story import leading, toll
from crosswire.events.features.telling import tied
from crosswire.events.nodes import Node, make_nodes
from crosswire.events.pairs import Pair, Seen
from crosswire.pipeline.weigh import table_of
from tests.builders import report
from tests.events.test_link import ATTACK, TABLE

WEDNESDAY = datetime(2026, 3, 4, 12, tzinfo=UTC)
LEAD = Node("lead", "r", "transport_accident", WEDNESDAY, 1.0, sentences=(0,))
COUNT = Node("count", "r", "killing", WEDNESDAY, 0.6, order=1, bare=True, sentences=(90,))


def pair(a: Node, b: Node, face: str = "") -> Pair:
    return Pair(a, b, facets(a), facets(b), ATTACK, TABLE.scale, face)


@pytest.mark.parametrize(
    ("sentence", "is_bare"),
    [
        ("Five people were killed and many injured.", True),
        ("Five people were killed on Tuesday.", False),
        ("Five people were killed in Lima.", False),
        ("It was the worst such day since 2018, when nine people were killed.", False),
        ("Another five people were killed.", False),
    ],
)
def test_what_is_a_bare_count(sentence: str, is_bare: bool, reader: Reader) -> None:
    (reading,) = read([report(text=sentence, published=WEDNESDAY)], reader)
    nodes = [n for n in make_nodes(reading, table_of(reader).frames) if n.frame in ("killing", "deaths")]
    assert [n.bare for n in nodes] == [is_bare] * len(nodes)
    assert nodes or not is_bare


@pytest.mark.parametrize(
    ("led", "counted", "is_toll"),
    [
        (LEAD, COUNT, True),
        (replace(LEAD, prominence=0.6), replace(COUNT, prominence=0.3), False),
        (LEAD, replace(COUNT, bare=False), False),
        (replace(LEAD, modality="expected"), COUNT, False),
        (replace(LEAD, another=True), COUNT, False),
        (replace(LEAD, report="s"), COUNT, False),
        (LEAD, replace(COUNT, frame="arrest"), False),
    ],
)
def test_a_bare_count_is_the_toll_of_the_lead(led: Node, counted: Node, is_toll: bool) -> None:
    assert (toll(pair(led, counted)) is not None) == is_toll


@pytest.mark.parametrize(
    ("kinds", "is_tied"),
    [(("attack", "killing"), True), (("ship_attack", "explosion"), True), (("attack", "clash"), False)],
)
def test_an_attack_and_its_deaths_told_in_one_sentence_are_tied(kinds: tuple[str, str], is_tied: bool) -> None:
    one, two = (Node(kind, "r", kind, WEDNESDAY, 1.0, sentences=(0,)) for kind in kinds)
    assert (tied(pair(one, two)) is not None) == is_tied


@pytest.mark.parametrize(
    ("days", "kinds", "seen", "points"),
    [
        (0, ("attack", "attack"), [("time", Seen(0.5, ""))], 0.3),
        (2, ("attack", "attack"), [("time", Seen(0.5, ""))], None),
        (0, ("attack", "attack"), [("time", Seen(0.5, "")), ("numbers", Seen(-0.3, ""))], None),
        (2, ("attack", "attack"), [("places", Seen(0.9, ""))], 0.6),
        (0, ("attack", "killing"), [("family", Seen(-0.7, "")), ("places", Seen(0.9, ""))], 0.3),
        (0, ("attack", "killing"), [("family", Seen(-0.7, ""))], None),
        (
            0,
            ("attack", "killing"),
            [("family", Seen(-0.7, "")), ("places", Seen(0.9, "")), ("time", Seen(-0.5, ""))],
            None,
        ),
    ],
)
def test_leads_of_one_story(
    days: int, kinds: tuple[str, str], seen: list[tuple[str, Seen]], points: float | None
) -> None:
    one, two = (Node(str(i), str(i), kind, WEDNESDAY + i * timedelta(days=days), 1.0) for i, kind in enumerate(kinds))
    found = leading(pair(one, two), seen)
    assert (found.points if found is not None else None) == points
