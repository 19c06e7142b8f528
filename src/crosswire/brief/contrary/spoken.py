"""The claims among which the other side of a denial is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosswire.brief.contrary.denials import Denial
from crosswire.brief.contrary.told import Told, people, same
from crosswire.model import Claim, Speaker

ENDS = re.compile(r"[.!?][\"'”’]*\s+|\n+")
MORE = 3  # words by which a body's full name is longer than what it is called
EDGE = 2  # characters at the end of words that may be the end of their sentence
NOUN = re.compile(
    r"\b(?:allegation|accusation|accuser|claim|charge|finding|report|statement|suggestion|denial)s?\b", re.IGNORECASE
)
PLAIN = frozenset(("say", "tell", "report", "announce", "accuse", "claim", "warn", "criticise", "condemn", "confirm"))


def others(denial: Denial, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims that are neither who denies nor who passes the denial on."""
    own = denial.claim.speakers[1:]
    return (c for c in claims if not any(same(c.speakers[-1], s) for s in own))


def between(told: Told, claim: Claim, denial: Denial) -> int:
    """How many sentences before a denial a claim stands; 0 where it does not."""
    end = end_of(claim)
    if end > denial.sentence.start:
        return 0
    return len(ENDS.findall(told.reports[claim.report].text[max(0, end - EDGE) : denial.sentence.start]))


def is_within(claim: Claim, denial: Denial) -> bool:
    """Whether a claim stands in the sentence of the denial."""
    return claim.report == denial.claim.report and denial.sentence.covers(claim.span)


def end_of(claim: Claim) -> int:
    """Where a claim ends with the words that tell whose it is."""
    return max(claim.span.end, claim.cue.end if claim.cue is not None else 0)


def is_someones(claim: Claim) -> bool:
    """Whether a claim tells what somebody says: no mere word of his, and not nobody's."""
    kinds = {s.kind for s in people(claim.speakers[-1])}  # "Facebook and Silk": seldom two who speak
    known = "unnamed" not in kinds and len(kinds) == 1
    told = claim.cue is not None and NOUN.search(claim.cue.exact) is None
    return told and claim.act in PLAIN and (known or claim.act == "accuse")


def is_called(speaker: Speaker, name: str) -> bool:
    """Whether a name in the text may be a speaker's."""
    words = re.findall(r"[\w-]+", name.casefold())
    own = re.findall(r"[\w-]+", f"{speaker.canonical} {speaker.name}".casefold())
    if not words or speaker.kind == "unnamed" or len(speaker.canonical.split()) > len(words) + MORE:
        return False
    if speaker.kind == "person":
        return speaker.canonical.casefold().split()[-1:] == words[-1:] and name[:1].isupper()
    return set(words) <= set(own)
