"""Times of day: "3:50 p.m. (0650 GMT)", "noon", "1500 GMT", on the day told beside them or last before them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from crosswire.claims.times.calendar import weekday
from crosswire.claims.times.context import UNKNOWN, Context
from crosswire.claims.times.count import integer
from crosswire.claims.times.scan import Phrase
from crosswire.claims.times.table import TimeTable
from crosswire.model import Time

NOON = {"noon": 12, "midday": 12, "midnight": 0}


def read_clock(phrase: Phrase, context: Context, day: date | None = None) -> Time | None:
    """The minute, on `day`, else on the day last told, else on the publication's; None for what is no time of day."""
    read = _hour_minute(phrase)
    if read is None:
        return None
    hour, minute = read
    on = day or context.leaning("hour") or context.day
    if on is None:
        return UNKNOWN
    if day and phrase.word("noon") == "midnight":  # the end of the day named beside it, as newspapers have it
        near = phrase.near(-1).lower()
        if near == "after" or (near == "before" and phrase.beside(-2, "barely")):
            return _about_midnight(on, near, phrase)
        on += timedelta(days=1)
    start = _moment(on, hour, minute, phrase)
    return Time("", start, start + timedelta(minutes=1), "minute")


def _about_midnight(on: date, side: str, phrase: Phrase) -> Time:
    """The first or last hour of a day: "shortly after midnight on Monday", "just before midnight on Monday"."""
    start = _moment(on, 0 if side == "after" else 23, 0, phrase)
    return Time("", start, start + timedelta(hours=1), "hour")


def _moment(on: date, hour: int, minute: int, phrase: Phrase) -> datetime:
    local = datetime(on.year, on.month, on.day, hour, minute, tzinfo=UTC)
    if zone := phrase.word("zone"):
        return local.replace(
            tzinfo=timezone(timedelta(hours=_offset(zone, on, phrase.table) + (integer(phrase.word("shift")) or 0)))
        )
    alt = phrase.word("alt")
    told = _digits(alt) if alt else None
    if told is None:
        return local
    # The zone that makes both readings one moment, within twelve hours of +00:00.
    other = timedelta(hours=told[0] - _offset(phrase.word("altzone"), on, phrase.table), minutes=told[1])
    ahead = timedelta(hours=hour, minutes=minute) - other
    half = timedelta(hours=12)
    ahead = (ahead + half) % timedelta(days=1) - half
    return local.replace(tzinfo=timezone(ahead))


def _offset(zone: str, on: date, table: TimeTable) -> float:
    """Hours from UTC of a zone on a day."""
    if zone not in table.american:
        return table.zones[zone]
    summer = weekday("sun", date(on.year, 3, 8), 1) <= on < weekday("sun", date(on.year, 11, 1), 1)
    return table.american[zone] + summer


def _hour_minute(phrase: Phrase) -> tuple[int, int] | None:
    if noon := phrase.word("noon"):
        return NOON[noon], 0
    word = phrase.word("hour")
    digits = _digits(word)
    if digits is None:
        hour = integer(word)
        digits = (hour, 0) if hour is not None and hour < 24 else None
    if digits is None:
        return None
    words = phrase.words("ampm")
    if words:
        return _twelve(digits, words[0][0])
    if phrase.word("part"):
        return _twelve(digits, "a" if phrase.word("part") == "morning" else "p")
    bare = ":" in word and len(phrase.match[0]) == 1
    return None if bare and not phrase.beside(-1, "clock") else digits


def _twelve(read: tuple[int, int], half: str) -> tuple[int, int] | None:
    hour, minute = read
    if not 1 <= hour <= 12:
        return (hour, minute) if half == "p" and 12 < hour < 24 else None
    return hour % 12 + (12 if half == "p" else 0), minute


def _digits(word: str) -> tuple[int, int] | None:
    """Reads "15:50", "3.50", "0650"."""
    parts = word.replace(".", ":").split(":")
    if len(parts) == 1 and len(word) in (3, 4) and word.isascii() and word.isdigit():
        parts = [word[:-2], word[-2:]]
    if len(parts) < 2 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    hour, minute = int(parts[0]), int(parts[1])
    return (hour, minute) if hour < 24 and minute < 60 else None
