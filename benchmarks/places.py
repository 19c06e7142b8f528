"""Places from raw text: lgl (dev), TR-News and GeoWebNews (report), as collected by Gritta et al. (2019).

Gold is every toponym with coordinates, in whatever use the corpus marks it: the place itself, an adjective ("Turkish")
or a part of another name ("Georgia Supreme Court"). So what is scored is all that `read_places` tells, located and
associated; a place without a point ("the sea") counts as a prediction too.

found: the share of gold that a predicted place overlaps. of_found: the share of those within 161 km of the gold point
(100 miles, the field's usual bound), a country right by its code. precision: the share of predicted places that overlap
a gold one and are right by that rule; recall: the share of gold so met; f1 of the two. Not scored: predictions that
overlap only toponyms without coordinates. `located` is the same for the places alone; `peer` for spaCy's GPE and LOC
with the most populous namesake of our gazetteer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from crosswire.claims.countries import Countries
from crosswire.claims.parse import Passage, load_parser, parse
from crosswire.claims.places.find import Gazetteer, load_gazetteer, read_places
from crosswire.claims.places.gazetteer import Spot, fold
from crosswire.claims.places.names import meanings
from crosswire.claims.places.sphere import distance_km
from crosswire.model import Block, Place, Recognised, Report

CORPORA = {
    "dev": {"lgl": "data/Corpora/lgl.xml"},
    "report": {"tr_news": "data/Corpora/TR-News.xml", "gwn": "data/GWN.xml"},
}
NEAR_KM = 161.0


@dataclass(frozen=True)
class Gold:
    """One marked toponym: offsets, its point if it has one, the code of the country it is, if it is one."""

    start: int
    end: int
    lat: float | None = None
    lon: float | None = None
    country: str | None = None


@dataclass(frozen=True)
class Guess:
    """One predicted place: offsets, its point if it has one, the code of the country it is, if it is one."""

    start: int
    end: int
    lat: float | None = None
    lon: float | None = None
    country: str | None = None


@dataclass
class Tally:
    """Counts over a corpus."""

    gold: int = 0
    found: int = 0
    right: int = 0
    guesses: int = 0
    right_guesses: int = 0

    def add(self, gold: Sequence[Gold], guesses: Sequence[Guess]) -> None:
        """Count one text."""
        pointed = [g for g in gold if g.lat is not None]
        for g in pointed:
            met = [p for p in guesses if overlap(g, p)]
            self.gold += 1
            self.found += bool(met)
            self.right += any(same_place(g, p) for p in met)
        for p in guesses:
            met_gold = [g for g in gold if overlap(g, p)]
            if met_gold and all(g.lat is None for g in met_gold):
                continue
            self.guesses += 1
            self.right_guesses += any(same_place(g, p) for g in met_gold)

    def metrics(self) -> dict[str, float | int]:
        """The measures the module's docstring defines."""
        precision = self.right_guesses / max(1, self.guesses)
        recall = self.right / max(1, self.gold)
        return {
            "n": self.gold,
            "found": round(self.found / max(1, self.gold), 4),
            "of_found": round(self.right / max(1, self.found), 4),
            "precision": round(precision, 4),
            "recall": round(recall, 4),
            "f1": round(2 * precision * recall / max(1e-9, precision + recall), 4),
        }


@dataclass
class Tallies:
    """All that is scored on one corpus."""

    all: Tally = field(default_factory=Tally)
    located: Tally = field(default_factory=Tally)
    peer: Tally = field(default_factory=Tally)


def run(data: Path, split: str) -> dict[str, object]:
    """Score each corpus of the split; `n` is the number of gold toponyms with coordinates in all."""
    gazetteer, parser = load_gazetteer(), load_parser()
    result: dict[str, object] = {"n": 0}
    total = 0
    for name, path in CORPORA[split].items():
        texts = list(read(data / path, gazetteer.countries))
        tallies = Tallies()
        reports = [report(str(i), text) for i, (text, _) in enumerate(texts)]
        for (read_report, passages), (_, gold) in zip(parse(reports, parser), texts, strict=True):
            score(tallies, read_report.text, passages, gold, gazetteer)
        result[name] = {
            **tallies.all.metrics(),
            "texts": len(texts),
            "located": tallies.located.metrics(),
            "peer": tallies.peer.metrics(),
        }
        total += tallies.all.gold
    return {**result, "n": total}


