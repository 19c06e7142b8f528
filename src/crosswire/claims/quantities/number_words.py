"""A number that was read, and the words and patterns by which numbers are read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from crosswire.claims.quantities.pattern import anchors, number_pattern, ratio_pattern


@dataclass(frozen=True, slots=True)
class Number:
    """A number at [start, end) of a text. `scale` is the magnitude named with it; `form` is how it is written.

    A vague number has only the least it can be as `low`, or nothing at all ("several").
    """

    start: int
    end: int
    low: float | None
    high: float | None
    form: str
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words of numbers, the pattern that reads a number, and that of the digits and words no number is without."""

    words: Mapping[str, float]
    magnitudes: Mapping[str, float]
    suffixes: Mapping[str, float]
    fractions: Mapping[str, float]
    plurals: Mapping[str, float]
    vague_floor: float
    pattern: re.Pattern[str]
    anchors: re.Pattern[str]
    money: re.Pattern[str]
    ratio: re.Pattern[str]


def number_words(data: Mapping[str, Mapping[str, float]], vague: Mapping[str, object], money: str) -> NumberWords:
    """The number words of a parsed quantities.toml; `money` is a pattern of what stands before an amount ("US$")."""
    words, magnitudes, suffixes = data["words"], data["magnitudes"], data["suffixes"]
    return NumberWords(
        words=words,
        magnitudes=magnitudes,
        suffixes=suffixes,
        fractions=data["fractions"],
        plurals=data["plurals"],
        vague_floor=float(str(vague["at_least"])),
        pattern=re.compile(number_pattern(data, vague), re.IGNORECASE),
        anchors=re.compile(anchors(data, vague)),
        money=re.compile(rf"(?<![A-Za-z])(?:{money}) ?$"),
        ratio=re.compile(ratio_pattern(words), re.IGNORECASE),
    )
