"""A report -> its words as numbers, alike for "1,200 kilometers" and "750 miles": what copying is looked for in.

Numbers are one word whatever their form, units another: a paper that prints a wire story converts both, and the words
around them stay. Words inside quotation marks are marked: two papers that quote one speech need not have seen each
other.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crosswire.model import Report

Hashes = NDArray[np.uint64]
Flags = NDArray[np.bool_]

TOLD = ("paragraph", "bullet")
WORD = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+")
QUOTED = re.compile(r"[“\"][^“”\"]*(?:[”\"]|$)")
COUNTING = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion"
)
MEASURING = (
    "km kms kilometer kilometers kilometre kilometres mile miles mph kph kmh meter meters metre metres foot feet ft "
    "yard yards inch inches kg kilogram kilograms kilo kilos pound pounds lb lbs ton tons tonne tonnes liter liters "
    "litre litres gallon gallons acre acres hectare hectares celsius fahrenheit knots nm"
)
NUMBERS, UNITS = frozenset(COUNTING.split()), frozenset(MEASURING.split())
NUMBER, UNIT = 1, 2  # what stands for any number, and for any unit
SHINGLE = 4  # words in a row; 6 lost one shingle in two where every tenth word is changed, 4 one in three
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # odd, of no pattern: 2**64 over the golden ratio
SHIFT = np.uint64(29)


@dataclass(frozen=True, slots=True)
class Words:
    """The words that a report tells, in order: their hashes, where they start and end, which stand in quotation."""

    hashes: Hashes
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quoted: Flags

    def __len__(self) -> int:
        return len(self.starts)


def words_of(report: Report) -> Words:
    """The words of a report's paragraphs and bullets; its headline, captions and furniture are none of them."""
    hashes: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    quoted: list[bool] = []
    seen: dict[str, int] = {}
    for block in report.blocks:
        if block.kind not in TOLD:
            continue
        text = _lower(report.text[block.start : block.end])
        spans = [match.span() for match in WORD.finditer(text)]
        words = [text[first:last] for first, last in spans]
        seen.update((word, word_hash(word)) for word in set(words).difference(seen))
        hashes += [seen[word] for word in words]
        starts += [block.start + first for first, _ in spans]
        ends += [block.start + last for _, last in spans]
        quoted += _quoted(text, spans)
    return Words(np.array(hashes, np.uint64), tuple(starts), tuple(ends), np.array(quoted, np.bool_))


def _quoted(text: str, spans: Sequence[tuple[int, int]]) -> list[bool]:
    """Of each word whether it stands in quotation marks."""
    quotes = [match.span() for match in QUOTED.finditer(text)] if "“" in text or '"' in text else []
    if not quotes:
        return [False] * len(spans)
    starts = [first for first, _ in quotes]
    return [(i := bisect_right(starts, first)) > 0 and first < quotes[i - 1][1] for first, _ in spans]


def _lower(text: str) -> str:
    """The text in small letters, each in its place: "İ" has two and stays as it is."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def word_hash(word: str) -> int:
    """The number of a word in small letters, the same on every machine."""
    if word[0].isdigit() or word in NUMBERS:
        return NUMBER
    return UNIT if word in UNITS else zlib.crc32(word.encode("utf-8", "replace")) + 16


def shingles(words: Words) -> Hashes:
    """The hash of each run of SHINGLE words, by where it begins; zero where all of them stand in quotation marks."""
    if len(words) < SHINGLE:
        return np.zeros(0, np.uint64)
    made = mixed(words.hashes)
    wholly = np.lib.stride_tricks.sliding_window_view(words.quoted, SHINGLE).all(axis=1)
    made[wholly] = 0
    return made


def mixed(hashes: Hashes) -> Hashes:
    """The hash of each run of SHINGLE numbers down the first axis, spread evenly over all 64-bit numbers."""
    count = len(hashes) - SHINGLE + 1
    made = np.zeros_like(hashes[:count])
    for i in range(SHINGLE):
        made = (made ^ hashes[i : i + count]) * MULTIPLIER
        made ^= made >> SHIFT
    return made