def score(tallies: Tallies, text: str, passages: Sequence[Passage], gold: Sequence[Gold], gazetteer: Gazetteer) -> None:
    """Read one text and count."""
    places = read_places(text, passages, gazetteer)
    located = [guess(found, gazetteer.countries) for found in places.located]
    others = [guess(found, gazetteer.countries) for found in places.associated]
    tallies.all.add(gold, located + others)
    tallies.located.add(gold, located)
    tallies.peer.add(gold, list(most_people(passages, gazetteer)))


def guess(found: Recognised, countries: Countries) -> Guess:
    """A prediction of ours. "Eastern Ukraine" or "Japan's coast" still names that country, whatever part is meant."""
    place = found.value
    assert isinstance(place, Place)
    country = place.country if place.kind == "country" else None
    named = countries.by_name(found.span.exact)
    if named and named.code == place.country:
        country = named.code
    return Guess(found.span.start, found.span.end, place.lat, place.lon, country)


def most_people(passages: Sequence[Passage], gazetteer: Gazetteer) -> Iterator[Guess]:
    """The peer: what spaCy takes for a place, at its most populous namesake."""
    for passage in passages:
        for entity in passage.doc.ents:
            if entity.label_ in ("GPE", "LOC"):
                name = re.sub(r"^[Tt]he ", "", entity.text)
                spots: list[Spot] = sorted(meanings(name, fold(name), True, gazetteer), key=lambda s: -s.people)
                at = (passage.offset + entity.start_char, passage.offset + entity.end_char)
                if not spots:
                    yield Guess(*at)
                    continue
                top = spots[0]
                yield Guess(*at, top.lat, top.lon, top.country if top.kind == "country" else None)


def overlap(a: Gold | Guess, b: Gold | Guess) -> bool:
    """Whether two spans share a character."""
    return a.start < b.end and b.start < a.end


def same_place(gold: Gold, guessed: Guess) -> bool:
    """Whether a prediction is right: the same country, or within 161 km."""
    if gold.country and gold.country == guessed.country:
        return True
    if gold.lat is None or gold.lon is None or guessed.lat is None or guessed.lon is None:
        return False
    return distance_km(gold.lat, gold.lon, guessed.lat, guessed.lon) <= NEAR_KM


def read(path: Path, countries: Countries) -> Iterator[tuple[str, list[Gold]]]:
    """The texts of a corpus with their marked toponyms. Raises OSError if the file is missing."""
    of = gwn_gold if path.name == "GWN.xml" else tagged_gold
    for article in etree.parse(path).iter("article"):
        yield article.findtext("text") or "", [of(t, countries.by_form) for t in article.iter("toponym")]


def tagged_gold(toponym: etree._Element, country: Callable[[str], object]) -> Gold:
    """A toponym of lgl or TR-News: GeoNames' feature code says whether it is a country (PCL...)."""
    at = int(toponym.findtext("start") or 0), int(toponym.findtext("end") or 0)
    lat, lon = toponym.findtext("gaztag/lat"), toponym.findtext("gaztag/lon")
    if not lat or not lon:
        return Gold(*at)
    is_country = (toponym.findtext("gaztag/fcode") or "").startswith("PCL")
    found = country((toponym.findtext("gaztag/country") or "").strip()) if is_country else None
    return Gold(*at, float(lat), float(lon), getattr(found, "code", None))


def gwn_gold(toponym: etree._Element, country: Callable[[str], object]) -> Gold:
    """A toponym of GeoWebNews: it has no feature code, so a country is what is called one and lies inside it."""
    at = int(toponym.findtext("start") or 0), int(toponym.findtext("end") or 0)
    lat, lon = (toponym.findtext("latitude") or "").strip(), (toponym.findtext("longitude") or "").strip()
    if not lat or not lon:
        return Gold(*at)
    name = (toponym.findtext("normalisedName") or "").strip() or (toponym.findtext("extractedName") or "").strip()
    found = country(name)
    if found is not None and not inside(found, float(lat), float(lon)):
        found = None
    return Gold(*at, float(lat), float(lon), getattr(found, "code", None))


def inside(found: object, lat: float, lon: float) -> bool:
    """Whether a point is within a country's extent: "Georgia" at Atlanta is no country."""
    reach = float(getattr(found, "radius_km", 0.0))
    return distance_km(getattr(found, "lat", 0.0), getattr(found, "lon", 0.0), lat, lon) <= max(reach, NEAR_KM)


def report(number: str, text: str) -> Report:
    """A text as a report whose paragraphs are its lines; the corpora say nothing else that is used."""
    blocks = tuple(Block("paragraph", m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if m.group().strip())
    return Report(number, text, blocks, "", None, None, "unknown", "en")
