"""What a count is said to be: "the death toll has risen to 233", "put the number of people killed at 41"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from crosswire.claims.grammar import tree as g
from crosswire.claims.grammar.lists import Grammar
from crosswire.claims.mentions_fit import lemmas
from crosswire.claims.placed import Placed
from crosswire.claims.tokens import children
from crosswire.model import Quantity


def told_of(placed: Placed, grammar: Grammar) -> tuple[frozenset[str], Token | None] | None:
    """What a number is said to be, however far off that stands: "the death toll from Friday's crash has risen to 233",
    "put the number of people killed at 41", with the participle that tells it; None where the verb is none of measure.
    """
    root = placed.root
    of = root.head
    fate = of if root.dep_ == "nummod" and of.dep_ == "pobj" else root  # "a toll of 15 dead"
    counts = fate.head.lower_ == "of" and bool(set(lemmas(fate.head.head)) & grammar.counts)
    if counts and isinstance(placed.found.value, Quantity):
        return frozenset((*lemmas(fate.head.head), *lemmas(fate))), None
    verb = of.head if root.dep_ == "pobj" and of.lower_ in grammar.measure_prepositions else of
    verb = verb.head if verb.pos_ in ("ADV", "ADP") else verb  # "revised the toll down to 84"
    if not isinstance(placed.found.value, Quantity) or not (g.verb_forms(verb) & grammar.measure_verbs):
        return None
    objects = [noun for noun in g.objects(verb) if noun.i < placed.tokens.start]
    subject = g.subject(verb)
    for noun in (*objects, *([subject] if subject is not None else [])):
        words = {lemma for t in (noun, *(c for c in noun.lefts if not c.is_punct)) for lemma in lemmas(t)}
        if words & grammar.counts:
            counted = [noun, *(t for word, t in g.prepositions(noun) if word == "of")]
            beside = [c for t in counted for c in _beside(t) if c.i < placed.tokens.start]
            words |= {lemma for t in (*counted, *beside) for lemma in (*lemmas(t), t.lower_)}
            return frozenset(words), next((c for c in beside if c.pos_ == "VERB"), None)
    return None


def _beside(noun: Token) -> Iterator[Token]:
    """What is told of those who are counted: "the number missing", "of people killed", "of passengers on board"."""
    behind = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    if behind.tag_ in ("VBG", "VBN", "JJ"):
        yield behind  # of "put the number missing at 52" the parser makes an adverb
    for child in children(noun):
        if child.dep_ in ("acl", "amod", "relcl", "advmod"):
            yield child
        elif child.dep_ == "prep" and child.lower_ in ("on", "in"):
            yield from (c for c in children(child) if c.dep_ in ("pobj", "pcomp"))


def forms_at(token: Token) -> tuple[str, ...]:
    """A word's lemmas, and a participle as it stands: "104 people were missing"; not "missing two fingers"."""
    told = token.tag_ in ("VBG", "VBN") and not g.own_objects(token)
    return (*lemmas(token), token.lower_) if told else lemmas(token)
