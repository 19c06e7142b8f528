"""The unit of a number: what it measures, what it is a part of, whose age or height it is."""

from __future__ import annotations

import re
from dataclasses import replace

from crosswire.claims.quantities.codes import FEET, INCHES
from crosswire.claims.quantities.count import is_sterling
from crosswire.claims.quantities.number_words import Number
from crosswire.claims.quantities.table import QuantityTable
from crosswire.claims.quantities.units import UnitFound, unit_at


def part_of_unit(text: str, number: Number, table: QuantityTable) -> tuple[Number, UnitFound] | None:
    """A fraction of one unit as a number of it: "3/8 of an inch", "a third of a mile"; None for a share of a thing."""
    written = text[number.start : number.end]
    one = OF_ONE.match(text, number.end) if number.form == "part" or "/" in written or "⁄" in written else None
    found = unit_at(text, one.end(), table.units) if one else None
    if found is None:
        return None
    if number.form != "part":
        return number, found
    value = (number.high or 0) / 100
    return replace(number, low=value, high=value, form="bit"), found


def one_and_half(text: str, number: Number, table: QuantityTable) -> tuple[Number, UnitFound] | None:
    """A unit and half of it as one number: "a mile and a half"."""
    half = number.form in ("rest", "part") and text.startswith("a half", number.start)
    said = AND_HALF.search(text, max(0, number.start - 32), number.start) if half else None
    code = table.units.names.get(said[1].lower()) if said else None
    if said is None or code is None:
        return None
    return replace(number, start=said.start(), low=1.5, high=1.5, form="words"), UnitFound(code, number.end)


def unit_of(text: str, number: Number, table: QuantityTable) -> UnitFound | None:
    if number.form == "part":
        return UnitFound("%", number.end)
    if table.age_before.search(text, max(0, number.start - 24), number.start) or _bracketed_age(text, number, table):
        return UnitFound("a age", number.end)
    if (scale := SCALE_BEFORE.search(text, max(0, number.start - 22), number.start)) is not None:
        return UnitFound("Mach" if scale[1].lower() == "mach" else "Mw", number.end)
    if (quake := MAGNITUDE_AFTER.match(text, number.end)) is not None:
        return UnitFound("intensity" if quake["felt"] or quake["japan"] else "Mw", quake.end())
    return _measured_unit(text, number, table)


def _measured_unit(text: str, number: Number, table: QuantityTable) -> UnitFound | None:
    if (tall := _height(text, number)) is not None:
        return tall
    of = number.end + 3 if number.form in ("vague", "pair") and text.startswith(" of ", number.end) else number.end
    some = SOME.match(text, number.end)  # "20-plus years", "10 or so metres"
    found = unit_at(text, some.end() if some else of, table.units) or _one_more(
        text, number, table
    )  # "hundreds of kilometers"
    if found is None or _is_verb(text, number, found):
        return None
    if found.code.split("/")[0] == "lb" and is_sterling(text, number, found.end, table.money_near):
        return replace(found, code=found.code.replace("lb", "GBP", 1))
    if found.code == "m" and HOURS.search(text, max(0, number.start - 5), number.start):
        return replace(found, code="min")  # "2h 35m"
    age = table.age_after.match(text, found.end) if table.units.dimension(found.code) == "time" else None
    return found if age is None else UnitFound(f"{found.code} age", age.end())


def _is_verb(text: str, number: Number, found: UnitFound) -> bool:
    """Whether "won" is no money: "minus eight won", "the two won medals"."""
    if found.code != "KRW" or not text.endswith("won", 0, found.end) or (number.low or 0) >= 100:
        return False
    return KOREA.search(text) is None


def _height(text: str, number: Number) -> UnitFound | None:
    """Feet and inches of a person's height: "5'11"" is two measures."""
    if number.end - number.start == 1 and FEET.match(text, number.start):
        return UnitFound("ft", number.end + 1)
    if text.endswith("foot-", 0, number.start) and number.low is not None and number.low < 12:
        return UnitFound("in", number.end) if INCH.match(text, number.end) is None else None  # "5-foot-10"
    near = "'" in text[max(0, number.start - 2) : number.start]
    behind = INCHES.search(text, max(0, number.start - 4), number.end + 2) if near else None
    return UnitFound("in", max(number.end, behind.end())) if behind else None


def _one_more(text: str, number: Number, table: QuantityTable) -> UnitFound | None:
    """The unit before, of which the number is one more: "a mile or two"."""
    said = OR_TWO.search(text, max(0, number.start - 32), number.start) if number.low == 2 else None
    code = table.units.names.get(said[1].lower()) if said else None
    return UnitFound(code, number.end) if code else None


def _bracketed_age(text: str, number: Number, table: QuantityTable) -> bool:
    """Whether a number stands alone behind a name, as ages do: "Jane Doe, 44, said"."""
    if number.form != "digits" or not number.low or not 1 <= number.low <= 115:
        return False
    named = NAME_COMMA.search(text, max(0, number.start - 30), number.start)
    if named is None or named[1].lower() in table.names.months:
        return False
    return text[number.end : number.end + 1] in (",", ".", "")


def needs_unit(text: str, number: Number) -> bool:
    """Whether the number is one only with a unit: "half an hour", "3/4 inch"; but "2 1/2 times", "1/4 to 1/2 inch"."""
    written = text[number.start : number.end]
    if number.form in ("bit", "rest"):
        return True
    sliced = ("/" in written or "⁄" in written) and " " not in written
    return sliced and SLICES.match(text, number.end) is None


OF_ONE = re.compile(r" of (?:an?|one|the)(?= )", re.IGNORECASE)
SLICES = re.compile(r"(?: to | or |-)\d+[/⁄]\d+ ?(?:[a-z]|\")")
INCH = re.compile(r"[ -]?in(?:ch)?\b")
HOURS = re.compile(r"\d ?hr?s? ?$")
AND_HALF = re.compile(r"\b(?:an?|one) ([a-z-]+) and $", re.IGNORECASE)
SOME = re.compile(r"(?:-plus|-odd|-some|\+| plus| or so| or more| or fewer| or less)(?=[ -][a-z])")
KOREA = re.compile(r"korea|seoul", re.IGNORECASE)
OR_TWO = re.compile(r"\b(?:an?|another) ([a-z-]+) or $", re.IGNORECASE)
SCALE_BEFORE = re.compile(r"\b(mach|magnitude)s?(?: of|-| )?(?: ?(?:about|around|at least))? ?$", re.IGNORECASE)
# "6.1 on the open-ended Richter scale"; "7 on Japan's intensity scale" is how strongly a quake was felt at a place
MAGNITUDE_AFTER = re.compile(
    r"[- ]magnitude\b|(?:[- ](?:upper|lower))? on (?:(?:the|an?|its) |[a-z]+'s )?(?:[a-z-]+ ){0,3}?"
    r"(?:(?P<felt>intensity|mercalli(?: intensity)?|shindo)|richter)(?: [a-z]+)? scale\b"
    r"|(?:[- ](?:upper|lower))? on (?:the )?(?P<japan>japan(?:ese|'s))(?: [a-z-]+){0,3} scale(?: of (?:seven|7))?\b",
    re.IGNORECASE,
)
NAME_COMMA = re.compile(r"\b([A-Z][\w'-]*\.?|man|woman|boy|girl|mother|father|teenager|driver|suspect|victim), $")
