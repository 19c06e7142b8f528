"""Who wants to be told what: areas, watches, alerts, deliveries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from crosswire.model.knowledge import StandingName

Reach = Literal["land", "territorial", "zone"]
Relation = Literal["inside", "near", "outside", "unknown"]
NewsKind = Literal["new", "up", "down", "disputed", "value", "withdrawn", "ahead"]
Way = Literal["log", "webhook", "mail"]
DeliveryState = Literal["waiting", "sent", "failed"]

ALL_NEWS: tuple[NewsKind, ...] = ("new", "up", "down", "disputed", "value", "withdrawn", "ahead")


@dataclass(frozen=True, slots=True)
class Area:
    """Where a watch looks: a shape and how far around it, or a country with its waters.

    `geometry` is GeoJSON text in degrees (WGS 84); `within_km` widens it (a circle is a point so widened, a route a
    line); events up to `near_km` outside count as near. `note` says what about it is only approximate.
    """

    name: str
    geometry: str | None = None
    within_km: float = 0.0
    near_km: float = 0.0
    country: str | None = None
    reach: Reach = "land"
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """How an event lies to an area, with the distance in km where it is outside, and why it is judged so.

    `share` is how much of the place told lies in or near the area, where the relation is unknown for that reason.
    """

    relation: Relation
    km: float | None
    why: str
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours of the day (minutes after midnight in `zone`) in which nothing is sent; what is due waits for their end."""

    start: int
    end: int
    zone: str


@dataclass(frozen=True, slots=True)
class Destination:
    """One way out of a watch: where to, and the names of the secret and of the template it is sent with."""

    way: Way
    to: str = ""
    secret: str | None = None
    template: str | None = None


@dataclass(frozen=True, slots=True)
class Watch:
    """A standing question of a user. Empty sets ask for anything; all that is set must hold.

    `severity` is the least value of an attribute (magnitude 6); `bounds` how much a value must change to be news. What
    was over longer ago than `recent` is no news; a coming event is told once more from `ahead` before it on. An event
    whose place is told only roughly counts where at least `least_chance` of that place lies in the area.
    """

    id: str
    name: str
    frames: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    area: Area | None = None
    least_standing: StandingName = "corroborated"
    least_origins: int = 2
    severity: Mapping[str, float] = field(default_factory=dict)
    bounds: Mapping[str, float] = field(default_factory=dict)
    news: frozenset[NewsKind] = frozenset(ALL_NEWS)
    quiet: Quiet | None = None
    ahead: timedelta = timedelta(days=1)
    recent: timedelta = timedelta(days=30)
    to: tuple[Destination, ...] = (Destination("log"),)
    paused: bool = False
    least_chance: float = 0.1


@dataclass(frozen=True, slots=True)
class Told:
    """What a watch was last told of an event: the values and standings by attribute, for telling what is news since."""

    watch: str
    event: str
    number: int
    standings: Mapping[str, StandingName]
    values: Mapping[str, str]
    numbers: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    alert: str | None = None
    ahead_told: bool = False
    token: int = 0  # of the last change that was looked at for it
    relation: Relation | None = None  # how it was told to lie to the area


@dataclass(frozen=True, slots=True)
class Pending:
    """A watch that is to look at an event again at a later time: after quiet hours, or before a coming event."""

    watch: str
    event: str
    due: datetime


@dataclass(frozen=True, slots=True)
class Alert:
    """The message that answers a watch: what is news, and all that its bodies are made of. Its id is content-made.

    `number` counts the alerts of one watch about one event; `replaces` is the one before it.
    """

    id: str
    watch: str
    event: str
    number: int
    news: tuple[tuple[NewsKind, str], ...]
    at: datetime
    message: str
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """One alert on one way out. Its `key` goes with every attempt, so that a receiver can tell it got it before."""

    key: str
    alert: str
    destination: Destination
    due: datetime
    state: DeliveryState = "waiting"
    attempts: int = 0
    trouble: str | None = None
    sent: datetime | None = None


@dataclass(frozen=True, slots=True)
class Filing:
    """The outcome of one look at what changed, to be written at once: up to which change, and all that follows."""

    token: int
    alerts: tuple[Alert, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    told: tuple[Told, ...] = ()
    pending: tuple[Pending, ...] = ()
    looked: tuple[Pending, ...] = ()  # what was pending and has now been looked at
    moved: tuple[tuple[str, str], ...] = ()  # events that became one with another: old id, new id


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether to tell, what is news, how the event lies to the area, why, and what the watch then was told."""

    tell: bool
    news: tuple[tuple[NewsKind, str], ...]
    where: Whereabouts | None
    reasons: tuple[str, ...]
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one watch makes of one event."""

    watch: Watch
    event: str
    title: str
    decision: Decision
    alert: Alert | None = None
