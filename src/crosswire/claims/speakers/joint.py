"""Several speakers in one phrase: bodies of several countries under one noun ("the Turkish and Azeri governments"), a
title and its bearer that are one.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from crosswire.claims.countries import Country
from crosswire.claims.speakers.made import speaker
from crosswire.claims.speakers.names import Generic
from crosswire.claims.speakers.phrase import Phrase
from crosswire.claims.speakers.roster import Named, Roster
from crosswire.model import Speaker

JOINED = frozenset({("and",), ("&",), (",",), (",", "and")})
GOVERNING = frozenset({"government", "authority", "administration"})


def by_country(roster: Roster, phrase: Phrase) -> tuple[Speaker, ...]:
    """The speakers, one for each country that stands before a plural noun joined by "and"; none where it is not so
    ("Turkish and local media", "the Iran and Iraq wars" of one owner)."""
    head, lowers = phrase.head, phrase.sheet.lowers
    if head.tag_ != "NNS" or head.i >= phrase.end:
        return ()
    before = roster.within(phrase.passage, phrase.start, head.i)
    named = [n for n in before if roster.entities[n.entity].type == "country" and n.how != "capital"]
    countries = [roster.names.countries.by_code(roster.entities[n.entity].country or "") for n in named]
    apart = len(named) > 1 and len({n.entity for n in named}) == len(named) == len(before)
    if not apart or any(tuple(lowers[a.end : b.start]) not in JOINED for a, b in pairwise(named)):
        return ()
    if lowers[named[-1].start - 1] == ",":
        return ()  # "Turkey, Azerbaijan governments" is no list that ends
    noun = " ".join((*lowers[named[-1].end : head.i], head.lemma_.lower()))
    return tuple(one for c in countries if c is not None and (one := _of(roster, phrase, c, noun)) is not None)


def holder_of_both(roster: Roster, one: Phrase, other: Phrase) -> Named | None:
    """Who is named behind the second of two offices joined by "and" and holds both: "government spokeswoman and First
    Lady Ana Paz", not "the army and spokesman Ana Paz", nor "the mayor and the sheriff, Ana Paz"."""
    lowers, words = one.sheet.lowers, roster.names.words
    offices = words.titles | words.spokes | words.people
    people = [
        [n for n in roster.within(part.passage, part.start, part.end) if roster.entities[n.entity].type == "person"]
        for part in (one, other)
    ]
    if people[0] or not people[1] or people[1][-1].start == other.start:
        return None
    bare = lowers[other.start] not in ("the", "a", "an", "his", "her", "its", "their")
    titles = one.head.lower_ in offices and not (offices | words.qualifiers | {"ceo"}).isdisjoint(
        lowers[other.start : people[1][-1].start]
    )
    linked = tuple(lowers[one.end : other.start]) == ("and",) and one.head.tag_ in ("NN", "NNP")
    return people[1][-1] if bare and titles and linked else None


def with_bearers(roster: Roster, parts: list[Phrase]) -> list[Phrase]:
    """The parts, each title with the name behind it as one."""
    whole: list[Phrase] = []
    for part in parts:
        if whole and _is_bearer(roster, whole[-1], part):
            whole[-1] = replace(whole[-1], end=part.end)
        else:
            whole.append(part)
    return whole


def _is_bearer(roster: Roster, title: Phrase, name: Phrase) -> bool:
    """Whether the second of two is the first one's name, whatever the parser takes the comma for: "Lagos State
    Governor, Babajide Sanwo-Olu". Two who speak together have an "and" between them or no title
    ("Trump, Kim agree")."""
    between = title.sheet.lowers[title.end : name.start]
    lone = title.head.lower_ in roster.names.words.titles and title.end == title.head.i + 1
    person = any(
        roster.entities[named.entity].type == "person" and named.end == name.end
        for named in roster.within(name.passage, name.start, name.end)
    )
    return lone and person and tuple(between) == (",",)


def _of(roster: Roster, phrase: Phrase, country: Country, noun: str) -> Speaker | None:
    """One country's body, or its people without a name."""
    words, names = roster.names.words, roster.names
    if noun in GOVERNING:
        return speaker(roster, phrase, names.government(country).name, "official", country.code)
    if phrase.head.lower_ in words.insiders or phrase.head.lower_ in words.spokes:
        role = f"unnamed {phrase.head.lower_}"
        return speaker(roster, phrase, names.government(country).name, "unnamed", country.code, role)
    rows = names.index.get(noun.split(maxsplit=1)[0], ())
    generic = next((m for form, _, m in rows if form.lower() == noun and isinstance(m, Generic)), None)
    if generic is None:
        return None
    return speaker(roster, phrase, names.of_country(country, generic).name, "official", country.code)
