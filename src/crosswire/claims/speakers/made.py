"""Speakers made from a phrase and from who is meant by it."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.claims.speakers.book import Entity
from crosswire.claims.speakers.phrase import Phrase
from crosswire.claims.speakers.roster import Named, Roster
from crosswire.model import Span, Speaker, SpeakerKind


def of_entity(roster: Roster, phrase: Phrase, named: Named) -> Speaker:
    entity = roster.entities[named.entity]
    if entity.type == "country":
        return _government(roster, phrase, entity)
    return speaker(roster, phrase, entity.name, entity.kind, entity.country, entity.role)


def _government(roster: Roster, phrase: Phrase, entity: Entity) -> Speaker:
    country = roster.names.countries.by_code(entity.country or "")
    name = entity.name if country is None else roster.names.government(country).name
    return speaker(roster, phrase, name, "official", entity.country)


def speaker(roster: Roster, phrase: Phrase, canonical: str, kind: SpeakerKind, *more: str | None) -> Speaker:
    """A speaker as the phrase writes it; `more` is country and role."""
    country, role = (*more, None, None)[:2]
    return Speaker(_whole(phrase.text), canonical, kind, role, span_of(roster, phrase), country)


def _whole(name: str) -> str:
    """A name without a bracket that its phrase cuts open: "the Joint Chiefs of Staff (JCS" of "... (JCS) said"."""
    before, opened, inside = name.rpartition("(")
    return before.rstrip() if opened and ")" not in inside else name


def span_of(roster: Roster, phrase: Phrase) -> Span:
    return phrase.sheet.passage.span(roster.text, *phrase.characters)


def listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


ENDINGS = (
    *((f"{vowel}y", f"{vowel}ys") for vowel in "aeiou"),
    *(("y", "ies"), ("man", "men"), ("men", "men"), ("person", "people"), ("fe", "ves")),
    *((end, f"{end}es") for end in ("s", "x", "ch", "sh")),
)
UNCHANGED = frozenset(("police", "people", "troops", "personnel", "staff", "media"))
SOME = frozenset(  # words for people whom nothing else tells: "many said", "those who live there say"
    ("some", "others", "many", "most", "several", "few", "all", "percent", "each", "everyone", "everybody", "anyone")
) | {"nobody", "none", "someone", "one", "another", "those", "these"}


def many(noun: str) -> str:
    """A noun's plural, so that "a witness" and "witnesses" have one name: regular ones and those of people."""
    if noun in SOME:
        return "people"
    if noun in UNCHANGED or (noun.endswith("s") and not noun.endswith("ss")):
        return noun
    for end, plural in ENDINGS:
        if noun.endswith(end):
            return noun.removesuffix(end) + plural
    return noun + "s"
