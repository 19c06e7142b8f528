"""Who contradicts whom, for a reader: both by name, and the sentences of the reports."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.brief.contrary.find import Contrary, contraries
from crosswire.brief.contrary.sides import Shown
from crosswire.brief.evidence import label
from crosswire.brief.index import Index
from crosswire.brief.sheet import Contradiction, Evidence, Piece
from crosswire.model import Span


def contradicted(found: Index) -> tuple[tuple[Contradiction, ...], frozenset[str]]:
    """The contradictions that reports tell, and the ids of the claims whose sentences they show."""
    told = contraries(found.brief)
    shown = frozenset(words.claim for one in told for words in one.shown if words.claim is not None)
    return tuple(_contradiction(one, found) for one in told), shown


def _contradiction(one: Contrary, found: Index) -> Contradiction:
    return Contradiction(
        _called(one.denier.name), _called(one.denied.name), tuple(_evidence(words, found) for words in one.shown)
    )


def _called(name: str) -> str:
    """A name as it stands within a line: "the opposition" though its sentence begins with "The"."""
    return f"the {name[4:]}" if name.startswith("The ") and not name[4:5].isupper() else name


def _evidence(words: Shown, found: Index) -> Evidence:
    report = found.reports[words.report]
    pieces = tuple(_pieces(report.text, words.span, words.cue))
    return Evidence(found.numbers[words.report], label(report), (), pieces, words.cue or words.span, (words.span,))


def _pieces(text: str, span: Span, cue: Span | None) -> Sequence[Piece]:
    """The sentence, with the words that deny marked."""
    if cue is None or not span.covers(cue):
        return [Piece(span.exact)]
    parts = [Piece(text[span.start : cue.start]), Piece(cue.exact, True), Piece(text[cue.end : span.end])]
    return [part for part in parts if part.text]
