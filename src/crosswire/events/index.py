"""Where nodes rest between arrivals: the contract, and its form in memory."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from crosswire.events.keys import At
from crosswire.events.nodes import Node
from crosswire.model import EventChange, Judgement

Key = tuple[str, int]
NONE: Mapping[str, float] = {}


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes that were joined; `level` tells how far the threshold was raised for them (`settle`)."""

    nodes: tuple[str, ...]
    level: int = 0


@dataclass(frozen=True, slots=True)
class Moved:
    """What putting in or taking out a node did to who is near whom: pairs that now are, and that no longer are.

    A pair is told once for each key under which it is so.
    """

    met: tuple[tuple[str, str], ...] = ()
    parted: tuple[tuple[str, str], ...] = ()


class Index(Protocol):
    """Nodes by id, report and key; which are joined by what score; their groups and events; what people said."""

    def put(self, node: Node, at: At, keys: Iterable[Key]) -> Moved:
        """Take a node in; the pairs of it and its new neighbours are among those that met."""

    def drop(self, node: Node, at: At, keys: Iterable[Key]) -> Moved:
        """Take a node out with its edges."""

    def near(self, a: At, b: At, key: Key) -> bool:
        """Whether two nodes that have the key stand near each other under it."""

    def has(self, node: str) -> bool:
        """Whether the node is here."""

    def node(self, node: str) -> Node:
        """The node of that id; raises KeyError."""

    def report(self, report: str) -> Sequence[str]:
        """The ids of a report's nodes in the order of its text, what it is about first."""

    def edges(self, node: str) -> Mapping[str, float]:
        """The nodes that are the same as this one by the machine's judgement, each with the score."""

    def join(self, a: str, b: str, score: float) -> None:
        """Record an edge."""

    def part(self, a: str, b: str) -> bool:
        """Forget an edge; whether there was one."""

    def group(self, node: str) -> Group | None:
        """The group the node is in, None before it was settled."""

    def regroup(self, groups: Iterable[Group]) -> None:
        """Record groups in place of those that their nodes were in."""

    def event(self, node: str) -> str | None:
        """The public id of the event that a node is in."""

    def held(self, event: str) -> Sequence[str]:
        """The nodes of an event; none where it is gone."""

    def hold(self, event: str, nodes: Sequence[str]) -> None:
        """Record an event's nodes."""

    def changed(self, change: EventChange) -> None:
        """Record what became of an id."""

    def resolve(self, event: str) -> str:
        """The id that an event has today: merges are followed."""

    def origin(self, event: str) -> str | None:
        """The event that a part was split from."""

    def say(self, judgement: Judgement) -> None:
        """Record a person's word."""

    def said(self, node: str) -> Mapping[str, Judgement]:
        """The words that hold on a node, by the other node."""

    def is_judged(self) -> bool:
        """Whether anybody ever said a word."""

    def nodes(self) -> Iterator[str]:
        """All ids."""


@dataclass(slots=True)
class _Slot:
    node: Node
    at: At
    edges: dict[str, float] | None = None
    group: Group | None = None
    event: str | None = None


