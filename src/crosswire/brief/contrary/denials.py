"""What is a denial: a claim with which somebody says that what somebody else told is not so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from crosswire.brief.contrary.words import Words
from crosswire.model import Claim, Span

Denied = Literal["pointed", "blame", "tale", "words"]
POINTED = re.compile(r"\W*(?:it|that|this|them|those|these)(?: all)?\W*$", re.IGNORECASE)
POINTS = re.compile(r"\W*(?:that )?(?:it|this|that|them|they)\b", re.IGNORECASE)
INNOCENT = re.compile(
    r"\b(?:i am|i['’]m|we are|we['’]re|he is|he was|she is|she was|they are|they were) (?:\w+ly )?innocent\b"
    r"|\b(?:my|his|her|our|their) innocence\b|\bnot guilty\b",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"\bthat\b", re.IGNORECASE)
SPOKEN = re.compile(
    r"\W*(?:telling|saying|asking|having (?:told|said|asked)|that (?:he|she|they) (?:told|said|asked))\b"
)
LONG = 200  # characters; who says that a claim is false says it shortly


@dataclass(frozen=True, slots=True)
class Denial:
    """A claim that denies, the sentence it stands in, and what it denies: what was pointed at, what somebody is blamed
    for, a tale told before, or its own words."""

    claim: Claim
    sentence: Span
    denied: Denied

    @property
    def content(self) -> str:
        """What is denied, in the report's words."""
        return content_of(self.claim)


def content_of(claim: Claim) -> str:
    """The words of a claim; behind its cue, where they are the whole sentence."""
    if claim.cue is not None and claim.span.covers(claim.cue):
        return claim.span.exact[claim.cue.end - claim.span.start :].lstrip()
    return claim.span.exact


def denied_by(claim: Claim, known: Words) -> Denied | None:
    """What a claim denies; None where it is no denial of what somebody says."""
    if claim.cue is None or known.undone.search(claim.cue.exact):
        return None
    cue, content = claim.cue.exact, content_of(claim)
    if claim.speakers[-1].kind == "document" or SPOKEN.match(content):
        return None  # "a report revealed that he met her and denied it"; who denies having said something
    if known.deny.search(cue):
        return _object(content, known)
    if known.reject.search(cue):
        return _rejected(content, known)
    if known.call.search(cue):
        return _called(content, known)
    return _said_untrue(content, known) if claim.act == "deny" or known.say.search(cue) else None


def _rejected(content: str, known: Words) -> Denied | None:
    if known.as_untrue.match(content):
        return "words"  # 'rejected as "fiction" a claim that'
    of_a_tale = known.rejected.match(content) or known.owned.match(content)
    return _object(content, known) if of_a_tale else None


def _said_untrue(content: str, known: Words) -> Denied | None:
    """What is denied by who says that it is not so."""
    if len(content) >= LONG:
        return None
    if INNOCENT.search(content):
        return "blame"
    if known.claimed.match(content):
        return "pointed" if POINTS.match(content) else "blame"
    return None


def _object(content: str, known: Words) -> Denied:
    if POINTED.match(content):
        return "pointed"
    if known.blamed.match(content):
        return "blame"
    return "tale" if known.told.match(content) else "words"


def _called(content: str, known: Words) -> Denied | None:
    if known.called.search(content) is None:
        return None
    if POINTS.match(content):
        return "pointed"
    if CLAUSE.search(content):
        return "words"
    return "blame" if known.rejected.match(content) else "tale"
