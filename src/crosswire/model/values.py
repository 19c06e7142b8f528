"""What a claim can say: quantities, times, places, parties, words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from crosswire.model.reports import Span

Bound = Literal["exact", "about", "at_least", "at_most", "between", "vague"]
Granularity = Literal["minute", "hour", "day", "week", "month", "quarter", "year", "decade", "vague"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something: low and high are equal where exact; None where the text gives no number ("several")."""

    text: str
    low: float | None
    high: float | None
    bound: Bound
    unit: str
    noun: str | None = None
    type: Literal["quantity"] = "quantity"


@dataclass(frozen=True, slots=True)
class Time:
    """A moment, an interval, a length or a repetition of time; start and end are aware datetimes, half-open.

    A vague past reference has no start, a vague future one no end; a day that is only called by its name ("Tuesday", in
    a report without a date) has neither and the granularity "day". `duration` and `repeats` are ISO 8601.
    """

    text: str
    start: datetime | None
    end: datetime | None
    granularity: Granularity | None
    duration: str | None = None
    repeats: str | None = None
    type: Literal["time"] = "time"


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere: `relation` is how the text places the thing ("in", "off", "north of", "outside", ...);
    lat/lon in degrees (WGS 84) of the named place; `radius_km` how far its extent reaches from that point; `division`
    the code of the state or province of that country ("FL") that it is, or lies in."""

    text: str
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    relation: str | None = None
    kind: str | None = None
    radius_km: float | None = None
    division: str | None = None
    type: Literal["place"] = "place"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who acts: a country, body, group or person; `name` is canonical (aliases resolved)."""

    text: str
    name: str
    country: str | None
    kind: str | None = None
    type: Literal["party"] = "party"


@dataclass(frozen=True, slots=True)
class Text:
    """Words that answer a question and are no other value; `name` is their head noun for comparing.

    It is empty where the words only tell that the event happened.
    """

    text: str
    name: str
    type: Literal["text"] = "text"


Value = Quantity | Time | Place | Party | Text


@dataclass(frozen=True, slots=True)
class Recognised:
    """A value and the words it was read from."""

    span: Span
    value: Value
