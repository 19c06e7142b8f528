"""A sentence put to what is kept."""

from __future__ import annotations

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from crosswire.api.shapes import Record
from crosswire.api.state import state_of
from crosswire.app import records

router = APIRouter(tags=["check"])
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
