"""Places by their form, which no table holds: "Lake Toba", "Mount Lewotobi", "the Noto Peninsula", "the village of
Pianpo", "Munshiganj district".

Where one lies is told by the place right behind it ("Lake Toba, North Sumatra", "Mount Agung on the resort island of
Bali"), there or where else the report names it, or by the country named last before ("Indonesia's Lake Toba").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from crosswire.claims.places.names import Name
from crosswire.claims.places.unnamed import Homes
from crosswire.model import Place, Recognised, Span

KINDS = {
    "lake": "lake", "mount": "mountain", "mt": "mountain", "cape": "coast", "gulf of": "sea", "bay of": "sea",
    "strait of": "sea", "isle of": "island", "peninsula": "peninsula", "strait": "sea", "reef": "reef",
    "shoal": "reef", "volcano": "mountain", "district": "district", "county": "district", "regency": "district",
    "township": "district", "governorate": "region", "prefecture": "region", "municipality": "district",
    "local government area": "district", "village": "village", "hamlet": "village", "town": "city",
}  # fmt: skip
WORD = r"[A-Z][^\W\d_]+(?:[-'][^\W\d_]+)*"
# "the Noto Peninsula", not "The Strait" or "Northern Peninsula". No rivers: the middle of a country is far from most of
# one (lgl: F1 .810 without, .808 with them).
NO_NAME = r"(?!(?:The|A|This|That|Our|Their|Old|New|(?:North|South|East|West)(?:ern)?) )"
AT = "in|at|near|from|hit|struck|of|across|around|outside"
UNITS = "district|county|regency|township|governorate|prefecture|municipality|local government area|village|hamlet"
FEATURE = re.compile(
    rf"(?:\b(?P<first>Lake|Mount|Mt|Cape|Gulf of|Bay of|Strait of|Isle of)\.? {WORD}"
    rf"|\b{NO_NAME}(?:{WORD} )?{NO_NAME}{WORD} "
    r"(?P<last>Peninsula|Strait|Reef|Shoal|Volcano)\b(?! [A-Z])"
    rf"|\b(?:{AT}) (?:(?:north|south|east|west|central)\w* )?(?P<local>{NO_NAME}{WORD} (?P<unit>{UNITS}))\b(?! [A-Z])"
    rf"|\bthe (?P<kind>village|hamlet|town|township|district|municipality) of (?P<called>{WORD}(?: {WORD})?)"
    r")"
)
BEHIND = re.compile(r", | ?\(|,? (?:in|on|off|near) (?:[\w'-]+ ){0,6}")
FAR_BEHIND = 70  # characters


def features(text: str, names: Sequence[Name]) -> list[re.Match[str]]:
    """The features that the text names and no table's name covers whole ("Lake Charles" and "Cape Town" are towns), nor
    that of a district or village ("Sichuan's Mianyang county" is known as a town)."""
    known = [(name.start, name.end) for name in names]
    found = []
    for match in FEATURE.finditer(text):
        start, end = span_of(match)
        if match["local"]:
            end -= len(match["unit"]) + 1
        if not any(a <= start and end <= b for a, b in known):
            found.append(match)
    return found


def span_of(match: re.Match[str]) -> tuple[int, int]:
    """Where the name itself stands: of "the village of Pianpo" the last word."""
    return match.span("local" if match["local"] else "called" if match["called"] else 0)


def without(names: Sequence[Name], found: Sequence[re.Match[str]]) -> list[Name]:
    """The names that are no part of a feature: of "Lake Toba" the word "Lake" is no county."""
    inside = [span_of(match) for match in found]
    return [name for name in names if not any(start <= name.start and name.end <= end for start, end in inside)]


def lying(found: Sequence[re.Match[str]], named: Sequence[Recognised], homes: Homes, text: str) -> Iterator[Recognised]:
    """Each feature as a place; `named` are the report's other places."""
    starts = {one.span.start: one.value for one in named if isinstance(one.value, Place)}
    told: dict[str, Place] = {}  # where some mention says that a name lies
    for match in found:
        name, (_, end) = text[slice(*span_of(match))], span_of(match)
        behind = _behind(text, end, starts)
        if behind is not None:
            told.setdefault(name, behind)
    for match in found:
        start, end = span_of(match)
        name, country = text[start:end], homes.last_before(start)
        at = told.get(name)
        code = at.country if at else country.code if country else None
        lat, lon = (at.lat, at.lon) if at else (country.lat, country.lon) if country else (None, None)
        radius = at.radius_km if at else country.radius_km if country else None
        kind = KINDS[(match["first"] or match["last"] or match["unit"] or match["kind"]).lower()]
        yield Recognised(Span.of(text, start, end), Place(name, name, code, lat, lon, None, kind, radius))


def _behind(text: str, end: int, starts: Mapping[int, Place]) -> Place | None:
    """The place named right behind a feature, which it lies in: ", North Sumatra", " on the resort island of Bali"."""
    near = (start for start in sorted(starts) if end < start <= end + FAR_BEHIND)
    first = next(near, None)
    return starts[first] if first is not None and BEHIND.fullmatch(text, end, first) else None
