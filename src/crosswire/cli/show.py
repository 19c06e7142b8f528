"""`crosswire show`: the brief of one stored event, or what became of one stored report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from crosswire import app
from crosswire.cli.options import Frames
from crosswire.cli.output import emit, page
from crosswire.cli.root import cli
from crosswire.cli.store import StoreUrl, as_json, knowledge


@cli.command()
def show(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command
    known_as: Annotated[
        str, typer.Argument(metavar="ID", help="An event's id, as `crosswire events` prints it, or a report's.")
    ],
    store: StoreUrl = None,
    form: Annotated[app.Format, typer.Option("--format", help="How to tell it.")] = "text",
    out: Annotated[
        Path | None, typer.Option(dir_okay=False, metavar="FILE", help="Write to a file instead of stdout.")
    ] = None,
    frames: Frames = None,
    full: Annotated[bool, typer.Option("--full", help="Leave nothing out of the text.")] = False,
) -> None:
    """The brief of one stored event, its background and its checks drawn from all that is stored.

    Of a report: its versions and what each changed, whom it copies, the events it tells of (text or json).

    \b
    Examples:
      crosswire show event-9fa70d2bf890a86d --store desk.db
      crosswire show event-9fa70d2bf890a86d --format html --out event.html --store desk.db
      crosswire show report-0cc9248a6f2efb94 --store desk.db
    """
    if known_as.startswith("report-"):
        _report(known_as, store, form, out)
        return
    with knowledge(store, frames) as known:
        brief = known.event(known_as).brief
    emit(app.render(brief, form, page(out, full), frames), out)


def _report(known_as: str, store: str | None, form: app.Format, out: Path | None) -> None:
    if form not in ("text", "json"):
        raise typer.BadParameter("a report is told as text or json", param_hint="--format")
    with knowledge(store) as known:
        view = known.report(known_as)
    emit(as_json(app.as_plain(view)) if form == "json" else app.list_report(view), out)
