"""What is expected as a calendar (RFC 5545)."""

# ruff: noqa: PLC0415 - icalendar takes a tenth of a second to import

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from crosswire.model import Listing, Time


def calendar(events: Sequence[Listing], now: datetime) -> bytes:
    """One entry an event. What has no time of day lasts whole days; what names only a week or a month spans it."""
    from icalendar import Calendar, Event

    made = Calendar()
    made.add("prodid", "-//Crosswire//coming//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", "Expected, by the reports")
    for event in events:
        if event.when is None or event.when.start is None:
            continue
        start, end = _bounds(event.when)
        entry = Event()
        entry.add("uid", f"{event.id}@crosswire")
        entry.add("dtstamp", now)
        entry.add("summary", event.title)
        entry.add("dtstart", start)
        entry.add("dtend", end)
        entry.add("status", "TENTATIVE")
        entry.add("description", f"{event.when.text}. Told by {', '.join(event.outlets) or 'an unnamed outlet'}.")
        if event.where is not None:
            entry.add("location", event.where.name)
        made.add_component(entry)
    return bytes(made.to_ical())


def _bounds(when: Time) -> tuple[datetime | date, datetime | date]:
    start = when.start or datetime.now(UTC)
    end = when.end or start
    if when.granularity in ("minute", "hour"):
        return start, max(end, start)
    first, last = start.date(), end.date()
    return first, last if last > first else _next(first)


def _next(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day
