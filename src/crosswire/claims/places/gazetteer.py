"""The gazetteer: towns and divisions of the world by name, and a hand-made table of seas, straits, regions and zones.

Towns come from `data/gazetteer.z` (GeoNames, CC BY 4.0; built by tools/build_gazetteer.py, which describes its format),
all that GeoNames' towns lack from `data/places.toml`. For a name of the latter only towns that are usually called
so are namesakes, for a sea none: GeoNames answers "Kashmir" with Cashmere, US.
"""

from __future__ import annotations

import re
import struct
import tomllib
import unicodedata
import zlib
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from crosswire.claims.countries import Countries, Country, load_countries

BUCKETS = 65_536
KINDS = MappingProxyType({"P": "city", "S": "region", "D": "district"})
# How many people a state counts for when its name is weighed against towns of that name.
STATE_PEOPLE = 5_000_000
FAR_GREATER = 4  # how much larger a town must be than the largest of the very name to own an English name
# The radius of a town grows with the root of its people, about as built-up areas do: 30 km at ten million.
KM_PER_ROOT_OF_PEOPLE = 0.0095
DIVISION_RADIUS_KM = MappingProxyType({"region": 150.0, "district": 35.0})
STOPS = re.compile(r"[.\u2018\u2019'`\u02bc]")
SPACES = re.compile(r"[\s-]+")
ABBREVIATED = MappingProxyType({"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "pt": "point"})


@dataclass(frozen=True, slots=True)
class Spot:
    """One place that a name may mean. `division` is the code of its first-level division ("TX"); `other` marks a name
    that is not its usual one ("Kief"), `capital` a country's capital; lat/lon are degrees, None where unknown."""

    name: str
    kind: str
    country: str | None
    division: str
    lat: float | None
    lon: float | None
    people: int
    radius_km: float | None
    other: bool = False
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All names; built once by `load_gazetteer` and passed on. `known` are the folded names of the hand-made tables,
    `people_first` the folded first words of adjectives and peoples: they tell quickly that a word is none of these."""

    countries: Countries
    features: Mapping[str, tuple[Spot, ...]]
    divisions: Mapping[str, Spot]
    peoples: Mapping[str, Spot]
    short: Mapping[str, str]
    known: frozenset[str]
    exonyms: frozenset[str]  # folded English names of towns that call themselves otherwise
    people_first: frozenset[str]
    words: Mapping[str, frozenset[str]]
    measures: Mapping[str, Mapping[str, float]]
    weights: Mapping[str, Mapping[str, float]]
    text: bytes
    offsets: Sequence[int]

    def towns(self, key: str) -> tuple[Spot, ...]:
        """The towns and divisions of a folded name, most people first."""
        bucket = bucket_of(key)
        start, end = self.offsets[bucket], self.offsets[bucket + 1]
        at = self.text.find(b"\n" + encoded(key) + b"\t", start, end)
        if at < 0:
            return ()
        line = self.text[at + 1 : self.text.find(b"\n", at + 1, end)].decode()
        found = [_spot(key, namesake) for namesake in line.partition("\t")[2].split(";")]
        own = max((spot.people for spot in found if not spot.other), default=0)
        if key in self.exonyms and found and found[0].people > FAR_GREATER * own:  # not Dayton, once called Venice
            found[0] = replace(found[0], other=False)
        return tuple(found)


def fold(name: str) -> str:
    """A name for comparing: lower case without accents, stops and apostrophes, "St." as "saint", hyphens as spaces."""
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    name = SPACES.sub(" ", STOPS.sub("", name.lower())).strip()
    first, _, rest = name.partition(" ")
    return f"{ABBREVIATED[first]} {rest}" if rest and first in ABBREVIATED else name


def encoded(key: str) -> bytes:
    """A folded name as bytes; half a surrogate pair, as broken pages have them, is no letter of any name."""
    return key.encode(errors="replace")


def bucket_of(key: str) -> int:
    """Which bucket of the file holds a folded name."""
    return zlib.crc32(encoded(key)) % BUCKETS


def load_gazetteer() -> Gazetteer:
    """The shipped gazetteer, read into memory (about 20 MB, under 150 ms)."""
    folder = files("crosswire.claims").joinpath("data")
    table = tomllib.loads(folder.joinpath("places.toml").read_text(encoding="utf-8"))
    raw = zlib.decompress(folder.joinpath("gazetteer.z").read_bytes())
    buckets, _ = struct.unpack_from("<II", raw)
    offsets = array("I")
    offsets.frombytes(raw[8 : 8 + 4 * (buckets + 1)])
    features, divisions, countries = _features(table["feature"]), _divisions(table["state"]), load_countries()
    peoples = _peoples(table["peoples"], features)
    words = {name: frozenset(row) for name, row in table["words"].items()}
    # The words that can stand next before a name in a phrase; most words before names are none of them.
    words["leads"] = frozenset({"of", "off"}).union(*(words[k] for k in ("prepositions", "articles", "kinds", "parts")))
    names = [*countries.names, *countries.capitals, *divisions, *table["short"]]
    return Gazetteer(
        countries=countries,
        features=features,
        divisions=divisions,
        peoples=peoples,
        short=dict(table["short"]),
        known=frozenset({*features, *map(fold, names)}),
        exonyms=frozenset(fold(name) for name in table["exonyms"]["names"]),
        people_first=frozenset(fold(word.split()[0]) for word in (*countries.demonyms, *peoples)),
        words=words,
        measures=_tables(table["measures"]),
        weights=_tables(table["weights"]),
        text=raw[8 + 4 * (buckets + 1) :],
        offsets=offsets,
    )


def _tables(tables: Mapping[str, Mapping[str, float]]) -> Mapping[str, Mapping[str, float]]:
    """Named tables of numbers."""
    return {name: dict(row) for name, row in tables.items()}


def country_spot(country: Country) -> Spot:
    """A country as a place."""
    return Spot(country.name, "country", country.code, "", country.lat, country.lon, 10_000_000, country.radius_km)


def _spot(key: str, namesake: str) -> Spot:
    """One namesake of a line; the format is described in tools/build_gazetteer.py."""
    kind, country, division, lat, lon, people, name = namesake.split("|")
    radius = DIVISION_RADIUS_KM.get(KINDS[kind], max(2.0, int(people) ** 0.5 * KM_PER_ROOT_OF_PEOPLE))
    return Spot(
        name=name or key,
        kind=KINDS[kind],
        country=country or None,
        division=division,
        lat=float(lat),
        lon=float(lon),
        people=int(people),
        radius_km=round(radius, 1),
        other=bool(name),
    )


def _features(rows: Sequence[Mapping[str, Any]]) -> dict[str, tuple[Spot, ...]]:
    """The hand-made table by folded name; a row without a point is a place that the text alone cannot locate."""
    found: dict[str, tuple[Spot, ...]] = {}
    for row in rows:
        spot = Spot(
            row["name"],
            row["kind"],
            row.get("country"),
            row.get("division", ""),
            row.get("lat"),
            row.get("lon"),
            row.get("people", 1_000_000),
            row.get("radius_km"),
        )
        for name in (row["name"], *row.get("names", ())):
            found[fold(name)] = (*found.get(fold(name), ()), spot)
    return found


def _peoples(table: Mapping[str, Sequence[str]], features: Mapping[str, tuple[Spot, ...]]) -> dict[str, Spot]:
    """Adjectives and peoples of regions ("Scottish"), exactly as written."""
    return {word: features[fold(name)][0] for name, words in table.items() for word in words}


def _divisions(rows: Sequence[Mapping[str, Any]]) -> dict[str, Spot]:
    """States and provinces by exact names and abbreviations ("Tex.", "TX"): the case counts, "in" is not Indiana."""
    found: dict[str, Spot] = {}
    for row in rows:
        where = (row["country"], row["code"], row["lat"], row["lon"])
        spot = Spot(row["name"], "region", *where, row.get("people", STATE_PEOPLE), row["radius_km"])
        for name in (row["name"], *row["names"]):
            found[name] = spot
    return found
