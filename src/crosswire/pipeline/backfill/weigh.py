"""Backfill, last stage: events and their readings -> the dataset's rows of one day."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from crosswire.events.beside import is_ahead
from crosswire.events.nodes import NEWS
from crosswire.events.stream import Linked, nodes_of
from crosswire.events.tell import event_of, is_event, tell
from crosswire.facts.reprints import find_reprints
from crosswire.model import Claim, Event, Picture, Reading
from crosswire.pipeline.backfill.link import Linking, Packed, Unpack, packed_of
from crosswire.pipeline.backfill.rows import (
    TABLES,
    claim_rows,
    copy_row,
    event_row,
    fact_row,
    origin_row,
    report_row,
)
from crosswire.pipeline.backfill.shards import Row, Summary, finish, rows_of, write_table
from crosswire.pipeline.origins import ties_of
from crosswire.pipeline.picture import Material, make_picture
from crosswire.pipeline.weigh import claim_homes

Drawn = tuple[Picture, bool]  # with whether a report is about the event, instead of mentioning it only
OPEN = 300  # unpacked readings at hand: 0.1 GB


@dataclass(frozen=True, slots=True)
class Day:
    """One day to be weighed: the days on which its events are told of, their rows of assignment, the shards to read."""

    day: str
    days: tuple[str, ...]
    assigned: Path
    shards: tuple[Path, ...]
    grouped: Path
    done: Path


def weigh_day(linking: Linking, task: Day, out: Path) -> Summary:
    """Write the dataset's files of one day, and last the summary that says they are there."""
    started = time.process_time()
    rows = [r for day in task.days for r in _rows(task.assigned / f"{day}.parquet")]
    mine = [r for r in rows if r["event_day"] == task.day]
    told = {(r["report"], r["day"]) for r in mine}
    wanted = packed_of(task.shards, lambda row: row["day"] == task.day or (row["report"], row["day"]) in told)
    shelf = Shelf(wanted, linking.unpack)
    copies = _copies(shelf, task)
    drawn = list(_pictures(mine, shelf, linking))
    pictures = [picture for picture, _ in drawn]
    own = [packed for packed in shelf.packed.values() if packed.day == task.day]
    home = {m: r["event"] for r in rows if r["day"] == task.day for m in r["mentions"]}
    reports = [report_row(shelf.reading(p.report).report, p) for p in own]
    reports += [c for c in copies if c["day"] == task.day]
    tables: dict[str, Iterable[Row]] = {
        "reports": sorted(reports, key=_by_id),
        "claims": (row for p in own for row in claim_rows(shelf.reading(p.report), home)),
        "events": [_event(drawing, shelf, copies) for drawing in drawn],
        "facts": (fact_row(f) for p in pictures for f in p.facts),
        "origins": (origin_row(p, o) for p in pictures for o in p.origins),
        "readings": ({"report": p.report, "day": p.day, "reading": p.reading} for p in own),
    }
    summary: Summary = {"day": task.day}
    for name, columns in TABLES.items():
        summary[name] = write_table(out / name / f"{task.day}.parquet", columns, tables[name])
    summary["seconds"] = round(time.process_time() - started, 3)
    return finish(task.done, summary)


@dataclass(slots=True)
class Shelf:
    """The packed readings at hand; those unpacked last are kept so, for an event's reports are asked for together."""

    packed: Mapping[str, Packed]
    unpack: Unpack
    open: dict[str, Reading] = field(default_factory=dict)

    def reading(self, report: str) -> Reading:
        """The reading of a report."""
        found = self.open.pop(report, None) or self.unpack(self.packed[report].reading)
        self.open[report] = found
        if len(self.open) > OPEN:
            del self.open[next(iter(self.open))]
        return found


def _by_id(row: Row) -> str:
    return str(row["id"])


def _rows(path: Path) -> list[dict[str, Any]]:
    return list(rows_of(path)) if path.exists() else []


def _pictures(rows: Sequence[Mapping[str, Any]], shelf: Shelf, linking: Linking) -> Iterator[Drawn]:
    """The picture of each event, where it is one and of a wanted kind."""
    events: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        events[row["event"]].append(row)
    for event, own in sorted(events.items()):
        picture, is_main = _picture(event, own, shelf, linking)
        if picture.real and picture.event.frame in linking.wanted:
            yield picture, is_main


def _picture(event: str, rows: Sequence[Mapping[str, Any]], shelf: Shelf, linking: Linking) -> Drawn:
    tables = linking.tables
    told_by = [shelf.reading(r) for r in sorted({row["report"] for row in rows})]
    mine = {row["node"] for row in rows}
    nodes = [n for reading in told_by for n in nodes_of(reading, tables.linking) if n.id in mine]
    linked = Linked(event, tuple(sorted(nodes, key=lambda n: (n.frame != NEWS, n.id))))
    latest = max((r.report.published for r in told_by if r.report.published is not None), default=None)
    told = tell(linked, tables.linking, latest)
    ahead = is_ahead(told, latest)
    why = tuple(dict.fromkeys(w for row in rows for w in row["why"]))
    made = event_of(told, "ahead" if ahead else "main", why)
    picture = make_picture(made, *_material(made, told_by), (tables, ahead, is_event(told)))
    return picture, any(n.frame == NEWS for n in nodes)


def _material(event: Event, readings: Sequence[Reading]) -> tuple[list[Claim], Material]:
    """The claims about an event, and what weighing them needs."""
    claims = [c for r in readings for c in r.claims]
    reports = {r.report.id: r.report for r in readings}
    mentions = {m.id: m for r in readings for m in r.mentions}
    about = claim_homes(dict.fromkeys(event.mentions, event.id), claims)
    copies = find_reprints([r.report for r in readings]) if len(readings) > 1 else ()
    return [c for c in claims if c.id in about], Material(reports, mentions, ties_of(copies, reports, claims))


def _copies(shelf: Shelf, task: Day) -> list[Row]:
    """The rows of the copies of these reports that were not read: pages of their own days of capture."""
    heads = {packed.where: packed for packed in shelf.packed.values()}
    return [
        copy_row(row, heads[row["copy_of"]])
        for day in sorted({packed.captured.date().isoformat() for packed in heads.values()})
        for grouped in task.grouped.glob(f"{day}-*.parquet")
        for row in rows_of(grouped, ["where", "url", "captured", "copy_of"])
        if row["copy_of"] in heads
    ]


def _event(drawn: Drawn, shelf: Shelf, copies: Sequence[Row]) -> Row:
    picture, is_main = drawn
    own = sorted(set(picture.event.reports))
    urls = sorted({url for rid in own if (url := shelf.reading(rid).report.url)})
    day = min(shelf.packed[rid].day for rid in own)
    told = {"day": day, "main": is_main, "copies": sum(c["copy_of"] in own for c in copies), "urls": urls}
    return event_row(picture, told)
