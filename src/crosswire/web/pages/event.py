"""The page of an event."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from crosswire.api.problem import Problem
from crosswire.api.state import state_of
from crosswire.web.pages.event_view import view
from crosswire.web.templating import render

router = APIRouter(include_in_schema=False)
EXPORTS = (
    ("csv", "CSV"),
    ("geojson", "GeoJSON"),
    ("schema", "schema.org claims"),
    ("annotations", "Web annotations"),
)


@router.get("/events/{event}", response_class=HTMLResponse)
def event(
    request: Request, event: Annotated[str, Path(max_length=80)], reports: Literal["some", "all"] = "some"
) -> Response:
    """The event; an id it had before leads to the one it has now. Of very many reports, `all` shows each."""
    desk = state_of(request).desk
    told = desk.event(event) if reports == "all" else desk.glance(event)
    if told is None:
        raise Problem(404, "There is no event of this id; it may never have been, or its reports are in another store.")
    if told.id != event:
        return RedirectResponse(f"/events/{told.id}", status_code=308)
    return HTMLResponse(render("event.html", "", **view(told), exports=EXPORTS))
