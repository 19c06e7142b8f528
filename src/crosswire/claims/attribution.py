"""Parsed passages -> who said, thinks or wants what: cue, content and source, each with its exact span.

A cue's reading on the parse gives a first content; quotation marks, which are surer than the parse, then widen it: a content that
cuts a quotation takes it whole, and a quotation that nobody has is given to the nearest cue or to who spoke last.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from crosswire.claims.attribution_cues import Cue, CueTable, load_cues
from crosswire.claims.attribution_drafts import Draft, Piece, piece, source_piece, trimmed, widened
from crosswire.claims.attribution_headlines import headline
from crosswire.claims.attribution_nouns import adjective_readings, noun_readings
from crosswire.claims.attribution_phrases import OPENERS, phrases
from crosswire.claims.attribution_quoted import alone, beside, claimed, extended, speaks, touching
from crosswire.claims.attribution_quotes import Quotation, quotations
from crosswire.claims.attribution_spans import chained, nearby_source, source_of, without_aside, verb_group
from crosswire.claims.attribution_tree import Tree, tree_of
from crosswire.claims.attribution_verbs import FINITE, Reading, lemma_of, readings
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
        own = _drafts(text, tree, cues, inside)
        if (number == 0 or passage.kind in {"title", "heading"}) and (made := headline(tree, text, cues)):
            own = [made, *own]
        _go_on(text, tree, inside, own, drafts)
        drafts.extend((number, d) for d in own)
    return _finished(text, drafts, quotes)


def _drafts(text: str, tree: Tree, cues: CueTable, quotes: Sequence[Quotation]) -> list[Draft]:
    drafts: list[Draft] = []
    for i, pos in enumerate(tree.pos):
        if pos == "VERB":
            drafts.extend(_verb(text, tree, i, cues, quotes))
        elif pos == "NOUN" and (cue := cues.nouns.get(tree.lemma[i])):
            found = noun_readings(tree, i, cues.lists["light"])
            drafts.extend(_other(text, tree, cue, found, quotes))
        elif pos == "ADJ" and (cue := cues.adjectives.get(tree.lemma[i])):
            drafts.extend(_other(text, tree, cue, adjective_readings(tree, i), quotes))
    for i, word in enumerate(tree.lower):
        if word in OPENERS:
            drafts.extend(_phrase(text, tree, i, cues, quotes))
    drafts.sort(key=lambda d: d.word)
    return [d for d in drafts if not any(_holds(other, d) for other in drafts)]


def _phrase(text: str, tree: Tree, i: int, cues: CueTable, quotes: Sequence[Quotation]) -> list[Draft]:
    found = []
    for reading in phrases(tree, i):
        cue = (
            cues.verbs.get(tree.lemma[reading.word])
            if reading.pattern == "as_clause"
            else Cue(tree.lower[i], frozenset())
        )
        if cue and (reading.pattern != "as_clause" or "quote" in cue.takes):
            found.append(_drafted(text, tree, cue, reading, quotes, frozenset()))
    return found


def _holds(other: Draft, draft: Draft) -> bool:
    """Whether the other's cue takes this one's in: "refused" in "refused to say"."""
    one, two = other.cue, draft.cue
    return one is not None and two is not None and one != two and one[0] <= two[0] and two[1] <= one[1]


def _other(text: str, tree: Tree, cue: Cue, found: Iterable[Reading], quotes: Sequence[Quotation]) -> list[Draft]:
    reading = next((r for r in found if r.pattern in cue.takes), None)
    return [] if reading is None else [_drafted(text, tree, cue, reading, quotes, frozenset())]


def _verb(text: str, tree: Tree, i: int, cues: CueTable, quotes: Sequence[Quotation]) -> list[Draft]:
    cue = cues.verbs.get(lemma_of(tree, i))
    if cue is None:
        return []
    reading = next((r for r in readings(tree, i) if r.pattern in cue.takes), None)
    within = any(q.start <= tree.start[i] < q.end for q in quotes)
    quoted = beside(text, tree, i, quotes) if "quote" in cue.takes and not within else ()
    if reading is None and not quoted:
        return []
    reading = reading or Reading(i, "quote", verb_group(tree, i), ())
    reading = replace(reading, cue=chained(tree, i, reading.cue, cues.lists["catenative"], cues.lists["documents"]))
    return [_drafted(text, tree, cue, reading, quotes, cues.lists["acts"], quoted, cues.lists["documents"])]


def _drafted(text, tree, cue, reading, quotes, acts, quoted=(), documents=frozenset()) -> Draft:  # type: ignore
    i = reading.word
    head = None if reading.sourceless else source_of(tree, i, documents) if reading.source is None else reading.source
    inside = head is not None and any(q.start < tree.start[head] < q.end and not q.start <= tree.start[i] < q.end for q in quotes)
    if inside or (head is None and not reading.sourceless and tree.tag[i] in FINITE and tree.kid(i, "auxpass") is None):
        head = nearby_source(tree, reading.cue)
    content = [without_aside(tree, r, acts) for r in reading.content if r[0] <= r[1]]
    draft = Draft(
        word=i,
        pattern=reading.pattern,
        cue=piece(tree, reading.cue),
        source=source_piece(tree, head, reading.cue),
        head=head,
        content=(*(piece(tree, r) for r in content), *quoted),
        lemma=cue.lemma,
        stance=cue.stance,
        speech="quote" in cue.takes or reading.pattern == "phrase",
        negated=tree.kid(i, "neg") is not None,
    )
    return widened(text, draft, quotes)


def _go_on(
    text: str, tree: Tree, quotes: Sequence[Quotation], own: list[Draft], before: list[tuple[int, Draft]]
) -> None:
    """Give each quotation that stands alone to who was quoted last."""
    for q in quotes:
        if claimed(q, own):
            continue
        if (told := touching(text, q, own)) is not None:
            own[told] = extended(own[told], q)
            continue
        if not alone(text, q, tree.start[0]):
            continue
        speaking = [(any(s < z.end and z.start < e for z in quotes for s, e in d.content), d.cue, k) for k, d in enumerate(own) if d.cue and d.cue[0] < q.start and speaks(d, quotes)]
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
