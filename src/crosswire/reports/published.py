"""When a report was published, and how that is known; never the time of the run, never a file's time.

In this order: given; metadata; a date line or the dateline; the one full date its lead tells of; unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from crosswire.model import DateBasis, Given
from crosswire.reports.blocks import Layout
from crosswire.reports.dateline import Dateline
from crosswire.reports.dates import Written, believable, day_of, written_dates
from crosswire.reports.inferred import day_told, full_dates
from crosswire.reports.raw import Raw
from crosswire.reports.rules import Rules

# How far a dateline without a year may lie from the full date that lends it one.
NEAR = timedelta(days=45)

# Pages flattened to one line keep the byline before the text: "Houses not selling. By JANE DOE Staff Reporter March 30,
# 2026 NEWARK -- ..."; or the writer's address stands there. "By Friday March 6, 2026 The" names nobody.
_RUN_IN = re.compile(
    r"(?:\b(?:By|BY)\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:(?:[A-Z][\w.'’-]*|and|&)[,|]?\s+){1,9}|\S@\S{3,60}\s+)$"
)
RUN_IN_LONGEST = 300


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
    text = raw.text
    return _by_dateline(text, layout, rules) or _run_in(text, layout, rules) or _inferred(text, layout, rules)


def _by_dateline(text: str, layout: Layout, rules: Rules) -> Dated | None:
    line = layout.dateline
    if line is None or line.month is None or line.day is None:
        return None
    if line.year is not None:
        moment = day_of(line.year, line.month, line.day)
        return Dated(moment, "dateline", "dateline") if moment else None
    moment = _with_year(line, full_dates(text, layout.blocks, rules))
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


def _run_in(text: str, layout: Layout, rules: Rules) -> Dated | None:
    """The date behind a byline that a flattened page keeps in its first line, with the text going on behind it."""
    for block in [block for block in layout.blocks if block.kind in ("paragraph", "dateline")][:2]:
        for written in written_dates(text, block.start, min(block.end, block.start + RUN_IN_LONGEST), rules):
            before, behind = (
                text[max(block.start, written.start - 120) : written.start],
                text[written.end : written.end + 2],
            )
            if _RUN_IN.search(before) and behind[:1] == " " and behind[1:].isupper():
                return Dated(written.moment, "dateline", "date behind the byline")
    return None


def _inferred(text: str, layout: Layout, rules: Rules) -> Dated:
    """The day of the event its lead tells of, where nothing in the text is known to be later."""
    day = day_told(text, layout.blocks, rules)
    if day is None:
        return Dated(None, "unknown", None, "publication date unknown: relative times in it stay unresolved")
    warning = f"publication date unknown; inferred as {day.isoformat()} from the one full date in its lead"
    return Dated(day_of(day.year, day.month, day.day), "inferred", "the one full date in its lead", warning)
