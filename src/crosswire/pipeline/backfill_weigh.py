"""Backfill, last stage: events and their readings -> the dataset's rows of one day."""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from crosswire.events.nodes import NEWS
from crosswire.events.stream import Linked, nodes_of
from crosswire.events.tell import event_of, is_ahead, is_event, tell
from crosswire.facts.reprints import find_reprints
from crosswire.model import Claim, Event, Fact, Origin, Picture, Place, Quantity, Reading, Time, Value
from crosswire.pipeline.backfill_link import Linking, readings_of
from crosswire.pipeline.backfill_read import copy_id, day_after
from crosswire.pipeline.backfill_shards import Columns, Row, Summary, rows_of, whole, write_table
from crosswire.pipeline.origins import ties_of
from crosswire.pipeline.picture import Material, make_picture
from crosswire.pipeline.weigh import claim_homes

REPORTS: Columns = {
    "id": "text", "day": "text", "url": "text", "outlet": "text", "title": "text", "published": "moment",
    "captured": "moment", "byline": "text", "credit": "text", "words": "int", "copy_of": "text", "where": "text",
}  # fmt: skip
CLAIMS: Columns = {
    "id": "text", "report": "text", "event": "text", "attribute": "text", "kind": "text", "mode": "text",
    "stance": "text", "speakers": "texts", "value": "text", "low": "float", "high": "float", "unit": "text",
    "quote": "text", "start": "int", "end": "int",
}  # fmt: skip
EVENTS: Columns = {
    "id": "text", "day": "text", "frame": "text", "title": "text", "start": "moment", "end": "moment",
    "granularity": "text", "place": "text", "country": "text", "latitude": "float", "longitude": "float",
    "ahead": "bool", "happened": "text", "credibility": "int", "origins": "int", "reports": "int", "copies": "int",
    "outlets": "texts", "urls": "texts", "why": "texts",
}  # fmt: skip
FACTS: Columns = {
    "event": "text", "attribute": "text", "question": "text", "answer": "text", "low": "float", "high": "float",
    "unit": "text", "standing": "text", "credibility": "int", "answers": "texts", "origins": "texts",
    "claims": "texts", "reasons": "texts",
}  # fmt: skip
ORIGINS: Columns = {
    "event": "text", "id": "text", "name": "text", "kind": "text", "voice": "text", "reports": "texts",
    "reasons": "texts",
}  # fmt: skip
READINGS: Columns = {"report": "text", "day": "text", "reading": "bytes"}
TABLES: Mapping[str, Columns] = {
    "reports": REPORTS,
    "claims": CLAIMS,
    "events": EVENTS,
    "facts": FACTS,
    "origins": ORIGINS,
    "readings": READINGS,
}


@dataclass(frozen=True, slots=True)
class Day:
    """One day to be weighed: its rows of assignment, the last day any of its events reaches, and the shards to read."""

    day: str
    last: str
    assigned: Path
    shards: tuple[Path, ...]
    grouped: Path
    done: Path


def weigh_day(linking: Linking, task: Day, out: Path) -> Summary:
    """Write the dataset's files of one day, and last the summary that says they are there."""
    started = time.process_time()
    days = [day_after(task.day, n) for n in range(_apart(task.day, task.last) + 1)]
    rows = [r for day in days for r in _rows(task.assigned / f"{day}.parquet")]
    mine = [r for r in rows if r["event_day"] == task.day]
    found = readings_of(days, task.shards, linking.unpack)
    pictures = list(_pictures(mine, {rid: reading for rid, (_, reading) in found.items()}, linking))
    own = {rid: reading for rid, (day, reading) in found.items() if day == task.day}
    home = {m: r["event"] for r in rows if r["day"] == task.day for m in r["mentions"]}
    captured, copies = _captured(found, task)
    tables: dict[str, list[Row]] = {
        "reports": [
            *(_report(r, captured, task.day) for r in own.values()),
            *(c for c in copies if c["day"] == task.day),
        ],
        "claims": [row for r in own.values() for row in _claims(r, home)],
        "events": [_event(p, found, copies) for p in pictures],
        "facts": [_fact(f) for p in pictures for f in p.facts],
        "origins": [_origin(p, o) for p in pictures for o in p.origins],
        "readings": _packed(task, set(own)),
    }
    for name, columns in TABLES.items():
        first = list(columns)[:2]
        made = sorted(tables[name], key=lambda row: [str(row[c]) for c in first])
        write_table(out / name / f"{task.day}.parquet", columns, made)
    seconds = round(time.process_time() - started, 3)
    told = {"day": task.day, **{n: len(rows) for n, rows in tables.items()}, "seconds": seconds}
    whole(task.done, json.dumps(told, sort_keys=True).encode())
    return told


