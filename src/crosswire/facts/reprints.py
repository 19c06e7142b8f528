"""Which reports copy another's text: shared word shingles, weighed by how much of the shorter text they cover.

The direction is by publication time where both are known, else by credit, else the longer text is taken for the source.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from crosswire.model import Report, Reprint

WORD = re.compile(r"\w+")
SHINGLE = 6  # words in a row: quotations of a sentence share some, whole paragraphs share most
COPIED = 0.5  # of the shorter text's shingles
COMMON = 50  # a shingle in more reports than this is boilerplate


def find_reprints(reports: Sequence[Report]) -> tuple[Reprint, ...]:
    """Each report that copies half of its text or more from another one, with the share and the reason."""
    shingles = [_shingles(report) for report in reports]
    shared: dict[tuple[int, int], int] = defaultdict(int)
    holders: dict[int, list[int]] = defaultdict(list)
    for i, own in enumerate(shingles):
        for shingle in own:
            holders[shingle].append(i)
    for where in holders.values():
        if 1 < len(where) <= COMMON:
            for n, i in enumerate(where):
                for j in where[n + 1 :]:
                    shared[(i, j)] += 1
    found: dict[str, Reprint] = {}
    for (i, j), count in sorted(shared.items()):
        share = count / max(1, min(len(shingles[i]), len(shingles[j])))
        if share >= COPIED:
            reprint = _directed(reports[i], reports[j], share)
            if reprint.report not in found or found[reprint.report].share < share:
                found[reprint.report] = reprint
    return tuple(found[key] for key in sorted(found))


def _shingles(report: Report) -> set[int]:
    body = [b for b in report.blocks if b.kind in ("paragraph", "bullet")]
    words = [w.lower() for b in body for w in WORD.findall(report.text[b.start : b.end])]
    return {hash(tuple(words[i : i + SHINGLE])) for i in range(len(words) - SHINGLE + 1)}


def _directed(a: Report, b: Report, share: float) -> Reprint:
    copy, source, how = _direction(a, b)
    reason = f"{share:.0%} of the shorter text stands in the other word for word; {how}"
    return Reprint(copy.id, source.id, round(share, 3), reason)


def _direction(a: Report, b: Report) -> tuple[Report, Report, str]:
    """(copy, source, how it is known)."""
    for copy, source in ((a, b), (b, a)):
        if copy.credit and copy.credit == source.outlet and source.credit != copy.outlet:
            return copy, source, f"it credits {copy.credit}"
    if a.published and b.published and _differ(a.published, b.published):
        first, second = (a, b) if a.published < b.published else (b, a)
        return second, first, "the other was published first"
    longer, shorter = (a, b) if (len(a.text), a.id) >= (len(b.text), b.id) else (b, a)
    return shorter, longer, "which copied is unknown: the longer text is taken for the source"


def _differ(a: datetime, b: datetime) -> bool:
    """Whether one is known to be earlier: a date without a time of day says nothing within its day."""
    whole_day = (0, 0) in ((a.hour, a.minute), (b.hour, b.minute))
    return a.date() != b.date() if whole_day else a != b
