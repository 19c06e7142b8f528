"""Events, their facts, claims and origins."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from crosswire import app
from crosswire.api.asked import After, Limit, Selected
from crosswire.api.problem import Problem
from crosswire.api.shapes import EventLine, FactLine, Page, Record, change_line, event_line
from crosswire.api.state import state_of
from crosswire.app import records
from crosswire.app.desk_views import Told

router = APIRouter(tags=["events"])
Id = Annotated[str, Path(max_length=80)]
BRIEF: dict[int | str, dict[str, Any]] = {200: {"content": {"application/json": {"schema": records.brief_schema()}}}}


@router.get("/events")
def events(request: Request, selection: Selected, after: After = None, limit: Limit = 50) -> Page[EventLine]:
    """Events, those that changed last first, or the latest first (`order=when`)."""
    found = state_of(request).desk.events(selection, after, limit)
    return Page(items=[event_line(e) for e in found.items], next=found.next)


@router.get("/events/{event}", responses=BRIEF, response_class=Response)
def event(request: Request, event: Id) -> Response:
    """Everything known of one event as a brief, with its current `id` and its `changes`."""
    told = _told(request, event)
    record = records.brief(told.brief)
    record["id"] = told.id
    record["changes"] = [change_line(c).model_dump(mode="json") for c in told.changes]
    record["left_out"] = told.left_out
    return Response(records.dumps(record), media_type="application/json")


@router.get("/facts")
def facts(
    request: Request,
    selection: Selected,
    event: Annotated[str | None, Query(max_length=80)] = None,
    after: After = None,
    limit: Limit = 20,
) -> Page[FactLine]:
    """Facts of one event, or of a page of events."""
    desk = state_of(request).desk
    if event is not None:
        known = desk.known([_id(request, event)])
        following = None
    else:
        found = desk.events(selection, after, limit)
        known, following = desk.known([e.id for e in found.items]), found.next
    items = [
        FactLine(event=k.listing.id, title=k.listing.title, fact=records.fact(fact)) for k in known for fact in k.facts
    ]
    return Page(items=items, next=following)


@router.get("/claims")
def claims(
    request: Request,
    event: Annotated[str | None, Query(max_length=80)] = None,
    report: Annotated[str | None, Query(max_length=80)] = None,
    voice: Annotated[str | None, Query(max_length=200)] = None,
    after: After = None,
) -> Page[Record]:
    """The claims on an event, in a report, or of a speaker or outlet."""
    desk = state_of(request).desk
    if sum(x is not None for x in (event, report, voice)) != 1:
        raise Problem(422, "say one of event, report and voice")
    if event is not None:
        return Page(items=_claims(_told(request, event).brief))
    if report is not None:
        seen = desk.report(report)
        if seen is None:
            raise Problem(404, f"there is no report {report!r}")
        return Page(items=[records.claim(c, seen.report.text, seen.home.get(c.id)) for c in seen.claims])
    said = desk.voice(voice or "", after)
    if said is None:
        raise Problem(404, f"nobody called {voice!r} has said anything yet")
    return Page(items=[records.claim(s.claim, s.text, s.event) for s in said.said], next=said.next)


@router.get("/claims/{claim}")
def claim(request: Request, claim: Id) -> Record:
    """One claim with its span and the report it stands in."""
    found = state_of(request).desk.claim(claim)
    if found is None:
        raise Problem(404, f"there is no claim {claim!r}")
    return records.claim(found.claim, found.text, found.event)


@router.get("/origins")
def origins(request: Request, event: Annotated[str, Query(max_length=80)]) -> Page[Record]:
    """The origins that what is known of an event can be traced to."""
    return Page(items=[records.origin(o) for o in _told(request, event).brief.origins])


def _claims(brief: app.Brief) -> list[dict[str, Any]]:
    texts = {r.id: r.text for r in brief.reports}
    return [records.claim(c, texts.get(c.report, ""), brief.claim_event.get(c.id)) for c in brief.claims]


def _id(request: Request, event: str) -> str:
    found = state_of(request).desk.resolve(event)
    if found is None:
        raise Problem(404, f"there is no event {event!r}")
    return found


def _told(request: Request, event: str) -> Told:
    told = state_of(request).desk.event(event)
    if told is None:
        raise Problem(404, f"there is no event {event!r}")
    return told
