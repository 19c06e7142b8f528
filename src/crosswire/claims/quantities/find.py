"""Quantities of a text: number, bound, unit and counted noun, each with its exact words.

Numbers that are part of a time, a name or a label are none. A rate keeps what it is per ("USD/bbl"); a fraction of
something is a percentage; "several" has no number, "dozens" only the least it can be; "no casualties" is zero.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crosswire.claims.parse import Passage
from crosswire.claims.quantities.bounds import Trend, bound_after, bound_before, is_during, trend_before
from crosswire.claims.quantities.context import in_context, listed
from crosswire.claims.quantities.count import count_of
from crosswire.claims.quantities.measured import needs_unit, one_and_half, part_of_unit, unit_of
from crosswire.claims.quantities.minus import signed, signed_count
from crosswire.claims.quantities.names import is_label, is_year
from crosswire.claims.quantities.number_words import Number
from crosswire.claims.quantities.numbers import numbers
from crosswire.claims.quantities.page import Page, page_of
from crosswire.claims.quantities.ranges import BELOW, Measure, joined, shared
from crosswire.claims.quantities.shares import of_wholes
from crosswire.claims.quantities.table import QuantityTable, load_quantities
from crosswire.claims.quantities.units import UnitFound, per_at, prefixed
from crosswire.claims.quantities.zero import zeros
from crosswire.model import Bound, Quantity, Recognised

__all__ = ["QuantityTable", "find_quantities", "load_quantities", "trend_of", "without_rates"]


def find_quantities(
    text: str, passages: Sequence[Passage], table: QuantityTable, times: Sequence[Recognised]
) -> tuple[Recognised, ...]:
    """Every quantity of a report's text, in its order; numbers inside one of the times are left out."""
    taken = _Taken.of(times)
    found: list[Recognised] = []
    for passage in passages:
        page = page_of(text, passage)
        free = [
            n
            for n in numbers(page.text, table.numbers)
            if not taken.overlaps(passage.offset + n.start, passage.offset + n.end)
        ]
        for start, end, quantity in _read(page, free, table):
            span = passage.span(text, start, end)
            found.append(Recognised(span, replace(quantity, text=span.exact)))
    return tuple(sorted(found, key=lambda r: r.span.start))


def without_rates(times: Sequence[Recognised], quantities: Sequence[Recognised]) -> tuple[Recognised, ...]:
    """The times that are not what a rate is per: of "$79 a month" the month is no time."""
    rates = _Taken.of([q for q in quantities if isinstance(q.value, Quantity) and "/" in q.value.unit])
    return tuple(t for t in times if not rates.overlaps(t.span.start, t.span.end))


def trend_of(text: str, recognised: Recognised, table: QuantityTable) -> Trend | None:
    """Whether a quantity is how much something rose or fell ("fell 6 %"); None for a level ("fell to 6 %").

    Things lost or gained are no change of a measure: "lost seven games"; "jobs fell by 7,000" is one.
    """
    quantity, start = recognised.value, recognised.span.start
    if not isinstance(quantity, Quantity):
        return None
    if quantity.unit == "1" and quantity.noun not in (None, "point") and not text.endswith(" by ", 0, start):
        return None
    return trend_before(text, start, table.bounds)


@dataclass(frozen=True, slots=True)
class _Taken:
    """The spans of values, sorted, for a quick look whether another lies in one."""

    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, times: Sequence[Recognised]) -> _Taken:
        spans = sorted((t.span.start, t.span.end) for t in times)
        return cls([s for s, _ in spans], [e for _, e in spans])

    def overlaps(self, start: int, end: int) -> bool:
        i = bisect_left(self.starts, end) - 1
        return i >= 0 and self.ends[i] > start


def _read(page: Page, found: Sequence[Number], table: QuantityTable) -> Iterator[tuple[int, int, Quantity]]:
    measures = [m for n in found if (m := _measure(page.text, n, table)) is not None]
    whole = shared(page.text, list(joined(page.text, measures)))
    counts = _apart([read for m in whole if (read := _quantity(page, m, table)) is not None])
    told = of_wholes(page.text, listed(page.text, counts), table.numbers)
    yield from in_context(page.text, list(told), table.units)
    for start, end, noun in zeros(page, table.zero, table.nouns):
        yield start, end, Quantity("", 0.0, 0.0, "exact", "1", noun)


