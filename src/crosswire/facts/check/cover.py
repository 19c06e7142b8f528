"""Whether a report's sentence gives what one slot of a clause asks for, wherever in it that stands.

Looser on grammar than `check_slots.fills`, as strict on values: who does it to whom is never turned round, and a value
beside the act that excludes the one asked for excludes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crosswire.compare.wording import PRONOUNS
from crosswire.facts.check.apposed import in_one_row
from crosswire.facts.check.beside import Beside, core, counted, crossed, same_place, told_words
from crosswire.facts.check.context import QUALIFIERS, ROLES, qualified
from crosswire.facts.check.naming import by_noun, is_so, is_value, names, stands
from crosswire.facts.check.open import contested
from crosswire.facts.check.pairs import has_rival, told_of_several
from crosswire.facts.check.passages import SEQUENCE
from crosswire.facts.check.slots import EVERYBODY, Wanted, bag
from crosswire.facts.check.values import stand
from crosswire.facts.check.words import Stand
from crosswire.model import Party, Phrase, Place, Quantity, Time, Value

# Words that hold of the one thing beside which they stand: "the second" of another is not the one asked for.
ORDERED = frozenset(
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last", "next",
     "former", "old", "new", "young", "big", "large", "small", "bad", "high", "low")
)  # fmt: skip
COMPARED = ("than", "against", "versus", "from", "to")  # where another's number stands, or what it was before
PAIR = 2  # "both" of those told of before
EMPTY = frozenset(
    ("nobody", "no one", "none", "now", "currently", "presently", "meanwhile", "one", "together", "himself", "herself",
     "itself", "themselves")
)  # fmt: skip


def covers(slot: Wanted, beside: Beside) -> Stand:
    """How the sentence stands to one slot."""
    value = slot.value
    said = slot.at.exact.lower()
    if said in PRONOUNS or said in EMPTY or (value is None and slot.words <= EMPTY):
        return "supports"
    told_of = slot.role in ("is", "agent") and not isinstance(value, Quantity | Time)  # a name tells no age
    if told_of and "be" in beside.asked.forms and in_one_row(beside):
        return "supports"
    if slot.role == "is" and "be" in beside.asked.forms:
        if is_so(slot, beside):
            return "supports"
        if not is_value(slot):
            return "silent"
    if slot.role == "how" and slot.words == {"again"} and any(f.startswith("re") for f in beside.turned.forms):
        return "supports"  # who was caught again was recaptured
    return _value(slot, value, beside) if value is not None else _words(slot, beside)


def _value(slot: Wanted, value: Value, beside: Beside) -> Stand:
    if isinstance(value, Quantity):
        return _number(slot, value, beside)
    if isinstance(value, Time):
        return _time(slot, value, beside)
    return names(slot, value, beside) if isinstance(value, Place | Party) else "silent"


# --- numbers and times --------------------------------------------------------------------------------------------


def _number(slot: Wanted, value: Quantity, beside: Beside) -> Stand:
    here = [p for p in beside.own if not core(slot) or not (p.role in COMPARED or crossed(slot, p, beside))]
    here = [p for p in here if not core(slot) or p.role != "at" or not isinstance(p.named, Quantity)]  # hung anywhere
    own = stands(value, here, beside)
    counted = [p for p in here if slot.head in bag(p) and "supports" in stands(_of_members(value, p), [p], beside)]
    if counted or _so_many(slot, value, beside):
        return "supports"
    if beside.act == "light" and "excludes" in own:
        return "excludes"
    if core(slot) and value.unit == "1":  # of "61 were killed and 130 injured" only 61 were killed
        return "supports" if "supports" in own else "excludes" if "excludes" in own else "silent"
    return _own_or_elsewhere(slot, value, here, beside)


def _of_members(value: Quantity, phrase: Phrase) -> Quantity:
    """The number as a phrase counts it: six crew are six crew members."""
    return replace(value, noun=phrase.head) if phrase.head == "member" and value.noun in phrase.words else value


def _own_or_elsewhere(slot: Wanted, value: Value, here: Sequence[Phrase], beside: Beside) -> Stand:
    """What a clause's own phrases say of a value; where they are silent, what its neighbours say with one voice."""
    own = stands(value, here, beside)
    if own & {"supports", "excludes"}:
        return "supports" if "supports" in own else "excludes"
    if isinstance(value, Time) and by_noun(slot, beside):
        return "supports"
    if contested(slot, beside):
        return "silent"
    for phrases in beside.nearby():
        outcomes = stands(value, phrases, beside)
        if outcomes & {"supports", "excludes"}:
            return "silent" if "excludes" in outcomes else "supports"
    return "silent"


