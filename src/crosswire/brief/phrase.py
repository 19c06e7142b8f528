"""A value -> the words a reader reads: "about 350 km", "several missiles (no number given)", "north of Pyongyang"."""

from __future__ import annotations

import math

from crosswire.brief.moments import moment
from crosswire.brief.wording import Wording, plural
from crosswire.model import Place, Quantity, Time, Value

# "Against Israel" and "by Gaza" tell a part in an event, not where it was; "on Oslo" and "to Oslo" what was done there.
PLAIN = (None, "in", "at", "on", "to", "into", "onto", "against", "by", "with")
BOUNDS = {"about": "about ", "at_least": "at least ", "at_most": "at most "}


def phrase(value: Value, wording: Wording) -> str:
    """Any value in words."""
    if isinstance(value, Quantity):
        return amount(value, wording)
    if isinstance(value, Time):
        return moment(value)
    if isinstance(value, Place):
        return location(value, wording)
    return value.name if value.type == "party" else value.text


def amount(quantity: Quantity, wording: Wording) -> str:
    """A quantity with its bound, unit and noun; one without a number says so."""
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return f"{quantity.text} (no number given)"
    if quantity.bound == "vague" and high is None:  # "dozens of pupils": nobody said how many at least
        return quantity.text[:1].lower() + quantity.text[1:]
    known = [n for n in (low, high) if n is not None]
    if len(known) == 2 and low != high:
        return f"{_measured(known, quantity, wording)}"
    bound = BOUNDS.get(quantity.bound, "")
    if len(known) == 1 and not bound:
        bound = "at least " if low is not None else "at most "
    return bound + _measured(known[:1], quantity, wording)


def location(place: Place, wording: Wording) -> str:
    """A place as the text puts it: relation, name with its article, country where the name is not the country's."""
    if place.name.islower():  # "the sea", "a river": no name of a place
        return (
            place.text
            if place.text.startswith(("in ", "at ", "off ", "near "))
            else f"{place.relation or 'in'} {place.text}"
        )
    country = wording.countries.get(place.country or "", "")
    relation = "" if place.relation in PLAIN else f"{place.relation} "
    if place.relation == "from" and any(c.isdigit() for c in place.text):
        relation = "near "  # "10 km from the city of Balao"
    name = article(place.name, wording) if relation or not _is_bare(place) else place.name
    tail = f", {country}" if country and country.casefold() not in place.name.casefold() else ""
    return f"{relation}{name}{tail}"


def article(name: str, wording: Wording) -> str:
    """The name with "the" before it where English wants it ("the Sea of Japan", "the Netherlands")."""
    words = name.split()
    wants = bool(words) and (
        words[0] in wording.article["first"] or words[-1] in wording.article["last"] or name in wording.article["names"]
    )
    return f"the {name}" if wants else name


def number(value: float) -> str:
    """A number as newspapers print it: 1,200; 2.5; 3.4 million."""
    if not math.isfinite(value):
        return "an unknown number of"
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{_plain(value / size)} {name}"
    return _plain(value)


def _counted(noun: str, written: str, single: bool, wording: Wording) -> str:
    """The counted noun as many as there are; as it is where the text has it so ("two crew", "1,100 sheep")."""
    same = written.casefold().endswith(f" {noun.casefold()}")
    return noun if single or same else plural(noun, wording)


def _plain(value: float) -> str:
    return f"{value:,.4f}".rstrip("0").rstrip(".")


def _is_bare(place: Place) -> bool:
    return place.kind in ("country", "city", "town")


def _measured(numbers: list[float], quantity: Quantity, wording: Wording) -> str:
    """One number or a range, with the unit or the counted noun."""
    unit, shown = quantity.unit, " to ".join(number(n) for n in numbers)
    noun = quantity.noun or ""
    if unit in ("", "1"):
        return f"{shown} {_counted(noun, quantity.text, numbers == [1.0], wording)}" if noun else shown
    if unit in wording.money:
        return " to ".join(wording.money[unit] + number(n) for n in numbers)
    if len(unit) == 3 and unit.isupper():
        return f"{unit} {shown}"
    name = wording.unit.get(unit, unit)
    if numbers == [1.0] and name.endswith("s") and len(name) > 3:
        name = name.removesuffix("s")
    return f"{shown}{'' if name in ('%', '°C', '°F') else ' '}{name}"
