"""When a report was published, and how that is known; never the time of the run, never a file's time.

In this order: given; metadata; a date line or the dateline; the one full date its lead tells of; unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from crosswire.model import Block, DateBasis, Given
from crosswire.reports.blocks import Layout
from crosswire.reports.dateline import Dateline
from crosswire.reports.dates import Written, believable, day_of, written_dates
from crosswire.reports.raw import Raw
from crosswire.reports.rules import Rules

# How far a dateline without a year may lie from the full date that lends it one.
NEAR = timedelta(days=45)
# What counts as the lead: this many paragraphs and characters, after which full dates are mostly of other days.
LEAD, LEAD_LONGEST = 2, 900
# Characters searched for full dates beyond the lead.
SEARCHED = 60_000

# News dates its event so: "on January 27, 2026", "Tuesday, Jan. 27, 2026", or at the head of a sentence. Not so: "the
# attacks of Sept. 11, 2001", "since January 1, 2020", "his January 23, 2013, testimony".
_TOLD = re.compile(
    r"(?:(?i:\bon)|(?i:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day),?|(?:^|[.!?:\n][\"”’)]*)\s*|\()\s*$"
)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"(?i)\b({'|'.join(DAYS)})\b")
_YEAR = re.compile(
    r"(?i)(?P<ahead>(?:\b(?:by|until|till|through|before|beyond|after|to|in fiscal|for)\s+)|\d-|[\u2013\u2014])?"
    r"(?<![\d.,$€£-])(?P<year>(?:19|20)\d\d)(?![\d,.]\d|\w)"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A publication time with its basis, how it is known, and what the reader must be told."""

    moment: datetime | None
    basis: DateBasis
    by: str | None = None
    warning: str | None = None


def date_report(given: Given, raw: Raw, layout: Layout, rules: Rules) -> Dated:
    """The publication time of a report."""
    if moment := believable(given.published):
        return Dated(moment, "given", "given")
    if raw.published is not None:
        return Dated(raw.published, "metadata", raw.known_by.get("published", "metadata"))
    if layout.dates and (moment := layout.dates[0].moment):
        return Dated(moment, "dateline", "date line")
    return _by_dateline(raw.text, layout, rules) or _inferred(raw.text, layout.blocks, rules)


def _by_dateline(text: str, layout: Layout, rules: Rules) -> Dated | None:
    line = layout.dateline
    if line is None or line.month is None or line.day is None:
        return None
    if line.year is not None:
        moment = day_of(line.year, line.month, line.day)
        return Dated(moment, "dateline", "dateline") if moment else None
    moment = _with_year(line, _full_dates(text, layout.blocks, rules))
    return Dated(moment, "dateline", "dateline, its year from a date in the text") if moment else None


def _with_year(line: Dateline, others: Sequence[Written]) -> datetime | None:
    """The dateline's day in the year that brings it nearest to a full date of the text, if that is near enough."""
    near: list[tuple[timedelta, datetime]] = []
    for other in others:
        for year in (other.moment.year - 1, other.moment.year, other.moment.year + 1):
            moment = day_of(year, line.month or 0, line.day or 0)
            if moment and abs(moment - other.moment) <= NEAR:
                near.append((abs(moment - other.moment), moment))
    return min(near)[1] if near else None


def _inferred(text: str, blocks: Sequence[Block], rules: Rules) -> Dated:
    """The one full date the lead tells of, unless the text knows a later year or day: then the lead's is history."""
    dates = _full_dates(text, blocks, rules)
    end = _lead_end(blocks)
    days = {w.moment.date() for w in dates if w.end <= end and _TOLD.search(text[max(0, w.start - 30) : w.start])}
    day = next(iter(days), None)
    if day and len(days) == 1 and all(w.moment.date() <= day for w in dates) and not _knows_later(text, day):
        warning = f"publication date unknown; inferred as {day.isoformat()} from the one full date in its lead"
        return Dated(day_of(day.year, day.month, day.day), "inferred", "the one full date in its lead", warning)
    return Dated(None, "unknown", None, "publication date unknown: relative times in it stay unresolved")


def _knows_later(text: str, day: date) -> bool:
    """Whether the text names a later year, other than as a goal or a term ("by 2030"), or tells its news by another
    weekday.

    Papers give the year of days long past: "a diver was honoured on Friday for a rescue on March 31, 2008".
    """
    text = text[:SEARCHED]
    if any(found.lower() != DAYS[day.weekday()] for found in _WEEKDAY.findall(text)):
        return True
    return any(day.year < int(m["year"]) < day.year + 60 for m in _YEAR.finditer(text) if not m["ahead"])


def _lead_end(blocks: Sequence[Block]) -> int:
    paragraphs = [block for block in blocks if block.kind == "paragraph"][:LEAD]
    return min(paragraphs[-1].end, paragraphs[0].start + LEAD_LONGEST) if paragraphs else 0


def _full_dates(text: str, blocks: Sequence[Block], rules: Rules) -> list[Written]:
    """The full dates of the readable text, in order; copyright lines and links lend none."""
    found: list[Written] = []
    for block in blocks:
        if block.start > SEARCHED:
            break
        if block.kind not in ("boilerplate", "links"):
            found.extend(written_dates(text, block.start, min(block.end, SEARCHED), rules))
    return sorted(found, key=lambda written: written.start)
