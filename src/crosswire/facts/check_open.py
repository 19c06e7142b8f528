"""What the clause that tells the act leaves open, and the event it tells of gives: where, when, how strong, by whom.

Only if nothing else stands in its place in that clause, and the event has one of it: of a storm that hit two lands on
two days no clause is given the one land and the other's day. A count is never given so: of counts events have many.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.facts.check_beside import Beside
from crosswire.facts.check_fill import admitted, given_by, in_clause, names_event, questions
from crosswire.facts.check_pairs import has_rival
from crosswire.facts.check_passages import PRONOUNS
from crosswire.facts.check_slots import Wanted
from crosswire.facts.check_values import stand
from crosswire.model import Claim, Place, Quantity, Time

CORE = ("agent", "by", "patient", "is", "count")


def given(slot: Wanted, beside: Beside) -> bool:
    """Whether the clause gives the slot by its grammar, by what is read of its word, or leaves it to the event."""
    if in_clause(slot, beside.told, beside.asked, beside.evidence, around=False) == "supports":
        return True
    here = (c for c in _answers(slot, beside) if _read_here(c, beside))
    if any(given_by(slot, c, beside.evidence) == "supports" for c in here):
        return True
    return not _taken(slot, beside) and _left_to_event(slot, beside)


def _answers(slot: Wanted, beside: Beside) -> Iterator[Claim]:
    """What the clause's event is told to be, for the questions that a slot may answer."""
    for event in beside.told.events:
        told = beside.evidence.claims_of.get(event, {})
        yield from (c for a in questions(slot, told) for c in told.get(a, ()) if admitted(c, beside.asked))


def _read_here(claim: Claim, beside: Beside) -> bool:
    """Whether a claim was read of the event's word in the clause."""
    mention = beside.evidence.mentions.get(claim.mention or "")
    if mention is None or mention.report != beside.turned.report:
        return False
    return any(s.covers(mention.trigger) for s in (beside.turned.head, *(p.at for p in beside.own if p.role in CORE)))


def _taken(slot: Wanted, beside: Beside) -> bool:
    """Whether something else stands in the slot's place in the clause, or has to stand there."""
    if isinstance(slot.value, Quantity):
        return slot.value.unit == "1"
    if slot.role in CORE and not slot.inner:
        return any(p.role == slot.role and p.head not in PRONOUNS for p in beside.own)
    if isinstance(slot.value, Time):
        return any(isinstance(v, Time) for p in beside.own for v in (p.named, *p.values))
    return isinstance(slot.value, Place) and has_rival(slot, beside.own, beside.evidence.measure)


def _left_to_event(slot: Wanted, beside: Beside) -> bool:
    """Whether the event gives a slot, and nothing that excludes it."""
    if any(names_event(slot, event, beside.evidence) for event in beside.told.events):
        return True
    outcomes = {given_by(slot, c, beside.evidence) for c in _answers(slot, beside)}
    return "supports" in outcomes and "excludes" not in outcomes
