"""The forms of an export, and events in one of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Protocol

from crosswire.app import records
from crosswire.app.exports.geojson import as_geojson
from crosswire.app.exports.kinds import ExportFormat
from crosswire.app.exports.linked import as_annotations, as_schema
from crosswire.app.exports.rows import Known
from crosswire.app.exports.tables import as_csv, as_parquet
from crosswire.model import Brief


class ToldLike(Protocol):
    """An event with its brief."""

    @property
    def brief(self) -> Brief: ...


class Exported(Protocol):
    """Where events come from."""

    def known(self, ids: Sequence[str]) -> list[Known]:
        """Events with their facts."""
        ...

    def event(self, event: str) -> ToldLike | None:
        """One event with its brief."""
        ...


def export(source: Exported, ids: Sequence[str], form: ExportFormat) -> bytes:
    """These events in a form."""
    if form == "parquet":
        return as_parquet(_known(source, ids))
    return _text(source, ids, form).encode("utf-8", "replace")


def _text(source: Exported, ids: Sequence[str], form: ExportFormat) -> str:
    if form == "csv":
        return as_csv(_known(source, ids))
    if form == "geojson":
        return json.dumps(as_geojson(_known(source, ids)), ensure_ascii=False)
    if form == "schema":
        return json.dumps(as_schema(_briefs(source, ids)), ensure_ascii=False)
    if form == "annotations":
        return json.dumps(as_annotations(_briefs(source, ids)), ensure_ascii=False)
    events = [_record(known) for known in _known(source, ids)]
    if form == "jsonl":
        return "".join(records.dumps(event) + "\n" for event in events)
    return records.dumps({"events": events})


def _known(source: Exported, ids: Sequence[str]) -> list[Known]:
    """In batches, as one query of thousands of ids is too long for a database."""
    return [known for at in range(0, len(ids), 500) for known in source.known(ids[at : at + 500])]


def _briefs(source: Exported, ids: Sequence[str]) -> Iterator[Brief]:
    """Only what is told of the event itself, so that no claim comes twice from two events' backgrounds."""
    for id_ in ids:
        told = source.event(id_)
        if told is not None:
            yield told.brief


def _record(known: Known) -> dict[str, object]:
    listing = known.listing
    return {
        "id": listing.id,
        "frame": listing.frame,
        "plover": known.plover,
        "title": listing.title,
        "when": records.value(listing.when),
        "where": records.value(listing.where),
        "origins": listing.origins,
        "reports": listing.reports,
        "outlets": list(listing.outlets),
        "first": listing.first.isoformat(),
        "changed": listing.changed.isoformat(),
        "facts": [records.fact(fact) for fact in known.facts],
    }
