"""Watches: what concerns whom; tried on what is stored, kept, removed; what was sent and how it went."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse

from crosswire import app
from crosswire.api import watches as api
from crosswire.api.problem import Problem
from crosswire.api.state import state_of
from crosswire.web.guard import PageWrites
from crosswire.web.templating import render

router = APIRouter(include_in_schema=False)
SHOWN = 20
FIELDS = ("name", "frames", "words", "where", "lat", "lon", "km", "least", "way", "to")
Field = Annotated[str, Form(max_length=500)]


@router.get("/watches", response_class=HTMLResponse)
def page(request: Request) -> str:
    """The watches, the form for one more, the last alerts."""
    return _page(request, {}, None, "")


@router.post("/watches", response_class=HTMLResponse)
async def add(  # noqa: PLR0913, PLR0917 - each parameter is a field of the form
    request: Request,
    _: PageWrites,
    name: Field,
    frames: Field = "",
    words: Field = "",
    where: Field = "",
    lat: Field = "",
    lon: Field = "",
    km: Field = "",
    least: Field = "corroborated",
    way: Field = "log",
    to: Field = "",
    act: Field = "try",
) -> str:
    """Try a watch on what is stored, or keep it."""
    form = {"name": name, "frames": frames, "words": words, "where": where, "lat": lat, "lon": lon, "km": km}
    form |= {"least": least, "way": way, "to": to}
    try:
        told = _told(form)
        if act == "keep":
            await api.keep(request, told)
            return _page(request, {}, None, "")
        return _page(request, form, await api.trial(request, told), "")
    except Problem as problem:
        return _page(request, form, None, str(problem.detail))


@router.post("/watches/remove", response_class=HTMLResponse)
async def remove(request: Request, _: PageWrites, name: Field) -> str:
    """Remove a watch."""
    state = state_of(request)
    await state.worker.run(lambda: app.remove_watch(state.desk.knowledge, name))
    return _page(request, {}, None, "")


def _told(form: dict[str, str]) -> dict[str, Any]:
    """The form's fields as a watch is told. Raises Problem for a number that is none."""
    told: dict[str, Any] = {"name": form["name"], "least_standing": form["least"]}
    told |= {key: parts for key in ("frames", "words") if (parts := _parts(form[key]))}
    if form["km"].strip():
        numbers = {key: _number(form[key], key) for key in ("lat", "lon", "km")}
        told["area"] = {"circle": numbers, "near_km": numbers["km"] / 2}
    elif form["where"].strip():
        place = form["where"].strip()
        told["area"] = {"country": place, "waters": "zone"} if len(place) == 2 else {"sea": place}
    if form["way"] != "log":
        told["to"] = [{form["way"]: form["to"].strip()}]
    return told


def _parts(words: str) -> list[str]:
    return [part.strip() for part in words.split(",") if part.strip()]


def _number(words: str, name: str) -> float:
    try:
        return float(words)
    except ValueError:
        raise Problem(422, f"{name}: {words!r} is no number") from None


def _page(request: Request, form: dict[str, str], outcomes: list[app.Outcome] | None, wrong: str) -> str:
    known = state_of(request).desk.knowledge
    watches = app.list_watches(known)
    names = {w.id: w.name for w in watches}
    sent = [(app.message_of(a), names.get(a.watch, a.watch), a, d) for a, d in app.alerts(known, limit=SHOWN)]
    told = [o for o in outcomes or () if o.decision.tell]
    return render(
        "watches.html",
        "/watches",
        watches=[api.line(w) for w in watches],
        sent=sent,
        form={**dict.fromkeys(FIELDS, ""), **form},
        told=told,
        tried=None if outcomes is None else len(outcomes),
        wrong=wrong,
    )
