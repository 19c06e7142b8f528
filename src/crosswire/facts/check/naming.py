"""Whether a report's sentence names whom or where a slot asks for, and what somebody is."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from crosswire.compare.wording import PRONOUNS
from crosswire.facts.check.apposed import undescribed
from crosswire.facts.check.beside import Beside, core, crossed, same_place, told_words
from crosswire.facts.check.context import key_of
from crosswire.facts.check.open import contested
from crosswire.facts.check.pairs import gives, has_rival
from crosswire.facts.check.slots import LANDS, Wanted, bag, is_part, only_a_capital
from crosswire.facts.check.values import bearings, stand
from crosswire.facts.check.words import Stand
from crosswire.model import Clause, Party, Phrase, Place, Quantity, Time, Value

HE_OR_SHE = frozenset(("he", "she", "him", "her", "who", "i"))
OTHERS = "New|North|South|East|West|Upper|Lower|Port|Fort|Saint|San"
BESIDE = 5  # characters between a name and the "as" behind it


def names(slot: Wanted, value: Place | Party, beside: Beside) -> Stand:
    """How the sentence stands to a name at its place."""
    own = [p for p in beside.own if named_in(value, p, beside) and not only_a_capital(slot, p)]
    rivals = [p for p in beside.own if same_place(slot, p) and _rival(value, p, beside)]
    at = [p for p in own if same_place(slot, p)] if core(slot) and rivals and not slot.inner else own
    if any(not crossed(slot, p, beside) for p in at):
        return "supports"
    across = isinstance(value, Place) and any(_across(value, p, beside) for p in beside.own)
    if own or across:  # named, and on the other side of the act
        at_home = slot.inner and value.kind == "country" and _at_home(value, beside.turned.report, rivals, beside)
        return "excludes" if across else ("supports" if at_home else "silent")
    if slot.inner:
        return _inner(slot, value, beside, rivals)
    if rivals:
        return "excludes"
    if not core(slot):
        taken = any(p.role == slot.role and isinstance(p.named, Place | Party) for p in beside.own)
        near = not taken and not contested(slot, beside) and _nearby(slot, value, beside)
        near = near or (slot.role == "in" and not taken and _only_at_home(value, beside))
        return "supports" if near or by_noun(slot, beside) else "silent"
    return "supports" if _taken_up(slot, value, beside) else "silent"


def by_noun(slot: Wanted, beside: Beside) -> bool:
    """Whether the noun that the clause describes is told with the place or time, and with no other."""
    phrases, measure = beside.described(), beside.evidence.measure
    return gives(slot, phrases, measure) and not has_rival(slot, phrases, measure)


def _nearby(slot: Wanted, value: Place | Party, beside: Beside) -> bool:
    """Whether the nearest clause bound to this one that names such a thing names the one asked for."""
    for phrases in beside.nearby():
        if any(named_in(value, p, beside) and not crossed(slot, p, beside) for p in phrases):
            return True
        if isinstance(value, Place) and "excludes" in stands(value, phrases, beside):
            return False
    return False


def _across(value: Place, phrase: Phrase, beside: Beside) -> bool:
    """Whether a phrase has the same place from the other side of its border: outside the zone, not in it."""
    places = (v for v in (phrase.named, *phrase.values) if isinstance(v, Place) and v.name == value.name)
    return any(stand(value, v, beside.evidence.measure) == "excludes" for v in places)


def named_in(value: Place | Party, phrase: Phrase, beside: Beside) -> bool:
    """Whether a phrase has the name: as a value, in its words, or by what only the one named is called."""
    values = [v for v in (phrase.named, *phrase.values) if isinstance(v, Place | Party)]
    outcomes = {stand(value, v, beside.evidence.measure) for v in values}
    if outcomes & {"supports", "excludes"}:
        return "supports" in outcomes
    if isinstance(value, Place) and bearings(value):
        return False
    told = bag(phrase)
    called = [set(name.lower().split()) - LANDS for name in (value.name, value.text)]
    named = any(name and name <= told for name in called) and not _of_another_place(value, phrase)
    return named or _described(value, phrase, beside)


def _of_another_place(value: Place | Party, phrase: Phrase) -> bool:
    """Whether the name is only part of another's: Taipei of "New Taipei", Virginia of "West Virginia"."""
    text = phrase.at.exact
    longer = re.search(rf"\b(?:{OTHERS}) {re.escape(value.name)}\b", text)
    return isinstance(value, Place) and longer is not None and longer.group() not in (value.text, value.name)


