"""Words of a passage and the runs of them that may be one name, with the folded form that names are looked up by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crosswire.claims.places.gazetteer import ABBREVIATED, fold

# Separators are no word characters, so there is one way to match and the time is linear.
# The look behind comes after the first letter, so that the engine skips to letters quickly.
WORD = re.compile(r"[^\W\d_](?<!\w'[^\W\d_])\w*(?:[.&]\w+|'(?!s\b)\w+)*\.?")
# What may stand between the words of one name, and how it is folded: "Martha's Vineyard" is "marthas vineyard".
JOINTS = {" ": " ", "-": " ", "'s ": "s "}
LONGEST = 6
LONGEST_WORD = 40


class Word(NamedTuple):
    """One word of a passage: its offsets there, its text, its folded form, whether it has a capital ("d'Ivoire")."""

    start: int
    end: int
    text: str
    key: str
    capital: bool


def words_of(text: str) -> list[Word]:
    """The words of a passage; one of more than forty characters is no name and is left out."""
    words: list[Word] = []
    for match in WORD.finditer(text):
        word, (start, end) = match[0], match.span()
        if word.islower():
            words.append(Word._make((start, end, word, word, False)))  # half the time of Word(...)
        elif len(word) <= LONGEST_WORD:
            words.append(Word._make((start, end, word, fold(word), True)))
    return words


def runs(text: str, words: Sequence[Word], i: int) -> Iterator[tuple[int, str]]:
    """The runs of words that begin at word i, longest first: the word behind each, and its folded form."""
    first = words[i].key
    found = [(i + 1, first)]
    key = ABBREVIATED.get(first, first)
    for j in range(i + 1, min(i + LONGEST, len(words))):
        joint = JOINTS.get(text[words[j - 1].end : words[j].start])
        if joint is None:
            break
        key = f"{key}{joint}{words[j].key}"
        found.append((j + 1, key))
    return reversed(found)
