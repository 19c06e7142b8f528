"""`crosswire key`: API keys for the server."""

from __future__ import annotations

from typing import Annotated

import typer

from crosswire import app
from crosswire.cli.output import emit, fail, one_line
from crosswire.cli.root import cli

key = typer.Typer(
    help="API keys of the server: add, list, revoke.",
    epilog="Examples: crosswire key add desk; crosswire key list",
    no_args_is_help=True,
    rich_markup_mode=None,
)
cli.add_typer(key, name="key")


@key.command()
def add(
    name: Annotated[str, typer.Argument(help="Whose or what for.")],
    write: Annotated[bool, typer.Option("--write", help="For adding reports and judging too.")] = False,
) -> None:
    """Make a key and show it, once.

    \b
    Examples:
      crosswire key add desk
      crosswire key add feeder --write
    """
    try:
        made, token = app.add_key(app.keys_file(), name, "write" if write else "read")
    except (app.CrosswireError, OSError) as error:
        fail(error, 1)
    else:
        emit(f"{token}\n")
        typer.echo(
            f"The key {one_line(made.name)!r} is for {_for(made)}. It is kept as a hash only: copy it now.", err=True
        )


@key.command("list")
def list_() -> None:
    """The keys: name, what for, since when.

    \b
    Examples:
      crosswire key list
    """
    try:
        known = app.list_keys(app.keys_file())
    except (app.CrosswireError, OSError) as error:
        fail(error, 1)
    else:
        emit("".join(f"{k.id}  {k.scope:5}  {k.created}  {one_line(k.name)}{_ended(k)}\n" for k in known))
        if not known:
            typer.echo("no keys yet; 'crosswire key add NAME' makes one", err=True)


@key.command()
def revoke(which: Annotated[str, typer.Argument(metavar="NAME|ID", help="The key to end.")]) -> None:
    """End a key; a running server refuses it at once.

    \b
    Examples:
      crosswire key revoke feeder
    """
    try:
        ended = app.revoke_key(app.keys_file(), which)
    except (app.CrosswireError, OSError) as error:
        fail(error, 1)
    else:
        typer.echo(f"The key {one_line(ended.name)!r} is revoked.", err=True)


def _for(made: app.Key) -> str:
    return "reading and writing" if made.scope == "write" else "reading"


def _ended(made: app.Key) -> str:
    return f"  (revoked {made.revoked})" if made.revoked else ""
