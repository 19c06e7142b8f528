"""A Time in a few words for a reader."""

from __future__ import annotations

from datetime import datetime, timedelta

from crosswire.model import Time
from crosswire.model.calendar import MONTHS, WEEKDAYS


def describe(time: Time) -> str:
    """Reads "Tuesday 27 January 2026", "early January 2026", "2021", "from 28 January 2026 on"; else the text."""
    start, end = time.start, time.end
    if start is None and end is None:
        return time.text
    if start is None or end is None:
        known = start or end
        return f"{'after' if start else 'before'} {_day(known)}" if known else time.text
    if time.granularity in ("minute", "hour"):
        return _clock(time, start, end)
    if time.granularity == "vague":
        return _vague(start, end)
    if start.date() == (end - timedelta(microseconds=1)).date():
        return f"{WEEKDAYS[start.weekday()]} {_day(start)}"
    return _calendar(time, start, end) or _between(start, end)


def _calendar(time: Time, start: datetime, end: datetime) -> str:
    """Weeks, months, quarters, years and decades by their names; '' for another interval."""
    months = (end.year - start.year) * 12 + end.month - start.month
    if (start.day, end.day) != (1, 1):
        return f"the week of {_day(start)}" if end - start == timedelta(days=7) else ""
    if months == 1:
        return f"{MONTHS[start.month - 1]} {start.year}"
    if time.granularity == "quarter" and months == 3 and start.month in (1, 4, 7, 10):
        return f"the {('first', 'second', 'third', 'fourth')[start.month // 3]} quarter of {start.year}"
    if start.month != 1 or months % 12:
        return ""
    if months == 120 and start.year % 10 == 0:
        return f"the {start.year}s"
    return str(start.year) if months == 12 else f"{start.year} to {end.year - 1}"


def _between(start: datetime, end: datetime) -> str:
    last = end - timedelta(microseconds=1)
    if start.date() == last.date():
        return _day(start)
    if (start.year, start.month) == (last.year, last.month):
        return f"{start.day} to {_day(last)}"
    return f"{_day(start)} to {_day(last)}"


def _vague(start: datetime, end: datetime) -> str:
    month = f"{MONTHS[start.month - 1]} {start.year}"
    last, length = end - timedelta(days=1), (end - start).days
    if (start.hour, end.hour) == (0, 0) and (last.month, last.year) == (start.month, start.year) and 4 <= length <= 12:
        opens, closes = start.day == 1, end.day == 1
        if opens or closes or length >= 9:
            word = "early" if opens else "late" if closes else "mid"
            return f"{word} {month}" if length > 6 else f"the {'start' if opens else 'end'} of {month}"
    if (
        (start.day, end.day) == (1, 1)
        and (end.year - start.year) * 12 + end.month - start.month == 4
        and start.month % 4 == 1
    ):
        return f"{('early', 'mid', 'late')[start.month // 4]} {start.year}"
    return _between(start, end)


def _clock(time: Time, start: datetime, end: datetime) -> str:
    zone = start.strftime("%z")
    shown = "" if zone in ("", "+0000") else f" ({zone[:3]}:{zone[3:]})"
    if end - start <= timedelta(minutes=1):
        return f"{start:%H:%M}{shown} on {WEEKDAYS[start.weekday()]} {_day(start)}"
    return f"{start:%H:%M} to {end:%H:%M}{shown} on {WEEKDAYS[start.weekday()]} {_day(start)}"


def _day(moment: datetime) -> str:
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"
