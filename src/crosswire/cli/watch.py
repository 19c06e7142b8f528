"""`crosswire watch`: feeds, sitemaps and folders into the store, as they come."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from crosswire import app
from crosswire.cli.options import Frames
from crosswire.cli.output import emit, one_line
from crosswire.cli.root import cli
from crosswire.cli.store import StoreUrl, knowledge


@cli.command()
def watch(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command
    feeds: Annotated[
        Path,
        typer.Argument(exists=True, dir_okay=False, metavar="FEEDS", help="A feeds.toml, or OPML of a feed reader."),
    ],
    store: StoreUrl = None,
    once: Annotated[bool, typer.Option("--once", help="Look at what is due now, then end.")] = False,
    status: Annotated[bool, typer.Option("--status", help="Only show how each feed stands.")] = False,
    private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from addresses of your own network too.")
    ] = False,
    frames: Frames = None,
) -> None:
    """Watch feeds, sitemaps and folders; new reports go into the store and the living picture.

    \b
    Examples:
      crosswire watch feeds.toml --store desk.db
      crosswire watch feeds.opml --once
      crosswire watch feeds.toml --status

    \b
    A feeds.toml:
      every = "10m"
      [[feed]]
      url = "https://news.example/world.xml"
      [[sitemap]]
      url = "https://paper.example/news-sitemap.xml"
      [[folder]]
      path = "incoming"
    """
    with knowledge(store, frames, make=not status) as known:
        if status:
            emit("".join(_stands(feed, state) for feed, state in app.feed_health(known, feeds)))
            return
        try:
            app.watch(known, app.Watching(feeds, once, private), _tell)
        except KeyboardInterrupt:
            raise typer.Exit(130) from None


def _tell(look: app.Look) -> None:
    """One line a look that brought something or failed, and one for each thing in it that could not be read."""
    now = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S}"
    if look.broken:
        emit(f"{now}  broken   {one_line(look.broken)}\n")
    elif look.found or look.troubles:
        emit(f"{now}  {look.found:>3} new  {one_line(look.feed.url)}\n")
    for trouble in look.troubles:
        emit(f"{now}     not read: {one_line(trouble)}\n")


def _stands(feed: app.Feed, state: app.FeedState) -> str:
    due = f"due {state.due:%Y-%m-%d %H:%M} UTC" if state.checked else "not looked at yet"
    told = f"{state.health:<7} {one_line(feed.url)}  {state.found} reports, {due}\n"
    trouble = f"        {state.failures} times in a row: {one_line(state.trouble)}\n" if state.trouble else ""
    return told + trouble
