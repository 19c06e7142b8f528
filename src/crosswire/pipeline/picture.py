"""An event and its claims -> its picture: facts, origins, how each voice's answers stand beside the others'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crosswire.facts import origins
from crosswire.facts.origins.public import is_public
from crosswire.model import Answered, Candidate, Claim, Event, Fact, Mention, Picture, Place, Report, Share
from crosswire.pipeline.origins import Tracing
from crosswire.pipeline.tables import Tables
from crosswire.pipeline.weigh import facts_of


@dataclass(frozen=True, slots=True)
class Material:
    """What an event's reports hold: the reports, mentions and claims by id, and what binds origins."""

    reports: Mapping[str, Report]
    mentions: Mapping[str, Mention]
    ties: origins.Ties


def make_picture(event: Event, claims: Sequence[Claim], of: Material, seen: tuple[Tables, bool, bool]) -> Picture:
    """What is known of an event, from the claims that are about it; `seen`: the tables, is it to come, is it one."""
    tables, ahead, real = seen
    tracing = Tracing(of.reports, of.ties)
    facts = tuple(facts_of(event, claims, tracing, (tables, of.mentions)))
    frame = tables.linking.frames.get(event.frame)
    own = [of.mentions[m] for m in event.mentions]
    public = frozenset(c.id for c in claims if is_public(frame, c.attribute))
    return Picture(
        event=event,
        homes=tuple(m.report for m in own),
        facts=facts,
        origins=origins.collect(tracing.all(claims, public)),
        answers=tuple(_answers(facts, {c.id: c for c in claims}, of)),
        places=tuple(sorted(_places(own, tables))),
        outlets=_outlets(event, of),
        ahead=ahead,
        real=real,
        response=frame is not None and frame.response,
        family=frame.family if frame is not None else None,
    )


def make_news(event: Event, of: Material, nodes: Sequence[tuple[str, str]]) -> Picture:
    """News of a kind that no frame tells: a headline and its reports, without facts. `nodes`: (id, report)."""
    return Picture(
        event=replace(event, mentions=tuple(node for node, _ in nodes)),
        homes=tuple(report for _, report in nodes),
        facts=(),
        origins=(),
        outlets=_outlets(event, of),
    )


def _outlets(event: Event, of: Material) -> tuple[str, ...]:
    return tuple(sorted({o for r in event.reports if (o := of.reports[r].outlet)}))


def _places(mentions: Sequence[Mention], tables: Tables) -> set[str]:
    """Names and countries of where it was told to be; a country by its code and its name."""
    places = [v for m in mentions for _, v in m.values if isinstance(v, Place)]
    codes = {p.country for p in places if p.country}
    countries = (tables.countries.by_code(code) for code in codes)
    return {p.name for p in places if p.name} | codes | {c.name for c in countries if c is not None}


def _answers(facts: Sequence[Fact], claims: Mapping[str, Claim], of: Material) -> Iterator[Answered]:
    for fact in facts:
        shares: dict[str, Share] = {}
        for candidate in fact.candidates:
            for voice, share in _shares(fact, candidate, claims, of):
                shares[voice] = _worse(shares.get(voice), share)
        yield from (Answered(voice, fact.attribute, share) for voice, share in sorted(shares.items()))


def _shares(fact: Fact, candidate: Candidate, claims: Mapping[str, Claim], of: Material) -> Iterator[tuple[str, Share]]:
    """Each voice behind one answer: the speakers nearest to the fact, and the outlets."""
    told = [claims[c] for c in candidate.claims if c in claims]
    against = fact.standing in ("disputed", "withdrawn") and len(fact.candidates) > 1
    sources = {found[0] if (found := of.ties.copies.source(c)) else c.report for c in told}
    outlets = {of.reports[c.report].outlet for c in told}
    speakers = {c.speakers[-1].canonical for c in told if len(c.speakers) > 1 and c.speakers[-1].kind != "unnamed"}
    several: Share = "echoed" if len(candidate.independent or ()) > 1 else "alone"
    for speaker in speakers:
        yield speaker, "contradicted" if against else several
    carried: Share = "echoed" if len(sources) > 1 and len(outlets) > 1 else "alone"
    for outlet in outlets - {None}:
        yield str(outlet), "contradicted" if against else carried


def _worse(known: Share | None, other: Share) -> Share:
    """Of two shares of one voice's answers to one question, the one that a reader should know of."""
    order: tuple[Share, ...] = ("echoed", "alone", "contradicted")
    return other if known is None else max(known, other, key=order.index)
