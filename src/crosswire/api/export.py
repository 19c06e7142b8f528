"""Selections in other forms."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from crosswire import app
from crosswire.api.asked import Selected
from crosswire.api.problem import Problem
from crosswire.api.state import state_of
from crosswire.app.exports.forms import export as export_events

router = APIRouter(tags=["exports"])
MOST = 5000  # events of one answer


@router.get(
    "/export",
    response_class=Response,
    responses={200: {"content": {media: {} for media in app.EXPORT_MEDIA.values()}}},
)
def export(
    request: Request,
    selection: Selected,
    form: Annotated[app.ExportFormat, Query(alias="format")],
    event: Annotated[str | None, Query(max_length=80)] = None,
    limit: Annotated[int, Query(ge=1, le=MOST)] = 1000,
) -> Response:
    """The events of a selection (or one `event`) as JSON, JSON Lines, CSV, GeoJSON, Parquet, schema.org claims or web
    annotations. `limit` is in events."""
    desk = state_of(request).desk
    if event is not None:
        current = desk.resolve(event)
        if current is None:
            raise Problem(404, f"there is no event {event!r}")
        content = export_events(desk, [current], form)
    else:
        content = export_events(desk, desk.ids(selection, min(limit, app.EXPORT_MOST.get(form, MOST))), form)
    name = f"crosswire.{app.EXPORT_SUFFIX[form]}"
    return Response(
        content, media_type=app.EXPORT_MEDIA[form], headers={"content-disposition": f'attachment; filename="{name}"'}
    )
