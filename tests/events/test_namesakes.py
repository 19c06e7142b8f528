"""What a name that means another place, or no actor at all, excludes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from crosswire.events.facets import facets
from crosswire.events.features.places import places
from crosswire.events.features.telling import actors
from crosswire.events.nodes import Node
from crosswire.events.pairs import VETO, Pair
from crosswire.events.score import excluded
from crosswire.model import Place, Value
from tests.events.test_link import ATTACK, ISRAEL, RUSSIA, TABLE

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def attack(name: str, *values: tuple[str, Value], lands: tuple[str, ...] = ()) -> Node:
    told = tuple((question, (value,)) for question, value in values)
    return Node(name, name, "attack", NOON, 1.0, values=told, lands=lands)


def pair(a: Node, b: Node) -> Pair:
    return Pair(a, b, facets(a), facets(b), ATTACK, TABLE.scale)


BORNO = ("where", Place("Borno", "Borno", "NG", 11.8, 13.1, "in", "state", 150.0))
NEBRASKA = ("where", Place("NE", "Nebraska", "US", 41.5, -99.8, "in", "state", 300.0))
ON_RUSSIA = ("where", Place("Russia", "Russia", "RU", 60.0, 90.0, "in", "country", 3000.0))


@pytest.mark.parametrize(
    ("lands", "excludes"),
    [(("US",), True), (("NG", "US"), False), ((), True)],
    ids=["the sentence names no other country", "it names the other's", "it names none"],
)
def test_a_place_of_another_country_excludes_unless_its_sentence_names_the_others(
    lands: tuple[str, ...], excludes: bool
) -> None:
    a, b = attack("a", BORNO, lands=("NG",)), attack("b", NEBRASKA, lands=lands)
    seen = places(pair(a, b))
    assert seen is not None and (seen.points <= VETO) == excludes
    assert excluded(a, b, TABLE) == excludes
    assert seen.points < 0


def test_in_one_report_two_places_are_two() -> None:
    a, b = attack("a", BORNO, lands=("NG", "US")), replace(attack("b", NEBRASKA, lands=("NG", "US")), report="a")
    seen = places(pair(a, b))
    assert seen is not None and seen.points <= VETO


def test_who_is_called_as_the_place_is_excludes_no_actor() -> None:
    """ "Yemen air strike" tells where it was, and perhaps not whose."""
    apart = actors(pair(attack("a", RUSSIA), attack("b", ISRAEL)))
    assert apart is not None and apart.points <= VETO
    assert actors(pair(attack("a", RUSSIA, ON_RUSSIA), attack("b", ISRAEL))) is None
