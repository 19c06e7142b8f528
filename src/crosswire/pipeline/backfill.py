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

from crosswire.errors import CrosswireError
from crosswire.model import stable_id
from crosswire.pipeline.backfill_link import AHEAD, ASSIGNED, Assigned, Linking, Unpack, link_window
from crosswire.pipeline.backfill_look import Dates, Looking, load_looking, look_through
from crosswire.pipeline.backfill_read import Pack, batches_of, day_after, group_day, read_batch
from crosswire.pipeline.backfill_report import report_of
from crosswire.pipeline.backfill_rows import TABLES
from crosswire.pipeline.backfill_shards import Summary, clear, is_done, rows_of, summary_of, whole, write_table
from crosswire.pipeline.backfill_weigh import Day, weigh_day
from crosswire.pipeline.first_look import wanted_frames
from crosswire.pipeline.read import Pipeline, load_pipeline
from crosswire.pipeline.tables import load_tables
from crosswire.pipeline.weigh import RULES

FORM = 2  # of the files under work/
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
    """What is asked for: archives (each under a name of its own), where to, which frames, which days of capture."""

    out: Path
    archives: tuple[tuple[str, Path], ...]
    wanted: tuple[str, ...]
    frames: Path | None
    dates: Dates


@dataclass(frozen=True, slots=True)
class Means:
    """What the backfill works with: an engine's `each`, the packing of readings, where progress is shown."""

    each: Each
    pack: Pack
    unpack: Unpack
    show: Show


@dataclass(slots=True)
class _Run:
    """One run: its folders, and what is told at the end."""

    plan: Plan
    means: Means
    seconds: dict[str, float] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)

    def folder(self, stage: str) -> Path:
        return self.plan.out / "work" / stage

    def stage(self, name: str, prepare: Callable[[], Any], run: Callable[[Any, Any], Any], todo: Sequence[Any]) -> None:
        """Do those tasks of a stage that are not done; each item is a tuple that ends with the path of its shard."""
        started, pages = time.perf_counter(), 0
        left = [item for item in todo if not is_done(item[-1])]
        done = len(todo) - len(left)
        if left:  # what later stages made of less is worth nothing now
            _clear(self.plan.out, name)
        self.means.show(name, done, len(todo), pages)
        for outcome in self.means.each(prepare, run, left) if left else ():
            done += 1
            if outcome.failed is not None:
                self.failed.append(f"{name} {outcome.item[-1].stem}: {outcome.failed}")
            else:
                pages += outcome.result.get("pages", 0) or outcome.result.get("read", 0)
            self.means.show(name, done, len(todo), pages)
        self.seconds[name] = round(time.perf_counter() - started, 1)


def backfill(plan: Plan, means: Means) -> Summary:
    """Do what of the plan is not done, and tell of it all. Raises BadDataError, CrosswireError and OSError."""
    tables = load_tables(plan.frames)
    wanted = tuple(f.name for f in wanted_frames(tables.frames, plan.wanted))
    _claim_folder(plan)
    run = _Run(plan, means)
    shards = _look(run)
    grouped = _group(run, shards)
    read = _read(run, grouped)
    linking = partial(load_linking, plan.frames, wanted, means.unpack)
    _weigh(run, _assign(run, _link(run, read, linking)), read, linking)
    report = report_of({stage: run.folder(folder) for stage, folder in FOLDERS.items()}, run.seconds, run.failed)
    whole(plan.out / "report.json", json.dumps(report, indent=1).encode())
    return report


def _claim_folder(plan: Plan) -> None:
    """Take up an earlier run of the same plan; begin anew behind the first stage where archives were added."""
    manifest = plan.out / "work" / "manifest.json"
    asked = {
        "form": FORM,
        "rules": dict(RULES),
        "frames": list(plan.wanted),
        "folder": str(plan.frames) if plan.frames else None,
        "since": str(plan.dates.since),
        "until": str(plan.dates.until),
    }
    archives = [_key(name, path) for name, path in plan.archives]
    if manifest.exists():
        before = json.loads(manifest.read_text("utf-8"))
        if {k: before.get(k) for k in asked} != asked:
            raise CrosswireError(
                f"{plan.out}: holds a backfill with other options or of another version; choose another --out"
            )
        if before["archives"] != archives:
            _clear(plan.out, "look")
    whole(manifest, json.dumps({**asked, "archives": archives}, indent=1).encode())


