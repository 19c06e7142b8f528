"""Archives -> a dataset of events, in stages of many tasks each; what a task has finished is never done again.

look (an archive each) -> group copies (a day each) -> read (a batch of pages each) -> link (a day and the days behind
it) -> put together -> weigh (a day each). Between stages everything lies in files under `work/`, so that any process
may be killed at any moment, and workers may be on other machines that see the same folder.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from crosswire.errors import CrosswireError, NothingToReadError
from crosswire.model import stable_id
from crosswire.pipeline.backfill.archives import Archive, all_archives
from crosswire.pipeline.backfill.link import ASSIGNED, Assigned, Linking, Unpack, link_window
from crosswire.pipeline.backfill.look import Dates, Looking, load_looking, look_through
from crosswire.pipeline.backfill.read import AHEAD, Pack, batches_of, day_after, group_day, read_batch
from crosswire.pipeline.backfill.report import report_of
from crosswire.pipeline.backfill.rows import TABLES
from crosswire.pipeline.backfill.shards import (
    Summary,
    clear,
    day_of_shard,
    is_done,
    only,
    rows_of,
    summary_of,
    whole,
    write_table,
)
from crosswire.pipeline.backfill.weigh import Day, weigh_day
from crosswire.pipeline.first_look import wanted_frames
from crosswire.pipeline.read import Pipeline, load_pipeline
from crosswire.pipeline.tables import load_tables
from crosswire.pipeline.weigh import RULES
from crosswire.sources.reach import reach

FORM = 4  # of the files under work/
FOLDERS = {"look": "looked", "group": "grouped", "read": "read", "link": "linked", "weigh": "weighed"}
Show = Callable[[str, int, int, int], None]  # stage, tasks done, of how many, pages so far


class Outcome(Protocol):
    """What became of one task."""

    @property
    def item(self) -> Any: ...

    @property
    def result(self) -> Any: ...

    @property
    def failed(self) -> str | None: ...


Each = Callable[[Callable[[], Any], Callable[[Any, Any], Any], Iterable[Any]], Iterator[Outcome]]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked for: archives (each under a name of its own; none: those looked through before), where to, which
    frames, which days of capture; `look_only`: end when the archives are looked through."""

    out: Path
    archives: tuple[tuple[str, Path], ...]
    wanted: tuple[str, ...]
    frames: Path | None
    dates: Dates
    look_only: bool = False


@dataclass(frozen=True, slots=True)
class Means:
    """What the backfill works with: an engine's `each`, the packing of readings, where progress is shown."""

    each: Each
    pack: Pack
    unpack: Unpack
    show: Show


@dataclass(frozen=True, slots=True)
class Reach:
    """Of a day: the days on which events are told of that began then, and what tells its rows of assignment."""

    days: frozenset[str]
    content: str


@dataclass(slots=True)
class _Run:
    """One run: its archives, its folders, and what is told at the end."""

    plan: Plan
    means: Means
    archives: Sequence[Archive]
    seconds: dict[str, float] = field(default_factory=dict)
    told: dict[str, list[Summary]] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)

    def folder(self, stage: str) -> Path:
        return self.plan.out / "work" / stage

    def stage(self, name: str, prepare: Callable[[], Any], run: Callable[[Any, Any], Any], todo: Sequence[Any]) -> None:
        """Do those tasks of a stage that are not done; each item is a tuple that ends with the path of its shard."""
        started, pages = time.perf_counter(), 0
        only(self.folder(FOLDERS[name]), {item[-1].stem for item in todo})
        left = [item for item in todo if not is_done(item[-1])]
        done = len(todo) - len(left)
        self.means.show(name, done, len(todo), pages)
        for outcome in self.means.each(prepare, run, left) if left else ():
            done += 1
            if outcome.failed is not None:
                self.failed.append(f"{name} {outcome.item[-1].stem}: {outcome.failed}")
            else:
                pages += outcome.result.get("pages", 0) or outcome.result.get("read", 0)
            self.means.show(name, done, len(todo), pages)
        self.told[name] = [summary_of(item[-1]) for item in todo if is_done(item[-1])]
        self.seconds[name] = round(time.perf_counter() - started, 1)


