"""Linking as reports come: each arrival touches only the events it belongs to, and the result is that of all at once.

Why it is the same in any order: which nodes are compared follows from how the set of nodes is sorted (`keys`), what a
pair is judged to be from its two reports alone (`score`), and groups are made anew for each connected component that
an arrival touches, by a rule on its set of edges (`settle`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crosswire.events.assemble import Look, assemble, counterpart
from crosswire.events.follow import Nodes, follow
from crosswire.events.grouping import Settled, hanging_together, regroup, settled_at
from crosswire.events.index import Index
from crosswire.events.meeting import Meeting
from crosswire.events.news import make_news
from crosswire.events.nodes import NEWS, Node, make_nodes
from crosswire.events.pairs import Judged
from crosswire.events.recall import Recall
from crosswire.events.score import Table
from crosswire.events.settle import Component
from crosswire.model import EventChange, Judgement, Reading


@dataclass(frozen=True, slots=True)
class Linked:
    """One event as it stands: its public id and its nodes, those for what reports are about first."""

    id: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Delta:
    """What one arrival changed: the events that hold other nodes now, and what became of ids."""

    changed: tuple[Linked, ...] = ()
    history: tuple[EventChange, ...] = ()

    @property
    def gone(self) -> tuple[str, ...]:
        """Ids that name no event of their own any more: merged into another, or told of by nobody."""
        return tuple(c.event for c in self.history if c.kind in ("merged", "gone"))


def nodes_of(reading: Reading, table: Table) -> tuple[Node, ...]:
    """All nodes of a reading: what it is about, then what it tells of in the order of the text."""
    return (make_news(reading, table.words), *make_nodes(reading, table.frames))


class Linker:
    """Links what it is given; all that it knows rests in the index, what it found out in between in `recall`."""

    def __init__(self, table: Table, index: Index, recall: Recall | None = None) -> None:
        self.table, self.index = table, index
        self._meeting = Meeting(table, index, Recall() if recall is None else recall)
        self._settled: dict[str, Settled] = {}  # what the last arrival settled, for telling why

    def add(self, reading: Reading) -> Delta:
        """Take in a report; one that is here already changes nothing."""
        return self.add_nodes(nodes_of(reading, self.table))

    def add_nodes(self, nodes: Sequence[Node]) -> Delta:
        """Take in the nodes of one report, what it is about first."""
        return self.add_many([nodes])

    def add_many(self, reports: Iterable[Sequence[Node]]) -> Delta:
        """Take in the nodes of several reports at once: the same events as one by one, for far less work.

        What is in between, an event that the next report of them changes again, is not told.
        """
        fresh = {nodes[0].id: nodes for nodes in reports if nodes and not self.index.has(nodes[0].id)}
        return self._after(self._meeting.enter(fresh.values()), {}) if fresh else Delta()

    def remove(self, report: str) -> Delta:
        """Forget a report; one that is not here changes nothing."""
        old = [self.index.node(i) for i in self.index.report(report)]
        events = self._events_of(n.id for n in old)
        beside = {n for held in events.values() for n in held}
        return self._after(self._meeting.leave(old) | beside, events)

    def replace(self, report: str, reading: Reading) -> Delta:
        """Put an edited report in the place of its older form; its events keep their ids where they still stand."""
        old = [self.index.node(i) for i in self.index.report(report)]
        events = self._events_of(n.id for n in old)
        beside = {n for held in events.values() for n in held}
        touched = self._meeting.leave(old) | beside
        nodes = nodes_of(reading, self.table)
        touched |= self._meeting.enter([nodes])
        return self._after(touched, _handed_on(events, _heirs(old, nodes)))

    def judge(self, judgement: Judgement) -> Delta:
        """Take a person's word, which wins over any score; an undone one gives the pair back to the score.

        It may come before the reports it is about.
        """
        pairs = [
            judgement.pair,
            tuple(counterpart(self.index, node) for node in judgement.pair if self.index.has(node)),
        ]
        nodes = [node for pair in pairs for node in pair if node is not None and self.index.has(node)]
        touched = {n for node in nodes for n in hanging_together(self.index, node).nodes}
        self.index.say(judgement)
        return self._after(touched, {})

    def linked(self, event: str) -> Linked | None:
        """The event of that id, or of the one it was merged into; None where there never was one."""
        now = self.index.resolve(event)
        nodes = self.index.held(now)
        return self._linked(now, nodes) if nodes else None

    def all(self) -> list[Linked]:
        """All events, in the order of their ids."""
        events = sorted({e for i in self.index.nodes() if (e := self.index.event(i)) is not None})
        return [self._linked(event, self.index.held(event)) for event in events]

    def explain(self, a: str, b: str) -> Judged:
        """What the machine makes of two nodes, feature by feature."""
        return self._meeting.in_full(a, b)

    def why(self, event: str) -> tuple[str, ...]:
        """What joined an event's nodes, a line for each joining."""
        return tuple(why for _, why in self.joins(event))

    def joins(self, event: str) -> list[tuple[tuple[str, str], str]]:
        """The pairs of nodes that joined an event, each with what joined it."""
        found: list[tuple[tuple[str, str], str]] = []
        done: set[str] = set()
        for node in self.index.held(event):
            if node not in done:
                component, groups, joins = self._settled.get(node) or self._settle(node)
                mine = next(g for g in groups if node in g)
                done.update(mine)
                found += [(pair, self._words(component, pair)) for pair in joins if pair[0] in mine]
        return found

    def _settle(self, node: str) -> Settled:
        return settled_at(self.index, hanging_together(self.index, node), self._meeting.weighed)

    def _words(self, component: Component, pair: tuple[str, str]) -> str:
        word = component.said.get(pair)
        if word is not None and word.verdict == "same":
            return f"{word.by} judged them the same"
        return self._meeting.recall.explain(pair, self._meeting.judged)

    def _after(self, touched: Iterable[str], before: Mapping[str, Nodes]) -> Delta:
        """Groups and events of what was touched, with their ids; `before` are events whose nodes have changed."""
        self._settled = {}
        changed = regroup(self.index, set(touched), self._meeting.weighed, self._settled)
        changed |= {n for held in before.values() for n in held if self.index.has(n)}
        old, found = self._around(changed, before)
        followed = follow(sorted(found), old, self._is_taken)
        for event in old:
            if event not in followed.events:
                self.index.hold(event, ())
        for change in followed.changes:
            self.index.changed(change)
        altered = {c.event for c in followed.changes if c.kind not in ("merged", "gone")}
        for event in sorted(altered | (set(followed.events) & set(before))):
            self.index.hold(event, followed.events[event])
        return Delta(tuple(self._linked(e, followed.events[e]) for e in sorted(altered)), followed.changes)

    def _around(self, changed: set[str], before: Mapping[str, Nodes]) -> tuple[dict[str, Nodes], set[Nodes]]:
        """The events that the nodes were in and those they are in now, until both have the same nodes."""
        old, nodes = dict(before), {n for node in changed for n in self.index.report(self.index.node(node).report)}
        look = Look(self.index, self._meeting.weighed, {name: f.weight for name, f in self.table.frames.items()})
        while True:
            found = assemble(look, nodes)
            wider = {node for made in found for node in made}
            for event in {e for node in wider if (e := self.index.event(node)) is not None} - set(old):
                old[event] = tuple(self.index.held(event))
            wider |= {node for held in old.values() for node in held if self.index.has(node)}
            if wider == nodes:
                return old, found
            nodes = wider

    def _is_taken(self, event: str) -> bool:
        return bool(self.index.held(event)) or self.index.resolve(event) != event

    def _events_of(self, nodes: Iterable[str]) -> dict[str, Nodes]:
        events = {e for node in nodes if (e := self.index.event(node)) is not None}
        return {event: tuple(self.index.held(event)) for event in events}

    def _linked(self, event: str, nodes: Iterable[str]) -> Linked:
        found = [self.index.node(n) for n in nodes]
        return Linked(event, tuple(sorted(found, key=lambda n: (n.frame != NEWS, n.id))))


def _heirs(old: Sequence[Node], new: Sequence[Node]) -> dict[str, str]:
    """Each node of a report's older form -> the next of its kind in the order of the newer one's text."""
    waiting = list(new)
    found: dict[str, str] = {}
    for node in old:
        heir = next((n for n in waiting if n.frame == node.frame), None)
        if heir is not None:
            waiting.remove(heir)
            found[node.id] = heir.id
    return found


def _handed_on(events: Mapping[str, Nodes], heirs: Mapping[str, str]) -> dict[str, Nodes]:
    return {event: tuple(heirs.get(node, node) for node in nodes) for event, nodes in events.items()}
