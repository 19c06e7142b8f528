"""Whom two mentions befell: an act and what came of it, or one person told by a word and by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosswire.events.faces import outcomes
from crosswire.events.pairs import Facets, Pair, Seen
from crosswire.events.people import people

BEFALLEN = ("victim", "whom", "target")  # the questions whom it befell
NONE = frozenset[str]()


def befallen(pair: Pair) -> Seen | None:
    """Whom an act and what came of it befell: the same by name, else by the same word for people."""
    if (pair.a.frame, pair.b.frame) not in outcomes():
        return None
    left, right = victims(pair.left.called), victims(pair.right.called)
    if left and right:
        shared = " ".join(sorted(left & right))
        return Seen(1.2, "both befell {}", (shared,)) if one_name(left, right) else None
    words = victims(pair.left.texts) & victims(pair.right.texts) & people()
    return Seen(0.4, "both befell a {}", (min(words),)) if words else None


def is_one_victim(pair: Pair, others: Sequence[Facets]) -> bool:
    """Whether one report tells by a word for people and by name whom it befell ("a mother of two", "Ada Prell"), and
    `others`, all that it tells of who was killed, name nobody else: nobody dies twice."""
    left, right = victims(pair.left.called), victims(pair.right.called)
    if bool(left) == bool(right):
        return False
    words, name = victims((pair.right if left else pair.left).texts), left or right
    named = (victims(other.called) for other in others)
    return not words.isdisjoint(people()) and all(not one or one_name(one, name) for one in named)


def victims(told: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Whom it befell, of what is told by question."""
    return NONE.union(*(told.get(name, NONE) for name in BEFALLEN))


def one_name(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two names may be one thing's: they share a word, and where both are numbered the number."""
    shared = left & right
    numbers = [{word for word in name if word.isdigit()} for name in (left, right)]
    return any(not word.isdigit() for word in shared) and (not all(numbers) or bool(numbers[0] & numbers[1]))
