"""Is a name meant as a place? A table of clues and weights, asked twice: before and after its namesakes are chosen.

The weights stand in data/places.toml, fitted by logistic regression on the development corpora that are named in
docs/measurements.md. The second time the place itself speaks too: "Ripley" in a report that names no other place within
a hundred kilometres of any Ripley is a person.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log10

from crosswire.claims.places.choose import Choice, Named, group, lies_in
from crosswire.claims.places.gazetteer import Spot, fold
from crosswire.claims.places.names import Name

IN = re.compile(r",? in (?:the )?(?:(?:far )?(?:north|south|east|west|central|mid)[a-z-]* )?")
WHOSE = re.compile(
    r"['\u2019]s? (?:(?:far )?(?:north|south|east|west|central|mid)[a-z-]* )?(?:(?:port |capital )?city of )?"
)
# What is outside, near or the outskirts of a name is so to a place; of what people are "in" and "off" less can be said.
AREA = re.compile(
    r" (?:area|province|district|region|county|suburb|valley|governorate|prefecture|peninsula|neighbou?rhood)\b"
)
CALLED = re.compile(
    r"\b(?:(?:city|town|village|suburb|port|outskirts|coast|municipality|district|province|state|island) of"
    r"|(?:outside|near|off|in)) $",
    re.I,
)
# The first time, names down to this log odds go on: one in five of them turns out a place.
LOOSE = -1.5
# A name that is surely a place elsewhere in its report ("at Puno") is one here ("Puno saw clashes").
AGAIN = -0.3


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a report says about its names: what it names for choosing among namesakes, the last words of its people,
    and which names stand where only a place can."""

    named: Named
    surnames: frozenset[str]
    located: frozenset[str]


def surroundings(text: str, names: Sequence[Name], people: Iterable[str]) -> Surroundings:
    """The surroundings of all names of a report; `people` are the names of persons that it has."""
    holders = held_by(text, names)
    located = {n.key for n in names if "behind_locative" in n.clues and "tag_GPE" in n.clues}
    located.update(key for found in holders.values() for key, _ in found)
    located.update(name.key for name, _ in lying_in(text, names))
    located.update(name.key for name in names if _is_called_place(text, name))
    named = Named(
        countries=Counter(n.spots[0].country or "" for n in names if n.people or n.spots[0].kind == "country"),
        divisions=Counter(
            (s.country or "", s.division)
            for n in names
            for s in n.spots
            if s.kind == "region" and s.division and not s.other
        ),
        holders={key: [spot for _, spot in found] for key, found in holders.items()},
        holding=frozenset((key, spot.kind) for found in holders.values() for key, spot in found),
    )
    surnames = frozenset(fold(person.rsplit(" ", 1)[1]) for person in people if " " in person)
    return Surroundings(named, surnames, frozenset(located))


def held_by(text: str, names: Sequence[Name]) -> dict[str, set[tuple[str, Spot]]]:
    """Names with a place behind a comma that holds one of theirs ("Dublin, Ga."): by key, the other's key and spot."""
    held: dict[str, set[tuple[str, Spot]]] = {}
    behind = ((a, b) for a, b in pairwise(names) if text[a.end : b.start] in (", ", " ("))
    for name, other in (*behind, *lying_in(text, names)):
        if name.people or other.people:
            continue
        for holder in other.spots:
            if any(lies_in(spot, holder) for spot in name.spots):
                held.setdefault(name.key, set()).add((other.key, holder))
    return held


def lying_in(text: str, names: Sequence[Name]) -> list[tuple[Name, Name]]:
    """Names with the place that the text says they lie in: "hit Palu in Indonesia", "Izmir in western Turkey", "in
    Greece's Larissa"."""
    pairs = [(a, b) for a, b in pairwise(names) if not (a.people or b.people)]
    said = [(a, b) for a, b in pairs if b.start - a.end < 24 and IN.fullmatch(text, a.end, b.start)]
    said += [(b, a) for a, b in pairs if WHOSE.fullmatch(text, a.end, b.start) and _names_country(a)]
    return [(a, b) for a, b in said if any(lies_in(spot, holder) for holder in b.spots for spot in a.spots)]


def _names_country(name: Name) -> bool:
    return name.spots[0].kind == "country"


def _is_called_place(text: str, name: Name) -> bool:
    """Whether the words around a name call it a place: "the city of Larissa", "on the outskirts of Doha", "a village
    outside Larissa", "near Innsbruck"; no more of the name stands beside it."""
    if name.people or "capital_before" in name.clues or "tag_PERSON_part" in name.clues:
        return False
    if "capital_after" in name.clues or "possessive" in name.clues:
        return False
    if AREA.match(text, name.end) and "starts" not in name.clues:
        return True
    return CALLED.search(text, max(0, name.start - 40), name.start) is not None


def counts(name: Name, around: Surroundings, weights: Mapping[str, float]) -> bool:
    """Whether a name may be a place, before its namesakes are looked at: a low bar."""
    if name.people or (name.tail and name.key not in around.located):
        return False
    clues = {**first_clues(name, around), **spot_clues(name.spots[0])}
    return total(clues.items(), weights) > LOOSE


def odds(name: Name, choice: Choice, around: Surroundings, weights: Mapping[str, float]) -> float:
    """The log odds that a name is meant as the place that was chosen for it."""
    clues = {**first_clues(name, around), **spot_clues(choice.spot), **fit_clues(choice)}
    return total(clues.items(), weights)


def total(clues: Iterable[tuple[str, float]], weights: Mapping[str, float]) -> float:
    """The log odds: bias and the weights of the clues."""
    return weights["bias"] + sum(weights.get(clue, 0.0) * value for clue, value in clues)


def first_clues(name: Name, around: Surroundings) -> dict[str, float]:
    """The clues that the name's own words give, and what the report says of it elsewhere."""
    clues = dict.fromkeys(name.clues, 1.0)
    for clue, keys in (("surname", around.surnames), ("located", around.located), ("held", around.named.holders)):
        if name.key in keys:
            clues[clue] = 1.0
    return clues


def spot_clues(spot: Spot) -> dict[str, float]:
    """The clues that the place gives: its kind and size, and whether the name is its usual one."""
    return {
        f"is_{group(spot)}": 1.0,
        "people": log10(spot.people + 1) - 4,
        "other_name": float(spot.other),
        "capital": float(spot.capital),
    }


def fit_clues(choice: Choice) -> dict[str, float]:
    """How well the chosen place fits the others."""
    return {"fit_near": choice.near, "fit_division": choice.division, "fit_country": choice.country}
