"""The disputes that the reports themselves tell: who contradicts whom, each pair once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crosswire.brief.contrary.asides import (
    Aside,
    asides,
    at_odds,
    blamed_by,
    falsely_said,
    open_between,
    subject,
    teller,
)
from crosswire.brief.contrary.denials import Denial, Denied, denied_by
from crosswire.brief.contrary.sides import Other, Shown, Sides
from crosswire.brief.contrary.told import Told, is_meant, one_name, people, same
from crosswire.brief.contrary.words import words
from crosswire.model import Brief, Claim, Span

SUPPOSED = re.compile(r"\b(?:if|whether|unless|until|should)\b", re.IGNORECASE)
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
    return tuple(replace(one, shown=_each(one.shown)) for one in found if not _is_vaguer(one, found))


def _is_vaguer(one: Contrary, found: Sequence[Contrary]) -> bool:
    """Whether somebody unnamed is contradicted by who contradicts somebody named too: "a woman", and Ana Lund."""
    unnamed = one.denied.speaker is not None and one.denied.speaker.kind == "unnamed"
    return unnamed and any(o is not one and _is_same(o.denier, one.denier) and _is_named(o.denied) for o in found)


def _is_named(one: Other) -> bool:
    return one.speaker is not None and one.speaker.kind != "unnamed"


def _denied(sides: Sides) -> Iterator[Contrary]:
    """The claims that deny what another says."""
    for denial in _denials(sides.told):
        other = sides.other(denial)
        if other is not None:
            own = denial.claim
            shown = Shown(own.report, denial.sentence, own.cue, own.id, True)
            denier = Other(sides.told.called(own.speakers[-1]), own.speakers[-1], shown)
            told = (other.shown, shown, sides.instead(denial))
            yield Contrary(denier, other, tuple(words for words in told if words is not None))


def _denials(told: Told) -> Iterator[Denial]:
    for id_, claims in told.by_report.items():
        headed = [b for b in told.reports[id_].blocks if b.kind in ("title", "heading")]
        for claim in claims:
            denied = denied_by(claim, words())
            if denied is None or any(b.start <= claim.span.start < b.end for b in headed):
                continue
            if _is_nobodys(claim, denied) or any(_is_quoted_around(c, claim) for c in claims):
                continue
            whole = told.sentence(claim)
            if whole is not None and not _is_supposed(claim, whole):
                yield Denial(claim, whole, denied)


def _is_nobodys(claim: Claim, denied: Denied) -> bool:
    """Whether a denial is of somebody unknown: "men deny ransom", or "the diplomat", whom the text has named before."""
    speaker = claim.speakers[-1]
    return is_meant(speaker) or (speaker.kind == "unnamed" and denied in ("words", "blame"))


def _is_supposed(claim: Claim, whole: Span) -> bool:
    """Whether a denial is only supposed: "even if she denies it"."""
    cue = claim.cue
    if cue is None or cue.start < whole.start:
        return False
    clause = re.split(r"[,;:\u2013\u2014]", whole.exact[: cue.start - whole.start])[-1]
    return SUPPOSED.search(clause) is not None


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
        for claim, aside in falsely_said(report, sides.told):
            whom = claim.speakers[-1]
            shown = Shown(aside.report, aside.sentence, aside.cue, claim.id, True)
            yield Contrary(Other(aside.name), Other(sides.told.called(whom), whom), (shown,))
        for aside in open_between(report):
            yield Contrary(NOBODY, NOBODY, (Shown(aside.report, aside.sentence, aside.cue, None, True),))


def _aside(aside: Aside, sides: Sides, denies: bool) -> Iterator[Contrary]:
    named, claim = sides.by_name(aside.name), teller(aside, sides.told)
    shown = Shown(aside.report, aside.sentence, aside.cue, None if claim is None else claim.id, True)
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
    several = one.speaker.members or other.speaker.members
    return same(one.speaker, other.speaker) if several else one_name(one.name, other.name)


def _joined(one: Contrary, more: Contrary) -> Contrary:
    """The pair with more words; who denies alone before who denies with others."""
    alone = more.denier.speaker is not None and len([*people(more.denier.speaker)]) == 1
    joint = one.denier.speaker is not None and len([*people(one.denier.speaker)]) > 1
    first = more if alone and joint and _is_same(one.denied, more.denied) else one
    return Contrary(first.denier, first.denied, (*one.shown, *more.shown))


def _each(shown: tuple[Shown, ...]) -> tuple[Shown, ...]:
    """Each sentence once, those that deny last."""
    once = {(s.report, s.span.start): s for s in sorted(shown, key=lambda s: s.denies)}
    return tuple(once.values())
