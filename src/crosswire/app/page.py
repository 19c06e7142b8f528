"""What pages show of a brief: the sheet in a reader's words, values in words, a report's text cut at its claims."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from crosswire.brief.annotated import Passage, Segment, annotated
from crosswire.brief.compose import compose
from crosswire.brief.evidence import cited, label, who
from crosswire.brief.letters import showable
from crosswire.brief.moments import clock, day, moment
from crosswire.brief.phrase import location, phrase
from crosswire.brief.sheet import Evidence, Line, Note, Opinion, Piece, Root, Row, Saying, Sheet, Side, Story
from crosswire.brief.wording import Wording, count, load_wording, past, resting, told
from crosswire.model import Brief, Value

__all__ = [
    "Evidence",
    "Line",
    "Note",
    "Opinion",
    "Passage",
    "Piece",
    "Root",
    "Row",
    "Saying",
    "Segment",
    "Sheet",
    "Side",
    "Story",
    "annotated",
    "cited",
    "clock",
    "count",
    "day",
    "in_words",
    "label",
    "location",
    "moment",
    "past",
    "resting",
    "sheet_of",
    "showable",
    "told",
    "who",
    "wording",
]


@cache
def wording() -> Wording:
    """The English words, read once."""
    return load_wording()


def sheet_of(brief: Brief, at: datetime | None = None) -> Sheet:
    """A brief as it is read, `at` some time. Pages draw who rests on whom themselves."""
    return compose(brief, wording(), pictured=False, at=at)


def in_words(value: Value) -> str:
    """Any value as a reader reads it."""
    return phrase(value, wording())
