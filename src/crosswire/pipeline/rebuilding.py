"""Everything derived anew from what is recorded, in memory, and written at once; ids follow those that there were."""

from __future__ import annotations

from datetime import datetime

from crosswire.events import keys
from crosswire.events.follow import follow
from crosswire.events.memory import MemoryIndex
from crosswire.events.nodes import NEWS
from crosswire.events.stream import Linked, Linker
from crosswire.model import EventChange, Reading
from crosswire.pipeline.copying import StoredCopies
from crosswire.pipeline.deriving import Log, pictures, publish
from crosswire.pipeline.keeping import Turn
from crosswire.pipeline.tables import Tables

PART = 300  # events weighed and written at a time


def rebuild(turn: Turn, tables: Tables, at: datetime) -> None:
    """Derive all that a store holds."""
    turn.links.turn()
    before = turn.links.all_held()
    index = MemoryIndex()
    linker = Linker(tables.linking, index)
    for word in turn.judgements():
        index.say(word)
    turn.links.forget_all()
    turn.forget_reprints()
    readings = {}
    copies = StoredCopies()
    for reading in turn.current():
        readings[reading.report.id] = reading
        linker.add(reading)
        found = copies.add(reading.report, lambda rid: readings[rid].report)
        turn.put_reprints(found)
    copies.save(turn.links)
    now, history = _named(linker, before, turn)
    _save(index, now, tables, turn)
    _publish(turn, (now, history), readings, (linker, tables, at))
    turn.hear(turn.unheard())
    turn.settle(list(turn.waiting(1_000_000)))


def _named(
    linker: Linker, before: dict[str, list[str]], turn: Turn
) -> tuple[dict[str, tuple[str, ...]], tuple[EventChange, ...]]:
    """The events found, under the ids that there were where most of their nodes are the same."""
    found = sorted(tuple(sorted(n.id for n in one.nodes)) for one in linker.all())
    there = {n for nodes in found for n in nodes}
    old = {event: tuple(n for n in nodes if n in there) for event, nodes in before.items()}
    followed = follow(found, old, lambda event: event in before or turn.links.fate(event) != (None, None))
    return dict(followed.events), followed.changes


def _save(index: MemoryIndex, now: dict[str, tuple[str, ...]], tables: Tables, turn: Turn) -> None:
    event_of = {node: event for event, nodes in now.items() for node in nodes}
    for report, nodes in index.reports.items():
        slots = []
        for place, node in enumerate(nodes):
            group = index.group(node)
            first, level = (group.nodes[0], group.level) if group is not None else (None, 0)
            slots.append((node, report, place, first, level, event_of[node]))
            of = index.node(node)
            turn.links.place(keys.at(of), [key for key, _ in keys.keys(of, tables.linking.family(of))])
            turn.links.save_edges((node, other, score) for other, score in index.edges(node).items())
        turn.links.save_slots(slots)


def _publish(
    turn: Turn,
    named: tuple[dict[str, tuple[str, ...]], tuple[EventChange, ...]],
    readings: dict[str, Reading],
    work: tuple[Linker, Tables, datetime],
) -> None:
    (now, history), (linker, tables, at) = named, work
    _rename(linker, now)
    home = {}
    linked = []
    for event, nodes in sorted(now.items()):
        found = tuple(sorted((linker.index.node(n) for n in nodes), key=lambda n: (n.frame != NEWS, n.id)))
        home.update({m: event for n in found for m in n.mentions})
        if any(n.frame != NEWS for n in found):
            linked.append(Linked(event, found))
    ended = dict.fromkeys(turn.all_events() - {one.id for one in linked})
    ended.update({c.event: c.other for c in history if c.kind == "merged" and c.event in ended})
    for start in range(0, len(linked), PART):
        part = linked[start : start + PART]
        fresh = {p.event.id: p for p in pictures(part, readings, home, (turn, linker, tables))}
        publish(turn, fresh, {}, Log((), tables, at))
    publish(turn, {}, ended, Log(history, tables, at))
    turn.links.save_fates({c.event: (c.other, None) for c in history if c.kind == "merged"})


def _rename(linker: Linker, now: dict[str, tuple[str, ...]]) -> None:
    """Have the linker hold the events under these ids, so that it can say why each was joined."""
    for event, nodes in now.items():
        linker.index.hold(event, nodes)
