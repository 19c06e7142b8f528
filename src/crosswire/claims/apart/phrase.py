"""Words and tags, and where a phrase begins that names who tells, with its appositions and lists."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
VERBS = FINITE | {"VB", "VBN", "VBG"}
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "FW"})
NAMES = frozenset({"NNP", "NNPS"})
PHRASE = NOUNS | {"DT", "PDT", "JJ", "JJR", "JJS", "CD", "CC", "POS", "PRP$", "IN", "VBN", "VBG", "RB", "TO", "HYPH"}
PHRASE |= {"-LRB-", "-RRB-", "$", "RBS", "RBR", "ADD", "SYM", "NFP"}
RELATIVE = frozenset({"WP", "WDT", "WP$"})
OPENING = NOUNS | {"DT", "PDT", "JJ", "JJR", "JJS", "CD", "PRP$", "RBS", "RBR"}
NO_BEGINNING = frozenset({"which", "that", "who", "none", "nothing", "there"})
JOINING = frozenset(
    {"of", "for", "in", "at", "from", "to", "with", "on", "near", "around", "about", "under", "by", "least"}
)
LONGEST = 40  # words of who says it, and of what stands behind the verb


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in small letters and their tags."""

    lower: Sequence[str]
    tag: Sequence[str]

    def __len__(self) -> int:
        return len(self.lower)

    def is_(self, i: int, *words: str) -> bool:
        """Whether token i is one of the words."""
        return 0 <= i < len(self.lower) and self.lower[i] in words


@cache
def lists() -> dict[str, frozenset[str]]:
    """The word lists of data/apart.toml."""
    data = tomllib.loads((files("crosswire.claims") / "data" / "apart.toml").read_text("utf-8"))
    return {name: frozenset(words.split()) for name, words in data.items()}


def who(words: Words, first: int, end: int) -> int | None:
    """Where the phrase begins that ends at token `end` and names who tells, with its appositions and lists."""
    closed = words.is_(end, ",")
    parts = between(words, first, end - closed)
    if len(parts) < 2:
        return None
    last = parts.pop()
    begin = last[0]
    if not names(words, *last, aside=closed) or (closed and words.is_(begin, "and", "or")):
        return None
    if closed:  # "Hasan Yildiz, the mayor of Palu, said"
        described = _before(words, parts)
        if described is None:
            return None
        begin = described
    if words.is_(begin, "and"):  # "Karim Aziz, the governor, and Amina Bello said"
        return _joined(words, parts, begin)
    if not closed and any(words.is_(k, "and", "or") for k in range(*last)):
        # "police, firefighters and hospital staff", "the Ministry of Trade, Industry and Energy"
        while len(parts) > 1 and (_is_member(words, *parts[-1]) or _cares_for(words, *parts[-1], begin)):
            begin = parts.pop()[0]
    return begin if opens(words, begin) else None


def _before(words: Words, parts: list[tuple[int, int]]) -> int | None:
    """Where who an apposition describes begins; the apposition itself is taken off already."""
    if len(parts) < 2:
        return None
    part = parts.pop()
    if part[0] == part[1] and words.tag[part[0]] == "CD" and len(parts) > 1:  # "Tomas Lind, 43, a farmer,"
        part = parts.pop()
    return part[0] if names(words, *part) else None


def _joined(words: Words, parts: list[tuple[int, int]], begin: int) -> int | None:
    """Where a list begins whose last member stands behind ", and"."""
    while len(parts) > 1 and names(words, *parts[-1]) and _is_short(*parts[-1]):
        begin = parts.pop()[0]
    return begin if opens(words, begin) and not words.is_(begin, "and") else None


def between(words: Words, first: int, end: int) -> list[tuple[int, int]]:
    """The parts between commas of tokens first to end."""
    parts, begin = [], first
    for k in range(first, end + 1):
        if words.is_(k, ","):
            if k > begin:
                parts.append((begin, k - 1))
            begin = k + 1
    if begin <= end:
        parts.append((begin, end))
    return parts


def names(words: Words, first: int, last: int, *, aside: bool = False) -> bool:
    """Whether tokens first to last may name somebody: a noun phrase, at its end perhaps a clause that begins with
    "who"."""
    if last - first > LONGEST or (words.tag[first] not in OPENING and not words.is_(first, "and", "at")):
        return aside and words.tag[first] in RELATIVE
    for k in range(first, last + 1):
        if words.tag[k] in RELATIVE and k > first:
            return words.is_(k, "who", "whose") or (k < last and words.tag[k + 1] in FINITE)
        if words.tag[k] not in PHRASE or (words.tag[k] == "IN" and words.lower[k] not in JOINING):
            return False
    return any(words.tag[k] in NOUNS for k in range(first, last + 1))


def opens(words: Words, begin: int) -> bool:
    return words.tag[begin] in OPENING and words.lower[begin] not in NO_BEGINNING


def _is_member(words: Words, first: int, last: int) -> bool:
    return _is_short(first, last) and words.lower[last] in lists()["tellers"] and names(words, first, last)


def _cares_for(words: Words, first: int, last: int, behind: int) -> bool:
    """Whether a list goes on with what a body cares for that tokens first to last name: "the Ministry of Trade"."""
    if words.tag[behind] not in NAMES or words.tag[last] not in NAMES or not names(words, first, last):
        return False
    return any(words.lower[k] in lists()["bodies"] and words.is_(k + 1, "of", "for") for k in range(first, last))


def _is_short(first: int, last: int) -> bool:
    return last - first < 5
