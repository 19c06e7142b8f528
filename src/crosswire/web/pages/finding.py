"""Search, and the speakers and outlets."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from crosswire.api.asked import After
from crosswire.api.problem import Problem
from crosswire.api.reports import Kind
from crosswire.api.state import state_of
from crosswire.app.desk_views import Stands
from crosswire.web.templating import render

router = APIRouter(include_in_schema=False)
SHOWN = 25


@router.get("/search", response_class=HTMLResponse)
def search(request: Request, q: Annotated[str, Query(max_length=300)] = "", after: After = None) -> str:
    """Reports with the words, and the events that they tell of."""
    desk = state_of(request).desk
    found = desk.search(q, after, SHOWN) if q.strip() else None
    hits = list(found.items) if found else []
    events = desk.listings([e for hit in hits for e in hit.events])
    more = f"/search?{urlencode({'q': q, 'after': found.next})}" if found and found.next else ""
    return render("search.html", "/search", q=q, hits=hits, events=events, more=more)


@router.get("/voices", response_class=HTMLResponse)
def voices(request: Request, kind: Kind | None = None, after: After = None) -> str:
    """Who says most."""
    found = state_of(request).desk.voices(kind, after, 50)
    more = f"/voices?{urlencode({'kind': kind or '', 'after': found.next or ''})}" if found.next else ""
    return render("voices.html", "/voices", voices=found.items, kind=kind or "", more=more)


@router.get("/voices/show", response_class=HTMLResponse)
def voice(request: Request, name: Annotated[str, Query(min_length=1, max_length=200)], after: After = None) -> str:
    """One speaker or outlet: what it said, and how that stands beside what others said."""
    found = state_of(request).desk.voice(name, after)
    if found is None:
        raise Problem(404, "Nobody of this name has said anything in the reports that are kept here.")
    more = f"/voices/show?{urlencode({'name': name, 'after': found.next})}" if found.next else ""
    return render("voice.html", "/voices", voice_=found.voice, sayings=grouped(found.said), more=more)


def grouped(said: Sequence[Stands]) -> list[tuple[Stands, list[Stands]]]:
    """Words that answer several questions, once, with all their answers."""
    runs = groupby(said, key=lambda s: (s.report, s.claim.span.start, s.claim.span.end))
    out = []
    for _, run in runs:
        first, *others = run
        out.append((first, [s for s in (first, *others) if s.claim.value is not None]))
    return out
