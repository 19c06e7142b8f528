"""Whether a denial answers somebody. "There was no curfew", "two senators did not vote" tell what was not so, and where
nobody says that it was, nobody disputes it; "denied the rumours", "reports of a curfew were false" tell of two sides.

The words are in data/contested.toml; nine of twenty disputes in fifty real stories were of this kind. A negation is a
side only where it answers somebody so or says flatly that it was not done, whoever tells it: "declined to look into
it", "could not deliver it", "was not dismissed for her politics", "failed to attend the session" are none.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from crosswire.compare import Scale, compare
from crosswire.facts.align import Backed
from crosswire.facts.origins.origin import Trace
from crosswire.model import Claim, Mention, Report

NOT = r"(?:did|was|were|is|are|has|have|had)(?:n['’]t| not| never)(?: been)?|never"
NONE = r"there (?:was|were|is|has been|had been|have been) no|no(?: [\w’'-]+){1,4}?(?: (?:was|were|has|have|had|been))*"
FLAT = re.compile(rf"(?:^|\W)(?:{NOT}|{NONE})(?: \w+ly)? $", re.IGNORECASE)
MORE = re.compile(
    r"[^.;]*?\b(?:for|because|due|with|without|over|until|before|unless|so|as|by|but|that|whether|about|[a-z]+ly|"
    r"on(?! [A-Z\d]))\b"
)

GOES_ON = re.compile(
    r"[;:]|\b(?:but|and(?: that)?) (?:\w+ ){0,4}?"
    r"(?:did|does|do|has|have|had|was|were|is|are|declined|refused|failed|never)\b"
)


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    """Each list of the data as one pattern; module state, but of the package's own data only."""
    data = tomllib.loads((files("crosswire.facts") / "data" / "contested.toml").read_text("utf-8"))
    return {
        name: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.I) for name, words in data.items()
    }


def answers_somebody(claim: Claim) -> bool:
    """Whether who denies tells that somebody else says otherwise."""
    forms, told = _forms(), claim.span.exact
    cue = "" if claim.cue is None else claim.cue.exact
    if forms["denying"].search(cue) or (forms["rejecting"].search(cue) and forms["tales"].search(told)):
        return True
    if forms["untrue"].search(told) is not None:
        return True
    end = len(told) if claim.words is None else max(0, claim.words.start - claim.span.start)
    tales = list(forms["tales"].finditer(told[:end]))  # "declined to look into the call that led to claims of" no
    return bool(tales) and GOES_ON.search(told[tales[-1].end() : end]) is None


def tells(claim: Claim) -> bool:
    """Whether a claim gives or denies an answer: who takes it for granted that something was not so does neither."""
    return claim.value is not None and (claim.stance != "denies" or claim.taken is None)


def backed_by(claim: Claim, mention: Mention | None, of: Report, traces: tuple[Trace, ...]) -> Backed:
    """A claim with where it comes from, and whether it denies flatly."""
    flat = claim.stance == "denies" and mention is not None and is_flat(claim, mention, of.text)
    return Backed(claim, traces, of.published, flat)


def is_side(told: Backed, said: bool) -> bool:
    """Whether a denial is a side: it answers somebody, or says flatly that it was not done; an outlet's own voice does
    so where it is `said` by somebody else than outlets in theirs, for two who tell on nobody's word dispute nothing."""
    own = all(t.kind == "unknown" for t in told.traces)
    return (told.flat and (said or not own)) or answers_somebody(told.claim)


def is_flat(claim: Claim, mention: Mention, text: str) -> bool:
    """Whether an event is only said not to have been ("did not file charges against him"), and not why, how or with
    whom it was not ("was not dismissed for her politics", "was not seriously hurt"); `text` is the report's."""
    if not claim.span.covers(mention.phrase):
        return False
    before = text[mention.sentence.start : mention.phrase.start]
    behind = text[mention.phrase.end : min(claim.span.end, mention.sentence.end)]
    return FLAT.search(before) is not None and MORE.match(behind) is None


def of_others(doers: Sequence[Backed], scale: Scale) -> frozenset[str | None]:
    """The mentions in which somebody denies to have done what others say that somebody else did: "he did not shoot
    her", "neither ministry is investigating it" deny no other's deed, and not that it was done."""
    said = [b.claim.value for b in doers if b.claim.stance != "denies" and b.claim.value is not None]
    denied = [(b.claim.mention, b.claim.value) for b in doers if b.claim.stance == "denies" and b.claim.value]
    if not said:
        return frozenset()
    blamed = {m for m, value in denied if any(compare(value, one, scale).agrees for one in said)}
    return frozenset(m for m, _ in denied) - blamed
