"""The root of the command line: the program's own options, to which each module of this package adds its commands."""

from __future__ import annotations

from typing import Annotated

import typer

from crosswire import app
from crosswire.cli.output import emit

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
