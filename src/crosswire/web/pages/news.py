"""What is new: events with how they stand, on a map and along time; live."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse

from crosswire import app
from crosswire.api.asked import After, Selected
from crosswire.api.changes import STREAM
from crosswire.api.hub import Hub
from crosswire.api.state import state_of
from crosswire.app import records
from crosswire.web.draw.place_map import Spot, near_map, world_map
from crosswire.web.draw.timeline import Moment, time_line
from crosswire.web.templating import STANDINGS, render

router = APIRouter(include_in_schema=False)
SHOWN = 40
REGION = 70  # degrees of longitude; beyond these the world is drawn
YEARS = (1900, 2200)  # beyond these a date is a slip of the reading and would flatten the line of all others


@router.get("/", response_class=HTMLResponse)
def news(request: Request, selection: Selected, after: After = None) -> str:
    """The page."""
    state = state_of(request)
    found = state.desk.events(selection, after, SHOWN)
    asked = _asked(request)
    values = listed(found.items, found.next, asked)
    if not found.items and not asked and state.desk.token() == 0:
        return render("empty.html", "/", examples=state.desk.has_examples)
    drawn = drawings(values["rows"])
    return render("news.html", "/", **values, **drawn, **_rail(request, selection), coming=_coming(request))


@router.get("/events", response_class=HTMLResponse)
def events(request: Request, selection: Selected, after: After = None) -> str:
    """Only the list, for what comes in and for more of it."""
    found = state_of(request).desk.events(selection, after, SHOWN)
    return render("list.html", "/", **listed(found.items, found.next, _asked(request)))


@router.get("/live", response_class=StreamingResponse)
def live(request: Request) -> StreamingResponse:
    """A sign to open pages that something has changed, and to a page of an event that it has."""
    hub = state_of(request).hub
    if hub.full:
        return StreamingResponse(iter([": full\n\n"]), media_type="text/event-stream", headers=STREAM)
    return StreamingResponse(_signs(hub), media_type="text/event-stream", headers=STREAM)


async def _signs(hub: Hub[app.Change]) -> AsyncIterator[str]:
    yield "retry: 2000\n\n"
    async for changes in hub.listen(None):
        if changes:
            told = json.dumps({"events": sorted({c.event for c in changes})})
            yield f"event: changed\nid: {changes[-1].token}\ndata: {told}\n\n"
        else:
            yield ": \n\n"


@router.post("/examples")
async def examples(request: Request, go: Annotated[str, Form(max_length=10)] = "yes") -> Response:
    """Take in the examples that ship with the program."""
    state = state_of(request)
    if go == "yes":
        await state.worker.run(state.desk.ingest_examples)
    return RedirectResponse("/", status_code=303)


def listed(items: Sequence[app.Listing], following: str | None, asked: dict[str, str]) -> dict[str, Any]:
    """The rows, and where more of them and the same anew are."""
    return {
        "rows": weighed(items) if asked.get("order") != "when" else items,
        "more": f"/events?{urlencode({**asked, 'after': following})}" if following else "",
        "refresh": f"/events?{urlencode(asked)}",
    }


def drawings(items: Sequence[app.Listing]) -> dict[str, Any]:
    """Where they were, and when."""
    spots = [_spot(e) for e in items if e.where is not None and e.where.lat is not None]
    return {
        "drawing": _drawing([s for s in spots if s is not None]),
        "line": time_line([m for m in map(_moment, items) if m is not None]),
    }


def weighed(items: Sequence[app.Listing]) -> list[app.Listing]:
    """What changed in one minute came in together: of that, what more reports tell comes first."""
    return sorted(items, key=lambda e: (-(int(e.changed.timestamp()) // 60), -e.reports, -e.token))


def _drawing(spots: Sequence[Spot]) -> Any:
    """The region where it is one, else the world."""
    if not spots:
        return None
    spread = max(s.lon for s in spots) - min(s.lon for s in spots)
    return near_map(spots, 560, 330, labelled=False) if spread < REGION else world_map(spots, 560)


def worst(event: app.Listing) -> str:
    """The sign of an event: disputed where anything is, else how the best of its facts stands."""
    order = ("disputed", "corroborated", "reported", "withdrawn")
    return next((name for name in order if event.standings.get(name, 0)), "reported")  # type: ignore[call-overload]


def _spot(event: app.Listing) -> Spot | None:
    where = event.where
    if where is None or where.lat is None or where.lon is None:
        return None
    return Spot(where.lat, where.lon, 0.0, event.title, worst(event), "", f"/events/{event.id}")


def _moment(event: app.Listing) -> Moment | None:
    at = (event.when.start or event.when.end) if event.when else None
    if at is None or not YEARS[0] < at.year < YEARS[1]:
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return Moment(at, event.title, worst(event), f"/events/{event.id}")


def _asked(request: Request) -> dict[str, str]:
    return {k: v for k, v in request.query_params.items() if v and k != "after"}


def _rail(request: Request, selection: app.Selection) -> dict[str, Any]:
    return {
        "asked": _asked(request),
        "selection": selection,
        "frames": records.frames(),
        "standings": STANDINGS,
        "exports": [("csv", "CSV"), ("geojson", "GeoJSON"), ("parquet", "Parquet"), ("jsonl", "JSON Lines")],
        "query": urlencode(_asked(request)),
        "tally": state_of(request).desk.tally(),
    }


def _coming(request: Request) -> Sequence[app.Listing]:
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return state_of(request).desk.coming(today, today + timedelta(days=21), 6)
