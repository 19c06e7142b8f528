"""Archives -> a dataset of events: the stages of the pipeline on an engine of the user's choice."""

# ruff: noqa: PLC0415 - imported when they are first needed, see the package

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosswire.app.forms import EngineName
from crosswire.errors import NothingToReadError

if TYPE_CHECKING:
    from crosswire.engine.contract import Engine

Told = dict[str, Any]  # the report of a backfill, as report.json holds it
Shown = Callable[[str, int, int, int], None]  # stage, tasks done, of how many, pages so far


@dataclass(frozen=True, slots=True)
class Backfilling:
    """What a backfill is asked for: archives and where to, as paths or addresses; `frames` are names of kinds of
    events, all that are no speech where none is. Without archives: those looked through before."""

    sources: tuple[str, ...]
    out: str | Path
    frames: tuple[str, ...] = ()
    own_frames: Path | None = None
    since: date | None = None
    until: date | None = None
    engine: EngineName = "local"
    workers: int | None = None
    address: str | None = None
    look_only: bool = False


def run_backfill(asked: Backfilling, show: Shown) -> Told:
    """Do it, or go on with it, and tell what came of it. Raises CrosswireError and its kinds, and OSError."""
    from crosswire.pipeline.backfill.look import Dates
    from crosswire.pipeline.backfill.run import Means, Plan, backfill
    from crosswire.sources.reach import reach
    from crosswire.store import codec

    archives = _archives(asked.sources) if asked.sources else ()
    dates = Dates(asked.since, asked.until)
    plan = Plan(reach(str(asked.out)), archives, asked.frames, asked.own_frames, dates, asked.look_only)
    with closing(_engine(asked)) as engine:

        def each(prepare: Callable[[], Any], run: Callable[[Any, Any], Any], items: Iterable[Any]) -> Iterator[Any]:
            from crosswire.engine.contract import Task

            return engine.each(Task(prepare, run), items)

        return backfill(plan, Means(each, codec.reading, codec.reading_of, show))


def load_into(out: str | Path, store: str | None, show: Shown) -> int:
    """Take a dataset's readings into a store; how many were new. Raises StoreError, and NothingToReadError."""
    from crosswire.app.knowledge import Knowledge
    from crosswire.pipeline.backfill.shards import rows_of
    from crosswire.sources.reach import reach
    from crosswire.store import codec

    days = sorted((reach(str(out)) / "readings").glob("*.parquet"))
    if not days:
        raise NothingToReadError(f"{out}: holds no dataset; name the folder that a backfill was written to")
    new = 0
    with closing(Knowledge(store, make=True)) as known:
        for number, day in enumerate(days, 1):
            new += known.ingest_readings(codec.reading_of(row["reading"]) for row in rows_of(day, ["reading"])).new
            show("load", number, len(days), new)
    return new


def _archives(sources: Sequence[str]) -> tuple[tuple[str, Path], ...]:
    """Each archive once, under its file's name, or its whole path where two have the same."""
    from crosswire.sources.reach import is_local, reach
    from crosswire.sources.warc import find_archives

    named = [p for s in sources for p in find_archives(reach(s))]
    found = list(dict.fromkeys(p.resolve() if is_local(p) else p for p in named))
    if not found:
        raise NothingToReadError(f"{sources[0]}: holds no archive; give .warc.gz files, a folder of them or a list")
    missing = [p for p in found if not p.is_file()]
    if len(missing) == len(found):
        raise NothingToReadError(f"{missing[0]}: no such file; name .warc.gz files, a folder of them or a list")
    names = [p.name for p in found]
    return tuple((p.name if names.count(p.name) == 1 else str(p), p) for p in found)


def _engine(asked: Backfilling) -> Engine:
    if asked.engine == "ray":
        from crosswire.engine.ray_core import RayEngine

        return RayEngine(asked.workers, asked.address)
    if asked.engine == "processes":
        from crosswire.engine.processes import ProcessEngine

        return ProcessEngine(asked.workers)
    from crosswire.engine.local import LocalEngine

    return LocalEngine()


__all__ = ["Backfilling", "EngineName", "Told", "load_into", "run_backfill"]
