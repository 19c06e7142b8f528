"""Lists of events and of found reports as a terminal prints them, and any noun of ours as plain JSON values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import Any

from crosswire.app.knowledge_views import ReportView
from crosswire.app.page import label
from crosswire.model import Hit, Listing, Report, Reprint, StandingName, Version

SIGNS: Mapping[StandingName, str] = {"corroborated": "+", "reported": ".", "disputed": "!", "withdrawn": "x"}
NEWS = "news"  # the frame of what reports are about and no frame takes
MARK, PLAIN = "\x1b[1m", "\x1b[0m"


def as_plain(noun: object) -> Any:
    """A noun as what JSON can write: fields by name, moments as ISO 8601."""
    if is_dataclass(noun):
        return {f.name: as_plain(getattr(noun, f.name)) for f in fields(noun)}
    if isinstance(noun, datetime):
        return noun.isoformat()
    if isinstance(noun, Mapping):
        return {str(key): as_plain(value) for key, value in noun.items()}
    if isinstance(noun, tuple | list):
        return [as_plain(item) for item in noun]
    return noun


def list_events(events: Sequence[Listing]) -> str:
    """Events, each in two lines: id, day, title; then how its facts stand and what it rests on."""
    return "".join(line + "\n" for event in events for line in _event(event))


def _event(event: Listing) -> Iterator[str]:
    day = _day(event)
    yield f"{event.id}  {day}  {event.title}{'  (expected)' if event.ahead else ''}"
    if event.frame == NEWS:
        yield f"    news of a kind that no frame tells; {_told(event)}"
        return
    facts = ", ".join(f"{n} {name}" for name, n in event.standings.items()) or "no facts"
    origins = f"{event.origins} independent origin{'' if event.origins == 1 else 's'}"
    yield f"    {facts}; {origins} in {_told(event)}"


def _told(event: Listing) -> str:
    outlets = ", ".join(event.outlets) or "an unnamed outlet"
    return f"{event.reports} report{'' if event.reports == 1 else 's'} ({outlets})"


def _day(event: Listing) -> str:
    at = event.when and (event.when.start or event.when.end)
    return f"{at:%Y-%m-%d}" if at else " " * 10


def list_hits(hits: Sequence[Hit], events: Mapping[str, Listing], colour: bool) -> str:
    """Found reports: outlet, day, title, the words in their place, the events."""
    return "".join(line + "\n" for hit in hits for line in _hit(hit, events, colour))


def _hit(hit: Hit, events: Mapping[str, Listing], colour: bool) -> Iterator[str]:
    report = hit.report
    day = f"{report.published:%Y-%m-%d}" if report.published else "undated"
    older = "" if report.current else "  (an older version)"
    yield f"{report.id}  {day}  {report.outlet or 'unnamed outlet'}: {report.title}{older}"
    words = "".join(f"{MARK}{p.text}{PLAIN}" if p.marked and colour else p.text for p in hit.parts)
    yield f"    ... {' '.join(words.split())} ..."
    for event in hit.events:
        if event in events:
            yield f"    {event}  {events[event].title}"


def list_report(view: ReportView) -> str:
    """One stored report: what it is, what each version changed of the one before, whom it copies, its events."""
    report, claims = view.reading.report, len(view.reading.claims)
    day = f"{report.published:%Y-%m-%d}" if report.published else "undated"
    lines = [f"{report.id}  {day}  {label(report)}: {report.title}"]
    lines.append(f"    {claims} claim{'' if claims == 1 else 's'}" + (f"; {report.url}" if report.url else ""))
    lines += _versions(view.versions) if len(view.versions) > 1 else ()
    lines += (_copied(reprint, report) for reprint in view.reprints)
    lines += list_events(tuple(view.events.values())).splitlines()
    return "".join(line + "\n" for line in lines)


def _versions(versions: Sequence[Version]) -> Iterator[str]:
    for version in versions:
        latest = ", the latest" if version.current else ""
        yield f"    version {version.number} ({version.report}), arrived {version.arrived:%Y-%m-%d %H:%M}{latest}"
        for edit in version.edits:
            told = " -> ".join(" ".join(words.split()) for words in (edit.before, edit.after) if words)
            yield f"        {edit.kind}: {told}"


def _copied(reprint: Reprint, report: Report) -> str:
    other = reprint.of if reprint.report == report.id else reprint.report
    does = "copies" if other == reprint.of else "is copied by"
    if reprint.known_by == "unknown":
        does = "shares its text with"
    return f"    {does} {other} ({reprint.share:.0%}): {reprint.reason}"
