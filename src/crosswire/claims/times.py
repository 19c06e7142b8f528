"""Times in a report's text: every expression of a date, a time of day, a length or a repetition, with its value.

Resolution follows newspapers: a weekday is the latest one up to publication, the publication's own weekday that very day, unless
words or the verb's tense say otherwise. Without a publication date what leans on it stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from crosswire.claims.parse import Passage
from crosswire.claims.times_context import Context
from crosswire.claims.times_describe import describe
from crosswire.claims.times_rules import ANCHORS, TENSED, is_name, read, read_moment
from crosswire.claims.times_scan import Phrase, scan
from crosswire.claims.times_table import TimeTable, load_times
from crosswire.claims.times_tense import is_person, tense
from crosswire.model import Recognised, Time

__all__ = ["TimeTable", "describe", "find_times", "load_times"]

BESIDE = re.compile(r",?\s*(?:(?:on|at|around|about)\s+){0,2}")
THROUGH = re.compile(r"\s*-\s*|\s+(?:to|through|until|till)\s+")
SUMMAND = re.compile(r"(PT?)\d+([YMWDHS])")
STEPS = {"weekday": timedelta(days=7), "clock": timedelta(days=1)}
AND = re.compile(r"\s+and\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """An expression and its time, characters [start, end) of the passage; `phrase` is None for joined ones."""

    start: int
    end: int
    time: Time
    phrase: Phrase | None


def find_times(
    text: str, passages: Sequence[Passage], published: datetime | None, table: TimeTable
) -> tuple[Recognised, ...]:
    """All time expressions in the passages of `text`, in order. Vague past times have no start, vague future ones no end."""
    found: list[Recognised] = []
    context = Context(published)
    for passage in passages:
        pieces: list[Piece] = []
        for piece, context in _pieces(passage, context, table):
            pieces.append(piece)
        for piece in _joined(passage.doc.text, pieces, context):
            span = passage.span(text, piece.start, piece.end)
            found.append(Recognised(span, replace(piece.time, text=span.exact)))
    return tuple(found)


def _pieces(passage: Passage, context: Context, table: TimeTable) -> Iterator[tuple[Piece, Context]]:
    position = 0
    titled = passage.kind not in ("title", "heading")  # where capitals mean something
    for candidates in scan(passage.doc.text, table):
        for phrase in candidates:
            if phrase.start < position:
                break
            asked = (
                replace(context, tense=tense(passage.doc, phrase.start, phrase.end, table.verbs))
                if phrase.rule in TENSED
                else context
            )
            named = titled and (is_name(phrase) or (phrase.rule == "month" and is_person(passage.doc, phrase.start)))
            time = None if named else read(phrase, asked)
            if time is None:
                continue
            position = phrase.end
            if phrase.rule in ANCHORS:
                context = context.after(time)
            yield Piece(phrase.start, phrase.end, time, phrase), context
            break


def _joined(text: str, pieces: Sequence[Piece], context: Context) -> list[Piece]:
    """A time of day and its day become one moment, two ends one range."""
    done: list[Piece] = []
    for piece in pieces:
        one = _together(text, done[-1], piece, context) if done else None
        if one is not None:
            done[-1] = one
        else:
            done.append(piece)
    return done


def _together(text: str, left: Piece, right: Piece, context: Context) -> Piece | None:
    gap = text[left.end : right.start]
    if len(gap) > 16:
        return None
    if left.time.duration and right.time.duration:
        return _sum(left, right, gap)
    for clock, day in ((left, right), (right, left)):
        if (
            clock.phrase
            and clock.phrase.rule == "clock"
            and _is_day(day.time)
            and BESIDE.fullmatch(gap)
            and day.time.start
        ):
            time = read_moment(clock.phrase, context, day.time.start.date())
            return Piece(left.start, right.end, time, None) if time else None
    return _range(text, left, right, gap)


def _sum(left: Piece, right: Piece, gap: str) -> Piece | None:
    """ "one hour and 37 minutes": two lengths, the finer behind the coarser."""
    coarse, fine = SUMMAND.fullmatch(left.time.duration or ""), SUMMAND.fullmatch(right.time.duration or "")
    if (
        coarse is None
        or fine is None
        or coarse[1] != fine[1]
        or left.time.start
        or not (gap == " " or AND.fullmatch(gap))
    ):
        return None
    order = "HMS" if coarse[1] == "PT" else "YMWD"
    if order.index(coarse[2]) >= order.index(fine[2]):
        return None
    time = Time("", None, None, None, duration=coarse[0] + fine[0].removeprefix(coarse[1]))
    return Piece(left.start, right.end, time, None)


def _is_day(time: Time) -> bool:
    return time.granularity in ("day", "hour")


def _range(text: str, left: Piece, right: Piece, gap: str) -> Piece | None:
    first, last = left.time, right.time
    if first.granularity != last.granularity or first.duration or last.duration or first.granularity in (None, "vague"):
        return None
    before = text[max(0, left.start - 8) : left.start].lower().rstrip()
    if not THROUGH.fullmatch(gap) and not (AND.fullmatch(gap) and before.endswith("between")):
        return None
    if first.start is None or last.start is None or last.end is None:
        return None
    # "from Friday to Monday", "from 2200 GMT to 0100 GMT"
    step = (
        STEPS.get(right.phrase.rule if right.phrase else "", timedelta(0)) if last.start < first.start else timedelta(0)
    )
    end = step + (last.start if first.granularity == "minute" else last.end)
    return (
        Piece(left.start, right.end, Time("", first.start, end, first.granularity), None) if first.start < end else None
    )
