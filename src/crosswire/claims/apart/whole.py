"""Nouns that the parser takes apart: at a hyphen ("two co-workers"), and at a deed that a person is named by ("shooting
suspect").
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from crosswire.claims.apart.join import JOIN, Arcs
from crosswire.claims.apart.phrase import lists

WHOLE = "crosswire_whole"


def add_whole(parser: Language) -> None:
    """Put the component behind those that stand around a pipeline's parser."""
    parser.add_pipe(WHOLE, after=JOIN)


@Language.component(WHOLE)
def make_whole(doc: Doc) -> Doc:
    """Make one noun of what the parser took apart: in "killed two co-workers" it finds three objects, of which two are
    "co", and in "trial begins for Oslo shooting suspect" Oslo shoots somebody."""
    words = lists()
    hyphened = [t.i for t in doc[:-2] if t.lower_ in words["prefixes"] and not t.whitespace_ and _has_noun(doc, t.i)]
    called = [t.i for t in doc[1:-1] if t.lower_ in words["deeds"] and t.tag_ == "VBG" and _calls(doc, t.i, words)]
    if not hyphened and not called:
        return doc
    arcs = Arcs.of(doc)
    for i in hyphened:
        arcs.merge(range(i, i + 2), i + 2)
        arcs.hang(i + 1, i + 2, "punct")
    for i in called:
        doc[i].tag_ = "NN"
        first = i - 1 if arcs.heads[i - 1] == i else i
        arcs.merge(range(first, i + 1), i + 1)
        if arcs.deps[i + 1] == "pcomp":
            arcs.deps[i + 1] = "pobj"
    arcs.give(doc)
    return doc


def _has_noun(doc: Doc, i: int) -> bool:
    hyphen, noun = doc[i + 1], doc[i + 2]
    return hyphen.text == "-" and not hyphen.whitespace_ and noun.tag_.startswith("NN")


def _calls(doc: Doc, i: int, words: dict[str, frozenset[str]]) -> bool:
    """Whether a deed and the noun behind it name somebody: a noun stands before it, which the parser takes for who does
    it, and nothing else tells of it."""
    before, deed, behind = doc[i - 1], doc[i], doc[i + 1]
    if behind.lower_ not in words["persons_by_deed"] or behind.head != deed or not before.tag_.startswith("NN"):
        return False
    return before.head == deed and all(c in (before, behind) for c in deed.children if not c.is_punct)
