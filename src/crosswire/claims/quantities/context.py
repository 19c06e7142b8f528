"""What the quantities before say of the next: a list's noun, a conversion's bound, a noun left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crosswire.claims.quantities.ranges import in_list
from crosswire.claims.quantities.units import Units
from crosswire.model import Quantity


def in_context(
    text: str, found: Sequence[tuple[int, int, Quantity]], units: Units
) -> Iterator[tuple[int, int, Quantity]]:
    """The same quantities with what the ones before them in the sentence say: a conversion's bound, a noun left out."""
    previous: tuple[int, Quantity] | None = None
    counted: tuple[int, Quantity] | None = None
    for start, end, quantity in found:
        quantity = _conversion(text, previous, start, quantity, units)
        quantity = _aged_too(text, previous, start, quantity)
        quantity = _elliptic(text, counted, start, quantity)
        previous = end, quantity
        counted = previous if quantity.unit == "1" and quantity.noun else counted
        yield start, end, quantity


def listed(text: str, found: Sequence[tuple[int, int, Quantity]]) -> list[tuple[int, int, Quantity]]:
    """The same quantities, where a bare number in a list takes the noun of the next: "5, 6 or 7 ships"."""
    done: list[tuple[int, int, Quantity]] = []
    listed = False
    for start, end, quantity in reversed(found):
        between = text[end : done[-1][0]] if done else ""
        listed = bool(done) and (in_list(between, listed=listed) or _from_to(text, start, between))
        whole = quantity.low is None or quantity.low % 1 == 0  # not "fell to 1,204.50 and 25 others were hurt"
        if listed and whole and quantity.unit == done[-1][2].unit == "1" and quantity.noun is None:
            quantity = replace(quantity, noun=done[-1][2].noun)
        elif listed and whole and _bare(quantity) and done[-1][2].noun == "age":
            quantity = replace(quantity, noun="age", unit="a")  # "61 and 48 years old"
        done.append((start, end, quantity))
    return done[::-1]


def _bare(quantity: Quantity) -> bool:
    """Whether a number counts nothing that is named."""
    return quantity.unit == "1" and quantity.noun in (None, "person")


def _aged_too(text: str, previous: tuple[int, Quantity] | None, start: int, quantity: Quantity) -> Quantity:
    """The second of two ages: "two men, aged 31 and 40, were held"."""
    if previous is None or previous[1].noun != "age" or text[previous[0] : start] != " and ":
        return quantity
    age = _bare(quantity) and quantity.low is not None and quantity.low <= OLDEST and not quantity.low % 1
    return replace(quantity, noun="age", unit="a") if age else quantity


def _from_to(text: str, start: int, between: str) -> bool:
    """Whether two counts are where a change starts and ends: "from 900 to 1,200 cases"."""
    return between == " to " and text.endswith(("from ", "From "), 0, start)


def _elliptic(text: str, counted: tuple[int, Quantity] | None, start: int, quantity: Quantity) -> Quantity:
    """A bare number with the noun of the last count of its sentence: "to 3.9 million phones, up from 2.4 million"."""
    if quantity.unit != "1" or quantity.noun is not None or counted is None or start - counted[0] > ELLIPSIS:
        return quantity
    if quantity.low is not None and quantity.low % 1 and not (counted[1].low or 0) % 1:
        return quantity  # "327 died ... a level of .08"
    if (quantity.low or 0) > FARTHER * max(counted[1].low or 0, 1):
        return quantity  # "thirteen analysts had forecast ... sales of 2.6 billion"
    between = text[counted[0] : start]
    return quantity if SENTENCE_END.search(between) else replace(quantity, noun=counted[1].noun)


def _conversion(
    text: str, previous: tuple[int, Quantity] | None, start: int, quantity: Quantity, units: Units
) -> Quantity:
    """The same measure in another unit keeps the first one's bound: "more than 100 km (60 miles)"."""
    if previous is None or quantity.bound != "exact" or previous[1].bound not in CARRIED:
        return quantity
    end, first = previous
    dimension = units.dimension(first.unit)
    same = dimension is not None and dimension == units.dimension(quantity.unit)
    money = len({first.unit, quantity.unit}) == 2 and all(units.is_money(u) for u in (first.unit, quantity.unit))
    if not (same or money) or CONVERSION.fullmatch(text[end:start]) is None:
        return quantity
    low = None if first.bound == "at_most" else quantity.low
    high = None if first.bound == "at_least" else quantity.high
    return replace(quantity, low=low, high=high, bound=first.bound)


ELLIPSIS = 160  # characters: within one sentence, a few clauses on
OLDEST = 115
FARTHER = 100_000  # times the last count: another kind of thing
CARRIED = frozenset({"about", "at_least", "at_most"})
SENTENCE_END = re.compile(r"[.;:?!] |[()]")
CONVERSION = re.compile(r" ?[(/] ?| / | or ")
