"""Days that reports without a date only call by name: "on Tuesday" is the Tuesday that others give a date for.

A clock time without a day is of the one day that others date as well: it was read as of its report's day.

Of web pages one in four has no date. What such a report tells of an event "on Tuesday" says its day all the same where
another report dates the event, and only one of the days told for it is a Tuesday. Where nobody dates it, two that name
the same day of the week say the same of one event (`compare.intervals`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from crosswire.compare import called
from crosswire.facts.align import Backed
from crosswire.model import Time, Value

FINE = ("day", "hour", "minute")
# A clock time of which nobody says on which day: "It collapsed at around 7:30 p.m. local time (1130 GMT)".
BARE = re.compile(r"\d{1,2}(?:[:.h]?\d\d)?\s?(?:[ap]\.?m\b\.?)?(?: local(?: time)?)?(?: \([^)]*\))?", re.IGNORECASE)


def dated(told: Sequence[Backed], when: Time | None) -> Sequence[Backed]:
    """What is told of one question, days called by their names as dates where what else is told, or `when` the event
    was, shows one day that is called so. The whole day, whatever part of it the words name: no more is certain."""
    if not any(is_called(b.claim.value) or _is_bare(b.claim.value) for b in told):
        return told
    days = frozenset(_days(b.claim.value for b in told)) | frozenset(_days((when,)))
    if not days:
        return told
    return [replace(b, claim=replace(b.claim, value=_dated(b.claim.value, days))) for b in told]


def is_called(value: Value | None) -> bool:
    """Whether it is a day that is only called by its name."""
    return isinstance(value, Time) and value.granularity == "day" and value.start is None and value.end is None


def _is_bare(value: Value | None) -> bool:
    """Whether it is a clock time without a day, which was read as of the day of its report."""
    clock = isinstance(value, Time) and value.granularity in ("minute", "hour") and value.start is not None
    return clock and isinstance(value, Time) and BARE.fullmatch(value.text.strip()) is not None


def _days(values: Iterable[Value | None]) -> Iterator[date]:
    for value in values:
        if isinstance(value, Time) and value.granularity in FINE and value.start is not None and not _is_bare(value):
            yield value.start.date()


def _dated(value: Value | None, days: frozenset[date]) -> Value | None:
    if isinstance(value, Time) and value.start and value.end and len(days) == 1 and _is_bare(value):
        (day,) = days
        moved = timedelta(days=(day - value.start.date()).days)
        return replace(value, start=value.start + moved, end=value.end + moved)
    if not isinstance(value, Time) or not is_called(value):
        return value
    meant = [day for day in days if called(value.text) & names_of(day)]
    if len(meant) != 1:
        return value
    start = datetime(meant[0].year, meant[0].month, meant[0].day, tzinfo=UTC)
    return replace(value, start=start, end=start + timedelta(days=1))


def names_of(day: date) -> frozenset[str]:
    """What a day may be called, as `compare.called` reads it."""
    return called(f"{day:%A}") | called(f"{day:%B} {day.day}")
