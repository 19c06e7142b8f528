"""What somebody takes for granted who speaks of something else: "condemned the launch", "today's ruling is a victory".

The words of an event that is only named there tell nothing by themselves; whether they count all the same depends on
who speaks: a state that condemns a launch abroad has it from the news, the police of the town have not (`facts`).
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from crosswire.claims.grammar import tree as g
from crosswire.claims.grammar.lists import Grammar
from crosswire.claims.infinitives import is_infinitive
from crosswire.claims.mentions_fit import VERBAL
from crosswire.model import Taken

Said = Callable[[Token], bool]  # whether a token stands in the words that somebody is given
ASSERTING = frozenset({"object", "protest"})  # "protested that two had died" tells it
MODIFYING = ("relcl", "acl")
STEPS = 8


def taken_for_granted(trigger: Token, answer: Token, said: Said, told: bool, grammar: Grammar) -> Taken | None:
    """How an answer about an event is taken for granted; `told`: the event is what is said."""
    if is_judged(answer, said, grammar):
        return "judged"
    top = _phrase(trigger)
    if told or (answer.i != top.i and not top.is_ancestor(answer)):
        return None
    return "judged" if is_judged(trigger, said, grammar) else "named"


def _phrase(trigger: Token) -> Token:
    """The head of the phrase that names the event: of "the deal that was struck" the deal."""
    modifies = trigger.pos_ in VERBAL and trigger.dep_ in MODIFYING
    return trigger.head if modifies else trigger


def is_judged(word: Token, said: Said, grammar: Grammar) -> bool:
    """Whether a word hangs on one of judging or feeling, at most one clause above it: "is worried about the launch",
    "sent condolences to the families of the dead", "regretted that two died", "our thoughts are with the dead"."""
    token = _phrase(word)
    if _shows(token, said, grammar):
        return token.i == word.i
    for _ in range(STEPS):
        head = token.head
        if head.i == token.i or token.dep_ == "conj":
            return False
        clause = token.pos_ in VERBAL and token.dep_ not in MODIFYING
        judges = head.lemma_.lower() in grammar.judging or head.lower_ in grammar.judging
        if judges and not (clause and head.lemma_.lower() in ASSERTING):
            return token.dep_ != "nsubj"  # "the launch shocked the crew"
        if said(head) and _goes_out(head, said, grammar):
            return True
        if clause or not said(head):  # what is beyond is the cue, "is pleased that"
            return False
        token = head
    return False


def _shows(noun: Token, said: Said, grammar: Grammar) -> bool:
    """Whether an event is taken to show or to break something: "today's ruling proves how far it goes"."""
    verb = noun.head
    return noun.dep_ == "nsubj" and noun.pos_ != "VERB" and verb.lemma_.lower() in grammar.showing and said(verb)


def _goes_out(verb: Token, said: Said, grammar: Grammar) -> bool:
    subject = g.subject(verb) if verb.pos_ in ("VERB", "AUX") else None
    return subject is not None and subject.lemma_.lower() in grammar.comforting and said(subject)


def is_intended_upon(noun: Token, said: Said, grammar: Grammar) -> bool:
    """Whether somebody only means to do something about an event: of who "vowed to fight the nomination" or "urged him
    to investigate the killing" it is no word that there was one; who "vowed to carry out the arrest" speaks of it."""
    token = noun
    for _ in range(STEPS):
        head = token.head
        if noun.pos_ in VERBAL or head.i == token.i or not said(head):
            return False
        if head.pos_ in VERBAL:
            done = head.lemma_.lower() in grammar.light_verbs or head.lemma_ in ("be", "have")
            perfect = any(c.lower_ in ("have", "be") for c in head.lefts)
            return is_infinitive(head) and not said(head.head) and not done and not perfect
        token = head
    return False


def is_equated(noun: Token) -> bool:
    """Whether an event is told to be this or that, and so taken to be one: "the ouster was an attempt to stop her"."""
    copula = noun.head
    what = next((c for c in copula.rights if c.dep_ in ("attr", "acomp")), None)
    return noun.pos_ == "NOUN" and noun.dep_ == "nsubj" and copula.lemma_ == "be" and what is not None
