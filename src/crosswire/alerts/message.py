"""What an alert says, as one plain record from which every body is made: text, HTML, JSON, CAP, feeds.

A reader must be able to judge it without opening anything: what, where, when, how it stands and on whose word, the very
words with their address, what is new since the last message, and what nobody has told yet.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crosswire.alerts.decide import standing_of
from crosswire.alerts.scenes import own_place, places_of
from crosswire.alerts.words import Wording, answer, as_told
from crosswire.model import WHETHER, Brief, Candidate, Claim, Decision, Event, Fact, Origin, Picture, Report, Watch
from crosswire.model.values import Place, Time

QUOTES = 5
FACTS = 12
SIDES = 3
ALSO = 2
FIRST = ("who", "what", "where", "when", "killed", "cause")  # what is asked first where nobody has told it
# What is told of few events: that nobody has told how many bodies were found of a quake without dead is no news.
SELDOM = frozenset(("bodies", "displaced", "rescued", "buildings", "cost", "without_power", "arrested"))
UNKNOWN = 5
NOTE = "Machine-made from public reports; nobody has checked it. Read the sources before you act on it."
LEVEL = {1: "confirmed", 2: "probably true", 3: "possibly true", 4: "doubtful", 5: "improbable", 6: "cannot be judged"}
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Material:
    """What a message is made of: the watch, the decision, the event's picture and its brief, its kind's questions."""

    watch: Watch
    decision: Decision
    picture: Picture
    brief: Brief
    questions: Mapping[str, str]
    base: str | None = None  # the address of the pages, for links
    words: Wording = as_told


def compose(of: Material) -> Record:
    """The message as a record of plain JSON values."""
    event = of.picture.event
    facts = [f for f in of.brief.facts if f.event == event.id] or list(of.picture.facts)
    standing, origins = standing_of(of.picture)
    claims = {c.id: c for c in of.brief.claims}
    reports = {r.id: r for r in of.brief.reports}
    told = sorted({c for f in facts for x in f.candidates for c in x.claims if c in claims})
    told = told or sorted(c for c, home in of.brief.claim_event.items() if home == event.id and c in claims)
    return {
        "watch": of.watch.name,
        "news": [{"kind": kind, "words": words} for kind, words in of.decision.news],
        "event": _event(event, facts, of),
        "cancel": standing == "withdrawn" or not of.picture.real,
        "area": _area(of.decision, of.watch),
        "standing": standing,
        "origins_count": origins,
        "credibility": _credibility(facts),
        "who": [o.name for o in _named([f for f in facts if f.attribute in WHETHER], of.picture.origins)],
        "origins": [{"name": o.name, "kind": o.kind} for o in _named(facts, of.picture.origins)],
        "facts": [_fact(f, of) for f in facts if f.attribute not in WHETHER][:FACTS],
        "quotes": list(_quotes([claims[i] for i in told], reports))[:QUOTES],
        "unknown": list(_unknown(facts, of))[:UNKNOWN],
        "reports": [_report(reports[r]) for r in event.reports if r in reports],
        "note": NOTE,
    }


def _event(event: Event, facts: Sequence[Fact], of: Material) -> Record:
    base, others = of.base, [(q, p) for q, p in places_of(of.picture) if q]
    return {
        "id": event.id,
        "title": event.title,
        "frame": event.frame,
        "when": _when(_told_time(facts) or event.when, of.words),
        "where": _where(own_place(of.picture), of.words),
        "places": [{"question": q, **(_where(p, of.words) or {})} for q, p in others],
        "url": f"{base.rstrip('/')}/events/{event.id}" if base else None,
    }


def _told_time(facts: Sequence[Fact]) -> Time | None:
    """The answer that holds to when it was: finer than the event's own, which was told first."""
    held = (f.value for f in facts if f.attribute == "when" and f.standing in ("corroborated", "reported"))
    return next((value for value in held if isinstance(value, Time)), None)


def _when(when: Time | None, words: Wording) -> Record | None:
    if when is None:
        return None
    start, end = (moment.isoformat() if moment else None for moment in (when.start, when.end))
    return {"text": answer(when, words), "start": start, "end": end}


def _where(place: Place | None, words: Wording) -> Record | None:
    if place is None:
        return None
    told = {"name": answer(place, words) or place.text, "country": place.country, "lat": place.lat, "lon": place.lon}
    return told | {"radius_km": place.radius_km}


def _area(decision: Decision, watch: Watch) -> Record | None:
    if decision.where is None or watch.area is None:
        return None
    where = decision.where
    return {"name": watch.area.name, "relation": where.relation, "km": where.km, "why": where.why}


