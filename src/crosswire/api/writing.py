"""What writes: reports taken in. Takes a key for writing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from crosswire import app
from crosswire.api.asked import aware
from crosswire.api.guard import Writes
from crosswire.api.problem import Problem
from crosswire.api.shapes import EventLine, event_line
from crosswire.api.state import state_of
from crosswire.app.desk_views import Taken

router = APIRouter(tags=["writing"])
TEXT = 1_000_000  # characters of one text
MANY = 200  # texts and addresses of one request


class Given(BaseModel):
    """A text, and what is known of it."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=1, max_length=TEXT)
    title: str | None = Field(None, max_length=1000)
    outlet: str | None = Field(None, max_length=200)
    url: str | None = Field(None, max_length=2000)
    published: datetime | None = None


class Ingest(BaseModel):
    """Texts and addresses of pages to take in."""

    model_config = ConfigDict(extra="forbid")

    texts: list[Given] = Field(default_factory=list, max_length=MANY)
    urls: list[Annotated[str, Field(max_length=2000)]] = Field(default_factory=list, max_length=MANY)


class Ingested(BaseModel):
    """What became of it: how many reports were new, the events that now stand otherwise, what could not be read."""

    new: int
    known: int
    events: list[EventLine]
    errors: list[str]


@router.post("/ingest", responses={503: {"description": "too much is waiting"}})
async def ingest(request: Request, _: Writes, body: Ingest) -> Ingested:
    """Take in texts and pages; what is known already is passed over. Answers when all of it is weighed."""
    if not body.texts and not body.urls:
        raise Problem(422, "give at least one text or address")
    state = state_of(request)
    return ingested(await state.worker.run(lambda: state.desk.ingest(given_texts(body.texts), body.urls)))


def given_texts(texts: Sequence[Given]) -> list[tuple[str, app.Given]]:
    """Each text with what is known of it."""
    return [(t.text, app.Given(title=t.title, outlet=t.outlet, url=t.url, published=aware(t.published))) for t in texts]


def ingested(taken: Taken) -> Ingested:
    """What was taken in, as it is answered."""
    return Ingested(
        new=taken.new, known=taken.known, events=[event_line(e) for e in taken.events], errors=list(taken.errors)
    )