def backfill(plan: Plan, means: Means) -> Summary:
    """Do what of the plan is not done, and tell of it all. Raises BadDataError, CrosswireError and OSError."""
    tables = load_tables(plan.frames)
    wanted = tuple(f.name for f in wanted_frames(tables.frames, plan.wanted))
    run = _Run(plan, means, _claim_folder(plan))
    shards = _look(run)
    if not plan.look_only:
        read = _read(run, _group(run, shards))
        linking = partial(load_linking, plan.frames, wanted, means.unpack)
        _weigh(run, _assign(run, _link(run, read, linking)), read, linking)
    report = report_of(run.told, run.seconds, run.failed)
    whole(plan.out / "report.json", json.dumps(report, indent=1).encode())
    return report


def _claim_folder(plan: Plan) -> list[Archive]:
    """Take up an earlier run of the same plan: all its archives with those named now. Raises CrosswireError where it
    is another plan's, and NothingToReadError where there is no archive."""
    manifest = plan.out / "work" / "manifest.json"
    asked = {
        "form": FORM,
        "rules": dict(RULES),
        "frames": list(plan.wanted),
        "folder": _content(plan.frames),
        "since": str(plan.dates.since),
        "until": str(plan.dates.until),
    }
    before: dict[str, Any] = json.loads(manifest.read_text("utf-8")) if manifest.exists() else {}
    if before and {k: before.get(k) for k in asked} != asked:
        raise CrosswireError(
            f"{plan.out}: holds a backfill with other options or of another version; choose another --out"
        )
    known = before.get("archives", {})
    archives = all_archives(known, plan.archives, plan.out / "work" / FOLDERS["look"])
    told = {a.name: [a.place, a.size] for a in archives}
    if not told:
        raise NothingToReadError(f"{plan.out}: nothing was looked through yet; name .warc.gz files or a folder of them")
    whole(manifest, json.dumps({**asked, "archives": told}, indent=1).encode())
    return archives


def _content(frames: Path | None) -> str | None:
    """What tells the user's own kinds of events: where one was changed, what the former found is worth nothing."""
    files = sorted(frames.rglob("*.toml")) if frames else []
    return stable_id("frames", *(word for p in files for word in (p.name, p.read_text("utf-8")))) if frames else None


# --- stages ---------------------------------------------------------------------------------------------------------


def _look(run: _Run) -> list[Path]:
    folder, plan = run.folder("looked"), run.plan
    todo = [(a.name, a.place, a.shard(folder)) for a in run.archives]
    run.stage("look", partial(load_looking, plan.wanted, plan.frames, plan.dates), _look_one, todo)
    return [out for _, _, out in todo if is_done(out)]


def _look_one(looking: Looking, item: tuple[str, str, Path]) -> Summary:
    name, place, out = item
    return look_through(looking, (name, reach(place)), out)


def _shard(folder: Path, day: str, made_of: Sequence[Path], *more: str) -> Path:
    """The shard of a day, called after what it is made of: made of other things it is another, and made anew."""
    return folder / f"{day}-{stable_id('shard', day, *(p.stem for p in made_of), *more)}.parquet"


def _group(run: _Run, shards: Sequence[Path]) -> list[Path]:
    days: dict[str, list[Path]] = {}
    for shard in sorted(shards):
        for day in summary_of(shard)["days"]:
            days.setdefault(day, []).append(shard)
    folder = run.folder("grouped")
    todo = [(day, own, _shard(folder, day, own)) for day, own in sorted(days.items())]
    run.stage("group", dict, _group_one, todo)
    return [out for *_, out in todo if is_done(out)]


def _group_one(_: object, item: tuple[str, list[Path], Path]) -> Summary:
    return group_day(*item)


