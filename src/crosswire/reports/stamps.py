"""Date lines: "January 28, 2026", "Published: 28 Jan 2026 14:30 GMT", "June 21, 2016 / 4:46 AM / a year ago"."""

from __future__ import annotations

import re

from crosswire.reports.dates import Written, written_dates
from crosswire.reports.rules import Rules

LONGEST = 140
_DIVIDED = re.compile(r"\s[|•·/—–-]\s|[|•·]")
_AFTER_NAME = re.compile(
    r"[^\d,]{3,60},\s*(?:[A-Z][a-z]{2,8}\.?\s\d|\d{1,2}\s[A-Z]|\d{4}-)[^A-Za-z]*(?:[A-Za-z]{1,9}\b[^A-Za-z]*){0,4}$"
)
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
    if foreign and not (
        len(foreign) <= 4 and all(word[0].isupper() for word in foreign) and _set_apart(text[start:end])
    ):
        return ()
    return tuple(sorted(found, key=lambda written: _is_update(text, start, written, rules)))


def _set_apart(line: str) -> bool:
    """Whether names on the line are set apart from its date: by a dividing sign, a bracket round all, a comma between.

    "January 6, 2021 Capitol Attack" is a heading, "Northern Gazette | January 6, 2021" and "Jane Doe, May 2, 2026" are
    not.
    """
    return bool(_DIVIDED.search(line)) or (line[0] == "(" and line[-1] == ")") or bool(_AFTER_NAME.match(line))


def _is_update(text: str, start: int, written: Written, rules: Rules) -> bool:
    before = _TOKEN.findall(text[max(start, written.start - 30) : written.start].lower())
    return bool(before) and any(word in rules.updated for word in before[-3:])
