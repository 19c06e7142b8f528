"""What has changed: since a token, or as it happens."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Header, Request
from fastapi.responses import StreamingResponse

from crosswire import app
from crosswire.api.asked import Limit, Token
from crosswire.api.hub import Hub
from crosswire.api.problem import Problem
from crosswire.api.shapes import Changes, TallyLine, change_line
from crosswire.api.state import state_of

router = APIRouter(tags=["changes"])
STREAM = {"cache-control": "no-store", "x-accel-buffering": "no"}


@router.get("/changes")
def changes(request: Request, since: Token = None, limit: Limit = 200) -> Changes:
    """Changes after a token, the earliest first. Without one only the newest token, to begin with."""
    desk = state_of(request).desk
    if since is None:
        return Changes(items=[], token=desk.token())
    found = [change_line(c) for c in desk.changes(since, limit)]
    return Changes(items=found, token=found[-1].token if found else since)


@router.get(
    "/changes/stream",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}}},
)
def stream(
    request: Request, since: Token = None, last_event_id: Annotated[str | None, Header(max_length=20)] = None
) -> StreamingResponse:
    """Changes as server-sent events: `event: change`, the token as `id`, the change as JSON. Goes on after
    `Last-Event-ID`."""
    hub = state_of(request).hub
    if hub.full:
        raise Problem(503, "too many listen already; ask for changes since a token instead", {"Retry-After": "30"})
    told = last_event_id if last_event_id and re.fullmatch("[0-9]{1,15}", last_event_id) else None
    return StreamingResponse(_events(hub, int(told) if told else since), media_type="text/event-stream", headers=STREAM)


async def _events(hub: Hub[app.Change], since: int | None) -> AsyncIterator[str]:
    yield "retry: 2000\n\n"
    async for changes in hub.listen(since):
        for change in changes:
            data = json.dumps(change_line(change).model_dump(mode="json"), ensure_ascii=False)
            yield f"event: change\nid: {change.token}\ndata: {data}\n\n"
        if not changes:
            yield ": \n\n"


@router.get("/tally")
def tally(request: Request) -> TallyLine:
    """How much is stored, by which rules it was weighed."""
    held = state_of(request).desk.tally()
    return TallyLine(
        reports=held.reports,
        claims=held.claims,
        events=held.events,
        waiting=held.waiting,
        token=held.token,
        rules=dict(held.rules),
    )
