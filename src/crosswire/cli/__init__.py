"""The command line. It uses `app` only; what it prints goes through `cli.output`. One module a command.

Exit codes: 0 done, with or without warnings; 1 nothing could be read or written; 2 wrong usage; 70 a fault of the
program; 130 interrupted. `check` tells its verdict by 0 and 3 to 6.
"""

from __future__ import annotations

import os
import sys
import traceback

import typer

from crosswire.cli import (
    alert,
    alert_add,
    backfill,
    brief,
    check,
    events,
    export,
    ingest,
    judge,
    key,
    link,
    origins,
    read,
    rebuild,
    search,
    serve,
    show,
    watch,
)
from crosswire.cli.output import one_line
from crosswire.cli.root import cli

# The modules are named for what importing them does: adding their commands.
__all__ = [
    "alert",
    "alert_add",
    "backfill",
    "brief",
    "check",
    "cli",
    "events",
    "export",
    "ingest",
    "judge",
    "key",
    "link",
    "main",
    "origins",
    "read",
    "rebuild",
    "search",
    "serve",
    "show",
    "watch",
]

FAULT = 70  # EX_SOFTWARE of sysexits.h


def main() -> None:
    """Run the command line and exit."""
    try:
        cli(prog_name="crosswire")  # however it was started
    except Exception as error:  # the last resort: a fault of ours must not look like a fault of the reader's
        if os.environ.get("CROSSWIRE_DEBUG") == "1":
            traceback.print_exc()
        typer.echo(
            f"crosswire: this is a fault of the program ({type(error).__name__}: {one_line(error)}). Please report it "
            "with the command you gave; CROSSWIRE_DEBUG=1 shows where it happened.",
            err=True,
        )
        sys.exit(FAULT)
