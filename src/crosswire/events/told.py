"""What judging needs of a report besides the two nodes that it compares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from crosswire.events.nodes import NEWS, OPEN, Node
from crosswire.events.pairs import TOPIC


def first_told(node: Node) -> tuple[bool, float, int]:
    """By which the mentions of a report are sorted, what it tells first before the rest: what a frame knows is."""
    return node.frame == OPEN, -node.prominence, node.order


class Told(NamedTuple):
    """What judging needs of a report besides the two nodes: what it is about, the mentions that are its topics, most
    prominent first, all by their kinds, and which of one kind were found to exclude each other."""

    news: Node | None
    topics: tuple[Node, ...]
    kinds: Mapping[str, Sequence[Node]]
    apart: dict[tuple[str, str], bool]


def told_of(nodes: Iterable[Node]) -> Told:
    """The same of all nodes of a report."""
    news, topics = None, []
    kinds: dict[str, list[Node]] = {}
    for node in nodes:
        if node.frame == NEWS:
            news = node
            continue
        kinds.setdefault(node.frame, []).append(node)
        if node.prominence >= TOPIC:
            topics.append(node)
    if len(topics) > 1:
        topics.sort(key=first_told)
    return Told(news, tuple(topics), kinds, {})
