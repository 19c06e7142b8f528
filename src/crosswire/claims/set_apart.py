"""Whether the words of a mention set its event apart from those of its kind that the report has told before: another
one, one of many that are counted up, several that nobody named."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from crosswire.claims.grammar.links import is_another
from crosswire.claims.grammar.lists import Grammar
from crosswire.claims.grammar.tree import objects, prepositions
from crosswire.claims.tokens import children
from crosswire.claims.told import Told
from crosswire.model import Mention

PERFECT = frozenset({"has", "have", "'ve"})
PAIR = frozenset({"one", "two", "1", "2", "both"})
OVER = frozenset({"in", "during", "over", "throughout"})


def is_set_apart(told: Told, known: Iterable[Mention], grammar: Grammar) -> bool:
    """Whether a mention is none of those `known` from the same report."""
    token, nouns = told.hit.token, told.hit.frame.nouns
    if is_another(token, grammar) or _is_one_of_many(token, nouns, grammar):
        return True
    single = any(m.frame == told.hit.frame.name and m.trigger.exact.lower() in nouns for m in known)
    return single and told.when is None and _is_of_several(token)


def _is_one_of_many(trigger: Token, nouns: frozenset[str], grammar: Grammar) -> bool:
    """Whether the words count up what was done over years, and so tell of none alone: "has granted 52 pardons", "the
    six tests that it has held", "gave 189 pardons during his years in office"; `nouns` are those of the event's kind.
    """
    if trigger.pos_ == "VERB":
        verb, counted = trigger, [noun for noun in objects(trigger) if noun.lemma_.lower() in nouns]
    else:
        verb, counted = trigger.head, [trigger] if trigger.lemma_.lower() in nouns else []
    if verb.pos_ != "VERB" or not any(_has_count(noun) for noun in counted):
        return False
    perfect = any(c.dep_ == "aux" and c.lower_ in PERFECT for c in children(verb))
    return perfect or any(_is_ones_time(noun, grammar) for word, noun in prepositions(verb) if word in OVER)


def _is_of_several(noun: Token) -> bool:
    """Whether a noun tells of several, none of which was told of before: "the outcome of rulings", "has its roots in
    decisions that voided the maps"."""
    if noun.tag_ != "NNS" or noun.dep_ not in ("pobj", "dobj") or any(c.dep_ == "nummod" for c in noun.lefts):
        return False
    return not any(c.dep_ in ("det", "poss") for c in noun.lefts)


def _has_count(noun: Token) -> bool:
    """Whether a noun has a number before it, of more than two."""
    return noun.tag_ in ("NNS", "NNPS") and any(c.dep_ == "nummod" and c.lower_ not in PAIR for c in noun.lefts)


def _is_ones_time(noun: Token, grammar: Grammar) -> bool:
    """Whether a time is that of somebody's office or life: "his eight years in office", "its history"."""
    return noun.lemma_.lower() in grammar.tenures and any(c.dep_ == "poss" for c in noun.lefts)
