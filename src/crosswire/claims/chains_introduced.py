"""Who is brought in without a name and named in the next breath: "a doctor there said that ...", and in the next
paragraph "said Dr Ana Paz, who heads the ward"; "the regional governor said", and then a quotation of "Ana Paz", of
whom nothing else is told. The headline's "Cusco doctor says" is the one doctor of its text."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from crosswire.claims.attribution.find import Found
from crosswire.claims.parse import Passage
from crosswire.claims.speakers.roster import Roster
from crosswire.model import Speaker

DOCTOR = re.compile(r"\bDr\b")
ONE_THERE = frozenset(  # of whom a report seldom has two: residents, officials and lawyers are many
    ("doctor", "governor", "mayor", "principal", "coroner", "superintendent", "captain", "coach", "rector", "dean")
) | {"spokesman", "spokeswoman", "spokesperson"}
NEXT = 1  # paragraphs behind the one that brings somebody in
HEADS = frozenset({"title", "heading"})
KNOWN = frozenset({"the", "his", "her", "its", "their"})  # before who is brought in as known, and has no name yet


def introduced(
    found: Sequence[Found], own: Sequence[Speaker | None], passages: Sequence[Passage], roster: Roster
) -> list[Speaker | None]:
    """The speakers, in the order of their attributions, each without a name under the name that is told next; "he" who
    goes on is the same."""
    titles = roster.names.words.titles
    once = _passed(found, own, passages, titles)
    return _passed(found, once, passages, titles)  # the headline's governor is the one whom the text's turns out to be


def _passed(
    found: Sequence[Found], own: Sequence[Speaker | None], passages: Sequence[Passage], titles: Collection[str]
) -> list[Speaker | None]:
    bearers: dict[str, Speaker] = {}
    named: list[Speaker | None] = []
    for i, speaker in enumerate(own):
        bearer = _bearer(i, found, own, passages, titles)
        if bearer is not None and speaker is not None and _is_known(found[i], passages):
            bearers[speaker.canonical] = bearer
        bearer = bearer or bearers.get(speaker.canonical if speaker is not None else "")
        named.append(speaker if bearer is None or speaker is None else _under(bearer, speaker))
    return named


def _under(bearer: Speaker, speaker: Speaker) -> Speaker:
    """Who bears the name, in the words of the one without."""
    return replace(bearer, name=speaker.name, span=speaker.span)


def _is_known(item: Found, passages: Sequence[Passage]) -> bool:
    """Whether somebody is spoken of as known: "the governor", "her attorney"."""
    number, head = item.source_token or (0, 0)
    return any(child.lower_ in KNOWN for child in passages[number].doc[head].lefts)


def _bearer(
    i: int,
    found: Sequence[Found],
    own: Sequence[Speaker | None],
    passages: Sequence[Passage],
    titles: Collection[str],
) -> Speaker | None:
    """The person named next whom a speaker without a name is."""
    speaker, place = own[i], found[i].source_token
    if speaker is None or speaker.kind != "unnamed" or place is None or not speaker.canonical.startswith("unnamed "):
        return None
    token = passages[place[0]].doc[place[1]]
    known = _is_known(found[i], passages)
    if token.tag_ not in ("NN", "NNP") or token.lower_ not in titles:
        return None
    if token.lower_ in ONE_THERE:
        head = passages[place[0]].kind in HEADS
        brought_in = any(child.lower_ in ("a", "an") for child in token.lefts)
        bare = head and all(child.dep_ != "det" for child in token.lefts)
        called = _called_next(i, found, own, token.lower_, len(passages) if head else place[0] + NEXT)
        if called is not None and (brought_in or bare or known):
            return called
    return _quoted_next(i, found, own, passages) if known else None


def _called_next(
    i: int, found: Sequence[Found], own: Sequence[Speaker | None], noun: str, reach: int
) -> Speaker | None:
    """The one person up to a paragraph who bears the trade and did not speak before."""
    later = [
        one
        for item, one in zip(found[i + 1 :], own[i + 1 :], strict=True)
        if one is not None and item.source_token is not None and item.source_token[0] <= reach
    ]
    bearers = {one.canonical: one for one in later if one.kind == "person" and _is_called(one, noun)}
    known = any(one is not None and one.canonical in bearers for one in own[:i])
    return next(iter(bearers.values())) if len(bearers) == 1 and not known else None


def _quoted_next(
    i: int, found: Sequence[Found], own: Sequence[Speaker | None], passages: Sequence[Passage]
) -> Speaker | None:
    """The one who is quoted next by a full name that the report has not told before and that it does not explain: so
    stands only somebody whom it has just brought in."""
    speaker, place = own[i], found[i].source_token
    later = sorted(
        (item.source_token, k)
        for k, item in enumerate(found)
        if item.source_token is not None and place is not None and item.source_token > place
    )
    following = (k for _, k in later if own[k] is not None and own[k] != speaker)
    k = next((k for k in following if speaker is None or _canonical(own[k]) != speaker.canonical), None)
    bearer = None if k is None else own[k]
    if k is None or bearer is None or speaker is None or place is None or bearer.kind != "person" or bearer.role:
        return None
    item = found[k]
    told, source = item.source_token, item.source
    if told is None or source is None or told[0] > place[0] + NEXT or item.mode != "quoted":
        return None
    surname = bearer.canonical.split()[-1]
    before = (passage.doc.text for passage in passages[: told[0]])
    here = passages[told[0]].doc.text[: max(0, source.start - passages[told[0]].offset)]
    plain = " ".join(source.exact.split()) == bearer.canonical and " " in bearer.canonical
    if not plain or any(surname in text for text in (*before, here)):
        return None
    noun = passages[place[0]].doc[place[1]].lower_
    role = speaker.canonical.removeprefix("unnamed ")
    return replace(bearer, role=role if role.endswith(noun) else noun)


def _canonical(speaker: Speaker | None) -> str:
    return speaker.canonical if speaker is not None else ""


def _is_called(person: Speaker, noun: str) -> bool:
    """Whether somebody with a name bears the trade: a doctor's title is "Dr"."""
    role = (person.role or "").lower().split()
    return noun in role or (noun == "doctor" and DOCTOR.search(person.name) is not None)
