"""Where: the places that a report names, each resolved to one spot on the map, with how the text relates to it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from crosswire.claims.parse import Passage
from crosswire.claims.places_gazetteer import Gazetteer, Spot, load_gazetteer
from crosswire.claims.places_names import Name, names_in
from crosswire.claims.places_weigh import Surroundings, choose, is_place, lies_in
from crosswire.model import Place, Recognised, Span

__all__ = ["Gazetteer", "find_peoples", "find_places", "load_gazetteer"]


def find_places(text: str, passages: Sequence[Passage], gazetteer: Gazetteer) -> tuple[Recognised, ...]:
    """The places that a report names, in the order of its text. `text` is the report's, `passages` its parse.

    The span is the name itself; the value's text is the whole phrase, with direction and distance.
    """
    names = [n for number, p in enumerate(passages) for n in names_in(p, number, gazetteer)]
    around = surroundings(text, names, passages)
    kept = [n for n in names if counts(n, around, gazetteer)]
    chosen = choose(kept, around, gazetteer.weights["resolve"])
    return tuple(recognised(text, name, chosen[name.key]) for name in kept)


def find_peoples(text: str, passages: Sequence[Passage], gazetteer: Gazetteer) -> tuple[Recognised, ...]:
    """The adjectives and peoples of countries ("Japanese", "the Danes"), as the country with the relation "of".

    They are no places where something happens; corpora that mark them as toponyms, and readers that want to know which
    countries a report is about, take them from here.
    """
    names = [n for number, p in enumerate(passages) for n in names_in(p, number, gazetteer) if n.people]
    return tuple(recognised(text, name, name.spots[0], "of") for name in names)


def surroundings(text: str, names: Sequence[Name], passages: Sequence[Passage]) -> Surroundings:
    """What all names of the report say about each of them."""
    countries: Counter[str] = Counter()
    divisions: Counter[tuple[str, str]] = Counter()
    holders: defaultdict[str, list[Spot]] = defaultdict(list)
    located: set[str] = set()
    for i, name in enumerate(names):
        first = name.spots[0]
        if first.kind == "country" or name.people:
            countries[first.country or ""] += 1
        for spot in name.spots:
            if spot.kind == "region" and spot.division and not spot.other:
                divisions[spot.country or "", spot.division] += 1
        if "behind_locative" in name.clues and "tag_GPE" in name.clues:
            located.add(name.key)
        if i + 1 < len(names) and text[name.end : names[i + 1].start] in (", ", " ("):
            held = [h for h in names[i + 1].spots if any(lies_in(s, h) for s in name.spots)]
            if held and not name.people and not names[i + 1].people:
                holders[name.key].extend(held)
                located.add(names[i + 1].key)
    surnames = frozenset(
        e.text.rsplit(" ", 1)[-1].lower()
        for p in passages
        for e in p.doc.ents
        if e.label_ == "PERSON" and " " in e.text
    )
    return Surroundings(countries, divisions, holders, surnames, frozenset(), frozenset(located), len(names))


def counts(name: Name, around: Surroundings, gazetteer: Gazetteer) -> bool:
    """Whether a name is taken for a place."""
    if name.people or (name.tail and name.key not in around.located):
        return False
    return is_place(name, around, gazetteer.weights["place"]) > 0


def recognised(text: str, name: Name, spot: Spot, relation: str | None = None) -> Recognised:
    """One name with the place it means."""
    span = Span.of(text, name.start, name.end)
    proper = spot.name if spot.other or not spot.name.islower() else span.exact
    value = Place(span.exact, proper, spot.country, spot.lat, spot.lon, relation, spot.kind, spot.radius_km)
    return Recognised(span, value)