def _apart(a: str, b: str) -> int:
    return (date.fromisoformat(b) - date.fromisoformat(a)).days


def _rows(path: Path) -> list[dict[str, Any]]:
    return list(rows_of(path)) if path.exists() else []


def _pictures(
    rows: Sequence[Mapping[str, Any]], readings: Mapping[str, Reading], linking: Linking
) -> Iterator[Picture]:
    """The picture of each event, where it is one and of a wanted kind."""
    events: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        events[row["event"]].append(row)
    for event, own in sorted(events.items()):
        picture = _picture(event, own, readings, linking)
        if picture.real and picture.event.frame in linking.wanted:
            yield picture


def _picture(
    event: str, rows: Sequence[Mapping[str, Any]], readings: Mapping[str, Reading], linking: Linking
) -> Picture:
    tables = linking.tables
    told_by = [readings[r] for r in sorted({row["report"] for row in rows})]
    mine = {row["node"] for row in rows}
    nodes = [n for reading in told_by for n in nodes_of(reading, tables.linking) if n.id in mine]
    linked = Linked(event, tuple(sorted(nodes, key=lambda n: (n.frame != NEWS, n.id))))
    latest = max((r.report.published for r in told_by if r.report.published is not None), default=None)
    told = tell(linked, tables.linking, latest)
    ahead = is_ahead(told, latest)
    why = tuple(dict.fromkeys(w for row in rows for w in row["why"]))
    made = event_of(told, "ahead" if ahead else "main", why)
    return make_picture(made, *_material(made, told_by), (tables, ahead, is_event(told)))


def _material(event: Event, readings: Sequence[Reading]) -> tuple[list[Claim], Material]:
    """The claims about an event, and what weighing them needs."""
    claims = [c for r in readings for c in r.claims]
    reports = {r.report.id: r.report for r in readings}
    mentions = {m.id: m for r in readings for m in r.mentions}
    about = claim_homes(dict.fromkeys(event.mentions, event.id), claims)
    copies = find_reprints([r.report for r in readings]) if len(readings) > 1 else ()
    return [c for c in claims if c.id in about], Material(reports, mentions, ties_of(copies, reports, claims))


def _captured(found: Mapping[str, tuple[str, Reading]], task: Day) -> tuple[dict[str, Any], list[Row]]:
    """(when each report was captured, the rows of the copies of these reports that were not read)."""
    captured = {}
    for shard in task.shards:
        for row in rows_of(shard, ["report", "where", "captured"]):
            if row["report"] in found and found[row["report"]][1].report.path == row["where"]:
                captured[row["where"]] = (row["report"], row["captured"])
    copies: list[Row] = []
    for grouped in sorted(task.grouped.glob("*.parquet")):
        for row in rows_of(grouped, ["where", "url", "captured", "copy_of"]):
            if row["copy_of"] in captured:
                rid = captured[row["copy_of"]][0]
                copies.append(_copy(row, rid, found[rid][0]))
    return dict(captured.values()), copies


def _copy(row: Mapping[str, Any], of: str, day: str) -> Row:
    empty = dict.fromkeys(("outlet", "title", "published", "byline", "credit", "words"))
    told = {"url": row["url"], "captured": row["captured"], "copy_of": of, "where": row["where"]}
    return {**empty, **told, "id": copy_id(row["where"], row["url"]), "day": day}


def _packed(task: Day, own: set[str]) -> list[Row]:
    found: dict[str, Row] = {}
    for shard in task.shards:
        for row in rows_of(shard, ["report", "day", "captured", "where", "reading"]):
            old = found.get(row["report"])
            if row["report"] in own and row["day"] == task.day and (old is None or _at(row) < _at(old)):
                found[row["report"]] = row
    return [{name: row[name] for name in READINGS} for row in found.values()]


