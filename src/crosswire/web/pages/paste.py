"""Paste texts or addresses and get the brief; put a sentence to the reports."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse

from crosswire import app
from crosswire.api.state import state_of
from crosswire.web.guard import PageWrites
from crosswire.web.templating import render

router = APIRouter(include_in_schema=False)
MANY = 30
LONGEST = 1_000_000
RULE = "---"  # a line of these parts one text from the next


@router.get("/paste", response_class=HTMLResponse)
def paste() -> str:
    """The form."""
    return _page("", "", None, ())


@router.post("/paste", response_class=HTMLResponse)
async def pasted(
    request: Request,
    _: PageWrites,
    texts: Annotated[str, Form(max_length=LONGEST)] = "",
    outlet: Annotated[str, Form(max_length=200)] = "",
) -> str:
    """Take in what was pasted, and show the events that it tells of."""
    state = state_of(request)
    given, urls = parted(texts, outlet)
    if not given and not urls:
        return _page(texts, outlet, None, ("Nothing was pasted.",))
    taken = await state.worker.run(lambda: state.desk.ingest(given, urls))
    return _page("" if taken.new else texts, outlet, taken, taken.errors)


def parted(texts: str, outlet: str) -> tuple[list[tuple[str, app.Given]], list[str]]:
    """The texts between lines of dashes, and the addresses: a part of nothing but addresses is no text."""
    given: list[tuple[str, app.Given]] = []
    urls: list[str] = []
    for part in _parts(texts):
        lines = part.split()
        if all(line.startswith(("http://", "https://")) for line in lines):
            urls += lines
        else:
            given.append((part, app.Given(outlet=outlet.strip() or None)))
    return given[:MANY], urls[:MANY]


def _parts(texts: str) -> list[str]:
    parts: list[list[str]] = [[]]
    for line in texts.replace("\r\n", "\n").split("\n"):
        if len(line.strip()) >= len(RULE) and set(line.strip()) == {"-"}:
            parts.append([])
        else:
            parts[-1].append(line)
    return [text for text in ("\n".join(lines).strip() for lines in parts) if text]


def _page(texts: str, outlet: str, taken: object, errors: tuple[str, ...] | list[str]) -> str:
    return render("paste.html", "/paste", texts=texts, outlet=outlet, taken=taken, errors=errors)
