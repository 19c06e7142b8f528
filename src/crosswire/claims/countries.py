"""Countries and territories: what they, their people and their governments are called, and where they lie.

The table is `data/countries.toml`. Look-ups are exact and case-sensitive on purpose: fuzzy ones give Nigeria for
"Niger" and the Bahamas for "Hamas", and "US" is a country where "us" is not.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from crosswire.errors import BadDataError

APOSTROPHES = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Country:
    """One country or territory. `code` is ISO 3166-1 alpha-2; `forms` other names, `demonyms` people and adjectives;
    lat/lon (degrees) is a point inside, `radius_km` how far it reaches from there, roughly."""

    code: str
    name: str
    forms: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    lat: float
    lon: float
    radius_km: float


@dataclass(frozen=True, slots=True)
class Countries:
    """The table with its three indexes; built once by `load_countries` and passed on."""

    all: tuple[Country, ...]
    names: Mapping[str, Country]
    demonyms: Mapping[str, Country]
    capitals: Mapping[str, Country]
    codes: Mapping[str, Country]

    def by_form(self, words: str) -> Country | None:
        """The country of a name, abbreviation, adjective or people: "North Korea", "DPRK", "North Korean"."""
        key = _key(words)
        return self.names.get(key) or self.demonyms.get(key)

    def by_name(self, words: str) -> Country | None:
        """The country of a name or an abbreviation only: "Japan" and "the U.K.", but not "Japanese"."""
        return self.names.get(_key(words))

    def by_demonym(self, words: str) -> Country | None:
        """The country of an adjective or a people: "Japanese", "Danes", but not "Japan"."""
        return self.demonyms.get(_key(words))

    def by_code(self, code: str) -> Country | None:
        """The country of an ISO 3166-1 alpha-2 code, in capitals."""
        return self.codes.get(code)

    def by_capital(self, name: str) -> Country | None:
        """The country whose government a capital or a seat stands for: "Seoul", "the Kremlin", "Downing Street"."""
        return self.capitals.get(_key(name))


def load_countries() -> Countries:
    """The shipped table. Raises `BadDataError` if two countries claim one name."""
    table = tomllib.loads(files("crosswire.claims").joinpath("data/countries.toml").read_text(encoding="utf-8"))
    countries = tuple(_country(row) for row in table["country"])
    codes = {c.code: c for c in countries}
    capitals = [(name, codes[row["code"]]) for row in table["country"] for name in row["capitals"]]
    seats = [(name, codes[code]) for code, names in table["seats"].items() for name in names]
    return Countries(
        all=countries,
        names=_index("name", ((n, c) for c in countries for n in (c.name, *c.forms))),
        # "Congolese" is shared: the country further down the table (Kinshasa's is after Brazzaville's) keeps it.
        demonyms={_key(n): c for c in countries for n in c.demonyms},
        # A small island's "Kingston" must not take the name from Jamaica: the first in the table keeps it.
        capitals={_key(n): c for n, c in reversed([*capitals, *seats])},
        codes=codes,
    )


def _country(row: Mapping[str, Any]) -> Country:
    """One row of the table."""
    return Country(
        code=row["code"],
        name=row["name"],
        forms=tuple(row["forms"]),
        demonyms=tuple(row["demonyms"]),
        capital=next(iter(row["capitals"]), ""),
        lat=row["lat"],
        lon=row["lon"],
        radius_km=float(row["radius_km"]),
    )


def _index(what: str, pairs: Iterable[tuple[str, Country]]) -> Mapping[str, Country]:
    """Names to countries; one name for two countries is a mistake in the table."""
    index: dict[str, Country] = {}
    for name, country in pairs:
        if index.setdefault(_key(name), country) is not country:
            raise BadDataError(f"countries.toml: two countries have the {what} {name!r}")
    return index


def _key(words: str) -> str:
    """Words as the indexes hold them: one kind of apostrophe, no article."""
    words = words.translate(APOSTROPHES)
    return words[4:] if words.startswith(("the ", "The ")) and len(words) > 4 else words
