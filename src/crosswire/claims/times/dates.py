"""Days and months that the text names: dates in digits and words, holidays."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from crosswire.claims.times.calendar import MONTH_NAMES, WEEKDAYS, add, holiday, hours, midnight, weekday
from crosswire.claims.times.context import (
    CALLED,
    NEXT,
    PAST,
    UNKNOWN,
    Context,
    modified,
    nearest,
    of_hours,
    of_unit,
    relative_unit,
    years_around,
)
from crosswire.claims.times.count import integer, ordinal
from crosswire.claims.times.scan import Phrase
from crosswire.claims.times.years import spoken_year
from crosswire.model import Time


def read_stamp(phrase: Phrase, context: Context) -> Time | None:
    """Reads "2026-01-27", "2026-01-27T15:50+09:00", "1/27/2026" (month first unless it cannot be)."""
    word = phrase.word("stamp").upper()
    if "/" in word or "." in word[:5]:
        return _slashed(word)
    try:
        moment = datetime.fromisoformat(word)
    except ValueError:
        return None
    if len(word) == 10:
        return of_unit("day", moment.date())
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return Time("", moment, moment + timedelta(minutes=1), "minute")


def _slashed(word: str) -> Time | None:
    """Month first between slashes unless it cannot be, day first between full stops, a year of four digits anywhere."""
    first, second, year = (int(part) for part in re.split(r"[/.]", word))
    if first > 99:
        first, second, year = second, year, first
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    month, day = (second, first) if first > 12 or "." in word else (first, second)
    return of_unit("day", date(year, month, day)) if _exists(year, month, day) else None


def read_date(phrase: Phrase, context: Context) -> Time | None:
    """A day of a month, with or without its year, or several ("May 3-5")."""
    day = integer(phrase.word("day"))
    last = integer(phrase.word("until")) or day
    if day is None or last is None or last < day or phrase.near(1) == "%":
        return None
    if phrase.word("sep") == "and" and last > day + 1 and phrase.near(-1).lower() != "between":  # two days, not a range
        return None
    start = _day_meant(phrase, context, day, last)
    if start is None:
        more = phrase.word("year") or phrase.word("yrel") or phrase.word("within") or last > day
        return UNKNOWN if more or years_around(context) else CALLED
    if within := phrase.word("within"):
        return of_unit(within, start)
    if last > day:
        return Time("", midnight(start), midnight(start + timedelta(days=last - day + 1)), "day")
    return day_part(start, phrase, context)


def _day_meant(phrase: Phrase, context: Context, day: int, last: int) -> date | None:
    """The first day, in the year that the phrase, its weekday or the context tells; None for the 30th of February."""
    month, year, wd = _month(phrase), phrase.word("year") or _told_year(phrase, context), phrase.word("wd")[:3]
    years = [int(year)] if year else years_around(context)
    days = [date(y, month, day) for y in years if _exists(y, month, day) and _exists(y, month, last)]
    if year or not days:
        return days[0] if days else None
    return nearest([d for d in days if WEEKDAYS[d.weekday()] == wd] or days, context)


def _told_year(phrase: Phrase, context: Context) -> str:
    """The year of "Nov. 13 last year" in digits, '' if the phrase tells none."""
    rel = phrase.word("yrel")
    whole = relative_unit(rel, "year", context) if rel else UNKNOWN
    return str(whole.start.year) if whole.start else ""


def read_nthweek(phrase: Phrase, context: Context) -> Time | None:
    """Reads "the first week of March", "the last weekend of this month": weeks from the month's first day on."""
    name, unit = phrase.word("nth"), phrase.word("unit")
    if unit not in ("week", "weekend", "day") or phrase.word("within") not in ("", "month"):
        return None
    if phrase.words("month"):
        years = [int(phrase.word("year"))] if phrase.word("year") else years_around(context)
        start = nearest([date(year, _month(phrase), 1) for year in years], context)
    else:
        whole = relative_unit(phrase.word("rel"), "month", context)
        start = whole.start.date() if whole.start else None
    number = 0 if name in ("last", "final") else ordinal(name)
    if start is None or number is None or number > 5:
        return UNKNOWN if start is None else None
    length = 7 if unit == "week" else 1
    first = start + timedelta(days=length * (number - 1)) if number else add(start, "month", 1) - timedelta(days=length)
    if unit == "weekend":
        saturday = weekday("sat", start, 1) + timedelta(days=7 * (number - 1))
        first = saturday if number else weekday("sat", add(start, "month", 1) - timedelta(days=1), -1)
        return of_unit("weekend", first)
    return Time("", midnight(first), midnight(first + timedelta(days=length)), "week" if length == 7 else "day")


