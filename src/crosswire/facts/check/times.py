"""Does a time that a report tells confirm the one that a sentence names? A day confirms its month, never the other way
round; an hour without its day is held against the hours that are told.
"""

from __future__ import annotations

import re
from datetime import timedelta

from crosswire.compare import compare
from crosswire.facts.check.words import Measure, Stand
from crosswire.model import Time
from crosswire.model.calendar import WEEKDAYS

CLOCK = timedelta(hours=14)
HOUR = re.compile(r"\b(?P<hour>\d{1,2})(?=[:.]\d\d|\s*[ap]\.?m\b)(?:[:.](?P<minute>\d\d))?\s*(?P<half>[ap]\.?m)?")
PART = re.compile(r"(?:in |during )?(?:the )?(?:early |late )?(?P<part>morning|afternoon|evening|night)")
PARTS = {"morning": (0, 12), "afternoon": (12, 18), "evening": (17, 24), "night": (19, 30)}
LENGTH = re.compile(r"P(?P<number>\d+)(?P<unit>[WY])")
SEVERAL = re.compile(r"(?:in |for |over |many |several )*(?P<unit>days|weeks|months|years|decades|centuries)")
LATE = ("evening", "night")
DAYS = tuple(day.lower() for day in WEEKDAYS)
WEEKDAY = re.compile(rf"\b(?:{'|'.join(DAYS)})\b")
CLOCK_ALONE = re.compile(r"(?:at |around |about |shortly (?:after|before) )?\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?")


def times_stand(asked: Time, told: Time, measure: Measure) -> Stand:
    """How a time told in a report stands to one that a sentence names."""
    if asked.duration or told.duration or asked.repeats or told.repeats:
        return _length(asked, told)
    if CLOCK_ALONE.fullmatch(asked.text.lower()):
        return _clocks(asked, told)
    part = PART.fullmatch(asked.text.lower())
    if part is not None and _clock(told.text) is not None:
        return _in_part(part["part"], told)
    if _clock(asked.text) is not None and _clock(told.text) is not None:
        return _same_hour(asked, told)
    return _moment(asked, told, measure)


def _in_part(part: str, told: Time) -> Stand:
    """An hour is in the morning or not, whatever its day."""
    first, last = PARTS[part]
    hour = (_clock(told.text) or 0) / 60
    return "supports" if first <= hour < last or first <= hour + 24 < last else "excludes"


def _same_hour(asked: Time, told: Time) -> Stand:
    """Two hours with their days, as the clocks showed them: a report that adds another zone's hour has read its own by
    that."""
    near = None in (asked.start, told.start) or abs(asked.start - told.start) < CLOCK * 2  # type: ignore[operator]
    if _clocks(asked, told) == "supports":
        return "supports" if near else "excludes"
    return "excludes"


def _moment(asked: Time, told: Time, measure: Measure) -> Stand:
    if asked.text.lower() == told.text.lower() and None in (asked.start, asked.end, told.start, told.end):
        return "supports"
    if asked.start is None or asked.end is None or told.start is None or told.end is None:
        one, two = _weekdays(asked), _weekdays(told)
        return "excludes" if one and two and not one & two else "silent"
    if asked.start <= told.start and told.end <= asked.end and not _past_midnight(asked, told):
        return "supports"
    if _late(asked) and _late(told) and asked.start.date() == told.start.date():
        return "supports"  # what one calls Wednesday evening is another's Wednesday night
    if asked.start < told.end and told.start < asked.end:
        return "silent"  # the report is less precise
    return "excludes" if compare(asked, told, measure.scale).relation == "conflict" else "silent"


def _weekdays(time: Time) -> frozenset[str]:
    """The day of the week that a time names or falls on: no Sunday is a Thursday, whatever the date."""
    if time.granularity == "day" and time.start is not None:
        return frozenset((DAYS[time.start.weekday()],))
    return frozenset(WEEKDAY.findall(time.text.lower()))


def _late(time: Time) -> bool:
    return time.text.lower().endswith(LATE)


def _past_midnight(asked: Time, told: Time) -> bool:
    """Whether an hour falls on the day behind a night: what reports put at 4.30 on Monday none calls Sunday night."""
    if asked.start is None or told.start is None:
        return False
    return _late(asked) and told.start.date() > asked.start.date()


def _clocks(asked: Time, told: Time) -> Stand:
    """An hour of the day without its day is held against the hours that are told: nobody knows which day was meant."""
    one, two = _clock(asked.text), _clock(told.text)
    if one is None or two is None:
        return "silent"
    return "supports" if one == two else "excludes"


def _clock(text: str) -> int | None:
    """Minutes since midnight of the first hour named in the text."""
    match = HOUR.search(text.lower())
    if match is None:
        return None
    hour = int(match["hour"]) % 12 if match["half"] else int(match["hour"])
    return hour * 60 + int(match["minute"] or 0) + (720 if (match["half"] or "").startswith("p") else 0)


def _length(asked: Time, told: Time) -> Stand:
    if (_in_days(asked.duration), asked.repeats) == (_in_days(told.duration), told.repeats):
        return "supports"
    if SEVERAL.fullmatch(asked.text.lower()):
        return "supports" if SEVERAL.fullmatch(asked.text.lower())["unit"] in told.text.lower() else "silent"  # type: ignore[index]
    return "excludes" if bool(asked.duration) == bool(told.duration) and asked.repeats == told.repeats else "silent"


def _in_days(duration: str | None) -> str | None:
    """Weeks as days, years as months: three weeks are 21 days."""
    match = LENGTH.fullmatch(duration or "")
    if match is None:
        return duration
    factor, unit = {"W": (7, "D"), "Y": (12, "M")}[match["unit"]]
    return f"P{int(match['number']) * factor}{unit}"
