"""`crosswire export`: selections for other programs."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from crosswire import app
from crosswire.cli.options import moment
from crosswire.cli.output import fail
from crosswire.cli.root import cli
from crosswire.cli.store import StoreUrl

Time = Annotated[datetime | None, typer.Option(parser=moment, metavar="DATE", help="By the time of the events.")]


@cli.command()
def export(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command
    events: Annotated[
        list[str] | None, typer.Argument(metavar="[EVENT]...", help="Ids; without any, a selection.")
    ] = None,
    form: Annotated[app.ExportFormat, typer.Option("--format", help="What to write.")] = "csv",
    out: Annotated[Path | None, typer.Option(dir_okay=False, metavar="FILE", help="Write to a file.")] = None,
    frame: Annotated[str | None, typer.Option(help="Kind of event.")] = None,
    place: Annotated[str | None, typer.Option(help="Name or ISO country code.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Told by this outlet.")] = None,
    words: Annotated[str | None, typer.Option(help="With these words in its reports.")] = None,
    since: Time = None,
    until: Time = None,
    most: Annotated[int, typer.Option("--most", min=1, help="Events at most.")] = 100_000,
    store: StoreUrl = None,
) -> None:
    """Write events for other programs: a row an event, points on a map, claims as linked data.

    \b
    Examples:
      crosswire export --format csv --out events.csv
      crosswire export --format geojson --place JP
      crosswire export --format annotations event-477a7da4ce8a3f8e
    """
    of = app.Selection(frame=frame, place=place, outlet=outlet, words=words, since=_aware(since), until=_aware(until))
    try:
        with app.opened(store, make=False) as knowledge:
            content = app.exported(knowledge, events or (), of, most, form)
    except app.CrosswireError as error:
        fail(error, 1)
    else:
        _write(content, out)


def _write(content: bytes, out: Path | None) -> None:
    if out is None:
        if sys.stdout.isatty() and b"\0" in content[:100]:
            raise typer.BadParameter("this form is for a file: give --out FILE", param_hint="--format")
        sys.stdout.buffer.write(content)
        return
    try:
        app.save_bytes(content, out)
    except OSError as error:
        fail(f"{out}: cannot be written ({error.strerror}); choose another place with --out", 1)


def _aware(at: datetime | None) -> datetime | None:
    return at.replace(tzinfo=UTC) if at is not None and at.tzinfo is None else at
