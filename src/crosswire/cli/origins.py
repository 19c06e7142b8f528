"""`crosswire origins`: who rests on whom."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from crosswire import app
from crosswire.cli.options import Frames, OutletName, Paths, Published, given
from crosswire.cli.output import emit, fail, page, progress, warn
from crosswire.cli.root import cli


@cli.command()
def origins(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command
    paths: Paths,
    form: Annotated[
        app.Drawing, typer.Option("--format", help="A tree in text, JSON values, DOT for other programs, a picture.")
    ] = "text",
    out: Annotated[
        Path | None, typer.Option(dir_okay=False, metavar="FILE", help="Write to a file instead of stdout.")
    ] = None,
    published: Published = None,
    outlet: OutletName = None,
    frames: Frames = None,
) -> None:
    """Who rests on whom: which reports copy which, who passes on whose words, and where they come from.

    Each origin with the reports that rest on it, over the agencies in between; copies hang below what they copy.

    \b
    Examples:
      crosswire origins reports/
      crosswire origins reports/ --format svg --out origins.svg
      crosswire origins a.txt b.txt --format dot
    """
    if out is not None and not out.absolute().parent.is_dir():
        raise typer.BadParameter(f"there is no folder {out.absolute().parent}", param_hint="--out")
    try:
        with progress() as show:
            made = app.brief(paths, given(outlet, published), sys.stdin.buffer, frames, show)
    except app.CrosswireError as error:
        fail(error, 1)
    else:
        emit(app.draw_origins(made, form, page(out, False).colour), out)
        warn(made.warnings)