@dataclass(slots=True)
class MemoryIndex:
    """All of it in this process; it can be pickled whole."""

    slots: dict[str, _Slot] = field(default_factory=dict)
    reports: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lists: dict[str, list[At]] = field(default_factory=dict)
    events: dict[str, tuple[str, ...]] = field(default_factory=dict)
    became: dict[str, str] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    sayings: dict[str, dict[str, Judgement]] = field(default_factory=dict)

    def put(self, node: Node, at: At, keys: Iterable[Key]) -> Moved:
        """See `Index`."""
        self.slots[node.id] = _Slot(node, at)
        self.reports[node.report] = (*self.reports.get(node.report, ()), node.id)
        met: list[str] = []
        parted: list[tuple[str, str]] = []
        for key, width in keys:
            among = self.lists.setdefault(key, [])
            place = bisect_left(among, at)
            low = max(0, place - width)
            met += [other for _, other in among[low : place + width]]
            parted += [(among[i][1], among[i + width][1]) for i in range(low, min(place, len(among) - width))]
            among.insert(place, at)
        return Moved(tuple((node.id, other) for other in met), tuple(parted))

    def drop(self, node: Node, at: At, keys: Iterable[Key]) -> Moved:
        """See `Index`."""
        met: list[tuple[str, str]] = []
        for key, width in keys:
            among = self.lists[key]
            place = bisect_left(among, at)
            del among[place]
            low = max(0, place - width)
            met += [(among[i][1], among[i + width][1]) for i in range(low, min(place, len(among) - width))]
            if not among:
                del self.lists[key]
        for other in list(self.edges(node.id)):
            self.part(node.id, other)
        left = tuple(i for i in self.reports[node.report] if i != node.id)
        if left:
            self.reports[node.report] = left
        else:
            del self.reports[node.report]
        del self.slots[node.id]
        return Moved(tuple(met))

    def near(self, a: At, b: At, key: Key) -> bool:
        """See `Index`."""
        among = self.lists.get(key[0], [])
        return abs(bisect_left(among, a) - bisect_left(among, b)) <= key[1]

    def has(self, node: str) -> bool:
        """See `Index`."""
        return node in self.slots

    def node(self, node: str) -> Node:
        """See `Index`."""
        return self.slots[node].node

    def report(self, report: str) -> Sequence[str]:
        """See `Index`."""
        return self.reports.get(report, ())

    def edges(self, node: str) -> Mapping[str, float]:
        """See `Index`."""
        return self.slots[node].edges or NONE

    def join(self, a: str, b: str, score: float) -> None:
        """See `Index`."""
        for one, other in ((a, b), (b, a)):
            slot = self.slots[one]
            if slot.edges is None:
                slot.edges = {}
            slot.edges[other] = score

    def part(self, a: str, b: str) -> bool:
        """See `Index`."""
        one, two = self.slots[a].edges, self.slots[b].edges
        if two is not None:
            two.pop(a, None)
        return one is not None and one.pop(b, None) is not None

    def group(self, node: str) -> Group | None:
        """See `Index`."""
        return self.slots[node].group

    def regroup(self, groups: Iterable[Group]) -> None:
        """See `Index`."""
        for group in groups:
            for node in group.nodes:
                self.slots[node].group = group

    def event(self, node: str) -> str | None:
        """See `Index`."""
        return self.slots[node].event if node in self.slots else None

    def held(self, event: str) -> Sequence[str]:
        """See `Index`."""
        return self.events.get(event, ())

    def hold(self, event: str, nodes: Sequence[str]) -> None:
        """See `Index`."""
        if not nodes:
            self.events.pop(event, None)
            return
        self.events[event] = tuple(nodes)
        for node in nodes:
            self.slots[node].event = event

    def changed(self, change: EventChange) -> None:
        """See `Index`."""
        if change.kind == "merged" and change.other is not None:
            self.became[change.event] = change.other
        if change.kind in ("new", "split", "grown"):
            self.became.pop(change.event, None)
        if change.kind == "split" and change.other is not None:
            self.parts[change.event] = change.other

    def resolve(self, event: str) -> str:
        """See `Index`."""
        while event in self.became:
            event = self.became[event]
        return event

    def origin(self, event: str) -> str | None:
        """See `Index`."""
        return self.parts.get(event)

    def say(self, judgement: Judgement) -> None:
        """See `Index`."""
        for one, other in (judgement.pair, judgement.pair[::-1]):
            known = self.sayings.setdefault(one, {})
            before = known.get(other)
            if before is None or (before.at, before.id) <= (judgement.at, judgement.id):
                known[other] = judgement

    def said(self, node: str) -> Mapping[str, Judgement]:
        """See `Index`."""
        found = self.sayings.get(node)
        return {other: j for other, j in found.items() if not j.undone} if found else {}

    def is_judged(self) -> bool:
        """See `Index`."""
        return bool(self.sayings)

    def nodes(self) -> Iterator[str]:
        """See `Index`."""
        return iter(self.slots)
