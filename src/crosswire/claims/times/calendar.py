"""Calendar arithmetic: which interval a unit of time is, and how to move by units.

A day that the text names without a zone floats: it stands at +00:00, so that "Tuesday" is the same interval in
every report. All functions raise ValueError or OverflowError outside the years 1 to 9999.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from crosswire.model import Granularity
from crosswire.model.calendar import MONTHS as MONTH_LIST
from crosswire.model.calendar import WEEKDAYS as DAY_LIST

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
SECONDS = {"second": 1, "minute": 60, "hour": 3600}
NAMED: dict[str, Granularity] = {
    "second": "minute", "minute": "minute", "hour": "hour", "day": "day", "weekend": "day", "week": "week",
    "fortnight": "week", "month": "month", "quarter": "quarter", "half": "quarter", "season": "quarter", "year": "year",
    "decade": "decade", "century": "decade", "millennium": "decade",
}  # fmt: skip
MONTH_NAMES = tuple(month[:3].lower() for month in MONTH_LIST)
WEEKDAYS = tuple(day[:3].lower() for day in DAY_LIST)
SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
EDGES = frozenset({"beginning", "start", "turn", "end", "close"})
PARTS = {
    "dawn": (5, 7),
    "daybreak": (5, 7),
    "morning": (6, 12),
    "afternoon": (12, 18),
    "dusk": (18, 20),
    "evening": (18, 21),
    "night": (18, 30),
}
EARLY_MORNING = (0, 9)  # half past one is early in the morning


def hours(part: str, mod: str) -> tuple[int, int]:
    """From and to which hour of its day "morning", or "early morning", reaches; above 24 is the next day's."""
    return EARLY_MORNING if part == "morning" and mod == "early" else PARTS[part]


@dataclass(frozen=True, slots=True)
class Cell:
    """One interval of the calendar, [start, end), and the unit it is one of."""

    start: datetime
    end: datetime
    unit: str


def midnight(day: date) -> datetime:
    """The beginning of a day, floating."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def cell(unit: str, day: date) -> Cell:
    """The interval of a unit, a day or longer, that holds this day; weeks begin on Monday."""
    if unit in DAYS:
        first = day if unit == "day" else day - timedelta(days=day.weekday())
        if unit == "weekend":
            return Cell(midnight(first + timedelta(days=5)), midnight(first + timedelta(days=7)), unit)
        return Cell(midnight(first), midnight(first + timedelta(days=DAYS[unit])), unit)
    months = MONTHS[unit]
    if months > 12:
        years = months // 12
        begin = day.year // years * years
        if unit == "century":  # the 20th century is spoken of as the 1900s
            begin = day.year // 100 * 100
        return Cell(midnight(date(max(begin, 1), 1, 1)), midnight(date(begin + years, 1, 1)), unit)
    start = date(day.year, (day.month - 1) // months * months + 1, 1)
    return Cell(midnight(start), midnight(add(start, unit, 1)), unit)


def add(day: date, unit: str, count: float) -> date:
    """The day moved by a number of units; the 31st becomes the last day of a shorter month."""
    if unit in DAYS:
        return day + timedelta(days=round(DAYS[unit] * count))
    total = day.year * 12 + day.month - 1 + round(MONTHS[unit] * count)
    year, month = divmod(total, 12)
    return date(year, month + 1, min(day.day, _month_length(year, month + 1)))


def season(name: str, year: int) -> Cell:
    """A season by the month it begins in, northern; winter carries the year it begins in."""
    first = date(year, SEASONS[name], 1)
    return Cell(midnight(first), midnight(add(first, "quarter", 1)), "season")


def weekday(name: str, day: date, step: int) -> date:
    """The nearest day of that name not after (`step` -1) or not before (1) the given day; the day itself counts."""
    away = (WEEKDAYS.index(name[:3]) - day.weekday()) % 7
    return day + timedelta(days=away if step > 0 or away == 0 else away - 7)


def holiday(rule: str, year: int) -> date:
    """The day of a holiday in a year: "12-25", "11 thu 4" (fourth Thursday of November), "11 mon 1 +1" (the day after
    the first Monday) or "easter-2"."""
    if rule.startswith("easter"):
        return _easter(year) + timedelta(days=int(rule[6:]))
    if " " not in rule:
        month, day = rule.split("-")
        return date(year, int(month), int(day))
    name_month, name, count, *later = rule.split()
    month_start = date(year, int(name_month), 1)
    if int(count) < 0:
        return weekday(name, add(month_start, "month", 1) - timedelta(days=1), -1)
    offset = 7 * (int(count) - 1) + int(later[0] if later else 0)
    return weekday(name, month_start, 1) + timedelta(days=offset)


def third(whole: Cell, mod: str) -> tuple[datetime, datetime]:
    """The part of an interval that "early", "mid" or "late" name, its thirds; its start and its end are sixths."""
    length = (whole.end - whole.start) / (6 if mod in EDGES else 3)
    if mod in ("early", "beginning", "start", "turn"):
        return whole.start, _rounded(whole.start + length, whole)
    if mod in ("mid", "middle"):
        return _rounded(whole.start + length, whole), _rounded(whole.end - length, whole)
    return _rounded(whole.end - length, whole), whole.end


def _rounded(moment: datetime, whole: Cell) -> datetime:
    """The midnight nearest to a moment, if the interval is longer than a day."""
    if whole.end - whole.start <= timedelta(days=1):
        return moment
    return midnight((moment + timedelta(hours=12)).date())


def _month_length(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day


def _easter(year: int) -> date:
    """Western Easter Sunday by the anonymous Gregorian computus."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    sunday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    away = moon - sunday
    month = 3 + (away + 40) // 44
    return date(year, month, away + 28 - 31 * (month // 4))
