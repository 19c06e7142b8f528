"""One day told in other manners: a weekday read a week apart, a week that begins on Sunday, clocks of two zones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from crosswire.events.facets import facets
from crosswire.events.features.kind import kind_of_telling
from crosswire.events.features.time import time
from crosswire.events.nodes import Node
from crosswire.events.pairs import VETO, Pair
from crosswire.model import Modality, Time
from tests.events.test_link import BLAST, TABLE


def at(day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A time of June 2026, whose 13th and 20th are Saturdays."""
    return datetime(2026, 6, day, hour, minute, tzinfo=UTC)


def told(name: str, published: int, when: Time | None, modality: Modality = "happened", words: str = "blast") -> Node:
    return Node(name, name, "explosion", at(published), 0.6, modality=modality, phrases=(words,), when=when)


def on(text: str, day: int) -> Time:
    return Time(text, at(day), at(day + 1), "day")


def clock(text: str, hour: int, minute: int) -> Time:
    return Time(text, at(20, hour, minute), at(20, hour, minute + 1), "minute")


def pair(a: Node, b: Node) -> Pair:
    return Pair(a, b, facets(a), facets(b), BLAST, TABLE.scale)


LAST_WEEK = Time("last week", at(15), at(22), "week")  # Monday to Monday


@pytest.mark.parametrize(
    ("a", "b", "is_one"),
    [
        (told("a", 19, on("early Saturday", 13)), told("b", 20, on("Saturday", 20)), True),
        (told("a", 19, on("Friday", 12)), told("b", 20, on("Saturday", 20)), False),
        (told("a", 15, on("Saturday", 13)), told("b", 20, on("Saturday", 20)), False),
        (told("a", 19, on("Saturday, June 13", 13)), told("b", 20, on("Saturday", 20)), False),
        (told("a", 24, LAST_WEEK), told("b", 14, on("Sunday", 14)), True),
        (told("a", 24, LAST_WEEK), told("b", 14, on("Friday", 12)), False),
        (told("a", 20, clock("10:47", 10, 47)), told("b", 20, clock("09:45 GMT", 9, 45)), True),
        (told("a", 20, clock("10:47", 10, 47)), told("b", 20, clock("9:30", 9, 30)), False),
    ],
)
def test_one_day_or_two(a: Node, b: Node, is_one: bool) -> None:
    seen = time(pair(a, b))
    assert seen is not None
    assert (seen.points >= 0) if is_one else (seen.points <= VETO)


@pytest.mark.parametrize(
    ("words", "prominence", "speaks_against"),
    [("no distress call", 0.4, True), ("no such crash", 0.4, False), ("no distress call", 1.0, False)],
)
def test_that_something_else_did_not_happen_denies_nothing(words: str, prominence: float, speaks_against: bool) -> None:
    """Below the lead; what a headline denies is what its report is about."""
    denied = Node("a", "a", "explosion", at(20), prominence, modality="negated", phrases=(words,))
    seen = kind_of_telling(pair(denied, told("b", 20, None, words="the crash")))
    assert (seen is not None and seen.points < 0) == speaks_against


def test_a_week_may_begin_a_day_early_only() -> None:
    start = facets(told("a", 24, LAST_WEEK)).own
    assert start is not None
    assert start[0] == at(15) - timedelta(days=1)
