"""Who somebody is, told by names and titles that stand beside one another: "Ocean Cruises chairman Torstein Hagen".

Parsers take such a row apart in many ways, so it is looked at word by word: between the name and what it is there may
stand nothing but words of the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from crosswire.facts.check.beside import Beside
from crosswire.facts.check.context import QUALIFIERS
from crosswire.facts.check.slots import LANDS, Wanted
from crosswire.facts.check.words import forms_of
from crosswire.model import Party, Phrase, Place

TOKEN = re.compile(r"\w[\w.’'-]*\w|\w|[^\w\s]")
POSSESSIVE = re.compile(r"['’]s?$")
RELATIVE = re.compile(r",? (?:who|whom|whose|which|that)\b")
LONGEST = 16  # tokens of a row
SMALL = frozenset(
    ("a", "an", "the", "of", "for", ",", "(", ")", "'s", "’s", "’", "'", "’s", "its", "his", "her", "their")
)


@dataclass(frozen=True, slots=True)
class Word:
    """One token of a sentence: as it stands, and what it may be listed as."""

    text: str
    forms: frozenset[str]

    @property
    def named(self) -> bool:
        """Whether it may be part of a name."""
        return self.text[:1].isupper() or self.text[:1].isdigit()


def in_one_row(beside: Beside) -> bool:
    """Whether who and what a clause says somebody is stand in one row of names and titles, no other name among it."""
    slots = [s for s in beside.asked.slots if s.role in ("agent", "is")]
    parts = {slot: [*_parts(slot, beside)] for slot in slots}
    asked = [part for found in parts.values() for part in found]
    if (
        len(asked) < 2
        or {s.role for s, found in parts.items() if found} != {"agent", "is"}
        or not any(isinstance(s.value, Party) for s in slots)
    ):
        return False
    if any("name" in one and beside.passage.words.isdisjoint(one) for one in asked):
        return (
            False  # most sentences do not have the name: taking each apart word by word cost two seconds of 30 reports
        )
    words = _words(beside.passage.sentence.exact)
    return any(_is_row(row, before, asked, slots, beside) for row, before in _rows(words, asked, beside))


def undescribed(phrase: Phrase) -> Phrase:
    """A phrase without the clause that describes it: "Ana Paz, who leaked papers to reporters" is no reporter."""
    clause = RELATIVE.search(phrase.at.exact)
    if clause is None:
        return phrase
    exact = phrase.at.exact[: clause.start()]
    before = {form for word in TOKEN.findall(exact) for form in forms_of(word)}
    at = replace(phrase.at, end=phrase.at.start + len(exact), exact=exact)
    return replace(phrase, at=at, words=phrase.words & before)


def _parts(slot: Wanted, beside: Beside) -> Iterator[frozenset[str]]:
    """The words to be found for a slot, each under all names of it; a land that is told of anyway is left out."""
    value = slot.value
    if isinstance(value, Party | Place):
        if slot.inner and value.kind == "country" and value.country == beside.evidence.home.get(beside.turned.report):
            return
        name = value.text if value.kind == "country" else value.name
        yield from (frozenset((w.lower(), "name")) for w in name.split() if w.lower() not in SMALL | LANDS)
    elif value is None:
        yield from (frozenset((w,)) for w in slot.words)


def _words(text: str) -> list[Word]:
    return [Word(w, frozenset(forms_of(POSSESSIVE.sub("", w)))) for w in TOKEN.findall(text)]


def _gives(word: Word, asked: frozenset[str], beside: Beside) -> bool:
    if "name" in asked:
        return word.named and not asked.isdisjoint(word.forms)
    return any(beside.has(w, word.forms) for w in asked)


def _rows(
    words: Sequence[Word], asked: Sequence[frozenset[str]], beside: Beside
) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    """The shortest rows from each word on that have all that is asked for, with the two words before each."""
    for start, first in enumerate(words):
        if not any(_gives(first, one, beside) for one in asked):
            continue
        left = list(asked)
        for end in range(start, min(len(words), start + LONGEST)):
            left = [one for one in left if not _gives(words[end], one, beside)]
            if not left:
                yield words[start : end + 1], words[max(0, start - 2) : start]
                break


def _is_row(
    row: Sequence[Word],
    before: Sequence[Word],
    asked: Sequence[frozenset[str]],
    slots: Sequence[Wanted],
    beside: Beside,
) -> bool:
    """Whether nothing but the row stands in it: no verb, no preposition but "of", nobody else, no "former"."""
    wanted: Set[str] = {w for s in slots for w in s.words}
    if not wanted & QUALIFIERS and any(w.forms & QUALIFIERS for w in (*before, *row)):
        return False
    heads = {c.head.exact for c in beside.passage.clauses if c.verbal}
    known = {w.lower() for s in slots if isinstance(s.value, Party) for w in _full(s.value, beside)}
    return all(
        w.text.lower() in SMALL
        or any(_gives(w, one, beside) for one in asked)
        or (w.text[:1].isalpha() and w.text not in heads and _may_stand(w, known))
        for w in row
    )


def _may_stand(word: Word, known: Set[str]) -> bool:
    """Whether a word may stand in a row beside what is asked for: another title, a part of the same name."""
    low = word.text.lower()
    return low in known if word.named else low not in FUNCTION


def _full(party: Party, beside: Beside) -> list[str]:
    return [
        w
        for p in (party, *beside.evidence.persons.values())
        if set(party.name.split()) <= set(p.name.split())
        for w in p.name.split()
    ]


# What binds a row to something else: "a partner at KPMG" is not KPMG's head, and "X and Y" are two.
FUNCTION = frozenset(
    ("and", "or", "but", "at", "in", "on", "by", "with", "from", "to", "as", "than", "that", "which", "who", "whom",
     "whose", "while", "when", "where", "under", "against", "over", "into", "between", "about", "after", "before",
     "near", "not", "no", "is", "was", "are", "were", "be", "been", "has", "had", "have", "will", "would", "said")
)  # fmt: skip
