"""Options that several commands share."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from crosswire import app

FORMATS = [
    "%Y-%m-%d",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%dT%H:%M%z",
    "%Y-%m-%dT%H:%M:%S%z",
]


def moment(words: str) -> datetime:
    """A date or time as a user gives it. Raises what typer tells as wrong usage."""
    for form in FORMATS:
        with suppress(ValueError):
            return datetime.strptime(words, form)
    raise typer.BadParameter(f"{words!r} is no date; give one such as 2026-01-28 or 2026-01-28T09:30+09:00")


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...", help="Reports: .txt, .md, .html, .json, .jsonl, folders of them, or - for stdin."
    ),
]
Published = Annotated[
    datetime | None,
    typer.Option(
        parser=moment, metavar="DATE", help="When the reports were published (2026-01-28, 2026-01-28T09:30+09:00)."
    ),
]
OutletName = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Who published the reports.")]
Frames = Annotated[
    Path | None,
    typer.Option(
        exists=True, file_okay=False, metavar="FOLDER", help="A folder of your own kinds of events, added to ours."
    ),
]


def given(outlet: str | None, published: datetime | None) -> app.Given:
    """What the user says of the reports; a date without a zone is in UTC."""
    if published is not None and published.tzinfo is None:
        published = published.replace(tzinfo=UTC)
    return app.Given(outlet=outlet, published=published)