def _so_many(slot: Wanted, value: Quantity, beside: Beside) -> bool:
    """ "The two firms" are taken for known, and "two firms" are those that a clause names, as many."""
    if value.low != value.high or value.unit != "1" or not core(slot):
        return False
    sentence = beside.asked.clause.sentence
    before = sentence.exact[: max(0, slot.at.start - sentence.start)].split()[-1:]
    told_first = slot.at.exact.startswith(value.text)
    if told_first and [w.lower() for w in before] == ["the"] and "excludes" not in stands(value, beside.own, beside):
        return True
    if value.low == PAIR and any(same_place(slot, p) and p.head == "both" for p in beside.own):
        return True
    named = [p for p in beside.own if p.named is not None and p.role in ("agent", "patient", "with")]
    return len(named) == value.low


def _time(slot: Wanted, value: Time, beside: Beside) -> Stand:
    if beside.act == "light" and "excludes" in stands(value, list(beside.passage.phrases()), beside):
        return "excludes"
    own = [p for p in beside.own if _same_order(slot, p, beside)]
    found = _own_or_elsewhere(slot, value, own, beside)
    return "supports" if found == "silent" and _when(value, beside) and not _elsewhere_too(beside) else found


def _same_order(slot: Wanted, phrase: Phrase, beside: Beside) -> bool:
    """Whether two times are told the same way: on a day, or before, after, since it. What began has been so since."""
    if slot.role == phrase.role or not {slot.role, phrase.role} & SEQUENCE:
        return True
    return "since" in (slot.role, phrase.role) and bool(beside.asked.forms & beside.words.beginning)


def _elsewhere_too(beside: Beside) -> bool:
    """Whether the clause tells of several places, of which the event's time may be another's."""
    places = [s for s in beside.asked.slots if told_of_several(s) and not isinstance(s.value, Time | Quantity)]
    return any(has_rival(s, beside.own, beside.evidence.measure) for s in places)


def _when(value: Time, beside: Beside) -> bool:
    """Whether the event that the clause tells of is told to have been then, and at no time that excludes it."""
    told = [c for e in beside.told.events for c in beside.evidence.claims_of.get(e, {}).get("when", ())]
    stood = {stand(value, c.value, beside.evidence.measure) for c in told if c.value is not None}
    return "supports" in stood and "excludes" not in stood


# --- words --------------------------------------------------------------------------------------------------------


def _words(slot: Wanted, beside: Beside) -> Stand:
    head = slot.head if slot.head in slot.words else ""
    where = list(beside.own) if _only_here(slot, beside) else [*beside.own, *beside.elsewhere()]
    at = [p for p in where if not head or _is_called(head, slot, p, beside)]
    if (
        not at
        and slot.role == "agent"
        and head not in EVERYBODY
        and any(beside.has(head, c.forms) for c in beside.passage.clauses)
    ):
        at = [
            p for p in beside.passage.phrases() if beside.has(head, bag(p))
        ]  # "erupted, killing five": the eruption did
        return "supports" if all(_told(w, slot, at, beside) for w in slot.words - {head}) else "silent"
    if not at and slot.role == "patient" and _as_verb(slot, head, beside):
        return "supports"
    elsewhere = not _only_here(slot, beside) and beside.has(head, beside.passage.words)
    if not at and (elsewhere or (beside.act == "light" and beside.has(head, beside.turned.forms))):
        return "supports" if slot.words == {head} else "silent"
    if not at and not (head and _may_be_left(slot, head, beside)):
        return "silent"
    own = [p for p in at if any(p is q for q in beside.own)]
    if own and all(crossed(slot, p, beside) for p in own):
        return "silent"
    return "supports" if all(_told(w, slot, at, beside) for w in slot.words - {head}) else "silent"


