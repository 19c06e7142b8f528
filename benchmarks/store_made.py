"""A big store for measuring what is asked of it: the made news of `readings_made`, with every event derived.

Which reports tell of one event is taken from the making, not from linking, which has its own measurement (`keeping`,
`linking`) and would take an hour for what is asked here: pictures, lists, indexes and logs are those that deriving
writes, by the same code. What linking keeps for itself (nodes, keys, edges) is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from benchmarks.readings_made import event, readings, tellings
from crosswire.events.beside import is_ahead
from crosswire.events.nodes import NEWS, Node
from crosswire.events.stream import Linked, nodes_of
from crosswire.events.tell import event_of, is_event, tell
from crosswire.facts.reprints import needed
from crosswire.model import Arrival, Party, Picture, Reading, stable_id
from crosswire.pipeline.deriving import Log, publish
from crosswire.pipeline.live import Live
from crosswire.pipeline.origins import ties_of
from crosswire.pipeline.picture import Material, make_picture
from crosswire.pipeline.tables import Tables, load_tables
from crosswire.store.store import SqlStore

NOW = datetime(2026, 12, 1, tzinfo=UTC)
BATCH = 400
OLDEST = -4000  # the earliest event that a report looks back on

Told = dict[int, list[tuple[str, tuple[str, ...]]]]  # event -> (report, its mentions of it)


def build(path: Path, count: int) -> None:
    """Make a store of so many reports at a path."""
    live = Live(SqlStore(str(path)), load_tables())
    told = _record(live, count)
    numbers = iter(sorted(told))
    while some := list(islice(numbers, BATCH)):
        _derive(live, [(n, told[n]) for n in some])
    with live.store.turn() as turn:
        while waiting := turn.waiting(BATCH):
            turn.settle(waiting)
    live.store.close()


def _record(live: Live, count: int) -> Told:
    told: Told = defaultdict(list)
    made, numbers, actors = readings(count), tellings(), _Actors()
    while some := list(islice(made, BATCH)):
        live.record([(r, Arrival(NOW)) for r in some])
        for reading in some:
            number, (first, second, old, _) = next(numbers), reading.mentions
            told[number].append((reading.report.id, (first.id, second.id)))
            who = next(v.name for name, v in old.values if name == "who" and isinstance(v, Party))
            told[actors.number(who, number)].append((reading.report.id, (old.id,)))
    return told


class _Actors:
    """Whose name an event has: how the event is found that a report looks back on."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}
        self.made = OLDEST

    def number(self, who: str, until: int) -> int:
        """The event before that one whose actor has the name."""
        while self.made < until:
            self.known[event(self.made).who.name] = self.made
            self.made += 1
        return self.known[who]


def _derive(live: Live, told: Sequence[tuple[int, list[tuple[str, tuple[str, ...]]]]]) -> None:
    with live.store.turn() as turn:
        ids = sorted({report for _, told_by in told for report, _ in told_by})
        found = {r.report.id: r for r in turn.readings(ids)}
        fresh = {p.event.id: p for p in _pictures(told, found, live.tables)}
        publish(turn, fresh, {}, Log((), live.tables, NOW))


def _pictures(
    told: Sequence[tuple[int, list[tuple[str, tuple[str, ...]]]]], found: dict[str, Reading], tables: Tables
) -> Iterator[Picture]:
    for number, told_by in told:
        mentions = {m for _, own in told_by for m in own}
        some = [found[report] for report in dict(told_by)]
        nodes = [n for r in some for n in nodes_of(r, tables.linking) if _is_of(n, mentions)]
        linked = Linked(stable_id("event", "made", number), tuple(nodes))
        reports = {r.report.id: r.report for r in some}
        claims = [c for r in some for c in r.claims]
        ties = ties_of(needed(()), reports, claims)
        latest = max((r.published for r in reports.values() if r.published is not None), default=None)
        what = tell(linked, tables.linking, latest)
        ahead = is_ahead(what, latest)
        made = event_of(what, "ahead" if ahead else "main", ())
        of = Material(reports, {m.id: m for r in some for m in r.mentions}, ties)
        own = [c for c in claims if c.mention in mentions]
        yield make_picture(made, own, of, (tables, ahead, is_event(what)))


def _is_of(node: Node, mentions: set[str]) -> bool:
    return node.frame != NEWS and bool(mentions & set(node.mentions))
