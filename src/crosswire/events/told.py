"""What judging needs of a report besides the two nodes that it compares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple

from crosswire.events.nodes import NEWS, OPEN, Node
from crosswire.events.pairs import TOPIC
from crosswire.model import Mention, Time

LEADING = 0.8  # of its kind's weight a mention has in a headline or the first two paragraphs
DAYS = ("minute", "hour", "day")
FRESH = timedelta(days=2)  # so old at most is what a report leads with as its news


def first_told(node: Node) -> tuple[bool, float, int]:
    """By which the mentions of a report are sorted, what it tells first before the rest: what a frame knows is."""
    return node.frame == OPEN, -node.prominence, node.order


def is_topic(node: Node, weight: float) -> bool:
    """Whether a mention can be what a story is about, where mentions of its kind weigh so much at the most.

    A kind that weighs little (a death, an offer, a bill passed) is told in passing more often than not, and no mention
    of it is its report's topic; but what the headline or the first sentences tell with a day of these days is news.
    """
    return node.prominence >= TOPIC or (node.prominence >= led_from(weight) and _is_fresh(node))


def led_from(weight: float) -> float:
    """How prominent a mention is that its report leads with, of a kind that weighs so much."""
    return min(TOPIC, LEADING * weight)


def _is_fresh(node: Node) -> bool:
    """Whether its day is one of those before its report ("on Thursday", where nobody knows the report's day)."""
    days = [t for _, t in node.of_type("time") if isinstance(t, Time) and t.granularity in DAYS]
    if node.published is None:
        return bool(days)
    return any(day.end is not None and day.end > node.published - FRESH for day in days)


def put_ahead(mentions: Iterable[Mention]) -> bool:
    """Whether most of what tells of an event in its own words puts it ahead."""
    own = list(mentions)
    came = {m.refers for m in own if m.modality == "happened"}
    told = Counter("happened" if m.id in came else m.modality for m in own if m.refers is None)
    return told["expected"] > sum(told.values()) / 2


class Told(NamedTuple):
    """What judging needs of a report besides the two nodes: what it is about, the mentions that are its topics, most
    prominent first, all by their kinds, and by the id of each those of its kind that exclude it, once it was asked."""

    news: Node | None
    topics: tuple[Node, ...]
    kinds: Mapping[str, Sequence[Node]]
    rivals: dict[str, Sequence[Node] | None]

    def rivals_of(self, node: Node, exclude: Callable[[Node, Node], bool]) -> Sequence[Node]:
        """Those of a node's kind in its report that exclude it."""
        found = self.rivals[node.id]
        if found is None:
            others = (n for n in self.kinds[node.frame] if n.id != node.id)
            found = self.rivals[node.id] = tuple(n for n in others if exclude(n, node))
        return found


def told_of(nodes: Iterable[Node]) -> Told:
    """The same of all nodes of a report."""
    news, topics = None, []
    kinds: dict[str, list[Node]] = {}
    rivals: dict[str, Sequence[Node] | None] = {}
    for node in nodes:
        if node.frame == NEWS:
            news = node
            continue
        kinds.setdefault(node.frame, []).append(node)
        rivals[node.id] = None
        if node.prominence >= TOPIC:
            topics.append(node)
    if len(topics) > 1:
        topics.sort(key=first_told)
    return Told(news, tuple(topics), kinds, rivals)
