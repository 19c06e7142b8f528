"""Days that reports without a date only call by name: "on Tuesday" is the Tuesday that others give a date for.

Of web pages one in four has no date. What such a report tells of an event "on Tuesday" says its day all the same where
another report dates the event, and only one of the days told for it is a Tuesday. Where nobody dates it, two that name
the same day of the week say the same of one event (`compare.intervals`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from crosswire.compare import called
from crosswire.facts.align import Backed
from crosswire.model import Time, Value

FINE = ("day", "hour", "minute")


def dated(told: Sequence[Backed], when: Time | None) -> Sequence[Backed]:
    """What is told of one question, days called by their names as dates where what else is told, or `when` the event
    was, shows one day that is called so. The whole day, whatever part of it the words name: no more is certain."""
    if not any(is_called(b.claim.value) for b in told):
        return told
    days = frozenset(_days(b.claim.value for b in told)) | frozenset(_days((when,)))
    return [replace(b, claim=replace(b.claim, value=_dated(b.claim.value, days))) for b in told]


def is_called(value: Value | None) -> bool:
    """Whether it is a day that is only called by its name."""
    return isinstance(value, Time) and value.granularity == "day" and value.start is None and value.end is None


def _days(values: Iterable[Value | None]) -> Iterator[date]:
    for value in values:
        if isinstance(value, Time) and value.granularity in FINE and value.start is not None:
            yield value.start.date()


def _dated(value: Value | None, days: frozenset[date]) -> Value | None:
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
