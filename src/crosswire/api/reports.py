"""Reports, what is found by words, speakers and outlets."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request

from crosswire.api.asked import After, Limit
from crosswire.api.problem import Problem
from crosswire.api.shapes import HitLine, Page, Record, ReportLine, VoiceLine, hit_line, report_line, voice_line
from crosswire.api.state import state_of
from crosswire.app import records

router = APIRouter(tags=["reports"])
Kind = Literal["outlet", "agency", "official", "organisation", "person", "document"]


@router.get("/reports")
def reports(
    request: Request,
    outlet: Annotated[str | None, Query(max_length=200)] = None,
    after: After = None,
    limit: Limit = 50,
) -> Page[ReportLine]:
    """Reports, the last that arrived first."""
    found = state_of(request).desk.reports(outlet or None, after, limit)
    return Page(items=[report_line(r) for r in found.items], next=found.next)


@router.get("/reports/{report}")
def report(request: Request, report: Annotated[str, Path(max_length=80)]) -> Record:
    """A report with its text, its versions, the claims in it and the event of each."""
    seen = state_of(request).desk.report(report)
    if seen is None:
        raise Problem(404, f"there is no report {report!r}")
    return {
        "report": records.report(seen.report, None),
        "claims": [records.claim(c, seen.report.text, seen.home.get(c.id)) for c in seen.claims],
        "events": [{"id": e.id, "title": e.title} for e in seen.events.values()],
        "versions": [
            {"report": v.report, "number": v.number, "arrived": v.arrived.isoformat(), "current": v.current}
            for v in seen.versions
        ],
    }


@router.get("/search")
def search(
    request: Request,
    q: Annotated[str, Query(min_length=1, max_length=300)],
    after: After = None,
    limit: Limit = 20,
) -> Page[HitLine]:
    """Reports in which the words stand, the newest first."""
    found = state_of(request).desk.search(q, after, limit)
    return Page(items=[hit_line(h) for h in found.items], next=found.next)


@router.get("/voices")
def voices(request: Request, kind: Kind | None = None, after: After = None, limit: Limit = 50) -> Page[VoiceLine]:
    """Speakers and outlets, those with most claims first."""
    found = state_of(request).desk.voices(kind, after, limit)
    return Page(items=[voice_line(v) for v in found.items], next=found.next)


@router.get("/voice")
def voice(request: Request, name: Annotated[str, Query(min_length=1, max_length=200)]) -> VoiceLine:
    """One speaker or outlet."""
    found = state_of(request).desk.voice(name, None)
    if found is None:
        raise Problem(404, f"nobody called {name!r} has said anything yet")
    return voice_line(found.voice)
