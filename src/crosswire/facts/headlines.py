"""A headline leaves out what makes a number loose: "kills 19" over a text that says "at least 19" is "at least 19"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crosswire.facts.align import Backed
from crosswire.model import Claim, Quantity, Report

LOOSE = frozenset(("at_least", "at_most", "about"))


def as_the_text_says(told: Sequence[Backed], reports: Mapping[str, Report]) -> Sequence[Backed]:
    """The claims that answer one question, a bare number of a headline with the bound its own text has for it.

    Where the text gives the number bare as well, the headline's stands.
    """
    loose: dict[str, list[Quantity]] = defaultdict(list)
    bare: set[tuple[str, float | None]] = set()
    for backed in told:
        value, claim = backed.claim.value, backed.claim
        if isinstance(value, Quantity) and not _in_headline(claim, reports):
            if value.bound in LOOSE:
                loose[claim.report].append(value)
            bare.add((claim.report, value.low if value.bound == "exact" else None))
    if not loose:
        return told
    return [_as_told(backed, loose.get(backed.claim.report, ()), bare, reports) for backed in told]


def _as_told(
    backed: Backed, loose: Sequence[Quantity], bare: set[tuple[str, float | None]], reports: Mapping[str, Report]
) -> Backed:
    claim, value = backed.claim, backed.claim.value
    if not isinstance(value, Quantity) or value.bound != "exact" or value.low is None:
        return backed
    same = next((q for q in loose if value.low in (q.low, q.high) and q.unit == value.unit), None)
    if same is None or (claim.report, value.low) in bare or not _in_headline(claim, reports):
        return backed
    return replace(backed, claim=replace(claim, value=same))


def _in_headline(claim: Claim, reports: Mapping[str, Report]) -> bool:
    at = (claim.words or claim.span).start
    return any(block.kind == "title" and at < block.end for block in reports[claim.report].blocks)
