"""What a reader presumes: in reports of one story two mentions of a kind are one, unless something tells otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.events.nodes import OPEN
from crosswire.events.pairs import Pair, Seen
from crosswire.events.people import are_two

AGAINST = -0.4  # so many points against a pair keep apart the groups that it stands in
SAYS_LITTLE = frozenset({"undated", "strangers", "family"})


def presumed(pair: Pair, seen: Sequence[tuple[str, Seen]], missing: float) -> Seen | None:
    """The points that two mentions of one kind lack, where nothing speaks against that they are one."""
    if pair.a.frame != pair.b.frame or not _are_told_alike(pair) or _befall_two(pair):
        return None
    if pair.a.frame == OPEN and not any(name == "deed" and one.points > 0 for name, one in seen):
        return None
    if any(one.points < 0 and name not in SAYS_LITTLE for name, one in seen):
        return None
    return Seen(missing, "reports of one story, and nothing tells that there were two")


def _are_told_alike(pair: Pair) -> bool:
    """Whether both tell of one occurrence of the story, and neither of another one, of a row, or looking back."""
    a, b = pair.a, pair.b
    return (a.modality, a.several, a.back) == (b.modality, b.several, b.back) and not a.another and not b.another


def _befall_two(pair: Pair) -> bool:
    """Whether they befall people of whom one is called as the other is never called: a teenager, a worker."""
    shared = [(pair.left.texts[name], pair.right.texts[name]) for name in pair.left.texts if name in pair.right.texts]
    return any(all(are_two(a, b) for a in one for b in two) for one, two in shared)


def speaks_against(seen: Sequence[tuple[str, Seen]]) -> bool:
    """Whether something that was seen of a pair speaks clearly against its being one, though it does not exclude it."""
    return any(one.points < AGAINST and name not in SAYS_LITTLE for name, one in seen)
