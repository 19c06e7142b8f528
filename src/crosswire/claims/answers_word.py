"""Answers that a sentence shows by its words: the verb that governs a value, a word beside it, the noun it counts."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from crosswire.claims import grammar as g
from crosswire.claims.answers_fit import Answer, Context, answer_of, suits, type_of
from crosswire.claims.grammar import Grammar
from crosswire.claims.mentions import lemmas
from crosswire.claims.placed import Placed
from crosswire.model import Attribute, Quantity, Value

CROWDS = ("dozens", "scores", "hundreds", "thousands", "millions", "several", "many", "others")
REACH = 4  # words between a number and the noun that says what it measures ("a depth of about 10 km")


def by_word(sentence: Token, passage: int, attribute: Attribute, context: Context) -> Iterator[Answer]:
    """The values of a sentence (given by one of its tokens) that its words show to answer an attribute, in order."""
    for placed in context.board.sentence(passage, sentence):
        if placed.type != type_of(attribute) or not suits(placed, attribute, context):
            continue
        verb = _showing_verb(placed, attribute)
        if verb is not None:
            yield answer_of(attribute, placed, verb)
        elif _is_near(placed, attribute.near, context.grammar) or _measures(placed.found.value, attribute):
            yield answer_of(attribute, placed)


def _measures(value: Value, attribute: Attribute) -> bool:
    """Whether noun or unit alone tell that a number answers, where the frame asks for no more."""
    if not isinstance(value, Quantity) or attribute.verb or attribute.near:
        return False
    return value.noun in attribute.noun if attribute.noun else attribute.unit not in (None, "1")


def _showing_verb(placed: Placed, attribute: Attribute) -> Token | None:
    if not attribute.verb:
        return None
    for verb, position in _verbs_of(placed.root):
        if verb.i > placed.tokens.end and _other_number(placed, verb.i):
            continue
        if position == "subject" and isinstance(placed.found.value, Quantity) and g.own_objects(verb):
            continue  # "three strikes killed 12": what counts is what it was done to
        if not attribute.verb & g.verb_forms(verb):
            continue
        if attribute.verb_at and position not in attribute.verb_at and "clause" not in attribute.verb_at:
            continue
        if attribute.verb_subject:
            subject = g.subject(verb)
            if subject is None or not (set(lemmas(subject)) & attribute.verb_subject):
                continue
        return verb
    return None


def _other_number(placed: Placed, end: int) -> bool:
    """Whether another number stands between a value and a word: "25 had been killed and over 2,500 injured"."""
    if not isinstance(placed.found.value, Quantity):
        return False
    return any(t.like_num or t.lower_ in CROWDS for t in placed.tokens.doc[placed.tokens.end : end])


def _verbs_of(token: Token) -> Iterator[tuple[Token, str]]:
    """The verbs that govern a noun with its place there, and the participles behind it ("12 people killed")."""
    position = ""
    current = token
    for _ in range(6):
        yield from ((c, "object") for c in current.children if c.dep_ in ("acl", "relcl") and c.pos_ == "VERB")
        head = current.head
        if head is current:
            if current.pos_ == "VERB":
                yield current, position
            return
        if current.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "npadvmod", "conj"):
            position = {"nsubj": "subject", "nsubjpass": "object", "dobj": "object"}.get(current.dep_, position)
        if head.pos_ == "ADP" or head.dep_ == "prep":
            position = head.lower_
        if head.pos_ == "VERB":
            yield head, position
            yield from ((c, position) for c in g.conjuncts(head)[1:] if not g.own_objects(c))
            return
        current = head


def _is_near(placed: Placed, words: frozenset[str], grammar: Grammar) -> bool:
    """Whether one of the words stands close by in the same clause: beside it in another clause it is another's."""
    if not words:
        return False
    doc = placed.tokens.doc
    left = max(g.sentence_start(placed.root), placed.tokens.start - REACH)
    right = min(g.sentence_end(placed.root), placed.tokens.end + REACH)
    clause = g.clause_head(placed.root, grammar).i
    return any(
        set(lemmas(token)) & words and g.clause_head(token, grammar).i == clause and not _other_number(placed, token.i)
        for token in doc[left:right]
        if not token.is_punct
    )
