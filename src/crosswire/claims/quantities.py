"""Quantities of a text: number, bound, unit and counted noun, each with its exact words.

Numbers that are part of a time, a name or a label are none. A rate keeps what it is per ("USD/bbl"); a fraction of something
is a percentage; "several" has no number and "dozens" only the least it can be; "no casualties" is zero of them.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files

from spacy.tokens import Token

from crosswire.claims.parse import Passage
from crosswire.claims.quantities_bounds import BoundWords, Trend, bound_after, bound_before, bound_words, trend_before
from crosswire.claims.quantities_names import NameWords, is_headed, is_label, is_name, is_year, name_words
from crosswire.claims.quantities_nouns import Counted, NounWords, counted, noun_words
from crosswire.claims.quantities_numbers import Number, NumberWords, number_words, numbers
from crosswire.claims.quantities_ranges import Measure, joined
from crosswire.claims.quantities_units import UnitFound, Units, load_units, per_at, unit_at
from crosswire.claims.quantities_zero import ZeroWords, zero_words, zeros
from crosswire.model import Bound, Quantity, Recognised


@dataclass(frozen=True, slots=True)
class QuantityTable:
    """All that is known of how news writes quantities (data/quantities.toml and data/units.toml)."""

    units: Units
    numbers: NumberWords
    bounds: BoundWords
    nouns: NounWords
    names: NameWords
    zero: ZeroWords
    money: re.Pattern[str]
    age_before: re.Pattern[str]
    age_after: re.Pattern[str]


def load_quantities() -> QuantityTable:
    """The table that comes with the package."""
    data = tomllib.loads((files("crosswire.claims") / "data" / "quantities.toml").read_text("utf-8"))
    units = load_units()
    age: Mapping[str, list[str]] = data["age"]
    return QuantityTable(
        units=units,
        numbers=number_words(data, data["vague"], units.prefix_pattern),
        bounds=bound_words(data),
        nouns=noun_words(data["noun"]),
        names=name_words(data["names"]),
        zero=zero_words(data["zero"]),
        money=re.compile(rf"(?<![A-Za-z])({units.prefix_pattern}) ?$"),
        age_before=re.compile(rf"\b(?:{'|'.join(age['before'])}) $", re.IGNORECASE),
        age_after=re.compile("|".join(sorted(map(re.escape, age["after"]), key=len, reverse=True)), re.IGNORECASE),
    )


def find_quantities(
    text: str, passages: Sequence[Passage], table: QuantityTable, times: Sequence[Recognised]
) -> tuple[Recognised, ...]:
    """Every quantity of a report's text, in its order; numbers inside one of the times are left out."""
    taken = _Taken.of(times)
    found: list[Recognised] = []
    for passage in passages:
        free = [n for n in numbers(passage.doc.text, table.numbers) if not taken.overlaps(n, passage.offset)]
        for start, end, quantity in _read(passage, free, table):
            span = passage.span(text, start, end)
            found.append(Recognised(span, replace(quantity, text=span.exact)))
    return tuple(sorted(found, key=lambda r: r.span.start))


def trend_of(text: str, recognised: Recognised, table: QuantityTable) -> Trend | None:
    """Whether a quantity is how much something rose or fell ("fell 6 %"); None for a level ("fell to 6 %")."""
    return trend_before(text, recognised.span.start, table.bounds)


@dataclass(frozen=True, slots=True)
class _Taken:
    """The spans of times, sorted, for a quick look whether a number lies in one."""

    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, times: Sequence[Recognised]) -> _Taken:
        spans = sorted((t.span.start, t.span.end) for t in times)
        return cls([s for s, _ in spans], [e for _, e in spans])

    def overlaps(self, number: Number, offset: int) -> bool:
        i = bisect_left(self.starts, offset + number.end) - 1
        return i >= 0 and self.ends[i] > offset + number.start


def _read(passage: Passage, found: Sequence[Number], table: QuantityTable) -> Iterator[tuple[int, int, Quantity]]:
    text = passage.doc.text
    measures = [m for n in found if (m := _measure(text, n, table)) is not None]
    previous: tuple[int, Quantity] | None = None
    for measure in joined(text, measures):
        read = _quantity(passage, measure, table)
        if read is None:
            continue
        if previous is not None:
            read = (*read[:2], _conversion(text[previous[0] : read[0]], previous[1], read[2], table.units))
        previous = read[1], read[2]
        yield read
    for start, end, noun in zeros(passage.doc, table.zero, table.nouns):
        yield start, end, Quantity("", 0.0, 0.0, "exact", "1", noun)


def _measure(text: str, number: Number, table: QuantityTable) -> Measure | None:
    """The number with its unit; None where it is a label, a year, or runs into letters that are no unit."""
    money = table.money.search(text, max(0, number.start - 8), number.start)
    if money is not None:
        found = per_at(text, UnitFound(table.units.prefixes[money[1]], number.end), table.units)
        return Measure(number, money.start(), found.end, found.code, prefixed=True)
    if is_label(text, number, table.names):
        return None
    start, unit = _signed(text, number.start), _unit(text, number, table)
    if unit is not None:
        return Measure(number, start, unit.end, unit.code)
    if text[number.end : number.end + 1].isalnum() or is_year(text, number, table.names):
        return None
    return Measure(number, number.start, number.end, None)


