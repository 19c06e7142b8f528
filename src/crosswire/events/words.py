"""How much a word tells: the rarer in English at large, the more; the same whatever reports have come so far.

Weights counted over the reports themselves would change with each arrival, and the events with them. The table is
fixed: 42,000 forms with how often they stand in English texts (Zipf scale: log10 of uses in a billion words).
"""

from __future__ import annotations

import math
import re
import sys
import zlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from operator import mul

COMMON = 5.6  # words more frequent than this (on the Zipf scale) tell nothing: "first", "people", "last"
RARE = 2.3  # what the table does not hold is taken to be this rare
TERMS = 60  # words kept of one report; 100 gain .003 of B3 on BASIL, 40 lose .007
STEP = 255.0  # weights are kept in one byte each
TOKEN = re.compile(r"[a-z][a-z']+|\d[\d,.]*\d|\d")
TEMPER = 0.6  # a word ten times rarer does not tell ten times more: B3 on BASIL in ten days .951 untempered, .979 so
UNKNOWN: float = (COMMON - RARE) ** TEMPER
MET = 100_000  # forms
YEAR = re.compile(r"(?:19|20)\d\d")
NUMBER = 1.5  # a number of three digits or more tells as much as a word that one text in a hundred holds
CALENDAR = frozenset(f"{date(2026, month, 1):%B}".lower() for month in range(1, 13)) | frozenset(
    f"{date(2026, 6, day):%A}".lower() for day in range(1, 8)
)
ENDINGS = ("ing", "ed", "es", "s")
ENOUGH, ENOUGH_IN_PART = 12.0, 5.0  # a text of fewer words than make this length may be like another by chance
TITLE, LEAD, LEAD_WORDS = 3, 2, 60  # a word of the headline counts as three, of the first sixty words as two

Words = Mapping[str, float]


class Lexicon(dict[str, float]):
    """Form -> how much it tells, and for the forms met lately the word that each stands for, with that.

    A form is looked up a hundred times a report; cutting and weighing it each time took a fifth of linking.
    """

    def __init__(self, told: Mapping[str, float]) -> None:
        super().__init__(told)
        self.met = _Met(self)


class _Met(dict[str, tuple[str, float]]):
    """Form -> (the form without its ending, how much it tells), found when it is first asked for."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, form: str) -> tuple[str, float]:
        if len(self) >= MET:
            self.clear()
        found = self[form] = (sys.intern(stem(form)), telling(form, self._words))
        return found


def load_words() -> Lexicon:
    """The shipped table: form -> how much it tells."""
    text = zlib.decompress((files("crosswire.events") / "data" / "words.z").read_bytes()).decode()
    rows = (line.split(" ") for line in text.splitlines())
    told = {word: _worth(int(tenths) / 10) for tenths, *words in rows for word in words}
    return Lexicon({**told, **dict.fromkeys(CALENDAR, 0.0)})


def _worth(frequency: float) -> float:
    return float(max(0.0, COMMON - frequency) ** TEMPER)


@dataclass(frozen=True, slots=True)
class Vector:
    """Words with how much each tells: the square root of the sum of squares is 1, or less where there are few."""

    words: tuple[str, ...]
    weights: bytes


def whole(title: str, text: str, words: Lexicon, least: float = ENOUGH) -> Vector:
    """The words that tell a report from others; `least` is the length that one of few words is taken to have."""
    told = forms(text)
    counts = Counter([*forms(title) * TITLE, *told[:LEAD_WORDS] * LEAD, *told[LEAD_WORDS:]])
    return _vector({form: 1 + math.log(count) for form, count in counts.items()}, words, least)


def part(text: str, words: Lexicon) -> Vector:
    """The words that a short text, a headline or a lead, is told in, each once."""
    return _vector(dict.fromkeys(forms(text), 1.0), words, ENOUGH_IN_PART)


def _vector(counts: Mapping[str, float], words: Lexicon, least: float) -> Vector:
    """The heaviest words first; `least` is the length that a vector of few words is taken to have."""
    heavy: dict[str, float] = {}
    met = words.met
    for form, count in counts.items():
        root, worth = met[form]
        if worth:
            heavy[root] = heavy.get(root, 0.0) + count * worth
    top = sorted(heavy.items(), key=lambda item: (-item[1], item[0]))[:TERMS]
    length = max(least, math.sqrt(sum(weight * weight for _, weight in top)))
    return Vector(tuple(word for word, _ in top), bytes(min(255, round(STEP * weight / length)) for _, weight in top))


def telling(form: str, words: Words) -> float:
    """How much a form tells, 0 to 2: the rarer the more. Days and months tell when, which is compared apart."""
    known = words.get(form)
    if known is not None:
        return known
    if form[0].isdigit():
        return 0.0 if YEAR.fullmatch(form) else min(len(form), 3) / 3 * NUMBER
    return float(UNKNOWN)


def forms(text: str) -> list[str]:
    """The words and numbers of a text in small letters, without a possessive's ending."""
    low = text.lower().replace("’", "'")
    found: list[str] = TOKEN.findall(low)
    return [form[:-2] if form.endswith("'s") else form for form in found] if "'s" in low else found


def stem(form: str) -> str:
    """A form without its ending: "strikes" and "striking" should meet, at the price of a few that should not."""
    for ending in ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= 4:
            return form[: -len(ending)]
    return form


def weights(vector: Vector) -> Mapping[str, int]:
    """A vector as likeness asks for it."""
    return dict(zip(vector.words, vector.weights, strict=True))


def like(a: Mapping[str, int], b: Mapping[str, int]) -> float:
    """The cosine of two vectors, 0 to 1."""
    common = a.keys() & b.keys()
    found: int = sum(map(mul, map(a.__getitem__, common), map(b.__getitem__, common)))
    return found / (STEP * STEP)


def likeness(a: Vector, b: Vector) -> float:
    """The cosine of two vectors, 0 to 1."""
    return like(weights(a), weights(b))


def shared(a: Vector, b: Vector) -> list[str]:
    """The words of both, the heaviest of the second first."""
    known = set(a.words)
    return [word for word in b.words if word in known]
