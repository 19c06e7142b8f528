"""The index of linking in memory; what was not looked at for long may rest elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from crosswire.events.index import Group, Key, Moved
from crosswire.events.keys import At, Days, apart, days, least
from crosswire.events.nodes import Node
from crosswire.model import EventChange, Judgement

NONE: Mapping[str, float] = {}


class Rest(Protocol):
    """Where a `MemoryIndex` lays the nodes of reports that it has not looked at for long; two thirds of its memory."""

    def lay(self, report: str, nodes: Sequence[Node]) -> None:
        """Keep a report's nodes; what was laid here before is the same."""

    def wake(self, report: str) -> Sequence[Node]:
        """The nodes of a report that was laid here."""

    def forget(self, report: str) -> None:
        """The report is gone."""


@dataclass(slots=True)
class _Slot:
    report: str
    at: At
    node: Node | None  # None while it rests
    days: Days | None
    edges: dict[str, float] | None = None
    group: Group | None = None
    event: str | None = None


@dataclass(slots=True)
class MemoryIndex:
    """All of it in this process; it can be pickled whole where nothing rests elsewhere.

    With `rest`, the nodes of all but the `awake` reports looked at last lie there.
    """

    rest: Rest | None = None
    awake: int = 20_000
    slots: dict[str, _Slot] = field(default_factory=dict)
    reports: dict[str, tuple[str, ...]] = field(default_factory=dict)
    # Of each key, its nodes in their order; where there is one only, as most names stand in one report, that one.
    lists: dict[str, list[At] | At] = field(default_factory=dict)
    events: dict[str, tuple[str, ...]] = field(default_factory=dict)
    became: dict[str, str] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    sayings: dict[str, dict[str, Judgement]] = field(default_factory=dict)
    used: deque[str] = field(default_factory=deque)

    def put(self, node: Node, at: At, keys: Iterable[Key]) -> Moved:
        """See `Index`."""
        mine = days(node)
        self.slots[node.id] = _Slot(node.report, at, node, mine)
        told = self.reports.get(node.report, ())
        self.reports[node.report] = (*told, node.id)
        if not told:
            self._use(node.report)
        met: list[str] = []
        parted: list[tuple[str, str]] = []
        for key, width in keys:
            among = self.lists.get(key)
            if among is None:
                self.lists[key] = at
                continue
            if isinstance(among, tuple):
                among = self.lists[key] = [among]
            place = bisect_left(among, at)
            low = max(0, place - width)
            met += [other for _, other in among[low : place + width]]
            parted += [(among[i][1], among[i + width][1]) for i in range(low, min(place, len(among) - width))]
            among.insert(place, at)
        # Most news stand near under one key only, and a fifth of those who stand near are of the same days.
        often, fewest, slots = Counter(met), least(node), self.slots
        near = [
            other
            for other, times in often.items()
            if times >= fewest and not apart(mine, slots[other].days)
            for _ in range(times)
        ]
        return Moved(tuple((node.id, other) for other in near), tuple(parted))

    def drop(self, node: Node, at: At, keys: Iterable[Key]) -> Moved:
        """See `Index`."""
        met: list[tuple[str, str]] = []
        for key, width in keys:
            among = self.lists[key]
            if isinstance(among, tuple) or len(among) == 1:
                del self.lists[key]
                continue
            place = bisect_left(among, at)
            del among[place]
            low = max(0, place - width)
            met += [(among[i][1], among[i + width][1]) for i in range(low, min(place, len(among) - width))]
        for other in list(self.edges(node.id)):
            self.part(node.id, other)
        met = [(a, b) for a, b in met if not apart(self.slots[a].days, self.slots[b].days)]
        left = tuple(i for i in self.reports[node.report] if i != node.id)
        if left:
            self.reports[node.report] = left
        else:
            del self.reports[node.report]
            if self.rest is not None:
                self.rest.forget(node.report)
        del self.slots[node.id]
        return Moved(tuple(met))

    def near(self, a: At, b: At, key: Key) -> bool:
        """See `Index`."""
        among = self.lists.get(key[0])
        if among is None or isinstance(among, tuple):
            return a == b
        return abs(bisect_left(among, a) - bisect_left(among, b)) <= key[1]

    def _use(self, report: str) -> None:
        """A report's nodes are here; of too many, those that came here first are laid to rest."""
        if self.rest is None:
            return
        self.used.append(report)
        while len(self.used) > self.awake:
            old = self.used.popleft()
            slots = [self.slots[i] for i in self.reports.get(old, ())]
            nodes = [slot.node for slot in slots if slot.node is not None]
            if nodes and len(nodes) == len(slots):
                self.rest.lay(old, nodes)
                for slot in slots:
                    slot.node = None

    def _wake(self, report: str) -> None:
        assert self.rest is not None  # noqa: S101 - nothing rests without it
        for node in self.rest.wake(report):
            if node.id in self.slots:
                self.slots[node.id].node = node
        self._use(report)

    def has(self, node: str) -> bool:
        """See `Index`."""
        return node in self.slots

    def node(self, node: str) -> Node:
        """See `Index`."""
        slot = self.slots[node]
        if slot.node is None:
            self._wake(slot.report)
        assert slot.node is not None  # noqa: S101 - it is awake now
        return slot.node

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
