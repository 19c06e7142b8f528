"""`crosswire ingest`: reports into the store and the living picture."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from crosswire import app
from crosswire.cli.options import Frames, OutletName, Paths, Published, given
from crosswire.cli.output import emit, fail, progress, warn
from crosswire.cli.root import cli
from crosswire.cli.store import StoreUrl, as_json, knowledge


@cli.command()
def ingest(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command
    paths: Paths,
    store: StoreUrl = None,
    published: Published = None,
    outlet: OutletName = None,
    frames: Frames = None,
    private: Annotated[bool, typer.Option("--allow-private", help="Fetch pages of your own network too.")] = False,
    form: Annotated[Literal["text", "json"], typer.Option("--format", help="How to tell what came of it.")] = "text",
) -> None:
    """Take reports into the store: files, folders, or addresses of pages.

    What is stored already is passed over; an edited report becomes a new version.

    \b
    Examples:
      crosswire ingest examples/launch
      crosswire ingest reports/ --store desk.db
      crosswire ingest https://paper.example/quake --store desk.db
      crosswire ingest a.html --store postgresql://desk@db.example/crosswire
    """
    with knowledge(store, frames, make=True) as known, progress() as show:
        done = known.ingest(paths, given(outlet, published), sys.stdin.buffer, show, private)
    warn(done.troubles)
    if not done.new and not done.known:
        fail("no report could be read; give at least one text in English", 1)
    if form == "json":
        emit(as_json(app.as_plain(done)))
    else:
        edited = f" ({done.edited} an edited version of one stored)" if done.edited else ""
        emit(f"{done.new} new{edited}, {done.known} already stored\n")
