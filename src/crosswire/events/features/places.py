"""Features of where two mentions were: near or within, far apart, only beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from crosswire import compare
from crosswire.events.pairs import VETO, Facets, Pair, Seen, Spot
from crosswire.model import Place

WATERS = frozenset({"ocean", "sea", "gulf", "strait", "channel", "bay"})
Spots = Mapping[str, Sequence[Spot]]


# The same few places again and again: a story's reports are compared in all that they tell.
@lru_cache(maxsize=20_000)
def _near(a: Spot, b: Spot) -> compare.Agreement:
    return compare.places(a.place, b.place)


def places(pair: Pair) -> Seen | None:
    """Where: near or containing counts, far apart speaks against; two seas that only border tell nothing."""
    against: list[tuple[str, str]] = []
    touching: str | None = None
    for part, left in pair.left.places.items():
        for b in pair.right.places.get(part, ()):
            for a in left:
                found = _near(a, b)
                if found.agrees and not _only_touch(a.place, b.place):
                    return Seen(0.9, "{}", (found.why,))
                if found.agrees:
                    touching = found.why
                elif found.relation == "conflict":
                    against.append((part, found.why))
    if touching is not None:
        return Seen(0.0, "{}", (touching,))
    if not against:
        return _places_beside(pair)
    deciding = next((why for part, why in against if part in pair.frame.same_if), None)
    if deciding is not None and not pair.same_report and may_be_namesake(pair.left, pair.right):
        return Seen(-0.5, "{}, one of which its sentence does not bear out", (deciding,))
    return Seen(VETO, "{}", (deciding,)) if deciding is not None else Seen(-0.5, "{}", (against[0][1],))


def may_be_namesake(a: Facets, b: Facets) -> bool:
    """Whether the scene of one of two reports may be another place of its name: it lies in another country than the
    other's, and its sentence names that country too ("NE Nigeria" is not in Nebraska)."""
    if a.country is None or b.country is None or a.country == b.country:
        return False
    return b.country in a.lands or a.country in b.lands


def places_exclude(rules: Mapping[str, str], left: Spots, right: Spots) -> bool:
    """Whether places that a kind asks to agree exclude that two of it are one, and none agrees."""
    apart = False
    for part, mine in left.items():
        for b in right.get(part, ()):
            for a in mine:
                found = _near(a, b)
                if found.agrees:
                    return False
                apart = apart or (found.relation == "conflict" and part in rules)
    return apart


def _only_touch(a: Place, b: Place) -> bool:
    """Whether two waters, or places of two countries, meet at their edges, and neither's middle lies in the other: the
    Red Sea and the Gulf of Aden, Tel Aviv and Gaza."""
    waters = a.kind in WATERS and b.kind in WATERS
    lands = a.country is not None and b.country is not None and a.country != b.country
    if a.name == b.name or not (waters or lands):
        return False
    km = compare.distance_km(a, b)
    return km is not None and km > max(a.radius_km or 0.0, b.radius_km or 0.0)


def _places_beside(pair: Pair) -> Seen | None:
    """Where neither place answers for the other: where the sentence of one puts something."""
    if pair.same_report or not (pair.a.beside or pair.b.beside):
        return None
    left, right = (n.beside or ((n.scene,) if n.scene is not None else ()) for n in (pair.a, pair.b))
    found = [compare.places(a, b) for a in left for b in right]
    near = next((one for one in found if one.relation == "same"), None)
    if near is not None:
        return Seen(0.5, "told beside: {}", (near.why,))
    if found and all(one.relation == "conflict" for one in found):
        return Seen(-0.8, "told beside: {}", (found[0].why,))
    return None


def only_countries(pair: Pair) -> bool:
    """Whether one of two tells no place finer than a country."""
    return any(
        all(s.place.kind == "country" for told in side.places.values() for s in told)
        for side in (pair.left, pair.right)
    )
