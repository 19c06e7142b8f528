"""Which reports share words, for a reader and as JSON: who copies whom as far as that is known, and the passages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crosswire.brief.evidence import label
from crosswire.brief.index import Index
from crosswire.brief.sheet import Shared
from crosswire.model import Brief, Reprint, Span

WHOLE = 0.5  # of the shorter text: from here on a report counts as a copy, below as one that copies passages
CONTEXT = 32  # characters around a span in JSON


def sources(brief: Brief) -> dict[str, str]:
    """Each report that is mostly copied -> the report that it is copied from, its main source of several."""
    told = [r for r in reversed(brief.reprints) if r.known_by != "unknown" and r.share >= WHOLE]
    return {r.report: r.of for r in told}


def copied(brief: Brief) -> frozenset[str]:
    """The reports that are mostly the words of another; of two where nobody knows who copied, one."""
    return frozenset(r.report for r in brief.reprints if r.share >= WHOLE)


def details(report: str, found: Index) -> tuple[str, ...]:
    """What a report copies or shares, in words, for the list of reports."""
    return tuple(_told(r, found) for r in found.brief.reprints if r.report == report and r.of in found.reports)


def _told(reprint: Reprint, found: Index) -> str:
    name = f"{label(found.reports[reprint.of])} [{found.numbers[reprint.of]}]"
    what = "copies" if reprint.known_by != "unknown" else "shares words with"
    return f"{what} {name}: {reprint.reason}"


def shared(found: Index) -> tuple[Shared, ...]:
    """The copied passages of all reports, both sides, in the order of the reports."""
    known = [r for r in found.brief.reprints if r.report in found.reports and r.of in found.reports and r.passages]
    return tuple(
        Shared(
            copy=found.numbers[r.report],
            copy_name=label(found.reports[r.report]),
            source=found.numbers[r.of],
            source_name=label(found.reports[r.of]),
            directed=r.known_by != "unknown",
            reason=r.reason,
            passages=tuple((" ".join(c.here.exact.split()), " ".join(c.there.exact.split())) for c in r.passages),
        )
        for r in sorted(known, key=lambda r: (found.numbers[r.report], -r.share))
    )


def as_records(brief: Brief) -> list[dict[str, Any]]:
    """The reprints as plain JSON values; `here` counts in the text of `report`, `there` in that of `of`."""
    texts = {report.id: report.text for report in brief.reports}
    return [_record(reprint, texts) for reprint in brief.reprints]


def _record(reprint: Reprint, texts: Mapping[str, str]) -> dict[str, Any]:
    here, there = texts.get(reprint.report, ""), texts.get(reprint.of, "")
    return {
        "report": reprint.report,
        "of": reprint.of,
        "share": reprint.share,
        "known_by": reprint.known_by,
        "reason": reprint.reason,
        "passages": [{"here": _span(c.here, here), "there": _span(c.there, there)} for c in reprint.passages],
    }


def _span(span: Span, text: str) -> dict[str, Any]:
    return {
        "start": span.start,
        "end": span.end,
        "exact": span.exact,
        "prefix": text[max(0, span.start - CONTEXT) : span.start],
        "suffix": text[span.end : span.end + CONTEXT],
    }
