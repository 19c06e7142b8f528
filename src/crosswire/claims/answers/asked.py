"""What somebody is asked to do, or sets out to: the infinitive behind a word of speech or aim, and what is its own."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from crosswire.claims.answers.fit import Answer
from crosswire.claims.grammar.said import addressed
from crosswire.claims.infinitives import is_infinitive
from crosswire.claims.mentions import Hit
from crosswire.claims.tokens import children
from crosswire.claims.told_forms import words
from crosswire.model import Attribute, Text

APART = frozenset({"as", "after", "while", "amid", "because", "when", "if", "before", "without"})  # another clause
LONGEST = 14  # tokens: what is longer is a sentence of its own
OWN = ("dobj", "prt", "prep", "dative", "xcomp", "acomp", "oprd", "agent", "pcomp", "advmod", "npadvmod", "ccomp")
WITHIN = ("xcomp", "ccomp", "advcl", "acl", "relcl")


def to_do(hit: Hit, attribute: Attribute) -> Iterator[Answer]:
    """Of "called on the mayor to open the gate, she said" the words "open the gate"."""
    deed = deed_asked(hit.token)
    lemma = hit.token.lemma_.lower()
    if deed is None or lemma in words("says") or not (hit.worded or lemma in words("aims")):
        return
    text = Text(deed.doc[deed.i : _end(deed)].text, deed.lemma_.lower())
    yield Answer(attribute.name, text, hit.passage, deed.i, _end(deed))


def deed_asked(verb: Token) -> Token | None:
    """The verb of what is to be done."""
    return next((t for t in _behind(verb) if is_infinitive(t)), None)


def _behind(verb: Token) -> Iterator[Token]:
    """The clauses that hang on a word of speech, or on whom it is meant for."""
    holders = [verb, *(t for t in addressed(verb) if t.i > verb.i)]
    holders += [c for c in children(verb) if c.dep_ == "prep" and c.i > verb.i]
    found = {c.i: c for one in holders for c in children(one) if c.dep_ in WITHIN or c.dep_ == "pcomp"}
    yield from (found[i] for i in sorted(found) if i > verb.i)


def _end(deed: Token) -> int:
    """The index behind a deed and what belongs to it, up to a comma, a quotation or a clause of its own."""
    own = [c for c in children(deed) if c.i > deed.i and c.dep_ in OWN]
    last = max([deed.i, *(c.right_edge.i for c in own)])
    for token in deed.doc[deed.i + 1 : last + 1]:
        apart = token.is_punct and token.text not in ("-", "'", "\u2019", "$", "%")
        other = token.lower_ in APART or token.dep_ == "mark" or token.tag_ in ("WP", "WDT", "WRB")
        if apart or other or token.i - deed.i >= LONGEST:
            return token.i
    return last + 1
