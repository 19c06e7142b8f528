"""`crosswire brief`: reports in, one weighed brief out."""

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
def brief(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command
    paths: Paths,
    form: Annotated[app.Format, typer.Option("--format", help="How to tell it.")] = "text",
    out: Annotated[
        Path | None, typer.Option(dir_okay=False, metavar="FILE", help="Write to a file instead of stdout.")
    ] = None,
    published: Published = None,
    outlet: OutletName = None,
    frames: Frames = None,
    full: Annotated[bool, typer.Option("--full", help="Leave nothing out of the text.")] = False,
) -> None:
    """Reports in, one weighed brief out.

    \b
    Examples:
      crosswire brief a.txt b.html
      crosswire brief reports/ --format html --out brief.html
      cat a.txt | crosswire brief - --outlet "Harbour Gazette" --published 2026-01-28
    """
    if out is not None and not out.absolute().parent.is_dir():
        raise typer.BadParameter(f"there is no folder {out.absolute().parent}", param_hint="--out")
    try:
        with progress() as show:
            made = app.brief(paths, given(outlet, published), sys.stdin.buffer, frames, show)
    except app.CrosswireError as error:
        fail(error, 1)
    else:
        emit(app.pieces(made, form, page(out, full), frames), out)
        if form != "text" or out is not None or not sys.stdout.isatty():  # else they have just been read
            warn(made.warnings)
