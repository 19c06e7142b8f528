"""Parsed passages -> who said, thinks or wants what: cue, content and source, each with its exact span.

A cue's reading on the parse gives a first content; quotation marks, which are surer than the parse, then widen it: a
content that cuts a quotation takes it whole, and a quotation that nobody has is given to the nearest cue or to who
spoke last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crosswire.claims.attribution.cues import CueTable, load_cues
from crosswire.claims.attribution.drafts import Draft, Piece, trimmed
from crosswire.claims.attribution.headlines import Label, headed, is_label, label_of
from crosswire.claims.attribution.passage import Scene, drafts_of, uncued
from crosswire.claims.attribution.quoted import alone, claimed, extended, fragment, latest, touching
from crosswire.claims.attribution.quotes import Quotation, quotations, runs_on
from crosswire.claims.attribution.tree import Names, tree_of
from crosswire.claims.parse import Passage
from crosswire.model import Mode, Span, Stance

HEADS = frozenset({"title", "heading"})
CLAUSES = frozenset(
    {"that", "clause", "question", "rest", "inverted", "inserted", "quote", "figure"}
    | {"phrase", "as_clause", "hearsay", "colon", "headline", "alone"}
)

__all__ = ["CueTable", "Found", "find_attributions", "load_cues"]


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution before its speaker is known.

    `cue` is None where a quotation stands alone behind a sentence about its speaker. `content` has several spans
    where the quotation is split or goes on in other paragraphs. `source_token` is the head of the source: (index of
    the passage, index of the token). `parent` is the index, in the same answer, of the attribution whose content
    holds this one's cue. `negated`: the act itself is denied ("did not say"). `speech` is False where nothing is
    said: belief, wish, perception, deeds ("plans to", "backs the bill"), and words not yet spoken ("to verify").
    `clause`: the content is a whole assertion (a finite clause or a quotation) and not what is only named. `judging`:
    what is named is taken for granted and judged ("condemned the deal concluded today").
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
    speech: bool = True
    clause: bool = True
    judging: bool = False


BESIDE = re.compile(
    r"(?:, (?:while|whereas|but|(?:[a-z]+ )?after|(?P<joined>and))(?: the| a| an)?"
    r"|(?P<named>(?<!,) (?:while|whereas|after))) $",
    re.IGNORECASE,
)
SAME = re.compile(r"(?:i|we|you|he|she|it|they|who|that|no one|nobody|none)\b", re.IGNORECASE)
NEIGHBOURS = 4  # attributions before one whose words it can end: those of one sentence
Numbered = tuple[int, Draft]
"""A draft with the index of the passage that its cue stands in."""


def find_attributions(text: str, passages: Sequence[Passage], cues: CueTable) -> tuple[Found, ...]:
    """All attributions of one report, in the order of their cues; spans count in `text`."""
    drafts: list[Numbered] = []
    quotes: list[Quotation] = []
    open_ended: list[Quotation] = []
    labels: list[Label] = []
    names = Names(passages[0].doc.vocab.strings) if passages else None
    inside = runs_on(text, [(p.offset, p.offset + p.length) for p in passages])
    for number, passage in enumerate(passages):
        tree = tree_of(passage, names)
        if not len(tree):
            continue
        above = number == 0 or passage.kind in HEADS
        bounds = tree.start[0], tree.end[-1]
        found = quotations(text, *bounds, single=passage.kind in HEADS, inside=number in inside)
        scene = Scene(text, tree, found, cues)
        own = drafts_of(scene)
        if above:
            own = headed(scene, own, head=passage.kind in HEADS)
            labels.extend(label_of(scene, number, draft) for draft in own[:1] if draft.pattern == "colon")
        _run_over(scene, own, open_ended)
        open_ended = _go_on(scene, own, drafts, open_ended if number in inside else [])
        drafts.extend((number, draft) for draft in own)
        quotes.extend(scene.quotes)
    silent = {(label.passage, label.word) for label in labels if is_label(text, label, drafts)}
    drafts = [(n, draft) for n, draft in drafts if (n, draft.word) not in silent or draft.pattern != "colon"]
    return _finished(text, drafts, quotes)


def _run_over(scene: Scene, own: list[Draft], before: Sequence[Quotation]) -> None:
    """A quotation left open at the end of the last paragraph goes to who has the one that begins this paragraph."""
    if not before or not scene.quotes or scene.quotes[0].start > scene.tree.start[0]:
        return
    first = scene.quotes[0]
    for k, draft in enumerate(own):
        if any(s <= first.start and first.end <= e for s, e in draft.content):
            for quotation in before:
                own[k] = extended(own[k], quotation)
            return


def _go_on(scene: Scene, own: list[Draft], before: list[Numbered], open_ended: Sequence[Quotation]) -> list[Quotation]:
    """Give each quotation that nobody has to who was quoted last, in this passage or an earlier one, or else to who
    was just spoken of; the answer is a quotation that still has nobody and goes on in the next paragraph, behind those
    of the paragraphs before that it goes on from (`open_ended`)."""
    taken = claimed(scene.quotes, own)
    ends = {end: k for k, draft in enumerate(own) for _, end in draft.content}
    for q in scene.quotes:
        if q.start in taken:
            continue
        index = touching(scene.text, q, ends)
        if index is None and alone(scene.text, q, scene.tree.start[0]):
            index = latest(q, own, scene.quotes)
            if index is None and open_ended and q.open_end and q.start == scene.tree.start[0]:
                return [*open_ended, q]
            if index is None and q.start == scene.tree.start[0] and before:
                number, draft = before[-1]
                before[-1] = (number, extended(draft, q))
            elif index is None and q.open_end:
                return [q]
            elif index is None:
                own.extend(uncued(scene, q))
        elif index is None:
            index = fragment(scene.tree, q, own)
        if index is not None:
            own[index] = extended(own[index], q)
    return []


def _finished(text: str, drafts: Sequence[Numbered], quotes: Sequence[Quotation]) -> tuple[Found, ...]:
    marks = frozenset(i for q in quotes for i in (q.start, q.end))
    kept = []
    for number, draft in drafts:
        content = tuple(t for p in sorted(draft.content) if (t := trimmed(text, p, marks)))
        if content:
            kept.append((number, replace(draft, content=content)))
    kept.sort(key=lambda item: item[1].cue or item[1].content[0])
    _part_tails(text, kept, marks)
    found = [_found(text, number, draft, marks) for number, draft in kept]
    return tuple(f if p is None else replace(f, parent=p) for f, p in zip(found, _parents(found), strict=True))


def _part_tails(text: str, drafts: list[Numbered], marks: frozenset[int]) -> None:
    """Take out of each content what is said beside it or ends its sentence and attributes all of it: of "A said x,
    while B said y, the papers said" the last three words are none of B's, and what B said is none of A's."""
    for i, (_, last) in enumerate(drafts):
        for k in range(max(0, i - NEIGHBOURS), i):
            number, draft = drafts[k]
            if last.cue is None or draft.cue is None or not _holds(draft, last.cue):
                continue
            tail = min(last.cue[0], last.source[0] if last.source else last.cue[0])
            beside = None if _quoted_at(draft, tail, marks) else _beside(text, last, tail)
            if not _holds(last, draft.cue) and beside is None:
                continue
            joined, tail = tail, (beside.start() if beside else tail)
            kept = (piece for piece in draft.content if not tail <= piece[0] < joined)  # ", after" begins a piece
            cut = (trimmed(text, (s, min(e, tail) if s < tail else e), marks) for s, e in kept)
            parts = tuple(p for p in cut if p)
            if parts and tail >= draft.cue[1]:
                drafts[k] = number, replace(draft, content=parts)