def _read(run: _Run, grouped: Sequence[Path]) -> list[Path]:
    looked, folder = run.folder("looked"), run.folder("read")
    todo = [
        (day, number, looked, folder / f"{day.stem}-{number:05}.parquet")
        for day in grouped
        for number in range(batches_of(day))
    ]
    run.stage("read", partial(load_reading, run.plan.frames, run.means.pack), _read_one, todo)
    return [out for *_, out in todo if is_done(out)]


def load_reading(frames: Path | None, pack: Pack) -> tuple[Pipeline, Pack]:
    """What reading needs, made once by each worker."""
    return load_pipeline(frames), pack


def _read_one(state: tuple[Pipeline, Pack], item: tuple[Path, int, Path, Path]) -> Summary:
    return read_batch(*state, item)


def load_linking(frames: Path | None, wanted: Sequence[str], unpack: Unpack) -> Linking:
    """What linking and weighing need, made once by each worker."""
    return Linking(load_tables(frames), frozenset(wanted), unpack)


def _link(run: _Run, read: Sequence[Path], linking: Callable[[], Linking]) -> list[Path]:
    days, late = _shards_by(read, "days"), _shards_by(read, "late")
    folder = run.folder("linked")
    todo = []
    for day in sorted({*days, *late}):
        near = {s for n in range(AHEAD + 1) for s in days.get(day_after(day, n), ())}
        if near:  # what is dated on a day was told on the next at first, perhaps
            own = sorted(near | set(late.get(day, ())))
            todo.append((day, own, _shard(folder, day, own)))
    run.stage("link", linking, _link_one, todo)
    return [out for *_, out in todo if is_done(out)]


def _shards_by(read: Sequence[Path], days: str) -> dict[str, list[Path]]:
    """Day -> the shards whose summary tells of it: of "days" that reports are of, or "late" that they look back on."""
    found: dict[str, list[Path]] = {}
    for shard in read:
        for day in summary_of(shard)[days]:
            found.setdefault(day, []).append(shard)
    return found


def _link_one(linking: Linking, item: tuple[str, list[Path], Path]) -> Summary:
    return link_window(linking, *item)


def _assign(run: _Run, linked: Sequence[Path]) -> Mapping[str, Reach]:
    """Put the windows together; for each day its rows, and how far the events reach that began on it."""
    assigned, reach, content = Assigned(), dict[str, set[str]](), dict[str, str]()
    folder = run.folder("assigned")
    clear(folder)
    for window in [*sorted(linked), None]:
        if window is not None:
            assigned.take(list(rows_of(window)))
        for day, rows in assigned.finished(day_of_shard(window) if window is not None else None):
            write_table(folder / f"{day}.parquet", ASSIGNED, rows)
            content[day] = stable_id("assigned", json.dumps(rows))
            for row in rows:
                reach.setdefault(row["event_day"], set()).add(day)
    return {day: Reach(frozenset(reach.get(day, ())), told) for day, told in content.items()}


def _weigh(run: _Run, reach: Mapping[str, Reach], read: Sequence[Path], linking: Callable[[], Linking]) -> None:
    days = _shards_by(read, "days")
    todo = []
    for day in sorted(days):
        over = sorted({day} | (reach[day].days if day in reach else frozenset()))
        shards = sorted({s for d in over for s in days[d]})
        told = [reach[d].content for d in over if d in reach]
        done = _shard(run.folder("weighed"), day, shards, *over, *told)
        task = Day(day, tuple(over), run.folder("assigned"), tuple(shards), run.folder("grouped"), done)
        todo.append((task, run.plan.out, done))
    run.stage("weigh", linking, _weigh_one, todo)
    for table in TABLES:
        only(run.plan.out / table, set(days))


def _weigh_one(linking: Linking, item: tuple[Day, Path, Path]) -> Summary:
    task, out, _ = item
    return weigh_day(linking, task, out)