def _as_verb(slot: Wanted, noun: str, beside: Beside) -> bool:
    """Whether what completes the clause tells a noun of the sentence as its verb: "ordered the police to investigate
    the attack" tells of an investigation ordered."""
    at = (beside.turned.report, beside.told.clause.head.start)
    below = (c for c in beside.evidence.under.get(at, ()) if not c.negative)
    done = [c for c in below if noun and beside.words.same_act({noun}, c.forms)]
    return bool(done) and all(any(beside.has(w, bag(p)) for c in done for p in c.phrases) for w in slot.words - {noun})


def _only_here(slot: Wanted, beside: Beside) -> bool:
    """Whether words may be told only by the clause itself: who does it, what is counted in an order ("the third time"),
    and what has something else in its place there ("at Audi, after a stint with Bosch")."""
    if core(slot) or beside.act == "light" or slot.words & ORDERED:
        return True
    return any(p.role == slot.role and not isinstance(p.named, Time | Quantity) for p in beside.own)


def _is_called(head: str, slot: Wanted, phrase: Phrase, beside: Beside) -> bool:
    """Whether a phrase has a word for the slot's head, or names somebody who is called so anywhere."""
    if not beside.evidence.is_still(slot.words, phrase):
        return False
    if head in EVERYBODY and isinstance(phrase.named, Party) and phrase.named.kind in ("body", "country", "forces"):
        return False  # an organisation is no people
    if head in ROLES and not slot.words & QUALIFIERS and qualified(head, phrase.at.exact):
        return False  # the ex-president, whoever calls him president elsewhere
    if beside.has(head, told_words(phrase, slot, [head]) | beside.thing(phrase)):
        return True
    if phrase.head == "one" and beside.has("one", slot.words | {"one"}):
        return bool(slot.words - {head}) and slot.words - {head} <= bag(phrase)
    own_title = any(beside.has(w, ROLES) for w in phrase.words) if phrase.words else False
    called = beside.evidence.called_now(slot.words, phrase.named) if isinstance(phrase.named, Party) else set()
    return not own_title and beside.has(head, called)


def _told(word: str, slot: Wanted, at: Sequence[Phrase], beside: Beside) -> bool:
    """Whether a describing word is told: in the phrase of its noun, of whom that names anywhere, in the sentence, or of
    the same noun in another report."""
    for phrase in at:
        called = beside.evidence.called_now(slot.words, phrase.named) if isinstance(phrase.named, Party) else set()
        if beside.has(word, told_words(phrase, slot, [word]) | called | beside.thing(phrase)):
            return True
    counting = counted(slot, at, beside)
    if word in ORDERED or ((core(slot) or counting) and not any(_bare(p, slot, beside) for p in counting or at)):
        # what is described otherwise is not the one asked for
        return slot.role == "agent" and beside.act == "light" and _possessed(word, beside)
    if beside.act != "light" and beside.has(word, beside.passage.words):
        return True
    before = (p for p in beside.taken_up(slot.head) if slot.role == "agent")
    if _possessed(word, beside) or any(beside.has(word, bag(p)) for p in before):
        return True
    if any(beside.has(word, beside.evidence.words_of.get(e, frozenset())) for e in beside.told.events):
        return True
    return any(beside.has(slot.head, {p.head}) and beside.has(word, p.words) for p in beside.evidence.phrases)


def _bare(phrase: Phrase, slot: Wanted, beside: Beside) -> bool:
    """Whether a phrase takes up what was told before, without a description of its own: "the bridge", not "an old
    bridge"."""
    sentence = beside.turned.sentence
    before = sentence.exact[: max(0, phrase.at.start - sentence.start)].split()[-1:]
    return phrase.words <= slot.words | {phrase.head} and [w.lower() for w in before] not in (["a"], ["an"])


def _possessed(word: str, beside: Beside) -> bool:
    """Whether a person's name stands behind "he" in a report that is about that person: "his bail"."""
    return beside.evidence.hero.get(beside.turned.report) == word and bool(
        {"he", "his", "she", "her"} & beside.passage.words
    )


def _may_be_left(slot: Wanted, head: str, beside: Beside) -> bool:
    """Whether a word for what acts in the sentence, or stands in the one before, may be left to a pronoun in its place:
    "the airline"."""
    at = [p for p in beside.own if same_place(slot, p) and p.named is None and p.head in PRONOUNS]
    acting = {p.head for p in beside.passage.phrases() if p.role == "agent"}
    return core(slot) and bool(at) and beside.has(head, beside.passage.before | acting)
