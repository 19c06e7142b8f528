"""Spans, values and moments as the public JSON format has them (`record` puts them together)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from crosswire.model import Quantity, Span, Time, Value

Record = dict[str, Any]  # JSON: anything the json module writes

CONTEXT = 32  # characters of text before and after a span, by which it can be found again in an edited text
_SHOWN: Mapping[str, tuple[str, ...]] = {
    "place": ("text", "name", "country", "lat", "lon", "relation", "kind", "radius_km"),
    "party": ("text", "name", "country", "kind"),
    "text": ("text", "name"),
}


def span_record(span: Span, text: str) -> Record:
    """A span with the words around it, by which it can be found again."""
    return {
        "start": span.start,
        "end": span.end,
        "exact": span.exact,
        "prefix": text[max(0, span.start - CONTEXT) : span.start],
        "suffix": text[span.end : span.end + CONTEXT],
    }


def maybe_span(span: Span | None, text: str) -> Record | None:
    """The same, null where there is none."""
    return None if span is None else span_record(span, text)


def value_record(value: Value) -> Record:
    """A value by its type."""
    if isinstance(value, Quantity):
        return {
            "type": value.type,
            "text": value.text,
            "low": finite(value.low),
            "high": finite(value.high),
            "bound": value.bound,
            "unit": value.unit,
            "noun": value.noun,
        }
    if isinstance(value, Time):
        return {
            "type": value.type,
            "text": value.text,
            "start": iso(value.start),
            "end": iso(value.end),
            "granularity": value.granularity,
            "duration": value.duration,
            "repeats": value.repeats,
        }
    return {name: getattr(value, name) for name in ("type", *_SHOWN[value.type])}


def iso(at: datetime | None) -> str | None:
    """A moment as ISO 8601, null where it is not known."""
    return None if at is None else at.isoformat()


def finite(number: float | None) -> float | None:
    """JSON has no infinity; a bound that is open is null."""
    return number if number is not None and math.isfinite(number) else None
