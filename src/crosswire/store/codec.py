"""Values and readings <-> compact bytes, exactly: what is decoded equals what was encoded.

A reading is JSON in lists, its speakers and values written once and referred to by number, compressed. Spans are two
offsets where they quote the report letter for letter, as all spans of ours do; else their words are written too.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Generic, TypeVar

from crosswire.model import (
    Block,
    Claim,
    Mention,
    Party,
    Place,
    Quantity,
    Reading,
    Recognised,
    Report,
    Span,
    Speaker,
    Text,
    Time,
    Value,
)

Noun = TypeVar("Noun")
Plain = Any  # what JSON can write
FORM = 1  # of the bytes; a reader of a later form still reads this one
PLAIN = json.JSONEncoder(separators=(",", ":"))  # made once: asked for seven times a report
QUICK = 1  # compression: level 1 is six times as fast as 9 and 8 % larger on readings


def pack(plain: Plain) -> bytes:
    """JSON values as compressed bytes."""
    return zlib.compress(PLAIN.encode(plain).encode("ascii"), QUICK)


def unpack(data: bytes) -> Plain:
    """What `pack` was given."""
    return json.loads(zlib.decompress(data))


def moment(at: datetime | None) -> str | None:
    """A moment as ISO 8601."""
    return None if at is None else at.isoformat()


def moment_of(text: str | None) -> datetime | None:
    """The moment of an ISO 8601 text of ours."""
    return None if text is None else datetime.fromisoformat(text)


# --- values ---------------------------------------------------------------------------------------------------------


def value(of: Value) -> Plain:
    """A value as a list that begins with the letter of its type."""
    if isinstance(of, Quantity):
        return ["q", of.text, of.low, of.high, of.bound, of.unit, of.noun]
    if isinstance(of, Time):
        return ["t", of.text, moment(of.start), moment(of.end), of.granularity, of.duration, of.repeats]
    if isinstance(of, Place):
        rest = [] if of.division is None else [of.division]
        return ["l", of.text, of.name, of.country, of.lat, of.lon, of.relation, of.kind, of.radius_km, *rest]
    if isinstance(of, Party):
        return ["p", of.text, of.name, of.country, of.kind]
    return ["w", of.text, of.name]


def _time(text: str, start: str | None, end: str | None, *rest: Any) -> Time:
    return Time(text, moment_of(start), moment_of(end), *rest)


VALUES: dict[str, Callable[..., Value]] = {"q": Quantity, "t": _time, "l": Place, "p": Party, "w": Text}


def value_of(plain: Plain) -> Value:
    """The value of such a list."""
    return VALUES[plain[0]](*plain[1:])


def maybe_value(of: Value | None) -> Plain:
    """A value or None."""
    return None if of is None else value(of)


def maybe_value_of(plain: Plain) -> Value | None:
    """The value of such a list, or None."""
    return None if plain is None else value_of(plain)


# --- speakers, standing alone ---------------------------------------------------------------------------------------


def span(of: Span | None, text: str) -> Plain:
    """A span as its offsets; with its words where it does not quote `text`."""
    if of is None:
        return None
    if text[of.start : of.end] == of.exact:
        return [of.start, of.end]
    return [of.start, of.end, of.exact]


def span_of(plain: Plain, text: str) -> Span:
    """The span of such a list."""
    if len(plain) == 2:
        return Span(plain[0], plain[1], text[plain[0] : plain[1]])
    return Span(*plain)


def speaker(of: Speaker, text: str) -> Plain:
    """A speaker with its members."""
    members = [speaker(m, text) for m in of.members]
    return [of.name, of.canonical, of.kind, of.role, span(of.span, text), of.country, members]


def speaker_of(plain: Plain, text: str) -> Speaker:
    """The speaker of such a list."""
    name, canonical, kind, role, at, country, members = plain
    found = None if at is None else span_of(at, text)
    return Speaker(name, canonical, kind, role, found, country, tuple(speaker_of(m, text) for m in members))


# --- readings -------------------------------------------------------------------------------------------------------


class _Table(Generic[Noun]):
    """Nouns of one report, each written once."""

    def __init__(self, write: Callable[[Noun], Plain]) -> None:
        self.rows: list[Plain] = []
        self._write = write
        self._seen: dict[str, int] = {}

    def number(self, noun: Noun) -> int:
        """The row of a noun. Told apart by their writing: 1 and 1.0, equal to Python, are two."""
        row = self._write(noun)
        key = json.dumps(row)
        if key not in self._seen:
            self._seen[key] = len(self.rows)
            self.rows.append(row)
        return self._seen[key]


def reading(of: Reading) -> bytes:
    """A reading as bytes."""
    text = of.report.text
    speakers: _Table[Speaker] = _Table(lambda noun: speaker(noun, text))
    values: _Table[Value] = _Table(value)

    def number(told: Value | None) -> int | None:
        return None if told is None else values.number(told)

    claims = [_claim(c, of.report, [speakers.number(s) for s in c.speakers], number(c.value)) for c in of.claims]
    mentions = [
        _mention(m, of.report, number(m.when), [[n, number(told)] for n, told in m.values]) for m in of.mentions
    ]
    recognised = [[span(v.span, text), values.number(v.value)] for v in of.values]
    return pack([FORM, _report(of.report), speakers.rows, values.rows, claims, mentions, recognised])


def reading_of(data: bytes) -> Reading:
    """The reading of such bytes."""
    _, told, speaker_rows, value_rows, claim_rows, mention_rows, recognised = unpack(data)
    report = _report_of(told)
    text = report.text
    speakers = [speaker_of(row, text) for row in speaker_rows]
    values = [value_of(row) for row in value_rows]
    return Reading(
        report,
        tuple(_claim_of(row, report, speakers, values) for row in claim_rows),
        tuple(_mention_of(row, report, values) for row in mention_rows),
        tuple(Recognised(span_of(at, text), values[n]) for at, n in recognised),
    )


def report_of(data: bytes) -> Report:
    """Only the report of a reading's bytes."""
    return _report_of(unpack(data)[1])


