"""What no clause that tells the act has for a slot, and its sentence or another on the same event has.

Parsers hang "in Missouri" on the verb beside the one that is asked for, and a paper tells in one sentence that a bridge
collapsed and in the next in which town. Who did it and to whom is never taken from elsewhere, nor is a number or a
date: of those an event's sentences have many.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from crosswire.facts.check.asked import Asked
from crosswire.facts.check.bundles import Bundle, is_told
from crosswire.facts.check.evidence import Evidence, Told
from crosswire.facts.check.slots import SOURCE, Wanted, fills, holds
from crosswire.facts.check.values import stand
from crosswire.model import Claim, Party, Phrase, Place, Text

CORE = ("agent", "patient", "is", "how", "count")
DIRECTIONS = (*SOURCE, "to", "toward", "towards", "for", "into")


def from_elsewhere(slot: Wanted, asked: Asked, bundle: Bundle, evidence: Evidence) -> Iterator[Claim]:
    """The claims on the event that give the slot, in the sentences that tell of it."""
    if not _may_stand_elsewhere(slot):
        return
    if bundle.event is not None and slot.value is None:
        yield from _one_thing(slot, bundle.event, evidence)
    for told in _beside(bundle, evidence):
        claim = told.told_by
        if claim is not None and is_told(asked, told) and any(_gives(slot, p, evidence) for p in told.clause.phrases):
            yield claim


def _one_thing(slot: Wanted, event: str, evidence: Evidence) -> Iterator[Claim]:
    """The claims that name the thing of which the event has one: who was "aboard the train" was in what derailed."""
    told = evidence.claims_of.get(event, {})
    for claim in (c for a in sorted(evidence.measure.words.one_thing) for c in told.get(a, ())):
        if isinstance(claim.value, Text) and words_given(slot.words, claim.value, evidence):
            yield claim


def words_given(words: Set[str], value: Text | Party, evidence: Evidence) -> bool:
    """Whether a value has all of the words, or others for them."""
    told = {w.strip("'’.,") for w in value.text.lower().replace("-", " ").split()} | {value.name.lower()}
    told |= {w.removesuffix("s") for w in told}
    return all(holds(w, told, evidence.measure.words) for w in words)


def _may_stand_elsewhere(slot: Wanted) -> bool:
    if isinstance(slot.value, Place):
        return True
    if isinstance(slot.value, Party):
        return slot.inner and (slot.front or slot.role not in CORE)
    return slot.value is None and (slot.front or slot.role not in CORE)


def _beside(bundle: Bundle, evidence: Evidence) -> Iterator[Told]:
    """The clauses of the sentences that tell the act, and of those with a word for the event; none of another event:
    "the first since 28 March, when they were fired from Wonsan"."""
    sentences = {(t.clause.report, t.clause.sentence.start) for t in bundle.telling}
    if bundle.event is not None:
        sentences |= {
            (m.report, m.sentence.start)
            for m in evidence.mentions.values()
            if evidence.event_of.get(m.id) == bundle.event
        }
    near = (t for t in evidence.told if (t.clause.report, t.clause.sentence.start) in sentences)
    return (t for t in near if not t.events or bundle.event is None or bundle.event in t.events)


def _gives(slot: Wanted, phrase: Phrase, evidence: Evidence) -> bool:
    if not isinstance(slot.value, Place):
        return fills(replace(slot, front=phrase.front), phrase, evidence.measure) == "supports"
    if (slot.role in DIRECTIONS) != (phrase.role in DIRECTIONS) or (slot.role in SOURCE) != (phrase.role in SOURCE):
        return False
    values = (phrase.named, *phrase.values)
    return any(isinstance(v, Place) and stand(slot.value, v, evidence.measure) == "supports" for v in values)
