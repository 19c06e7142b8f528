"""`crosswire serve`: the pages and the API."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from crosswire import app
from crosswire.cli.output import fail, one_line
from crosswire.cli.root import cli
from crosswire.cli.store import StoreUrl


@cli.command()
def serve(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command
    host: Annotated[str, typer.Option(help="Where to listen; any other than this machine takes keys.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="On which port.")] = 8787,
    rate: Annotated[float, typer.Option(min=0.1, help="Requests a second that one client may send.")] = 40.0,
    store: StoreUrl = None,
    name: Annotated[
        list[str] | None, typer.Option(metavar="HOST", help="A host name under which it may be asked, besides.")
    ] = None,
    feeds: Annotated[
        Path | None,
        typer.Option("--watch", exists=True, dir_okay=False, metavar="FEEDS", help="Watch these feeds besides."),
    ] = None,
    private: Annotated[
        bool, typer.Option("--allow-private", help="Feeds and webhooks may be of your own network.")
    ] = False,
) -> None:
    """Show what is known on pages, and answer programs under /api/v1.

    \b
    Examples:
      crosswire serve
      crosswire serve --watch feeds.toml --store desk.db
      crosswire serve --host 0.0.0.0 --port 80 --name desk.example.org
    """
    names = tuple(n.lower() for n in name or ())
    serving = app.Serving(host=host, port=port, reads=rate, names=names, feeds=feeds, private=private)
    if not serving.loopback and not any(not key.revoked for key in app.list_keys(app.keys_file())):
        fail("others could reach this address, and there is no key yet; 'crosswire key add NAME' makes one", 1)
    try:
        from crosswire.web.server import run  # noqa: PLC0415 - FastAPI takes half a second to import

        typer.echo(f"Crosswire on http://{_shown(host)}:{port}/ (Ctrl-C ends it)", err=True)
        run(serving, store)
    except (app.CrosswireError, OSError) as error:
        fail(one_line(error), 1)


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else one_line(host)
