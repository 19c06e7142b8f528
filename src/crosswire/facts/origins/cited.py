"""What another outlet tells on the word of a news medium alone: "the Lakeside Herald reported that it burned".

A medium may only pass on what it was told, and beside somebody who was asked its own voice is nobody's. But whom others
cite for it had it before them: beside somebody else who was asked, all media that are cited are one origin, where
nothing shows from whom they have it (docs/decisions/0066-whom-others-cite.md).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from crosswire.facts.align import Backed
from crosswire.facts.origins.described import THOSE
from crosswire.facts.origins.origin import Trace
from crosswire.model import Attribute, Report

WHY = "which others cite for it"
# Words inside what a medium is cited for that tell from whom it has it.
FROM_SOMEBODY = re.compile(
    r"\b(?:said|says|told|tells|according to|based on|citing|quot\w+|alleg\w+|claim\w*)\b", re.IGNORECASE
)
MEDIA = ("agency", "outlet")
SOME = re.compile(r"\b(?:media|press|papers|newspapers|outlets|stations|channels|reports)$", re.IGNORECASE)


def cited(
    told: Sequence[Backed], attribute: Attribute, event: Iterable[Backed], reports: Mapping[str, Report]
) -> list[Backed]:
    """What is told of one question, with the medium that is cited for it most made an origin beside those who were
    asked, where no medium is one yet; `event` is all that is told of the event.

    A count that grows ("12 dead") a medium has from somebody.
    """
    asked = [t for b in told for t in b.traces if t.known and not t.carries and not t.key.startswith(THOSE)]
    cites = Counter(t.key for b in told for t in _cites(b))
    if not (asked and cites) or attribute.grows or any(t.tells_news for t in asked):
        return list(told)
    have = _asking(event)
    beside = [reports[b.claim.report].text for b in told if any(t in asked for t in b.traces)]
    free = [
        key
        for key in cites
        if key not in have
        and not any(_is_of(key, one) for one in asked)
        and any(key.removeprefix("named:") not in text for text in beside)
    ]
    best = min(free, key=lambda key: (-cites[key], key), default=None)
    return [_with(b, best) for b in told] if best else list(told)


def _with(told: Backed, medium: str) -> Backed:
    cites = {t.key for t in _cites(told)} & {medium}
    return replace(told, traces=tuple(_origin(t) if t.key in cites else t for t in told.traces)) if cites else told


def _origin(found: Trace) -> Trace:
    return replace(found, own_reporting=True, reason=f"{found.reason}, {WHY}")


def _cites(told: Backed) -> Iterator[Trace]:
    """The media on whose word alone another outlet tells something outright, and not in words copied from a third."""
    claim, (outlet, *others) = told.claim, told.claim.speakers
    if not others:
        return
    *between, last = others
    outright = claim.stance == "states" and claim.taken is None and all(s.kind in MEDIA for s in between)
    if outright and not (FROM_SOMEBODY.search(claim.span.exact) or SOME.search(last.name)):
        media = (t for t in told.traces if t.is_medium and t.kind == "outlet" and not t.copied)
        yield from (t for t in media if t.name != outlet.canonical)


def _asking(event: Iterable[Backed]) -> frozenset[str]:
    """The media of which it shows from whom they have it: their own text is here, or somebody spoke to them."""
    speakers = (b.claim.speakers for b in event)
    return frozenset(f"named:{s.canonical}" for chain in speakers for s in (chain[0], *chain[1:-1]))


def _is_of(medium: str, other: Trace) -> bool:
    """Whether somebody bears the name of a medium: "Orbit's editors", "Orbit News"."""
    name = medium.removeprefix("named:")
    return name in other.name or other.name in name
