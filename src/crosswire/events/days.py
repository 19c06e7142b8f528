"""The days that a report names near its beginning, as words that another report may name too."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta

from crosswire.events.nodes import FINE
from crosswire.events.words import STEP, Vector, like
from crosswire.model import Reading, Recognised, Time, calendar

OPENING = 3_000  # characters of a text in which its days are looked for
FADING = 800.0  # so many characters further on a day counts a third: what is new is told first
NEAR = timedelta(days=14)  # of a day further from the report's own date its day of the week says nothing
WEEKDAYS = tuple(day.lower() for day in calendar.WEEKDAYS)
MONTHS = tuple(month.lower() for month in calendar.MONTHS)
DAY_OF_WEEK = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
DAY_OF_MONTH = re.compile(r"\b(" + "|".join(m[:3] for m in MONTHS) + r")[a-z]*\.? (\d{1,2})\b", re.IGNORECASE)
DAYS = 3  # their place among the vectors of what a report is about
NOTHING = Vector((), b"")


def told_days(reading: Reading) -> Vector:
    """The days of a report, each the more the nearer to its beginning; empty where it names none.

    A day is called by its day of the week and by its day of the month, as a report without a date calls it by either.
    """
    weight: defaultdict[str, float] = defaultdict(float)
    for value in reading.values:
        if value.span.start < OPENING and isinstance(value.value, Time):
            for name in _names(value, value.value, reading.report.published):
                weight[name] += math.exp(-value.span.start / FADING)
    return _vector(weight) if weight else NOTHING


def _names(told: Recognised, time: Time, published: datetime | None) -> list[str]:
    if published is None:
        return called(told.span.exact)
    if (
        time.granularity not in FINE
        or time.granularity == "week"
        or time.start is None
        or abs(time.start - published) > NEAR
    ):
        return []
    return [WEEKDAYS[time.start.weekday()], f"{MONTHS[time.start.month - 1][:3]} {time.start.day}"]


def called(words: str) -> list[str]:
    """What a report without a date calls a day: "tuesday", "mar 15" for "March 15, 2026"."""
    day, of_month = DAY_OF_WEEK.search(words), DAY_OF_MONTH.search(words)
    return [m.group().lower() for m in (day,) if m] + [f"{m[1].lower()} {m[2]}" for m in (of_month,) if m]


def alike(a: Mapping[str, int], b: Mapping[str, int]) -> float | None:
    """How far two reports name the same days, 0 to 1; None where they call their days by no common manner."""
    if not a or not b:
        return None
    found = like(a, b)
    if not found and not _speak_alike(a, b):
        return None
    return found


def _speak_alike(a: Mapping[str, int], b: Mapping[str, int]) -> bool:
    """Whether both name days of the week, or both days of a month."""
    ours, theirs = ({name in WEEKDAYS for name in days} for days in (a, b))
    return not ours.isdisjoint(theirs)


def _vector(weight: Mapping[str, float]) -> Vector:
    length = math.sqrt(sum(w * w for w in weight.values()))
    named = sorted(weight)
    return Vector(tuple(named), bytes(round(STEP * weight[name] / length) for name in named))
