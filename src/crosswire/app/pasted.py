"""Texts that are given by hand, as if they had been fetched; and the examples that ship with the program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import crosswire
from crosswire.model import Fetched, Given, stable_id


def examples() -> Path | None:
    """The folder of examples: inside the installed package, else beside the source."""
    here = Path(crosswire.__file__).resolve().parent
    places = (here / "examples", here.parents[1] / "examples")
    return next((place for place in places if (place / "launch").is_dir()), None)


def as_fetched(texts: Sequence[tuple[str, Given]]) -> list[Fetched]:
    """Texts, each with what is known of it, as things fetched."""
    return [
        Fetched(f"pasted:{stable_id('text', text)}", text.encode("utf-8", "replace"), _media(text), given)
        for text, given in texts
    ]


def _media(text: str) -> Literal["text", "html"]:
    start = text.lstrip()[:200].lower()
    return "html" if start.startswith(("<!doctype html", "<html")) else "text"
