"""One turn of deriving: the reports that wait are linked and looked over for copies, and the events that changed are
weighed anew. What no waiting report touches is neither read nor written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from crosswire.events.beside import is_ahead
from crosswire.events.nodes import NEWS, OPEN
from crosswire.events.pairs import TOPIC
from crosswire.events.recall import Recall
from crosswire.events.stream import Delta, Linked, Linker, nodes_of
from crosswire.events.tell import event_of, is_event, tell
from crosswire.facts.reprints import needed
from crosswire.model import Change, Claim, Event, EventChange, Judgement, Picture, Reading, Report, Reprint
from crosswire.pipeline.changes import changes
from crosswire.pipeline.copying import StoredCopies
from crosswire.pipeline.keeping import Turn
from crosswire.pipeline.linking import StoredIndex
from crosswire.pipeline.linking_held import AtHand as LinksAtHand
from crosswire.pipeline.origins import ties_of
from crosswire.pipeline.picture import Material, make_news, make_picture
from crosswire.pipeline.readings import Readings
from crosswire.pipeline.tables import Tables
from crosswire.pipeline.weigh import RULES, claim_homes


@dataclass(slots=True)
class AtHand:
    """What turns leave for the next one."""

    links: LinksAtHand = field(default_factory=LinksAtHand)
    recall: Recall = field(default_factory=Recall)
    copies: StoredCopies | None = None
    readings: dict[str, Reading] = field(default_factory=dict)


class Derivation:
    """The work of one turn: `take`, then `write`."""

    def __init__(self, turn: Turn, tables: Tables, at_hand: AtHand) -> None:
        self.turn, self.tables, self.at_hand = turn, tables, at_hand
        self.readings = Readings(at_hand.readings, turn, tables.linking)
        self.index = StoredIndex(turn.links, at_hand.links, self.readings.nodes, turn.judgements())
        self.linker = Linker(tables.linking, self.index, at_hand.recall)
        self.touched: set[str] = set()
        self.history: list[EventChange] = []

    def take(self, waiting: Sequence[str], words: Sequence[Judgement]) -> None:
        """Link the waiting reports, each in the place of its older version, and look for copies."""
        newer = self.turn.replaced(waiting)
        older: dict[str, list[str]] = {}
        for old, new in newer.items():
            older.setdefault(new, []).append(old)
        fresh = self.readings.of([r for r in waiting if r not in newer])
        linked = {rid: [old for old in older.get(rid, ()) if self.index.report(old)] for rid in fresh}
        self.link({rid: r for rid, r in fresh.items() if not linked[rid]})
        for rid, reading in fresh.items():
            if linked[rid]:  # an event that told of the older version tells of other words now, whoever else is in it
                self.touched |= self._events_of(linked[rid][0])
                self._after(self.linker.replace(linked[rid][0], reading))
                self.touched |= self._events_of(rid)
        self._copies([fresh[rid].report for rid in fresh if linked[rid]])
        for word in words:
            self._after(self.linker.judge(word))

    def link(self, fresh: Mapping[str, Reading]) -> None:
        """Link reports of which no other version was, and look for copies."""
        self.readings.known.update(fresh)
        self._after(self.linker.add_many(nodes_of(r, self.tables.linking) for r in fresh.values()))
        self._copies([reading.report for reading in fresh.values()])

    def _after(self, delta: Delta) -> None:
        self.touched |= {linked.id for linked in delta.changed}
        self.history += delta.history

    def _copies(self, reports: Sequence[Report]) -> None:
        if self.at_hand.copies is None:
            self.at_hand.copies = StoredCopies.load(self.turn.links)
        copies = self.at_hand.copies
        found = [r for of in reports for r in copies.add(of, lambda rid: self.readings.of([rid])[rid].report)]
        copies.save(self.turn.links)
        self.turn.put_reprints(found)  # an event that holds both holds the new one's nodes: it is weighed anew anyway

    def _events_of(self, report: str) -> set[str]:
        return {e for n in self.index.report(report) if (e := self.index.event(n)) is not None}

    def write(self, at: datetime) -> None:
        """Weigh the touched events, write what is other than it was, and log what a reader is told of it."""
        self.index.save()
        linked = {one.id: one for e in sorted(self.touched) if (one := self.linker.linked(e)) is not None}
        told = {i: one for i, one in linked.items() if is_told(one, self.linker)}
        fresh = self._pictures(list(told.values()))
        ended = {c.event: c.other for c in self.history if c.kind in ("merged", "gone") and c.event not in linked}
        ended.update({i: None for i in linked if i not in told})
        publish(self.turn, fresh, ended, Log(tuple(self.history), self.tables, at))
        self.readings.forget_much()

    def pictures(self, events: Sequence[str]) -> dict[str, Picture]:
        """The pictures of those of these events that are told of."""
        linked = [one for e in events if (one := self.linker.linked(e)) is not None]
        return self._pictures([one for one in linked if is_told(one, self.linker)])

    def _pictures(self, linked: Sequence[Linked]) -> dict[str, Picture]:
        reports = {n.report for one in linked for n in one.nodes}
        readings = self.readings.of(sorted(reports))
        home = self._homes(reports)
        return {p.event.id: p for p in pictures(linked, readings, home, (self.turn, self.linker, self.tables))}

    def _homes(self, reports: Iterable[str]) -> dict[str, str]:
        """Every mention of these reports -> its event."""
        every = sorted(reports)
        self.index.load_reports(every)
        nodes = [self.index.node(i) for r in every for i in self.index.report(r)]
        return {m: event for n in nodes for m in n.mentions if (event := self.index.event(n.id)) is not None}


@dataclass(frozen=True, slots=True)
class Log:
    """What a turn's changes are told with."""

    history: Sequence[EventChange]
    tables: Tables
    at: datetime


