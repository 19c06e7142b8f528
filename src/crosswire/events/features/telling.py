"""Features of what is told: kind, actors, things, numbers, words, names, and how the reports stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from functools import cache, lru_cache

from crosswire import compare
from crosswire.events.faces import beside
from crosswire.events.features.places import only_countries
from crosswire.events.pairs import TOPIC, VETO, Facets, Pair, Seen
from crosswire.events.victims import one_name
from crosswire.model import Party, Quantity

AT_ONCE, REVISED = timedelta(hours=3), 1.5  # a toll grows by more than half in a day, seldom within hours
MANY, CLOSE = 20, 1.05  # of so many, counts so near are not two's
STRANGERS = -0.8
TELLING = {
    "actors": 0.0,
    "places": 0.0,
    "objects": 1.0,
    "sentence": 0.0,
}  # what tells which one it is, from so many points
TELLS = frozenset({"actors", "places", "objects", "befallen", "numbers", "names", "sentence"})
TIES = TELLS | {"tied", "toll"}
NAMED_APART = -1.0  # two ships: one report may name the one, and the other the other, of an attack on both
NUMBER_POINTS = {"same": 0.6, "compatible": 0.4, "apart": 0.0, "conflict": -0.3}


# The same few people again and again: a story's reports are compared in all that they tell.
_agree = lru_cache(maxsize=20_000)(compare.parties)


def family(pair: Pair) -> Seen | None:
    """One occurrence may be told as several kinds (an attack, an explosion, a killing), but mostly is not."""
    if pair.a.frame == pair.b.frame:
        return None
    kinds = (pair.a.frame.replace("_", " "), pair.b.frame.replace("_", " "))
    if pair.face:
        return Seen(-0.7, "told as {} and as {}: {}", (*kinds, pair.face))
    return Seen(-0.7, "told as {} and as {}", kinds)


def tied(pair: Pair) -> Seen | None:
    """One report tells two faces of an occurrence in one sentence ("the boat sank, drowning 40"), or with one toll."""
    if not pair.same_report or pair.a.sequence != pair.b.sequence or not _are_faces(pair):
        return None
    topics = min(pair.a.prominence, pair.b.prominence) >= TOPIC
    # a sentence below the lead that takes up the one may look back
    first = pair.a.sentences[:1] == pair.b.sentences[:1] != ()
    if first or (topics and not set(pair.a.sentences).isdisjoint(pair.b.sentences)):
        return Seen(1.3, "told in one sentence")
    return _one_count(pair, topics)


def _are_faces(pair: Pair) -> bool:
    """Whether their kinds may be faces of one occurrence, of one family or of two."""
    return bool(pair.face) or pair.a.frame in beside(pair.b.frame)


def _one_count(pair: Pair, topics: bool) -> Seen | None:
    """A count that both give: the same one, or of two topics one that fits ("dozens killed", "at least 59 drowned")."""
    for name, left in pair.left.quantities.items():
        right = pair.right.quantities.get(name, ())
        found = {compare.quantities(one, other, pair.scale).relation for one in left for other in right}
        if "same" in found:
            return Seen(0.7, "one report gives both the same {}", (name,))
        if topics and "compatible" in found:
            return Seen(0.9, "one report gives both the {} of one count", (name,))  # numbers that fit count less
    return None


def is_tied(pair: Pair, seen: Sequence[tuple[str, Seen]]) -> bool:
    """Whether something ties two faces to one occurrence: a place in a country, a number, a name, who did it, one
    sentence. Of what one report tells neither the country nor the names beside it do."""
    if not pair.face:
        return True
    loose = {"places"} if pair.same_report and only_countries(pair) else set()
    loose |= {"names"} if pair.same_report else set()
    return any(name in TIES - loose and one.points > 0 for name, one in seen)


def actors(pair: Pair) -> Seen | None:
    """Who: the same actor in the same part counts; two different ones exclude where the frame says so."""
    best: Seen | None = None
    for name, left in pair.left.parties.items():
        pairs = [(value, other) for other in pair.right.parties.get(name, ()) for value in left]
        found = [(_agree(*both), both) for both in pairs]
        agreed = next((agreement for agreement, _ in found if agreement.agrees), None)
        if agreed is not None:
            best = best or Seen(0.9, "{}: {}", (name, agreed.why))
        elif pair.frame.same_if.get(name) == "equal":
            apart = next((agreement for agreement, both in found if _conflict(agreement, both, pair)), None)
            if apart is not None:
                return Seen(VETO, "{}: {}", (name, apart.why))
    return best


def _conflict(agreement: compare.Agreement, both: tuple[Party, Party], pair: Pair) -> bool:
    """Whether two are two, and neither is only the scene by name."""
    one, two = both
    if _is_scene(one, pair.left) or _is_scene(two, pair.right):
        return False
    return agreement.relation == "conflict" or _are_two_people(one, two)


def _are_two_people(one: Party, two: Party) -> bool:
    """Whether both are people by names that have no word in common."""
    if not one.kind == two.kind == "person" or not (one.name[:1].isupper() and two.name[:1].isupper()):
        return False
    return set(one.name.lower().split()).isdisjoint(two.name.lower().split())


def _is_scene(actor: Party, facets: Facets) -> bool:
    """Whether who did it is called by the name of where it was: of a "Yemen air strike" nobody knows whose it is."""
    return any(actor.name == spot.place.name for told in facets.places.values() for spot in told)


def objects(pair: Pair) -> Seen | None:
    """What: the thing by its own name (a ship, a flight), else the same kind of thing, unless the names are two."""
    other: Seen | None = None
    for name, left in pair.left.called.items():
        right = pair.right.called.get(name, left)
        if left is right:
            continue
        if one_name(left, right):
            numbered = any(word.isdigit() for word in left ^ right)  # "Celia Grand 7" and one without a number
            return Seen(0.4 if numbered else 1.2, "{}: both name {}", (name, " ".join(sorted(left & right))))
        points = NAMED_APART if pair.frame.same_if.get(name) == "overlap" else -0.5
        other = Seen(points, "{}: {} and {}", (name, " ".join(sorted(left)), " ".join(sorted(right))))
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
        if all(q.low is None and q.high is None for q in (*left, *right)):
            continue  # "dozens" and "several" are no number
        points += NUMBER_POINTS["same"] if best.relation == "same" else _unequal(pair, left, right, best.relation)
        why.append(f"{name}: {best.why}")
    return Seen(max(-1.2, min(1.0, points)), "{}", ("; ".join(why),)) if why and points else None


def _unequal(pair: Pair, left: Sequence[Quantity], right: Sequence[Quantity], relation: compare.Relation) -> float:
    """What numbers speak that are not the same: against, where both are exact and far apart, within a report or hours.

    "At least 31" and "at least 64" can both hold, but of what happened at one time papers of one hour count alike.
    """
    if pair.same_report:
        return -0.9 if relation == "conflict" else NUMBER_POINTS[relation]
    known = [(a.low, b.low) for a in left for b in right if a.low is not None and b.low is not None]
    if any(min(two) >= MANY and max(two) <= CLOSE * min(two) for two in known):
        return max(0.0, NUMBER_POINTS[relation])  # 456 and 458 aboard: the first reports of one ship
    if not known or any(max(two) <= REVISED * min(two) for two in known):
        return NUMBER_POINTS[relation]
    dates = [n.published for n in (pair.a, pair.b) if n.published is not None]
    if len(dates) < 2 or abs(dates[0] - dates[1]) > AT_ONCE:
        return min(0.0, NUMBER_POINTS[relation])
    return -0.9 if relation == "conflict" else -0.6


@cache
def _bound(rule: str | None) -> float | None:
    """The number in "within 0.4"; None for rules in words ("within a day")."""
    match = re.fullmatch(r"within (\d+(?:\.\d+)?)", rule or "")
    return float(match.group(1)) if match else None


def _farther(left: Sequence[Quantity], right: Sequence[Quantity], bound: float) -> bool:
    """Whether all exact numbers of the two sides are more than `bound` apart."""
    pairs = [abs(a.low - b.low) for a in left for b in right if a.low is not None and b.low is not None]
    return bool(pairs) and min(pairs) > bound


def words(pair: Pair) -> Seen | None:
    """How they are called: the same words for the event ("party congress")."""
    shared = pair.left.words & pair.right.words
    if any(word[0].isdigit() for word in shared) and pair.left.quantities and pair.right.quantities:
        counted = _figures(pair.left) & _figures(pair.right)  # compared as numbers
        shared = frozenset(word for word in shared if not word[0].isdigit() or float(word) not in counted)
    return Seen(min(0.8, 0.4 * len(shared)), "both say {!r}", (", ".join(sorted(shared)),)) if shared else None


def _figures(facets: Facets) -> set[float]:
    return {value.low for values in facets.quantities.values() for value in values if value.low is not None}


def names(pair: Pair) -> Seen | None:
    """Names that stand in both sentences beside who and where: a ship, a school, a storm; of one sentence they tell
    nothing."""
    if pair.same_report and not set(pair.a.sentences).isdisjoint(pair.b.sentences):
        return None
    shared = pair.left.names & pair.right.names
    return Seen(min(0.6, 0.3 * len(shared)), "both name {}", (", ".join(sorted(shared)),)) if shared else None


def strangers(pair: Pair, seen: Sequence[tuple[str, Seen]]) -> Seen | None:
    """The topics of two reports that have no name in common, of a place, somebody or a thing, are mostly two."""
    if pair.same_report or min(pair.a.prominence, pair.b.prominence) < TOPIC:
        return None
    if any(one.points > TELLING.get(name, one.points) for name, one in seen):
        return None
    left, right = pair.left.proper, pair.right.proper
    if not left or not right or left & right or set(pair.a.lands) & set(pair.b.lands):
        return None
    return Seen(STRANGERS, "no name in common ({}; {})", tuple(", ".join(sorted(s)[:4]) for s in (left, right)))


def sentence(pair: Pair) -> Seen | None:
    """One report tells it in the very sentence of the other: a reprint, or one wire behind both. A sentence may tell of
    two ("the heist is the latest of many robberies"), so the words for it must be the same too."""
    if pair.same_report or not pair.a.told or pair.a.told != pair.b.told:
        return None
    if pair.a.frame == pair.b.frame and pair.a.phrases[0].lower() != pair.b.phrases[0].lower():
        return None
    return Seen(2.6, "told in the same sentence")
