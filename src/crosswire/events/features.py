"""Features of what is told: kind, actors, places, things, numbers, words, names, and how the reports stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from crosswire import compare
from crosswire.events.pairs import VETO, Pair, Seen
from crosswire.model import Quantity

NUMBER_POINTS = {"same": 0.6, "compatible": 0.4, "apart": 0.0, "conflict": -0.3}


def family(pair: Pair) -> Seen | None:
    """One occurrence may be told as several kinds (an attack, an explosion, a killing), but mostly is not."""
    if pair.a.frame == pair.b.frame:
        return None
    return Seen(-0.7, "told as {} and as {}", (pair.a.frame.replace("_", " "), pair.b.frame.replace("_", " ")))


def actors(pair: Pair) -> Seen | None:
    """Who: the same actor in the same part counts; two different ones exclude where the frame says so."""
    best: Seen | None = None
    for name, left in pair.left.parties.items():
        for other in pair.right.parties.get(name, ()):
            for value in left:
                agreement = compare.parties(value, other)
                if agreement.agrees:
                    return Seen(0.9, "{}: {}", (name, agreement.why))
                if agreement.relation == "conflict" and pair.frame.same_if.get(name) == "equal":
                    best = Seen(VETO, "{}: {}", (name, agreement.why))
    return best


def places(pair: Pair) -> Seen | None:
    """Where: near or containing counts, far apart speaks against."""
    against: list[tuple[str, str]] = []
    for part, left in pair.left.places.items():
        for b in pair.right.places.get(part, ()):
            for a in left:
                found = compare.places(a, b)
                if found.agrees:
                    return Seen(0.9, "{}", (found.why,))
                if found.relation == "conflict":
                    against.append((part, found.why))
    if not against:
        return None
    deciding = next((why for part, why in against if part in pair.frame.same_if), None)
    return Seen(VETO, "{}", (deciding,)) if deciding is not None else Seen(-0.5, "{}", (against[0][1],))


def objects(pair: Pair) -> Seen | None:
    """What: the thing by its own name (a ship, a flight), else the same kind of thing, unless the names are two."""
    other: Seen | None = None
    for name, left in pair.left.called.items():
        right = pair.right.called.get(name, left)
        if left is not right and left & right:
            return Seen(1.2, "{}: both name {}", (name, " ".join(sorted(left & right))))
        if left is not right:
            other = Seen(-0.5, "{}: {} and {}", (name, " ".join(sorted(left)), " ".join(sorted(right))))
    if other is not None:
        return other
    for name, left in pair.left.texts.items():
        if not left.isdisjoint(pair.right.texts.get(name, ())):
            return Seen(0.4, "the same {}", (name,))
    return None


def numbers(pair: Pair) -> Seen | None:
    """How many, how strong: equal numbers count; unequal ones speak against a little, as tolls grow and are revised."""
    points, why = 0.0, []
    for name, left in pair.left.quantities.items():
        right = pair.right.quantities.get(name, ())
        if not right:
            continue
        bound = _bound(pair.frame.same_if.get(name))
        if bound is not None and _farther(left, right, bound):
            return Seen(VETO, "{}: more than {:g} apart", (name, bound))
        found = [compare.quantities(value, other, pair.scale) for value in left for other in right]
        best = min(found, key=lambda agreement: -NUMBER_POINTS[agreement.relation])
        against = best.relation == "conflict"
        points += -0.9 if against and pair.same_report else NUMBER_POINTS[best.relation]
        why.append(f"{name}: {best.why}")
    return Seen(max(-1.2, min(1.0, points)), "{}", ("; ".join(why),)) if why and points else None


@cache
def _bound(rule: str | None) -> float | None:
    """The number in "within 0.4"; None for rules in words ("within a day")."""
    match = re.fullmatch(r"within (\d+(?:\.\d+)?)", rule or "")
    return float(match.group(1)) if match else None


def _farther(left: Sequence[Quantity], right: Sequence[Quantity], bound: float) -> bool:
    """Whether all exact numbers of the two sides are more than `bound` apart."""
    pairs = [abs(a.low - b.low) for a in left for b in right if a.low is not None and b.low is not None]
    return bool(pairs) and min(pairs) > bound


def headline(pair: Pair) -> Seen | None:
    """Both reports make it their topic: each mention stands in a title or lead."""
    if pair.same_report or min(pair.a.prominence, pair.b.prominence) < 0.8:
        return None
    return Seen(0.4, "the topic of both reports")


def words(pair: Pair) -> Seen | None:
    """How they are called: the same words for the event ("party congress")."""
    shared = pair.left.words & pair.right.words
    return Seen(min(0.8, 0.4 * len(shared)), "both say {!r}", (", ".join(sorted(shared)),)) if shared else None


def names(pair: Pair) -> Seen | None:
    """Names that stand in both sentences beside who and where: a ship, a school, a storm."""
    shared = pair.left.names & pair.right.names
    return Seen(min(0.6, 0.3 * len(shared)), "both name {}", (", ".join(sorted(shared)),)) if shared else None


def sentence(pair: Pair) -> Seen | None:
    """One report tells it in the very sentence of the other: a reprint, or one wire behind both."""
    if pair.same_report or not pair.a.told or pair.a.told != pair.b.told:
        return None
    return Seen(2.6, "told in the same sentence")


def story(pair: Pair) -> Seen | None:
    """The two reports tell one main story, so what they look back on or ahead to is mostly the same too."""
    if pair.same_report:
        return None
    return Seen(0.8 if pair.a.frame == pair.b.frame else 0.4, "the reports tell one story")


def together(pair: Pair) -> Seen | None:
    """One report mostly speaks of one event of a kind, unless it tells them apart."""
    return Seen(0.9, "told in one report") if pair.same_report else None
