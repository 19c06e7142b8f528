"""Watches and their alerts: set, tried, listed; feeds that readers and warning systems subscribe to."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Header, Path, Request
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from crosswire import app
from crosswire.api.asked import Limit, Token
from crosswire.api.changes import STREAM
from crosswire.api.guard import Writes
from crosswire.api.hub import Hub
from crosswire.api.problem import Problem
from crosswire.api.state import state_of

router = APIRouter(tags=["watches"])
Name = Annotated[str, Path(min_length=1, max_length=200)]
FEEDS = {
    "atom": "application/atom+xml",
    "json": "application/feed+json",
    "cap": "application/cap+xml",
    "cap.atom": "application/atom+xml",
}
LastEvent = Annotated[str | None, Header(max_length=20)]
Form = Literal["atom", "json", "cap", "cap.atom"]


class WatchGiven(BaseModel):
    """A watch as docs/alerts.md tells its keys; areas by shape, circle, country, sea or route, not by file."""

    model_config = ConfigDict(extra="allow")

    name: str = Field(min_length=1, max_length=200)


class WatchLine(BaseModel):
    """One watch as it is kept."""

    id: str
    name: str
    frames: list[str]
    actors: list[str]
    words: list[str]
    area: str | None
    least_standing: str
    least_origins: int
    severity: dict[str, float]
    to: list[str]
    paused: bool


class Tried(BaseModel):
    """What a watch would be told of one stored event, and why or why not."""

    event: str
    title: str
    tell: bool
    reasons: list[str]


class DeliveryLine(BaseModel):
    """How one delivery stands."""

    way: str
    to: str
    state: str
    attempts: int
    trouble: str | None


class AlertLine(BaseModel):
    """One alert and its deliveries; `message` is the whole record."""

    id: str
    watch: str
    event: str
    number: int
    at: datetime
    news: list[str]
    message: dict[str, Any]
    deliveries: list[DeliveryLine]


@router.get("/watches")
def watches(request: Request) -> list[WatchLine]:
    """All watches, by name."""
    return [line(w) for w in app.list_watches(state_of(request).desk.knowledge)]


@router.post("/watches", status_code=201)
async def add(request: Request, _: Writes, body: WatchGiven) -> WatchLine:
    """Keep a watch in the place of the one of its name."""
    return line(await keep(request, body.model_dump()))


@router.post("/watches/try")
async def dry_run(request: Request, _: Writes, body: WatchGiven) -> list[Tried]:
    """What a watch would be told of what is stored; nothing is written or sent."""
    return [tried(o) for o in await trial(request, body.model_dump())]


@router.delete("/watches/{name}", status_code=204)
async def remove(request: Request, _: Writes, name: Name) -> None:
    """Remove a watch, by its name or id; its alerts stay."""
    state = state_of(request)
    await state.worker.run(lambda: app.remove_watch(state.desk.knowledge, name))


@router.get("/alerts")
def alerts(request: Request, watch: str | None = None, limit: Limit = 50) -> list[AlertLine]:
    """The last alerts with their deliveries, the newest first."""
    known = state_of(request).desk.knowledge
    return [_alert(a, d) for a, d in app.alerts(known, _id(known, watch), limit)]


@router.get("/watches/{name}/feed.{form}", response_class=Response)
def feed(request: Request, name: Name, form: Form) -> Response:
    """A watch's alerts as Atom with GeoRSS or JSON Feed, as a feed of CAP 1.2 documents (`cap.atom`), or the newest as
    such a document (`cap`)."""
    state = state_of(request)
    settings = app.alert_settings()
    if settings.base_url is None:
        settings = replace(settings, base_url=str(request.base_url).rstrip("/"))
    document = app.documents(state.desk.knowledge, name, form, str(request.url), settings)
    return Response(document, media_type=FEEDS[form])


@router.get(
    "/watches/{name}/stream",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}}},
)
def stream(
    request: Request,
    name: Name,
    since: Token = None,
    last_event_id: LastEvent = None,
) -> StreamingResponse:
    """A watch's alerts as server-sent events: `event: alert`, the message as JSON, as `id` the moment it was made (in
    microseconds since 1970). Goes on after `Last-Event-ID` or `since`; without them from now on."""
    state = state_of(request)
    found = next((w for w in app.list_watches(state.desk.knowledge) if name in (w.id, w.name)), None)
    if found is None:
        raise Problem(404, f"there is no watch {name!r}")
    if state.alerts.full:
        raise Problem(503, "too many listen already; read the watch's feed instead", {"Retry-After": "30"})
    told = last_event_id if last_event_id and re.fullmatch("[0-9]{1,18}", last_event_id) else None
    events = _alerts(state.alerts, found.id, int(told) if told else since)
    return StreamingResponse(events, media_type="text/event-stream", headers=STREAM)


async def _alerts(hub: Hub[app.Alert], watch: str, since: int | None) -> AsyncIterator[str]:
    yield "retry: 2000\n\n"
    async for news in hub.listen(since):
        for number, alert in enumerate(news, 1):
            # Alerts of one look share their moment: only behind the last of them is a place to go on after.
            last = number == len(news) or news[number].at != alert.at
            told = f"event: alert\ndata: {alert.message}\n" if alert.watch == watch else ""
            place = f"id: {app.alert_moment(alert)}\n" if last else ""
            if told or place:
                yield f"{told}{place}\n"
        if not news:
            yield ": \n\n"


@router.get("/alerts/{alert}/cap", response_class=Response)
def cap(request: Request, alert: Name) -> Response:
    """One alert as a CAP 1.2 document."""
    return Response(app.cap_of(state_of(request).desk.knowledge, alert, app.alert_settings()), media_type=FEEDS["cap"])


async def keep(request: Request, told: dict[str, Any]) -> app.Watch:
    """Check a watch and keep it. Raises Problem for the first thing that is wrong."""
    watch = await _read(request, told)
    state = state_of(request)
    await state.worker.run(lambda: app.set_watches(state.desk.knowledge, [watch]))
    return watch


async def trial(request: Request, told: dict[str, Any]) -> list[app.Outcome]:
    """What a watch would be told of what is stored. Raises Problem."""
    watch = await _read(request, told)
    state = state_of(request)
    return await state.worker.run(lambda: list(app.dry_run(state.desk.knowledge, [watch])))


async def _read(request: Request, told: dict[str, Any]) -> app.Watch:
    state = state_of(request)
    try:
        return await state.worker.run(lambda: app.watch_from(state.desk.knowledge, told))
    except app.BadDataError as error:
        raise Problem(422, str(error)) from None


def tried(outcome: app.Outcome) -> Tried:
    """One outcome as it is answered."""
    decision = outcome.decision
    return Tried(event=outcome.event, title=outcome.title, tell=decision.tell, reasons=list(decision.reasons))


def line(watch: app.Watch) -> WatchLine:
    """One watch as it is answered; where to is told, secrets are not."""
    return WatchLine(
        id=watch.id,
        name=watch.name,
        frames=sorted(watch.frames),
        actors=sorted(watch.actors),
        words=sorted(watch.words),
        area=watch.area.name if watch.area else None,
        least_standing=watch.least_standing,
        least_origins=watch.least_origins,
        severity=dict(watch.severity),
        to=[f"{d.way} {d.to}".strip() for d in watch.to],
        paused=watch.paused,
    )


def _alert(alert: app.Alert, deliveries: list[app.Delivery]) -> AlertLine:
    return AlertLine(
        id=alert.id,
        watch=alert.watch,
        event=alert.event,
        number=alert.number,
        at=alert.at,
        news=[words for _, words in alert.news],
        message=app.message_of(alert),
        deliveries=[_delivery(d) for d in deliveries],
    )


def _delivery(of: app.Delivery) -> DeliveryLine:
    to = of.destination
    return DeliveryLine(way=to.way, to=to.to, state=of.state, attempts=of.attempts, trouble=of.trouble)


def _id(known: app.Knowledge, watch: str | None) -> str | None:
    """The id of a watch by its name or id; one that is not known is taken for an id of one that was removed."""
    if watch is None:
        return None
    return next((w.id for w in app.list_watches(known) if watch in (w.id, w.name)), watch)
