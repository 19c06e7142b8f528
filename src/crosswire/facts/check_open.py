"""What the clause that tells the act leaves open, and the event it tells of gives: where, when, how strong, by whom.

Only if nothing else stands in its place in that clause, and the event has one of it: of a storm that hit two lands on
two days no clause is given the one land and the other's day. A count is never given so: of counts events have many.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crosswire.compare import compare
from crosswire.facts.check_beside import Beside
from crosswire.facts.check_evidence import Told
from crosswire.facts.check_fill import admitted, given_by, in_clause, names_event, questions
from crosswire.facts.check_pairs import has_rival, told_of_several
from crosswire.facts.check_passages import PRONOUNS
from crosswire.facts.check_slots import Wanted
from crosswire.facts.check_values import stand
from crosswire.model import Claim, Place, Quantity, Time, Value

COUNTED = ("1", "%")
CORE = ("agent", "by", "patient", "is", "count")


def given(slot: Wanted, beside: Beside) -> bool:
    """Whether the clause gives the slot by its grammar, by what is read of its word, or leaves it to the event."""
    if slot.role == "is":
        return False
    if in_clause(slot, _as_placed(slot, beside), beside.asked, beside.evidence, around=False) == "supports":
        return True
    return not _taken(slot, beside) and _left_to_event(slot, beside)


def _as_placed(slot: Wanted, beside: Beside) -> Told:
    """The clause with what stands in the slot's own place, where something does: who "joined Altana after a year with
    Delacote" has not joined Delacote."""
    there = tuple(p for p in beside.own if p.role == slot.role)
    phrases = there if there and slot.role in CORE else beside.own
    return replace(beside.told, clause=replace(beside.turned, phrases=phrases))


def _answers(slot: Wanted, beside: Beside) -> Iterator[Claim]:
    """What the clause's event is told to be, for the questions that a slot may answer."""
    for event in beside.told.events:
        told = beside.evidence.claims_of.get(event, {})
        yield from (c for a in questions(slot, told) for c in told.get(a, ()) if admitted(c, beside.asked))


def _taken(slot: Wanted, beside: Beside) -> bool:
    """Whether something else stands in the slot's place in the clause, or has to stand there."""
    if isinstance(slot.value, Quantity):
        return slot.value.unit in COUNTED or slot.role in CORE
    if slot.role in CORE and not slot.inner:
        return any(p.role == slot.role and p.head not in PRONOUNS for p in beside.own)
    if isinstance(slot.value, Time):
        return any(isinstance(v, Time) for p in beside.own for v in (p.named, *p.values))
    return isinstance(slot.value, Place) and has_rival(slot, beside.own, beside.evidence.measure)


def _left_to_event(slot: Wanted, beside: Beside) -> bool:
    """Whether the event gives a slot and nothing else for it, and is told of no other place or time than is asked."""
    if any(names_event(slot, event, beside.evidence) for event in beside.told.events):
        return True
    if not any(given_by(slot, c, beside.evidence) == "supports" for c in _answers(slot, beside)):
        return False
    return not any(contested(s, beside) for s in {slot, *beside.asked.slots} if s is slot or told_of_several(s))


def contested(slot: Wanted, beside: Beside) -> bool:
    """Whether the clause's event is told to have been elsewhere, at another time, done by another."""
    value = slot.value
    if value is None or (isinstance(value, Quantity) and slot.attribute is None):
        return False
    return any(_other(value, c.value, beside) for c in _answers(slot, beside) if c.value is not None)


def _other(value: Value, told: Value, beside: Beside) -> bool:
    outcome = stand(value, told, beside.evidence.measure)
    if outcome == "silent" and isinstance(value, Place) and isinstance(told, Place):
        return not compare(value, told, beside.evidence.measure.scale).agrees
    return outcome == "excludes"
