"""`crosswire show`: the brief of one stored event."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from crosswire import app
from crosswire.cli.options import Frames
from crosswire.cli.output import emit, page
from crosswire.cli.root import cli
from crosswire.cli.store import StoreUrl, knowledge


@cli.command()
def show(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command
    event: Annotated[str, typer.Argument(metavar="EVENT", help="An event's id, as `crosswire events` prints it.")],
    store: StoreUrl = None,
    form: Annotated[app.Format, typer.Option("--format", help="How to tell it.")] = "text",
    out: Annotated[
        Path | None, typer.Option(dir_okay=False, metavar="FILE", help="Write to a file instead of stdout.")
    ] = None,
    frames: Frames = None,
    full: Annotated[bool, typer.Option("--full", help="Leave nothing out of the text.")] = False,
) -> None:
    """The brief of one stored event, its background and its checks drawn from all that is stored.

    \b
    Examples:
      crosswire show event-9fa70d2bf890a86d --store desk.db
      crosswire show event-9fa70d2bf890a86d --format html --out event.html --store desk.db
    """
    with knowledge(store, frames) as known:
        brief = known.event(event).brief
    emit(app.render(brief, form, page(out, full), frames), out)
