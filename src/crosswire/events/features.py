"""Features of what is told: kind, actors, places, things, numbers, words, names, and how the reports stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.compare import compare
from crosswire.events.pairs import VETO, Pair, Seen
from crosswire.model import Party, Quantity, Text, Value

NUMBER_POINTS = {"same": 0.6, "compatible": 0.4, "apart": 0.0, "conflict": -0.3}


def family(pair: Pair) -> Seen | None:
    """One occurrence may be told as several kinds (an attack, an explosion, a killing), but mostly is not."""
    if pair.a.frame == pair.b.frame:
        return None
    return Seen(-0.7, f"told as {pair.a.frame} and as {pair.b.frame}".replace("_", " "))


def actors(pair: Pair) -> Seen | None:
    """Who: the same actor in the same part counts; two different ones exclude where the frame says so."""
    best: Seen | None = None
    for name, left in pair.a.values:
        for other in pair.b.answers(name):
            for value in left:
                if not (isinstance(value, Party) and isinstance(other, Party)):
                    continue
                agreement = compare(value, other, pair.scale)
                if agreement.agrees:
                    return Seen(0.9, f"{name}: {agreement.why}")
                if agreement.relation == "conflict" and pair.frame.same_if.get(name) == "equal":
                    best = Seen(VETO, f"{name}: {agreement.why}")
    return best


def places(pair: Pair) -> Seen | None:
    """Where: near or containing counts, far apart speaks against."""
    found = [
        (part, compare(a, b, pair.scale))
        for part, a in pair.a.of_type("place")
        for other, b in pair.b.of_type("place")
        if part == other
    ]
    agreeing = [f for _, f in found if f.agrees]
    if agreeing:
        return Seen(0.9, agreeing[0].why)
    against = [(part, f) for part, f in found if f.relation == "conflict"]
    if not against:
        return None
    deciding = [f for part, f in against if part in pair.frame.same_if]
    return Seen(VETO, deciding[0].why) if deciding else Seen(-0.5, against[0][1].why)


def objects(pair: Pair) -> Seen | None:
    """What: the same kind of thing."""
    for name, left in pair.a.values:
        for other in pair.b.answers(name):
            if any(isinstance(v, Text) and isinstance(other, Text) and v.name == other.name for v in left):
                return Seen(0.4, f"the same {name}")
    return None


def numbers(pair: Pair) -> Seen | None:
    """How many, how strong: equal numbers count; unequal ones speak against a little, as tolls grow and are revised."""
    points, why = 0.0, []
    for name, left in pair.a.values:
        found = [
            compare(value, other, pair.scale)
            for value in left
            for other in pair.b.answers(name)
            if isinstance(value, Quantity) and isinstance(other, Quantity)
        ]
        bound = _bound(pair.frame.same_if.get(name))
        if bound is not None and _farther(left, pair.b.answers(name), bound):
            return Seen(VETO, f"{name}: more than {bound:g} apart")
        if found:
            best = min(found, key=lambda agreement: -NUMBER_POINTS[agreement.relation])
            against = best.relation == "conflict"
            points += -0.9 if against and pair.same_report else NUMBER_POINTS[best.relation]
            why.append(f"{name}: {best.why}")
    return Seen(max(-1.2, min(1.0, points)), "; ".join(why)) if why and points else None


def _bound(rule: str | None) -> float | None:
    """The number in "within 0.4"; None for rules in words ("within a day")."""
    match = re.fullmatch(r"within (\d+(?:\.\d+)?)", rule or "")
    return float(match.group(1)) if match else None


def _farther(left: Sequence[Value], right: Sequence[Value], bound: float) -> bool:
    """Whether all exact numbers of the two sides are more than `bound` apart."""
    pairs = [
        abs(a.low - b.low)
        for a in left
        for b in right
        if isinstance(a, Quantity) and isinstance(b, Quantity) and a.low is not None and b.low is not None
    ]
    return bool(pairs) and min(pairs) > bound


def headline(pair: Pair) -> Seen | None:
    """Both reports make it their topic: each mention stands in a title or lead."""
    if pair.same_report or min(pair.a.prominence, pair.b.prominence) < 0.8:
        return None
    return Seen(0.4, "the topic of both reports")


def words(pair: Pair) -> Seen | None:
    """How they are called: the same words for the event ("party congress")."""
    shared = set(pair.a.words) & set(pair.b.words)
    return Seen(min(0.8, 0.4 * len(shared)), f"both say {', '.join(sorted(shared))!r}") if shared else None


def names(pair: Pair) -> Seen | None:
    """Names that stand in both sentences beside who and where: a ship, a school, a storm."""
    shared = set(pair.a.names) & set(pair.b.names)
    return Seen(min(0.6, 0.3 * len(shared)), f"both name {', '.join(sorted(shared))}") if shared else None


def story(pair: Pair) -> Seen | None:
    """The two reports tell one main story, so what they look back on or ahead to is mostly the same too."""
    if pair.same_report or not pair.story:
        return None
    return Seen(0.8 if pair.a.frame == pair.b.frame else 0.4, "the reports tell one story")


def together(pair: Pair) -> Seen | None:
    """One report mostly speaks of one event of a kind, unless it tells them apart."""
    return Seen(0.9, "told in one report") if pair.same_report else None
