"""`crosswire search`: stored reports by their words."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from crosswire import app
from crosswire.cli.output import emit, fail, page
from crosswire.cli.root import cli
from crosswire.cli.store import Limit, StoreUrl, as_json, knowledge


@cli.command()
def search(
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS...", help='"..." is a phrase, -word must not be there, OR between choices.'),
    ],
    store: StoreUrl = None,
    limit: Limit = 20,
    form: Annotated[Literal["text", "json"], typer.Option("--format", help="How to tell it.")] = "text",
) -> None:
    """Find stored reports in which all of the words stand, the newest first, with the events they tell of.

    \b
    Examples:
      crosswire search missile --store desk.db
      crosswire search '"Joint Chiefs" launch -drill' --store desk.db
      crosswire search 'missile OR rocket' --store desk.db
    """
    if not any(char.isalnum() for char in "".join(words)):
        raise typer.BadParameter("give at least one word", param_hint="WORDS")
    with knowledge(store) as known:
        found = known.search(" ".join(words), limit=limit)
    if form == "json":
        emit(as_json(app.as_plain(found)))
    elif not found.hits:
        fail("no stored report has these words", 1)
    else:
        emit(app.list_hits(found.hits, found.events, page(None, full=False).colour and sys.stdout.isatty()))
