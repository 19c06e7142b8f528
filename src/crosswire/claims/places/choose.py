"""Which of its namesakes a name means: they are scored by size, kind and what the report names, then vote.

One name has one sense in a report, as Gale, Church and Yarowsky (1992) found for words. All names vote for the
countries, divisions and neighbourhoods of their namesakes, so that a local paper's small towns find one another; the
votes are counted, not compared pair by pair, so the time is linear. Weights are in data/places.toml, fitted by softmax
regression.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log10
from typing import TypeVar

from crosswire.claims.places.gazetteer import STATE_PEOPLE, Spot
from crosswire.claims.places.names import WATER, Name
from crosswire.claims.places.sphere import distance_km

Key = TypeVar("Key")

ROUNDS = 2
# Namesakes beyond this many are all tiny, and "San Antonio" has three hundred.
NAMESAKES = 40
MOST_VOTES = 4.0
# A place of a greater radius than this is near nothing in particular.
SMALL_KM = 120.0
COARSE = ("country", "city", "district")


@dataclass(frozen=True, slots=True)
class Named:
    """What a report names: countries and divisions by how often; what holds a name, by key ("Dublin, Ga."); and the
    key and kind of what holds another."""

    countries: Mapping[str, int]
    divisions: Mapping[tuple[str, str], int]
    holders: Mapping[str, Sequence[Spot]]
    holding: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen for a name; how many other names have a place near it (up to four), and which share of them in
    its division and its country."""

    spot: Spot
    near: float
    division: float
    country: float


@dataclass(frozen=True, slots=True)
class Votes:
    """How much of all names' shares falls into each country, division and one-degree cell with its neighbours."""

    countries: Mapping[str, float]
    divisions: Mapping[tuple[str, str], float]
    cells: Mapping[tuple[int, int], float]
    names: int

    def clues(self, spot: Spot, own: Votes) -> dict[str, float]:
        """What the other names say of one namesake: all votes less those of its own name."""
        others = max(1, self.names - 1)
        country, division, cell = spot.country or "", (spot.country or "", spot.division), cell_of(spot)
        found = {"country_share": less(self.countries, own.countries, country) / others}
        if spot.division:
            votes = less(self.divisions, own.divisions, division)
            found |= {"division_votes": min(votes, MOST_VOTES), "division_share": votes / others}
        if small(spot):
            votes = less(self.cells, own.cells, cell)
            found |= {"near_votes": min(votes, MOST_VOTES), "near_share": votes / others}
        return found


def less(all_votes: Mapping[Key, float], own: Mapping[Key, float], key: Key) -> float:
    """The votes for something less one name's own."""
    return max(0.0, all_votes.get(key, 0.0) - own.get(key, 0.0))


def choose(names: Sequence[Name], named: Named, weights: Mapping[str, float]) -> dict[str, Choice]:
    """For every folded name of the report the place it means."""
    spots = {name.key: name.spots[:NAMESAKES] for name in names}
    alone = {k: [weigh(clues(s, k, named), weights) for s in of] for k, of in spots.items()}
    shares = {key: softmax(scores) for key, scores in alone.items()}
    for _ in range(ROUNDS):
        votes, own = tallied(spots, shares)
        shares = {k: softmax(with_votes(of, alone[k], votes, own[k], weights)) for k, of in spots.items()}
    return {key: best(of, shares[key], votes, own[key]) for key, of in spots.items()}


def tallied(
    spots: Mapping[str, Sequence[Spot]], shares: Mapping[str, Sequence[float]]
) -> tuple[Votes, dict[str, Votes]]:
    """The votes of all names together, and of each."""
    own = {key: count(of, shares[key]) for key, of in spots.items()}
    return Votes(
        summed(votes.countries for votes in own.values()),
        summed(votes.divisions for votes in own.values()),
        summed(votes.cells for votes in own.values()),
        len(own),
    ), own


def summed(tables: Iterable[Mapping[Key, float]]) -> dict[Key, float]:
    """All votes for each thing."""
    votes: dict[Key, float] = {}
    for table in tables:
        for key, share in table.items():
            votes[key] = votes.get(key, 0.0) + share
    return votes