def _described(value: Place | Party, phrase: Phrase, beside: Beside) -> bool:
    """Whether a phrase without a name calls somebody what only the one asked for is called: "the ex-Nissan chief"."""
    if not isinstance(value, Party) or value.kind != "person" or phrase.named is not None:
        return False
    told = set(phrase.words)
    for inner in phrase.values:
        told |= set(inner.name.lower().split()) if isinstance(inner, Place | Party) else {""}
    if len(told) < 2:
        return False
    own, evidence = key_of(value), beside.evidence
    if own not in evidence.persons or not all(beside.has(w, evidence.known_as.get(own, frozenset())) for w in told):
        return False
    others = (words for key, words in evidence.known_as.items() if key in evidence.persons and key != own)
    return not any(all(beside.has(w, words) for w in told) for words in others)


def _rival(value: Place | Party, phrase: Phrase, beside: Beside) -> bool:
    """Whether a phrase names another one instead."""
    named = phrase.named
    if isinstance(named, Place | Party) and named.name != value.name and named.name.islower() == value.name.islower():
        return stand(value, named, beside.evidence.measure) == "excludes" or isinstance(named, Party)
    return False


def _inner(slot: Wanted, value: Place | Party, beside: Beside, rivals: Sequence[Phrase]) -> Stand:
    """A name that only describes: a country is understood where the report tells of it above all, another name where
    some report has the two together ("the Morandi bridge")."""
    heads = {w for s in beside.asked.slots if s.at == slot.at for w in s.words} | {slot.head}
    around = (*beside.own, *beside.elsewhere())
    if any(named_in(value, p, beside) and _with_its_noun(p, heads, around, beside) for p in around):
        return "supports"
    if _of_the_person(value, heads, beside):
        return "supports"
    if slot.role == "agent" and any(named_in(value, p, beside) for p in beside.taken_up(slot.head)):
        return "supports"
    if value.kind == "country":
        return "supports" if _at_home(value, beside.turned.report, rivals, beside) else "silent"
    if isinstance(value, Place) and value.relation:
        return "silent"  # "inside the zone" describes nothing: it tells where
    together = beside.evidence.headed(frozenset(heads))
    return "supports" if any(named_in(value, p, beside) for p in together) else "silent"


def _of_the_person(value: Place | Party, heads: Set[str], beside: Beside) -> bool:
    """Whether the clause names somebody with the title, whom another sentence calls by the name as well: "Gujarat's
    chief minister" is the chief minister Bhupendra Patel, told of elsewhere as Gujarat's."""
    named = {
        key_of(p.named)
        for p in beside.own
        if isinstance(p.named, Party) and p.named.kind == "person" and any(beside.has(h, bag(p)) for h in heads)
    }
    told = beside.evidence.phrases if named else ()
    alike = (p for p in told if isinstance(p.named, Party) and key_of(p.named) in named)
    return any(named_in(value, p, beside) and any(beside.has(h, bag(p)) for h in heads) for p in alike)


def _with_its_noun(phrase: Phrase, heads: Set[str], around: Sequence[Phrase], beside: Beside) -> bool:
    """Whether a name stands in one phrase with the noun that it describes, or right behind it: "a port in Oman"."""
    near = [p for p in around if 0 <= phrase.at.start - p.at.end <= BESIDE]
    return any(beside.has(h, bag(p)) for p in (phrase, *near) for h in heads)


