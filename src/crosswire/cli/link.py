"""`crosswire link`: which reports tell of the same event, and why."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from crosswire import app
from crosswire.cli.options import Frames, OutletName, Paths, Published, given
from crosswire.cli.output import emit, fail, progress, warn
from crosswire.cli.root import cli
from crosswire.cli.store import StoreUrl


@cli.command()
def link(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command
    paths: Paths,
    explain: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="A B", help="Why two were or were not joined: paths, ids of reports or of events."),
    ] = None,
    form: Annotated[Literal["text", "json"], typer.Option("--format", help="A list, or one object.")] = "text",
    out: Annotated[
        Path | None, typer.Option(dir_okay=False, metavar="FILE", help="Write to a file instead of stdout.")
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="Also the events told besides, and why all were joined.")
    ] = False,
    published: Published = None,
    outlet: OutletName = None,
    frames: Frames = None,
    store: StoreUrl = None,
) -> None:
    """Which reports tell of the same event; of each report the one event it is about.

    What people judged (`crosswire judge`) is taken from the store.

    \b
    Examples:
      crosswire link reports/
      crosswire link reports/ --format json
      crosswire link a.txt b.txt --explain a.txt b.txt
    """
    asked = app.Asked(paths, given(outlet, published), store, frames, explain)
    try:
        with progress() as show:
            found = app.link(asked, sys.stdin.buffer, show)
    except app.CrosswireError as error:
        fail(error, 1)
    if form == "json":
        emit(app.links_as_json(found), out)
    elif found.explained is not None:
        emit(app.explain_link(found.explained), out)
    else:
        emit(app.links_as_text(found, full), out)
    warn(found.warnings)
