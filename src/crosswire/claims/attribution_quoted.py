"""Quotations whose cue stands beside them, and those that stand alone and go on what was quoted before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from crosswire.claims.attribution_drafts import GOES_ON, Draft, Piece, piece
from crosswire.claims.attribution_quotes import Quotation
from crosswire.claims.attribution_spans import verb_group
from crosswire.claims.attribution_tree import Tree

BESIDE_LEFT = re.compile(r"[\s,\u2014\u2013-]*\Z")
BESIDE_RIGHT = re.compile(r"\s*(?:[,:\u2014\u2013-]\s*|that\s+)?\Z")
SENTENCE_END = re.compile(r"(?:[.?!\u2026][\"'\u201d\u2019\u00bb)]*|\A)\s*\Z")
OWN_WORDS = frozenset({"nsubj", "dobj", "dative", "prep", "advmod", "npadvmod", "agent", "prt"})


def beside(text: str, tree: Tree, i: int, quotes: Sequence[Quotation]) -> tuple[Piece, ...]:
    """The quotations that touch the clause of verb i: before it ("...," he said) and behind it (he said: "...")."""
    found: list[Piece] = []
    start, end = _clause(tree, i, quotes)
    for q in quotes:
        if q.end <= start and BESIDE_LEFT.match(text, q.end, start):
            if GOES_ON.search(text, q.start, q.end) or text[q.end : start].lstrip()[:1] == ",":
                found.append((q.start, q.end))
        elif q.start >= end and BESIDE_RIGHT.match(text, end, q.start):
            found.append((q.start, q.end))
    return tuple(found)


def _clause(tree: Tree, i: int, quotes: Sequence[Quotation]) -> Piece:
    """The verb with its subject, recipients and adverbials, as far as no quotation begins."""
    first, last = verb_group(tree, i)
    start, end = tree.start[first], tree.end[last]
    for c in tree.children[i]:
        if tree.dep[c] not in OWN_WORDS:
            continue
        s, e = piece(tree, (tree.left(c), tree.right(c)))
        if any(s < q.end and q.start < e for q in quotes):
            continue
        start, end = min(start, s), max(end, e)
    return start, end


def alone(text: str, q: Quotation, start: int) -> bool:
    """Whether a quotation begins a sentence of the passage that starts at `start`, so that it can go on an earlier
    one."""
    return bool(SENTENCE_END.search(text[max(start, q.start - 12) : q.start]))


def claimed(q: Quotation, drafts: Sequence[Draft]) -> bool:
    """Whether most of a quotation is already the content of a cue that stands outside of it."""
    half = (q.end - q.start) / 2
    outside = [d for d in drafts if d.cue and not q.start <= d.cue[0] < q.end]
    return any(min(e, q.end) - max(s, q.start) > half for d in outside for s, e in d.content)


def extended(draft: Draft, q: Quotation) -> Draft:
    """The draft with one more quotation in its content."""
    return replace(draft, content=(*draft.content, (q.start, q.end)))


def latest(q: Quotation, drafts: Sequence[Draft], quotes: Sequence[Quotation]) -> int | None:
    """Which draft's source goes on in a quotation: who was quoted before it, else who spoke before it, the nearest
    first."""
    ranked = []
    for k, draft in enumerate(drafts):
        if draft.cue is None or draft.cue[0] >= q.start or any(o.start <= draft.cue[0] < o.end for o in quotes):
            continue
        quoted = any(s < o.end and o.start < e for o in quotes for s, e in draft.content)
        if quoted or draft.speech:
            ranked.append((quoted, draft.cue, k))
    return max(ranked)[2] if ranked else None


def touching(text: str, q: Quotation, drafts: Sequence[Draft]) -> int | None:
    """Which draft's content a quotation goes on at once behind a colon: "said a bargain was possible: '...'"."""
    for k, draft in enumerate(drafts):
        if any(0 < q.start - e <= 3 and text[e : q.start].strip() == ":" for _, e in draft.content):
            return k
    return None
