"""The shapes of answers, as OpenAPI tells them. Values, facts and claims have the form of the brief's JSON."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, Field

from crosswire import app
from crosswire.app import records

Record = dict[str, Any]
Item = TypeVar("Item")


class Page(BaseModel, Generic[Item]):
    """A page of a list; `next` is the `after` of the page that follows, null on the last."""

    items: list[Item]
    next: str | None = None


class EventLine(BaseModel):
    """An event in a list."""

    id: str
    frame: str
    plover: str | None
    title: str
    when: Record | None
    where: Record | None
    ahead: bool
    standings: dict[str, int] = Field(description="how many of its facts stand how")
    origins: int = Field(description="independent origins that its facts rest on")
    reports: int
    outlets: list[str]
    first: datetime
    changed: datetime
    token: int


class ReportLine(BaseModel):
    """A report in a list."""

    id: str
    title: str
    outlet: str | None
    published: datetime | None
    url: str | None
    arrived: datetime
    version: int
    current: bool


class Mark(BaseModel):
    """A run of words, marked where they were looked for."""

    text: str
    marked: bool


class HitLine(BaseModel):
    """A report that was found, the words around what was found, and the events it tells of."""

    report: ReportLine
    parts: list[Mark]
    events: list[str]


class VoiceLine(BaseModel):
    """A speaker or outlet: claims, and how often its answers stood alone, were echoed, were contradicted."""

    name: str
    kind: str
    claims: int
    alone: int
    echoed: int
    contradicted: int


class ChangeLine(BaseModel):
    """A change of what is known of an event."""

    token: int
    at: datetime | None
    event: str
    kind: str
    words: str
    attribute: str | None
    before: Record | None
    after: Record | None
    was: str | None
    now: str | None
    reports: list[str]
    other: str | None


class Changes(BaseModel):
    """Changes, the earliest first, and the token to ask with next."""

    items: list[ChangeLine]
    token: int


class TallyLine(BaseModel):
    """How much is stored; `waiting` are reports that are not yet weighed."""

    reports: int
    claims: int
    events: int
    waiting: int
    token: int
    rules: dict[str, str]


class FactLine(BaseModel):
    """A fact with the event that it is about."""

    event: str
    title: str
    fact: Record


def event_line(listing: app.Listing) -> EventLine:
    """A listing as it is answered."""
    return EventLine(
        id=listing.id,
        frame=listing.frame,
        plover=records.plover(listing.frame),
        title=listing.title,
        when=records.value(listing.when),
        where=records.value(listing.where),
        ahead=listing.ahead,
        standings={str(name): n for name, n in listing.standings.items()},
        origins=listing.origins,
        reports=listing.reports,
        outlets=list(listing.outlets),
        first=listing.first,
        changed=listing.changed,
        token=listing.token,
    )


def report_line(filed: app.Filed) -> ReportLine:
    """A filed report as it is answered."""
    return ReportLine(
        id=filed.id,
        title=filed.title,
        outlet=filed.outlet,
        published=filed.published,
        url=filed.url,
        arrived=filed.arrived,
        version=filed.version,
        current=filed.current,
    )


def hit_line(hit: app.Hit) -> HitLine:
    """A hit as it is answered."""
    marks = [Mark(text=part.text, marked=part.marked) for part in hit.parts]
    return HitLine(report=report_line(hit.report), parts=marks, events=list(hit.events))


def voice_line(voice: app.Voice) -> VoiceLine:
    """A voice as it is answered."""
    return VoiceLine(
        name=voice.name,
        kind=voice.kind,
        claims=voice.claims,
        alone=voice.alone,
        echoed=voice.echoed,
        contradicted=voice.contradicted,
    )


def change_line(change: app.Change) -> ChangeLine:
    """A change as it is answered."""
    return ChangeLine(
        token=change.token,
        at=change.at,
        event=change.event,
        kind=change.kind,
        words=change.words,
        attribute=change.attribute,
        before=records.value(change.before),
        after=records.value(change.after),
        was=change.was,
        now=change.now,
        reports=list(change.reports),
        other=change.other,
    )
