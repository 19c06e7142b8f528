"""Lakes, mountains, capes and straits by their form, which no table of places holds: "Lake Toba", "Mount Lewotobi",
"the Noto Peninsula".

Where one lies is told by the place right behind it ("Lake Toba, North Sumatra"), else by the country named last before
("Indonesia's Lake Toba").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosswire.claims.places.names import Name
from crosswire.claims.places.unnamed import Homes
from crosswire.model import Place, Recognised, Span

KINDS = {
    "lake": "lake", "mount": "mountain", "mt": "mountain", "cape": "coast", "gulf of": "sea", "bay of": "sea",
    "strait of": "sea", "isle of": "island", "peninsula": "peninsula", "strait": "sea", "reef": "reef",
    "shoal": "reef", "volcano": "mountain",
}  # fmt: skip
WORD = r"[A-Z][^\W\d_]+(?:[-'][^\W\d_]+)*"
# "the Noto Peninsula", not "The Strait" or "Northern Peninsula". No rivers: the middle of a country is far from most of
# one (lgl: F1 .810 without, .808 with them).
NO_NAME = r"(?!(?:The|A|This|That|Our|Their|Old|New|(?:North|South|East|West)(?:ern)?) )"
FEATURE = re.compile(
    rf"\b(?:(?P<first>Lake|Mount|Mt|Cape|Gulf of|Bay of|Strait of|Isle of)\.? {WORD}"
    rf"|{NO_NAME}(?:{WORD} )?{NO_NAME}{WORD} "
    r"(?P<last>Peninsula|Strait|Reef|Shoal|Volcano)\b(?! [A-Z]))"
)
BEHIND = re.compile(r"(?:, |\s?\()")


def features(text: str, names: Sequence[Name]) -> list[re.Match[str]]:
    """The features that the text names and no table's name covers whole ("Lake Charles" and "Cape Town" are towns)."""
    known = [(name.start, name.end) for name in names]
    found = FEATURE.finditer(text)
    return [m for m in found if not any(start <= m.start() and m.end() <= end for start, end in known)]


def without(names: Sequence[Name], found: Sequence[re.Match[str]]) -> list[Name]:
    """The names that are no part of a feature: of "Lake Toba" the word "Lake" is no county."""
    inside = [match.span() for match in found]
    return [name for name in names if not any(start <= name.start and name.end <= end for start, end in inside)]


def lying(found: Sequence[re.Match[str]], named: Sequence[Recognised], homes: Homes, text: str) -> Iterator[Recognised]:
    """Each feature as a place; `named` are the report's other places."""
    starts = {one.span.start: one.value for one in named if isinstance(one.value, Place)}
    for match in found:
        between = BEHIND.match(text, match.end())
        behind = starts.get(between.end()) if between else None
        country = homes.last_before(match.start())
        at = behind if isinstance(behind, Place) else None
        code = at.country if at else country.code if country else None
        lat, lon = (at.lat, at.lon) if at else (country.lat, country.lon) if country else (None, None)
        radius = at.radius_km if at else country.radius_km if country else None
        name = match.group()
        kind = KINDS[(match["first"] or match["last"]).lower()]
        yield Recognised(Span.of(text, *match.span()), Place(name, name, code, lat, lon, None, kind, radius))
