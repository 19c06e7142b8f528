"""Times compared as intervals."""

from __future__ import annotations

from datetime import timedelta

from crosswire.compare.agreement import Agreement
from crosswire.model import Time

NEAR_HOURS = timedelta(hours=2)
# "Thursday morning" is said of half past one as well: how long a part of a day is at least, and how far it may reach.
DAY_PART, DAY_PART_REACHES = timedelta(hours=3), timedelta(hours=5)


def times(a: Time, b: Time) -> Agreement:
    """Intervals agree where they overlap: a day lies in its month. Papers differ by a day across time zones."""
    if a.duration or b.duration or a.repeats or b.repeats:
        same = (a.duration, a.repeats) == (b.duration, b.repeats)
        return Agreement("same", "the same length of time") if same else Agreement("apart", "lengths of time differ")
    if None in (a.start, a.end, b.start, b.end) or "vague" in (a.granularity, b.granularity):
        return Agreement("apart", "one of them names no definite time")
    assert a.start and a.end and b.start and b.end  # noqa: S101 - the line above has seen to it
    if (a.start, a.end) == (b.start, b.end):
        return Agreement("same", "the same time")
    if a.start < b.end and b.start < a.end:
        return Agreement("compatible", "one lies within the other")
    gap = max(a.start, b.start) - min(a.end, b.end)
    loose = _loosely(gap, max(a.end - a.start, b.end - b.start))
    if loose and {a.granularity, b.granularity} <= {"minute", "hour"}:
        return Agreement("apart", loose)
    return Agreement("conflict", f"{a.text} and {b.text} are different times")


def _loosely(gap: timedelta, longest: timedelta) -> str | None:
    """Why two times of a day that do not touch may be one, if they may."""
    if gap < NEAR_HOURS:
        return "less than two hours apart"
    loose = gap < DAY_PART_REACHES and longest >= DAY_PART
    return "one is a part of a day, whose edges are drawn loosely" if loose else None
