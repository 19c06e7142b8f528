"""Words of a passage -> the names in it that the gazetteer knows, longest first, each with what speaks for and against.

A name is found by look-up of runs of capitalised words, whatever the tagger says: a small model misses a third of the
places of local news. Whether it is meant as a place is weighed afterwards from the clues gathered here (`words` and
`weights` of data/places.toml): what stands before and behind it, what the tagger takes it for, how big its place is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from crosswire.claims.countries import Country
from crosswire.claims.parse import Passage
from crosswire.claims.places_gazetteer import Gazetteer, Spot, country_spot, fold

# Separators are no word characters, so there is one way to match and the time is linear.
WORD = re.compile(r"(?<!\w')[^\W\d_]\w*(?:[.&]\w+|'(?!s\b)\w+)*\.?")
JOINTS = frozenset({" ", "-", "'s "})
FOLLOWERS = ("street", "facility", "body", "said", "where")
LONGEST = 6
LABELS = frozenset({"GPE", "LOC", "ORG", "PERSON", "FAC", "NORP"})
PARTS = (*(f"tag_{label}_part" for label in ("ORG", "FAC", "PERSON", "NORP", "OTHER")), "tag_PERSON_last")
LONGEST_WORD = 40
WATER = frozenset(
    {"ocean", "sea", "gulf", "strait", "channel", "canal", "bay", "river", "lake", "line", "zone", "corridor"}
)


class Word(NamedTuple):
    """One word of a passage: offsets in the passage, its text, its folded form, whether it has a capital ("d'Ivoire")."""

    start: int
    end: int
    text: str
    key: str
    capital: bool


class Entity(NamedTuple):
    """What the tagger found, by passage offsets."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name that may be a place: report offsets, the words, their folded form, what places are called so, the clues
    (names of weights that apply). `tail`: an abbreviation or code that only a town before it makes a place; `people`: an
    adjective or a people, which tells of a country but is no place; `inside`: part of another name ("Georgia" in "the
    Georgia Supreme Court")."""

    start: int
    end: int
    words: str
    key: str
    spots: tuple[Spot, ...]
    clues: tuple[str, ...]
    passage: int
    tail: bool = False
    people: bool = False
    inside: bool = False


def names_in(passage: Passage, number: int, gazetteer: Gazetteer) -> Iterator[Name]:
    """The names of one passage in the order of the text, not overlapping."""
    text = passage.doc.text
    words = words_of(text)
    entities = [Entity(e.start_char, e.end_char, e.label_) for e in passage.doc.ents]
    i = 0
    while i < len(words):
        if not words[i].capital:
            i += 1
            continue
        start = words[i].start
        j, end, spots = longest(text, words, i, gazetteer)
        n, home = people_at(text, words, i, gazetteer)
        people = home is not None and (not spots or n >= j - i)
        if home and people:
            j, end, spots = i + n, words[i + n - 1].end, (home,)
        if spots:
            found = text[start:end]
            clues = () if people else tuple(clues_of(text, words, (i, j), entities, gazetteer.words))
            where = (passage.offset + start, passage.offset + end)
            yield Name(*where, found, fold(found), spots, clues, number, is_tail(found), people, is_inside(clues))
        i = max(j, i + 1)


def people_at(text: str, words: Sequence[Word], i: int, gazetteer: Gazetteer) -> tuple[int, Spot | None]:
    """The adjective or people that begins at word i, of how many words and where at home: "North Korean", "Scots"."""
    if words[i].key in gazetteer.words["never_first"]:
        return 0, None
    for n in (2, 1):
        if i + n <= len(words):
            name = text[words[i].start : words[i + n - 1].end]
            if country := gazetteer.countries.by_demonym(name):
                return n, country_spot(country)
            if region := gazetteer.peoples.get(name):
                return n, region
    return 0, None


def words_of(text: str) -> list[Word]:
    """The words of a passage; one of more than forty characters is no name and is left out."""
    return [
        Word(m.start(), m.end(), word, fold(word) if (capital := word != word.lower()) else word, capital)
        for m in WORD.finditer(text)
        if len(word := m.group()) <= LONGEST_WORD
    ]


def longest(text: str, words: Sequence[Word], i: int, gazetteer: Gazetteer) -> tuple[int, int, tuple[Spot, ...]]:
    """The longest known name that begins at word i: the word after it, where it ends, what it may mean."""
    end = i + 1
    while end < len(words) and end - i < LONGEST and text[words[end - 1].end : words[end].start] in JOINTS:
        end += 1
    first = words[i].key in gazetteer.words["never_first"]
    alone = first or words[i].key in gazetteer.words["never_alone"]
    for j in range(end, i, -1):
        last = words[j - 1]
        key = joined(text, words[i:j])
        if not first and (spots := exact(text[words[i].start : last.end], gazetteer)):
            return j, last.end, spots
        stop = last.end - last.text.endswith(".")
        town = last.capital and not (alone if j - i == 1 else first)
        if town and j - i > 1 and text.startswith("'s", last.end) and (spots := gazetteer.towns(f"{fold(key)}s")):
            return j, last.end + 2, spots
        spots = meanings(text[words[i].start : stop], fold(key), town, gazetteer)
        if spots:
            return j, stop, spots
    return i + 1, words[i].end, ()


def joined(text: str, words: Sequence[Word]) -> str:
    """The folded form of words: "Martha's Vineyard" is folded to "marthas vineyard"."""
    gaps = ["s " if text[a.end] == "'" else " " for a, b in zip(words, words[1:], strict=False)]
    return "".join(part for pair in zip((w.key for w in words), [*gaps, ""], strict=True) for part in pair)


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
    """The towns, the largest one of a country marked as its capital if the name is that of its capital."""
    for i, town in enumerate(towns):
        if country and town.kind == "city" and town.country == country.code:
            return [*towns[:i], replace(town, capital=True), *towns[i + 1 :]]
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


def is_inside(clues: Collection[str]) -> bool:
    """Whether a name is part of another: "Georgia Supreme Court", "University of Calgary", "Columbia Road"."""
    joined = "capital_after" in clues
    if joined and any(f"followed_{name}" in clues for name in ("street", "facility", "body")):
        return True
    part = any(clue in clues for clue in PARTS)
    return part and (joined or "capital_before" in clues or "behind_of" in clues)


def clues_of(
    text: str,
    words: Sequence[Word],
    at: tuple[int, int],
    entities: Sequence[Entity],
    lists: Mapping[str, frozenset[str]],
) -> Iterator[str]:
    """What speaks for or against words[i:j] being meant as a place, as names of weights."""
    i, j = at
    start, end = words[i].start, words[j - 1].end
    yield tagged(start, end - text[start:end].endswith("."), entities)
    before = words[i - 1] if i and text[words[i - 1].end : start] == " " else None
    after = words[j] if j < len(words) and text[words[j - 1].end : words[j].start] == " " else None
    if before is None:
        yield "starts"
    elif before.capital:
        yield from (name for name in ("titles", "before_name") if before.key in lists[name])
        if before.key not in lists["never_first"]:
            yield "capital_before"
    yield from (f"behind_{name}" for name in ("locative", "of", "link", "said") if before and before.key in lists[name])
    if after:
        yield from (f"followed_{name}" for name in FOLLOWERS if after.key in lists[name])
        if after.capital:
            yield "capital_after"
    if text[end : end + 2] == "'s":
        yield "possessive"
    elif text[end : end + 2] == ", ":
        yield "comma"
    if j - i > 1:
        yield "long"
    elif words[i].text.isupper() and len(words[i].key) > 3:
        yield "shouted"


def tagged(start: int, end: int, entities: Sequence[Entity]) -> str:
    """What the tagger took the words for: a label, with "_part" where they are a piece of a longer name."""
    for entity in entities:
        if entity.start < end and start < entity.end:
            label = entity.label if entity.label in LABELS else "OTHER"
            if entity.start + 4 < start:
                return f"tag_{label}_part" if label != "PERSON" or end + 2 < entity.end else "tag_PERSON_last"
            return f"tag_{label}_part" if end + 2 < entity.end else f"tag_{label}"
    return "tag_none"
