"""How much a word tells: the rarer in English at large, the more; the same whatever reports have come so far.

Weights counted over the reports themselves would change with each arrival, and the events with them. The table is
fixed: 42,000 forms with how often they stand in English texts (Zipf scale: log10 of uses in a billion words).
"""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files

COMMON = 5.6  # words more frequent than this (on the Zipf scale) tell nothing: "first", "people", "last"
RARE = 2.3  # what the table does not hold is taken to be this rare
TERMS = 60  # words kept of one report; 100 gain .003 of B3 on BASIL, 40 lose .007
STEP = 255.0  # weights are kept in one byte each
TOKEN = re.compile(r"[A-Za-z][A-Za-z'’]+|\d[\d,.]*\d|\d")
YEAR = re.compile(r"(?:19|20)\d\d")
NUMBER = 2.0  # a number of three digits or more tells as much as a word that one text in a hundred holds
CALENDAR = frozenset(f"{date(2026, month, 1):%B}".lower() for month in range(1, 13)) | frozenset(
    f"{date(2026, 6, day):%A}".lower() for day in range(1, 8)
)
ENDINGS = ("ing", "ed", "es", "s")
TITLE, LEAD, LEAD_WORDS = 3.0, 2.0, 60  # a word of the headline counts as three, of the first sixty words as two

Words = Mapping[str, float]


def load_words() -> dict[str, float]:
    """The shipped table: form -> how frequent (Zipf scale, 2.7 to 7.7)."""
    text = zlib.decompress((files("crosswire.events") / "data" / "words.z").read_bytes()).decode()
    rows = (line.split(" ") for line in text.splitlines())
    return {word: int(tenths) / 10 for tenths, *words in rows for word in words}


def terms(title: str, text: str, words: Words) -> tuple[tuple[str, ...], bytes]:
    """The words that tell a report from others, heaviest first, and their weights as a unit vector in bytes."""
    heavy: Counter[str] = Counter()
    for form, count in _counts(title, text).items():
        worth = telling(form, words)
        if worth > 0:
            heavy[stem(form)] += (1 + math.log(count)) * worth  # type: ignore[assignment]
    top = sorted(heavy.items(), key=lambda item: (-item[1], item[0]))[:TERMS]
    length = math.sqrt(sum(weight * weight for _, weight in top)) or 1.0
    return tuple(word for word, _ in top), bytes(min(255, round(STEP * weight / length)) for _, weight in top)


def telling(form: str, words: Words) -> float:
    """How much a form tells, 0 to 3.3: the rarer the more. Days and months tell when, which features of time compare."""
    if form in CALENDAR:
        return 0.0
    if form[0].isdigit():
        return 0.0 if YEAR.fullmatch(form) else min(len(form), 3) / 3 * NUMBER
    return max(0.0, COMMON - max(RARE, words.get(form, RARE)))


def _counts(title: str, text: str) -> dict[str, float]:
    counts: dict[str, float] = {}
    for form in forms(title):
        counts[form] = counts.get(form, 0.0) + TITLE
    for i, form in enumerate(forms(text)):
        counts[form] = counts.get(form, 0.0) + (LEAD if i < LEAD_WORDS else 1.0)
    return counts


def forms(text: str) -> Iterator[str]:
    """The words and numbers of a text in small letters, without a possessive's ending."""
    for match in TOKEN.finditer(text):
        form = match.group().lower().replace("’", "'")
        yield form.removesuffix("'s")


def stem(form: str) -> str:
    """A form without its ending: "strikes" and "striking" should meet, at the price of a few that should not."""
    for ending in ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= 4:
            return form[: -len(ending)]
    return form


def likeness(one: Mapping[str, int], words: tuple[str, ...], weights: bytes) -> float:
    """The cosine of two reports' words, 0 to 1; `one` maps the words of the first to their bytes."""
    get = one.get
    return sum(get(word, 0) * weight for word, weight in zip(words, weights, strict=True)) / (STEP * STEP)
