"""Quotations whose cue stands beside them, and those that stand alone and go on what was quoted before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crosswire.claims.attribution.drafts import GOES_ON, Draft, Piece, piece
from crosswire.claims.attribution.quotes import Quotation, holding, neighbours, overlapping
from crosswire.claims.attribution.spans import verb_group
from crosswire.claims.attribution.tree import Tree

BESIDE_LEFT = re.compile(r"[\s,\u2014\u2013-]*\Z")
BESIDE_RIGHT = re.compile(r"\s*(?:[,:\u2014\u2013-]\s*|that\s+)?\Z")
SENTENCE_END = re.compile(r"(?:[.?!\u2026][\"'\u201d\u2019\u00bb)]*|\A)\s*\Z")
NEAR = 60
FRAGMENT = 4  # words that say something: fewer are a so-called thing
OWN_WORDS = frozenset({"nsubj", "dobj", "dative", "prep", "advmod", "npadvmod", "agent", "prt"})


def beside(text: str, tree: Tree, i: int, quotes: Sequence[Quotation]) -> tuple[Piece, ...]:
    """The quotations that touch the clause of verb i: before it ("...," he said) and behind it (he said: "...")."""
    found: list[Piece] = []
    start, end = _clause(tree, i, quotes)
    before, behind = neighbours(quotes, start, end)
    if before is not None and BESIDE_LEFT.match(text, before.end, start) and _goes_on(text, before):
        found.append((before.start, before.end))
    if behind is not None and _is_told(tree, i, behind):
        return tuple(found)
    if behind is not None and behind.start - end < 9 and BESIDE_RIGHT.match(text, end, behind.start):
        found.append((behind.start, behind.end))
    return tuple(found)


def _is_told(tree: Tree, i: int, q: Quotation) -> bool:
    """Whether a quotation is the name of whom verb i has told what its clause says: 'told "Morning Hour" that ...'."""
    first, last = tree.token_at(q.start), tree.token_at(q.end - 1)
    holds = any(tree.left(c) <= last and first <= c <= last for c in tree.kids(i, "dobj", "dative"))
    return holds and any(tree.left(c) > last for c in tree.kids(i, "ccomp"))


def _goes_on(text: str, q: Quotation) -> bool:
    """Whether the sentence goes on behind a quotation: it ends with a comma, a question mark or the like."""
    return bool(GOES_ON.search(text, max(q.start, q.end - 8), q.end)) or text[q.end : q.end + 1] == ","


def _clause(tree: Tree, i: int, quotes: Sequence[Quotation]) -> Piece:
    """The verb with its subject, recipients and adverbials, as far as no quotation begins."""
    first, last = verb_group(tree, i)
    start, end = tree.start[first], tree.end[last]
    for c in tree.children[i]:
        if tree.dep[c] in OWN_WORDS:
            s, e = piece(tree, (tree.left(c), tree.right(c)))
            if not overlapping(quotes, s, e):
                start, end = min(start, s), max(end, e)
    return start, end


def alone(text: str, q: Quotation, start: int) -> bool:
    """Whether a quotation begins a sentence of the passage that starts at `start`, so that it can go on an earlier
    one."""
    return bool(SENTENCE_END.search(text[max(start, q.start - 12) : q.start]))


def claimed(quotes: Sequence[Quotation], drafts: Sequence[Draft]) -> set[int]:
    """Where the quotations begin of which most is already the content of a cue that stands outside of them."""
    taken: set[int] = set()
    for draft in drafts:
        for start, end in draft.content if draft.cue else ():
            for q in overlapping(quotes, start, end):
                inside = draft.cue is not None and q.start <= draft.cue[0] < q.end
                if not inside and 2 * (min(end, q.end) - max(start, q.start)) > q.end - q.start:
                    taken.add(q.start)
    return taken


def extended(draft: Draft, q: Quotation) -> Draft:
    """The draft with one more quotation in its content."""
    return replace(draft, content=(*draft.content, (q.start, q.end)))


def latest(q: Quotation, drafts: Sequence[Draft], quotes: Sequence[Quotation]) -> int | None:
    """Which draft's source goes on in a quotation: who was quoted before it, else who spoke before it, the nearest
    first. Drafts are in the order of their cues, more or less; far ones are not asked."""
    ranked = []
    before = bisect_left(drafts, q.start, key=lambda d: d.cue[0] if d.cue else d.content[0][0])
    for k in range(max(0, before - NEAR), min(len(drafts), before + 2)):
        draft = drafts[k]
        if draft.cue is None or draft.cue[0] >= q.start or holding(quotes, draft.cue[0]) is not None:
            continue
        quoted = any(overlapping(quotes, *p) for p in draft.content)
        if quoted or draft.quotable:
            ranked.append((quoted, draft.cue, k))
    return max(ranked)[2] if ranked else None


def touching(text: str, q: Quotation, ends: Mapping[int, int]) -> int | None:
    """Which draft's content a quotation goes on at once behind a colon: "said a bargain was possible: '...'"; `ends`
    tells for the end of each content whose it is."""
    for end in range(q.start - 1, q.start - 4, -1):
        if end in ends and text[end : q.start].strip() == ":":
            return ends[end]
    return None


def fragment(tree: Tree, q: Quotation, drafts: Sequence[Draft]) -> int | None:
    """Which draft's source goes on in a few quoted words of a sentence without a cue: '"We had to act," Gil said. The
    strike "hit a system of tunnels".' It has to have spoken in the sentence before, and the words to say something."""
    first, last = tree.token_at(q.start), min(tree.token_at(q.end - 1), len(tree) - 1)
    if q.words < FRAGMENT or first >= len(tree) or not any(tree.pos[k] == "VERB" for k in range(first, last + 1)):
        return None
    start, end = tree.start[tree.first[first]], tree.end[tree.last[last]]
    before = tree.first[first] - 1
    if before < 0 or any(d.cue and start <= d.cue[0] < end for d in drafts):
        return None
    above = tree.start[tree.first[before]]
    spoke = [k for k, d in enumerate(drafts) if d.cue and d.quotable and d.speech and above <= d.cue[0] < start]
    return spoke[-1] if len(spoke) == 1 and drafts[spoke[0]].source else None
