"""What a reader presumes: in reports of one story two mentions of a kind that tell something alike are one, unless
something tells otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosswire.events.faces import mortal
from crosswire.events.nodes import OPEN, Node
from crosswire.events.pairs import TOPIC, Facets, Judged, Pair, Seen, Weighing
from crosswire.events.people import are_two
from crosswire.events.victims import is_one_victim

PRESUMED = "presumed"
AGAINST = -0.4  # so many points against a pair keep apart the groups that it stands in
WHICH = {"time": 0.9, "actors": 0.6, "places": 0.6, "objects": 0.6, "numbers": 0.6, "sentence": 0.6}  # from so many
WHOM = {"befallen": 0.6}  # the same of two kinds
SAYS_LITTLE = frozenset({"undated", "strangers", "family"})


def may_be_presumed(a: Node, b: Node) -> bool:
    """Whether one of them is a topic, and both tell of one occurrence of the story: neither of another one, of a row,
    or looking back. Their kinds are such as may be one."""
    if max(a.prominence, b.prominence) < TOPIC:
        return False
    return (a.modality, a.several, a.back) == (b.modality, b.several, b.back) and not a.another and not b.another


def presumed(pair: Pair, seen: Sequence[tuple[str, Seen]], missing: float) -> Seen | None:
    """The points that two mentions lack that may be presumed to be one, where nothing speaks against them."""
    if is_against(seen) or _befall_two(pair):
        return None
    if not _is_told_which(seen, WHICH if pair.a.frame == pair.b.frame else WHOM):
        return None
    if pair.a.frame == OPEN and not any(name == "deed" and one.points > 0 for name, one in seen):
        return None
    return Seen(missing, "reports of one story, and nothing tells that there were two")


def presumed_within(
    pair: Pair, seen: Sequence[tuple[str, Seen]], missing: float, others: Sequence[Facets]
) -> Seen | None:
    """The same of two mentions of one report, of which all that tell of somebody's death are `others`."""
    if pair.a.frame != pair.b.frame and (found := presumed(pair, seen, missing)) is not None:
        return found
    if {pair.a.frame, pair.b.frame} <= mortal() and is_one_victim(pair, others):
        against = is_against(seen) or _befall_two(pair)
        return None if against else Seen(missing, "one report, which names nobody else who was killed")
    return None


def is_against(seen: Sequence[tuple[str, Seen]]) -> bool:
    """Whether something speaks against that two mentions are one."""
    return any(one.points < 0 and name not in SAYS_LITTLE for name, one in seen)


def _is_told_which(seen: Sequence[tuple[str, Seen]], which: Mapping[str, float]) -> bool:
    """Whether both tell the same day, place, actor, number or thing by its name; of two kinds whom or how many they
    befell."""
    return any(name in which and one.points >= which[name] for name, one in seen)


def _befall_two(pair: Pair) -> bool:
    """Whether they befall people of whom one is called as the other is never called: a teenager, a worker."""
    shared = [(pair.left.texts[name], pair.right.texts[name]) for name in pair.left.texts if name in pair.right.texts]
    return any(all(are_two(a, b) for a in one for b in two) for one, two in shared)


def weighing(judged: Judged) -> Weighing:
    """What a judgement counts for where groups are put together: whether it is only presumed, or something speaks
    clearly against it, though it does not exclude it."""
    if judged.verdict == "same":
        return "presumed" if judged.seen[-1][0] == PRESUMED else "same"
    if judged.verdict == "different":
        return "different"
    for name, one in judged.seen:
        if one.points < AGAINST and name not in SAYS_LITTLE:
            return "unlike"
    return "unsure"
