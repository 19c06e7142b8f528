"""Which reports are versions of one, and what an outlet changed from one version to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from urllib.parse import parse_qsl, urlencode, urlsplit

from crosswire.model import Edit, Report, stable_id

TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|cmpid|ref|source|at_\w+|ns_\w+|ito|smid)$", re.IGNORECASE)
TOLD = ("title", "heading", "paragraph", "bullet")
LONGEST = 400  # characters of a paragraph that an edit shows


def line_of(report: Report) -> str:
    """The line of versions that a report belongs to.

    By its address, tracking words and fragments left out; where it has none, by outlet, title and day, as one headline
    may stand over two days' reports; a report without outlet or day is a line of its own.
    """
    if report.url:
        return stable_id("line", address(report.url))
    if report.outlet and report.published is not None:
        title = " ".join(re.findall(r"\w+", report.title.lower()))
        return stable_id("line", report.outlet, title, report.published.date().isoformat())
    return stable_id("line", report.id)


def address(url: str) -> str:
    """An address as it is compared: without scheme, "www.", fragment, tracking words and a closing slash."""
    parts = urlsplit(url.strip())
    told = [(name, word) for name, word in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.match(name)]
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{urlencode(sorted(told))}".rstrip("?")


def edits(before: Report, after: Report) -> tuple[Edit, ...]:
    """What the later version changed: its title, its date, its paragraphs."""
    return tuple(_edits(before, after))


def _edits(before: Report, after: Report) -> Iterator[Edit]:
    if before.title != after.title:
        yield Edit("title", before.title, after.title)
    if before.published != after.published:
        yield Edit("published", _moment(before), _moment(after))
    old, new = _paragraphs(before), _paragraphs(after)
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        was, now = _shown(old[i1:i2]), _shown(new[j1:j2])
        if tag == "insert":
            yield Edit("added", "", now)
        elif tag == "delete":
            yield Edit("removed", was, "")
        elif tag == "replace":
            yield Edit("replaced", was, now)


def _paragraphs(report: Report) -> list[str]:
    told = (report.text[b.start : b.end] for b in report.blocks if b.kind in TOLD and b.kind != "title")
    return [" ".join(words.split()) for words in told]


def _shown(paragraphs: Sequence[str]) -> str:
    return "\n".join(words if len(words) <= LONGEST else f"{words[:LONGEST]} ..." for words in paragraphs)


def _moment(report: Report) -> str:
    return "" if report.published is None else report.published.isoformat()