def _credibility(facts: Sequence[Fact]) -> Record | None:
    happened = next((f for f in facts if f.attribute in WHETHER), None)
    if happened is None:
        return None
    return {"grade": happened.credibility, "words": LEVEL[happened.credibility], "reasons": list(happened.reasons)}


def _fact(fact: Fact, of: Material) -> Record:
    origins = of.picture.origins
    value = fact.value or (fact.candidates[0].value if fact.candidates else None)
    first = answer(value, of.words) if value is not None else None
    sides = [
        {"answer": answer(c.value, of.words), "origins": [o.name for o in _of_candidate(c, origins)]}
        for c in fact.candidates
    ]
    rivals = list(dict.fromkeys(str(side["answer"]) for side in sides if side["answer"] != first))
    disputed = fact.standing == "disputed"
    return {
        "attribute": fact.attribute,
        "question": fact.question,
        "answer": first,
        "others": rivals[:SIDES] if disputed else [],
        "sides": sides[: SIDES + 1] if disputed else [],
        "also": [] if disputed else list(_closer(fact, first, of))[:ALSO],
        "standing": fact.standing,
        "origins": [o.name for o in (_named([fact], origins) if disputed else _holding(fact, origins))],
    }


def _holding(fact: Fact, origins: Sequence[Origin]) -> list[Origin]:
    """Those behind the answer that holds: of a fact on one origin, that one alone."""
    if fact.standing == "corroborated":
        return _named([fact], origins)
    best = next((c for c in fact.candidates if c.value == fact.value), None)
    return _of_candidate(best, origins) if best is not None else _named([fact], origins)


def _closer(fact: Fact, first: str | None, of: Material) -> Iterator[Record]:
    """What one tells more closely of a place or a time: "107 km west of Hodeidah", where two say "the Red Sea"."""
    if not isinstance(fact.value, Place | Time):
        return
    told = {i for c in fact.candidates for i in c.claims}
    seen = {first}
    for claim in of.brief.claims:
        if claim.id in told and isinstance(claim.value, Place | Time) and _width(claim.value) < _width(fact.value):
            words = answer(claim.value, of.words)
            if words not in seen:
                seen.add(words)
                yield {"answer": words, "by": claim.speakers[-1].canonical if claim.speakers else None}


def _width(value: Place | Time) -> float:
    """How roughly a place or a time is told, in km or seconds."""
    if isinstance(value, Place):
        return value.radius_km or 0.0 if value.lat is not None else math.inf
    return (value.end - value.start).total_seconds() if value.start and value.end else math.inf


def _of_candidate(candidate: Candidate, origins: Sequence[Origin]) -> list[Origin]:
    return [o for o in origins if o.id in (candidate.independent or ())]


def _named(facts: Sequence[Fact], origins: Sequence[Origin]) -> list[Origin]:
    """The independent origins behind these facts, each once; never an unknown one."""
    ids = {i for f in facts for c in f.candidates for i in c.independent or ()}
    return [o for o in origins if o.id in ids]


def _quotes(claims: Sequence[Claim], reports: Mapping[str, Report]) -> Iterator[Record]:
    """Sentences that tell the event, one a report and no words twice, those with a named speaker first."""
    ranked = sorted(claims, key=lambda c: (-len(c.speakers), c.report, c.span.start))
    seen: set[str] = set()
    for claim in ranked:
        report = reports.get(claim.report)
        if report is None or claim.report in seen or claim.span.exact in seen:
            continue
        seen |= {claim.report, claim.span.exact}
        yield {
            "exact": claim.span.exact,
            "start": claim.span.start,
            "end": claim.span.end,
            "mode": claim.mode,
            "chain": _chain(claim, report),
            **_report(report),
        }


def _chain(claim: Claim, report: Report) -> list[str]:
    """Who says it, the outlet first, each under its one name and none twice in a row."""
    names = [report.outlet or "an unnamed outlet", *(s.canonical for s in claim.speakers[1:])]
    return [name for i, name in enumerate(names) if i == 0 or name != names[i - 1]]


def _report(report: Report) -> Record:
    published = report.published.isoformat() if report.published else None
    return {
        "outlet": report.outlet,
        "title": report.title,
        "url": report.url,
        "published": published,
        "report": report.id,
    }


def _unknown(facts: Sequence[Fact], of: Material) -> Iterator[str]:
    """What nobody has told: whether it was in the area, and the questions of this kind of event without an answer."""
    if of.decision.where is not None and of.decision.where.relation == "unknown":
        yield "Was it in your area?"
    told = {f.attribute for f in facts if f.value is not None or f.candidates}
    open_ = [(name, question) for name, question in of.questions.items() if name not in told | SELDOM]
    yield from (question for _, question in sorted(open_, key=lambda one: one[0] not in FIRST))
