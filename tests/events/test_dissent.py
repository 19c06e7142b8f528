"""Groups of which a few nodes exclude what the rest is one with: who leaves, and whose day is told beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from crosswire.events.dissent import leaving
from crosswire.events.nodes import Node
from crosswire.events.recall import Weighed
from crosswire.events.score import SAME_AT
from crosswire.events.settle import Component, settle
from crosswire.model import Time

LEFT, RIGHT = ("a1", "a2", "a3", "a4"), ("b1", "b2", "b3")
NODES = {n: Node(n, n, "explosion", None, 1.0) for n in (*LEFT, *RIGHT)}
DAY = datetime(2026, 3, 7, tzinfo=UTC)


def _judge(
    against: frozenset[tuple[str, str]], silent: frozenset[tuple[str, str]] = frozenset()
) -> Mapping[object, Weighed]:
    found: dict[object, Weighed] = {}
    for a in LEFT:
        for b in RIGHT:
            verdict: Weighed = ("same", SAME_AT + 1)
            if (a, b) in against:
                verdict = ("different", -99.0)
            elif (a, b) in silent:
                verdict = ("unsure", 0.5)
            found[a, b] = found[b, a] = verdict
    return found


@pytest.mark.parametrize(
    ("against", "gone"),
    [
        ((), set()),
        ((("a1", "b1"), ("a1", "b2"), ("a1", "b3")), {"a1"}),
        ((("a1", "b1"), ("a2", "b1")), {"b1"}),
        ((("a1", "b1"), ("a2", "b2")), None),  # two would have to leave seven
        ((("a1", "b1"), ("a2", "b2"), ("a3", "b3"), ("a4", "b1")), None),
    ],
)
def test_who_leaves(against: tuple[tuple[str, str], ...], gone: set[str] | None) -> None:
    judged = _judge(frozenset(against))
    assert leaving(NODES, lambda a, b: judged[a, b], LEFT, RIGHT) == gone


def test_nobody_leaves_where_the_rest_does_not_agree_for_sure() -> None:
    silent = frozenset((a, b) for a in LEFT for b in RIGHT if (a, b) not in (("a2", "b2"), ("a3", "b3")))
    judged = _judge(frozenset({("a1", "b1")}), silent - {("a1", "b1")})
    assert leaving(NODES, lambda a, b: judged[a, b], LEFT, RIGHT) is None


@pytest.mark.parametrize(
    ("days_before", "gone"),
    [(4, set()), (9, None)],
)
def test_the_day_that_a_report_tells_stands_for_its_headline(days_before: int, gone: set[str] | None) -> None:
    """A report of the 11th leads without a day and tells below that it was the 7th: not what it is taken to be, the
    days before the report."""
    published = DAY + timedelta(days=days_before)
    nodes = {
        "title": Node("title", "r", "explosion", published, 1.0),
        "body": Node("body", "r", "explosion", published, 0.7, when=_on(DAY)),
        "other": Node("other", "s", "explosion", None, 1.0, when=_on(DAY)),
    }

    def judge(a: str, b: str) -> Weighed:
        return ("different", -99.0) if "title" in (a, b) else ("same", 3.0)

    assert leaving(nodes, judge, ("body", "title"), ("other",)) == gone


def test_who_left_is_an_event_of_its_own() -> None:
    judged = _judge(frozenset({("a1", "b1"), ("a1", "b2"), ("a1", "b3")}))
    edges = {(a, b): 4.0 for group in (LEFT, RIGHT) for a in group for b in group if a < b}
    edges |= {(a, b): 3.0 for a in LEFT[1:] for b in RIGHT}

    def judge(a: str, b: str) -> Weighed:
        return judged[a, b] if a[0] != b[0] else ("same", 4.0)

    assert settle(Component(NODES, edges, {}, judge))[0] == [("a1",), ("a2", "a3", "a4", "b1", "b2", "b3")]


def _on(day: datetime) -> Time:
    return Time("on Saturday", day, day + timedelta(days=1), "day")