def _at_home(value: Place | Party, report: str, rivals: Sequence[Phrase], beside: Beside) -> bool:
    others = (v.country for p in rivals for v in p.values if isinstance(v, Party | Place))
    return all(c in (None, value.country) for c in others) and value.country == beside.evidence.home.get(report)


def _only_at_home(value: Place | Party, beside: Beside) -> bool:
    """Whether a report that tells of one country above all names no place of another in the sentence: what broke out
    there broke out in that country."""
    aside = isinstance(value, Place) and (bearings(value) or value.relation not in (None, "", "in"))
    if aside or value.kind != "country" or value.country != beside.evidence.home.get(beside.turned.report):
        return False
    lands = (v.country for p in beside.passage.phrases() for v in (p.named, *p.values) if isinstance(v, Place))
    return beside.act == "own" and all(c in (None, value.country) for c in lands)


def _taken_up(slot: Wanted, value: Place | Party, beside: Beside) -> bool:
    """Whether a pronoun or a title stands in the slot's place, and the sentence before names the one asked for and no
    other of the kind; or, naming nobody, stands in a report that is about that person."""
    if not isinstance(value, Party):
        return False
    name = {w for w in value.name.lower().split() if w not in LANDS}
    if name and any(same_place(slot, p) and name <= beside.thing(p) for p in beside.own):
        return True
    at = [p for p in beside.own if same_place(slot, p) and p.named is None and not p.values]
    pronouns = HE_OR_SHE if value.kind == "person" else PRONOUNS - HE_OR_SHE
    called = beside.evidence.titles.get(key_of(value), frozenset())
    if not any(p.head in pronouns or p.head in called for p in at):
        return False
    before = {p.name for p in beside.passage.named if p.kind == value.kind}
    if before:
        fits = any(stand(value, p, beside.evidence.measure) == "supports" for p in beside.passage.named)
        return fits and len(before) == 1
    pronoun = any(p.head in HE_OR_SHE for p in at)
    return pronoun and beside.evidence.hero.get(beside.turned.report) == key_of(value)


# --- what somebody is ---------------------------------------------------------------------------------------------


def is_so(slot: Wanted, beside: Beside) -> bool:
    """Whether the sentence holds who somebody is: in one phrase ("Fed chair Jerome Powell", "the unanimous decision"),
    by its own "is", or by an "as" right behind the name."""
    said = [s for s in beside.asked.slots if s.role in ("agent", "is")]
    if all(s.role == "is" or s.at.exact.lower() in PRONOUNS for s in said):
        what = [s for s in said if s.role == "is"]
        phrases = (p for p in beside.passage.phrases() if beside.has(slot.head, {p.head}))
        several = len({w for s in what for w in s.words}) > 1  # "he was guilty" is more than a word said of somebody
        in_one = any(all(_in_phrase(s, p, beside) for s in what) for p in phrases)
        return several and (in_one or any(_suffered(what, p, beside) for p in beside.own if p.role == "patient"))
    if any(all(_in_phrase(s, p, beside) for s in said) for p in map(undescribed, beside.passage.phrases())):
        return True
    agents = [s for s in said if s.role == "agent"]
    if any(_described_event(agents, [s for s in said if s.role == "is"], c, beside) for c in beside.passage.clauses):
        return True
    return any(_told_so(slot, agents, p, beside) for p in beside.own)


def _suffered(what: Sequence[Wanted], phrase: Phrase, beside: Beside) -> bool:
    """Whether what describes a noun is told as done to it: "confirmed cases", "cases were confirmed"."""
    if beside.turned.negative or beside.turned.modality != "happened":
        return False
    told = replace(phrase, words=phrase.words | beside.turned.forms)
    return all(_in_phrase(s, told, beside) for s in what)


