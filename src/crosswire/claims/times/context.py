"""What a reader of one expression knows besides its words, and the ways to make a Time of what it read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from crosswire.claims.times.calendar import NAMED, Cell, add, cell, midnight, third
from crosswire.model import Granularity, Time

Tense = Literal["past", "future"]

PAST = frozenset({"last", "past", "previous", "prior", "preceding"})
NEXT = frozenset({"next", "coming", "upcoming", "forthcoming", "following"})
BACK = frozenset({"that", "same", "following", "previous", "prior", "preceding"})  # these lean on a time already told

# How much nearer a day on the other side must be to be meant all the same ("Feb. 23" under a future verb on March 6):
# the verb's tense is not always the time's ("was extended to Nov. 16").
AGAINST: dict[Tense | None, tuple[float, float]] = {"past": (1, 8), "future": (8, 1), None: (1, 1.5)}
UNKNOWN = Time("", None, None, "vague")  # relative to a publication that has no date: nothing is invented
CALLED = Time("", None, None, "day")  # a day by its name, of a report without a date: another report may tell its date


@dataclass(frozen=True, slots=True)
class Context:
    """When the report was published, the last calendar time read before this expression, the last one that is a day or
    a part of one, and the verb's tense."""

    published: datetime | None
    anchor: Time | None = None
    told_day: Time | None = None
    tense: Tense | None = None

    @property
    def day(self) -> date | None:
        """The publication's day, by its own clock."""
        return self.published.date() if self.published else None

    @property
    def anchor_day(self) -> date | None:
        """The first day of the anchor."""
        return self.anchor.start.date() if self.anchor and self.anchor.start else None

    def leaning(self, unit: str) -> date | None:
        """The day that "the following ..." counts from: told as exactly as the unit ("the next day" not of 1989)."""
        if unit in ("day", "week", "weekend", "fortnight", "hour", "minute", "second"):
            return self.told_day.start.date() if self.told_day and self.told_day.start else None
        if self.anchor and self.anchor.granularity in ("year", "decade") and unit in ("month", "quarter"):
            return None
        return self.anchor_day

    def after(self, time: Time) -> Context:
        """The context of what comes after this time in the text."""
        if time.start is None or time.end is None or time.granularity == "vague":
            return self
        if time.granularity in ("day", "hour", "minute"):
            return replace(self, anchor=time, told_day=time)
        return replace(self, anchor=time)


def of_cell(whole: Cell, granularity: Granularity | None = None) -> Time:
    """The Time of a calendar interval."""
    return Time("", whole.start, whole.end, granularity or NAMED[whole.unit])


def of_unit(unit: str, day: date) -> Time:
    """The Time of the unit that holds a day."""
    return of_cell(cell(unit, day))


def of_hours(day: date, first: float, last: float) -> Time:
    """Some hours of a day; hours above 24 are the next day's."""
    start = midnight(day)
    return Time("", start + timedelta(hours=first), start + timedelta(hours=last), "hour")


def modified(time: Time, mod: str, context: Context) -> Time:
    """The part of a time that "early", "the end of" or "later" leaves of it."""
    if not mod or time.start is None or time.end is None or time.granularity in ("vague", "minute"):
        return time
    now = aware(context.published)
    within = now is not None and time.start <= now < time.end
    if mod in ("earlier", "later", "rest", "remainder"):
        if time.granularity == "day" or now is None or not within:
            return time
        return Time("", time.start, now, "vague") if mod == "earlier" else Time("", now, time.end, "vague")
    start, end = third(Cell(time.start, time.end, "day"), mod)
    return Time("", start, end, "hour" if time.granularity == "day" else "vague")


def aware(moment: datetime | None) -> datetime | None:
    """The moment with a zone: +00:00 where it has none."""
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment


def nearest(days: list[date], context: Context) -> date | None:
    """The nearest candidate, those on the other side than the verb's tense being further away.

    Without a publication date the one nearest to the anchor; None if there is none either.
    """
    around = context.day or context.anchor_day
    if around is None or not days:
        return None
    past, future = AGAINST[context.tense]
    return min(days, key=lambda day: (around - day).days * past if day <= around else (day - around).days * future)


def nearest_cell(cells: list[Cell], around: date, context: Context) -> Cell:
    """The interval nearest to a day, by tense as `nearest` does; one that holds the day is at no distance."""
    now = midnight(around)
    past, future = AGAINST[context.tense]

    def distance(one: Cell) -> float:
        return (now - one.end).days * past if one.end <= now else max(0, (one.start - now).days) * future

    return min(cells, key=distance)


def relative_unit(rel: str, unit: str, context: Context) -> Time:
    """The unit before, at or after the publication, or after a time already told ("the following year")."""
    base = context.leaning(unit) if rel in BACK else context.day
    if base is None:
        return UNKNOWN
    step = -1 if rel in PAST else 1 if rel in NEXT else 0
    return of_cell(cell(unit, add(base, unit, step)))


def years_around(context: Context) -> list[int]:
    """The year of publication, else of the anchor, and its neighbours."""
    around = context.day or context.anchor_day
    return [y for y in (around.year - 1, around.year, around.year + 1) if 1 <= y <= 9998] if around else []
