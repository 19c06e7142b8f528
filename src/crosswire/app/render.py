"""What is printed and saved."""

# ruff: noqa: PLC0415 - imported when they are first needed, see the package

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from crosswire.model import Brief, Reading

Format = Literal["text", "md", "html", "json"]


@dataclass(frozen=True, slots=True)
class Page:
    """What text is printed on: columns, colour codes or not, everything or the most important."""

    width: int = 80
    colour: bool = False
    full: bool = False


def render(of: Brief, form: Format, page: Page, frames: Path | None = None) -> str:
    """A brief in one of the formats, ending in a line break; `frames` as when it was made."""
    if form == "json":
        from crosswire.brief.record import as_json
        from crosswire.claims.frames_load import load_frames

        return as_json(of, {f.name: f.plover for f in load_frames(frames).all if f.plover}) + "\n"
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


def save(text: str, path: Path) -> None:
    """Write a file whole or not at all: beside it first, then in its place. Raises OSError.

    What is no regular file (a device, a pipe) cannot be replaced and is written to as it is.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        path.write_text(text, encoding="utf-8", errors="replace", newline="\n")
        return
    beside = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")
    try:
        beside.write_text(text, encoding="utf-8", errors="replace", newline="\n")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
