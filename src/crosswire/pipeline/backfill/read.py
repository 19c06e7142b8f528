"""Backfill, second and third stage: pages that pass -> groups of copies by day -> readings, one page of each group."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any, Protocol

from crosswire.errors import UnreadableInputError
from crosswire.model import Fetched, Given, Reading, Time, stable_id
from crosswire.pipeline.backfill.shards import Row, Summary, rows_of, some_rows, summary_of, write_shard
from crosswire.pipeline.read import Pipeline

GROUPED = {
    "shard": "text",
    "row": "int",
    "where": "text",
    "url": "text",
    "captured": "moment",
    "copy_of": "text",
}
READ = {
    "report": "text",
    "day": "text",
    "where": "text",
    "captured": "moment",
    "late": "texts",
    "reading": "bytes",
}
AHEAD = 2  # days: what is told of within these is linked with its day
LATE = 92  # days: what is told of later than that is linked with its own day alone
DATED = ("minute", "hour", "day")
LIKE = 0.8  # share of equal hashes above which two texts with the same names and numbers are one
AT_ONCE = 60  # pages of one task: ten seconds of a core
OLDEST = timedelta(days=30)  # between publication and capture; a page captured later is news of its day of capture
NAMED = 50
Pack = Callable[[Reading], bytes]


def group_day(day: str, shards: Sequence[Path], out: Path) -> Summary:
    """Tell which pages of a day are copies: the same names and numbers at the triggers, and nearly the same words."""
    started = time.process_time()
    pages = _pages(day, shards)
    pages.sort(key=lambda p: (p["captured"], p["url"], p["where"]))
    heads: dict[str, list[dict[str, Any]]] = defaultdict(list)
    copies = Counter[str]()
    for page in pages:
        same = next((h for h in heads[page["told"]] if _is_copy(page, h)), None)
        page["copy_of"] = same["where"] if same else ""
        if same is None:
            heads[page["told"]].append(page)
        else:
            copies["exact copy" if same["digest"] == page["digest"] else "near copy"] += 1

    def told() -> Summary:
        seconds = round(time.process_time() - started, 3)
        return {"day": day, "pages": len(pages), "copies": dict(copies), "seconds": seconds}

    # In the order of the shards, so that a task of the next stage opens few of them.
    return write_shard(out, GROUPED, sorted(pages, key=lambda p: (p["shard"], p["row"])), told)


def _pages(day: str, shards: Sequence[Path]) -> list[dict[str, Any]]:
    columns = ["where", "url", "captured", "day", "digest", "told", "marks"]
    return [
        {**row, "shard": shard.name, "row": number}
        for shard in shards
        for number, row in enumerate(rows_of(shard, columns))
        if row["day"] == day
    ]


def _is_copy(page: Mapping[str, Any], head: Mapping[str, Any]) -> bool:
    if page["digest"] == head["digest"]:
        return True
    a: list[int] = page["marks"]
    b: list[int] = head["marks"]
    return sum(x == y for x, y in zip(a, b, strict=True)) >= LIKE * len(a)


def batches_of(grouped: Path) -> int:
    """How many reading tasks a day makes."""
    told = summary_of(grouped)
    alone = told["pages"] - sum(told["copies"].values())
    return int(-(-alone // AT_ONCE))


def read_batch(pipeline: Pipeline, pack: Pack, task: tuple[Path, int, Path, Path]) -> Summary:
    """Read the pages of one batch of a day's groups; `task`: the day's groups, the batch, the shards, where to."""
    grouped, number, looked, out = task
    started = time.process_time()
    alone = [row for row in rows_of(grouped) if not row["copy_of"]]
    mine = alone[number * AT_ONCE : (number + 1) * AT_ONCE]
    dropped, named, days, counts, late = Counter[str](), list[str](), Counter[str](), Counter[str](), set[str]()

    def rows() -> Iterator[Row]:
        captured = {row["where"]: row["captured"] for row in mine}
        for one in pipeline.read_fetched(_fetched(mine, looked)):
            if isinstance(one, UnreadableInputError):
                dropped[one.why] += 1
                named.extend([f"{one.where}: {one.why}"] if len(named) < NAMED else [])
                continue
            where = one.report.path or ""
            day = day_of(one, captured[where])
            days[day] += 1
            looks_back = sorted(days_told(day, one.mentions))
            late.update(looks_back)
            counts.update(claims=len(one.claims), mentions=len(one.mentions))
            yield {
                "report": one.report.id,
                "day": day,
                "where": where,
                "captured": captured[where],
                "late": looks_back,
                "reading": pack(one),
            }

    def told() -> Summary:
        return {
            "read": sum(days.values()),
            **counts,
            "dropped": dict(dropped),
            "days": dict(days),
            "late": sorted(late),
            "named": named,
            "seconds": round(time.process_time() - started, 3),
        }

    return write_shard(out, READ, rows(), told)


def _fetched(pages: Iterable[Mapping[str, Any]], looked: Path) -> Iterator[Fetched]:
    for shard, own in groupby(pages, key=lambda p: str(p["shard"])):
        numbers = [p["row"] for p in own]
        for row in some_rows(looked / shard, numbers, ["where", "url", "html"]):
            yield Fetched(row["where"], row["html"], "html", Given(url=row["url"] or None))


def day_of(reading: Reading, captured: datetime) -> str:
    """The day a report belongs to: of its publication where that is known and near its capture, else of its capture."""
    published = reading.report.published
    if published is not None:
        published = published if published.tzinfo else published.replace(tzinfo=UTC)
        if captured - OLDEST <= published <= captured + timedelta(days=1):
            return published.astimezone(UTC).date().isoformat()
    return captured.date().isoformat()


class Dated(Protocol):
    """What may have a time of its own: a mention, a node."""

    @property
    def when(self) -> Time | None: ...


def days_told(day: str, of: Iterable[Dated]) -> set[str]:
    """The days before a report's window that it dates something on: "the tanker hit on July 29", told in September."""
    exact = (m.when.start for m in of if m.when is not None and m.when.granularity in DATED)
    told = {start.date() for start in exact if start is not None}
    last, first = date.fromisoformat(day_after(day, -AHEAD)), date.fromisoformat(day_after(day, -LATE))
    return {d.isoformat() for d in told if first <= d < last}


def day_after(day: str, days: int) -> str:
    """The day so many days later."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def copy_id(where: str, url: str) -> str:
    """The id of a copy that is not read."""
    return stable_id("copy", url, where)
