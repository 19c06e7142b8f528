"""`crosswire backfill`: web archives to a dataset of events."""

# ruff: noqa: PLC0415 - rich is slow to import, and `--help` does not wait for it

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crosswire import app
from crosswire.cli.output import emit, fail, warn
from crosswire.cli.root import cli

if TYPE_CHECKING:
    from rich.progress import TaskID

DAY = ["%Y-%m-%d"]
SHOWN = (
    "a row an event: "
    "duckdb -c \"select day, frame, title, place, happened, origins, urls from '{out}/events/*.parquet' order by day\""
)
STAGES = {
    "look": "Looking at archives",
    "group": "Finding copies",
    "read": "Reading",
    "link": "Linking days",
    "weigh": "Weighing days",
    "load": "Storing days",
}


@cli.command()
def backfill(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command
    out: Annotated[str, typer.Option("--out", metavar="FOLDER", help="Where the dataset goes, or lies already.")],
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ARCHIVE]...", help="WARC files (.warc, .warc.gz), folders of them, lists of them."),
    ] = None,
    frames: Annotated[
        str | None,
        typer.Option("--frames", metavar="NAMES", help="Kinds of events wanted, with commas; else all but speech."),
    ] = None,
    own_frames: Annotated[
        Path | None,
        typer.Option(exists=True, file_okay=False, metavar="FOLDER", help="A folder of your own kinds of events."),
    ] = None,
    engine: Annotated[app.EngineName, typer.Option(help="Where the work runs.")] = "local",
    workers: Annotated[int | None, typer.Option(min=1, help="How many at once; else one a core.")] = None,
    address: Annotated[
        str | None, typer.Option(metavar="HOST:PORT", help="Of a Ray cluster that runs already; auto finds one here.")
    ] = None,
    since: Annotated[datetime | None, typer.Option(formats=DAY, help="First day of capture.")] = None,
    until: Annotated[datetime | None, typer.Option(formats=DAY, help="Last day of capture.")] = None,
    look: Annotated[
        bool, typer.Option("--look", help="Only look through the archives, which need not be kept then.")
    ] = False,
    into: Annotated[str | None, typer.Option(metavar="URL", help="Take the reports into this store, too.")] = None,
) -> None:
    """Read archives of the web's news and write a dataset of events: Parquet files of reports, claims, events, facts
    and origins. Stopped at any moment, it goes on where it was when it is started again. Archives and --out may be
    addresses ("s3://bucket/folder"). Archives looked through before stay part of the dataset. With --into and no
    ARCHIVE, a dataset made before is taken into a store.

    \b
    Examples:
      crosswire backfill news.warc.gz --out launches --frames weapons_test
      crosswire backfill archive/ --out events --engine processes --workers 2
      crosswire backfill january.txt --out events --since 2026-01-01 --until 2026-01-31 --into desk.db
      crosswire backfill s3://commoncrawl/crawl-data/CC-NEWS/2026/01/ --out s3://desk/january --engine ray
      crosswire backfill --out events --into desk.db
      crosswire backfill march/ --out events --look   # then march/ may go, and april/ come
      crosswire backfill --out events                 # all months looked through
    """
    asked = app.Backfilling(
        sources=tuple(sources or ()),
        out=out,
        frames=tuple(n.strip() for n in (frames or "").split(",") if n.strip()),
        own_frames=own_frames,
        since=since.date() if since else None,
        until=until.date() if until else None,
        engine=engine,
        workers=workers,
        address=address,
        look_only=look,
    )
    started = time.monotonic()
    told, stored = _done(asked, into)
    if told is not None:
        warn([*told["named"], *told["failed"]])
        emit(_words(told, out, time.monotonic() - started))
    if stored is not None:
        emit(f"{stored:,} reports new in the store\n")
    if told is not None and told["failed"]:
        fail(f"{len(told['failed'])} tasks failed and their part is missing; give the same command again", 1)
    if told is not None and not told["pages"]:
        fail("no page could be read; give WARC files with answers in HTML", 1)


def _done(asked: app.Backfilling, into: str | None) -> tuple[app.BackfillTold | None, int | None]:
    """Do what is asked; what is told of it, and how many reports were new in the store."""
    told = stored = None
    try:
        with _bars() as show:
            told = app.run_backfill(asked, show) if asked.sources or not into else None
            if into and (told is None or told["read"]):
                stored = app.load_into(asked.out, into, show)
    except app.CrosswireError as error:
        fail(error, 1)
    except OSError as error:
        why = error.strerror or str(error)
        fail(f"{error.filename or asked.out}: cannot be written or read ({why}); choose another --out", 1)
    return told, stored


@contextmanager
def _bars() -> Iterator[app.BackfillShown]:
    """A bar for the stage at work on stderr, with its rate and the time left, where somebody watches."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    rate = (TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    with Progress(*columns, *rate, console=Console(stderr=True), disable=not sys.stderr.isatty()) as bar:
        tasks: dict[str, tuple[TaskID, float]] = {}

        def show(stage: str, done: int, total: int, pages: int) -> None:
            if stage not in tasks:
                tasks[stage] = (bar.add_task(STAGES[stage], total=total, rate=""), time.monotonic())
            task, started = tasks[stage]
            passed = max(0.001, time.monotonic() - started)
            bar.update(task, completed=done, total=total, rate=f"{pages / passed:.0f} pages/s" if pages else "")

        yield show


def _words(told: app.BackfillTold, out: str, passed: float) -> str:
    """The report for a reader; report.json has the same and more."""
    core = sum(told["core_seconds"].values())
    lines = [
        f"{_many(told['pages'], 'page')} of {_many(told['archives'], 'archive')}; "
        f"{told['passed']:,} may carry a wanted event; {told['read']:,} read",
        f"{_many(told['events'], 'event')}, {_many(told['facts'], 'fact')}, {_many(told['claims'], 'claim')} in {out}",
        "languages: " + (_counts(told["languages"]) or "none"),
        "left out: " + (_counts(told["dropped"]) or "nothing"),
        f"seconds now: {passed:.0f} (" + ", ".join(f"{s} {seconds:g}" for s, seconds in told["seconds"].items()) + ")",
        f"seconds of a core in all: {core:.0f} ({told['pages'] / max(core, 0.1):.0f} pages each); "
        f"memory of the largest worker: {max(told['peak_mb'].values()):,} MB",
    ]
    if told["events"]:
        lines.append(SHOWN.format(out=out))
    return "\n".join(lines) + "\n"


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _counts(counts: dict[str, int]) -> str:
    most = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{name} {number:,}" for name, number in most)
