"""Backfill, fourth stage: the readings of a day and of those behind it -> events; then one event over all days.

Each day is linked with the days after it (AHEAD), so that every two reports that near each other meet in some window;
and with what later reports date on it ("the tanker hit on July 29"), or each look back would be an event of its own.
What windows say of the same mentions is put together in the order of days: an event of a later window goes on the event
with which it shares most nodes. A node keeps the event it first came to, so that two events never grow into one through
a third.
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from crosswire.events.memory import MemoryIndex
from crosswire.events.nodes import NEWS
from crosswire.events.stream import Linked, Linker, nodes_of
from crosswire.events.tell import AT_ONCE, batched, tell
from crosswire.model import Reading, stable_id
from crosswire.pipeline.backfill.read import AHEAD, day_after, days_told
from crosswire.pipeline.backfill.shards import Row, Summary, rows_of, write_shard
from crosswire.pipeline.tables import Tables

LINKED = {
    "event": "text",
    "node": "text",
    "report": "text",
    "day": "text",
    "mentions": "texts",
    "late": "bool",
    "why": "texts",
}
ASSIGNED = {**LINKED, "event_day": "text"}
Unpack = Callable[[bytes], Reading]


@dataclass(frozen=True, slots=True)
class Linking:
    """What the later stages need, made once by each worker."""

    tables: Tables
    wanted: frozenset[str]
    unpack: Unpack


@dataclass(frozen=True, slots=True)
class Packed:
    """A reading as it lies in a shard: a fortieth of its size in memory."""

    report: str
    day: str
    where: str
    captured: datetime
    late: Sequence[str]
    reading: bytes


def packed_of(shards: Sequence[Path], wanted: Callable[[Row], bool]) -> dict[str, Packed]:
    """The reports wanted by their ids, in order; one that was captured twice is that of its first capture."""
    found: dict[str, Packed] = {}
    for shard in shards:
        for row in rows_of(shard):
            old = found.get(row["report"])
            if wanted(row) and (old is None or (row["captured"], row["where"]) < (old.captured, old.where)):
                found[row["report"]] = Packed(**row)
    return dict(sorted(found.items()))


def link_window(linking: Linking, day: str, shards: Sequence[Path], out: Path) -> Summary:
    """Link the reports of a day and of AHEAD more, and of later ones what they date on the day; only events with a
    wanted frame are kept."""
    started = time.process_time()
    days = {day_after(day, n) for n in range(AHEAD + 1)}
    found = packed_of(shards, lambda row: row["day"] in days or day in row["late"])
    events = Counter[str]()

    def rows() -> Iterator[Row]:
        linker = _linked(found, linking)
        for one in linker.all():
            told = tell(one, linking.tables.linking, None)
            if told.frame.name not in linking.wanted:
                continue
            events["events"] += 1
            yield from _rows_of(one, linker.why(one.id), found, day)

    def told() -> Summary:
        return {"day": day, "reports": len(found), **events, "seconds": round(time.process_time() - started, 3)}

    return write_shard(out, LINKED, rows(), told)


def _rows_of(one: Linked, why: Iterable[str], found: Mapping[str, Packed], day: str) -> Iterator[Row]:
    """The nodes of an event; those of a report behind the window only where it dates the event on the window's day."""
    last = day_after(day, AHEAD)
    dating = {node.report for node in one.nodes if day in days_told(found[node.report].day, [node])}
    kept = [node for node in one.nodes if found[node.report].day <= last or node.report in dating]
    for number, node in enumerate(kept):
        yield {
            "event": one.id,
            "node": node.id,
            "report": node.report,
            "day": found[node.report].day,
            "mentions": [] if node.frame == NEWS else list(node.mentions),
            "late": found[node.report].day > last,
            "why": [] if number else list(why),
        }


def _linked(found: Mapping[str, Packed], linking: Linking) -> Linker:
    """All reports linked, in the order in which `events.tell.link` takes them; of each reading only its nodes stay."""
    nodes = [nodes_of(linking.unpack(packed.reading), linking.tables.linking) for packed in found.values()]
    linker = Linker(linking.tables.linking, MemoryIndex())
    in_order = sorted(nodes, key=lambda n: (n[0].published.timestamp() if n[0].published else 0.0, n[0].report))
    for part in batched(in_order, AT_ONCE):
        linker.add_many(part)
    return linker


@dataclass(slots=True)
class Assigned:
    """Events over all days. Only the days that a window may still touch are held, so that years take no more memory."""

    home: dict[str, str] = field(default_factory=dict)  # node -> its event, of the days that are still open
    rows: dict[str, dict[tuple[str, str], dict[str, Any]]] = field(default_factory=dict)  # day -> (event, node) -> row
    first: dict[str, str] = field(default_factory=dict)  # event -> the first day on which it is told of
    late: set[str] = field(default_factory=set)  # nodes whose event began long before their day, which is still open

    def take(self, linked: Sequence[Mapping[str, Any]]) -> None:
        """Take in the events of one window, the windows in the order of their days."""
        groups: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for row in linked:
            groups[row["event"]].append(row)
        for event, nodes in sorted(groups.items()):
            target = self._known(nodes) or self._free(event, nodes)
            for node in nodes:
                if node["late"] and node["node"] not in self.home:
                    self.late.add(node["node"])
                if self.home.setdefault(node["node"], target) == target:
                    self._put(target, node)

    def _known(self, nodes: Sequence[Mapping[str, Any]]) -> str | None:
        """The event that most of these nodes are of. One that looks back on an old event does not take with it a crowd
        that tells of a new one."""
        known = Counter(self.home[n["node"]] for n in nodes if n["node"] in self.home)
        if not known:
            return None
        target = min(known, key=lambda e: (-known[e], e))
        is_firm = any(self.home.get(n["node"]) == target and n["node"] not in self.late for n in nodes)
        return target if is_firm or 2 * known[target] >= len(nodes) else None

    def _free(self, event: str, nodes: Sequence[Mapping[str, Any]]) -> str:
        return stable_id("event", event, *sorted(n["node"] for n in nodes)) if event in self.first else event

    def _put(self, event: str, node: Mapping[str, Any]) -> None:
        rows = self.rows.setdefault(node["day"], {})
        old = rows.get((event, node["node"]))
        if old is None:
            rows[event, node["node"]] = {**node, "event": event, "why": list(node["why"])}
            self.first[event] = min(self.first.get(event, node["day"]), node["day"])
        else:
            old["why"] += [w for w in node["why"] if w not in old["why"]]

    def finished(self, until: str | None = None) -> Iterator[tuple[str, list[Row]]]:
        """The rows of each day up to one (None: of all), which no later window touches, with their events' first days;
        they are held no longer."""
        for day in sorted(d for d in self.rows if until is None or d <= until):
            rows: list[Row] = [
                {**row, "event_day": self.first[row["event"]]} for _, row in sorted(self.rows.pop(day).items())
            ]
            for row in rows:
                self.home.pop(row["node"], None)
                self.late.discard(row["node"])
            yield day, rows
