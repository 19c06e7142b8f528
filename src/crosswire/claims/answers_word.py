"""Answers that a sentence shows by its words: the verb that governs a value, a word beside it, the noun it counts."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from crosswire.claims import grammar as g
from crosswire.claims.answers_fit import Answer, Around, Context, answer_of, suits, type_of
from crosswire.claims.grammar import Grammar
from crosswire.claims.mentions import lemmas
from crosswire.claims.placed import Placed
from crosswire.model import Attribute, Quantity, Value

CROWDS = ("dozens", "scores", "hundreds", "thousands", "millions", "several", "many", "others")
REACH = 4  # words between a number and the noun that says what it measures ("a depth of about 10 km")


def by_word(sentence: Token, passage: int, attribute: Attribute, context: Context) -> Iterator[Answer]:
    """The values of a sentence (given by one of its tokens) that its words show to answer an attribute, in order."""
    wanted = type_of(attribute)
    for placed in context.board.sentence(passage, sentence):
        if placed.type != wanted or not suits(placed, attribute, context):
            continue
        around = _around(placed, context)
        verb = _showing_verb(placed, attribute, around)
        if verb is not None:
            yield answer_of(attribute, placed, verb)
        elif attribute.near & around.near:
            yield answer_of(attribute, placed, around.fate)
        elif _measures(placed.found.value, attribute) or _is_whole(placed, attribute):
            yield answer_of(attribute, placed)


def _around(placed: Placed, context: Context) -> Around:
    """What stands around a value, looked up once for all attributes that ask."""
    key = (placed.passage, placed.tokens.start, placed.tokens.end, placed.type)
    if key not in context.around:
        verbs = tuple((verb, position, frozenset(g.verb_forms(verb))) for verb, position in _verbs_of(placed.root))
        told = _told_of(placed, context.grammar)
        context.around[key] = Around(verbs, *(told or (_near(placed, context.grammar), None)))
    return context.around[key]


def _measures(value: Value, attribute: Attribute) -> bool:
    """Whether noun or unit alone tell that a number answers, where the frame asks for no more."""
    if not isinstance(value, Quantity) or attribute.verb or attribute.near:
        return False
    return value.noun in attribute.noun if attribute.noun else attribute.unit not in (None, "1")


def _is_whole(placed: Placed, attribute: Attribute) -> bool:
    """Whether the words count all there are: "all 22 crew", "seventeen of the 22 crew members"."""
    value = placed.found.value
    if not attribute.total or not isinstance(value, Quantity) or value.noun not in attribute.noun:
        return False
    root = placed.root
    if any(c.lower_ == "all" for c in root.lefts):
        return True
    of = root.head
    return root.dep_ == "pobj" and of.lower_ == "of" and of.head.like_num and any(c.lower_ == "the" for c in root.lefts)


def _showing_verb(placed: Placed, attribute: Attribute, around: Around) -> Token | None:
    if not attribute.verb:
        return None
    for verb, position, forms in around.verbs:
        if not attribute.verb & forms or (verb.i > placed.tokens.end and _other_number(placed, verb.i)):
            continue
        if position == "subject" and isinstance(placed.found.value, Quantity) and g.own_objects(verb):
            continue  # "three strikes killed 12": what counts is what it was done to
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
        yield from ((c, _part_in(c)) for c in current.children if c.dep_ in ("acl", "relcl") and c.pos_ == "VERB")
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


def _part_in(clause: Token) -> str:
    """What a noun is in the clause behind it: "a firm that owns the ship" does it, "12 people killed" are done to."""
    does = any(c.dep_ == "nsubj" and c.tag_ in ("WDT", "WP") for c in clause.children)
    return "subject" if does else "object"


def _near(placed: Placed, grammar: Grammar) -> frozenset[str]:
    """The words close by in the same clause, or right beside: what stands beside it in another clause is another's."""
    doc = placed.tokens.doc
    of = placed.root.head
    if placed.root.dep_ == "pobj" and of.lower_ == "of" and of.head.pos_ == "NOUN" and of.head.i < placed.tokens.start:
        noun = of.head  # "a height of 3,700 km and a distance of 1,000 km"
        return frozenset(lemma for t in (noun, *noun.lefts, placed.root) for lemma in lemmas(t))
    left = max(g.sentence_start(placed.root), placed.tokens.start - REACH)
    right = min(g.sentence_end(placed.root), placed.tokens.end + REACH)
    clause = g.clause_head(placed.root, grammar).i
    found: set[str] = set()
    for token in doc[left:right]:
        beside = token.i in (placed.tokens.start - 1, placed.tokens.end)
        if not token.is_punct and (beside or g.clause_head(token, grammar).i == clause):
            found.update(() if _other_number(placed, token.i) else lemmas(token))
    return frozenset(found)


def _told_of(placed: Placed, grammar: Grammar) -> tuple[frozenset[str], Token | None] | None:
    """What a number is said to be, however far off that stands: "the death toll from Friday's crash has risen to 233",
    "put the number of people killed at 41", with the participle that tells it; None where the verb is none of measure.
    """
    root = placed.root
    of = root.head
    verb = of.head if root.dep_ == "pobj" and of.lower_ in grammar.measure_prepositions else of
    if not isinstance(placed.found.value, Quantity) or not (g.verb_forms(verb) & grammar.measure_verbs):
        return None
    objects = [noun for noun in g.objects(verb) if noun.i < placed.tokens.start]
    subject = g.subject(verb)
    for noun in (*objects, *([subject] if subject is not None else [])):
        words = {lemma for t in (noun, *(c for c in noun.lefts if not c.is_punct)) for lemma in lemmas(t)}
        if words & grammar.counts:
            counted = [t for word, t in g.prepositions(noun) if word == "of"]
            fates = [c for t in counted for c in t.children if c.dep_ in ("acl", "amod", "relcl")]
            words |= {lemma for t in (*counted, *fates) for lemma in (*lemmas(t), t.lower_)}
            return frozenset(words), next((f for f in fates if f.pos_ == "VERB"), None)
    return None
