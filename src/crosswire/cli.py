"""The command line. It uses `app` only; what it prints goes through `cli_output`.

Exit codes: 0 done, with or without warnings; 1 nothing could be read or written; 2 wrong usage; 70 a fault of the
program; 130 interrupted.
"""

from __future__ import annotations

import os
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from crosswire import app
from crosswire.cli_output import emit, fail, one_line, page, progress, warn

FORMATS = [
    "%Y-%m-%d",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%dT%H:%M%z",
    "%Y-%m-%dT%H:%M:%S%z",
]
FAULT = 70  # EX_SOFTWARE of sysexits.h

cli = typer.Typer(
    name="crosswire",
    help="What several outlets together say about an event: what is confirmed, by whom, what conflicts.",
    epilog="Example: crosswire brief examples/launch",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...", help="Reports: .txt, .md, .html, .json, .jsonl, folders of them, or - for stdin."
    ),
]
Published = Annotated[
    datetime | None,
    typer.Option(
        formats=FORMATS, metavar="DATE", help="When the reports were published (2026-01-28, 2026-01-28T09:30+09:00)."
    ),
]
OutletName = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Who published the reports.")]
Frames = Annotated[
    Path | None,
    typer.Option(
        exists=True, file_okay=False, metavar="FOLDER", help="A folder of your own kinds of events, added to ours."
    ),
]


def _version(wanted: bool) -> None:
    if wanted:
        emit(f"crosswire {app.__version__}\n")
        raise typer.Exit()


@cli.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Options of the program itself."""


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
            made = app.brief(paths, _given(outlet, published), sys.stdin.buffer, frames, show)
    except app.CrosswireError as error:
        fail(error, 1)
    else:
        emit(app.render(made, form, page(out, full), frames), out)
        if form != "text" or out is not None or not sys.stdout.isatty():  # else they have just been read
            warn(made.warnings)


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
        for reading in app.read(paths, _given(outlet, published), sys.stdin.buffer, frames):
            if isinstance(reading, app.UnreadableInputError):
                warn([reading])
            else:
                emit(app.render_reading(reading, form))
                done += 1
    except app.CrosswireError as error:
        fail(error, 1)
    if not done:
        fail("nothing could be read", 1)


def _given(outlet: str | None, published: datetime | None) -> app.Given:
    """What the user says of the reports; a date without a zone is in UTC."""
    if published is not None and published.tzinfo is None:
        published = published.replace(tzinfo=UTC)
    return app.Given(outlet=outlet, published=published)


def main() -> None:
    """Run the command line and exit."""
    try:
        cli()
    except Exception as error:  # the last resort: a fault of ours must not look like a fault of the reader's
        if os.environ.get("CROSSWIRE_DEBUG") == "1":
            traceback.print_exc()
        typer.echo(
            f"crosswire: this is a fault of the program ({type(error).__name__}: {one_line(error)}). Please report it "
            "with the command you gave; CROSSWIRE_DEBUG=1 shows where it happened.",
            err=True,
        )
        sys.exit(FAULT)
