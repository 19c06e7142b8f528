"""Everything derived anew from what is recorded, in one transaction; ids follow those that there were.

Reports are linked some hundreds at a time through the store, as they are when they come in, and events are weighed in
parts: what is held in memory at once are the ids of nodes, not texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice

from crosswire.events.follow import Followed, follow
from crosswire.model import Reading
from crosswire.pipeline.deriving import AtHand, Derivation, Log, publish
from crosswire.pipeline.keeping import Turn
from crosswire.pipeline.tables import Tables
from crosswire.pipeline.uncollected import uncollected

AT_ONCE = 400  # reports linked, and events weighed and written, at a time

Nodes = tuple[str, ...]


def rebuild(turn: Turn, tables: Tables, at: datetime) -> None:
    """Derive all that a store holds."""
    turn.links.turn()
    before = turn.links.all_held()
    turn.links.forget_all()
    turn.forget_reprints()
    _link(turn, tables)
    followed = _named(before, turn)
    _publish(turn, followed, (tables, at))
    turn.hear(turn.unheard())
    while waiting := turn.waiting(AT_ONCE):
        turn.settle(waiting)


def _link(turn: Turn, tables: Tables) -> None:
    """Link all reports. The ids that events have meanwhile are told to nobody: what becomes of them is not kept."""
    at_hand = AtHand()
    for readings in _parts(turn.current()):
        with uncollected():
            derivation = Derivation(turn, tables, at_hand)
            derivation.link({r.report.id: r for r in readings})
            derivation.index.save(fates=False)
            derivation.readings.forget_much()


def _parts(readings: Iterator[Reading]) -> Iterator[list[Reading]]:
    while some := list(islice(readings, AT_ONCE)):
        yield some


def _named(before: Mapping[str, Sequence[str]], turn: Turn) -> Followed:
    """The events found, under the ids that there were where most of their nodes are the same."""
    held = turn.links.all_held()
    found = {tuple(sorted(nodes)): event for event, nodes in held.items()}
    there = {n for nodes in found for n in nodes}
    old = {event: tuple(n for n in nodes if n in there) for event, nodes in before.items()}
    followed = follow(sorted(found), old, lambda event: event in before or turn.links.fate(event) != (None, None))
    turn.links.rename({found[nodes]: event for event, nodes in followed.events.items() if found[nodes] != event})
    return followed


def _publish(turn: Turn, followed: Followed, work: tuple[Tables, datetime]) -> None:
    (tables, at), at_hand, told = work, AtHand(), set[str]()
    for events in _slices(sorted(followed.events)):
        with uncollected():
            derivation = Derivation(turn, tables, at_hand)
            fresh = derivation.pictures(events)
            publish(turn, fresh, {}, Log((), tables, at))
            told |= fresh.keys()
            derivation.readings.forget_much()
        at_hand.links = type(at_hand.links)()  # no event is asked for twice
    ended: dict[str, str | None] = dict.fromkeys(turn.all_events() - told)
    ended.update({c.event: c.other for c in followed.changes if c.kind == "merged" and c.event in ended})
    publish(turn, {}, ended, Log(followed.changes, tables, at))
    turn.links.save_fates({c.event: (c.other, None) for c in followed.changes if c.kind == "merged"})


def _slices(events: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(events)
    while part := list(islice(rest, AT_ONCE)):
        yield part
