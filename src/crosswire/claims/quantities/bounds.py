"""The words around a number: how exact it is ("more than", "or so") and what it says of a change ("up", "lost")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from crosswire.claims.quantities.units import any_of
from crosswire.model import Bound

Trend = Literal["up", "down"]
REACH = 48  # characters to look back: the longest phrase and the words that may come between fit in it


@dataclass(frozen=True, slots=True)
class BoundWords:
    """Bound phrases before and behind a number, and the words of rising and falling."""

    before: Mapping[str, Bound]
    after: re.Pattern[str]
    after_of: Mapping[str, Bound]
    trend: re.Pattern[str]
    trends: Mapping[str, Trend]
    at_length: frozenset[str]


@dataclass(frozen=True, slots=True)
class BoundFound:
    """A bound and where its words start (before the number) or end (behind it)."""

    bound: Bound
    at: int


def bound_words(data: Mapping[str, Mapping[str, list[str]]]) -> BoundWords:
    """The bound words of a parsed quantities.toml."""
    kinds: tuple[Bound, ...] = ("at_least", "at_most", "about")
    after = {phrase: kind for kind in kinds for phrase in data["after"][kind]}
    trend = data["trend"]
    ways: tuple[Trend, ...] = ("up", "down")
    trends = {word: way for way in ways for word in trend[way]}
    between = rf"(?:\s(?:{any_of(trend['between'])}))"
    return BoundWords(
        before={phrase: kind for kind in kinds for phrase in data["before"][kind]},
        after=re.compile(rf" ?({any_of(after)})(?!\w| [$€£\d]| {A_NOUN})", re.IGNORECASE),
        after_of=after,
        trend=re.compile(rf"\b{PHRASAL}({any_of(trends)}){between}{{0,3}}{ALSO}? ?$", re.IGNORECASE),
        trends=trends,
        at_length=frozenset(data["before"]["at_length"]),
    )


def bound_before(text: str, start: int, words: BoundWords) -> BoundFound | None:
    """The bound written before a number, the longest phrase that is one; "more than another 5" is one of 5."""
    if text[start - 1 : start] in words.before and start > 0:
        return BoundFound(words.before[text[start - 1]], start - 1)
    run = LAST_WORDS.search(text, max(0, start - REACH), start)
    if run is None:
        return None
    tokens = [(m[0].lower(), run.start() + m.start()) for m in TOKEN.finditer(run[0])]
    whole = len(tokens)
    while tokens and tokens[-1][0] in BETWEEN:
        tokens.pop()
    for n in range(min(4, len(tokens)), 0, -1):
        phrase = " ".join(token for token, _ in tokens[-n:])
        if phrase in words.before and not (phrase in PLACES and (len(tokens) < whole or _divides(tokens[:-n]))):
            return BoundFound(words.before[phrase], tokens[-n][1])
    return None


def _divides(before: Sequence[tuple[str, int]]) -> bool:
    """Whether a number stands right before: "a pressure of 140 over 90"."""
    return bool(before) and before[-1][0].isdigit()


def is_during(text: str, at: int, words: BoundWords) -> bool:
    """Whether the "over" that stands there tells during what: "raised to 69 over 16 years"; not "for over two years"
    nor "waited over a month"."""
    match = DURING.search(text, max(0, at - 24), at + 5)
    return match is not None and match[1].lower() not in words.at_length


def bound_after(text: str, end: int, words: BoundWords) -> BoundFound | None:
    """The bound written behind [: "5 or more", "5-plus", "50+"."""
    match = words.after.match(text, end)
    return None if match is None else BoundFound(words.after_of[match[1].lower()], match.end())


def trend_before(text: str, start: int, words: BoundWords) -> Trend | None:
    """Whether the number that starts there is how much something rose or fell; "rose to 5" is a level, not a change."""
    match = words.trend.search(text, max(0, start - REACH), start)
    return None if match is None else words.trends[match[1].lower()]


# "62 and over"; not "up from 154 million and above the forecast 214 million"
A_NOUN = r"(?:the|an?|its|their|his|her|what|where|one|two)\b"
# "gave up 517 yards", "made up 5 %" tell of no rise
PHRASAL = "".join(
    rf"(?<!\b{verb} )"
    for verb in (
        "give",
        "gives",
        "gave",
        "given",
        "giving",
        "make",
        "makes",
        "made",
        "take",
        "took",
        "set",
        "put",
        "picked",
    )
)
# "lost 190 points, or 0.6 %" and "fell 2 degrees (3.6 F)": the second number tells the same change
ALSO = r"(?:\s\S?\d\S*(?: \w+)?(?:,? or(?: \w+)?(?: than)?|\s?\())"
LAST_WORDS = re.compile(r"(?:[^\s,;:()\[\]\"]+ ){1,7}$")
TOKEN = re.compile(r"\S+")
DURING = re.compile(r"([\w%'-]+) over $", re.IGNORECASE)
# "under a $3 billion deal" and "over a $5 million debt" are no bounds
PLACES = frozenset({"over", "under", "above", "below", "beyond"})
# not "the": "over the three requests", "close to the six marines" say nothing of the number
BETWEEN = frozenset({"a", "an", "another", "further", "additional"})
