"""A share of a number that is told: "half of the 60 passengers" are thirty, "all but three of the 25 miners" are 22."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crosswire.claims.quantities.number_words import NumberWords
from crosswire.claims.quantities.numbers import numbers
from crosswire.model import Bound, Quantity

Read = tuple[int, int, Quantity]  # start, end, what is told
PARTS = {
    "half": 1 / 2, "a third": 1 / 3, "one third": 1 / 3, "two thirds": 2 / 3, "a quarter": 1 / 4, "one quarter": 1 / 4,
    "three quarters": 3 / 4, "a fifth": 1 / 5, "one fifth": 1 / 5, "most": 1 / 2,
}  # fmt: skip
BOUNDS: dict[str, Bound] = {"more than": "at_least", "at least": "at_least", "over": "at_least", "less than": "at_most"}
NEAR = 60  # characters before a number in which its share stands


def of_wholes(text: str, found: Sequence[Read], table: NumberWords) -> Iterator[Read]:
    """The quantities of a text, each share counted out of its whole; what all but some are is unknown without one."""
    shares = {at: share for at, one in enumerate(found) if (share := _share(text, one) or _rest(text, one, table))}
    taken = [(start, end) for start, end, _ in shares.values()]
    for at, one in enumerate(found):
        if at in shares:
            yield shares[at]
        elif not _all_but(text, one) and not any(start <= one[0] < end for start, end in taken):
            yield one


def _share(text: str, read: Read) -> Read | None:
    """ "Two-thirds of the town's 300 residents": about 200."""
    start, end, whole = read
    match = SHARE.search(text, max(0, start - NEAR), start)
    if match is None or whole.unit != "1" or whole.noun is None or whole.low is None or whole.low != whole.high:
        return None
    part = match["part"].lower().replace("-", " ")
    bound = BOUNDS.get((match["bound"] or "").lower().strip(), "at_least" if part == "most" else "about")
    number = float(round(whole.low * PARTS[part]))
    low, high = (None if bound == "at_most" else number), (None if bound == "at_least" else number)
    return match.start(), end, replace(whole, low=low, high=high, bound=bound)


def _rest(text: str, read: Read, table: NumberWords) -> Read | None:
    """ "All but three of the 25 miners": 22."""
    start, end, left = read
    before, whole = _all_but(text, read), _whole(text[start:end], table)
    if before is None or left.low is None or left.low != left.high or whole is None or whole <= left.low:
        return None
    number = whole - left.low
    return before.start(), end, replace(left, low=number, high=number)


def _all_but(text: str, read: Read) -> re.Match[str] | None:
    return ALL_BUT.search(text, max(0, read[0] - NEAR), read[0])


def _whole(text: str, table: NumberWords) -> float | None:
    """The number behind "of the" in the words of a quantity."""
    of = OF.search(text)
    read = [n for n in numbers(text[of.end() :], table) if n.start == 0] if of else []
    return read[0].low if read and read[0].low == read[0].high else None


# not "half the 60-year-old bridge": a hyphen is no count
SHARE = re.compile(
    r"\b(?P<bound>more than |at least |over |less than |nearly |almost |about |some |roughly )?"
    r"(?P<part>half|two[- ]thirds|three[- ]quarters|(?:a|one)[ -](?:third|quarter|fifth)|most)"
    r"(?: of)? (?:the|its|their|his|her|all the|(?:the )?[\w-]+'s) (?:[a-z]+ )?$",
    re.IGNORECASE,
)
ALL_BUT = re.compile(r"\ball but (?:about |some )?$", re.IGNORECASE)
OF = re.compile(r"\bof (?:the|its|their|his|her|these|those|some|about) ")
