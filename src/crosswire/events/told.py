"""What judging needs of a report besides the two nodes that it compares."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from crosswire.events.nodes import NEWS, OPEN, Node
from crosswire.events.pairs import TOPIC


def first_told(node: Node) -> tuple[bool, float, int]:
    """By which the mentions of a report are sorted, what it tells first before the rest: what a frame knows is."""
    return node.frame == OPEN, -node.prominence, node.order


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
