"""Whether a denial answers somebody. "There was no curfew", "two senators did not vote" tell what was not so, and where
nobody says that it was, nobody disputes it; "denied the rumours", "reports of a curfew were false" tell of two sides.

The words are in data/contested.toml; nine of twenty disputes in fifty real stories were of this kind. What a paper
tells in its own voice, without anybody's word, is a side only where it answers somebody so or says flatly that it was
not done: of twenty denials of that kind in the events read two were ("if she refused to resign", "was not dismissed for
her politics", "failed to attend the session" were none).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from crosswire.compare import Scale, compare
from crosswire.facts.align import Backed
from crosswire.model import Claim

FLAT = re.compile(r"\b(?:did|was|were|has|have|had)(?:n['’]t| not| never)(?: been)?(?: \w+ly)? $", re.IGNORECASE)
MORE = re.compile(r"[^.;]*?\b(?:for|because|due|with|without|over|until|before|unless|so|as|by|but)\b", re.IGNORECASE)


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    """Each list of the data as one pattern; module state, but of the package's own data only."""
    data = tomllib.loads((files("crosswire.facts") / "data" / "contested.toml").read_text("utf-8"))
    return {
        name: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.I) for name, words in data.items()
    }


def answers_somebody(claim: Claim) -> bool:
    """Whether who denies tells that somebody else says otherwise."""
    forms = _forms()
    if claim.cue is not None and forms["denying"].search(claim.cue.exact):
        return True
    told = claim.span.exact
    if forms["untrue"].search(told) is not None:
        return True
    end = len(told) if claim.words is None else max(0, claim.words.end - claim.span.start)
    return forms["tales"].search(told[:end]) is not None  # "declined to look into the call that led to claims of" no


def is_side(told: Backed) -> bool:
    """Whether a denial is a side: of a known or unnamed speaker, one that answers somebody, or a flat one."""
    return any(t.kind != "unknown" for t in told.traces) or answers_somebody(told.claim) or _is_flat(told.claim)


def _is_flat(claim: Claim) -> bool:
    """Whether it only says that it was not done ("did not file charges against him"), and not why, how or with whom
    it was not ("was not dismissed for her politics", "was not charged with fraud")."""
    text, words = claim.span.exact, claim.words
    if words is None or not claim.span.covers(words):
        return False
    start, end = words.start - claim.span.start, words.end - claim.span.start
    return FLAT.search(text[:start]) is not None and MORE.match(text[end:]) is None


def of_others(doers: Sequence[Backed], scale: Scale) -> frozenset[str | None]:
    """The mentions in which somebody denies to have done what others say that somebody else did: "he did not shoot
    her", "neither ministry is investigating it" deny no other's deed, and not that it was done."""
    said = [b.claim.value for b in doers if b.claim.stance != "denies" and b.claim.value is not None]
    denied = [(b.claim.mention, b.claim.value) for b in doers if b.claim.stance == "denies" and b.claim.value]
    if not said:
        return frozenset()
    blamed = {m for m, value in denied if any(compare(value, one, scale).agrees for one in said)}
    return frozenset(m for m, _ in denied) - blamed
