"""Watches: what concerns whom; tried on what is stored, kept, removed; what was sent and how it went."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse

from crosswire import app
from crosswire.api import watches as api
from crosswire.api.problem import Problem
from crosswire.api.state import state_of
from crosswire.app import records
from crosswire.web.guard import PageWrites
from crosswire.web.templating import render

router = APIRouter(include_in_schema=False)
SHOWN = 20
FIELDS = (  # in the order of `given`
    "name", "actors", "words", "where", "waters", "lat", "lon", "km", "near", "least", "severity", "quiet", "zone",
    "way", "to",
)  # fmt: skip
Field = Annotated[str, Form(max_length=500)]
NONE: list[str] = []


@router.get("/watches", response_class=HTMLResponse)
def page(request: Request) -> str:
    """The watches, the form for one more, the last alerts."""
    return _page(request, {}, None, "")


@router.post("/watches", response_class=HTMLResponse)
async def add(  # noqa: PLR0913, PLR0917 - each parameter is a field of the form
    request: Request,
    _: PageWrites,
    name: Field,
    frames: Annotated[list[str], Form(max_length=100)] = NONE,
    actors: Field = "",
    words: Field = "",
    where: Field = "",
    waters: Field = "land",
    lat: Field = "",
    lon: Field = "",
    km: Field = "",
    near: Field = "",
    least: Field = "corroborated",
    severity: Field = "",
    quiet: Field = "",
    zone: Field = "UTC",
    way: Field = "log",
    to: Field = "",
    act: Field = "try",
) -> str:
    """Try a watch on what is stored, or keep it."""
    given = (name, actors, words, where, waters, lat, lon, km, near, least, severity, quiet, zone, way, to)
    form: dict[str, Any] = dict(zip(FIELDS, given, strict=True)) | {"frames": frames}
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


def _told(form: dict[str, Any]) -> dict[str, Any]:
    """The form's fields as a watch is told. Raises Problem for a number that is none."""
    told: dict[str, Any] = {"name": form["name"], "least_standing": form["least"], "frames": form["frames"]}
    told |= {key: parts for key in ("actors", "words") if (parts := _parts(form[key]))}
    if severity := _parts(form["severity"]):
        told["severity"] = dict(_measure(one) for one in severity)
    if area := _area(form):
        told["area"] = area | ({"near_km": _number(form["near"], "near")} if form["near"].strip() else {})
    if form["quiet"].strip():
        start, _, end = form["quiet"].partition("-")
        told["quiet"] = {"from": start.strip(), "to": end.strip(), "zone": form["zone"].strip() or "UTC"}
    if form["way"] != "log":
        told["to"] = [{form["way"]: form["to"].strip()}]
    return told


def _area(form: dict[str, Any]) -> dict[str, Any]:
    if form["km"].strip():
        return {"circle": {key: _number(form[key], key) for key in ("lat", "lon", "km")}}
    place = form["where"].strip()
    if not place:
        return {}
    return {"country": place, "waters": form["waters"]} if len(place) == 2 else {"sea": place}


def _measure(words: str) -> tuple[str, float]:
    name, _, least = words.partition("=")
    return name.strip(), _number(least, name.strip() or "severity")


def _parts(words: str) -> list[str]:
    return [part.strip() for part in words.split(",") if part.strip()]


def _number(words: str, name: str) -> float:
    try:
        return float(words)
    except ValueError:
        raise Problem(422, f"{name}: {words!r} is no number") from None


def _page(request: Request, form: dict[str, Any], outcomes: list[app.Outcome] | None, wrong: str) -> str:
    known = state_of(request).desk.knowledge
    watches = app.list_watches(known)
    names = {w.id: w.name for w in watches}
    sent = [
        (app.headline(a), names.get(a.watch, a.watch), app.text_of(a), a, d) for a, d in app.alerts(known, limit=SHOWN)
    ]
    told = [o for o in outcomes or () if o.decision.tell]
    return render(
        "watches.html",
        "/watches",
        watches=[api.line(w) for w in watches],
        sent=sent,
        form={**dict.fromkeys(FIELDS, ""), "frames": [], "zone": "UTC", **form},
        frames=[f for f in records.frames() if f != "news"],
        told=told,
        tried=None if outcomes is None else len(outcomes),
        wrong=wrong,
    )
