"""Which nodes are worth comparing: cheap keys, so that the work grows with a day's events and not with the archive.

Two nodes are compared where they share a key: one report, one day (or month, or year) and kind of event, or one story.
A key that very many share is split by the names in the nodes: who, where, and the words for the event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import combinations

from crosswire.events.features import phrase_words
from crosswire.events.features_time import NEWS
from crosswire.events.nodes import Node
from crosswire.events.pairs import TOPIC
from crosswire.model import Party, Place

DAY = timedelta(days=1)
FEW = 80  # nodes of one key that are all compared; more are compared by name
COMMON = 400  # a name that more nodes of one key share tells nothing


def candidates(
    nodes: Sequence[Node], families: Mapping[str, str], homes: Mapping[str, str]
) -> Iterator[tuple[Node, Node]]:
    """Each pair worth judging, once, the one with the smaller id first; `homes` maps a report to its story."""
    groups: dict[Hashable, list[Node]] = defaultdict(list)
    for node in nodes:
        family = families.get(node.frame, node.frame)
        for key in _keys(node, homes.get(node.report)):
            groups[(family, key)].append(node)
    seen: set[tuple[str, str]] = set()
    for group in groups.values():
        for a, b in _pairs(group):
            pair = (a, b) if a.id < b.id else (b, a)
            if (pair[0].id, pair[1].id) not in seen:
                seen.add((pair[0].id, pair[1].id))
                yield pair


def story_homes(stories: frozenset[frozenset[str]]) -> dict[str, str]:
    """Report -> the smallest report id of its story: reports that share a topic, directly or through others."""
    home: dict[str, str] = {}

    def find(report: str) -> str:
        while home.setdefault(report, report) != report:
            home[report] = home[home[report]]
            report = home[report]
        return report

    for pair in sorted(tuple(sorted(pair)) for pair in stories):
        first, second = sorted((find(pair[0]), find(pair[-1])))
        home[second] = first
    return {report: find(report) for report in list(home)}


def _keys(node: Node, story: str | None) -> Iterator[Hashable]:
    yield ("report", node.report)
    if story is not None:
        yield ("story", story)
    when = node.when
    if when is not None and when.start and when.end:
        yield from _calendar(when.start, when.end)
    elif node.published is not None and node.prominence >= TOPIC:
        yield from _calendar(node.published - NEWS, node.published + DAY)


def _calendar(start: datetime, end: datetime) -> Iterator[Hashable]:
    """Days with a day's margin for a week or less; months up to a quarter; else years."""
    if end - start <= timedelta(days=8):
        for i in range(-1, (end - start).days + 2):
            yield ("day", start.toordinal() + i)
    elif end - start <= timedelta(days=100):
        yield from {("month", d.year, d.month) for d in (start, end - DAY)}
    else:
        yield from {("year", d.year) for d in (start, end - DAY)}


def _pairs(group: Sequence[Node]) -> Iterator[tuple[Node, Node]]:
    if len(group) <= FEW:
        yield from combinations(group, 2)
        return
    named: dict[str, list[Node]] = defaultdict(list)
    for node in group:
        for name in sorted(_names(node)):
            named[name].append(node)
    for same in named.values():
        if len(same) <= COMMON:
            yield from combinations(same, 2)


def _names(node: Node) -> set[str]:
    values = [v for told in node.values.values() for v in told]
    return {v.name for v in values if isinstance(v, Party | Place)} | phrase_words(node)
