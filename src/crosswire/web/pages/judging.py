"""Same or different: the pairs of events where a person's word helps most."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from crosswire.api.state import state_of
from crosswire.web.guard import PageWrites
from crosswire.web.templating import render

router = APIRouter(include_in_schema=False)
Id = Annotated[str, Form(max_length=80)]


@router.get("/judge", response_class=HTMLResponse)
def judge(request: Request, done: str = "") -> str:
    """The pairs."""
    return render("judge.html", "/judge", pairs=state_of(request).desk.pairs(12), done=done[:20])


@router.post("/judge")
async def judged(
    request: Request, _: PageWrites, a: Id, b: Id, verdict: Annotated[Literal["same", "different", "undone"], Form()]
) -> Response:
    """Keep a person's word."""
    state = state_of(request)
    await state.worker.run(lambda: state.desk.judge(a, b, verdict, "the pages"))
    return RedirectResponse(f"/judge?done={verdict}", status_code=303)
