"""`crosswire serve`: the pages and the API."""

from __future__ import annotations

from typing import Annotated

import typer

from crosswire import app
from crosswire.cli.output import fail, one_line
from crosswire.cli.root import cli
from crosswire.cli.store import StoreUrl


@cli.command()
def serve(
    host: Annotated[str, typer.Option(help="Where to listen; any other than this machine takes keys.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="On which port.")] = 8787,
    rate: Annotated[float, typer.Option(min=0.1, help="Requests a second that one client may send.")] = 40.0,
    store: StoreUrl = None,
    name: Annotated[
        list[str] | None, typer.Option(metavar="HOST", help="A host name under which it may be asked, besides.")
    ] = None,
) -> None:
    """Show what is known on pages, and answer programs under /api/v1.

    \b
    Examples:
      crosswire serve
      crosswire serve --host 0.0.0.0 --port 80 --name desk.example.org
    """
    serving = app.Serving(host=host, port=port, reads=rate, names=tuple(n.lower() for n in name or ()))
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
