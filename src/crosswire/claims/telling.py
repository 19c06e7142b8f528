"""How the words of an event tell it: as what came about, as something known, or by the way.

A verb with a tense in a main clause, or in what somebody says, tells a reader that it came about; so does a noun that
is done or happens there ("opened an inquiry", "a blast killed three"). Any other noun, and a clause of when, why or
which, takes the event for known. A gerund, a participle, an infinitive and a habit ("which probes deaths") only say
more of somebody or something else.
"""

from __future__ import annotations

from spacy.tokens import Token

from crosswire.claims.grammar import tree as g
from crosswire.claims.grammar.events import ROW
from crosswire.claims.grammar.lists import Grammar
from crosswire.claims.mentions_fit import VERBAL
from crosswire.claims.tokens import children
from crosswire.claims.told_forms import UNDER_WAY, is_told, was_done
from crosswire.model import Telling

CLAUSAL = (*VERBAL, "AUX")
SAID = ("ccomp", "parataxis")
INDEFINITE = frozenset({"a", "an", "another", "no", "some", "several", "two", "three"})
DEEP = 8


def telling(trigger: Token, titled: bool, grammar: Grammar) -> Telling:
    """How an event's own word tells it; `titled`: in a headline, whose verbs stand in the present."""
    if trigger.pos_ in VERBAL:
        done = was_done(trigger, titled, grammar)
        if not done and not _has_tense(trigger, titled):
            return "aside"
        above = trigger.head.head if trigger.dep_ == "pcomp" else trigger.head
        return "told" if _is_main(above if done else trigger) else "known"
    noun = trigger
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in ROW:
        noun = noun.head.head  # "a series of blasts hit the port"
    verb = noun.head
    if titled or verb.pos_ not in CLAUSAL or not _is_done_or_happens(noun, verb, grammar):
        return "known"
    return "told" if _has_tense(verb, titled) and _is_main(verb) else "known"


def _has_tense(verb: Token, titled: bool) -> bool:
    """Whether a verb tells what was or is being done; one joined to another has the other's tense."""
    forms = {c.lower_ for c in verb.lefts if c.dep_ in ("aux", "auxpass")}
    going_on = not forms.isdisjoint(UNDER_WAY) and (verb.tag_ == "VBG" or "being" in forms)
    if is_told(verb, titled) or (going_on and not any(c.tag_ == "MD" or c.dep_ == "neg" for c in verb.lefts)):
        return True
    joined = verb.dep_ == "conj" and verb.head.pos_ in VERBAL and not forms and verb.tag_ != "VBZ"
    return joined and not any(c.dep_ in g.SUBJECTS for c in children(verb)) and _has_tense(verb.head, titled)


def _is_main(verb: Token) -> bool:
    """Whether a verb heads a main clause or what is said in one."""
    for _ in range(DEEP):
        if verb.dep_ == "ROOT":
            return True
        joined = verb.dep_ in (*SAID, "conj") and verb.head.pos_ in (*CLAUSAL, verb.pos_)
        if not joined and not (verb.dep_ == "amod" and _has_taken(verb)):
            return False
        verb = verb.head
    return False


def _has_taken(verb: Token) -> bool:
    """Whether the parser took a clause's verb for a word before its object: "The crew fired short-range missiles", and
    what is joined to it there."""
    if g.own_subject(verb):
        return True
    return verb.head.dep_ == "conj" and any(c.dep_ == "amod" and g.own_subject(c) for c in verb.head.head.lefts)


def _is_done_or_happens(noun: Token, verb: Token, grammar: Grammar) -> bool:
    """Whether a verb only says of an event noun that it was done or took place ("held the vote", "an inquiry opened"),
    or tells of one not yet known ("there was a blast", "a blast killed three", "called an urgent meeting").
    """
    light = verb.lemma_.lower() in grammar.light_verbs
    new = any(c.lower_ in INDEFINITE for c in noun.lefts)
    if noun.dep_ == "attr":
        return new and any(c.dep_ == "expl" for c in children(verb))
    if noun.dep_ in g.OBJECTS:
        return light or new
    plain = noun.tag_ == "NNS" and not any(c.dep_ in ("det", "poss") for c in noun.lefts)
    return noun.dep_ in g.SUBJECTS + g.PASSIVE_SUBJECTS and (light or new or plain)
