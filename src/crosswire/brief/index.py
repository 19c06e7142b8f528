"""A brief with its ids looked up: what composing needs to find, found once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crosswire.brief.evidence import evidence, label
from crosswire.brief.sheet import Evidence
from crosswire.brief.wording import Wording
from crosswire.model import Block, Brief, Claim, Event, Fact, Origin, Report

Weight = Callable[[Claim], tuple[bool, int]]  # whether a claim comes after all others; how near the front, 0 the first
TAIL = 48  # and behind a whole quotation: '"...," Paz told reporters on Monday'
EDGE = 12  # characters before an inner speaker or behind his words ("that ", ", too")


@dataclass(frozen=True, slots=True)
class Index:
    """Lookups by id; `numbers` are the reports' places in the list that a reader sees, from 1."""

    brief: Brief
    wording: Wording
    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    numbers: Mapping[str, int]
    origins: Mapping[str, Origin]
    events: Mapping[str, Event]
    facts: Mapping[str, tuple[Fact, ...]]
    told: Mapping[str, tuple[Claim, ...]]
    headlines: Mapping[str, tuple[Block, ...]]
    passed_on: frozenset[str]
    voices: Mapping[str, str]  # claim -> the origin that it counts for

    def words(self, claims: Iterable[str], weight: Weight = lambda claim: (False, 0)) -> tuple[Evidence, ...]:
        """The evidence of claims, each place in a report once.

        What weighs more comes first; then what somebody is credited with before what an outlet tells by itself, and a
        text before its headline. Then one claim of each origin and each report before a second of any, and words that
        a reprint repeats joined to those it copies: a reader who sees two sees two that differ.
        """
        known = [self.claims[id_] for id_ in claims if id_ in self.claims and self.claims[id_].report in self.reports]
        groups: dict[tuple[str, str], dict[tuple[str, int], Claim]] = {}
        for claim in sorted(known, key=lambda c: (*weight(c), *self._rank(c))):
            same = groups.setdefault((claim.span.exact, self._nearest(claim)), {})
            same.setdefault((claim.report, claim.span.start), claim)
        turns: Counter[str] = Counter()
        out: list[tuple[tuple[bool, int], Evidence]] = []
        for first, *others in (tuple(group.values()) for group in groups.values()):
            sources = {first.report, self.voices.get(first.id) or self._nearest(first)}
            turn = max(turns[source] for source in sources)
            out.append(((weight(first)[0], turn), self._joint(first, others)))
            turns.update(sources)
        return tuple(e for _, e in sorted(out, key=lambda pair: pair[0]))

    def _joint(self, first: Claim, others: Sequence[Claim]) -> Evidence:
        return replace(self.word(first), same=tuple(self.word(other) for other in others))

    def _nearest(self, claim: Claim) -> str:
        return claim.speakers[-1].canonical if len(claim.speakers) > 1 else ""

    def _rank(self, claim: Claim) -> tuple[bool, bool, int, int]:
        headline = any(b.start <= claim.span.start < b.end for b in self.headlines[claim.report])
        return (headline, len(claim.speakers) < 2, self.numbers[claim.report], claim.span.start)

    def word(self, claim: Claim) -> Evidence:
        """The evidence of one claim."""
        return evidence(claim, self.reports[claim.report], self.numbers[claim.report])

    def outlets(self, reports: Iterable[str]) -> tuple[str, ...]:
        """The outlets of some reports, each once, in the order of the reports."""
        return tuple(dict.fromkeys(label(self.reports[id_]) for id_ in reports if id_ in self.reports))


def index(brief: Brief, wording: Wording) -> Index:
    """The lookups of a brief."""
    facts: dict[str, list[Fact]] = defaultdict(list)
    for fact in brief.facts:
        facts[fact.event].append(fact)
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in brief.claims:
        told[brief.claim_event.get(claim.id, "")].append(claim)
    return Index(
        brief=brief,
        wording=wording,
        claims={c.id: c for c in brief.claims},
        reports={r.id: r for r in brief.reports},
        numbers={r.id: n for n, r in enumerate(brief.reports, 1)},
        origins={o.id: o for o in brief.origins},
        events={e.id: e for e in brief.events},
        facts={id_: tuple(of) for id_, of in facts.items()},
        told={id_: tuple(of) for id_, of in told.items()},
        passed_on=frozenset(_passed_on(brief.claims)),
        voices={id_: o.voice or o.id for o in brief.origins for id_ in o.claims},
        headlines={r.id: tuple(b for b in r.blocks if b.kind in ("title", "heading")) for r in brief.reports},
    )


def _passed_on(claims: Sequence[Claim]) -> Iterator[str]:
    """The ids of the claims whose words are only that somebody else said something."""
    acts: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.act is not None:
            acts[claim.report].append(claim)
    for own in acts.values():
        yield from (c.id for c in own if any(_is_all_of(other, c) for other in own))


def _is_all_of(inner: Claim, outer: Claim) -> bool:
    """Whether what one speaker says is no more than that another, whom he passes on, says it."""
    deeper = len(inner.speakers) > len(outer.speakers) and inner.speakers[: len(outer.speakers)] == outer.speakers
    if not deeper or inner.cue is None or not outer.span.covers(inner.cue):
        return False
    speaker = inner.speakers[-1].span
    spans = [inner.span, inner.cue, *([speaker] if speaker is not None else [])]
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    tail = TAIL if inner.mode == "quoted" else EDGE
    return start - outer.span.start <= EDGE and outer.span.end - end <= tail