def _at(row: Row) -> tuple[Any, str]:
    return row["captured"], row["where"]


# --- rows -----------------------------------------------------------------------------------------------------------


def _report(reading: Reading, captured: Mapping[str, Any], day: str) -> Row:
    report = reading.report
    return {
        "id": report.id,
        "day": day,
        "url": report.url,
        "outlet": report.outlet,
        "title": report.title,
        "published": report.published,
        "captured": captured.get(report.id),
        "byline": report.byline,
        "credit": report.credit,
        "words": len(report.text.split()),
        "copy_of": None,
        "where": report.path,
    }


def _claims(reading: Reading, home: Mapping[str, str]) -> Iterator[Row]:
    about = claim_homes(home, reading.claims)
    for claim in reading.claims:
        yield {
            "id": claim.id,
            "report": claim.report,
            "event": about.get(claim.id),
            "attribute": claim.attribute,
            "kind": claim.kind,
            "mode": claim.mode,
            "stance": claim.stance,
            "speakers": [s.canonical for s in claim.speakers],
            **_answer("value", claim.value),
            "quote": claim.span.exact,
            "start": claim.span.start,
            "end": claim.span.end,
        }


def _answer(name: str, value: Value | None) -> dict[str, Any]:
    number = value if isinstance(value, Quantity) else None
    return {
        name: value.text if value is not None else None,
        "low": number.low if number else None,
        "high": number.high if number else None,
        "unit": number.unit if number else None,
    }


def _event(picture: Picture, found: Mapping[str, tuple[str, Reading]], copies: Sequence[Row]) -> Row:
    event, own = picture.event, set(picture.event.reports)
    happened = next((f for f in picture.facts if f.attribute == "happened"), None)
    where, when = _place(picture), event.when
    urls = {r.report.url for rid in own if (r := found[rid][1]) and r.report.url}
    return {
        "id": event.id,
        "day": min(found[rid][0] for rid in own),
        "frame": event.frame,
        "title": event.title,
        **_when(when),
        "place": where.name if where else None,
        "country": where.country if where else None,
        "latitude": where.lat if where else None,
        "longitude": where.lon if where else None,
        "ahead": picture.ahead,
        "happened": happened.standing if happened else None,
        "credibility": happened.credibility if happened else None,
        "origins": len(_independent(happened)) if happened else 0,
        "reports": len(own),
        "copies": sum(c["copy_of"] in own for c in copies),
        "outlets": list(picture.outlets),
        "urls": sorted(urls),
        "why": list(event.why),
    }


def _when(when: Time | None) -> dict[str, Any]:
    return {
        "start": when.start if when else None,
        "end": when.end if when else None,
        "granularity": when.granularity if when else None,
    }


def _place(picture: Picture) -> Place | None:
    answers = [f.value for f in picture.facts if isinstance(f.value, Place)]
    places = [p for p in (picture.event.where, *answers) if p is not None]
    return next((p for p in places if p.lat is not None), places[0] if places else None)


def _independent(fact: Fact) -> set[str]:
    """The independent origins of the answer that leads."""
    leading = [c for c in fact.candidates if fact.value is None or c.value == fact.value]
    return {o for c in leading for o in (c.independent or ())}


def _fact(fact: Fact) -> Row:
    return {
        "event": fact.event,
        "attribute": fact.attribute,
        "question": fact.question,
        **_answer("answer", fact.value),
        "standing": fact.standing,
        "credibility": fact.credibility,
        "answers": [c.value.text for c in fact.candidates],
        "origins": sorted({o for c in fact.candidates for o in c.origins}),
        "claims": sorted({i for c in fact.candidates for i in c.claims}),
        "reasons": list(fact.reasons),
    }


def _origin(picture: Picture, origin: Origin) -> Row:
    return {
        "event": picture.event.id,
        "id": origin.id,
        "name": origin.name,
        "kind": origin.kind,
        "voice": origin.voice,
        "reports": list(origin.reports),
        "reasons": list(origin.reasons),
    }
