"""What `crosswire read --format jsonl` prints, for the other benchmarks to score: the same code, from record to line.

The texts go into a file of JSON lines and through `app.read` and `app.render_reading`, as the command's do; what comes
out is parsed again, so nothing that the command does not print can be scored. The functions `..._of` take from such an
object what one benchmark counts. A measurement of its own this is not: it has no `run`.
"""

from __future__ import annotations

import io
import json
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from crosswire import app
from crosswire.claims.quantities.find import load_quantities
from crosswire.claims.quantities.numbers import numbers
from crosswire.model import Place, Quantity, Recognised, Span, Time

Item = tuple[str, str, datetime | None]  # a name, the text, when it was published
Record = dict[str, Any]  # one line of JSON, parsed
Piece = tuple[int, int]

LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])")
# ISO 8601 letters of a length -> our unit codes; "PT" turns months into minutes.
LENGTHS = {"Y": "a", "M": "mo", "W": "wk", "D": "d", "TH": "h", "TM": "min", "TS": "s"}


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution as printed: the pieces of its content, its cue, and where the speaker nearest the fact stands."""

    content: tuple[Piece, ...]
    source: Piece | None
    cue: Piece | None

    def holds(self, cue: Piece) -> bool:
        """Whether a cue stands inside this attribution's content."""
        return any(start <= cue[0] and cue[1] <= end for start, end in self.content)


def read_texts(items: Iterable[Item], frames: Path | None = None) -> Iterator[Record]:
    """For each text, in order, the object that `crosswire read --format jsonl` prints for a record with that text.

    A text that the command refuses (it has no words, it is not English) gives {"error": why, "report": None} with no
    claims and no values. Offsets count in the text as given; a byte order mark, which the command takes off, is
    refused with a ValueError for that reason.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        names = _write(items, path)
        yield from _in_order(_lines(path, frames), names)


def _write(items: Iterable[Item], path: Path) -> list[str]:
    """One record a line; the names in their order."""
    names = []
    with path.open("w", encoding="utf-8") as file:
        for name, text, published in items:
            if text.startswith("\ufeff"):
                raise ValueError(f"{name}: starts with a byte order mark; take it off, and count without it")
            record = {"text": text, "published": published.isoformat() if published else None}
            file.write(json.dumps(record) + "\n")
            names.append(name)
    return names


def _lines(path: Path, frames: Path | None) -> Iterator[tuple[int, Record]]:
    """What the command prints for each line of the file, with the line's number from 0, as it comes."""
    for read in app.read([str(path)], app.Given(), io.BytesIO(), frames):
        if isinstance(read, app.UnreadableInputError):
            yield _number(read.where), {"error": read.why, "report": None, "claims": [], "values": []}
        else:
            printed: Record = json.loads(app.render_reading(read, "jsonl"))
            yield _number(str(read.report.path)), printed


def _number(where: str) -> int:
    """The number of a line, from 0, by what our program calls it."""
    return int(where.rsplit(":", 1)[1]) - 1


def _in_order(numbered: Iterable[tuple[int, Record]], names: Sequence[str]) -> Iterator[Record]:
    """The objects in the order of the texts: an error may be told before the reading of an earlier text is done."""
    waiting: dict[int, Record] = {}
    due = 0
    for number, record in numbered:
        waiting[number] = record
        while due in waiting:
            yield waiting.pop(due)
            due += 1
    if due < len(names):
        raise ValueError(f"nothing was printed for {names[due]}")


# --- what a benchmark takes from an object ----------------------------------------------------------------------


def attributions_of(printed: Record, nested: bool = True) -> list[Attributed]:
    """The attributions among the claims: no answer to a frame's question, no act without words, not the outlet's own
    voice. Without `nested`, those whose cue stands in another one's content are left out.
    """
    claims = [c for c in printed["claims"] if c["attribute"] is None and c["words"] is None and c["mode"] != "narrated"]
    found = list(dict.fromkeys(_attributed(c) for c in claims))
    if nested:
        return found
    return [a for a in found if a.cue is None or not any(b is not a and b.holds(a.cue) for b in found)]


def _attributed(claim: Record) -> Attributed:
    content = tuple(_piece(part) for part in claim["parts"] or [claim["span"]])
    speaker = claim["speakers"][-1]
    source = _source(speaker) if len(claim["speakers"]) > 1 else None
    return Attributed(content, source, _piece(claim["cue"]) if claim["cue"] else None)


def _source(speaker: Record) -> Piece | None:
    """Where a speaker stands; of a joint one without a place of its own, from the first member to the last."""
    if speaker["span"]:
        return _piece(speaker["span"])
    members = [_piece(m["span"]) for m in speaker["members"] if m["span"]]
    return (min(s for s, _ in members), max(e for _, e in members)) if members else None


def _piece(span: Mapping[str, Any]) -> Piece:
    return span["start"], span["end"]


def quantities_of(printed: Record, lengths: bool = False) -> list[Recognised]:
    """The quantities among the values; with `lengths`, also the lengths of time ("three days"), which we print as
    times and which some data counts as quantities; of a length only one told with a number ("a decade" has none).
    """
    found = [_recognised(v, _quantity(v["value"])) for v in _values(printed, "quantity")]
    if lengths:
        words = load_quantities().numbers
        times = [(v, _length(v["value"])) for v in _values(printed, "time") if any(numbers(v["span"]["exact"], words))]
        found += [_recognised(v, length) for v, length in times if length]
    return sorted(found, key=lambda r: (r.span.start, r.span.end))


def _quantity(value: Record) -> Quantity:
    return Quantity(value["text"], value["low"], value["high"], value["bound"], value["unit"], value["noun"])


def _length(value: Record) -> Quantity | None:
    """A length of time as a quantity, where it is one number of one unit."""
    whole = LENGTH.fullmatch(value["duration"] or "")
    if whole is None:
        return None
    number = float(whole[2])
    return Quantity(value["text"], number, number, "exact", LENGTHS[whole[1] + whole[3]])


def times_of(printed: Record) -> list[Recognised]:
    """The times among the values, as values of our own."""
    return [_recognised(v, _time(v["value"])) for v in _values(printed, "time")]


def _time(value: Record) -> Time:
    start, end = (datetime.fromisoformat(value[k]) if value[k] else None for k in ("start", "end"))
    return Time(value["text"], start, end, value["granularity"], value["duration"], value["repeats"])


def places_of(printed: Record) -> list[Recognised]:
    """The places among the values, as values of our own."""
    return [_recognised(v, Place(**v["value"])) for v in _values(printed, "place")]


def _values(printed: Record, kind: str) -> Iterator[Record]:
    return (v for v in printed["values"] if v["value"]["type"] == kind)


def _recognised(printed: Record, value: Quantity | Time | Place) -> Recognised:
    span = printed["span"]
    return Recognised(Span(span["start"], span["end"], span["exact"]), value)