def day_part(day: date, phrase: Phrase, context: Context) -> Time:
    """The day, or the part of it that the phrase names; "the early hours of Tuesday morning" are before the morning."""
    part = phrase.word("part").removesuffix("s")
    if part == "overnight":  # "overnight into Sunday"
        return of_hours(day - timedelta(days=1), 22, 30)
    if part and not phrase.word("hours"):
        return of_hours(day, *hours(part, phrase.word("mod")))
    return modified(of_unit("day", day), phrase.word("mod"), context)


def read_monthday(phrase: Phrase, context: Context) -> Time | None:
    """Reads "on the 27th", "the 5th of this month": in the month last told, else the nearest to publication."""
    day = ordinal(phrase.word("day"))
    told = phrase.word("month") == "month"
    if day is None or not (told or (phrase.beside(-1, "monthday") and not phrase.near(1)[:1].isalpha())):
        return None
    if told:
        whole = relative_unit(phrase.word("rel"), "month", context).start
        return of_unit("day", whole.date().replace(day=day)) if whole else UNKNOWN
    around = context.leaning("day") or context.day
    if around is None:
        return UNKNOWN
    months = [add(around.replace(day=1), "month", step) for step in (-1, 0, 1)]
    days = [month.replace(day=day) for month in months if _exists(month.year, month.month, day)]
    chosen = min(days, key=lambda one: abs((one - around).days))
    return of_unit("day", chosen)


def read_month(phrase: Phrase, context: Context) -> Time | None:
    """Reads "January", "early January 2026", "last May", "July last year"."""
    if not _is_month(phrase):
        return None
    month, year, mod = _month(phrase), phrase.word("year") or spoken_year(phrase), phrase.word("mod")
    if year:
        return modified(of_unit("month", date(int(year), month, 1)), mod, context)
    if phrase.word("yrel"):
        whole = relative_unit(phrase.word("yrel"), "year", context)
        return modified(of_unit("month", date(whole.start.year, month, 1)), mod, context) if whole.start else UNKNOWN
    days = [date(y, month, 1) for y in years_around(context)]
    around = context.day or context.anchor_day
    if around is None:
        return UNKNOWN
    first = around.replace(day=1)
    rel = phrase.word("rel")
    if rel in PAST:
        chosen = max(d for d in days if d < first)
    elif rel in NEXT:
        chosen = min(d for d in days if d > first)
    elif rel:
        chosen = date(around.year, month, 1)
    else:
        chosen = nearest(days, replace(context, published=_as_moment(first, context))) or days[0]
    return modified(of_unit("month", chosen), mod, context)


def read_holiday(phrase: Phrase, context: Context) -> Time | None:
    """Reads "Christmas Day", "Thanksgiving 2012": the one nearest to publication, by tense."""
    rule = phrase.table.holidays[phrase.word("holiday")]
    if len(rule) == 10 and rule[4] == "-":
        return of_unit("day", date.fromisoformat(rule))
    if year := phrase.word("year") or _told_year(phrase, context):
        return of_unit("day", holiday(rule, int(year)))
    chosen = nearest([holiday(rule, y) for y in years_around(context)], context)
    if chosen is None:
        return UNKNOWN
    step = phrase.word("step")
    return of_unit("day", chosen + timedelta(days=1 if step == "after" else -1 if step else 0))


def _as_moment(day: date, context: Context) -> datetime | None:
    return midnight(day) if context.published else None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _month(phrase: Phrase) -> int:
    return MONTH_NAMES.index(phrase.word("month")[:3]) + 1


def _is_month(phrase: Phrase) -> bool:
    """Whether a month's name alone is one: "May", "March" and "Jan" need a word that asks for a time, "April Smith" is
    a woman."""
    if phrase.match.end() - phrase.match.start() > 1 and phrase.near(0) != ".":
        return True
    name = phrase.words("month")[0]
    if phrase.near(1)[:1].isupper():
        return phrase.beside(-1, "monthly")
    if name in ("may", "march") or len(name) < 4:
        return phrase.beside(-1, "dated") and not (name == "march" and phrase.near(1) == "on")
    return True