def _clear(out: Path, stage: str) -> None:
    """Remove what the stages behind one have made, the dataset with it."""
    stages = list(FOLDERS)
    for later in stages[stages.index(stage) + 1 :]:
        clear(out / "work" / FOLDERS[later])
    for table in TABLES if stage != "weigh" else ():
        clear(out / table)


def _key(name: str, path: Path) -> str:
    return stable_id("archive", name, path.stat().st_size if path.exists() else -1)


# --- stages ---------------------------------------------------------------------------------------------------------


def _look(run: _Run) -> dict[str, Path]:
    folder, plan = run.folder("looked"), run.plan
    todo = [(name, path, folder / f"{_key(name, path)}.parquet") for name, path in plan.archives]
    run.stage("look", partial(load_looking, plan.wanted, plan.frames, plan.dates), _look_one, todo)
    return {name: out for name, _, out in todo if is_done(out)}


def _look_one(looking: Looking, item: tuple[str, Path, Path]) -> Summary:
    name, archive, out = item
    return look_through(looking, (name, archive), out)


def _group(run: _Run, shards: Mapping[str, Path]) -> list[Path]:
    days: dict[str, list[Path]] = {}
    for shard in sorted(shards.values()):
        for day in summary_of(shard)["days"]:
            days.setdefault(day, []).append(shard)
    folder = run.folder("grouped")
    todo = [(day, own, folder / f"{day}.parquet") for day, own in sorted(days.items())]
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
    days = _shards_by_day(read)
    folder = run.folder("linked")
    todo = []
    for day in sorted(days):
        own = {s for n in range(AHEAD + 1) for s in days.get(day_after(day, n), ())}
        todo.append((day, sorted(own), folder / f"{day}.parquet"))
    run.stage("link", linking, _link_one, todo)
    return [out for *_, out in todo if is_done(out)]


def _shards_by_day(read: Sequence[Path]) -> dict[str, list[Path]]:
    days: dict[str, list[Path]] = {}
    for shard in read:
        for day in summary_of(shard)["days"]:
            days.setdefault(day, []).append(shard)
    return days


def _link_one(linking: Linking, item: tuple[str, list[Path], Path]) -> Summary:
    return link_window(linking, *item)


def _assign(run: _Run, linked: Sequence[Path]) -> dict[str, str]:
    """Put the windows together; day -> the last day that an event which began then reaches."""
    assigned, last = Assigned(), dict[str, str]()
    folder = run.folder("assigned")
    clear(folder)
    for window in [*sorted(linked), None]:
        if window is not None:
            assigned.take(list(rows_of(window)))
        for day, rows in assigned.finished(window.stem if window is not None else None):
            write_table(folder / f"{day}.parquet", ASSIGNED, rows)
            for row in rows:
                last[row["event_day"]] = max(last.get(row["event_day"], ""), day)
    return last


def _weigh(run: _Run, reach: Mapping[str, str], read: Sequence[Path], linking: Callable[[], Linking]) -> None:
    days = _shards_by_day(read)
    todo = []
    for day in sorted(days):
        last = reach.get(day, day)
        shards = sorted({s for d, own in days.items() if day <= d <= last for s in own})
        done = run.folder("weighed") / f"{day}.json"
        task = Day(day, last, run.folder("assigned"), tuple(shards), run.folder("grouped"), done)
        todo.append((task, run.plan.out, done))
    run.stage("weigh", linking, _weigh_one, todo)


def _weigh_one(linking: Linking, item: tuple[Day, Path, Path]) -> Summary:
    task, out, _ = item
    return weigh_day(linking, task, out)
