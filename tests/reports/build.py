"""Builders of what the reports step takes, for its tests."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from crosswire.model import Fetched, Given, Report
from crosswire.reports.make import make_report
from crosswire.reports.rules import Rules

KNOWN: Mapping[str, str] = MappingProxyType(
    {
        "bbc.co.uk": "BBC News",
        "reuters.com": "Reuters",
        "the gazette": "Northern Gazette",
        "gazette.example": "Northern Gazette",
    }
)


def of_text(text: str, rules: Rules, given: Given | None = None, markdown: bool = False) -> Report:
    """The report of a text file."""
    fetched = Fetched("a.txt", text.encode(), "markdown" if markdown else "text", given or Given())
    return make_report(fetched, KNOWN, rules)


def of_record(record: object, rules: Rules, given: Given | None = None) -> Report:
    """The report of a JSON record."""
    return make_report(Fetched("a.json", json.dumps(record).encode(), "record", given or Given()), KNOWN, rules)


def of_page(page: str | bytes, rules: Rules, given: Given | None = None) -> Report:
    """The report of an HTML page."""
    content = page.encode() if isinstance(page, str) else page
    return make_report(Fetched("a.html", content, "html", given or Given()), KNOWN, rules)


def kinds(report: Report) -> list[tuple[str, str]]:
    """Each block's kind with its text."""
    return [(block.kind, report.text[block.start : block.end]) for block in report.blocks]


def kind_of(report: Report, beginning: str) -> str:
    """The kind of the one block that starts so."""
    (kind,) = [kind for kind, text in kinds(report) if text.startswith(beginning)]
    return kind


def iso(moment: datetime | None) -> str | None:
    """A moment as ISO 8601."""
    return moment.isoformat() if moment else None
