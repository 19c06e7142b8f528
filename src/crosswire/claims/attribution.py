"""Parsed passages -> who said, thinks or wants what: cue, content and source, each with its exact span.

A cue's reading on the parse gives a first content; quotation marks, which are surer than the parse, then widen it: a content that
cuts a quotation takes it whole, and a quotation that nobody has is given to the nearest cue or to who spoke last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crosswire.claims.attribution_cues import Cue, CueTable, load_cues
from crosswire.claims.attribution_drafts import Draft, Piece, piece, source_piece, trimmed, widened
from crosswire.claims.attribution_quoted import alone, beside, claimed, extended, speaks
from crosswire.claims.attribution_quotes import Quotation, quotations
from crosswire.claims.attribution_spans import chained, source_of, without_aside, verb_group
from crosswire.claims.attribution_tree import Tree, tree_of
from crosswire.claims.attribution_verbs import Reading, lemma_of, readings
from crosswire.claims.parse import Passage
from crosswire.model import Mode, Span, Stance

__all__ = ["CueTable", "Found", "find_attributions", "load_cues"]


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution before its speaker is known.

    `source_token` is the head of the source: (index of the passage, index of the token). `parent` is the index, in the same
    answer, of the attribution whose content holds this one. `negated`: the act itself is denied ("did not say").
    """

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    source_token: tuple[int, int] | None
    mode: Mode
    stance: Stance
    lemma: str
    negated: bool
    parent: int | None = None


def find_attributions(text: str, passages: Sequence[Passage], cues: CueTable) -> tuple[Found, ...]:
    """All attributions of one report, in the order of their cues; spans count in `text`."""
    drafts: list[tuple[int, Draft]] = []
    quotes: list[Quotation] = []
    for number, passage in enumerate(passages):
        tree = tree_of(passage)
        if not len(tree):
            continue
        inside = quotations(text, passage.offset, tree.end[-1])
        quotes.extend(inside)
        own = _verbs(text, tree, cues, inside)
        _go_on(text, tree, inside, own, drafts)
        drafts.extend((number, d) for d in own)
    return _finished(text, drafts, quotes)


def _verbs(text: str, tree: Tree, cues: CueTable, quotes: Sequence[Quotation]) -> list[Draft]:
    drafts: list[Draft] = []
    for i, pos in enumerate(tree.pos):
        if pos == "VERB":
            cue = cues.verbs.get(lemma_of(tree, i))
            if cue:
                drafts.extend(_draft(text, tree, i, cue, quotes, cues.lists))
    return [d for d in drafts if not any(_holds(other, d) for other in drafts)]


def _holds(other: Draft, draft: Draft) -> bool:
    """Whether the other's cue takes this one's in: "refused" in "refused to say"."""
    return other is not draft and bool(
        other.cue and draft.cue and other.cue[0] <= draft.cue[0] and draft.cue[1] <= other.cue[1] and other.cue != draft.cue
    )


def _draft(text: str, tree: Tree, i: int, cue: Cue, quotes: Sequence[Quotation], lists={}) -> list[Draft]:
    within = any(q.start <= tree.start[i] < q.end for q in quotes)
    reading = next((r for r in readings(tree, i) if r.pattern in cue.takes), None)
    quoted = beside(text, tree, i, quotes) if "quote" in cue.takes and not within else ()
    if reading is None and not quoted:
        return []
    if reading is None:
        reading = Reading(i, "quote", verb_group(tree, i), ())
    words = chained(tree, i, reading.cue, lists.get("catenative", frozenset()))
    head = None if reading.sourceless else source_of(tree, i) if reading.source is None else reading.source
    draft = Draft(
        word=i,
        pattern=reading.pattern,
        cue=piece(tree, words),
        source=source_piece(tree, head, words),
        head=head,
        content=(*(piece(tree, without_aside(tree, r, lists.get("acts", frozenset()))) for r in reading.content if r[0] <= r[1]), *quoted),
        lemma=cue.lemma,
        stance=cue.stance,
        negated=tree.kid(i, "neg") is not None,
    )
    return [widened(text, draft, quotes)]


def _go_on(
    text: str, tree: Tree, quotes: Sequence[Quotation], own: list[Draft], before: list[tuple[int, Draft]]
) -> None:
    """Give each quotation that stands alone to who was quoted last."""
    for q in quotes:
        if claimed(q, own) or not alone(text, q, tree.start[0]):
            continue
        speaking = [(speaks(d, quotes), d.cue, k) for k, d in enumerate(own) if d.cue and d.cue[0] < q.start]
        last = max(speaking)[2] if speaking else None
        if last is not None:
            own[last] = extended(own[last], q)
        elif before:
            number, draft = before[-1]
            before[-1] = (number, extended(draft, q))


def _finished(text: str, drafts: Sequence[tuple[int, Draft]], quotes: Sequence[Quotation]) -> tuple[Found, ...]:
    kept = []
    for number, draft in drafts:
        content = tuple(t for p in draft.content if (t := trimmed(text, p)))
        if content:
            kept.append((number, replace(draft, content=content)))
    found = [_found(text, number, draft, quotes) for number, draft in kept]
    return tuple(replace(f, parent=_parent(k, found)) for k, f in enumerate(found))


def _found(text: str, number: int, draft: Draft, quotes: Sequence[Quotation]) -> Found:
    return Found(
        content=tuple(Span.of(text, *p) for p in draft.content),
        cue=_span(text, draft.cue),
        source=_span(text, draft.source),
        source_token=None if draft.head is None else (number, draft.head),
        mode="quoted" if all(_quoted(p, quotes) for p in draft.content) else "paraphrased",
        stance=draft.stance,
        lemma=draft.lemma,
        negated=draft.negated,
    )


def _span(text: str, span: Piece | None) -> Span | None:
    return None if span is None else Span.of(text, *span)


def _quoted(span: Piece, quotes: Sequence[Quotation]) -> bool:
    return any(q.start <= span[0] and span[1] <= q.end for q in quotes)


def _parent(k: int, found: Sequence[Found]) -> int | None:
    """The smallest other attribution whose content holds this one's cue."""
    cue = found[k].cue
    if cue is None:
        return None
    around = [
        (sum(s.end - s.start for s in f.content), n)
        for n, f in enumerate(found)
        if n != k and any(s.covers(cue) for s in f.content)
    ]
    return min(around)[1] if around else None
