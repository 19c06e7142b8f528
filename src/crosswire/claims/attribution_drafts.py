"""A passage's attributions while quotation marks and the parse are brought together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crosswire.claims.attribution_quotes import Quotation
from crosswire.claims.attribution_spans import Range, noun_phrase
from crosswire.claims.attribution_tree import Tree
from crosswire.model import Stance

Piece = tuple[int, int]
"""Characters [start, end) of the report's text."""

EDGE = re.compile(r"[\s,;:.\-\u2013\u2014]*")
GOES_ON = re.compile(r"[,?!\u2026\u2014\u2013-][\"'\u201d\u2019\u00bb]*$")


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution of one passage: its cue word and head of the source as tokens, its spans as pieces of text."""

    word: int
    pattern: str
    cue: Piece | None
    source: Piece | None
    head: int | None
    content: tuple[Piece, ...]
    lemma: str
    stance: Stance = "states"
    negated: bool = False


def piece(tree: Tree, tokens: Range) -> Piece:
    """The characters of a run of tokens."""
    return tree.start[tokens[0]], tree.end[tokens[1]]


def widened(draft: Draft, quotes: Sequence[Quotation]) -> Draft:
    """The draft with every quotation that its content cuts taken whole, and without its own cue and source."""
    content = list(draft.content)
    for q in quotes:
        if any(s < q.end and q.start < e for s, e in content) and not _inside(draft, q):
            content.append((q.start, q.end))
    own = [p for p in (draft.cue, draft.source) if p]
    return replace(draft, content=tuple(_without(_joined(content), own)))


def _inside(draft: Draft, q: Quotation) -> bool:
    return draft.cue is not None and q.start <= draft.cue[0] < q.end


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    for start, end in sorted(pieces):
        if joined and start <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return joined


def _without(pieces: Sequence[Piece], holes: Sequence[Piece]) -> list[Piece]:
    for a, b in holes:
        pieces = [
            (s, e) for start, end in pieces for s, e in ((start, min(end, a)), (max(start, b), end)) if s < e
        ]  # fmt: skip
    return list(pieces)


def trimmed(text: str, span: Piece) -> Piece | None:
    """A content without the punctuation that belongs to the sentence around it; a quotation keeps all that its marks hold."""
    start, end = span
    start = EDGE.match(text, start, end).end()  # type: ignore[union-attr]
    while end > start and (text[end - 1] in ",;:.-\u2013\u2014" or text[end - 1].isspace()):
        end -= 1
    return (start, end) if any(c.isalnum() for c in text[start:end]) else None


def source_piece(tree: Tree, head: int | None, cue: Range) -> Piece | None:
    """The characters of the source, which never reach into the cue."""
    if head is None:
        return None
    first, last = noun_phrase(tree, head)
    if head < cue[0] <= last:
        last = cue[0] - 1
    elif first <= cue[1] < head:
        first = cue[1] + 1
    elif first <= cue[0] <= last:
        return None
    return piece(tree, (first, last))
