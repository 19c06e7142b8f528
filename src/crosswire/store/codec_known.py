"""What follows from readings <-> compact bytes: facts, events, origins, edits, changes. Exact, as `codec` is.

A row may gain fields at its end: one that an earlier version wrote is read without them until a rebuild.
"""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.model import (
    Answered,
    Candidate,
    Change,
    Copied,
    Earlier,
    Edit,
    Event,
    Fact,
    Finer,
    Origin,
    Picture,
    Place,
    Reprint,
    Span,
    Time,
)
from crosswire.store.codec import Plain, maybe_value, maybe_value_of, moment, moment_of, pack, unpack, value, value_of


def told(of: Picture) -> bytes:
    """An event and how it is found, as bytes; its facts and origins stand by themselves."""
    event = of.event
    when, where = maybe_value(event.when), maybe_value(event.where)
    lists = [list(event.mentions), list(event.reports), list(event.why)]
    found = [list(of.homes), [[a.voice, a.attribute, a.share] for a in of.answers], list(of.places), list(of.outlets)]
    plain = [event.id, event.frame, event.role, event.title, when, where, *lists, event.naming, event.shown]
    return pack([plain, *found, of.ahead, of.real, of.response, of.family])


def picture_of(told: bytes, facts: bytes, origins: bytes) -> Picture:
    """The picture of such bytes."""
    event, homes, answers, places, outlets, ahead, real, response, family = unpack(told)
    return Picture(
        _event_of(event),
        tuple(homes),
        facts_of(facts),
        origins_of(origins),
        tuple(Answered(*row) for row in answers),
        tuple(places),
        tuple(outlets),
        ahead,
        real,
        response,
        family,
    )


def _event_of(row: Plain) -> Event:
    eid, frame, role, title, at, place, mentions, reports, why, *more = row
    when, where = maybe_value_of(at), maybe_value_of(place)
    assert when is None or isinstance(when, Time)  # noqa: S101 - they were written from an Event
    assert where is None or isinstance(where, Place)  # noqa: S101
    return Event(eid, frame, role, title, when, where, tuple(mentions), tuple(reports), tuple(why), *more)


def facts(of: Sequence[Fact]) -> bytes:
    """The facts of one event as bytes."""
    return pack([_fact(fact) for fact in of])


def facts_of(data: bytes) -> tuple[Fact, ...]:
    """The facts of such bytes."""
    return tuple(_fact_of(row) for row in unpack(data))


def _fact(of: Fact) -> Plain:
    candidates = [_candidate(c) for c in of.candidates]
    told = [of.standing, of.credibility, maybe_value(of.value)]
    return [of.event, of.attribute, of.question, *told, candidates, list(of.reasons), [_earlier(e) for e in of.history]]


def _fact_of(row: Plain) -> Fact:
    event, attribute, question, standing, credibility, told, candidates, reasons, *later = row
    answers, replaced = (
        tuple(_candidate_of(c) for c in candidates),
        tuple(_earlier_of(e) for e in (later[0] if later else ())),
    )
    known = (event, attribute, question, standing, credibility, maybe_value_of(told))
    return Fact(*known, answers, tuple(reasons), replaced)


def _earlier(of: Earlier) -> Plain:
    return [value(of.value), value(of.replaced_by), moment(of.first), list(of.claims), list(of.origins)]


def _earlier_of(row: Plain) -> Earlier:
    told, newer, first, claims, origins = row
    return Earlier(value_of(told), value_of(newer), moment_of(first), tuple(claims), tuple(origins))


def _candidate(of: Candidate) -> Plain:
    independent = None if of.independent is None else list(of.independent)
    finer = None if of.finer is None else [value(of.finer.value), list(of.finer.origins)]
    return [value(of.value), list(of.claims), list(of.origins), independent, finer]


def _candidate_of(row: Plain) -> Candidate:
    told, claims, origins, independent, *later = row
    finer = Finer(value_of(later[0][0]), tuple(later[0][1])) if later and later[0] else None
    counted = None if independent is None else tuple(independent)
    return Candidate(value_of(told), tuple(claims), tuple(origins), counted, finer)


def origins(of: Sequence[Origin]) -> bytes:
    """The origins behind one event as bytes."""
    return pack([[o.id, o.name, o.kind, list(o.reports), list(o.reasons), list(o.claims), o.voice] for o in of])


def origins_of(data: bytes) -> tuple[Origin, ...]:
    """The origins of such bytes."""
    return tuple(
        Origin(oid, name, kind, tuple(reports), tuple(why), *((tuple(later[0]), later[1]) if later else ()))
        for oid, name, kind, reports, why, *later in unpack(data)
    )


def edits(of: Sequence[Edit]) -> bytes:
    """What one version changed, as bytes."""
    return pack([[e.kind, e.before, e.after] for e in of])


def edits_of(data: bytes | None) -> tuple[Edit, ...]:
    """The edits of such bytes; none where there are no bytes."""
    return () if data is None else tuple(Edit(*row) for row in unpack(data))


def reprint(of: Reprint) -> bytes:
    """What a report copies, as bytes; the words of a passage once where they are the same in both."""
    passages = [[_span(p.here), _span(p.there, p.here.exact)] for p in of.passages]
    return pack([of.report, of.of, of.share, of.reason, passages, of.known_by])


def reprint_of(data: bytes) -> Reprint:
    """The reprint of such bytes."""
    report, of, share, reason, passages, known_by = unpack(data)
    made = tuple(
        Copied(Span(*here), Span(start, end, here[2] if words is None else words))
        for here, (start, end, words) in passages
    )
    return Reprint(report, of, share, reason, made, known_by)


def _span(of: Span, known: str | None = None) -> Plain:
    return [of.start, of.end, None if of.exact == known else of.exact]


def change(of: Change) -> bytes:
    """What columns do not hold of a change, as bytes."""
    return pack([of.words, maybe_value(of.before), maybe_value(of.after), of.was, of.now, list(of.reports)])


def change_of(data: bytes) -> tuple[str, Plain, Plain, Plain, Plain, tuple[str, ...]]:
    """(words, before, after, was, now, reports)."""
    words, before, after, was, now, reports = unpack(data)
    return words, maybe_value_of(before), maybe_value_of(after), was, now, tuple(reports)
