"""Quarters, halves and seasons of a year."""

from __future__ import annotations

from datetime import date

from crosswire.claims.times.calendar import Cell, cell, midnight, season
from crosswire.claims.times.context import (
    NEXT,
    PAST,
    UNKNOWN,
    Context,
    modified,
    nearest_cell,
    of_cell,
    of_unit,
    relative_unit,
    years_around,
)
from crosswire.claims.times.count import ordinal
from crosswire.claims.times.scan import Phrase
from crosswire.claims.times.years import spoken_year
from crosswire.model import Time


def read_quarter(phrase: Phrase, context: Context) -> Time | None:
    """Reads "the third quarter", "the fiscal first quarter of 2013", "last year's fourth quarter"."""
    number = 4 if phrase.word("nth") == "final" else ordinal(phrase.word("nth"))
    named = phrase.word("year") or phrase.word("rel")
    if number is None or not 1 <= number <= 4 or (phrase.word("nth") == "final" and not named):
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
    # "expects to report a third-quarter loss" in October: the quarter that has just ended, for all the verb's future
    cells = [cell("quarter", date(y, month, 1)) for y in years_around(context)]
    return of_cell(nearest_cell(cells, around, context))


def read_fraction(phrase: Phrase, context: Context) -> Time | None:
    """Reads "Q3 2025", "H1"."""
    name, year = phrase.word("fraction"), phrase.word("year")
    unit, size = ("quarter", 3) if name[0] == "q" else ("half", 6)
    month = size * (int(name[1]) - 1) + 1
    if month > 12 or not (year or context.day):
        return UNKNOWN if month <= 12 else None
    if year or context.day is None:
        return of_unit(unit, date(int(year), month, 1))
    cells = [cell(unit, date(y, month, 1)) for y in years_around(context)]
    return of_cell(nearest_cell(cells, context.day, context))


def read_half(phrase: Phrase, context: Context) -> Time | None:
    """Reads "the first half of 2013", "the second half of the year"."""
    number = 2 if phrase.word("nth") == "last" else ordinal(phrase.word("nth"))
    if number not in (1, 2):
        return None
    if year := phrase.word("year"):
        return of_unit("half", date(int(year), 6 * number - 5, 1))
    whole = relative_unit(phrase.word("rel") or "this", "year", context)
    return of_unit("half", date(whole.start.year, 6 * number - 5, 1)) if whole.start else UNKNOWN


def read_season(phrase: Phrase, context: Context) -> Time | None:
    """Reads "last fall", "the summer of 2012", "this winter"; "spring" and "fall" alone may be verbs."""
    name, rel, year = phrase.word("season"), phrase.word("rel"), phrase.word("year") or spoken_year(phrase)
    if not (rel or year or phrase.word("yrel")) and not _is_season(phrase, name):
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


def _is_season(phrase: Phrase, name: str) -> bool:
    """Whether a season's name alone is one: not in "the Winter Olympics", nor in "prices fall"."""
    if phrase.near(1)[:1].isupper():
        return False
    return name not in ("spring", "fall") or bool(phrase.word("mod")) or phrase.beside(-1, "seasonal")


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
