"""Date lines: "January 28, 2026", "Published: 28 Jan 2026 14:30 GMT", "June 21, 2016 / 4:46 AM / a year ago"."""

from __future__ import annotations

import re

from crosswire.reports.dates import Written, written_dates
from crosswire.reports.rules import Rules

LONGEST = 140
_TOKEN = re.compile(r"[^\W\d_]+")


def date_of_line(text: str, start: int, end: int, rules: Rules) -> tuple[Written, ...]:
    """The dates of a line that is nothing but dates, publication before update; empty for any other line.

    Beside the dates only words such as "published", weekdays and zones may stand, or a name before a dividing sign.
    """
    if end - start > LONGEST:
        return ()
    found = sorted(written_dates(text, start, end, rules), key=lambda written: written.start)
    if not found:
        return ()
    left = text[start:end]
    for written in reversed(found):
        left = left[: written.start - start] + " " + left[written.end - start :]
    foreign = [word for word in _TOKEN.findall(left) if word.lower() not in rules.line_words]
    if len(foreign) > 4 or (
        foreign and not (all(word[0].isupper() for word in foreign) and re.search(r"[|•·/—–]", left))
    ):
        return ()
    return tuple(sorted(found, key=lambda written: _is_update(text, start, written, rules)))


def _is_update(text: str, start: int, written: Written, rules: Rules) -> bool:
    before = _TOKEN.findall(text[max(start, written.start - 30) : written.start].lower())
    return bool(before) and any(word in rules.updated for word in before[-3:])
