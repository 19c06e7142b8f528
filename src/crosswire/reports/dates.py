"""Written dates -> moments: full dates with an optional clock time and zone, and the moments machines write.

Only dates that name a year are read here. A date of the calendar that does not exist (31 February) is none, and so is a
year in which no news was published. A moment without a zone is taken as UTC, a day as its midnight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from crosswire.reports.rules import Rules

# The first newspapers are of 1605, but archives of text start later; the upper end only keeps nonsense out.
FIRST_YEAR, LAST_YEAR = 1700, 2199

MONTHS = (
    r"Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
_MONTH = rf"(?P<month>{MONTHS})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_YEAR_THERE = re.compile(r"\d{4}")
_FORMS = (
    re.compile(rf"\b{_MONTH}\s{{1,3}}{_DAY}\s?,?\s{{1,3}}{_YEAR}\b", re.I),
    re.compile(rf"\b{_DAY}(?:\s+of)?[ \u00a0-]{_MONTH},?[ \u00a0-]{_YEAR}\b", re.I),
    re.compile(r"\b(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)"),
    re.compile(r"\b(?P<day>\d{1,2})(?P<sep>[./-])(?P<month>\d{1,2})(?P=sep)(?P<year>\d{4})\b"),
)
_CLOCK = re.compile(
    r"[\sT,/|·•–—-]{0,6}(?:at\s+)?(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})(?::\d{2})?(?:\.\d+)?)?\s*(?P<half>[ap]\.?\s?m\.?)?\s*\(?(?P<zone>[A-Z]{1,4}\b|[+-]\d{2}:?\d{2})?",
    re.I,
)
# "17:17 November 10, 2022", "08:34 GMT, October 22, 2012"
_CLOCK_BEFORE = re.compile(
    r"\b(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>[A-Z]{1,4})?[\s,/|]{1,3}$",
    re.I,
)
_MAIL = re.compile(r"(?:[A-Z][a-z]{2},\s*)?\d{1,2}\s[A-Z][a-z]{2}\s\d{4}\s\d{2}:\d{2}")
_OFFSET = re.compile(r"([+-])(\d{2}):?(\d{2})")


@dataclass(frozen=True, slots=True)
class Written:
    """A full date found in a text: where it stands, and the moment it names."""

    start: int
    end: int
    moment: datetime


def written_dates(text: str, start: int, end: int, rules: Rules) -> Iterator[Written]:
    """All full dates in text[start:end], by form and then by place; dates that do not exist are passed over."""
    if _YEAR_THERE.search(text, start, end) is None:
        return
    for form in _FORMS:
        for match in form.finditer(text, start, end):
            if (written := _written(text, match, end, rules)) is not None:
                yield written


def parse_moment(value: object, rules: Rules) -> datetime | None:
    """The moment of a metadata field: ISO 8601, RFC 2822, seconds or milliseconds since 1970, or a written date."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value).strip()[:100]
    moment = _epoch(text) or _iso(text) or _mail(text)
    if moment is None:
        moment = next((written.moment for written in written_dates(text, 0, len(text), rules)), None)
    return believable(moment)


def believable(moment: datetime | None) -> datetime | None:
    """The moment with a zone, or None where its year cannot be that of a report."""
    if moment is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def day_of(year: int, month: int, day: int) -> datetime | None:
    """Midnight UTC of a day, None where the calendar has no such day."""
    try:
        return believable(datetime(year, month, day, tzinfo=UTC))
    except ValueError:
        return None


def _written(text: str, match: re.Match[str], end: int, rules: Rules) -> Written | None:
    month, day = match["month"].lower(), int(match["day"])
    number = int(month) if month.isdigit() else rules.months[month]
    if month.isdigit() and match.start("day") < match.start("month"):
        # 3/4/2026 is March in one country and April in another: read only where one number cannot be a month.
        if number <= 12 and day <= 12 and number != day and match["sep"] != ".":
            return None
        number, day = (day, number) if number > 12 else (number, day)
    moment = day_of(int(match["year"]), number, day)
    if moment is None:
        return None
    clock = _CLOCK.match(text, match.end(), min(end, match.end() + 40))
    if clock and (timed := _at(moment, clock, rules)):
        return Written(match.start(), clock.end(), timed)
    before = _CLOCK_BEFORE.search(text[max(0, match.start() - 30) : match.start()])
    if before and (timed := _at(moment, before, rules)):
        return Written(match.start() - len(before.group()), match.end(), timed)
    return Written(match.start(), match.end(), moment)


def _at(day: datetime, clock: re.Match[str], rules: Rules) -> datetime | None:
    """The moment of a clock time on a day; None where the number after the date is no clock time."""
    if not (clock["minute"] or clock["half"]):
        return None
    hour, half = int(clock["hour"]), (clock["half"] or "").lower()[:1]
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half == "p") if half else hour
    minute = int(clock["minute"] or 0)
    if hour > 23 or minute > 59:
        return None
    moment = day.replace(hour=hour, minute=minute, tzinfo=None)
    return moment.replace(tzinfo=_zone(clock["zone"], moment, rules))


def _zone(name: str | None, moment: datetime, rules: Rules) -> timezone:
    """The zone's offset at a moment of its own clock: ET is four hours behind UTC in summer and five in winter."""
    if name and (offset := _OFFSET.fullmatch(name)):
        minutes = int(offset[2]) * 60 + int(offset[3])
        return timezone(timedelta(minutes=minutes if offset[1] == "+" else -minutes)) if minutes < 24 * 60 else UTC
    key = (name or "").lower()
    by_date = rules.zones_by_date.get(key)
    ahead = moment.replace(tzinfo=by_date).utcoffset() if by_date else timedelta(minutes=rules.zones.get(key, 0))
    # Before standard time (1883) local clocks differed from UTC by odd seconds.
    return timezone(timedelta(minutes=(ahead or timedelta()) // timedelta(minutes=1)))


def _epoch(text: str) -> datetime | None:
    if not re.fullmatch(r"\d{9,13}(?:\.\d+)?", text):
        return None
    number = float(text)
    return datetime.fromtimestamp(number / 1000 if number > 1e11 else number, UTC)


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if (text[:4].isdigit() and not text.isdigit()) or len(text) == 8 else None
    except ValueError:
        return None


def _mail(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text) if _MAIL.match(text) else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
