"""The day of the event that a lead tells of, for reports that nowhere say when they were published.

Read strictly, for papers write full dates of days long past: of 700 texts with a known day, two in three full dates in
a lead were of another month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from crosswire.model import Block
from crosswire.model.calendar import WEEKDAYS
from crosswire.reports.dates import MONTHS, Written, day_of, written_dates
from crosswire.reports.rules import Rules

# The lead: the first sentences of this many paragraphs, each up to so many characters.
LEAD, SENTENCE_LONGEST = 2, 400
# Characters searched for dates beyond the lead.
SEARCHED = 60_000
# Days for which a later day without its year is one the report may have been written after.
LATER = 180

# News dates its event so: "on January 27, 2026", "Tuesday, Jan. 27, 2026", or at the head of the sentence. Not so: "the
# attacks of Sept. 11, 2001", "since January 1, 2020", "his January 23, 2013, testimony".
_TOLD = re.compile(r"(?:(?i:\bon)|(?i:\b(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day),?|^[\"“‘'(\s]*)\s*$")
# What parts the day from the main clause ("arrested after", "who died"), or puts it ahead ("notes due on").
_PARTED = re.compile(
    r"(?i)\b(?:who|whose|whom|which|that|when|where|after|before|during|since|until|following|preceding|while|as|because|if"
    r"|stemming|anniversary|due|will|would|scheduled|slated|set|planned|expected|expires?|until|by|born|filed?|photo|archive)\b"
)
DAYS = tuple(day.lower() for day in WEEKDAYS)
_WEEKDAY = re.compile(rf"(?i)\b({'|'.join(DAYS)})\b")
_YEAR = re.compile(
    r"(?i)(?P<ahead>(?:\b(?:by|until|till|through|before|beyond|after|to|in fiscal|for)\s+)|\d-|[\u2013\u2014])?"
    r"(?<![\d.,$€£-])(?P<year>(?:19|20)\d\d)(?![\d,.]\d|\w)"
)
_DAY = re.compile(
    rf"\b(?:(?P<month>{MONTHS})\.?\s(?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})\s(?P<month2>{MONTHS}))\b(?!,?\s\d{{4}})"
)
_AHEAD = re.compile(
    r"(?i)\b(?:will|would|due|set|scheduled|slated|planned?|plans|expected|until|by|from|ahead|next|upcoming)\b"
)
_SENTENCE_END = re.compile(r"[a-z0-9)\"”]{2}[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z])")


def day_told(text: str, blocks: Sequence[Block], rules: Rules) -> date | None:
    """The one day that the first sentences of the lead tell of in their main clause; None where the text knows a later
    day or year, or tells its news by another weekday."""
    dates = full_dates(text, blocks, rules)
    days = {
        written.moment.date()
        for start, end in _first_sentences(text, blocks)
        for written in dates
        if start <= written.start and written.end <= end and _is_told(text[start : written.start], written)
    }
    day = next(iter(days), None)
    if day is None or len(days) > 1 or any(written.moment.date() > day for written in dates):
        return None
    return None if _knows_later(text[:SEARCHED], day, rules) else day


def full_dates(text: str, blocks: Sequence[Block], rules: Rules) -> list[Written]:
    """The full dates of the readable text, in order; copyright lines and links lend none."""
    found: list[Written] = []
    for block in blocks:
        if block.start > SEARCHED:
            break
        if block.kind not in ("boilerplate", "links"):
            found.extend(written_dates(text, block.start, min(block.end, SEARCHED), rules))
    return sorted(found, key=lambda written: written.start)


def _first_sentences(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    for block in [block for block in blocks if block.kind == "paragraph"][:LEAD]:
        limit = min(block.end, block.start + SENTENCE_LONGEST)
        stop = _SENTENCE_END.search(text, block.start, limit)
        yield block.start, stop.end() if stop else limit


def _is_told(before: str, written: Written) -> bool:
    """Whether the words of the sentence before a date tell its event on that day."""
    told = _TOLD.search(before)
    if told is None or _PARTED.search(before):
        return False
    weekday = told["weekday"]
    return weekday is None or f"{weekday.lower()}day" == DAYS[written.moment.weekday()]


def _knows_later(text: str, day: date, rules: Rules) -> bool:
    """Whether the text names a later year, other than as a goal or a term ("by 2030"), a later day of the year, other
    than one ahead ("will meet on May 3"), or tells its news by another weekday.

    Papers give the year of days long past: "a diver was honoured on Friday for a rescue on March 31, 2008".
    """
    if any(found.lower() != DAYS[day.weekday()] for found in _WEEKDAY.findall(text)):
        return True
    if any(day.year < int(m["year"]) < day.year + 60 for m in _YEAR.finditer(text) if not m["ahead"]):
        return True
    return any(0 < (later - day).days <= LATER for later in _later_days(text, day.year, rules))


def _later_days(text: str, year: int, rules: Rules) -> Iterator[date]:
    for match in _DAY.finditer(text):
        if not _AHEAD.search(text[max(0, match.start() - 60) : match.start()]):
            month = rules.months[(match["month"] or match["month2"]).lower()]
            if moment := day_of(year, month, int(match["day"] or match["day2"])):
                yield moment.date()
