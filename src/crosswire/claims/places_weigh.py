"""Is a name meant as a place, and as which of its namesakes: a table of clues and weights for each question.

The weights stand in data/places.toml; they were fitted by logistic and softmax regression on the development corpora
named in docs/accuracy.md. One name has one sense in a report, as Gale, Church and Yarowsky found for words; all names vote
for the divisions and neighbourhoods of their namesakes, so that a paper's small towns find one another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log10

from crosswire.claims.places_gazetteer import Spot
from crosswire.claims.places_names import Name
from crosswire.claims.places_sphere import distance_km

Clue = tuple[str, float]
ROUNDS = 2
# Namesakes beyond this many are all tiny, and "San Antonio" has three hundred.
NAMESAKES = 40
CELL_DEGREES = 1.0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a report names, as evidence: countries and divisions by how often, holders of names ("Dublin, Ga." gives
    the division of Dublin), last words of people, words in lower case, names found in a place's position."""

    countries: Mapping[str, int]
    divisions: Mapping[tuple[str, str], int]
    holders: Mapping[str, Sequence[Spot]]
    surnames: frozenset[str]
    lower: frozenset[str]
    located: frozenset[str]
    names: int


def is_place(name: Name, around: Surroundings, weights: Mapping[str, float]) -> float:
    """The log odds that a name is meant as a place."""
    return weights["bias"] + sum(weights.get(clue, 0.0) * value for clue, value in place_clues(name, around))


def place_clues(name: Name, around: Surroundings) -> Iterator[Clue]:
    """Clues of the name itself and what the rest of the report adds."""
    yield from ((clue, 1.0) for clue in name.clues)
    best = name.spots[0]
    yield f"is_{group(best)}", 1.0
    yield "people", log10(best.people + 1) - 4
    if best.other:
        yield "other_name", 1.0
    if name.key in around.surnames:
        yield "surname", 1.0
    if name.key in around.lower:
        yield "also_lower", 1.0
    if name.key in around.located:
        yield "located", 1.0
    if name.key in around.holders:
        yield "held", 1.0


def group(spot: Spot) -> str:
    """Coarse kinds that weights tell apart."""
    if spot.kind in ("country", "city", "district"):
        return spot.kind
    if spot.kind == "region" and spot.division:
        return "state"
    return "feature"


def choose(names: Sequence[Name], around: Surroundings, weights: Mapping[str, float]) -> dict[str, Spot]:
    """For every folded name of the report the place it means."""
    spots = {name.key: name.spots[:NAMESAKES] for name in names}
    shares = {key: softmax([score(s, key, around, weights) for s in of]) for key, of in spots.items()}
    for _ in range(ROUNDS):
        votes = Votes.of(spots, shares)
        shares = {
            key: softmax(
                [
                    score(s, key, around, weights) + votes.score(s, share, weights)
                    for s, share in zip(of, shares[key], strict=True)
                ]
            )
            for key, of in spots.items()
        }
    return {key: of[max(range(len(of)), key=shares[key].__getitem__)] for key, of in spots.items()}


def score(spot: Spot, key: str, around: Surroundings, weights: Mapping[str, float]) -> float:
    """How well one namesake fits, votes apart."""
    return sum(weights.get(clue, 0.0) * value for clue, value in spot_clues(spot, key, around))


def spot_clues(spot: Spot, key: str, around: Surroundings) -> Iterator[Clue]:
    """What speaks for one namesake: its size and kind, and that the report names where it lies."""
    yield f"is_{group(spot)}", 1.0
    yield "people", log10(spot.people + 1) - 4
    if spot.other:
        yield "other_name", 1.0
    holders = around.holders.get(key, ())
    if holders:
        yield "held" if any(lies_in(spot, holder) for holder in holders) else "not_held", 1.0
    if spot.country in around.countries and spot.kind != "country":
        yield "country_named", 1.0
    if spot.division and spot.kind != "region" and (spot.country or "", spot.division) in around.divisions:
        yield "division_named", 1.0


def lies_in(spot: Spot, holder: Spot) -> bool:
    """Whether one place lies in another, as far as the tables tell."""
    if spot is holder or spot.lat is None or spot.lon is None or holder.lat is None or holder.lon is None:
        return False
    if holder.kind == "country":
        return spot.country == holder.country and spot.kind != "country"
    if holder.kind == "region" and holder.division:
        return spot.country == holder.country and spot.division == holder.division and spot.kind != "region"
    if holder.kind == "city" or spot.kind in ("country", "region"):
        return False
    return distance_km(spot.lat, spot.lon, holder.lat, holder.lon) <= 1.3 * (holder.radius_km or 30)


@dataclass(frozen=True, slots=True)
class Votes:
    """How much of other names' shares falls into each country, division and one-degree cell with its neighbours."""

    countries: Mapping[str, float]
    divisions: Mapping[tuple[str, str], float]
    cells: Mapping[tuple[int, int], float]
    names: int

    @classmethod
    def of(cls, spots: Mapping[str, Sequence[Spot]], shares: Mapping[str, Sequence[float]]) -> Votes:
        """Count the shares; a name votes for a cell with its most likely place there."""
        countries: defaultdict[str, float] = defaultdict(float)
        divisions: defaultdict[tuple[str, str], float] = defaultdict(float)
        cells: defaultdict[tuple[int, int], float] = defaultdict(float)
        for key, of in spots.items():
            for spot, share in zip(of, shares[key], strict=True):
                if share > 0.01:
                    countries[spot.country or ""] += share
                    divisions[spot.country or "", spot.division] += share
                    if small(spot):
                        for cell in neighbours(spot):
                            cells[cell] += share
        return cls(countries, divisions, cells, len(spots))

    def score(self, spot: Spot, own: float, weights: Mapping[str, float]) -> float:
        """What the other names' votes add for one namesake."""
        return sum(weights.get(clue, 0.0) * value for clue, value in self.clues(spot, own))

    def clues(self, spot: Spot, own: float) -> Iterator[Clue]:
        """The votes of the other names, their own name's taken off."""
        others = max(1, self.names - 1)
        country = max(0.0, self.countries.get(spot.country or "", 0.0) - own)
        yield "country_share", country / others
        if spot.division:
            division = max(0.0, self.divisions.get((spot.country or "", spot.division), 0.0) - own)
            yield "division_votes", min(division, 4.0)
            yield "division_share", division / others
        if small(spot):
            near = max(0.0, self.cells.get(cell_of(spot), 0.0) - own)
            yield "near_votes", min(near, 4.0)
            yield "near_share", near / others


def small(spot: Spot) -> bool:
    """Whether a place is small enough to be near another."""
    return spot.kind != "country" and spot.lat is not None and (spot.radius_km or 0.0) < 120


def cell_of(spot: Spot) -> tuple[int, int]:
    """The one-degree cell of a place."""
    return int((spot.lat or 0.0) // CELL_DEGREES), int((spot.lon or 0.0) // CELL_DEGREES)


def neighbours(spot: Spot) -> Iterator[tuple[int, int]]:
    """The cell of a place and the eight around it."""
    lat, lon = cell_of(spot)
    for a in (-1, 0, 1):
        for b in (-1, 0, 1):
            yield lat + a, lon + b


def softmax(scores: Sequence[float]) -> list[float]:
    """Scores as shares of one."""
    top = max(scores)
    parts = [exp(s - top) for s in scores]
    total = sum(parts)
    return [part / total for part in parts]