def _apart(found: Sequence[tuple[int, int, Quantity]]) -> list[tuple[int, int, Quantity]]:
    """The same quantities without the numbers in units: "12 deaths per 100,000 people", "424 parts per million"."""
    kept: list[tuple[int, int, Quantity]] = []
    for start, end, quantity in found:
        if not (kept and start < kept[-1][1] and kept[-1][2].unit != "1"):
            kept.append((start, end, quantity))
    return kept


def _measure(text: str, number: Number, table: QuantityTable) -> Measure | None:
    """The number with its unit; None where it is a label, a year, or runs into letters that are no unit."""
    money = table.money.search(text, max(0, number.start - 8), number.start)
    if money is not None:
        return _amount(text, number, money, table)
    whole = part_of_unit(text, number, table) or one_and_half(text, number, table)
    number, unit = whole or (number, unit_of(text, number, table))
    if is_label(text, number, table.names, measured=unit is not None):
        return None
    if unit is not None:
        return Measure(number, signed(text, number.start), _below(text, unit.end), unit.code)
    if text[number.end : number.end + 1].isalnum() or is_year(text, number, table.names) or needs_unit(text, number):
        return None
    return Measure(number, signed_count(text, number.start), _below(text, number.end), None)


def _below(text: str, end: int) -> int:
    """The end of a number's words, "below zero" among them."""
    return end + len(BELOW) if text.startswith(BELOW, end) else end


def _amount(text: str, number: Number, money: re.Match[str], table: QuantityTable) -> Measure | None:
    """The number as money; not "in the mid-$20s", nor "R18" where R is no money."""
    currency = prefixed(money[1], text, money.start(), table.units)
    if currency is None or PLURAL.match(text, number.end):
        return None
    found = per_at(text, UnitFound(currency, number.end), table.units)
    return Measure(number, signed(text, money.start()), found.end, found.code, prefixed=True)


def _quantity(page: Page, measure: Measure, table: QuantityTable) -> tuple[int, int, Quantity] | None:
    number = measure.number
    low, high, start, end = number.low, number.high, measure.start, measure.end
    unit, noun = measure.unit, None
    if unit is not None and unit.endswith(" age"):
        unit, noun = unit.removesuffix(" age"), "age"
    if measure.signed(page.text):
        low, high = (-high if high is not None else None), (-low if low is not None else None)
    if unit is None:
        count = count_of(page, measure, table.nouns, table.names)
        if count is None:
            return None
        rate = (
            per_at(page.text, UnitFound(count.unit, count.end), table.units)
            if count.noun
            else UnitFound("1", count.end)
        )
        unit, end, noun = rate.code, rate.end, count.noun
    elif measure.ranged and measure.prefixed:
        rate = per_at(page.text, UnitFound(unit, end), table.units)  # "$60-65 a barrel"
        unit, end = rate.code, rate.end
    bound: Bound = "between" if measure.ranged else "vague" if number.form == "vague" else "exact"
    if number.form == "part" or (number.form == "pair" and "couple" in page.text[number.start : number.end]):
        bound = "about"  # "a third of", "a couple of": round figures
    return _bounded(page.text, (start, end), Quantity("", low, high, bound, unit, noun), measure, table)


def _bounded(
    text: str, place: tuple[int, int], quantity: Quantity, measure: Measure, table: QuantityTable
) -> tuple[int, int, Quantity]:
    """The quantity with its bound, and its words widened by those of the bound."""
    (start, end), words = place, table.bounds
    start = measure.opening if measure.opening is not None else start
    before = bound_before(text, start, words)
    length = quantity.noun != "age" and table.units.dimension(quantity.unit) == "time"
    if before and length and is_during(text, before.at, words):
        before = None
    after = bound_after(text, measure.number.end, words) or bound_after(text, end, words)
    found = before.bound if before else after.bound if after else None
    start, end = before.at if before else start, max(end, after.at) if after else end
    if found is None or quantity.bound not in ("exact", "about"):
        return start, end, quantity
    low, high = (
        (None, quantity.high) if found == "at_most" else (quantity.low, None if found == "at_least" else quantity.high)
    )
    return start, end, replace(quantity, low=low, high=high, bound=found)


PLURAL = re.compile(r"'?s\b")
