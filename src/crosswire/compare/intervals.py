"""Times compared as intervals."""

from __future__ import annotations

import re
from datetime import timedelta

from crosswire.compare.agreement import Agreement
from crosswire.model import Time

NEAR_HOURS = timedelta(hours=2)
# "Thursday morning" is said of half past one as well: how long a part of a day is at least, and how far it may reach.
DAY_PART, DAY_PART_REACHES = timedelta(hours=3), timedelta(hours=5)
# How far from its own words a clock time is meant: 1:14 p.m. is told as "around 1 p.m.", 10:17 as 10:15.
ON_THE_HOUR, TO_FIVE_MINUTES = timedelta(minutes=20), timedelta(minutes=3)
CLOCK = re.compile(r"\d[:.h](?P<minutes>\d\d)(?!\d)")
HOUR = re.compile(r"\b(?:\d{1,2} ?[ap]\.?m\b|noon\b|midday\b|midnight\b|\w+ o'clock)", re.IGNORECASE)
LENGTH = re.compile(
    r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?"
)


ZONE = re.compile(r"\b(?:GMT|UTC|[A-Z]{1,3}[SD]T|CET|CEST)\b")
DAY_OF_WEEK = re.compile(r"\b(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE)
MONTH = r"(?P<{0}>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
DAY_OF_MONTH = (
    re.compile(rf"\b{MONTH.format('month')} (?P<day>\d{{1,2}})(?!\d)", re.IGNORECASE),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {MONTH.format('month')}", re.IGNORECASE),
)


def called(words: str) -> frozenset[str]:
    """What a day is called: "tue" for "Tuesday afternoon", "mar 15" for "the 15th of March"; the day of the month where
    both are told."""
    for form in DAY_OF_MONTH:
        if found := form.search(words):
            return frozenset((f"{found['month'].lower()} {int(found['day'])}",))
    return frozenset(found[1].lower()[:3] for found in DAY_OF_WEEK.finditer(words))


def times(a: Time, b: Time) -> Agreement:
    """Intervals agree where they overlap: a day lies in its month. Papers differ by a day across time zones."""
    if a.duration or b.duration or a.repeats or b.repeats:
        same = (_length(a.duration), a.repeats) == (_length(b.duration), b.repeats)
        return Agreement("same", "the same length of time") if same else Agreement("apart", "lengths of time differ")
    if a.granularity == b.granularity == "day" and a.start is b.start is a.end is b.end is None:
        return _by_name(called(a.text), called(b.text))
    if None in (a.start, a.end, b.start, b.end) or "vague" in (a.granularity, b.granularity):
        return Agreement("apart", "one of them names no definite time")
    assert a.start and a.end and b.start and b.end  # noqa: S101 - the line above has seen to it
    if (a.start, a.end) == (b.start, b.end):
        return Agreement("same", "the same time")
    if (a.start < b.end and b.start < a.end) or _by_local_clocks(a, b):
        return Agreement("compatible", "one lies within the other")
    return _beside(a, b, max(a.start, b.start) - min(a.end, b.end), max(a.end - a.start, b.end - b.start))


def _by_local_clocks(a: Time, b: Time) -> bool:
    """Whether two times are one where only one tells how far its clocks are from UTC: "7:30 p.m. local time (1130 GMT)"
    is in "Saturday evening" of the same place."""
    zones = [t.start.utcoffset() for t in (a, b) if t.start is not None]
    plain = next((t for t in (a, b) if t.start is not None and not t.start.utcoffset()), None)
    if len(set(zones)) < 2 or plain is None or ZONE.search(plain.text) or None in (a.start, a.end, b.start, b.end):
        return False
    (first, last), (start, end) = ([t.replace(tzinfo=None) for t in (x.start, x.end) if t] for x in (a, b))
    return first < end and start < last


def _by_name(one: frozenset[str], other: frozenset[str]) -> Agreement:
    """Two days of which only the names are known, in reports of one event."""
    if one == other and len(one) == 1:
        return Agreement("same", "the same day of the week or of the month")
    return Agreement("apart", "both call the day by a name, and no date is told")


def _beside(a: Time, b: Time, gap: timedelta, longest: timedelta) -> Agreement:
    """What two times that do not touch are to each other."""
    clocks = a.granularity == b.granularity == "minute" and a.start is not None and b.start is not None
    if clocks and abs(a.start - b.start) <= max(rounding(a), rounding(b)):  # type: ignore[operator]
        return Agreement("compatible", "the one is the other rounded")
    loose = _loosely(gap, longest)
    if loose and {a.granularity, b.granularity} <= {"minute", "hour"}:
        return Agreement("apart", loose)
    return Agreement("conflict", f"{a.text} and {b.text} are different times")


def _loosely(gap: timedelta, longest: timedelta) -> str | None:
    """Why two times of a day that do not touch may be one, if they may."""
    if gap < NEAR_HOURS:
        return "less than two hours apart"
    loose = gap < DAY_PART_REACHES and longest >= DAY_PART
    return "one is a part of a day, whose edges are drawn loosely" if loose else None


def rounding(time: Time) -> timedelta:
    """How far off a clock time may be that is told in these words: "1 p.m." a good deal, "1:14" not at all."""
    clock = CLOCK.search(time.text)
    if clock is None:
        return ON_THE_HOUR if HOUR.search(time.text) else timedelta(0)
    return TO_FIVE_MINUTES if int(clock["minutes"]) % 5 == 0 else timedelta(0)


def _length(duration: str | None) -> tuple[float, float] | str | None:
    """A length of time in months and seconds: two and a half years are thirty months; as it stands where it is open."""
    found = LENGTH.fullmatch(duration or "")
    if found is None:
        return duration
    years, months, weeks, days, hours, minutes, seconds = (float(part or 0) for part in found.groups())
    return 12 * years + months, 86400 * (7 * weeks + days) + 3600 * hours + 60 * minutes + seconds
