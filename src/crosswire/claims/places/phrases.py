"""How the text relates to a named place: "the area northeast of Pyongyang", "30 km south of Tokyo", "off its coast".

The words before a name are walked backwards, a dozen at most; those behind it are matched at one point. A distance with
a direction moves the point. A part of a place keeps the place's point, the part stands in the relation: "in eastern
Ukraine" is Ukraine, "in eastern". The words it knows are data: `words` and `measures` of data/places.toml.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from crosswire.claims.places.gazetteer import Gazetteer
from crosswire.claims.places.sphere import moved
from crosswire.model import Place

REACH = 110
TOKEN = re.compile(r"[^\W_](?:[\w'-]|[.,](?=\d))*|[(),;:.!?\n]")
NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
OWNED = re.compile(
    r"'s (?:(?P<zone>exclusive economic zone|EEZ|air defen[cs]e identification zone)|"
    r"(?P<waters>territorial waters|territorial sea|waters|airspace)|"
    r"(?:(?:north|south|east|west|(?:north|south)-?(?:east|west))(?:ern)? )?(?:coast|coastline))\b(?! [A-Z])"
)
AN = re.compile(r"\ban? $", re.IGNORECASE)
SHORT = {"EEZ": "exclusive economic zone"}
# Where no distance is given, "north of" is taken to reach this far.
ASIDE_KM = 60.0
COAST_KM = 60.0
# Nautical: an exclusive economic zone reaches 200 miles from the coast, territorial waters twelve.
ZONE_KM = {"zone": 370.4, "waters": 22.2, "edge": COAST_KM}


class Token(NamedTuple):
    """One word or mark before a name: where it begins in the slice, in lower case."""

    start: int
    word: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What the words before a name say of it: where they begin, the relation, the side (a word of the bearings), the
    distance (km), whether its coast is meant."""

    start: int
    relation: str | None = None
    side: str | None = None
    km: float | None = None
    coast: bool = False


def placed(text: str, at: tuple[int, int], place: Place, gazetteer: Gazetteer) -> Place:
    """The place named at text[at[0]:at[1]] as the words around it put it; the value's text becomes the whole phrase."""
    start, end = at
    behind = OWNED.match(text[end : end + 60].replace("\u2019", "'"))
    if behind:
        place, end = owned(place, behind), end + behind.end()
    begin = max(0, start - REACH)
    setting = before(text[begin:start], gazetteer)
    opening = start if AN.search(text, begin, start) else begin + setting.start  # of "at a Nice hotel" only Nice is it
    place = replace(place, text=text[opening:end].strip(), relation=setting.relation)
    return moved_by(place, setting, gazetteer)


def owned(place: Place, behind: re.Match[str]) -> Place:
    """ "Japan's exclusive economic zone", "Syria's coast": another kind of place, as wide as that kind reaches."""
    what = behind["zone"] or behind["waters"]
    if not what:
        return replace(place, kind="coast")
    reach = (place.radius_km or 0.0) + ZONE_KM["zone" if behind["zone"] else "waters"]
    return replace(place, name=belonging(place.name, what), kind="zone", radius_km=round(reach, 1))


def belonging(owner: str, what: str) -> str:
    """ "Japan's exclusive economic zone", "Philippines' airspace": how such places are called here."""
    ending = "'" if owner.endswith("s") else "'s"
    return f"{owner}{ending} {SHORT.get(what, what)}"


def before(words: str, gazetteer: Gazetteer) -> Setting:
    """Walk the words before a name backwards."""
    stripped = words.rstrip()
    nearest = stripped[stripped.rfind(" ") + 1 :].lower()
    if nearest.rstrip(",") not in gazetteer.words["leads"]:
        return Setting(len(words))
    tokens = [Token(m.start(), m.group().lower()) for m in TOKEN.finditer(words)]
    lists, last = gazetteer.words, len(tokens) - 1
    part = tokens[last].word if tokens and tokens[last].word in lists["parts"] else None
    i = filler(tokens, last - (part is not None), lists)
    word, previous = (tokens[i].word if i >= 0 else ""), (tokens[i - 1].word if i >= 1 else "")
    if word in ("of", "from") and previous in gazetteer.measures["bearings"]:
        return aside(tokens, i - 1, gazetteer)
    if word in ("of", "off") and previous in lists["coasts"]:
        return coastal(tokens, i - 1, lists)
    if word == "of" and previous in ("outside", "inside"):
        return Setting(tokens[i - 1].start, previous)
    if word in lists["prepositions"]:
        return Setting(tokens[i].start, f"{word} {part}" if part else word)
    return Setting(tokens[last].start, f"in {part}") if part else Setting(len(words))


