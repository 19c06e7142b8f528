"""Who is brought in without a name and named in the next breath: "a doctor there said that ...", and in the next
paragraph "said Dr Ana Paz, who heads the ward". The headline's "Cusco doctor says" is the one doctor of its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from crosswire.claims.attribution.find import Found
from crosswire.claims.parse import Passage
from crosswire.model import Speaker

DOCTOR = re.compile(r"\bDr\b")
ONE_THERE = frozenset(  # of whom a report seldom has two: residents, officials and lawyers are many
    ("doctor", "governor", "mayor", "principal", "coroner", "superintendent", "captain", "coach", "rector", "dean")
) | {"spokesman", "spokeswoman", "spokesperson"}
NEXT = 1  # paragraphs behind the one that brings somebody in
HEADS = frozenset({"title", "heading"})


def introduced(
    found: Sequence[Found], own: Sequence[Speaker | None], passages: Sequence[Passage]
) -> list[Speaker | None]:
    """The speakers, in the order of their attributions, each without a name under the name that is told next."""
    return [_named(i, found, own, passages) for i in range(len(own))]


def _named(
    i: int, found: Sequence[Found], own: Sequence[Speaker | None], passages: Sequence[Passage]
) -> Speaker | None:
    speaker, place = own[i], found[i].source_token
    if speaker is None or speaker.kind != "unnamed" or place is None or not speaker.canonical.startswith("unnamed "):
        return speaker
    token = passages[place[0]].doc[place[1]]
    head = passages[place[0]].kind in HEADS
    brought_in = any(child.lower_ in ("a", "an") for child in token.lefts)
    bare = head and all(child.dep_ != "det" for child in token.lefts)
    if token.lower_ not in ONE_THERE or token.tag_ not in ("NN", "NNP") or not (brought_in or bare):
        return speaker
    reach = len(passages) if head else place[0] + NEXT
    later = [
        one
        for item, one in zip(found[i + 1 :], own[i + 1 :], strict=True)
        if one is not None and item.source_token is not None and item.source_token[0] <= reach
    ]
    bearers = {one.canonical: one for one in later if one.kind == "person" and _is_called(one, token.lower_)}
    known = any(one is not None and one.canonical in bearers for one in own[:i])
    if len(bearers) != 1 or known:
        return speaker
    (bearer,) = bearers.values()
    return replace(bearer, name=speaker.name, span=speaker.span)


def _is_called(person: Speaker, noun: str) -> bool:
    """Whether somebody with a name bears the trade: a doctor's title is "Dr"."""
    role = (person.role or "").lower().split()
    return noun in role or (noun == "doctor" and DOCTOR.search(person.name) is not None)
