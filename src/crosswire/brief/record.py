"""A brief as the public JSON format of brief.schema.json, and one report's reading as a JSON line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from crosswire.brief.contrary.find import Contrary, contraries
from crosswire.brief.copies import as_records, sources
from crosswire.brief.record_values import Record, iso, maybe_span, span_record, value_record
from crosswire.model import (
    Ahead,
    Brief,
    Candidate,
    Check,
    Claim,
    Earlier,
    Event,
    Fact,
    Origin,
    Reading,
    Report,
    Speaker,
    Statement,
)


def as_json(brief: Brief, plover: Mapping[str, str] | None = None) -> str:
    """The brief as JSON text; `plover` is the PLOVER code of each frame that has one."""
    return "".join(json_pieces(brief, plover))


def json_pieces(brief: Brief, plover: Mapping[str, str] | None = None) -> Iterator[str]:
    """The same text piece by piece, one record of a list after another: a thousand reports have a hundred megabytes of
    it, and their records held at once are ten times that."""
    before = "{\n"
    for key, value in _fields(brief, plover or {}):
        yield f'{before}  "{key}": '
        yield from _list(value) if isinstance(value, Iterator) else (_indented(dumps(value, 2), 2),)
        before = ",\n"
    yield "\n}"


def _list(records: Iterator[Record]) -> Iterator[str]:
    before = "[\n    "
    for record in records:
        yield before + _indented(dumps(record, 2), 4)
        before = ",\n    "
    yield "[]" if before.startswith("[") else "\n  ]"


def _indented(text: str, by: int) -> str:
    """JSON text moved to the right; a line break in it never stands inside a string."""
    return text.replace("\n", "\n" + " " * by)


def dumps(record: Any, indent: int | None = None) -> str:
    """JSON with letters as they are; a lone surrogate, which no encoding can write, is replaced."""
    text = json.dumps(record, ensure_ascii=False, indent=indent, allow_nan=False)
    return text.encode("utf-8", "replace").decode("utf-8")


def as_record(brief: Brief, plover: Mapping[str, str]) -> Record:
    """The brief as plain JSON values."""
    return {key: list(v) if isinstance(v, Iterator) else v for key, v in _fields(brief, plover)}


def _fields(brief: Brief, plover: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """The brief's keys with their values; of long lists with their records one by one."""
    texts = {report.id: report.text for report in brief.reports}
    homes = {claim.id: texts.get(claim.report, "") for claim in brief.claims}
    copies = sources(brief)
    facts: dict[str, list[Fact]] = {}
    for fact in brief.facts:
        facts.setdefault(fact.event, []).append(fact)
    yield "crosswire", brief.version
    yield "rules", dict(brief.rules)
    yield "reports", (report_record(r, copies.get(r.id)) for r in brief.reports)
    yield "reprints", iter(as_records(brief))
    yield "claims", (claim_record(c, homes[c.id], brief.claim_event.get(c.id)) for c in brief.claims)
    yield "events", (_event(e, facts.get(e.id, []), plover.get(e.frame)) for e in brief.events)
    yield "origins", (origin_record(o) for o in brief.origins)
    yield "statements", (_statement(s, homes) for s in brief.statements)
    yield "contradictions", [_contrary(one, texts) for one in contraries(brief)]
    yield "ahead", (_ahead(a) for a in brief.ahead)
    yield "checks", (_check(c) for c in brief.checks)
    yield "warnings", list(brief.warnings)


def as_reading(reading: Reading) -> Record:
    """One report with every claim and every value read from it, in the order of the text."""
    text = reading.report.text
    return {
        "report": report_record(reading.report, None),
        "claims": [claim_record(c, text, None) for c in reading.claims],
        "values": [{"span": span_record(v.span, text), "value": value_record(v.value)} for v in reading.values],
    }


def report_record(report: Report, copied: str | None) -> Record:
    """A report with its text and how its fields are known."""
    return {
        "id": report.id,
        "outlet": report.outlet,
        "title": report.title,
        "url": report.url,
        "path": report.path,
        "published": iso(report.published),
        "date_basis": report.date_basis,
        "language": report.language,
        "byline": report.byline,
        "dateline": report.dateline,
        "credit": report.credit,
        "known_by": dict(report.known_by),
        "warnings": list(report.warnings),
        "text": report.text,
        "reprint_of": copied,
    }


