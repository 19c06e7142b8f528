"""People's words on which events are one. Saying one takes a key for writing."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from crosswire.api.guard import Writes
from crosswire.api.problem import Problem
from crosswire.api.shapes import EventLine, event_line
from crosswire.api.state import state_of

router = APIRouter(tags=["judgements"])


class Judging(BaseModel):
    """A person's word on whether two events are one."""

    model_config = ConfigDict(extra="forbid")

    a: str = Field(max_length=80)
    b: str = Field(max_length=80)
    verdict: Literal["same", "different", "undone"]
    by: str = Field("the API", min_length=1, max_length=200)


class Judged(BaseModel):
    """The word was kept; the events that the two ids lead to now."""

    a: str | None
    b: str | None


class PairLine(BaseModel):
    """Two events that may be one, and what the rules saw."""

    a: EventLine
    b: EventLine
    why: list[str]


@router.get("/judgements")
async def pairs(request: Request, limit: Annotated[int, Query(ge=1, le=50)] = 20) -> list[PairLine]:
    """Pairs of events that are nearly one by the rules: where a person's word helps most."""
    state = state_of(request)
    found = await state.worker.run(lambda: state.desk.pairs(limit))
    return [PairLine(a=event_line(p.a), b=event_line(p.b), why=list(p.why)) for p in found]


@router.post("/judgements", responses={404: {"description": "no such event"}})
async def judge(request: Request, _: Writes, body: Judging) -> Judged:
    """Say that two events are the same or different; it holds over all rules until it is undone."""
    state = state_of(request)
    for event in (body.a, body.b):
        if state.desk.resolve(event) is None:
            raise Problem(404, f"there is no event {event!r}")
    await state.worker.run(lambda: state.desk.judge(body.a, body.b, body.verdict, body.by))
    return Judged(a=state.desk.resolve(body.a), b=state.desk.resolve(body.b))
