"""All that is known of how news writes quantities, read from data/quantities.toml and data/units.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from crosswire.claims.quantities.bounds import BoundWords, bound_words
from crosswire.claims.quantities.names import NameWords, name_words
from crosswire.claims.quantities.nouns import NounWords, noun_words
from crosswire.claims.quantities.number_words import NumberWords, number_words
from crosswire.claims.quantities.units import Units, load_units
from crosswire.claims.quantities.zero import ZeroWords, zero_words


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
    money_near: re.Pattern[str]
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
        money=re.compile(rf"(?<![A-Za-z'])({units.prefix_pattern}) ?$"),
        money_near=re.compile(rf"\b(?:{'|'.join(data['money']['near'])})\b", re.IGNORECASE),
        age_before=re.compile(rf"\b(?:{'|'.join(age['before'])}) $", re.IGNORECASE),
        age_after=re.compile(rf"[ -](?:{'|'.join(age['after'])})\b", re.IGNORECASE),
    )