def is_told(one: Linked, linker: Linker) -> bool:
    """Whether it is an event, or news of a kind that no frame tells: what its reports are about, and lead with."""
    if any(n.frame not in (NEWS, OPEN) for n in one.nodes):
        return True
    if all(n.frame == OPEN for n in one.nodes):
        return len({n.report for n in one.nodes}) > 1
    beside = (linker.index.node(i) for news in one.nodes for i in linker.index.report(news.report))
    return not any(n.frame not in (NEWS, OPEN) and n.prominence >= TOPIC for n in beside)


def pictures(
    linked: Sequence[Linked],
    readings: Mapping[str, Reading],
    home: Mapping[str, str],
    work: tuple[Turn, Linker, Tables],
) -> Iterator[Picture]:
    """The picture of each linked event."""
    turn, linker, tables = work
    claims = {rid: r.claims for rid, r in readings.items()}
    copies: dict[str, list[Reprint]] = {}
    for reprint in turn.reprints(list(readings)):
        copies.setdefault(reprint.report, []).append(reprint)
    about = {rid: claim_homes(home, told) for rid, told in claims.items()}
    for one in linked:
        reports = sorted({n.report for n in one.nodes})
        own = [c for r in reports for c in claims[r] if about[r].get(c.id) == one.id]
        every = [c for r in reports for c in claims[r]]
        of = _material([readings[r] for r in reports], every, copies)
        event, ahead, real = _event(one, of.reports, linker, tables)
        if event.mentions:
            yield make_picture(event, own, of, (tables, ahead, real))
        else:
            yield make_news(event, of, [(n.id, n.report) for n in one.nodes])


def _material(
    readings: Sequence[Reading], claims: Sequence[Claim], copies: Mapping[str, Sequence[Reprint]]
) -> Material:
    reports = {r.report.id: r.report for r in readings}
    inside = [c for r in reports for c in copies.get(r, ()) if c.of in reports]
    mentions = {m.id: m for r in readings for m in r.mentions}
    return Material(reports, mentions, ties_of(needed(inside), reports, claims))


def _event(one: Linked, reports: Mapping[str, Report], linker: Linker, tables: Tables) -> tuple[Event, bool, bool]:
    """(the event, whether it is to come, whether it is one at all), as of the last report on it."""
    latest = max((r.published for r in reports.values() if r.published is not None), default=None)
    told = tell(one, tables.linking, latest)
    ahead = is_ahead(told, latest)
    return event_of(told, "ahead" if ahead else "main", linker.why(one.id)), ahead, is_event(told)


def publish(turn: Turn, fresh: Mapping[str, Picture], ended: Mapping[str, str | None], log: Log) -> None:
    """Write pictures that are other than they were, lead ended ids to where they went, log what changed."""
    old = turn.pictures([*fresh, *ended])
    differ = [p for i, p in fresh.items() if old.get(i) != p]
    turn.put(differ, old, log.at)
    turn.lead({p.event.id: p.event.id for p in differ if p.event.id not in old})
    turn.lead({i: new for i, new in ended.items() if new is not None})
    turn.drop(i for i in ended if i in old)
    found = [c for p in differ for c in changes(old.get(p.event.id), p, log.tables.scale)]
    turn.log([*found, *_fates(fresh, ended, old, log)], log.at)
    turn.set_rules(RULES)


def _fates(
    fresh: Mapping[str, Picture], ended: Mapping[str, str | None], old: Mapping[str, Picture], log: Log
) -> Iterator[Change]:
    for gone, new in ended.items():
        if gone in old and old[gone].real and new is not None and new in fresh:
            yield Change(new, "merged", f"is one with “{old[gone].event.title}”", other=gone)
        elif gone in old and old[gone].real and new is None:
            yield Change(gone, "gone", f"“{old[gone].event.title}”: no report tells of it any more")
    for change in log.history:
        if change.kind == "split" and change.other is not None and change.event in fresh and fresh[change.event].real:
            yield Change(change.event, "split", "was told apart from another event", other=change.other)
