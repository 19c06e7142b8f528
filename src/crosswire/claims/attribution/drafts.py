"""A passage's attributions while quotation marks and the parse are brought together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crosswire.claims.attribution.quotes import Quotation, holding, overlapping
from crosswire.claims.attribution.spans import Range, noun_phrase
from crosswire.claims.attribution.tree import Tree
from crosswire.model import Stance

Piece = tuple[int, int]
"""Characters [start, end) of the report's text."""

EDGE = re.compile(r"[\s,;:.\-\u2013\u2014]*")
ABBREVIATION = re.compile(r"(?:\b\w\.){2}\Z")
BY = re.compile(r"\bby\s+\Z", re.IGNORECASE)
AND = re.compile(r"\s+(?:and|but|before) ")
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
    quotable: bool = False
    speech: bool = True
    judging: bool = False


def piece(tree: Tree, tokens: Range) -> Piece:
    """The characters of a run of tokens."""
    return tree.start[tokens[0]], tree.end[tokens[1]]


def with_colon(text: str, cue: Piece) -> Piece:
    """The cue with the colon behind it, which says as much as "that"."""
    return (cue[0], cue[1] + 1) if text[cue[1] : cue[1] + 1] == ":" else cue


def widened(text: str, draft: Draft, quotes: Sequence[Quotation]) -> Draft:
    """The draft with every quotation that its content cuts taken whole, and without its own cue and source; words
    that are themselves quoted keep within their quotation."""
    own = [p for p in (draft.cue, draft.source and _with_by(text, draft.source)) if p]
    if not quotes:
        content = tuple(_without(_joined(draft.content), own))
        return draft if content == draft.content else replace(draft, content=content)
    around = None if draft.cue is None else holding(quotes, draft.cue[0])
    if around is not None:
        inner = [(max(s, around.start + 1), min(e, around.end - 1)) for s, e in draft.content]
        return replace(draft, content=tuple(p for p in inner if p[0] < p[1]))
    pieces = [_sentence(text, p, overlapping(quotes, *p), draft) for p in draft.content]
    pieces.extend((q.start, q.end) for p in tuple(pieces) for q in overlapping(quotes, *p))
    return replace(draft, content=tuple(_without(_joined(pieces), own)))


def _with_by(text: str, source: Piece) -> Piece:
    """The source with the "by" before it, which is none of a passive's content: "described as a crime by the mayor"."""
    by = BY.search(text, max(0, source[0] - 5), source[0])
    return (by.start(), source[1]) if by else source


def _sentence(text: str, span: Piece, quotes: Sequence[Quotation], draft: Draft) -> Piece:
    """A whole sentence quoted is all of a content: what stands before or behind its marks is the author's."""
    start, end = span
    if not quotes or draft.cue is None:
        return span
    first, last = quotes[0], quotes[-1]
    if (
        start > draft.cue[0]
        and first.words > 2
        and not text[start : first.start].strip()
        and GOES_ON.search(text, first.start, first.end)
    ):
        return first.start, first.end
    if start == first.start and len(quotes) == 1 and AND.match(text, first.end):
        return first.start, first.end
    opener = text[last.start : last.end].lstrip("\"'\u201c\u2018`")[:1]
    if (
        end <= draft.cue[0]
        and opener.isupper()
        and text[start : last.start].rstrip()[-1:] in (",", ":")
        and not text[last.end : end].strip()
    ):
        return last.start, last.end
    return span


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


def trimmed(text: str, span: Piece, marks: frozenset[int]) -> Piece | None:
    """A content without the punctuation that belongs to the sentence around it; a quotation keeps all that its marks
    hold."""
    start, end = span
    if edge := EDGE.match(text, start, end):
        start = edge.end()
    while end > start and end not in marks and (text[end - 1] in ",;:.-\u2013\u2014" or text[end - 1].isspace()):
        if ABBREVIATION.search(text, max(start, end - 8), end):
            break
        end -= 1
    return (start, end) if any(c.isalnum() for c in text[start:end]) else None


def source_piece(tree: Tree, head: int | None, cue: Range, until: int | None = None) -> Piece | None:
    """The characters of the source, which never reach into the cue nor behind token `until`."""
    if head is None:
        return None
    first, last = noun_phrase(tree, head, ahead=head < cue[0])
    last = last if until is None else max(head, min(last, until))
    if head < cue[0] <= last:
        last = cue[0] - 1
        while last > head and (tree.pos[last] in {"DET", "PUNCT", "ADJ", "ADP"} or tree.tag[last] == "WDT"):
            last -= 1
    elif first <= cue[1] < head:
        first = cue[1] + 1
    elif first <= cue[0] <= last:
        return None
    if last + 1 < len(tree) and tree.lower[last + 1] == ")" and "(" in tree.lower[first : last + 1]:
        last += 1  # "the Joint Chiefs of Staff (JCS)"
    return piece(tree, (first, last))


def whole(tree: Tree, verb: int, cue: Range, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """The content with the clause that goes on where it ends, which the parser took for a second one of the cue: "said
    that all the boys rescued on Monday | are well"."""
    if not content or content[-1][0] < cue[1]:
        return content
    *parts, (first, last) = content
    edge = {tree.pos[last], *tree.pos[last + 1 : last + 2]}
    on = () if "PUNCT" in edge else (c for c in tree.kids(verb, "ccomp") if tree.left(c) == last + 1)
    return (*parts, (first, max((last, *(tree.right(c) for c in on)))))
