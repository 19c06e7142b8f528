"""What is expected: a list, and a calendar that calendars can subscribe to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from crosswire import app
from crosswire.api.asked import Limit
from crosswire.api.shapes import EventLine, event_line
from crosswire.api.state import state_of

router = APIRouter(tags=["events"])
Days = Annotated[int, Query(ge=1, le=366)]


@router.get("/coming")
def coming(request: Request, days: Days = 35, limit: Limit = 100) -> list[EventLine]:
    """Events that are expected in the coming days, the soonest first."""
    return [event_line(e) for e in soon(request, days, limit)]


@router.get("/coming.ics", response_class=Response, responses={200: {"content": {"text/calendar": {}}}})
def calendar(request: Request, days: Days = 120) -> Response:
    """The same as iCalendar (RFC 5545)."""
    return Response(app.calendar(soon(request, days, 500), datetime.now(UTC)), media_type="text/calendar")


def soon(request: Request, days: int, limit: int) -> list[app.Listing]:
    """What is expected from today on."""
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return list(state_of(request).desk.coming(today, today + timedelta(days=days), limit))
