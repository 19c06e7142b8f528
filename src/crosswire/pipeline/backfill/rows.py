"""The tables of a backfill's dataset: their columns, and a report, claim, event, fact or origin as a row of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from crosswire.model import Fact, Origin, Picture, Place, Quantity, Reading, Report, Time, Value
from crosswire.pipeline.backfill.link import Packed
from crosswire.pipeline.backfill.read import copy_id
from crosswire.pipeline.backfill.shards import Columns, Row
from crosswire.pipeline.weigh import claim_homes

REPORTS: Columns = {
    "id": "text", "day": "text", "url": "text", "outlet": "text", "title": "text", "published": "moment",
    "captured": "moment", "byline": "text", "credit": "text", "words": "int", "copy_of": "text", "where": "text",
}  # fmt: skip
CLAIMS: Columns = {
    "id": "text", "report": "text", "event": "text", "attribute": "text", "kind": "text", "mode": "text",
    "stance": "text", "speakers": "texts", "value": "text", "low": "float", "high": "float", "unit": "text",
    "quote": "text", "start": "int", "end": "int",
}  # fmt: skip
EVENTS: Columns = {
    "id": "text", "day": "text", "frame": "text", "title": "text", "start": "moment", "end": "moment",
    "granularity": "text", "place": "text", "country": "text", "latitude": "float", "longitude": "float",
    "main": "bool", "ahead": "bool", "happened": "text", "credibility": "int", "origins": "int",
    "reports": "int", "copies": "int", "outlets": "texts", "urls": "texts", "why": "texts",
}  # fmt: skip
FACTS: Columns = {
    "event": "text", "attribute": "text", "question": "text", "answer": "text", "low": "float", "high": "float",
    "unit": "text", "standing": "text", "credibility": "int", "answers": "texts", "origins": "texts",
    "claims": "texts", "reasons": "texts",
}  # fmt: skip
ORIGINS: Columns = {
    "event": "text", "id": "text", "name": "text", "kind": "text", "voice": "text", "reports": "texts",
    "reasons": "texts",
}  # fmt: skip
READINGS: Columns = {"report": "text", "day": "text", "reading": "bytes"}
COUNTED = "1"  # the unit of what is counted, and of a number without one
TABLES: Mapping[str, Columns] = {
    "reports": REPORTS,
    "claims": CLAIMS,
    "events": EVENTS,
    "facts": FACTS,
    "origins": ORIGINS,
    "readings": READINGS,
}


def copy_row(row: Mapping[str, Any], head: Packed) -> Row:
    """The row of a copy that was not read."""
    empty = dict.fromkeys(("outlet", "title", "published", "byline", "credit", "words"))
    told = {"url": row["url"], "captured": row["captured"], "copy_of": head.report, "where": row["where"]}
    return {**empty, **told, "id": copy_id(row["where"], row["url"]), "day": head.day}


def report_row(report: Report, packed: Packed) -> Row:
    """The row of a report that was read."""
    return {
        "id": report.id,
        "day": packed.day,
        "url": report.url,
        "outlet": report.outlet,
        "title": report.title,
        "published": report.published,
        "captured": packed.captured,
        "byline": report.byline,
        "credit": report.credit,
        "words": len(report.text.split()),
        "copy_of": None,
        "where": packed.where,
    }


def claim_rows(reading: Reading, home: Mapping[str, str]) -> Iterator[Row]:
    """The rows of a report's claims; `home` is mention -> event."""
    about = claim_homes(home, reading.claims)
    for claim in reading.claims:
        yield {
            "id": claim.id,
            "report": claim.report,
            "event": about.get(claim.id),
            "attribute": claim.attribute,
            "kind": claim.kind,
            "mode": claim.mode,
            "stance": claim.stance,
            "speakers": [s.canonical for s in claim.speakers],
            **_answer("value", claim.value),
            "quote": claim.span.exact,
            "start": claim.span.start,
            "end": claim.span.end,
        }


def _answer(name: str, value: Value | None) -> dict[str, Any]:
    number = value if isinstance(value, Quantity) else None
    return {
        name: value.text if value is not None else None,
        "low": number.low if number else None,
        "high": number.high if number else None,
        "unit": number.unit if number else None,
    }


def event_row(picture: Picture, told: Row) -> Row:
    """The row of an event; `told`: its first day, whether a report is about it, its reports' addresses, how many copies
    of them were not read."""
    event = picture.event
    happened = next((f for f in picture.facts if f.attribute == "happened"), None)
    where, when = _place(picture), event.when
    return {
        "id": event.id,
        **told,
        "frame": event.frame,
        "title": event.title,
        **_when(when),
        "place": where.name if where else None,
        "country": where.country if where else None,
        "latitude": where.lat if where else None,
        "longitude": where.lon if where else None,
        "ahead": picture.ahead,
        "happened": happened.standing if happened else None,
        "credibility": happened.credibility if happened else None,
        "origins": len(_independent(happened)) if happened else 0,
        "reports": len(set(event.reports)),
        "outlets": list(picture.outlets),
        "why": list(event.why),
    }


def _when(when: Time | None) -> dict[str, Any]:
    return {
        "start": when.start if when else None,
        "end": when.end if when else None,
        "granularity": when.granularity if when else None,
    }


def _place(picture: Picture) -> Place | None:
    answers = [f.value for f in picture.facts if isinstance(f.value, Place)]
    places = [p for p in (picture.event.where, *answers) if p is not None]
    return next((p for p in places if p.lat is not None), places[0] if places else None)


def _independent(fact: Fact) -> set[str]:
    """The independent origins of the answer that leads."""
    leading = [c for c in fact.candidates if fact.value is None or c.value == fact.value]
    return {o for c in leading for o in (c.independent or ())}


def fact_row(fact: Fact) -> Row:
    """The row of a fact."""
    return {
        "event": fact.event,
        "attribute": fact.attribute,
        "question": fact.question,
        **_answer("answer", fact.value),
        **({} if fact.value is not None else _range(fact)),
        "standing": fact.standing,
        "credibility": fact.credibility,
        "answers": [c.value.text for c in fact.candidates],
        "origins": sorted({o for c in fact.candidates for o in c.origins}),
        "claims": sorted({i for c in fact.candidates for i in c.claims}),
        "reasons": list(fact.reasons),
    }


def _range(fact: Fact) -> dict[str, Any]:
    """From where to where the answers go, none of which is better, where they are numbers of one unit."""
    numbers = [c.value for c in fact.candidates if isinstance(c.value, Quantity)]
    units = {n.unit for n in numbers} - {COUNTED}  # "6.1 Mw" beside "6.3" of a sentence on magnitudes
    if not numbers or len(numbers) < len(fact.candidates) or len(units) > 1:
        return {}
    lows, highs = [n.low for n in numbers], [n.high for n in numbers]
    return {
        "low": None if None in lows else min(low for low in lows if low is not None),
        "high": None if None in highs else max(high for high in highs if high is not None),
        "unit": next(iter(units), COUNTED),
    }


def origin_row(picture: Picture, origin: Origin) -> Row:
    """The row of an origin of an event's claims."""
    return {
        "event": picture.event.id,
        "id": origin.id,
        "name": origin.name,
        "kind": origin.kind,
        "voice": origin.voice,
        "reports": list(origin.reports),
        "reasons": list(origin.reasons),
    }
