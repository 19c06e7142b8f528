"""What the clause that tells the act leaves open, and the event it tells of gives: where, when, how strong, by whom.

Only if nothing else stands in its place in that clause, and the event has one of it: of a storm that hit two lands on
two days no clause is given the one land and the other's day. A count is never given so: of counts events have many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from crosswire.compare.wording import PRONOUNS
from crosswire.facts.check.asked import Asked
from crosswire.facts.check.beside import Beside, counted
from crosswire.facts.check.evidence import Evidence, Told
from crosswire.facts.check.fill import Filled, admitted, given_by, in_clause, names_event, questions
from crosswire.facts.check.pairs import has_rival, told_of_several
from crosswire.facts.check.slots import Wanted, fills
from crosswire.facts.check.values import stand
from crosswire.model import Claim, Party, Place, Quantity, Time

COUNTED = ("1", "%")
CORE = ("agent", "by", "patient", "is", "count")


def given(slot: Wanted, beside: Beside) -> bool:
    """Whether the clause gives the slot by its grammar, by what is read of its word, or leaves it to the event."""
    if slot.role == "is" or counted(slot, beside.own, beside):
        return False
    if in_clause(slot, _as_placed(slot, beside), beside.asked, beside.evidence, around=False) == "supports":
        return True
    return _of_its_name(slot, beside) or (not _taken(slot, beside) and _left_to_event(slot, beside))


def _of_its_name(slot: Wanted, beside: Beside) -> bool:
    """Whether a name only tells which event is meant, and is told of it: "the derailment of an Amtrak train"."""
    if not isinstance(slot.value, Party | Place):
        return False
    with_it = [s for s in beside.asked.slots if s.at == slot.at and s is not slot]
    return any(
        any(names_event(s, event, beside.evidence) for s in with_it) and _has_name(slot, event, beside)
        for event in beside.told.events
    )


def _has_name(slot: Wanted, event: str, beside: Beside) -> bool:
    """Whether a clause that tells of an event names the one asked for, or an answer of the event does: a word in its
    sentences may name anybody, or recall another event."""
    telling = (p for t in beside.evidence.told if event in t.events for p in t.clause.phrases)
    values = [v for p in telling for v in (p.named, *p.values) if v is not None]
    values += [
        c.value for told in beside.evidence.claims_of.get(event, {}).values() for c in told if c.value is not None
    ]
    return slot.value is not None and any(stand(slot.value, v, beside.evidence.measure) == "supports" for v in values)


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
    if not isinstance(slot.value, Place):
        return False
    there = (v for p in beside.own if p.role == slot.role and p.role not in CORE for v in p.values)
    other = any(stand(slot.value, v, beside.evidence.measure) == "excludes" for v in there)
    return other or has_rival(slot, beside.own, beside.evidence.measure)  # "off the coast of Tunisia" is off no other


def _left_to_event(slot: Wanted, beside: Beside) -> bool:
    """Whether the event gives a slot and nothing else for it, and is told of no other place or time than is asked.

    Where something is no event tells: what was robbed in Cannes tells where no shop is.
    """
    lies = isinstance(slot.value, Place) and beside.act == "light" and "be" in beside.asked.forms
    if lies and not any(names_event(s, e, beside.evidence) for s in beside.asked.slots for e in beside.told.events):
        return False
    if any(names_event(slot, event, beside.evidence) for event in beside.told.events):
        return True
    if not any(given_by(slot, c, beside.evidence) == "supports" for c in _answers(slot, beside)):
        return slot.value is None and any(_told_of(slot, event, beside) for event in beside.told.events)
    several = [s for s in beside.asked.slots if told_of_several(s) and not isinstance(s.value, Quantity)]
    if any(has_rival(s, beside.own, beside.evidence.measure) for s in several):
        return False
    return not any(contested(s, beside) for s in {slot, *several})


def _told_of(slot: Wanted, event: str, beside: Beside) -> bool:
    """Whether another clause on the event has the words in the slot's place: "at an uncontrolled crossing"."""
    if slot.role in CORE or any(p.role == slot.role for p in beside.own):
        return False
    telling = (t.clause for t in beside.evidence.told if event in t.events)
    return any(fills(slot, p, beside.evidence.measure) == "supports" for c in telling for p in c.phrases)


def by_count(asked: Asked, filled: Sequence[Filled], event: str, evidence: Evidence) -> bool:
    """Whether a count is what an event's question is answered by: "there were 150 people on board"."""
    if not asked.counts or not all(one.support for one in filled):
        return False
    if any(s.role in CORE and isinstance(s.value, Party) and s.value.kind in ("person", "body") for s in asked.slots):
        return False  # how many votes somebody won is no count of the election
    told = evidence.claims_of.get(event, {})
    counts = [one for one in filled if one.slot is not None and isinstance(one.slot.value, Quantity)]
    around = [one.slot for one in filled if one.slot is not None and isinstance(one.slot.value, Place | Time)]
    if not all(any(not _of_another(c, around, evidence) for c in one.support) for one in counts):
        return False
    values = [one.slot for one in filled if one.slot is not None and isinstance(one.slot.value, Place | Time | Party)]
    others = (c for s in values for a in questions(s, told) for c in told.get(a, ()))
    return not any(given_by(s, c, evidence) == "excludes" for s in values for c in others)


def _of_another(claim: Claim, around: Sequence[Wanted], evidence: Evidence) -> bool:
    """Whether the sentence of a count has another place or time than is asked."""
    for passage in evidence.passages:
        if passage.clauses[0].report == claim.report and passage.sentence.overlaps(claim.span):
            phrases = list(passage.phrases())
            if any(has_rival(slot, phrases, evidence.measure) for slot in around):
                return True
    return False


def contested(slot: Wanted, beside: Beside) -> bool:
    """Whether the clause's event is told to have been elsewhere, at another time, done by another."""
    value = slot.value
    if value is None or (isinstance(value, Quantity) and slot.attribute is None):
        return False
    return any(given_by(slot, c, beside.evidence) == "excludes" for c in _answers(slot, beside))
