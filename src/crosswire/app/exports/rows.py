"""One event as one row: what an event data set has of it, every cell of the kind that its column says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from crosswire.app.page import in_words
from crosswire.model import WHETHER, Fact, Listing, Place, Value

Cell = str | int | float | None

COLUMNS: Mapping[str, type] = {
    "id": str,
    "title": str,
    "frame": str,
    "plover": str,
    "start": str,
    "end": str,
    "granularity": str,
    "place": str,
    "country": str,
    "latitude": float,
    "longitude": float,
    "radius_km": float,
    "happened": str,
    "credibility": int,
    "origins": int,
    "reports": int,
    "outlets": str,
    "corroborated": int,
    "reported": int,
    "disputed": int,
    "withdrawn": int,
    "first_seen": str,
    "changed": str,
}


@dataclass(frozen=True, slots=True)
class Known:
    """An event to be exported: as it is listed, its facts, its PLOVER code."""

    listing: Listing
    facts: tuple[Fact, ...]
    plover: str | None


def row(known: Known) -> dict[str, Cell]:
    """The fixed columns, then for each question `answer.NAME` in words and `standing.NAME`."""
    listing, happened = known.listing, next((f for f in known.facts if f.attribute == "happened"), None)
    where, when = place_of(known), listing.when
    cells: dict[str, Cell] = {
        "id": listing.id,
        "title": listing.title,
        "frame": listing.frame,
        "plover": known.plover,
        "start": _iso(when.start) if when else None,
        "end": _iso(when.end) if when else None,
        "granularity": when.granularity if when else None,
        "place": where.name if where else None,
        "country": where.country if where else None,
        "latitude": where.lat if where else None,
        "longitude": where.lon if where else None,
        "radius_km": None if where is None or where.radius_km is None else float(where.radius_km),
        "happened": happened.standing if happened else None,
        "credibility": happened.credibility if happened else None,
        "origins": listing.origins,
        "reports": listing.reports,
        "outlets": "; ".join(listing.outlets),
        **{name: listing.standings.get(name, 0) for name in ("corroborated", "reported", "disputed", "withdrawn")},
        "first_seen": _iso(listing.first),
        "changed": _iso(listing.changed),
    }
    for fact in known.facts:
        if fact.attribute not in WHETHER:
            cells[f"answer.{fact.attribute}"] = answer(fact)
            cells[f"standing.{fact.attribute}"] = fact.standing
    return cells


def answer(fact: Fact) -> str:
    """The best answer in words; where none is better, all of them."""
    values: Sequence[Value] = [fact.value] if fact.value is not None else [c.value for c in fact.candidates]
    return " or ".join(dict.fromkeys(in_words(v) for v in values))


def place_of(known: Known) -> Place | None:
    """Where it was; with coordinates if any answer has them."""
    answers = [f.value for f in known.facts if isinstance(f.value, Place)]
    places = [p for p in (known.listing.where, *answers) if p is not None]
    return next((p for p in places if p.lat is not None and p.lon is not None), places[0] if places else None)


def columns(rows: Sequence[Mapping[str, Cell]]) -> dict[str, type]:
    """The fixed columns and those of the questions that any row answers, by name."""
    asked = {name for one in rows for name in one if name not in COLUMNS}
    return {**COLUMNS, **dict.fromkeys(sorted(asked, key=lambda n: (n.partition(".")[2], n)), str)}


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
