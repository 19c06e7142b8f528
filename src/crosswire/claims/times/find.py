"""Times in a report's text: every expression of a date, a time of day, a length or a repetition, with its value.

Resolution follows newspapers: a weekday is the latest one up to publication, the publication's own weekday that very
day, unless words or the verb's tense say otherwise. Without a publication date what leans on it stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from crosswire.claims.parse import Passage, text_of
from crosswire.claims.times.context import Context
from crosswire.claims.times.describe import describe
from crosswire.claims.times.join import Piece, ending, join
from crosswire.claims.times.rules import ANCHORS, TENSED, is_name, read
from crosswire.claims.times.scan import Phrase, scan
from crosswire.claims.times.table import TimeTable, load_times
from crosswire.claims.times.tense import is_person, tense
from crosswire.model import Recognised

__all__ = ["TimeTable", "describe", "find_times", "load_times"]


def find_times(
    text: str, passages: Sequence[Passage], published: datetime | None, table: TimeTable
) -> tuple[Recognised, ...]:
    """All time expressions in the passages of `text`, in order; vague past ones have no start, vague future no end."""
    found: list[Recognised] = []
    context = Context(published)
    for passage in passages:
        pieces, context = _pieces(passage, context, table)
        for piece in join(text_of(passage.doc), pieces, context):
            span = passage.span(text, piece.start, piece.end)
            found.append(Recognised(span, replace(piece.time, text=span.exact)))
    return tuple(found)


def _pieces(passage: Passage, context: Context, table: TimeTable) -> tuple[list[Piece], Context]:
    """The expressions of one passage, and the context of what comes after it."""
    pieces: list[Piece] = []
    text = text_of(passage.doc)
    for candidates in scan(text, table):
        if pieces and candidates[0].start < pieces[-1].end:
            continue
        piece = next(_read(passage, candidates, context), None)
        if piece is None:
            continue
        pieces.append(piece)
        if piece.phrase and piece.phrase.rule in ANCHORS and not _compares(piece):
            context = context.after(piece.time)
        if len(pieces) > 1 and (whole := ending(text, pieces[-2], piece)) is not pieces[-2]:
            pieces[-2] = whole
            context = replace(context, anchor=whole.time)
    return pieces, context


def _compares(piece: Piece) -> bool:
    """Whether a time is only compared with, so that no later one leans on it: "$4 million a year earlier"."""
    return piece.phrase is not None and piece.phrase.rule == "ago" and piece.time.granularity in ("quarter", "month")


def _read(passage: Passage, candidates: Sequence[Phrase], context: Context) -> Iterator[Piece]:
    """What the candidates that begin at one token tell, the longest first."""
    for phrase in candidates:
        if passage.kind not in ("title", "heading") and _is_name(passage, phrase):  # where capitals mean something
            continue
        if phrase.rule in TENSED:
            context = replace(context, tense=tense(passage.doc, phrase.start, phrase.end, phrase.table.verbs))
        time = read(phrase, context)
        if time is not None:
            yield Piece(phrase.start, phrase.end, time, phrase)


def _is_name(passage: Passage, phrase: Phrase) -> bool:
    return is_name(phrase) or (phrase.rule == "month" and is_person(passage.doc, phrase.start))
