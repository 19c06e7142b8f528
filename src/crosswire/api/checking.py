"""A sentence put to what is kept; who rests on whom in texts that are given. Nothing is written."""

from __future__ import annotations

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from crosswire.api.problem import Problem
from crosswire.api.shapes import Record
from crosswire.api.state import state_of
from crosswire.api.writing import Given, given_texts
from crosswire.app import records

router = APIRouter(tags=["check"])
TOGETHER, ALTOGETHER = 30, 300_000  # texts of one request, characters of all: a minute's reading at most
LONGEST = 5000  # characters: what one look at the reports is worth


class Asking(BaseModel):
    """What is to be checked."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=1, max_length=LONGEST)


@router.post("/check", responses={503: {"description": "too much is waiting"}})
async def check(request: Request, body: Asking) -> Record:
    """One or several sentences, each with its verdict, slot by slot, and the claims for and against it. Writes nothing,
    so it takes no key on the loopback."""
    state = state_of(request)
    return records.check(await state.worker.run(lambda: state.desk.check(body.text)))


class Texts(BaseModel):
    """Reports that may rest on one another."""

    model_config = ConfigDict(extra="forbid")

    texts: list[Given] = Field(min_length=1, max_length=TOGETHER)


class Traced(BaseModel):
    """The graph of who rests on whom, as `crosswire origins --format json` gives it, and what could not be read."""

    graph: Record
    errors: list[str]


@router.post("/origins", responses={503: {"description": "too much is waiting"}})
async def origins(request: Request, body: Texts) -> Traced:
    """Who rests on whom in the given texts: what copies what, who passes on whose words. Keeps nothing, so it takes no
    key on the loopback."""
    if sum(len(one.text) for one in body.texts) > ALTOGETHER:
        raise Problem(413, f"give at most {ALTOGETHER:,} characters at once; /ingest keeps any number")
    state = state_of(request)
    graph, errors = await state.worker.run(lambda: state.desk.origins(given_texts(body.texts)))
    return Traced(graph=graph, errors=list(errors))
