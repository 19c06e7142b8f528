"""What two expressions tell together: "the quarter ended Sept. 30", "the first month of 2026", "Friday last week"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from crosswire.claims.times.calendar import DAYS, MONTHS, WEEKDAYS, add, midnight
from crosswire.claims.times.context import of_unit
from crosswire.claims.times.count import amount
from crosswire.claims.times.relative import unit_name
from crosswire.claims.times.scan import Phrase
from crosswire.model import Granularity, Time

# "the three months to September"
ENDING = re.compile(r",? (?:that |which )?(?:ended|ending|ends)(?: on| in)? |(?P<to> (?:to|through) )")
OF_WEEK = re.compile(r",? (?:of |on )?")
CALENDAR: dict[tuple[float, str], Granularity] = {(1, "week"): "week", (1, "quarter"): "quarter", (1, "year"): "year"}
LENGTHS = frozenset({"relative", "length", "quarter"})
WHOLE = frozenset({"week", "month", "quarter", "year", "decade"})


def ended(left: Phrase | None, told: Time, gap: str, right: Time) -> Time | None:
    """The interval of a length or a quarter whose end the text names behind it; None where it names none."""
    joint = ENDING.fullmatch(gap)
    if left is None or joint is None or left.rule not in LENGTHS or right.granularity not in ("day", "month"):
        return None
    size = _size(left)
    if size is None or right.end is None or (joint["to"] and left.first not in ("the", "its")):
        return None
    count, unit = size
    start = add(right.end.date(), unit, -count)
    return replace(told, start=midnight(start), end=right.end, granularity=CALENDAR.get(size, "vague"))


def first_of(left: Phrase | None, told: Time, gap: str, right: Time) -> Time | None:
    """The first or last units of an interval: "the first six months of 2026", "the last two weeks of the year"."""
    if left is None or gap != " of " or right.start is None or right.end is None or right.granularity not in WHOLE:
        return None
    edge = left.word("nth") if left.rule == "length" else left.word("rel") if left.rule == "window" else ""
    size = _size(left) if edge in ("first", "last", "final") else None
    if size is None:
        return None
    start, end = right.start, right.end
    if edge == "first":
        end = midnight(add(start.date(), size[1], size[0]))
    else:
        start = midnight(add(end.date(), size[1], -size[0]))
    if not right.start <= start < end <= right.end:
        return None
    return Time("", start, end, "vague", duration=told.duration)


def day_of_week(day: Phrase | None, gap: str, week: Phrase | None, whole: Time) -> Time | None:
    """The weekday of a week told beside it: "Wednesday last week", "next week, on Tuesday"."""
    if day is None or week is None or day.rule != "weekday" or week.rule != "relative":
        return None
    plain = not day.word("rel") and not day.word("part") and not day.word("step") and not day.word("mod")
    if not plain or week.word("unit") != "week" or week.word("mod") or not week.word("rel"):
        return None
    if whole.start is None or whole.granularity != "week" or OF_WEEK.fullmatch(gap) is None:
        return None
    return of_unit("day", whole.start.date() + timedelta(days=WEEKDAYS.index(day.word("wd")[:3])))


def _size(phrase: Phrase) -> tuple[float, str] | None:
    """How many of which unit, from a day to a year, a phrase is long; None for what has no such length."""
    unit = "quarter" if phrase.rule == "quarter" else unit_name(phrase.word("unit"))
    if unit not in DAYS and unit not in MONTHS:
        return None
    if phrase.rule in ("quarter", "relative"):
        return None if phrase.word("mod") else (1, unit)
    count = amount(phrase.words("n")) if phrase.words("n") else None
    return (count, unit) if count and count == int(count) and count <= 1000 else None