def _described_event(agents: Sequence[Wanted], what: Sequence[Wanted], clause: Clause, beside: Beside) -> bool:
    """Whether an event's noun stands with the words: "the unanimous decision"."""
    if clause.verbal or any(s.value is not None for s in (*agents, *what)):
        return False
    before = {w for p in clause.phrases if p.role == "mod" for w in bag(p)}
    same = all(beside.has(s.head, clause.forms) and s.words == {s.head} for s in agents)
    return same and all(beside.has(w, before) for s in what for w in s.words)


def _told_so(slot: Wanted, agents: Sequence[Wanted], phrase: Phrase, beside: Beside) -> bool:
    if phrase.role not in ("is", "as") or not _in_phrase(slot, phrase, beside):
        return False
    if phrase.role == "is" and "be" in beside.turned.forms:
        return all(
            any(_headed(s, p, beside) for p in beside.own if p.role == "agent") or _pronoun(s, beside) for s in agents
        )
    near = [p for p in beside.own if 0 <= phrase.at.start - p.at.end <= BESIDE]
    return any(all(_in_phrase(s, p, beside) for s in agents) for p in near)


def _pronoun(slot: Wanted, beside: Beside) -> bool:
    return isinstance(slot.value, Party) and _taken_up(slot, slot.value, beside)


def _headed(slot: Wanted, phrase: Phrase, beside: Beside) -> bool:
    """Whether a phrase is what is told of; the words that describe it are asked for by the slot itself."""
    if slot.value is None and slot.head in slot.words:
        return beside.has(slot.head, told_words(phrase, slot, [slot.head]))
    return _in_phrase(slot, phrase, beside)


def _in_phrase(slot: Wanted, phrase: Phrase, beside: Beside) -> bool:
    if slot.head in PRONOUNS:
        return phrase.head in PRONOUNS or phrase.named is not None
    if isinstance(slot.value, Place | Party):
        if named_in(slot.value, phrase, beside):
            return True
        return (
            slot.value.kind == "country" and slot.inner and _at_home(slot.value, beside.turned.report, [phrase], beside)
        )
    if slot.value is not None:
        return "supports" in stands(slot.value, [phrase], beside)
    told = told_words(phrase, slot, [slot.head])
    if slot.head in slot.words and not beside.has(slot.head, told):
        return False
    known = beside.evidence.known_as.get(key_of(phrase.named), ()) if isinstance(phrase.named, Party) else ()
    return all(beside.has(w, told | set(known)) for w in slot.words)


def stands(value: Value, phrases: Sequence[Phrase], beside: Beside) -> set[Stand]:
    """How the values of some phrases stand to one."""
    told = (
        v
        for p in phrases
        for v in (p.named, *p.values)
        if v is not None and v.type == value.type and (beside.act == "light" or not is_part(v, p))
    )
    return {_stand(value, v, beside) for v in told}


def _stand(value: Value, told: Value, beside: Beside) -> Stand:
    outcome = stand(value, told, beside.evidence.measure)
    if outcome == "silent" and isinstance(value, Quantity) and isinstance(told, Quantity):
        return _as_counted(value, told, beside)
    return outcome


def _as_counted(value: Quantity, told: Quantity, beside: Beside) -> Stand:
    """ "They employ 410,000 people" tells of 410,000 employees: the clause's own word says what is counted."""
    general = told.noun is None or told.noun in ("people", "person", "other", "one")
    if value.noun is None or not general:
        return "silent"
    called = {value.noun, *beside.words.others(value.noun)}
    if not any(beside.has(noun, {f}) for noun in called for f in beside.turned.forms):
        return "silent"
    bare = Quantity(told.text, told.low, told.high, told.bound, told.unit, value.noun)
    return stand(value, bare, beside.evidence.measure)


def is_value(slot: Wanted) -> bool:
    """Whether what somebody or something is said to be is a number or a time."""
    return isinstance(slot.value, Quantity | Time)
