"""What is printed and saved."""

# ruff: noqa: PLC0415 - imported when they are first needed, see the package

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from crosswire.app.forms import Format
from crosswire.model import Brief, Reading


@dataclass(frozen=True, slots=True)
class Page:
    """What text is printed on: columns, colour codes or not, everything or the most important."""

    width: int = 80
    colour: bool = False
    full: bool = False


def pieces(of: Brief, form: Format, page: Page, frames: Path | None = None) -> Iterator[str]:
    """What `render` gives, piece by piece: JSON of many reports need not be held whole."""
    if form != "json":
        yield render(of, form, page, frames)
        return
    from crosswire.brief.record import json_pieces
    from crosswire.claims.frames_load import load_frames

    yield from json_pieces(of, {f.name: f.plover for f in load_frames(frames).all if f.plover})
    yield "\n"


def render(of: Brief, form: Format, page: Page, frames: Path | None = None) -> str:
    """A brief in one of the formats, ending in a line break; `frames` as when it was made."""
    if form == "json":
        return "".join(pieces(of, form, page, frames))
    from crosswire.brief.compose import compose
    from crosswire.brief.wording import load_wording

    sheet = compose(of, load_wording())
    if form == "md":
        from crosswire.brief.markdown import as_markdown

        return as_markdown(sheet)
    if form == "html":
        from crosswire.brief.html import as_html

        return as_html(sheet)
    from crosswire.brief import text

    return text.as_text(sheet, text.Page(page.width, page.colour, page.full))


def render_reading(reading: Reading, form: Literal["jsonl", "text"]) -> str:
    """What was read from one report: one line of JSON, or the claims and values one a line."""
    if form == "jsonl":
        from crosswire.brief.record import as_reading, dumps

        return dumps(as_reading(reading)) + "\n"
    from crosswire.brief.listing import as_listing
    from crosswire.brief.wording import load_wording

    return as_listing(reading, load_wording())


def save(text: Iterable[str], path: Path) -> None:
    """Write a file whole or not at all: beside it first, then in its place. Raises OSError.

    What is no regular file (a device, a pipe) cannot be replaced and is written to as it is.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        _write(text, path)
        return
    beside = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")
    try:
        _write(text, beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _write(text: Iterable[str], path: Path) -> None:
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        file.writelines((text,) if isinstance(text, str) else text)
