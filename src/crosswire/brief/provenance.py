"""Where a brief comes from: its reports with how their dates are known, what copies what, and its origins."""

from __future__ import annotations

from crosswire.brief import copies
from crosswire.brief.evidence import label
from crosswire.brief.index import Index
from crosswire.brief.moments import clock, day
from crosswire.brief.sheet import Root, Row
from crosswire.model import Origin, Report

UNCOUNTED = ("unknown", "unnamed")  # kinds of origin that add no independence


def rows(found: Index) -> tuple[Row, ...]:
    """The reports in the order of the brief, numbered from 1."""
    return tuple(_row(report, found) for report in found.brief.reports)


def roots(found: Index) -> tuple[Root, ...]:
    """The origins: those that facts rest on first, those that nobody names last, else the most told first."""
    behind = {origin for fact in found.brief.facts for answer in fact.candidates for origin in answer.origins}

    def rank(origin: Origin) -> tuple[bool, bool, int, str]:
        return (origin.kind in UNCOUNTED, origin.id not in behind, -len(origin.reports), origin.name)

    return tuple(
        Root(o.name, found.wording.origin.get(o.kind, o.kind), found.outlets(o.reports), o.reasons)
        for o in sorted(found.brief.origins, key=rank)
    )


def _row(report: Report, found: Index) -> Row:
    warnings = [w.removeprefix(f"{report.path}: ") for w in report.warnings]
    place = report.path or report.url or ""
    return Row(
        number=found.numbers[report.id],
        report=report,
        name=label(report),
        title=report.title,
        details=tuple(x for x in (*_dated(report, found), *copies.details(report.id, found), *warnings, place) if x),
    )


def _dated(report: Report, found: Index) -> tuple[str, ...]:
    """The date with how it is known; an unknown one is said once, by the report's own warning where it has one."""
    date, basis = _published(report), found.wording.basis[report.date_basis]
    if date:
        return (f"{date} ({basis})",)
    return () if any("date" in warning for warning in report.warnings) else (basis,)


def _published(report: Report) -> str:
    """The day of publication, with the time of day where it is more than midnight."""
    at = report.published
    if at is None:
        return ""
    return day(at) if (at.hour, at.minute) == (0, 0) else f"{day(at)}, {clock(at)}"
