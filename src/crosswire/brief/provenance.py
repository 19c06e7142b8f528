"""Where a brief comes from: its reports with how their dates are known, what copies what, and its origins."""

from __future__ import annotations

from crosswire.brief.evidence import label
from crosswire.brief.index import Index
from crosswire.brief.moments import clock, day
from crosswire.brief.sheet import Root, Row
from crosswire.model import Report, Reprint


def rows(found: Index) -> tuple[Row, ...]:
    """The reports in the order of the brief, numbered from 1."""
    copies = {reprint.report: reprint for reprint in found.brief.reprints}
    return tuple(_row(report, copies.get(report.id), found) for report in found.brief.reports)


def roots(found: Index) -> tuple[Root, ...]:
    """The origins in the order of the brief."""
    return tuple(
        Root(o.name, found.wording.origin.get(o.kind, o.kind), found.outlets(o.reports), o.reasons)
        for o in found.brief.origins
    )


def _row(report: Report, reprint: Reprint | None, found: Index) -> Row:
    return Row(
        number=found.numbers[report.id],
        report=report,
        name=label(report),
        title=report.title,
        date=_published(report),
        basis=found.wording.basis[report.date_basis],
        copies=_copies(reprint, found),
        warnings=report.warnings,
    )


def _published(report: Report) -> str:
    """The day of publication, with the time of day where it is more than midnight."""
    at = report.published
    if at is None:
        return ""
    return day(at) if (at.hour, at.minute) == (0, 0) else f"{day(at)}, {clock(at)}"


def _copies(reprint: Reprint | None, found: Index) -> str:
    if reprint is None or reprint.of not in found.reports:
        return ""
    name, number = label(found.reports[reprint.of]), found.numbers[reprint.of]
    return f"copies {reprint.share:.0%} of {name} [{number}]: {reprint.reason}"