def filler(tokens: Sequence[Token], i: int, lists: Mapping[str, frozenset[str]]) -> int:
    """Step over "the", "the city of", "the eastern port city of", "its capital,": where a preposition may be."""
    j = i
    if j > 0 and tokens[j].word in ("of", ",") and tokens[j - 1].word in lists["kinds"]:
        j -= 1
    if j >= 0 and tokens[j].word in lists["kinds"]:
        for k in range(j - 1, max(j - 7, -1), -1):
            if tokens[k].word in lists["prepositions"] or tokens[k].word == "of":
                return k
            if tokens[k].word in lists["marks"]:
                break
        return i
    return j - 1 if j >= 0 and tokens[j].word in lists["articles"] else i


def aside(tokens: Sequence[Token], i: int, gazetteer: Gazetteer) -> Setting:
    """ "[the area] [about 30 km (19 miles)] northeast [of]": tokens[i] is the side."""
    side, lists, first = tokens[i].word, gazetteer.words, i
    while first and tokens[first - 1].word in ("to", "the", "due", "just", "in", "far"):
        first -= 1
    km, first = distance(tokens, first, gazetteer.measures["km"])
    while first and tokens[first - 1].word in lists["about"]:
        first -= 1
    if first and tokens[first - 1].word in lists["kinds"]:
        first -= 1
        while first and tokens[first - 1].word in lists["articles"]:
            first -= 1
    if first and tokens[first - 1].word in lists["prepositions"]:
        first -= 1
    return Setting(tokens[first].start, f"{side.replace('-', '')} of", side, km)


def distance(tokens: Sequence[Token], i: int, units: Mapping[str, float]) -> tuple[float | None, int]:
    """The distance that ends before token i, in km, and where it begins: "30 km", "350 kilometers (217 miles)"."""
    j = i
    if j and tokens[j - 1].word == ")":
        j -= 1
        while j and tokens[j].word != "(" and i - j < 6:
            j -= 1
    if j > 1 and (unit := units.get(tokens[j - 1].word)):
        n = j - 3 if tokens[j - 2].word == "nautical" and j > 2 else j - 2
        if NUMBER.fullmatch(tokens[n].word):
            return float(tokens[n].word.replace(",", "")) * (units["nautical"] if n == j - 3 else unit), n
    return None, i


def coastal(tokens: Sequence[Token], i: int, lists: Mapping[str, frozenset[str]]) -> Setting:
    """ "[off the eastern] coast [of]": tokens[i] is the coast."""
    first = i - (i > 0 and tokens[i - 1].word in lists["parts"])
    while first and tokens[first - 1].word in lists["articles"]:
        first -= 1
    if first and tokens[first - 1].word in lists["prepositions"]:
        return Setting(tokens[first - 1].start, tokens[first - 1].word, coast=True)
    return Setting(tokens[first].start, "on", coast=True)


def moved_by(place: Place, setting: Setting, gazetteer: Gazetteer) -> Place:
    """The place with the setting's direction, distance and coast taken in."""
    if setting.coast:
        place = replace(place, kind="coast")
    if setting.side is None or place.lat is None or place.lon is None:
        return place
    if setting.km is None:
        return replace(place, radius_km=max(place.radius_km or 0.0, ASIDE_KM))
    lat, lon = moved(place.lat, place.lon, gazetteer.measures["bearings"][setting.side], setting.km)
    return replace(place, lat=round(lat, 4), lon=round(lon, 4), radius_km=round(max(5.0, 0.2 * setting.km), 1))
