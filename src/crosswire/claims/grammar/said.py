"""What words are about: whom or what they are meant for, and the thing that what is said in a clause is done to."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from crosswire.claims.grammar import tree as g
from crosswire.claims.tokens import children
from crosswire.claims.told_forms import words

TOWARDS = ("for", "on", "upon")  # "called for a vote", "called on the mayor"
NOUNS = ("NOUN", "PROPN")
CONTENT = ("ccomp", "xcomp")
QUOTES = ('"', "\u201c", "\u201d", "``", "''")
DEEP = 4  # clauses: "said that he hopes to be able to open"


def addressed(verb: Token) -> list[Token]:
    """Whom or what words are meant for: the objects, else what stands behind "for" and "on", else what they are
    about. Who only says or tells something is about that: "told the paper" is no deed."""
    if verb.lemma_.lower() in words("says"):
        return list(content(verb))[:1]
    objects = [t for t in g.objects(verb) if t.pos_ in NOUNS]
    towards = [] if objects else [t for word, t in g.prepositions(verb) if word in TOWARDS and t.pos_ in NOUNS]
    return objects or towards or list(content(verb))[:1]


def clause_said(verb: Token) -> Token | None:
    """The verb of what is said, as a clause or an infinitive behind it, not in the words that it quotes."""
    behind = (c for c in children(verb) if c.dep_ in CONTENT and c.pos_ in ("VERB", "AUX") and c.i > verb.i)
    return next((c for c in behind if not any(t.text in QUOTES for t in verb.doc[verb.i : c.left_edge.i + 1])), None)


def content(verb: Token) -> Iterator[Token]:
    """What is done to which the clause that is said tells: of "said that he wants to open the hall" the hall, of "said
    that the hall was pretty" nothing."""
    said = clause_said(verb)
    for _ in range(DEEP):
        if said is None:
            return
        things = [t for t in g.objects(said) if t.pos_ in NOUNS and t.dep_ not in ("attr", "oprd")]
        things = things or [t for _, t in g.prepositions(said) if t.pos_ in NOUNS and not t.ent_type_]
        if things:
            yield from things
            return
        said = clause_said(said)
