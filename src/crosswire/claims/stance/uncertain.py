"""An event noun that means no certain event ("an attack", "a nuclear deal"): what stands around it tells whether there
was one ("could be used in an attack", "argued against a deal", "a deal is near")."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from crosswire.claims.stance.cues import CLASSES, VERBS, ClauseWords, Finding, of_class, told
from crosswire.claims.stance.governors import governor_class
from crosswire.claims.stance.verbs import of_verb
from crosswire.claims.tokens import children

ANY = frozenset({"a", "an", "one", "any", "another", "some", "more", "further"})
UNREAL = ("hypothetical", "expected")
PAST = ("VBD", "VBN")
WITHIN = frozenset({"in", "during"})
TOWARDS = frozenset({"near", "toward", "towards"})
CASES = frozenset({"case", "event"})  # "in case of fire", "in the event of an attack"


def is_any(noun: Token) -> bool:
    """Whether the noun means no certain event: "an attack", "one meeting", "strikes", not "Tuesday's attack"."""
    own = [c for c in children(noun) if c.lower_ not in ANY]
    plain = all(c.dep_ in ("amod", "compound", "prep", "punct") for c in own)
    named = any(c.pos_ == "PROPN" for c in own) and len(own) == len(children(noun))  # "Equifax breach could affect"
    return plain and not named and not any(c.ent_type_ in ("DATE", "TIME") for c in noun.subtree)


def of_any(noun: Token, link: str, governor: Token, words: ClauseWords) -> Iterator[Finding]:
    """What is said of an event that may not be a certain one; nothing where it is one."""
    if not is_any(noun):
        return
    if (mark := condition_of(noun, words)) is not None:
        yield told(CLASSES["hypothetical"], mark)
    elif link == "pobj":
        yield from _behind(governor, governor.head, words)
    elif governor.pos_ in VERBS and link in ("dobj", "nsubjpass"):
        lemma = governor.lemma_.lower()
        if lemma in words.letting or (lemma in words.opposed and noun.tag_ == "NN"):  # who opposes launches saw some
            yield told(CLASSES["wished"], governor)
        elif lemma in words.found or governor.tag_ == "VBG":
            yield from _unreal(governor, words)
    elif governor.lemma_ == "be" and link == "nsubj":
        yield from _called(governor, words)
    elif governor.lemma_ == "be" and link == "attr":  # "the aim is an attack"
        subject = next((c for c in children(governor) if c.dep_ == "nsubj"), noun)
        if words.nouns.get(subject.lemma_.lower()) in ("expected", "wished") or subject.lemma_ in words.of_plans:
            yield told(CLASSES["wished"], subject)


def _behind(preposition: Token, above: Token, words: ClauseWords) -> Iterator[Finding]:
    """What a preposition and the word it hangs on make of the noun behind it."""
    form, lemma = preposition.lower_, above.lemma_.lower()
    pleads = (form == "against" and lemma in words.arguing) or (form == "for" and lemma in words.pleading)
    if form == "without" or pleads:
        yield told(CLASSES["wished"], preposition)
    elif form == "like" or (form in TOWARDS and above.lemma_ == "be"):
        yield told(CLASSES["hypothetical"], preposition)
    elif lemma in CASES and above.head.lower_ == "in":
        yield told(CLASSES["hypothetical"], above)
    elif above.pos_ == "ADJ":
        yield from of_class(governor_class(above, words), above, ("expected", "wished"))
    elif above.pos_ in VERBS:
        leads = form == "to" and lemma in words.leading
        if form in WITHIN or leads or (form == "for" and lemma in words.used):
            yield from _unreal(above, words)
    elif lemma in words.of_plans:
        yield told(CLASSES["wished"], above)


def condition_of(noun: Token, words: ClauseWords) -> Token | None:
    """The "if" under which a noun stands: "if the last cable breaks, we are looking at an outage"."""
    clause = noun
    while clause.pos_ not in VERBS and clause.head.i != clause.i:
        clause = clause.head
    conditions = (c for c in children(clause) if c.dep_ == "advcl" and c.tag_ not in PAST)
    marks = (m for c in conditions for m in children(c) if m.dep_ == "mark")
    return next((m for m in marks if words.marks.get(m.lower_) == "hypothetical"), None)


def _unreal(verb: Token, words: ClauseWords) -> Iterator[Finding]:
    """What a verb's clause says, where that only may be or is to come; what was not done says nothing of its object."""
    first = next((f for f in of_verb(verb, words) if f.modality), None)
    if first is not None and first.modality in UNREAL:
        yield first


def _called(verb: Token, words: ClauseWords) -> Iterator[Finding]:
    """An adjective that says whether it will come: "a strike is possible", not "an attack is likely to raise fears"."""
    for adjective in (c for c in children(verb) if c.dep_ == "acomp"):
        ahead = any(
            c.dep_ in ("xcomp", "ccomp") and c.lemma_.lower() not in words.subject_carriers for c in adjective.rights
        )
        name = words.modifiers.get(adjective.lower_) or words.governors.get(adjective.lower_)
        if name is not None and not ahead:
            yield told(CLASSES["expected" if name == "expected" else "hypothetical"], adjective)
        elif adjective.lower_ in words.usual:
            yield told(CLASSES["general"], adjective)
