"""`crosswire read`: what each report says by itself."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from crosswire import app
from crosswire.cli.options import Frames, OutletName, Paths, Published, given
from crosswire.cli.output import emit, fail, warn
from crosswire.cli.root import cli


@cli.command()
def read(
    paths: Paths,
    form: Annotated[
        Literal["jsonl", "text"], typer.Option("--format", help="One object a report, or a listing.")
    ] = "jsonl",
    published: Published = None,
    outlet: OutletName = None,
    frames: Frames = None,
) -> None:
    """What each report says by itself: every claim with its speakers and words, every value.

    \b
    Examples:
      crosswire read reports/ > readings.jsonl
      crosswire read a.txt --format text
    """
    done = 0
    try:
        for reading in app.read(paths, given(outlet, published), sys.stdin.buffer, frames):
            if isinstance(reading, app.UnreadableInputError):
                warn([reading])
            else:
                emit(app.render_reading(reading, form))
                done += 1
    except app.CrosswireError as error:
        fail(error, 1)
    if not done:
        fail("nothing could be read", 1)
