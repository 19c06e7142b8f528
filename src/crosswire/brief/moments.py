"""A time -> the words a reader reads: "Tuesday 27 January 2026", "early January 2026", "2021"."""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from datetime import datetime, timedelta

from crosswire.model import Time
from crosswire.model.calendar import MONTHS, WEEKDAYS

ZONED = re.compile(r"\b(?:GMT|UTC|Z|Zulu)\b|\dZ\b")
QUARTERS = ("first quarter", "second quarter", "third quarter", "fourth quarter")
SEASON = re.compile(r"\b(?:spring|summer|autumn|fall|winter)\b", re.IGNORECASE)


def moment(time: Time) -> str:
    """A time in words; a length or a repetition, and what cannot be placed, in the words of the text."""
    if time.duration or time.repeats or (time.start is None and time.end is None):
        return time.text
    if time.start is None or time.end is None:
        return _open(time)
    part = "" if time.granularity == "day" else _part(time.start, time.end)
    if part:
        return part
    if time.granularity == "vague" or time.granularity is None:
        return f"{time.text} ({_days(time.start, time.end)})"
    if time.granularity in ("minute", "hour"):
        return _hours(time, time.start, time.end)
    season = SEASON.search(time.text) if time.granularity == "quarter" else None
    return _closed(time.start, time.end, time.granularity, season.group().lower() if season else "")


def _hours(time: Time, start: datetime, end: datetime) -> str:
    """A time of day. One without a zone in the text is the place's own, written as UTC: never printed as UTC."""
    between = time.granularity == "minute" and timedelta(minutes=1) < end - start < timedelta(days=1)
    if "overnight" in time.text.lower() and start.date() != end.date():
        return f"the night to {day(end)}"
    if end - start > timedelta(hours=1) and not between:
        return f"{day(start)} ({time.text})"
    first = f"{start:%H:%M} to " if between else ""
    last = end if between else start
    floating = not start.utcoffset() and not ZONED.search(time.text)
    return f"{day(start)}, {first}{last:%H:%M} local time" if floating else f"{day(start)}, {first}{clock(last)}"


def day(at: datetime) -> str:
    """A day with its weekday, as the zone of the value has it: "Tuesday 27 January 2026"."""
    return f"{WEEKDAYS[at.weekday()]} {_date(at)}"


def clock(at: datetime) -> str:
    """The time of day with its zone, so that no reader has to guess it: "15:50 UTC+9"."""
    return f"{at:%H:%M} {zone(at)}".strip()


def zone(at: datetime) -> str:
    """The offset from UTC in the form "UTC+9" or "UTC-3:30"; nothing for a naive time."""
    offset = at.utcoffset()
    if offset is None:
        return ""
    minutes = int(offset.total_seconds()) // 60
    if minutes == 0:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02d}" if rest else "")


def _open(time: Time) -> str:
    if time.start is not None:
        return f"{time.text} (from {_date(time.start)})"
    return f"{time.text} (before {_date(time.end)})" if time.end is not None else time.text


def _closed(start: datetime, end: datetime, granularity: str, season: str) -> str:
    last = _last(start, end)
    if season:
        return " ".join((season, " to ".join(dict.fromkeys((str(start.year), str(last.year))))))
    if granularity == "day":
        return day(start) if start.date() == last.date() else _days(start, end)
    if granularity == "week":
        return f"the week of {_date(start)}"
    return _long(start, last, granularity)


def _long(start: datetime, last: datetime, granularity: str) -> str:
    """Months, quarters, years and decades, singly or as a range."""
    if granularity == "decade":
        return f"the {start.year}s"
    if granularity == "month":
        first, final = (f"{MONTHS[at.month - 1]} {at.year}" for at in (start, last))
    elif granularity == "quarter":
        first, final = (f"{QUARTERS[(at.month - 1) // 3]} of {at.year}" for at in (start, last))
    else:
        first, final = str(start.year), str(last.year)
    return first if first == final else f"{first} to {final}"


def _part(start: datetime, end: datetime) -> str:
    """ "early January 2026", "late 2025": the thirds of a month or a year, which is how "early" and "late" are read."""
    last = _last(start, end)
    days = (last - start).days + 1
    if (start.year, start.month) == (last.year, last.month) and 9 <= days <= 12:
        length, first, name = monthrange(last.year, last.month)[1], start.day, f"{MONTHS[start.month - 1]} {start.year}"
    elif start.year == last.year and 118 <= days <= 124:
        length, first, name = 365 + isleap(start.year), start.timetuple().tm_yday, str(start.year)
    else:
        return ""
    if first == 1:
        return f"early {name}"
    if first + days - 1 == length:
        return f"late {name}"
    return f"mid {name}" if abs((first - 1) - (length - days) / 2) <= 2 else ""


def _days(start: datetime, end: datetime) -> str:
    last = _last(start, end)
    if start.date() == last.date():
        return _date(start)
    if (start.year, start.month) == (last.year, last.month):
        return f"{start.day} to {_date(last)}"
    return f"{_date(start)} to {_date(last)}"


def _last(start: datetime, end: datetime) -> datetime:
    """The last moment inside the half-open interval, for naming its last day."""
    return end - timedelta(seconds=1) if end > start else start


def _date(at: datetime) -> str:
    return f"{at.day} {MONTHS[at.month - 1]} {at.year}"
