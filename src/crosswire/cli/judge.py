"""`crosswire judge`: a person's word on whether two tell of one event."""

from __future__ import annotations

import getpass
from typing import Annotated, Literal

import typer

from crosswire import app
from crosswire.cli.output import emit, fail
from crosswire.cli.root import cli
from crosswire.cli.store import StoreUrl


@cli.command()
def judge(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command
    a: Annotated[str, typer.Argument(metavar="A", help="A report (its file or id) or a stored event's id.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    verdict: Annotated[Literal["same", "different"], typer.Argument(help="Whether they tell of one event.")],
    undo: Annotated[bool, typer.Option("--undo", help="Take back what was judged of the two.")] = False,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who judges; else your user name.")] = None,
    store: StoreUrl = None,
) -> None:
    """Record that two tell of one event, or do not. A person's word wins over any score; it can be taken back.

    \b
    Examples:
      crosswire judge a.txt b.txt different --store desk.db
      crosswire judge event-9fa70d2bf890a86d event-11aa54e2b0c3d4e5 same --store desk.db
      crosswire judge a.txt b.txt different --undo --store desk.db
    """
    try:
        word = app.judge((a, b), verdict, by or getpass.getuser(), undo, store)
    except app.CrosswireError as error:
        fail(error, 1)
    said = f"takes back that {a} and {b} are" if undo else f"judged {a} and {b}"
    emit(
        f"{word.id}: {word.by} {said} {word.verdict}\n"
        "`crosswire link` heeds it at once; `crosswire rebuild` puts it into the stored events.\n"
    )
