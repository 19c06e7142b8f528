"""The disputes that the reports themselves tell: who contradicts whom, each pair once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from crosswire.brief.contrary.asides import Aside, asides, at_odds, blamed_by, open_between, subject, teller
from crosswire.brief.contrary.denials import Denial, denied_by
from crosswire.brief.contrary.sides import Other, Shown, Sides
from crosswire.brief.contrary.told import Told, people, same
from crosswire.brief.contrary.words import words
from crosswire.model import Brief, Claim

NOBODY = Other("")


@dataclass(frozen=True, slots=True)
class Contrary:
    """Two that contradict each other: who denies and whose words, and the sentences that tell it, denied ones first.

    Both are NOBODY where a report tells that something is disputed and its words must say between whom.
    """

    denier: Other
    denied: Other
    shown: tuple[Shown, ...]


def contraries(brief: Brief) -> tuple[Contrary, ...]:
    """Who contradicts whom, in the order of the reports."""
    told = Told(brief)
    sides = Sides(told)
    found: list[Contrary] = []
    for one in (*_denied(sides), *_by_the_way(sides)):
        k = next((k for k, known in enumerate(found) if _is_of(one, known)), None)
        if k is None:
            found.append(one)
        else:
            found[k] = _joined(found[k], one)
    return tuple(replace(one, shown=_each(one.shown)) for one in found)


def _denied(sides: Sides) -> Iterator[Contrary]:
    """The claims that deny what another says."""
    for denial in _denials(sides.told):
        other = sides.other(denial)
        if other is not None:
            own = denial.claim
            shown = Shown(own.report, denial.sentence, own.cue, own.id)
            denier = Other(sides.told.called(own.speakers[-1]), own.speakers[-1], shown)
            yield Contrary(denier, other, (*([other.shown] if other.shown else []), shown))


def _denials(told: Told) -> Iterator[Denial]:
    for id_, claims in told.by_report.items():
        headed = [b for b in told.reports[id_].blocks if b.kind in ("title", "heading")]
        for claim in claims:
            denied = denied_by(claim, words())
            if denied is None or any(b.start <= claim.span.start < b.end for b in headed):
                continue
            unnamed = claim.speakers[-1].kind == "unnamed"  # "men deny ransom", "the notion contradicts"
            if (unnamed and denied in ("words", "blame")) or any(_is_quoted_around(c, claim) for c in claims):
                continue
            if (whole := told.sentence(claim)) is not None:
                yield Denial(claim, whole, denied)


def _is_quoted_around(outer: Claim, claim: Claim) -> bool:
    """Whether somebody else says in a quotation that it was denied."""
    cue = claim.cue
    return outer is not claim and cue is not None and outer.mode == "quoted" and outer.span.covers(cue)


def _by_the_way(sides: Sides) -> Iterator[Contrary]:
    """What sentences tell of it by the way."""
    for report in sides.told.reports.values():
        for aside in asides(report):
            yield from _aside(aside, sides, denies=True)
        for aside in at_odds(report):
            yield from _aside(aside, sides, denies=False)
        for aside in open_between(report):
            yield Contrary(NOBODY, NOBODY, (Shown(aside.report, aside.sentence, aside.cue),))


def _aside(aside: Aside, sides: Sides, denies: bool) -> Iterator[Contrary]:
    named, claim = sides.by_name(aside.name), teller(aside, sides.told)
    shown = Shown(aside.report, aside.sentence, aside.cue, None if claim is None else claim.id)
    name = blamed_by(aside) or subject(aside)
    if denies and blamed_by(aside):
        other = sides.by_name(name or "")
    elif claim is not None:
        other = Other(sides.told.called(claim.speakers[-1]), claim.speakers[-1])
    elif name:
        other = sides.by_name(name)
    else:
        return
    if named.name != other.name:
        yield Contrary(named, other, (shown,)) if denies else Contrary(other, named, (shown,))


def _is_of(one: Contrary, other: Contrary) -> bool:
    """Whether two are of the same pair, whoever of it denies; what a report only calls disputed stands alone."""
    if NOBODY in (one.denier, other.denier):
        return False
    straight = _is_same(one.denier, other.denier) and _is_same(one.denied, other.denied)
    return straight or (_is_same(one.denier, other.denied) and _is_same(one.denied, other.denier))


def _is_same(one: Other, other: Other) -> bool:
    if one.speaker is None or other.speaker is None:
        return one.name == other.name
    return same(one.speaker, other.speaker)


def _joined(one: Contrary, more: Contrary) -> Contrary:
    """The pair with more words; who denies alone before who denies with others."""
    alone = more.denier.speaker is not None and len([*people(more.denier.speaker)]) == 1
    joint = one.denier.speaker is not None and len([*people(one.denier.speaker)]) > 1
    first = more if alone and joint and _is_same(one.denied, more.denied) else one
    return Contrary(first.denier, first.denied, (*one.shown, *more.shown))


def _each(shown: tuple[Shown, ...]) -> tuple[Shown, ...]:
    """Each sentence once, those that deny last."""
    once = {(s.report, s.span.start): s for s in sorted(shown, key=lambda s: s.cue is not None)}
    return tuple(once.values())
