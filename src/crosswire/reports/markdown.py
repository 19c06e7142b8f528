"""Markdown -> drafts: the text stays as it is, marks are left outside the drafts and say what each of them is."""

from __future__ import annotations

import re
from dataclasses import replace

from crosswire.reports.lines import Draft, drafts

_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?=\S)")
_UNDERLINE = re.compile(r"=+|-{3,}")
_QUOTE = re.compile(r"(?:>[ \t]?)+(?=\S)")
_IMAGE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")


def markdown_drafts(text: str) -> list[Draft]:
    """The drafts of a Markdown text; the first heading of the first level is its title."""
    marked = [_marked(text, draft) for draft in drafts(text)]
    found = _underlined(text, [draft for draft in marked if draft is not None])
    first = next((i for i, (_, level) in enumerate(found) if level == 1), None)
    return [replace(draft, kind="title") if i == first else draft for i, (draft, _) in enumerate(found)]


def _marked(text: str, draft: Draft) -> tuple[Draft, int] | None:
    """The draft without its marks, and its level as a heading (0: none); None for an image or an empty quotation."""
    if draft.kind is None and (mark := _HEADING.match(text, draft.start, draft.end)):
        words = text[mark.end() : draft.end]
        open_end = words.rstrip("#").rstrip(" \t")
        return Draft(mark.end(), mark.end() + len(open_end or words), "heading", draft.gap), len(mark["marks"])
    if mark := _QUOTE.match(text, draft.start, draft.end):
        draft = replace(draft, start=mark.end())
    if _IMAGE.fullmatch(text, draft.start, draft.end):
        return None
    return draft, 0


def _underlined(text: str, found: list[tuple[Draft, int]]) -> list[tuple[Draft, int]]:
    """Lines with a row of = or - under them are headings; the row itself goes, and so do dividing rows."""
    kept: list[tuple[Draft, int]] = []
    for draft, level in found:
        if draft.kind is None and _UNDERLINE.fullmatch(text, draft.start, draft.end):
            if kept and kept[-1][0].kind is None and not draft.gap:
                kept[-1] = (replace(kept[-1][0], kind="heading"), 1 if text[draft.start] == "=" else 2)
            continue
        kept.append((draft, level))
    return kept
