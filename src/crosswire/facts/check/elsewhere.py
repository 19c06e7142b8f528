"""A value that a report's sentence gives, though not in the clause that tells the act: for what is told in other words.

As strict on values as `check.cover`: of two candidates the nearest, who acts never taken from a place where another
acts; and what nobody gives there may come from what the report is about, if that has one of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.compare.wording import PRONOUNS
from crosswire.facts.check.beside import DOING, SUFFERING, Beside, core, crossed, same_place
from crosswire.facts.check.context import key_of
from crosswire.facts.check.naming import named_in
from crosswire.facts.check.pairs import has_rival, nearest
from crosswire.facts.check.slots import Wanted
from crosswire.facts.check.values import stand
from crosswire.model import Clause, Party, Phrase, Place, Quantity, Time


def given_there(slot: Wanted, beside: Beside, general: bool) -> bool:
    """Whether the sentence gives a value beside its clause, or its report is about it; `general`: of a verb that tells
    nothing of its own who acts may suffer what its noun tells ("took a bullet")."""
    value, told = slot.value, beside.told.clause
    clauses = (c for c in beside.passage.clauses if isinstance(value, Party) or not beside.passage.apart(told, c))
    phrases = [p for c in clauses for p in c.phrases]
    if isinstance(value, Quantity) and core(slot) and not general:
        return False  # who was killed is not counted by who was hurt
    if isinstance(value, Quantity | Time):
        return nearest(slot, phrases, beside.evidence.measure, beside.turned.head.start)
    return isinstance(value, Party | Place) and _name(slot, value, phrases, beside, general)


def _name(slot: Wanted, value: Party | Place, phrases: Sequence[Phrase], beside: Beside, general: bool) -> bool:
    if core(slot) and not slot.inner:
        phrases = [p for c in beside.passage.clauses if not _says(c, beside) for p in c.phrases]
        alone = general and len([s for s in beside.asked.slots if core(s) and s.value is not None]) == 1
        return _acting(slot, value, phrases, beside, alone)
    if core(slot) and any(same_place(slot, p) and p.head in PRONOUNS for p in beside.own):
        return set(value.name.lower().split()) <= beside.passage.before  # "offered the post in Oslo, turned it down"
    if any(named_in(value, p, beside) and not crossed(slot, p, beside) for p in phrases):
        return isinstance(value, Party) or nearest(slot, phrases, beside.evidence.measure, beside.turned.head.start)
    return not _another(slot, value, phrases, beside) and (_about(slot, value, beside) or _topic(slot, value, beside))


def _says(clause: Clause, beside: Beside) -> bool:
    """Whether a clause only tells who says it: a speaker has not done what he tells of."""
    told = beside.evidence.told_at.get((clause.report, clause.head.start))
    return told is not None and told.cue is not None and clause.head != beside.turned.head


def _topic(slot: Wanted, value: Party | Place, beside: Beside) -> bool:
    """Whether a name that only describes a noun is of its kind the one that most reports have: "the Oslo raiders"."""
    return slot.inner and value.name in beside.evidence.topics


def displaced(slot: Wanted, beside: Beside) -> bool:
    """Whether the clause names whoever is asked for in a place of another: of two persons neither stands for the
    other, "convicted of the murder of" one is not he."""
    value = slot.value
    if not isinstance(value, Party) or slot.inner or not core(slot) or not beside.turned.verbal:
        return False
    others = [s for s in beside.asked.slots if isinstance(s.value, Party) and s.at != slot.at]
    at = [p for p in beside.own if named_in(value, p, beside)]
    return bool(others) and bool(at) and not any(same_place(slot, p) for p in at)


def placed(slot: Wanted, beside: Beside) -> bool:
    """Whether a place stands as one, and does not only tell who somebody is: "Oslo's mayor" was in no Oslo."""
    value = slot.value
    if not isinstance(value, Place) or slot.inner or core(slot):
        return True
    at = [p for p in beside.passage.phrases() if named_in(value, p, beside)]
    return not at or any(isinstance(p.named, Place) or p.role == slot.role for p in at)


def rivalled(slot: Wanted, beside: Beside) -> bool:
    """Whether the clause has a time, a number or a place twice, of which another may be the asked one's: "by one storm
    in 1998 and another in 2005"."""
    if isinstance(slot.value, Quantity):
        return has_rival(slot, beside.own, beside.evidence.measure)
    aside = isinstance(slot.value, Time | Place) and not core(slot)
    return aside and has_rival(slot, beside.own, beside.evidence.measure)


def _acting(slot: Wanted, value: Party | Place, phrases: Sequence[Phrase], beside: Beside, alone: bool) -> bool:
    """Whether the sentence names whoever acts or suffers, and has no other name in its place."""
    there = [p for p in beside.own if same_place(slot, p)]
    if not alone and any(named_in(value, p, beside) and crossed(slot, p, beside) for p in beside.own):
        return False
    if alone and any(named_in(value, p, beside) for p in beside.own if p.role in (*DOING, *SUFFERING)):
        return True
    if not there and _understood(slot, value, beside):
        return True
    if any(isinstance(p.named, Party | Place) for p in there):
        return False
    if any(named_in(value, p, beside) and not crossed(slot, p, beside) for p in phrases):
        return not there or all(p.head in PRONOUNS or _called(value, p, beside) for p in there)
    return any(p.head in PRONOUNS or _called(value, p, beside) for p in there) and _about(slot, value, beside)


def _understood(slot: Wanted, value: Party | Place, beside: Beside) -> bool:
    """Whether whoever has no name of his own ("police") is left out where it is plain who did it."""
    body = isinstance(value, Party) and value.name.islower() and slot.role in DOING
    return body and value.name in beside.evidence.all_words.get(beside.turned.report, frozenset())


def _called(value: Party | Place, phrase: Phrase, beside: Beside) -> bool:
    """Whether a phrase without a name has a word for whoever is asked for."""
    told = beside.evidence.titles.get(key_of(value), frozenset()) if isinstance(value, Party) else frozenset()
    return phrase.head in told


def _another(slot: Wanted, value: Party | Place, phrases: Sequence[Phrase], beside: Beside) -> bool:
    """Whether the sentence has another name in the slot's place."""
    kind = type(value)
    return any(
        isinstance(v, kind) and v.kind == value.kind and not named_in(value, p, beside)
        for p in phrases
        if p.role == slot.role
        for v in (p.named, *p.values)
    )


def _about(slot: Wanted, value: Party | Place, beside: Beside) -> bool:
    """Whether the report is about whoever is named, or the sentence before names him and nobody else of the kind."""
    before = {p.name for p in beside.passage.named if p.kind == value.kind}
    if before:
        return len(before) == 1 and any(
            stand(value, p, beside.evidence.measure) == "supports" for p in beside.passage.named
        )
    if isinstance(value, Party) and value.kind == "person":
        return beside.evidence.hero.get(beside.turned.report) == key_of(value)
    return slot.inner and value.kind == "country" and value.country == beside.evidence.home.get(beside.turned.report)
