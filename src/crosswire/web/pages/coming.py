"""What is expected in the coming weeks, as a calendar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from crosswire import app
from crosswire.api.coming import soon
from crosswire.web.templating import render

router = APIRouter(include_in_schema=False)
WEEKS = 5


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the calendar."""

    date: date
    past: bool
    today: bool
    events: tuple[app.Listing, ...]


@router.get("/coming", response_class=HTMLResponse)
def coming(request: Request) -> str:
    """Five weeks from Monday of this one; what has no day of its own stands below."""
    events = soon(request, WEEKS * 7, 200)
    today = datetime.now(UTC).date()
    return render("coming.html", "/coming", days=days(events, today), loose=[e for e in events if not day_of(e)])


def days(events: Sequence[app.Listing], today: date) -> list[Day]:
    """The days of the calendar with what is expected on each."""
    by_day: dict[date, list[app.Listing]] = defaultdict(list)
    for event in events:
        day = day_of(event)
        if day:
            by_day[day].append(event)
    monday = today - timedelta(days=today.weekday())
    dates = [monday + timedelta(days=n) for n in range(WEEKS * 7)]
    return [Day(d, d < today, d == today, tuple(by_day.get(d, ()))) for d in dates]


def day_of(event: app.Listing) -> date | None:
    """The day of an event that has one; a week or a month is none."""
    when = event.when
    if when is None or when.start is None or when.granularity not in ("minute", "hour", "day"):
        return None
    return when.start.date()