def with_votes(
    spots: Sequence[Spot], alone: Sequence[float], votes: Votes, own: Votes, weights: Mapping[str, float]
) -> list[float]:
    """The namesakes' scores with the other names' votes."""
    if len(spots) == 1:
        return list(alone)
    return [a + weigh(votes.clues(s, own), weights) for s, a in zip(spots, alone, strict=True)]


def best(spots: Sequence[Spot], shares: Sequence[float], votes: Votes, own: Votes) -> Choice:
    """The namesake with the greatest share, and how the others' votes fit it."""
    spot = spots[max(range(len(spots)), key=shares.__getitem__)]
    fit = votes.clues(spot, own)
    return Choice(spot, fit.get("near_votes", 0.0), fit.get("division_share", 0.0), fit.get("country_share", 0.0))


def weigh(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The sum of clues times weights."""
    return sum(weights.get(clue, 0.0) * value for clue, value in found.items())


def clues(spot: Spot, key: str, named: Named) -> dict[str, float]:
    """What speaks for one namesake by itself: its size and kind, and that the report names where it lies."""
    found = {f"is_{group(spot)}": 1.0, "people": log10(spot.people + 1) - 4, "other_name": float(spot.other)}
    if (key, spot.kind) in named.holding:
        found["holds"] = 1.0
    if spot.capital:
        found["capital"] = 1.0
    if holders := named.holders.get(key):
        found["held" if any(lies_in(spot, holder) for holder in holders) else "not_held"] = 1.0
    if spot.kind != "country" and spot.country in named.countries:
        found["country_named"] = 1.0
    if spot.division and spot.kind != "region" and (spot.country or "", spot.division) in named.divisions:
        found["division_named"] = 1.0
    return found


def group(spot: Spot) -> str:
    """Coarse kinds that weights tell apart."""
    if spot.kind in COARSE:
        return spot.kind
    if spot.kind in WATER:
        return "water"
    if spot.country is None:
        return "world"
    if spot.kind == "region" and spot.division:
        return "state" if spot.people >= STATE_PEOPLE / 2 else "district"
    return "feature"


def lies_in(spot: Spot, holder: Spot) -> bool:
    """Whether one place lies in another, as far as the tables tell."""
    if spot is holder or holder.kind == "city" or spot.kind == "country":
        return False
    if holder.kind == "country":
        return spot.country == holder.country
    if spot.kind == "region":
        return False
    if holder.kind == "region" and holder.division:
        return spot.country == holder.country and spot.division == holder.division
    if spot.lat is None or spot.lon is None or holder.lat is None or holder.lon is None:
        return False
    return distance_km(spot.lat, spot.lon, holder.lat, holder.lon) <= 1.3 * (holder.radius_km or 30)


def count(spots: Sequence[Spot], shares: Sequence[float]) -> Votes:
    """Count the shares of one name's places; those of less than a hundredth are left out."""
    countries: defaultdict[str, float] = defaultdict(float)
    divisions: defaultdict[tuple[str, str], float] = defaultdict(float)
    cells: defaultdict[tuple[int, int], float] = defaultdict(float)
    for spot, share in zip(spots, shares, strict=True):
        if share > 0.01:
            countries[spot.country or ""] += share
            divisions[spot.country or "", spot.division] += share
            for cell in neighbours(spot) if small(spot) else ():
                cells[cell] += share
    return Votes(countries, divisions, cells, 1)


def small(spot: Spot) -> bool:
    """Whether a place is small enough to be near another."""
    return spot.kind != "country" and spot.lat is not None and (spot.radius_km or 0.0) < SMALL_KM


def cell_of(spot: Spot) -> tuple[int, int]:
    """The one-degree cell of a place."""
    return int((spot.lat or 0.0) // 1), int((spot.lon or 0.0) // 1)


def neighbours(spot: Spot) -> list[tuple[int, int]]:
    """The cell of a place and the eight around it."""
    lat, lon = cell_of(spot)
    return [(lat + a, lon + b) for a in (-1, 0, 1) for b in (-1, 0, 1)]


def softmax(scores: Sequence[float]) -> list[float]:
    """Scores as shares of one."""
    top = max(scores)
    parts = [exp(s - top) for s in scores]
    whole = sum(parts)
    return [part / whole for part in parts]
