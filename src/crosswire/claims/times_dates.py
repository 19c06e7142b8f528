"""Dates that the text names: days, months, quarters, seasons, years, decades, centuries, holidays."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from crosswire.claims.times_calendar import MONTH_NAMES, PARTS, WEEKDAYS, Cell, add, cell, holiday, midnight, season
from crosswire.claims.times_context import UNKNOWN, Context, modified, nearest, of_cell, of_hours, of_unit
from crosswire.claims.times_count import amount, integer, ordinal
from crosswire.claims.times_scan import Phrase
from crosswire.model import Time

PAST = frozenset({"last", "past", "previous", "prior", "preceding"})
NEXT = frozenset({"next", "coming", "upcoming", "forthcoming", "following"})
BACK = frozenset({"that", "same", "following", "previous", "prior", "preceding"})  # these lean on a time already told
DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90}  # fmt: skip
YEAR_AFTER = frozenset({"in", "since", "by", "from", "of", "until", "till", "to", "through", "for", "during", "before", "after", "and", "or",
                        "the", "than", "late", "early", "mid", "around", "between", "year", "fiscal", "with", "as", "on", "at"})  # fmt: skip


def read_stamp(phrase: Phrase, context: Context) -> Time | None:
    """ "2026-01-27", "2026-01-27T15:50+09:00", "1/27/2026" (month first unless it cannot be)."""
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
    """Month first between slashes unless it cannot be, day first between full stops, year first if it has four digits."""
    first, second, year = (int(part) for part in re.split(r"[/.]", word))
    if first > 99:
        first, second, year = second, year, first
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    month, day = (second, first) if first > 12 or "." in word else (first, second)
    return of_unit("day", date(year, month, day)) if _exists(year, month, day) else None


def read_date(phrase: Phrase, context: Context) -> Time | None:
    """A day of a month, with or without its year, or several ("May 3-5")."""
    month, day = _month(phrase), integer(phrase.word("day"))
    last = integer(phrase.word("until")) or day
    if day is None or last is None or last < day or phrase.near(1) == "%":
        return None
    year = phrase.word("year")
    years = [int(year)] if year else _years_around(context)
    if phrase.word("sep") == "and" and last > day + 1 and phrase.near(-1).lower() != "between":  # two days, not a range
        return None
    days = [date(y, month, day) for y in years if _exists(y, month, day) and _exists(y, month, last)]
    if not days:
        return UNKNOWN if _exists(2000, month, day) and not year else None
    wd = phrase.word("wd")[:3]
    fitting = [d for d in days if not wd or WEEKDAYS[d.weekday()] == wd]
    start = days[0] if year else nearest(fitting or days, context)
    if start is None:
        return UNKNOWN
    if within := phrase.word("within"):
        return of_unit(within, start)
    if last == day:
        return day_part(start, phrase, context)
    return Time("", midnight(start), midnight(start + timedelta(days=last - day + 1)), "day")


def day_part(day: date, phrase: Phrase, context: Context) -> Time:
    """The day, or its morning, afternoon, evening or night if the phrase names one; "early hours" are before the morning."""
    part = phrase.word("part").removesuffix("s")
    if part and not phrase.word("hours"):
        return of_hours(day, *PARTS[part])
    return modified(of_unit("day", day), phrase.word("mod"), context)


def read_monthday(phrase: Phrase, context: Context) -> Time | None:
    """ "on the 27th", "the 5th of this month": in the month last told, else the nearest to publication."""
    day = ordinal(phrase.word("day"))
    told = phrase.word("month") == "month"
    if day is None or not (
        told or (phrase.near(-1).lower() in ("on", "until", "by") and not phrase.near(1)[:1].isalpha())
    ):
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


def read_fraction(phrase: Phrase, context: Context) -> Time | None:
    """ "Q3 2025", "H1"."""
    name, year = phrase.word("fraction"), phrase.word("year")
    unit, size = ("quarter", 3) if name[0] == "q" else ("half", 6)
    month = size * (int(name[1]) - 1) + 1
    if month > 12 or not (year or context.day):
        return UNKNOWN if month <= 12 else None
    return of_unit(unit, date(int(year) if year else (context.day or date.min).year, month, 1))


def read_month(phrase: Phrase, context: Context) -> Time | None:
    """ "January", "early January 2026", "last May", "July last year"."""
    if not _is_month(phrase):
        return None
    month, year, mod = _month(phrase), phrase.word("year") or spoken_year(phrase), phrase.word("mod")
    if year:
        return modified(of_unit("month", date(int(year), month, 1)), mod, context)
    if phrase.word("yrel"):
        whole = relative_unit(phrase.word("yrel"), "year", context)
        return modified(of_unit("month", date(whole.start.year, month, 1)), mod, context) if whole.start else UNKNOWN
    days = [date(y, month, 1) for y in _years_around(context)]
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


def read_year(phrase: Phrase, context: Context, unless: frozenset[str]) -> Time | None:
    """ "2021", "early 2013", "fiscal 1989"; not behind words like "Section"."""
    if not _is_year(phrase, unless):
        return None
    return modified(of_unit("year", date(int(phrase.word("year")), 1, 1)), phrase.word("mod"), context)


def read_years(phrase: Phrase, context: Context) -> Time | None:
    """ "2019-2021", "1989-90"."""
    first, last = int(phrase.word("year")), int(phrase.word("until"))
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + 200:
        return None
    return Time("", midnight(date(first, 1, 1)), midnight(date(last + 1, 1, 1)), "year")


def read_spelled(phrase: Phrase, context: Context) -> Time | None:
    """ "nineteen ninety-seven": years only, from 1700 to 2099."""
    year = spoken_year(phrase)
    return of_unit("year", date(int(year), 1, 1)) if year else None


def spoken_year(phrase: Phrase) -> str:
    """The year that number words say, as digits; '' if they say none."""
    words = [word for word in phrase.words("spoken") if word not in ("-", "and")]
    if "thousand" in words or "hundred" in words:
        year = amount(words)
        return str(int(year)) if year and 1000 <= year < 2200 else ""
    values = [integer(word) or 0 for word in words]
    if not values or values[0] not in (17, 18, 19, 20):
        return ""
    return str(values[0] * 100 + sum(values[1:])) if 10 <= sum(values[1:]) <= 99 else ""


def read_decade(phrase: Phrase, context: Context) -> Time | None:
    """ "the 1990s", "the early '80s", "the nineties"."""
    word = phrase.word("decade").strip("'s")
    if word.isdigit():
        year = int(word) if len(word) == 4 else 1900 + int(word) if int(word) > 20 else 2000 + int(word)
    elif phrase.near(-1).lower() in ("his", "her", "their", "my"):  # "in her thirties"
        return None
    else:
        year = 1900 + DECADES[phrase.word("decade")]
    return modified(of_unit("decade", date(year, 1, 1)), phrase.word("mod"), context)


def read_century(phrase: Phrase, context: Context) -> Time | None:
    """ "the 19th century", as the years 1801 to 1900 are commonly cut: 1800 to 1899."""
    number = ordinal(phrase.word("nth"))
    if number is None or not 2 <= number <= 30 or phrase.words("nth") == [] or phrase.match[0][-1:] == "":
        return None
    return modified(of_unit("century", date((number - 1) * 100, 1, 1)), phrase.word("mod"), context)


def read_quarter(phrase: Phrase, context: Context) -> Time | None:
    """ "the third quarter", "the fiscal first quarter of 2013", "last year's fourth quarter"."""
    number = ordinal(phrase.word("nth"))
    if number is None or not 1 <= number <= 4:
        return None
    month = 3 * number - 2
    if phrase.word("year"):
        return of_unit("quarter", date(int(phrase.word("year")), month, 1))
    if rel := phrase.word("rel"):
        whole = relative_unit(rel, "year", context)
        return of_unit("quarter", date(whole.start.year, month, 1)) if whole.start else UNKNOWN
    around = context.day or context.anchor_day
    if around is None:
        return UNKNOWN
    quarters = [date(y, month, 1) for y in (around.year - 1, around.year, around.year + 1)]
    begun = max(d for d in quarters if d <= around)
    # "expects to report a third-quarter loss" in October: the quarter that has just ended, for all the verb's future
    stale = (around - add(begun, "quarter", 1)).days > 150
    return of_unit("quarter", add(begun, "year", 1) if context.tense == "future" and stale else begun)


def read_half(phrase: Phrase, context: Context) -> Time | None:
    """ "the first half of 2013", "the second half of the year"."""
    number = 2 if phrase.word("nth") == "last" else ordinal(phrase.word("nth"))
    if number not in (1, 2):
        return None
    if year := phrase.word("year"):
        return of_unit("half", date(int(year), 6 * number - 5, 1))
    whole = relative_unit(phrase.word("rel") or "this", "year", context)
    return of_unit("half", date(whole.start.year, 6 * number - 5, 1)) if whole.start else UNKNOWN


def read_season(phrase: Phrase, context: Context) -> Time | None:
    """ "last fall", "the summer of 2012", "this winter"; "spring" and "fall" alone are verbs as well as seasons."""
    name, rel, year = phrase.word("season"), phrase.word("rel"), phrase.word("year") or spoken_year(phrase)
    bare = not (rel or year or phrase.word("yrel"))
    if (
        bare
        and name in ("spring", "fall")
        and phrase.near(-1).lower() not in ("in", "of", "since", "until", "by")
        and not phrase.word("mod")
    ):
        return None
    if bare and phrase.near(1)[:1].isupper():  # "the Winter Olympics"
        return None
    if year:
        return modified(of_cell(season(name, int(year))), phrase.word("mod"), context)
    around = context.day
    if around is None:
        return UNKNOWN
    if yrel := phrase.word("yrel"):
        whole = relative_unit(yrel, "year", context)
        return of_cell(season(name, whole.start.year)) if whole.start else UNKNOWN
    return modified(of_cell(_near_season(name, rel, context, around)), phrase.word("mod"), context)


def _near_season(name: str, rel: str, context: Context, around: date) -> Cell:
    now = midnight(around)
    cells = [season(name, year) for year in range(around.year - 2, around.year + 3)]
    if rel in PAST or (not rel and context.tense != "future"):
        return [c for c in cells if c.end <= now or (not rel and c.start <= now)][-1]
    if rel in NEXT:
        return next(c for c in cells if c.start > now)
    if rel and context.tense == "past":
        return [c for c in cells if c.start <= now][-1]
    return next(c for c in cells if c.end > now)


def read_holiday(phrase: Phrase, context: Context, holidays: Mapping[str, str]) -> Time | None:
    """ "Christmas Day", "Thanksgiving 2012": the one nearest to publication, by tense."""
    rule = holidays[phrase.word("holiday")]
    if len(rule) == 10 and rule[4] == "-":
        return of_unit("day", date.fromisoformat(rule))
    if year := phrase.word("year"):
        return of_unit("day", holiday(rule, int(year)))
    chosen = nearest([holiday(rule, y) for y in _years_around(context)], context)
    if chosen is None:
        return UNKNOWN
    step = phrase.word("step")
    return of_unit("day", chosen + timedelta(days=1 if step == "after" else -1 if step else 0))


def relative_unit(rel: str, unit: str, context: Context) -> Time:
    """The unit before, at or after the publication, or after a time already told ("the following year")."""
    base = context.leaning(unit) if rel in BACK else context.day
    if base is None:
        return UNKNOWN
    step = -1 if rel in PAST else 1 if rel in NEXT else 0
    return of_cell(cell(unit, add(base, unit, step)))


def _years_around(context: Context) -> list[int]:
    around = context.day or context.anchor_day
    return [y for y in (around.year - 1, around.year, around.year + 1) if 1 <= y <= 9998] if around else []


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
    """Whether a month's name alone is one: "May" and "March" need a word that asks for a time, "Jan" more than its name;
    "April Smith" is a woman."""
    if phrase.match.end() - phrase.match.start() > 1 and phrase.near(0) != ".":
        return True
    name, asked = phrase.words("month")[0], phrase.near(-1).lower() in YEAR_AFTER
    if name in ("may", "march") or len(name) < 4 or phrase.near(1)[:1].isupper():
        return asked
    return True


def _is_year(phrase: Phrase, unless: frozenset[str]) -> bool:
    """Whether four digits are a year, not a count ("1500 people") or part of a name ("Boeing 1990-X")."""
    year, after = int(phrase.word("year")), phrase.near(1)
    before = phrase.near(-2 if phrase.near(-1) == "." else -1).lower()
    if phrase.word("mod"):
        return True
    if before in unless or after in ("%", ":"):
        return False
    if year % 100 == 0 or not 1700 <= year <= 2100:
        return before in YEAR_AFTER and not after.islower()
    return True
