"""What an infinitive tells: what is to be done, unless the verb before it says that it was."""

from __future__ import annotations

from spacy.tokens import Token

from crosswire.claims.grammar.lists import Grammar

PAST = ("VBD", "VBN")


def is_infinitive(verb: Token) -> bool:
    """Whether a verb stands with "to": "pressed the U.N. to impose sanctions"."""
    return verb.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.lefts)


def was_done(verb: Token, grammar: Grammar) -> bool:
    """Whether the word that an infinitive hangs on says that it came about: "managed to flee", "forced the airport to
    close"; what "could cause" somebody to, or what somebody wants to force him to, has not."""
    head = verb.head
    lemma = head.lemma_.lower()
    if lemma in grammar.implicative:
        return True
    moved = lemma in grammar.causing and verb.dep_ in ("ccomp", "xcomp", "advcl") and _moves(head, verb)
    return moved and is_real(head, grammar)


def has_gathered(verb: Token, grammar: Grammar) -> bool:
    """Whether who did what the infinitive hangs on has protested: "gathered in the capital to protest against it"."""
    head = verb.head
    came = head.lemma_.lower() in grammar.gathering and verb.lemma_.lower() in grammar.protesting
    return came and is_real(head, grammar)


def is_real(verb: Token, grammar: Grammar | None = None) -> bool:
    """Whether a verb tells what was or is done, by no modal, negation or infinitive that only may be."""
    if is_infinitive(verb):
        return grammar is not None and was_done(verb, grammar)
    return not any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.lefts)


def _moves(verb: Token, infinitive: Token) -> bool:
    """Whether a verb has somebody whom it moved: its object, who is to act, or its subject in the passive."""
    moved = any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children)
    return moved or any(c.dep_ in ("nsubj", "nsubjpass") for c in infinitive.lefts)


def was_able(verb: Token) -> bool:
    """Whether somebody could and so did: "police were able to arrest three"; who is able to may yet do it."""
    able, copula = verb.head, verb.head.head
    past = copula.tag_ == "VBD" or (copula.lower_ == "been" and any(c.tag_ != "MD" for c in copula.lefts))
    return able.lower_ == "able" and past and not any(c.dep_ == "neg" for c in (*copula.children, *able.children))
