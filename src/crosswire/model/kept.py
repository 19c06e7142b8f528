"""What is kept and what is asked of it: versions of reports, pictures of events, changes, selections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from crosswire.model.claims import Reading
from crosswire.model.knowledge import Event, Fact, Origin, StandingName
from crosswire.model.values import Place, Time, Value

ChangeType = Literal[
    "new", "report", "up", "down", "value", "disputed", "withdrawn", "merged", "split", "gone", "edited"
]
Share = Literal["alone", "echoed", "contradicted"]
EditKind = Literal["title", "published", "added", "removed", "replaced"]


@dataclass(frozen=True, slots=True)
class Arrival:
    """When and as what a report reached the store: the address or path, and the digest and size of what was fetched."""

    at: datetime
    where: str | None = None
    media: str | None = None
    size: int | None = None
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that an outlet changed from one version of a report to the next; `before` or `after` may be empty."""

    kind: EditKind
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A reading as it is taken in: how it arrived, its line of versions, and what it changed of the version before.

    Two reports of one `line` are versions of one report.
    """

    reading: Reading
    arrival: Arrival
    line: str
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a report, the first is number 1; `edits` are what it changed of the one before."""

    report: str
    number: int
    arrived: datetime
    published: datetime | None
    current: bool
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Filed:
    """One report in a list: everything but its text."""

    id: str
    title: str
    outlet: str | None
    published: datetime | None
    url: str | None
    arrived: datetime
    version: int = 1
    current: bool = True


@dataclass(frozen=True, slots=True)
class Answered:
    """How one voice's answer to one question stands beside those of the others."""

    voice: str
    attribute: str
    share: Share


@dataclass(frozen=True, slots=True)
class Picture:
    """What is known of one event now: its facts and origins, whether it is still to come, and where it is found.

    `real` is False where mentions are only grouped (general or hypothetical talk): such an event is not listed.
    `homes` are the reports of the event's mentions, one for one; `places` the names and country codes by which it is
    found; `outlets` tell of it. `response`: its kind of event answers others.
    """

    event: Event
    homes: tuple[str, ...]
    facts: tuple[Fact, ...]
    origins: tuple[Origin, ...]
    answers: tuple[Answered, ...] = ()
    places: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    ahead: bool = False
    real: bool = True
    response: bool = False
    family: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """One event in a list: its title, time and place, how its facts stand, what it rests on, when it changed last."""

    id: str
    frame: str
    title: str
    when: Time | None
    where: Place | None
    ahead: bool
    standings: Mapping[StandingName, int]
    origins: int
    reports: int
    outlets: tuple[str, ...]
    first: datetime
    changed: datetime
    token: int


@dataclass(frozen=True, slots=True)
class Near:
    """A circle on the earth: degrees (WGS 84) and kilometres."""

    lat: float
    lon: float
    km: float


@dataclass(frozen=True, slots=True)
class Selection:
    """Which events are asked for; what is None does not matter.

    `place` is a name or a country code; `actor` the name of who acted; `since` and `until` bound the event's own time,
    `outlet` and `words` its reports. `order`: last changed first, latest in time first, or soonest over first.
    """

    frame: str | None = None
    place: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    near: Near | None = None
    standing: StandingName | None = None
    outlet: str | None = None
    words: str | None = None
    ahead: bool | None = None
    order: Literal["changed", "when", "soon"] = "changed"
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A run of words of a found text; `marked` where they are what was looked for."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that was found by its words, where they stand in it, and the events it tells of."""

    report: Filed
    parts: tuple[Part, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker or an outlet over all reports: claims given to it, and how its answers stand beside the others'."""

    name: str
    kind: str
    claims: int
    alone: int = 0
    echoed: int = 0
    contradicted: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """One change of what is known of an event, in the order of `token`; `words` tell it to a reader.

    `before` and `after` are the answers, `was` and `now` the standings, each None where there was or is none;
    `reports` brought it; `other` is the second event of a merge or split.
    """

    event: str
    kind: ChangeType
    words: str
    attribute: str | None = None
    before: Value | None = None
    after: Value | None = None
    was: StandingName | None = None
    now: StandingName | None = None
    reports: tuple[str, ...] = ()
    other: str | None = None
    token: int = 0
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How much a store holds."""

    reports: int
    claims: int
    events: int
    waiting: int
    token: int
    rules: Mapping[str, str] = field(default_factory=dict)
