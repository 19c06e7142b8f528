"""Which run of a text is its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.model import BlockKind
from crosswire.reports.lines import Draft
from crosswire.reports.phrases import INNER_STOP

# How many runs from the top the headline may stand.
HEAD = 9


def find_title(
    text: str, drafts: Sequence[Draft], furniture: Sequence[BlockKind | None], title: str | None
) -> int | None:
    """Which draft is the title: the one that says the given title, else the first that can be a headline.

    `furniture` says which drafts are none of the text itself; a first paragraph without a headline gives None.
    """
    if title is not None:
        return _saying(text, drafts, title)
    told = [index for index, kind in enumerate(furniture[:HEAD]) if kind is None or drafts[index].kind == "title"]
    for index in told:
        draft, here = drafts[index], text[drafts[index].start : drafts[index].end]
        if draft.kind == "title":
            return index
        if draft.kind == "bullet" or not is_headline(here) or len(drafts) == 1:
            return None
        following = drafts[index + 1] if index + 1 in told else None
        if following is None or not (_is_kicker(here) and _is_open(text[following.start : following.end])):
            return index
    return None


def _saying(text: str, drafts: Sequence[Draft], title: str) -> int | None:
    wanted = _words(title)
    near = (index for index, draft in enumerate(drafts[:HEAD]) if draft.end - draft.start < 400)
    return next((index for index in near if _words(text[drafts[index].start : drafts[index].end]) == wanted), None)


def is_headline(text: str) -> bool:
    """Whether a line can be a headline: one sentence at most, short, and no list or address."""
    if len(text) > 200 or INNER_STOP.search(text) or text.endswith((",", ";", ":")):
        return False
    # Headlines seldom end in a full stop; those that do are shorter than leads, or have capitals on most words.
    words = text.split()
    return not text.endswith(".") or len(words) <= 10 or sum(not w[0].islower() for w in words) > 0.6 * len(words)


def _is_open(text: str) -> bool:
    return is_headline(text) and len(text.split()) > 2 and not text.endswith(".")


def _is_kicker(text: str) -> bool:
    """A section's name over the headline: "WORLD NEWS", "Politics"."""
    words = text.split()
    return len(words) <= 2 and not text.endswith((".", "?", "!"))


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
