"""Neighbouring expressions that are one: a time of day with its day, two ends of a range, hours and minutes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from crosswire.claims.times.context import Context
from crosswire.claims.times.rules import read_moment
from crosswire.claims.times.scan import Phrase
from crosswire.claims.times.spans import day_of_week, ended, first_of
from crosswire.model import Time

BESIDE = re.compile(r",?\s*(?:(?:on|at|around|about)\s+){0,2}")
THROUGH = re.compile(r"\s*-\s*|\s+(?:to|through|until|till)\s+")
AND = re.compile(r"\s+and\s+")
APPOSED = re.compile(r",\s+|\s+(?:is|was|marks|marked|will be)\s+")
SUMMAND = re.compile(r"(PT?)\d+([YMWDHS])")
STEPS = {"weekday": timedelta(days=7), "clock": timedelta(days=1)}
GAP = 16  # characters: no two neighbours further apart are one


@dataclass(frozen=True, slots=True)
class Piece:
    """An expression and its time, characters [start, end) of the passage; `phrase` is None for joined ones."""

    start: int
    end: int
    time: Time
    phrase: Phrase | None


def join(text: str, pieces: Sequence[Piece], context: Context) -> list[Piece]:
    """The pieces of one passage, in order, with neighbours made one where they are."""
    done: list[Piece] = []
    for piece in pieces:
        piece = _named_twice(text, done[-1], piece) if done else piece
        one = _together(text, done[-1], piece, context) if done else None
        if one is not None:
            done[-1] = one
        else:
            done.append(piece)
    return done


def _together(text: str, left: Piece, right: Piece, context: Context) -> Piece | None:
    if right.start - left.end > GAP:
        return None
    gap = text[left.end : right.start]
    if left.time.duration and right.time.duration:
        return _sum(left, right, gap)
    if BESIDE.fullmatch(gap) and (moment := _dated(left, right, context) or _dated(right, left, context)):
        return moment
    told = (
        first_of(left.phrase, left.time, gap, right.time)
        or day_of_week(left.phrase, gap, right.phrase, right.time)
        or day_of_week(right.phrase, gap, left.phrase, left.time)
    )
    return Piece(left.start, right.end, told, None) if told else _range(text, left, right, gap)


def ending(text: str, left: Piece, right: Piece) -> Piece:
    """The left piece, an interval where the right one tells its end: "the quarter ended Sept. 30"."""
    if right.start - left.end > GAP:
        return left
    told = ended(left.phrase, left.time, text[left.end : right.start], right.time)
    return replace(left, time=told) if told else left


def _named_twice(text: str, left: Piece, right: Piece) -> Piece:
    """The right piece, with the left one's day where it only says what that was: "Nov. 3, the day before the vote"."""
    if right.phrase is None or right.phrase.rule not in ("adjacent", "nth") or right.time.start:
        return right
    if left.time.granularity != "day" or not APPOSED.fullmatch(text[left.end : min(right.start, left.end + GAP)]):
        return right
    return replace(right, time=left.time)


def _dated(clock: Piece, day: Piece, context: Context) -> Piece | None:
    """The time of day "3:50 p.m." on the day "Tuesday", whichever comes first."""
    if clock.phrase is None or clock.phrase.rule != "clock":
        return None
    if day.time.granularity not in ("day", "hour") or day.time.start is None:
        return None
    time = read_moment(clock.phrase, context, day.time.start.date())
    return Piece(min(clock.start, day.start), max(clock.end, day.end), time, None) if time else None


def _sum(left: Piece, right: Piece, gap: str) -> Piece | None:
    """One length of two, the finer behind the coarser: "one hour and 37 minutes"."""
    coarse, fine = SUMMAND.fullmatch(left.time.duration or ""), SUMMAND.fullmatch(right.time.duration or "")
    if coarse is None or fine is None or coarse[1] != fine[1] or left.time.start:
        return None
    order = "HMS" if coarse[1] == "PT" else "YMWD"
    if order.index(coarse[2]) >= order.index(fine[2]) or not (gap == " " or AND.fullmatch(gap)):
        return None
    time = Time("", None, None, None, duration=coarse[0] + fine[0].removeprefix(coarse[1]))
    return Piece(left.start, right.end, time, None)


def _range(text: str, left: Piece, right: Piece, gap: str) -> Piece | None:
    first, last = left.time, right.time
    if first.granularity != last.granularity or first.granularity in (None, "vague") or first.start is None:
        return None
    before = text[max(0, left.start - 8) : left.start].lower().rstrip()
    if not THROUGH.fullmatch(gap) and not (AND.fullmatch(gap) and before.endswith("between")):
        return None
    if last.start is None or last.end is None:
        return None
    end = last.start if first.granularity == "minute" else last.end
    if last.start < first.start and right.phrase:  # "from Friday to Monday", "from 2200 GMT to 0100 GMT"
        end += STEPS.get(right.phrase.rule, timedelta(0))
    time = Time("", first.start, end, first.granularity)
    return Piece(left.start, right.end, time, None) if first.start < end else None
