"""Groups -> events: what reports are about, put together with the event that they tell first."""

from __future__ import annotations

from collections.abc import Collection

from crosswire.events.index import Group, Index
from crosswire.events.nodes import NEWS
from crosswire.events.pairs import TOPIC

Nodes = tuple[str, ...]


def assemble(index: Index, nodes: Collection[str]) -> set[Nodes]:
    """The events that the nodes are in, each as its sorted nodes; all nodes must be settled."""
    return {_with_partner(index, Group(group)) for group in {_group(index, node).nodes for node in nodes}}


def _with_partner(index: Index, group: Group) -> Nodes:
    """A group with the group of the other kind that is one event with it: each points to the other before all."""
    other = _pointed_group(index, group)
    back = _pointed_group(index, other) if other is not None else None
    if other is None or back is None or back.nodes != group.nodes:
        return group.nodes
    return tuple(sorted((*group.nodes, *other.nodes)))


def _pointed_group(index: Index, group: Group) -> Group | None:
    """The group of the other kind that these nodes' reports tell most of.

    What reports are about is one event with a mention only if half of them tell of it, one of them first of all.
    """
    shares: dict[Nodes, list[float]] = {}
    is_news = index.node(group.nodes[0]).frame == NEWS
    for node in group.nodes:
        for other, prominence in _told_with(index, node, is_news).items():
            shares.setdefault(other, []).append(prominence)
    if not shares:
        return None
    best = min(shares, key=lambda nodes: (-sum(shares[nodes]), nodes))
    if is_news and (max(shares[best]) < TOPIC or 2 * len(shares[best]) < len(group.nodes)):
        return None
    return Group(best)


def _told_with(index: Index, node: str, is_news: bool) -> dict[Nodes, float]:
    """From a report's news to the groups that it tells of, and back, each with how prominently."""
    found: dict[Nodes, float] = {}
    for other in index.report(index.node(node).report):
        told = index.node(other)
        if (told.frame == NEWS) != is_news:
            nodes = _group(index, other).nodes
            prominence = told.prominence if is_news else index.node(node).prominence
            found[nodes] = max(found.get(nodes, 0.0), prominence)
    return found


def counterpart(index: Index, node: str) -> str | None:
    """From a report's news to the event that it tells first, and back; None from what it tells besides."""
    news, told = topics(index, index.node(node).report)
    if node == news:
        return told
    return news if node == told else None


def topics(index: Index, report: str) -> tuple[str | None, str | None]:
    """A report's node for what it is about, and the mention that is what it is about; None where there is none."""
    found = [index.node(i) for i in index.report(report)]
    news = next((n.id for n in found if n.frame == NEWS), None)
    told = [n for n in found if n.frame != NEWS and n.prominence >= TOPIC]
    return news, min(told, key=lambda n: (-n.prominence, n.order)).id if told else None


def _group(index: Index, node: str) -> Group:
    group = index.group(node)
    assert group is not None  # noqa: S101 - events are made when all nodes are settled
    return group
