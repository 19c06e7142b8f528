"""Number words before a unit of time -> a number, or None where the text gives none ("several")."""

from __future__ import annotations

from collections.abc import Sequence

ONES = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = (
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
)
POWERS = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
PLAIN = {word: value for value, word in enumerate(ONES)} | {word: 20 + 10 * i for i, word in enumerate(TENS)}
VAGUE = frozenset(
    [
        "several",
        "few",
        "many",
        "numerous",
        "countless",
        "multiple",
        "some",
        "dozens",
        "scores",
        "hundreds",
        "thousands",
        "tens",
    ]
)
SPECIAL = {"a": 1, "an": 1, "couple": 2, "dozen": 12, "half": 0.5, "quarter": 0.25, "all": 1, "other": 2}


def amount(words: Sequence[str]) -> float | None:
    """The number that the words say: digits, a fraction ("2 1/2"), or words up to thousands."""
    if "/" in words:
        return _fraction(words)
    if not VAGUE.isdisjoint(words):
        return None
    total, digits = 0.0, words[0][:1].isdigit()
    for i, word in enumerate(words):
        if (word in ("to", "or") and total) or (word == "-" and digits):  # "two to three weeks": two at least
            break
        if word == "and" and 0 < total < 20 and _single("".join(words[i + 1 : i + 2]) or "a") not in (None, 1, 0.5):
            break  # "between two and three hours"; not "two and a half"
        if word in ("a", "an") and total:  # "two and a half"
            continue
        if word in POWERS:
            total = max(total, 1) * POWERS[word]
        elif (value := _single(word)) is not None:
            total = total * value if word in ("dozen", "couple") and total else total + value
    return total or None


def ordinal(word: str) -> int | None:
    """The number of an ordinal ("third", "21st"), or None."""
    if word[:1].isdigit():
        return int(word[:-2]) if word[:-2].isascii() else None
    if word == "thirtieth":
        return 30
    return ORDINALS.index(word) if word in ORDINALS else None


def integer(word: str) -> int | None:
    """A day or hour as digits, ordinal or number word."""
    if word.isascii() and word.isdigit():
        return int(word)
    return PLAIN[word] if word in PLAIN else ordinal(word)


def _single(word: str) -> float | None:
    if word[:1].isdigit():
        try:
            return float(word.replace(",", ""))
        except ValueError:
            return None
    if word in SPECIAL:
        return SPECIAL[word]
    return PLAIN.get(word)


def _fraction(words: Sequence[str]) -> float | None:
    numbers = [int(word) for word in words if word.isascii() and word.isdigit()]
    if len(numbers) != 3 or not numbers[2]:
        return None
    return numbers[0] + numbers[1] / numbers[2]
