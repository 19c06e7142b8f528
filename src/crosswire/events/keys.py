"""Which nodes are worth comparing: those that stand near one another in time under a common key.

Each key's nodes are sorted by when their event was, and a node is compared with so many on either side of it. That is
a rule on the set of nodes and not on their order of arrival, and it bounds the work however many share a key.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache

from crosswire.events.features.news import SEASON
from crosswire.events.features.open import act
from crosswire.events.features.time import news_interval, own_interval
from crosswire.events.nodes import NEWS, OPEN, Node, named

NAMED = 8  # names of one node that are keys
RAREST, WORDS = 12, 2  # words of one report that are keys, its heaviest; so many must be common to two reports
WIDE, NARROW = 5, 8  # neighbours on either side: among all of a kind; among those that share a name or word
LAG = timedelta(days=1)  # what a report tells without a date was mostly the day before

At = tuple[float, str]
Days = tuple[int, int]
A_DAY = 86_400.0


def at(node: Node) -> At:
    """When a node's event was, in seconds, then its id: the order in which the nodes of a key stand.

    The middle of its own time, else the day before its report's; 0 where neither is known.
    """
    when = node.when
    if when is not None and when.start is not None and when.end is not None:
        return (when.start.timestamp() + when.end.timestamp()) / 2, node.id
    if when is not None and (when.start or when.end) and node.published is None:
        edge = when.start or when.end
        return (edge.timestamp() if edge else 0.0), node.id
    if node.published is None:
        return 0.0, node.id
    return (node.published if node.frame == NEWS else node.published - LAG).timestamp(), node.id


def days(node: Node) -> Days | None:
    """The days outside which a node's event cannot have been, from and to; None where that is open.

    Two nodes whose days do not touch are judged two whatever else they tell, so that they need not be compared.
    """
    if node.frame == NEWS:
        if node.published is None:
            return None
        half = SEASON.total_seconds() / 2
        return _days((node.published.timestamp() - half) // A_DAY, (node.published.timestamp() + half) // A_DAY)
    interval = own_interval(node) or news_interval(node)
    if interval is None:
        return None
    start, end, _ = interval
    return _days(start.timestamp() // A_DAY - 1, end.timestamp() // A_DAY + 1)


@lru_cache(maxsize=10_000)  # the same few days again and again: one object for all
def _days(start: float, end: float) -> Days:
    return int(start), int(end)


def apart(a: Days | None, b: Days | None) -> bool:
    """Whether two that have these days cannot be one."""
    return a is not None and b is not None and (a[0] > b[1] or b[0] > a[1])


def least(node: Node) -> int:
    """Under how many keys two must stand near each other: one rare word is in the news by chance on many days."""
    return WORDS if node.frame == NEWS else 1


def keys(node: Node, family: str) -> Iterator[tuple[str, int]]:
    """A node's keys, each with how many neighbours on either side are compared."""
    if node.frame == NEWS:
        for word in node.about[0].words[:RAREST]:
            yield f"{NEWS}|{word}", NARROW
        return
    yield (f"{family}|{act(node)}", NARROW) if node.frame == OPEN else (family, WIDE)
    for name in sorted(named(node))[:NAMED]:
        yield f"{family}|{name}", NARROW
