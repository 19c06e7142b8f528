"""What a request may ask with: selections of events, pages, times."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import Depends, Query

from crosswire import app
from crosswire.api.problem import Problem

Words = Annotated[str | None, Query(max_length=300)]
After = Annotated[str | None, Query(max_length=60, description="`next` of the page before")]
Limit = Annotated[int, Query(ge=1, le=200)]
Token = Annotated[int | None, Query(ge=0, le=2**53, description="a token of an answer before; without it: from now on")]
Standing = Literal["corroborated", "reported", "disputed", "withdrawn"]


def selection(  # noqa: PLR0913, PLR0917 - each is a parameter of the address
    frame: Annotated[str | None, Query(max_length=60, description="kind of event")] = None,
    place: Annotated[str | None, Query(max_length=100, description="name, or ISO country code")] = None,
    near: Annotated[str | None, Query(max_length=60, description="latitude,longitude,kilometres")] = None,
    since: datetime | None = None,
    until: datetime | None = None,
    standing: Standing | None = None,
    outlet: Annotated[str | None, Query(max_length=200)] = None,
    q: Annotated[str | None, Query(max_length=300, description="words of its reports")] = None,
    ahead: Annotated[bool | None, Query(description="only what is still to come, or only what is not")] = None,
    order: Literal["changed", "when"] = "changed",
) -> app.Selection:
    """Which events are asked for."""
    return app.Selection(
        frame=frame or None,
        place=place or None,
        since=aware(since),
        until=aware(until),
        near=circle(near),
        standing=standing,
        outlet=outlet or None,
        words=q or None,
        ahead=ahead,
        order=order,
    )


Selected = Annotated[app.Selection, Depends(selection)]


def circle(text: str | None) -> app.Near | None:
    """A circle from "38.1,128.2,200". Raises Problem for anything else."""
    if not text:
        return None
    try:
        lat, lon, km = (float(part) for part in text.split(","))
    except ValueError:
        raise Problem(422, "near: three numbers, latitude,longitude,kilometres, as in 38.1,128.2,200") from None
    sane = all(map(math.isfinite, (lat, lon, km))) and abs(lat) <= 90 and abs(lon) <= 180 and 0 < km <= 20_100
    if not sane:
        raise Problem(422, "near: latitude within 90 degrees, longitude within 180, at most 20,100 km")
    return app.Near(lat, lon, km)


def aware(at: datetime | None) -> datetime | None:
    """A time with its zone; one without is in UTC."""
    return at.replace(tzinfo=UTC) if at is not None and at.tzinfo is None else at
