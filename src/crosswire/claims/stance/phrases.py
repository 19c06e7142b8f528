"""Finding fixed phrases by their first word: one dictionary look-up a word, however many phrases there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

WORD = re.compile(r"[a-z'][a-z'-]*")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by first word, the longest first."""

    by_first: Mapping[str, tuple[str, ...]]


def phrases(listed: Iterable[str]) -> Phrases:
    """The phrases, indexed."""
    found: dict[str, list[str]] = {}
    for phrase in sorted(listed, key=len, reverse=True):
        first = WORD.match(phrase)
        if first is not None:
            found.setdefault(first[0], []).append(phrase)
    return Phrases({first: tuple(group) for first, group in found.items()})


def phrase_in(lowered: str, known: Phrases) -> str | None:
    """The first phrase that stands in a lower-case text between word boundaries; None if there is none."""
    firsts = known.by_first.keys() & WORD.findall(lowered)
    if not any(phrase in lowered for first in firsts for phrase in known.by_first[first]):
        return None  # nearly always; the rest is slower
    for word in WORD.finditer(lowered):
        for phrase in known.by_first.get(word[0], ()):
            end = word.start() + len(phrase)
            if lowered.startswith(phrase, word.start()) and not lowered[end : end + 1].isalnum():
                return phrase
    return None
