"""Pairs of stored events that the rules nearly joined: where a person's word helps most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations

from crosswire.claims import read as reading
from crosswire.events.nodes import Node
from crosswire.events.pairs import Judged
from crosswire.events.score import SAME_AT, Between, Table
from crosswire.events.stream import nodes_of
from crosswire.events.told import told_of
from crosswire.model import Listing, Picture, Selection
from crosswire.pipeline.keeping import Store
from crosswire.pipeline.weigh import table_of

LATEST = 80  # events, those that changed last, among which pairs are sought
LOOKED = 400  # pairs that are judged
TOLD_IN = 2  # reports of an event that speak for it
DAYS = timedelta(days=3)
NEARLY = 0.4  # of what makes two events one


@dataclass(frozen=True, slots=True)
class Unsure:
    """Two events, what the rules make of them (points), and what they saw, in words."""

    a: str
    b: str
    score: float
    why: tuple[str, ...]


def unsure(store: Store, reader: reading.Reader, limit: int) -> list[Unsure]:
    """The pairs nearest to being one event, the nearest first. What people have judged is not asked again."""
    table = table_of(reader)
    listed, _ = store.listings(Selection(), (None, LATEST))
    pairs = list(_alike(listed, table))[:LOOKED]
    pictures = store.pictures(sorted({e.id for pair in pairs for e in pair}))
    nodes = _nodes(store, pictures.values(), table)
    said = _said(store, pictures)
    found = []
    for a, b in pairs:
        judged = _nearest(nodes.get(a.id, ()), nodes.get(b.id, ()), table)
        if judged is not None and {a.id, b.id} not in said and judged.score >= NEARLY * SAME_AT:
            found.append(Unsure(a.id, b.id, judged.score, judged.reasons))
    return sorted(found, key=lambda u: (-u.score, u.a, u.b))[:limit]


def _said(store: Store, pictures: Mapping[str, Picture]) -> list[set[str]]:
    """The pairs of events of which people have said something that still holds."""
    home = {mention: event for event, picture in pictures.items() for mention in picture.event.mentions}
    latest = {word.pair: word for word in sorted(store.judgements(), key=lambda w: w.at)}
    return [{home.get(a, a), home.get(b, b)} for (a, b), word in latest.items() if not word.undone]


def _alike(listed: Sequence[Listing], table: Table) -> Iterator[tuple[Listing, Listing]]:
    """Events of one family of kinds, on days near each other or on none."""
    by_family: dict[str, list[Listing]] = defaultdict(list)
    for event in listed:
        frame = table.frames.get(event.frame)
        by_family[(frame.family if frame is not None else None) or event.frame].append(event)
    for events in by_family.values():
        for a, b in combinations(events, 2):
            one, two = _start(a), _start(b)
            if a.ahead == b.ahead and (one is None or two is None or abs(one - two) <= DAYS):
                yield a, b


def _start(event: Listing) -> datetime | None:
    return event.when.start if event.when is not None else None


def _nodes(store: Store, pictures: Iterable[Picture], table: Table) -> dict[str, list[Sequence[Node]]]:
    """Event -> for each of its first reports, the report's nodes with those of the event before all others."""
    wanted = {p.event.id: p.event.reports[:TOLD_IN] for p in pictures}
    mentions = {p.event.id: set(p.event.mentions) for p in pictures}
    read = store.readings(sorted({r for reports in wanted.values() for r in reports}))
    by_report = {r.report.id: nodes_of(r, table) for r in read}
    return {
        event: [
            sorted(by_report[r], key=lambda n: not mentions[event].intersection(n.mentions))
            for r in reports
            if any(mentions[event].intersection(n.mentions) for n in by_report.get(r, ()))
        ]
        for event, reports in wanted.items()
    }


def _nearest(ones: Sequence[Sequence[Node]], twos: Sequence[Sequence[Node]], table: Table) -> Judged | None:
    """The judgement with most points of the events' reports."""
    best: Judged | None = None
    for a in ones:
        for b in twos:
            one, two = a[0], b[0]
            if one.report == two.report or one.id == two.id:
                continue
            judged = Between(told_of(a), told_of(b), table).judged(one, two)
            best = judged if best is None or judged.score > best.score else best
    return best
