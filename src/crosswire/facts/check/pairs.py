"""Values that a report tells of several things, and which of them belong together: "hit the Philippines on Saturday and
Hong Kong on Sunday" tells of no Sunday in the Philippines.

Where a sentence has as many of the one kind as of the other they go together in order, else each with the nearest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from crosswire.facts.check.slots import Wanted
from crosswire.facts.check.values import stand
from crosswire.facts.check.words import Measure
from crosswire.model import Party, Phrase, Place, Quantity, Time, Value

MARK = re.compile(r"\b[A-Z][\w’'-]*[a-z]\w*|\d[\d.,]*")
DIRECTED = ("to", "from", "along", "into", "toward", "towards", "through")  # which way: words are enough


@dataclass(frozen=True, slots=True)
class Row:
    """Where a sentence has the value that a slot asks for, and where others that exclude it."""

    given: tuple[int, ...]
    rivals: tuple[int, ...]


def paired(slots: Sequence[Wanted], clauses: Sequence[Sequence[Phrase]], measure: Measure) -> bool:
    """Whether the values asked for go together in one sentence, given as the phrases of its clauses, as far as it has
    others beside them."""
    phrases = [p for clause in clauses for p in clause]
    rows = [(slot, _among(slot, phrases, measure)) for slot in slots if told_of_several(slot)]
    rows = [(slot, row) for slot, row in rows if row.given]
    return all(
        _kind(one) == _kind(other)
        or not (a.rivals or b.rivals)
        or _together(a, b)
        or (not (a.rivals and b.rivals) and _in_one((one, other), clauses, measure))
        for (one, a), (other, b) in combinations(rows, 2)
    )


def exchanged(asked: Sequence[Phrase], told: Sequence[Phrase]) -> bool:
    """Whether two names or figures stand in one another's places: "along the coast to Taitung", "along Taitung to the
    coast"."""
    named = [(p.role, _marks(p)) for p in asked]
    found = [(p.role, _marks(p)) for p in told]
    return any(
        (role == x and other == y and a & there and b & here and not a & here and not b & there)
        for (role, a), (other, b) in permutations(named, 2)
        for (x, here), (y, there) in permutations(found, 2)
        if role != other
    )


def _marks(phrase: Phrase) -> frozenset[str]:
    """The names and figures of a phrase, as they are written."""
    return frozenset(MARK.findall(phrase.at.exact)) | ({phrase.head} if phrase.role in DIRECTED else frozenset())


def _in_one(slots: Sequence[Wanted], clauses: Sequence[Sequence[Phrase]], measure: Measure) -> bool:
    """Whether one clause gives them all: "on Monday it hit Norway and Sweden"."""
    return any(all(gives(slot, clause, measure) for slot in slots) for clause in clauses)


def _kind(slot: Wanted) -> str:
    if isinstance(slot.value, Party) and slot.value.kind == "person":
        return "who"
    return "where" if isinstance(slot.value, Place | Party) else slot.name if isinstance(slot.value, Time) else "number"


def gives(slot: Wanted, phrases: Sequence[Phrase], measure: Measure) -> bool:
    """Whether a phrase has the value that a slot asks for."""
    return bool(_row(slot, phrases, measure).given)


def has_rival(slot: Wanted, phrases: Sequence[Phrase], measure: Measure) -> bool:
    """Whether a phrase has another place or time instead."""
    return bool(_row(slot, phrases, measure).rivals)


def nearest(slot: Wanted, phrases: Sequence[Phrase], measure: Measure, at: int) -> bool:
    """Whether of the values of a kind the one nearest to where the act is told is the one asked for."""
    row = _row(slot, phrases, measure)
    return any(all(abs(g - at) < abs(r - at) for r in row.rivals) for g in row.given)


def told_of_several(slot: Wanted) -> bool:
    """Whether a slot asks for what an event may have several of, each with its own of another kind."""
    country = isinstance(slot.value, Party) and slot.value.kind in ("country", "person")
    return isinstance(slot.value, Time | Quantity) or ((isinstance(slot.value, Place) or country) and not slot.inner)


def _row(slot: Wanted, phrases: Sequence[Phrase], measure: Measure) -> Row:
    found: dict[int, str] = {}
    for at, outcome in _outcomes(slot, phrases, measure):
        found[at] = outcome if found.get(at) != "supports" else "supports"
    given = tuple(sorted(at for at, outcome in found.items() if outcome == "supports"))
    return Row(given, tuple(sorted(at for at, outcome in found.items() if outcome == "excludes")))


def _among(slot: Wanted, phrases: Sequence[Phrase], measure: Measure) -> Row:
    """The row of a slot; where it asks for a person, other people of the sentence are rivals: "Ana Holm to 12 years and
    Per Lund to 8"."""
    row = _row(slot, phrases, measure)
    if _kind(slot) != "who":
        return row
    people = [p for p in phrases if isinstance(p.named, Party) and p.named.kind == "person"]
    others = {p.at.start for p in people if _against(slot.value, p.named, measure) != "supports"}  # type: ignore[arg-type]
    return Row(row.given, tuple(sorted(others.union(row.rivals))))


def _outcomes(slot: Wanted, phrases: Sequence[Phrase], measure: Measure) -> Iterator[tuple[int, str]]:
    assert slot.value is not None  # noqa: S101 - only slots with a value are asked
    for phrase in phrases:
        for value in (phrase.named, *phrase.values):
            outcome = "silent" if value is None else _against(slot.value, value, measure)
            if outcome == "excludes" and value is not phrase.named and isinstance(value, Place | Party):
                outcome = "silent"  # Poland in "the president of Poland" is no other place
            if outcome != "silent":
                yield phrase.at.start + max(0, phrase.at.exact.find(value.text if value else "")), outcome


def _against(asked: Value, told: Value, measure: Measure) -> str:
    """How two values stand; a country that acts or suffers is a place too, a person is no other country."""
    if "person" in (kinds := {v.kind for v in (asked, told) if isinstance(v, Party | Place)}) and len(kinds) > 1:
        return "silent"
    outcome = stand(asked, told, measure)
    if outcome == "silent" and isinstance(asked, Place | Party) and isinstance(told, Place | Party):
        both = "country" in (asked.kind, told.kind) and None not in (asked.country, told.country)
        return "excludes" if both and asked.country != told.country else "silent"
    return outcome


def _together(a: Row, b: Row) -> bool:
    one, two = sorted((*a.given, *a.rivals)), sorted((*b.given, *b.rivals))
    if len(one) == len(two) > 1:
        return any(one.index(x) == two.index(y) for x in a.given for y in b.given)
    return any(_nearest(x, y, b.rivals) and _nearest(y, x, a.rivals) for x in a.given for y in b.given)


def _nearest(at: int, given: int, rivals: Sequence[int]) -> bool:
    return all(abs(at - given) <= abs(at - rival) for rival in rivals)
