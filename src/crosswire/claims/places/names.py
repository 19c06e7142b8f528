"""Words of a passage -> the names in it that the gazetteer knows, longest first, each with what speaks for and against.

A name is found by look-up of runs of capitalised words, whatever the tagger says: a small model misses a third of the
places of local news. Whether it is meant as a place is weighed afterwards, from its clues and its namesakes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crosswire.claims.countries import Country
from crosswire.claims.places.clues import Entity, clues_of, is_inside
from crosswire.claims.places.gazetteer import Gazetteer, Spot, country_spot, fold
from crosswire.claims.places.words import Word, runs, words_of

SIDE_OF = re.compile(r"(?:North|South|East|West)(?:ern)? Coast")
# Who does it, has it or where it goes, not where it is: "a U.S.-led raid", "a US led strike", "the Oslo-bound train".
OF_A_DEED = re.compile(
    r"[-\u2010\u2011](?:(?!flagged|registered|owned)[a-z]{3,}ed|led|made|built|run|held|born|bound|won)\b"
    r"| (?:led|backed|brokered|sponsored|mediated) (?!by\b|to\b|the\b|an?\b|up\b|off\b|from\b|for\b)[a-z]+"
)
WATER = frozenset(
    {"ocean", "sea", "gulf", "strait", "channel", "canal", "bay", "river", "lake", "line", "zone", "corridor"}
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name that may be a place: report offsets, the words, their folded form, what places are called so, the clues
    (names of weights that apply). `tail`: an abbreviation or code that only a town before it makes a place; `people`:
    an adjective or a people, which tells of a country but is no place; `inside`: part of another name ("Georgia" in
    "the Georgia Supreme Court")."""

    start: int
    end: int
    words: str
    key: str
    spots: tuple[Spot, ...]
    clues: tuple[str, ...]
    tail: bool = False
    people: bool = False
    inside: bool = False


def names_in(
    text: str, offset: int, entities: Sequence[Entity], gazetteer: Gazetteer, seen: dict[str, tuple[Spot, ...]]
) -> Iterator[Name]:
    """The names of one passage in the order of its text, not overlapping. `offset` is where it begins in the report,
    `entities` are what the tagger found in it; `seen` keeps the towns looked up, for the next passage of the report."""
    words = words_of(text)
    i = 0
    while i < len(words):
        if not words[i].capital:
            i += 1
            continue
        start = words[i].start
        j, end, spots = longest(text, words, i, gazetteer, seen)
        n, home = people_at(text, words, i, gazetteer)
        people = home is not None and (not spots or n >= j - i)
        if home and people:
            j, end, spots = i + n, words[i + n - 1].end, (home,)
        if spots and not _of_another(text, start, end):
            found = text[start:end]
            clues = () if people else tuple(clues_of(text, words, (i, j), entities, gazetteer.words))
            inside = is_inside(clues) or OF_A_DEED.match(text, end) is not None
            yield Name(offset + start, offset + end, found, fold(found), spots, clues, is_tail(found), people, inside)
        i = max(j, i + 1)


def _of_another(text: str, start: int, end: int) -> bool:
    """Whether a "West Coast" is that of a place named beside it: "New Zealand's West Coast"."""
    owned = text.startswith(" of ", end) or text.endswith("'s ", 0, start)
    return owned and SIDE_OF.fullmatch(text, start, end) is not None


def people_at(text: str, words: Sequence[Word], i: int, gazetteer: Gazetteer) -> tuple[int, Spot | None]:
    """The adjective or people that begins at word i, of how many words and where at home: "North Korean", "Scots"."""
    if words[i].key not in gazetteer.people_first:
        return 0, None
    for n in (2, 1):
        if i + n <= len(words):
            name = text[words[i].start : words[i + n - 1].end]
            if country := gazetteer.countries.by_demonym(name):
                return n, country_spot(country)
            if region := gazetteer.peoples.get(name):
                return n, region
    return 0, None


def longest(
    text: str, words: Sequence[Word], i: int, gazetteer: Gazetteer, seen: dict[str, tuple[Spot, ...]]
) -> tuple[int, int, tuple[Spot, ...]]:
    """The longest known name that begins at word i: the word after it, where it ends, what it may mean."""
    start, first = words[i].start, words[i].key in gazetteer.words["never_first"]
    alone = first or words[i].key in gazetteer.words["never_alone"]
    for j, key in runs(text, words, i):
        last = words[j - 1]
        town = last.capital and not (alone if j - i == 1 else first)
        if key in gazetteer.known:
            if not first and (spots := exact(text[start : last.end], gazetteer)):
                return j, last.end, spots
            stop = last.end - last.text.endswith(".")
            if spots := meanings(text[start:stop], key, town, gazetteer):
                return j, stop, spots
        elif town and len(key) > 2:
            if j - i > 1 and text.startswith("'s", last.end) and (spots := gazetteer.towns(f"{key}s")):
                return j, last.end + 2, spots
            if key not in seen:
                seen[key] = gazetteer.towns(key)
            if spots := seen[key]:
                return j, last.end - last.text.endswith("."), spots
    return i + 1, words[i].end, ()


def exact(name: str, gazetteer: Gazetteer) -> tuple[Spot, ...]:
    """An abbreviation with its last stop ("U.S.", "W.Va."), or a short form of one town ("L.A.", "NYC")."""
    if full := gazetteer.short.get(name):
        return gazetteer.towns(fold(full))[:1]
    if not name.endswith("."):
        return ()
    if state := gazetteer.divisions.get(name):
        return (state,)
    country = gazetteer.countries.by_name(name)
    return (country_spot(country),) if country else ()


def meanings(name: str, key: str, town: bool, gazetteer: Gazetteer) -> tuple[Spot, ...]:
    """All places of a name; of towns only if it can be one's: with a capital at the end, and no "The" or "May"."""
    features = gazetteer.features.get(key, ())
    if features and name.isupper() and len(name) < 5 and name not in gazetteer.words["acronyms"]:
        features = ()  # "SWAT" is no valley
    if not town or (features and features[0].kind in WATER):
        return features
    country = gazetteer.countries.by_name(name if not name.isupper() or len(name) < 5 else name.title())
    state = gazetteer.divisions.get(name) or (gazetteer.divisions.get(name.title()) if name.isupper() else None)
    known = [*features, *([country_spot(country)] if country else ()), *([state] if state else ())]
    if len(key) < 3:
        return tuple(known)
    towns = [t for t in gazetteer.towns(key) if not (known and repeats(t, known))]
    return (*known, *with_capital(towns, gazetteer.countries.by_capital(name)))


def with_capital(towns: Sequence[Spot], country: Country | None) -> Sequence[Spot]:
    """The towns, the largest one of a country marked as its capital if the name is one of its capital's."""
    for i, town in enumerate(towns):
        if country and town.kind == "city" and town.country == country.code:
            return [*towns[:i], replace(town, capital=True, other=False), *towns[i + 1 :]]
    return towns


def repeats(town: Spot, known: Sequence[Spot]) -> bool:
    """Whether a town's entry says again what the hand-made tables say, or lends one of their names ("Kashmir")."""
    return town.other or any(
        town.kind == "region" and town.country == k.country and (not k.division or k.division == town.division)
        for k in known
    )


def is_tail(found: str) -> bool:
    """Whether a name counts only behind a town: a postal code, or "Miss." and the like with no stop inside."""
    code = len(found) == 2 and found.isupper() and found not in ("US", "UK", "EU")
    return code or (found.endswith(".") and "." not in found[:-1])
