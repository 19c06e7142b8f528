"""Whether a report's sentence names whom or where a slot asks for, and what somebody is."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.facts.check_beside import SUFFERING, Beside, core, crossed, same_place, told_words
from crosswire.facts.check_context import key_of
from crosswire.facts.check_passages import PRONOUNS
from crosswire.facts.check_slots import LANDS, Wanted, bag
from crosswire.facts.check_values import Stand, stand
from crosswire.model import Party, Phrase, Place, Quantity, Time, Value

BESIDE = 5  # characters between a name and the "as" behind it


def names(slot: Wanted, value: Place | Party, beside: Beside) -> Stand:
    """How the sentence stands to a name at its place."""
    own = [p for p in beside.own if named_in(value, p, beside)]
    if any(not crossed(slot, p, beside) for p in own):
        return "supports"
    if own:
        return "silent"  # named, and on the other side of the act
    rivals = [p for p in beside.own if same_place(slot, p) and _rival(value, p, beside)]
    if slot.inner:
        return _inner(slot, value, beside, rivals)
    if not core(slot) and any(named_in(value, p, beside) for p in beside.elsewhere()):
        return "supports"
    if rivals:
        return "excludes"
    return "supports" if _taken_up(slot, value, beside) else "silent"


def named_in(value: Place | Party, phrase: Phrase, beside: Beside) -> bool:
    """Whether a phrase has the name: as a value, in its words, or by what only the one named is called."""
    values = [v for v in (phrase.named, *phrase.values) if isinstance(v, Place | Party)]
    outcomes = {stand(value, v, beside.evidence.measure) for v in values}
    if outcomes & {"supports", "excludes"}:
        return "supports" in outcomes
    name = set(value.name.lower().split()) - LANDS
    return (bool(name) and name <= bag(phrase)) or _described(value, phrase, beside)


def _described(value: Place | Party, phrase: Phrase, beside: Beside) -> bool:
    """Whether a phrase without a name calls somebody what only the one asked for is called: "the former Nissan chief"."""
    if not isinstance(value, Party) or value.kind != "person" or phrase.named is not None:
        return False
    told = set(phrase.words)
    for inner in phrase.values:
        told |= set(inner.name.lower().split()) if isinstance(inner, Place | Party) else {""}
    known = beside.evidence.known_as
    called = [key for key, words in known.items() if all(beside.has(w, words) for w in told)]
    return len(told) > 1 and called == [key_of(value)]


def _rival(value: Place | Party, phrase: Phrase, beside: Beside) -> bool:
    """Whether a phrase names another one instead."""
    named = phrase.named
    if isinstance(named, Place | Party) and named.name != value.name:
        return stand(value, named, beside.evidence.measure) == "excludes" or isinstance(named, Party)
    return False


def _inner(slot: Wanted, value: Place | Party, beside: Beside, rivals: Sequence[Phrase]) -> Stand:
    """A name that only describes: a country is understood where the report tells of it above all, another name where
    some report has the two together ("the Morandi bridge")."""
    if any(named_in(value, p, beside) for p in (*beside.own, *beside.elsewhere())):
        return "supports"
    if value.kind == "country":
        return "supports" if _at_home(value, beside.turned.report, rivals, beside) else "silent"
    together = (p for p in beside.evidence.phrases if beside.has(slot.head, {p.head}))
    held = [named_in(value, p, beside) for p in together if _has_name(p)]
    return "supports" if held and sum(held) * 2 > len(held) else "silent"


def _has_name(phrase: Phrase) -> bool:
    return any(isinstance(v, Place | Party) for v in (phrase.named, *phrase.values))


def _at_home(value: Place | Party, report: str, rivals: Sequence[Phrase], beside: Beside) -> bool:
    others = (v.country for p in rivals for v in p.values if isinstance(v, Party | Place))
    return all(c in (None, value.country) for c in others) and value.country == beside.evidence.home.get(report)


def _taken_up(slot: Wanted, value: Place | Party, beside: Beside) -> bool:
    """Whether a pronoun or a word stands in the slot's place, and the sentence before names the one asked for and nobody
    else of the kind; or, naming nobody, stands in a report that is about that person."""
    at = [p for p in beside.own if same_place(slot, p) and p.named is None]
    if not isinstance(value, Party) or not any(p.head in PRONOUNS or p.words for p in at):
        return False
    before = {p.name for p in beside.passage.named if p.kind == value.kind}
    if before:
        fits = any(stand(value, p, beside.evidence.measure) == "supports" for p in beside.passage.named)
        return fits and len(before) == 1
    pronoun = any(p.head in ("he", "she", "him", "her") for p in at)
    return pronoun and beside.evidence.hero.get(beside.turned.report) == key_of(value)


# --- what somebody is ---------------------------------------------------------------------------------------------


def is_so(slot: Wanted, beside: Beside) -> bool:
    """Whether the sentence holds who somebody is: in one phrase ("Fed chair Jerome Powell", "the unanimous decision"), by
    its own "is", or by an "as" right behind the name."""
    said = [s for s in beside.asked.slots if s.role in ("agent", "is")]
    if not any(s.role == "agent" for s in said):
        return False
    if any(all(_in_phrase(s, p, beside) for s in said) for p in beside.passage.phrases()):
        return True
    agents = [s for s in said if s.role == "agent"]
    return any(_told_so(slot, agents, p, beside) for p in beside.own)


def _told_so(slot: Wanted, agents: Sequence[Wanted], phrase: Phrase, beside: Beside) -> bool:
    if phrase.role not in ("is", "as") or not _in_phrase(slot, phrase, beside):
        return False
    if phrase.role == "is" and "be" in beside.turned.forms:
        return all(
            any(_in_phrase(s, p, beside) for p in beside.own if p.role == "agent") or _pronoun(s, beside)
            for s in agents
        )
    near = [p for p in beside.own if 0 <= phrase.at.start - p.at.end <= BESIDE]
    return any(all(_in_phrase(s, p, beside) for s in agents) for p in near)


def _pronoun(slot: Wanted, beside: Beside) -> bool:
    return isinstance(slot.value, Party) and _taken_up(slot, slot.value, beside)


def _in_phrase(slot: Wanted, phrase: Phrase, beside: Beside) -> bool:
    if slot.head in PRONOUNS:
        return phrase.head in PRONOUNS or phrase.named is not None
    if isinstance(slot.value, Place | Party):
        if named_in(slot.value, phrase, beside):
            return True
        return (
            slot.value.kind == "country"
            and slot.inner
            and _at_home(slot.value, phrase_report(beside), [phrase], beside)
        )
    if slot.value is not None:
        return "supports" in stands(slot.value, [phrase], beside)
    told = told_words(phrase, slot, [slot.head])
    if slot.head in slot.words and not beside.has(slot.head, told):
        return False
    known = (
        beside.evidence.known_as.get(key_of(phrase.named), frozenset()) if isinstance(phrase.named, Party) else set()
    )
    return all(beside.has(w, told | set(known)) for w in slot.words)


def phrase_report(beside: Beside) -> str:
    """The report in which the sentence stands."""
    return beside.turned.report


def stands(value: Value, phrases: Sequence[Phrase], beside: Beside) -> set[Stand]:
    """How the values of some phrases stand to one."""
    told = (v for p in phrases for v in (p.named, *p.values) if v is not None and v.type == value.type)
    return {_stand(value, v, beside) for v in told}


def _stand(value: Value, told: Value, beside: Beside) -> Stand:
    outcome = stand(value, told, beside.evidence.measure)
    if outcome == "silent" and isinstance(value, Quantity) and isinstance(told, Quantity):
        return _as_counted(value, told, beside)
    return outcome


def _as_counted(value: Quantity, told: Quantity, beside: Beside) -> Stand:
    """ "They employ 410,000 people" tells of 410,000 employees: the clause's own word says what is counted."""
    general = told.noun is None or told.noun in ("people", "person", "other", "one")
    if value.noun is None or not general or not any(beside.has(value.noun, {f}) for f in beside.turned.forms):
        return "silent"
    bare = Quantity(told.text, told.low, told.high, told.bound, told.unit, value.noun)
    return stand(value, bare, beside.evidence.measure)


def is_value(slot: Wanted) -> bool:
    """Whether what somebody or something is said to be is a number or a time."""
    return isinstance(slot.value, Quantity | Time)


__all__ = ["SUFFERING", "is_so", "is_value", "named_in", "names", "stands"]
