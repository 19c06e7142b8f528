"""Groups of reports: when two are put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from crosswire.events.days import DAYS
from crosswire.events.facets import facets
from crosswire.events.features.story import leading
from crosswire.events.nodes import NEWS, Node
from crosswire.events.pairs import Pair, Seen
from crosswire.events.recall import Weighed
from crosswire.events.score import SAME_AT
from crosswire.events.settle import Component, settle
from crosswire.events.words import Vector
from tests.events.test_link import TABLE

SILENT = Vector((), b"")
LEFT, RIGHT = ("a1", "a2", "a3", "a4"), ("b1", "b2", "b3", "b4")


def _of(score: Callable[[str, str], float], days: Mapping[str, str] | None = None) -> Component:
    """Reports with how near they are, and the one day that those of each group name."""
    names = sorted((*LEFT, *RIGHT))
    nodes = {n: Node(n, n, NEWS, None, 1.0, about=(SILENT,) * DAYS + (_day(n, days or {}),)) for n in names}
    edges = {(a, b): score(a, b) for a in names for b in names if a < b and score(a, b) >= SAME_AT}

    def judge(a: str, b: str) -> Weighed:
        points = score(*sorted((a, b)))
        return ("same" if points >= SAME_AT else "unsure", points)

    return Component(nodes, edges, {}, judge)


def _day(report: str, days: Mapping[str, str]) -> Vector:
    return Vector((days[report[0]],), bytes([255])) if report[0] in days else SILENT


def _within(a: str, b: str) -> float | None:
    """Three reports of each group are 5 points near, the fourth is 4 to them; None across the two groups."""
    if a[0] != b[0]:
        return None
    return 4.0 if "4" in (a[1], b[1]) else 5.0


def _two_stories(a: str, b: str) -> float:
    return _within(a, b) or 3.5


def _bridged(a: str, b: str) -> float:
    return _within(a, b) or (3.95 if int(a[1]) % 2 == int(b[1]) % 2 else 3.05)


@pytest.mark.parametrize(("score", "groups"), [(_two_stories, 2), (_bridged, 1)])
def test_two_groups_are_one_event_where_reports_of_each_find_near_ones_in_the_other(
    score: Callable[[str, str], float], groups: int
) -> None:
    """The mean between the groups is 3.5 both times, and 4.5 within each."""
    assert len(settle(_of(score))[0]) == groups


@pytest.mark.parametrize(
    ("days", "groups"),
    [
        ({"a": "tuesday", "b": "friday"}, 2),
        ({"a": "tuesday", "b": "tuesday"}, 1),
        ({"a": "tuesday"}, 1),
        ({"a": "tuesday", "b": "mar 3"}, 1),
    ],
)
def test_two_groups_that_name_other_days_are_two_events(days: Mapping[str, str], groups: int) -> None:
    """All else would join them; where only one names days, or each calls them in its own manner, nothing is known."""
    assert len(settle(_of(_bridged, days))[0]) == groups


@pytest.mark.parametrize(
    ("seen", "adds"),
    [
        ({"time": 0.5, "words": 0.8}, False),
        ({"time": 0.5, "places": 0.9}, True),
        ({"time": 0.5, "names": 0.3}, True),
        ({"time": -0.5, "places": 0.9}, False),
    ],
)
def test_two_leads_of_one_story_are_one_event_only_if_something_tells_which_one(
    seen: dict[str, float], adds: bool
) -> None:
    """Two ransomware attacks of a week are told in the same words."""
    a, b = (Node(n, n, "attack", None, 1.0) for n in "ab")
    pair = Pair(a, b, facets(a), facets(b), TABLE.frames["attack"], TABLE.scale)
    found = leading(pair, [(name, Seen(points, name)) for name, points in seen.items()])
    assert (found is not None) == adds
