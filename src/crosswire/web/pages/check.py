"""A sentence put to the reports: what stands for it and against it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse

from crosswire.api.checking import LONGEST
from crosswire.api.state import state_of
from crosswire.app import page
from crosswire.web.templating import render

router = APIRouter(include_in_schema=False)
SIGNS: Mapping[str, str] = {
    "corroborated": "corroborated",
    "reported": "reported",
    "contradicted": "inconsistent",
    "disputed": "disputed",
    "not_found": "unchecked",
}
WORDS: Mapping[str, str] = {
    "corroborated": "confirmed",
    "reported": "of one origin",
    "contradicted": "the reports say otherwise",
    "disputed": "disputed",
    "not_found": "no report tells this",
}


@router.get("/check", response_class=HTMLResponse)
def check() -> str:
    """The form."""
    return _page("", {}, "")


@router.post("/check", response_class=HTMLResponse)
async def checked(request: Request, text: Annotated[str, Form(max_length=LONGEST)] = "") -> str:
    """The verdicts."""
    state = state_of(request)
    words = " ".join(text.split())
    if not words:
        return _page("", {}, "Nothing was written.")
    found = await state.worker.run(lambda: state.desk.check(words))
    reports = {r.id: page.label(r) for r in found.brief.reports}
    return _page(text, {"checked": found.sentences, "outlets": reports}, "")


def _page(text: str, found: dict[str, Any], trouble: str) -> str:
    told = {"checked": (), "outlets": {}, "signs": SIGNS, "words_of": WORDS, "longest": LONGEST, **found}
    return render("check.html", "/check", text=text, trouble=trouble, **told)
