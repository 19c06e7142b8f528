"""Who says what somebody denies in words of his own ("denied that the station was destroyed")."""

from __future__ import annotations

import re

from crosswire.brief.contrary.denials import Denial
from crosswire.brief.contrary.spoken import between, is_someones, is_within, others
from crosswire.brief.contrary.told import Told, named_in, names, stems
from crosswire.brief.evidence import NEGATION
from crosswire.model import Claim

FAR = 4  # sentences before a denial of its own words in which these are told
NEAR = 0.4  # of what the denied words weigh that words shortly before have
ENOUGH = 0.65  # of what the denied words weigh that another's words have
FEW = 2  # words that two tell of one thing
LEAST = 0.01
DEED = re.compile(r"\W*(?:ever )?[a-z]{3,}ing\b")


def alike(told: Told, denial: Denial) -> Claim | None:
    """Who says what is denied in its own words: shortly before, or elsewhere in much the same words."""
    denier = names(denial.claim.speakers[-1])
    about = frozenset(s for s in stems(denial.content) if not any(n.startswith(s) for n in denier))
    may = [c for c in others(denial, _having(told, about)) if is_someones(c)]
    denies_not = NEGATION.search(denial.content) is not None  # "denied that there had been no warning"
    may = [c for c in may if denies_not or NEGATION.search(c.span.exact) is None]
    of_him = [c for c in may if named_in(denier, c.span.exact)]
    if DEED.match(denial.content):  # "denied leaking papers": who speaks of the denier, and not of papers
        may = of_him

    def share(claim: Claim, of: frozenset[str]) -> float:
        return told.weight(of & stems(claim.span.exact)) / max(told.weight(of), LEAST)

    met = [c for c in of_him if _is_counterpart(c, denial) and share(c, _without(about, c)) >= NEAR]
    near = [c for c in may if 0 < between(told, c, denial) <= FAR and share(c, about) >= NEAR]
    much = [c for c in may if not is_within(c, denial) and len(about & stems(c.span.exact)) >= FEW]
    much = [c for c in much if share(c, about) >= ENOUGH]
    return max(met or near or much, key=lambda c: (share(c, about), c.span.start), default=None)


def _having(told: Told, about: frozenset[str]) -> list[Claim]:
    """The claims that have a word of those."""
    return list({c.id: c for s in sorted(about) for c in told.having.get(s, ())}.values())


def _is_counterpart(claim: Claim, denial: Denial) -> bool:
    """Whether the speaker is named in what is denied: "denied giving Lund cash"."""
    speaker = claim.speakers[-1]
    return speaker.kind == "person" and named_in(names(speaker), denial.content)


def _without(about: frozenset[str], claim: Claim) -> frozenset[str]:
    own = names(claim.speakers[-1])
    return frozenset(s for s in about if not any(n.startswith(s) for n in own))
