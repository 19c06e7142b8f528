"""Lists of other headlines: what a page links to is no part of the report."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.reports.lines import Draft
from crosswire.reports.phrases import EDGES, INNER_STOP, STOP, plain
from crosswire.reports.rules import Rules


def name_links(text: str, drafts: Sequence[Draft], rules: Rules) -> list[Draft]:
    """The drafts with lists of other headlines named "links": from a line such as "Related:" to the next paragraph."""
    named: list[Draft] = []
    inside = False
    for draft in drafts:
        here = text[draft.start : draft.end]
        opens = draft.kind in ("heading", "boilerplate", "paragraph", "bullet") and _opens_list(here, rules)
        inside = opens or (inside and not _is_prose(here) and draft.kind != "title")
        named.append(draft.named("links") if inside and draft.kind in ("heading", "paragraph", "bullet") else draft)
    return _trailing_headlines(text, named)


def _opens_list(text: str, rules: Rules) -> bool:
    if len(text) > 60:
        return False
    words = plain(text)
    return words.strip(EDGES) in rules.links.whole or words.startswith(rules.links.start)


def _is_prose(text: str) -> bool:
    """Whether a block is a paragraph of sentences, no headline: long, or several words and a full stop."""
    return len(text) > 200 or bool(INNER_STOP.search(text)) or (len(text.split()) >= 12 and bool(STOP.search(text)))


def _trailing_headlines(text: str, drafts: list[Draft]) -> list[Draft]:
    """Three headlines or more with nothing told under them, at the end of a text that has paragraphs, are links,
    unless they are most of it: then they are what the text is."""
    first = len(drafts)
    while first > 0 and _is_loose_headline(text, drafts[first - 1]):
        first -= 1
    loose = [d for d in drafts[first:] if d.kind in ("heading", "paragraph")]
    told = sum(d.end - d.start for d in drafts[:first] if d.kind == "paragraph")
    if len(loose) < 3 or sum(d.end - d.start for d in loose) > told:
        return drafts
    headlines = (d.named("links") if d.kind in ("heading", "paragraph") else d for d in drafts[first:])
    return [*drafts[:first], *headlines]


def _is_loose_headline(text: str, draft: Draft) -> bool:
    here = text[draft.start : draft.end]
    if draft.kind in ("heading", "paragraph"):
        return len(here) <= 140 and not STOP.search(here)
    return draft.kind in ("boilerplate", "links", "caption")
