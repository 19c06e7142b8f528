"""Places without a name of their own: "its east coast", "Chinese airspace", "the country's airspace", "the sea".

Whose they are is told by the adjective before them, or else by the country named last before: a report that says "Japan
said North Korea fired a missile off its east coast" means North Korea's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosswire.claims.countries import Country
from crosswire.claims.places.gazetteer import Gazetteer
from crosswire.claims.places.names import Name
from crosswire.claims.places.phrases import ASIDE_KM, ZONE_KM, before, belonging
from crosswire.claims.places.sphere import moved
from crosswire.model import Place, Recognised, Span

SIDE = r"(?:north|south)[ -]?(?:east|west)(?:ern)?|(?:north|south|east|west)(?:ern)?"
PART = (
    rf"(?:(?P<side>{SIDE}) )?(?P<edge>coast|coastline|shores?)|"
    r"(?P<zone>exclusive economic zone|EEZ|air defen[cs]e identification zone)|"
    r"(?P<waters>territorial waters|territorial sea|airspace)|"
    r"(?P<land>territory|soil)\b(?! (?:claims?|disputes?|rows?|swaps?|deals?)\b)"
)
OURS = re.compile(
    r"\b(?:its|their|the|[Tt]he (?:country|nation|North|South|island|kingdom|peninsula)['\u2019]s) "
    rf"(?P<what>{PART})\b(?! of)"
)
THEIRS = re.compile(rf" (?P<what>{PART}|(?P<sea>waters))\b(?! of)")
OPEN = re.compile(r"\b(?:the|at|open|high) (?:sea|ocean|high seas|open sea)s?\b(?! of)|\binternational waters\b")
ACCUSED = re.compile(r"\b(?:accus|blam)(?:ed|es|e|ing) (?:the )?$")
# A sentence or two: beyond that the country named last is chance.
HOW_FAR = 400
NEAR = 110


@dataclass(frozen=True, slots=True)
class Homes:
    """The countries that a report names, by name or adjective, in the order of the text."""

    ends: tuple[int, ...]
    countries: tuple[Country, ...]

    def last_before(self, at: int) -> Country | None:
        """The country named last before a point of the text, if it is near."""
        i = bisect_left(self.ends, at + 1) - 1
        return self.countries[i] if i >= 0 and at - self.ends[i] <= HOW_FAR else None


def unnamed(
    text: str, names: Sequence[Name], chosen: Sequence[Recognised], gazetteer: Gazetteer
) -> Iterator[Recognised]:
    """The unnamed places of a report. `chosen` are its named ones, `names` all that may name a country."""
    homes = homes_of(text, names, chosen, gazetteer)
    for match in OURS.finditer(text):
        if country := homes.last_before(match.start()):
            yield part_of(text, match, match.start(), country, gazetteer)
    for name in names:
        country = gazetteer.countries.by_code(name.spots[0].country or "") if name.people else None
        if country and (theirs := THEIRS.match(text, name.end)):
            yield part_of(text, theirs, name.start, country, gazetteer)
    for match in OPEN.finditer(text):
        setting = before(text[max(0, match.start() - NEAR) : match.start()], gazetteer)
        span = Span.of(text, match.start(), match.end())
        start = match.start() - min(NEAR, match.start()) + setting.start
        how = "at" if span.exact.startswith("at ") else setting.relation
        if how:
            yield Recognised(span, Place(text[start : span.end], "sea", None, None, None, how, "sea"))


def homes_of(text: str, names: Sequence[Name], chosen: Sequence[Recognised], gazetteer: Gazetteer) -> Homes:
    """Countries by where their name or adjective ends; in "accused Seoul of entering its airspace" not the accused."""
    found = [(n.start, n.end, n.spots[0].country) for n in names if n.people]
    found += [
        (r.span.start, r.span.end, r.value.country)
        for r in chosen
        if isinstance(r.value, Place) and gazetteer.countries.by_name(r.span.exact)
    ]
    known: list[tuple[int, Country]] = []
    for start, end, code in sorted(found, key=lambda at: at[1]):
        country = gazetteer.countries.by_code(code or "")
        if country and not ACCUSED.search(text[max(0, start - 20) : start]):
            known.append((end, country))
    return Homes(tuple(end for end, _ in known), tuple(c for _, c in known))


def reach(match: re.Match[str]) -> float:
    """How far from land a part of a country reaches, in km."""
    if match["land"]:
        return 0.0
    return ZONE_KM["edge" if match["edge"] else "zone" if match["zone"] else "waters"]


def part_of(text: str, match: re.Match[str], start: int, country: Country, gazetteer: Gazetteer) -> Recognised:
    """A coast, zone or stretch of water of a country; text[start] is where the words begin, without a preposition."""
    begin = max(0, start - NEAR)
    setting = before(text[begin:start], gazetteer)
    place = Place(
        text=text[begin + setting.start : match.end()],
        name=country.name if match["land"] else belonging(country.name, match["what"]),
        country=country.code,
        lat=country.lat,
        lon=country.lon,
        relation=setting.relation,
        kind="country" if match["land"] else "coast" if match["edge"] else "zone",
        radius_km=country.radius_km + reach(match),
    )
    side = gazetteer.measures["bearings"].get((match["side"] or "").lower().replace(" ", ""))
    if side is not None:
        # The coast lies at the country's rim on that side; it reaches along the rim about as far as the rim is away.
        lat, lon = moved(country.lat, country.lon, side, 0.7 * country.radius_km)
        place = Place(
            place.text, place.name, place.country, round(lat, 4), round(lon, 4), place.relation, "coast",
            round(max(ASIDE_KM, 0.7 * country.radius_km), 1),
        )  # fmt: skip
    return Recognised(Span.of(text, start, match.end()), place)