def _quoted_at(draft: Draft, offset: int, marks: frozenset[int]) -> bool:
    """Whether a character stands in a quotation of the content: what it holds is one speaker's."""
    return any(s < offset < e and s in marks and e in marks for s, e in draft.content)


def _beside(text: str, last: Draft, tail: int) -> re.Match[str] | None:
    """What joins somebody's words to those of another before them ("NATO said, hours after the charity blamed it for
    x": what the charity said is none of NATO's words); a pronoun behind "and" is the same speaker's.
    Without a comma ("while France condemned it") it takes a name: "stayed calm while police said nothing" is one."""
    if not last.speech or last.source is None:
        return None
    found = BESIDE.search(text, max(0, tail - 24), tail)
    if found is None or (found["joined"] and SAME.match(text, last.source[0])):
        return None
    return None if found["named"] and not text[last.source[0]].isupper() else found


def _holds(draft: Draft, piece: Piece) -> bool:
    return any(start <= piece[0] and piece[1] <= end for start, end in draft.content)


def _found(text: str, number: int, draft: Draft, marks: frozenset[int]) -> Found:
    quoted = all(start in marks and end in marks for start, end in draft.content)
    return Found(
        content=tuple(Span.of(text, *p) for p in draft.content),
        cue=_span(text, draft.cue),
        source=_span(text, draft.source),
        source_token=None if draft.head is None else (number, draft.head),
        mode="quoted" if quoted else "paraphrased",
        stance=draft.stance,
        lemma=draft.lemma,
        negated=draft.negated,
        speech=draft.speech,
        clause=quoted or draft.pattern.removeprefix("passive_") in CLAUSES,
        judging=draft.judging,
    )


def _span(text: str, span: Piece | None) -> Span | None:
    return None if span is None else Span.of(text, *span)


def _parents(found: Sequence[Found]) -> Iterator[int | None]:
    """For each attribution the shortest other one whose content holds its cue."""
    contents = sorted((s.start, s.end, k) for k, f in enumerate(found) for s in f.content)
    open_: list[tuple[int, int, int]] = []
    after = 0
    for k, f in enumerate(found):
        if f.cue is None:
            yield None
            continue
        while after < len(contents) and contents[after][0] <= f.cue.start:
            open_.append(contents[after])
            after += 1
        open_ = [c for c in open_ if c[1] > f.cue.start]
        around = [(end - start, n) for start, end, n in open_ if n != k and end >= f.cue.end]
        yield min(around)[1] if around else None
