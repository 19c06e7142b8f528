"""What the commands over a store share: which store, and how its troubles end them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from crosswire import app
from crosswire.cli.output import fail

StoreUrl = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="URL",
        help="A file, or postgresql://USER@HOST/DATABASE. Else CROSSWIRE_STORE, else a file in your data folder.",
    ),
]
Limit = Annotated[int, typer.Option("--limit", min=1, max=1000, help="How many at most.")]


@contextmanager
def knowledge(store: str | None, frames: Path | None = None, make: bool = False) -> Iterator[app.Knowledge]:
    """The store, open; what is wrong with it or not in it ends the command."""
    try:
        with app.opened(store, frames, make) as known:
            yield known
    except app.CrosswireError as error:
        fail(error, 1)


def as_json(plain: object, indent: int | None = 2) -> str:
    """JSON for a terminal or a pipe; without indent one line."""
    return json.dumps(plain, ensure_ascii=False, indent=indent).encode("utf-8", "replace").decode("utf-8") + "\n"
