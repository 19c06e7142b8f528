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
    sources: Annotated[
        list[str],
        typer.Argument(metavar="ARCHIVE...", help="WARC files (.warc, .warc.gz), folders of them, lists of them."),
    ],
    out: Annotated[Path, typer.Option("--out", metavar="FOLDER", file_okay=False, help="Where the dataset goes.")],
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
    into: Annotated[str | None, typer.Option(metavar="URL", help="Take the reports into this store, too.")] = None,
) -> None:
    """Read archives of the web's news and write a dataset of events: Parquet files of reports, claims, events, facts
    and origins. Stopped at any moment, it goes on where it was when it is started again.

    \b
    Examples:
      crosswire backfill news.warc.gz --out launches --frames weapons_test
      crosswire backfill archive/ --out events --engine processes --workers 2
      crosswire backfill january.txt --out events --since 2026-01-01 --until 2026-01-31 --into desk.db
    """
    asked = app.Backfilling(
        sources=tuple(sources),
        out=out,
        frames=tuple(n.strip() for n in (frames or "").split(",") if n.strip()),
        own_frames=own_frames,
        since=since.date() if since else None,
        until=until.date() if until else None,
        engine=engine,
        workers=workers,
        address=address,
    )
    try:
        with _bars() as show:
            told = app.run_backfill(asked, show)
            stored = app.load_into(out, into, show) if into else None
    except app.CrosswireError as error:
        fail(error, 1)
    except OSError as error:
        fail(f"{error.filename or out}: cannot be written or read ({error.strerror}); choose another --out", 1)
    warn([*told["named"], *told["failed"]])
    emit(_words(told, out, stored))
    if not told["pages"]:
        fail("no page could be read; give WARC files with answers in HTML", 1)


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


def _words(told: app.BackfillTold, out: Path, stored: int | None) -> str:
    """The report for a reader; report.json has the same and more."""
    lines = [
        f"{told['pages']:,} pages of {told['archives']:,} archives; {told['passed']:,} may carry a wanted event; "
        f"{told['read']:,} read",
        f"{told['events']:,} events, {told['facts']:,} facts, {told['claims']:,} claims in {out}",
        "languages: " + (_counts(told["languages"]) or "none"),
        "left out: " + (_counts(told["dropped"]) or "nothing"),
        "seconds: " + ", ".join(f"{stage} {seconds:g}" for stage, seconds in told["seconds"].items()),
    ]
    if stored is not None:
        lines.append(f"{stored:,} reports new in the store")
    return "\n".join(lines) + "\n"


def _counts(counts: dict[str, int]) -> str:
    most = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{name} {number:,}" for name, number in most)