def _unit(text: str, number: Number, table: QuantityTable) -> UnitFound | None:
    if number.form == "part":
        return UnitFound("%", number.end)
    age = table.age_after.match(text, number.end)
    if age is not None:
        return UnitFound("age", age.end())
    if table.age_before.search(text, max(0, number.start - 14), number.start) or _bracketed_age(text, number):
        return UnitFound("age", number.end)
    if MAGNITUDE_BEFORE.search(text, max(0, number.start - 22), number.start):
        return UnitFound("Mw", number.end)
    if (quake := MAGNITUDE_AFTER.match(text, number.end)) is not None:
        return UnitFound("Mw", quake.end())
    found = unit_at(text, number.end, table.units)
    if found is not None and found.code == "lb" and number.scale >= 1e6:
        return replace(found, code="GBP")  # "20 million pounds" is money; "5,000 pounds of explosives" is not
    return found


def _bracketed_age(text: str, number: Number) -> bool:
    """Whether a number stands alone behind a name, as ages do: "Jane Doe, 44, said"."""
    if number.form != "digits" or not number.low or not 1 <= number.low <= 115:
        return False
    return (
        NAME_COMMA.search(text, max(0, number.start - 30), number.start) is not None
        and text[number.end : number.end + 1] == ","
    )


def _signed(text: str, start: int) -> int:
    """Where a measured number starts, its minus sign included."""
    return start - 1 if text[start - 1 : start] == "-" and not text[start - 2 : start - 1].strip(" (") else start


def _quantity(passage: Passage, measure: Measure, table: QuantityTable) -> tuple[int, int, Quantity] | None:
    doc, number = passage.doc, measure.number
    low, high, start, end = number.low, number.high, measure.start, measure.end
    unit, noun = measure.unit, None
    if unit == "age":
        unit, noun = "a", "age"
    if measure.signed(doc.text):
        low, high = (-high if high is not None else None), (-low if low is not None else None)
    if unit is None:
        read = _count(passage, measure, table)
        if read is None:
            return None
        unit, noun, end = "1", *read
    bound: Bound = "between" if measure.ranged else "vague" if number.form == "vague" else "exact"
    if number.form in ("part", "pair") and number.scale > 1:
        bound = "about"
    return _bounded(doc.text, (start, end), Quantity("", low, high, bound, unit, noun), measure, table)


def _bounded(
    text: str, place: tuple[int, int], quantity: Quantity, measure: Measure, table: QuantityTable
) -> tuple[int, int, Quantity]:
    """The quantity with its bound, and its words widened by those of the bound."""
    (start, end), words = place, table.bounds
    start = measure.opening if measure.opening is not None else start
    before = bound_before(text, start, words)
    after = bound_after(text, measure.number.end, words) or bound_after(text, end, words)
    found = before.bound if before else after.bound if after else None
    start, end = before.at if before else start, max(end, after.at) if after else end
    if found is None or quantity.bound != "exact":
        return start, end, quantity
    low, high = (
        (None, quantity.high) if found == "at_most" else (quantity.low, None if found == "at_least" else quantity.high)
    )
    return start, end, replace(quantity, low=low, high=high, bound=found)


def _count(passage: Passage, measure: Measure, table: QuantityTable) -> tuple[str | None, int] | None:
    """The noun a bare number counts and where its words end; None where the number is no quantity at all."""
    doc, number = passage.doc, measure.number
    compound = COMPOUND.match(doc.text, number.end)
    if compound is not None:
        return table.nouns.same.get(compound[1], compound[1]), compound.end()
    tokens = doc.char_span(number.start, number.end, alignment_mode="expand")
    if tokens is None:
        return None
    first, last = tokens[0], tokens[-1]
    noun = counted(last, table.nouns)
    token = noun.token if noun else None
    if passage.kind in ("paragraph", "bullet") and is_name(last, token, first):
        return None
    if is_headed(doc.text, number, table.names, noun is not None) or not _is_count(number, measure, noun, first):
        return None
    return (noun.lemma, max(noun.end, number.end)) if noun else (None, number.end)


def _is_count(number: Number, measure: Measure, noun: Counted | None, first: Token) -> bool:
    """Whether a number without a unit counts: vague words and "one" need a noun; "2-1" with none is a score."""
    if noun is None:
        return (
            not measure.hyphened
            and number.form not in ("vague", "pair")
            and (number.low != 1 or number.form == "digits")
        )
    if number.form == "words" and number.low == 1:
        return first.tag_ == "CD" and (noun.token is None or noun.token.tag_ in ("NN", "NNS", "NNP"))
    return not measure.hyphened or noun.token is None or noun.token.tag_ in ("NNS", "NNPS")


def _conversion(between: str, previous: Quantity, quantity: Quantity, units: Units) -> Quantity:
    """The same measure in another unit keeps the first one's bound: "more than 100 km (60 miles)"."""
    same = units.dimension(previous.unit) is not None and units.dimension(previous.unit) == units.dimension(
        quantity.unit
    )
    money = previous.unit.isupper() and quantity.unit.isupper() and len(previous.unit) == len(quantity.unit) == 3
    if CONVERSION.fullmatch(between) is None or not (same or money) or quantity.bound != "exact":
        return quantity
    low = None if previous.bound == "at_most" else quantity.low
    high = None if previous.bound == "at_least" else quantity.high
    return replace(quantity, low=low, high=high, bound=previous.bound) if previous.bound in CARRIED else quantity


CARRIED = frozenset({"about", "at_least", "at_most"})
COMPOUND = re.compile(r"-([a-z]{2,})\b")
CONVERSION = re.compile(r" ?[(/] ?| / | or ")
MAGNITUDE_BEFORE = re.compile(r"\bmagnitude(?: of|-| )?(?: ?(?:about|around|at least))? ?$", re.IGNORECASE)
MAGNITUDE_AFTER = re.compile(r"[- ]magnitude\b", re.IGNORECASE)
NAME_COMMA = re.compile(r"\b[A-Z][\w'-]+, $")