def _report(of: Report) -> Plain:
    return [
        of.id,
        of.text,
        [[b.kind, b.start, b.end] for b in of.blocks],
        of.title,
        of.outlet,
        moment(of.published),
        of.date_basis,
        of.language,
        of.path,
        of.url,
        of.byline,
        of.dateline,
        of.credit,
        dict(of.known_by),
        list(of.warnings),
    ]


def _report_of(row: Sequence[Plain]) -> Report:
    rid, text, blocks, title, outlet, published, *rest, warnings = row
    made = tuple(Block(*block) for block in blocks)
    known: list[Any] = [*rest, tuple(warnings)]
    return Report(rid, text, made, title, outlet, moment_of(published), *known)


def _claim(of: Claim, report: Report, speakers: list[int], told: int | None) -> Plain:
    text, home = report.text, None if of.report == report.id else of.report
    return [
        of.id,
        of.mention,
        of.attribute,
        of.kind,
        of.mode,
        of.stance,
        speakers,
        told,
        span(of.span, text),
        span(of.cue, text),
        span(of.words, text),
        [span(part, text) for part in of.parts],
        of.act,
        home,
        *([of.taken, of.view] if of.view else [of.taken] if of.taken else ()),
    ]


def _claim_of(row: Sequence[Plain], report: Report, speakers: Sequence[Speaker], values: Sequence[Value]) -> Claim:
    text = report.text
    cid, mention, attribute, kind, mode, stance, said_by, told, at, cue, words, parts, act, home, *more = row
    return Claim(
        cid,
        home or report.id,
        mention,
        attribute,
        kind,
        mode,
        stance,
        tuple(speakers[n] for n in said_by),
        None if told is None else values[told],
        span_of(at, text),
        None if cue is None else span_of(cue, text),
        None if words is None else span_of(words, text),
        tuple(span_of(part, text) for part in parts),
        act,
        *more,
    )


def _mention(of: Mention, report: Report, when: int | None, values: list[Plain]) -> Plain:
    text, home = report.text, None if of.report == report.id else of.report
    spans = [span(of.trigger, text), span(of.phrase, text), span(of.sentence, text)]
    told = [of.modality, of.prominence, of.block, of.refers, when, of.sequence, of.another]
    return [of.id, home, of.frame, *spans, *told, values, of.telling]


def _mention_of(row: Sequence[Plain], report: Report, values: Sequence[Value]) -> Mention:
    text = report.text
    mid, home, frame, trigger, phrase, sentence, modality, prominence, block, *rest = row
    refers, when, order, another, told, *more = rest
    time = None if when is None else values[when]
    return Mention(
        mid,
        home or report.id,
        frame,
        span_of(trigger, text),
        span_of(phrase, text),
        span_of(sentence, text),
        modality,
        prominence,
        block,
        refers,
        time if isinstance(time, Time) else None,
        order,
        another,
        tuple((name, values[n]) for name, n in told),
        *more,
    )
