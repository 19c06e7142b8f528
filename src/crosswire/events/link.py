"""Nodes -> clusters: pairs are judged best first, and a cluster never takes in a node that one of its members excludes.

Pairs within one report come first, so that a report's undated lead has its date before it meets others. The order of
arrival does not matter: pairs are sorted by score and then by id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosswire.compare import Scale
from crosswire.events.candidates import candidates, story_homes
from crosswire.events.nodes import Node
from crosswire.events.pairs import TOPIC, Judgement, Pair
from crosswire.events.score import judge
from crosswire.model import Frame

RULES = "link.v1"


@dataclass(frozen=True, slots=True)
class Cluster:
    """Nodes that tell of one occurrence, and why they were joined."""

    nodes: tuple[Node, ...]
    why: tuple[str, ...]


def cluster(nodes: Sequence[Node], frames: Mapping[str, Frame], scale: Scale) -> list[Cluster]:
    """All nodes in clusters, one node each at least; independent of the order of `nodes`."""
    first = _pass(nodes, frames, scale, frozenset())
    stories = frozenset(pair for c in first for pair in _stories(c))
    return _pass(nodes, frames, scale, stories) if stories else first


def _stories(cluster: Cluster) -> Iterator[frozenset[str]]:
    """Pairs of reports that have this event for their topic."""
    topic = sorted({n.report for n in cluster.nodes if n.prominence >= TOPIC})
    for i, a in enumerate(topic):
        for b in topic[i + 1 :]:
            yield frozenset((a, b))


def _pass(
    nodes: Sequence[Node], frames: Mapping[str, Frame], scale: Scale, stories: frozenset[frozenset[str]]
) -> list[Cluster]:
    ordered = sorted(nodes, key=lambda n: n.id)
    families = {name: frame.family for name, frame in frames.items() if frame.family}
    homes = story_homes(stories)
    judged = sorted(
        ((judge(Pair(a, b, frames[a.frame], scale, stories)), a, b) for a, b in candidates(ordered, families, homes)),
        key=lambda item: (item[1].report != item[2].report, -item[0].score, item[1].id, item[2].id),
    )
    apart: dict[str, set[str]] = defaultdict(set)
    for judgement, a, b in judged:
        if judgement.verdict == "different":
            apart[a.id].add(b.id)
            apart[b.id].add(a.id)
    return _join(ordered, judged, apart)


def _join(
    nodes: Sequence[Node], judged: Sequence[tuple[Judgement, Node, Node]], apart: Mapping[str, set[str]]
) -> list[Cluster]:
    home = {node.id: node.id for node in nodes}
    members = {node.id: {node.id} for node in nodes}
    why: dict[str, list[str]] = defaultdict(list)
    for judgement, a, b in judged:
        one, two = home[a.id], home[b.id]
        if judgement.verdict != "same" or one == two:
            continue
        if any(apart.get(m, set()) & members[two] for m in members[one]):
            continue
        keep, gone = sorted((one, two))
        for member in members.pop(gone):
            members[keep].add(member)
            home[member] = keep
        why[keep] = [*why[keep], *why.pop(gone, []), "; ".join(judgement.reasons)]
    known = {node.id: node for node in nodes}
    return [Cluster(tuple(known[i] for i in sorted(ids)), tuple(why[key])) for key, ids in sorted(members.items())]