def _speaker(speaker: Speaker, text: str) -> Record:
    return {
        "name": speaker.name,
        "canonical": speaker.canonical,
        "kind": speaker.kind,
        "role": speaker.role,
        "country": speaker.country,
        "span": maybe_span(speaker.span, text),
        "members": [_speaker(member, text) for member in speaker.members],
    }


def claim_record(claim: Claim, text: str, event: str | None) -> Record:
    """A claim with its spans and speakers."""
    return {
        "id": claim.id,
        "report": claim.report,
        "event": event,
        "attribute": claim.attribute,
        "kind": claim.kind,
        "mode": claim.mode,
        "stance": claim.stance,
        "act": claim.act,
        "taken": claim.taken,
        "view": claim.view,
        "speakers": [_speaker(s, text) for s in claim.speakers],
        "value": None if claim.value is None else value_record(claim.value),
        "span": span_record(claim.span, text),
        "cue": maybe_span(claim.cue, text),
        "words": maybe_span(claim.words, text),
        "parts": [span_record(part, text) for part in claim.parts],
    }


def _event(event: Event, facts: list[Fact], plover: str | None) -> Record:
    return {
        "id": event.id,
        "frame": event.frame,
        "plover": plover,
        "title": event.title,
        "role": event.role,
        "shown": event.shown,
        "when": None if event.when is None else value_record(event.when),
        "where": None if event.where is None else value_record(event.where),
        "reports": list(event.reports),
        "why": list(event.why),
        "facts": [fact_record(fact) for fact in facts],
    }


def fact_record(fact: Fact) -> Record:
    """A fact with its answers and reasons."""
    return {
        "attribute": fact.attribute,
        "question": fact.question,
        "standing": fact.standing,
        "credibility": fact.credibility,
        "value": None if fact.value is None else value_record(fact.value),
        "candidates": [_candidate(c) for c in fact.candidates],
        "reasons": list(fact.reasons),
        "history": [_earlier(e) for e in fact.history],
    }


def _earlier(earlier: Earlier) -> Record:
    return {
        "value": value_record(earlier.value),
        "replaced_by": value_record(earlier.replaced_by),
        "first": iso(earlier.first),
        "claims": list(earlier.claims),
        "origins": list(earlier.origins),
    }


def origin_record(origin: Origin) -> Record:
    """An origin with the reports and reasons that lead to it."""
    return {
        "id": origin.id,
        "name": origin.name,
        "kind": origin.kind,
        "reports": list(origin.reports),
        "reasons": list(origin.reasons),
        "claims": list(origin.claims),
        "voice": origin.voice,
    }


def _statement(statement: Statement, homes: Mapping[str, str]) -> Record:
    """A statement; the speaker's span counts in the report of its first claim."""
    return {
        "speaker": _speaker(statement.speaker, next((homes.get(id_, "") for id_ in statement.claims), "")),
        "act": statement.act,
        "event": statement.event,
        "claims": list(statement.claims),
        "standing": statement.standing,
    }


def _contrary(one: Contrary, texts: Mapping[str, str]) -> Record:
    """Who contradicts whom; each sentence with the claim in it, if it is one."""
    return {
        "who": one.denier.name,
        "whom": one.denied.name,
        "told": [
            {
                "report": w.report,
                "span": span_record(w.span, texts[w.report]),
                "denies": w.denies,
                "claim": w.claim,
            }
            for w in one.shown
        ],
    }


def _ahead(ahead: Ahead) -> Record:
    when = None if ahead.when is None else value_record(ahead.when)
    return {"what": ahead.what, "when": when, "claims": list(ahead.claims)}


def _check(check: Check) -> Record:
    return {
        "kind": check.kind,
        "verdict": check.verdict,
        "explain": check.explain,
        "claims": list(check.claims),
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    told: dict[str, Any] = {
        "value": value_record(candidate.value),
        "claims": list(candidate.claims),
        "origins": list(candidate.origins),
    }
    if candidate.independent is not None:
        told["independent"] = list(candidate.independent)
    if candidate.finer is not None:
        told["finer"] = {"value": value_record(candidate.finer.value), "origins": list(candidate.finer.origins)}
    return told
