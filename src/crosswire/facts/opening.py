"""Whether reports are about an event, or tell it in passing only (docs/weighing.md).

Of what is told in passing each report holds a clause, and two clauses of two reports are soon taken for one event that
are of two: another meeting, another shooting, another day of the protests. What a report is about it tells at length.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from crosswire.model import Mention, Report

WHY = "is not what the reports are about: told in passing, as far as they were read"
OPENING = 2  # reports that open with it, where none has it in its headline


def in_passing(mentions: Iterable[Mention], reports: Mapping[str, Report]) -> bool:
    """Whether none of the reports has an event in its headline, and no two in the first sentence of their text;
    `mentions` are those of the event."""
    opened = set()
    for mention in mentions:
        if mention.block == "title":
            return False
        if mention.sentence.start <= _first(reports[mention.report]):
            opened.add(mention.report)
    return len(opened) < OPENING


def _first(report: Report) -> int:
    """Where the text of a report starts, without headings, datelines and captions."""
    return next((b.start for b in report.blocks if b.kind == "paragraph"), 0)
