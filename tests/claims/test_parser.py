"""The quick parser annotates as spaCy's own pipeline does, rules of several words included."""

from __future__ import annotations

import importlib

from spacy.language import Language
from spacy.tokens import Doc

from crosswire.claims.apart.join import add_cutting
from crosswire.claims.parse import SHIPPED, load_parser
from crosswire.claims.parser import QuickRuler

TEXTS = [
    "North Korea fired several short-range missiles on Tuesday, South Korea's military said.",
    "Let's go, they ain't gonna wait; you've gotta see that there are 12 ships, he said.",
    "There's nothin' left.  Y'all got that, and we ain't got it: I'd've gone.",
    "The US\tand  the EU agreed\u2029on 25 % tariffs. Who's that? It's hers.",
    "Isn't it what c'mon means? She gets it; there were two, and let us all go.",
    "",
    " ",
    "\n \n",
    "12,5 %",
]


def marks(doc: Doc) -> list[tuple[object, ...]]:
    """All that the pipeline sets on each word."""
    return [(t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.ent_type_) for t in doc]


def test_the_quick_parser_annotates_as_the_pipeline_does() -> None:
    stock: Language = importlib.import_module(SHIPPED).load()
    add_cutting(stock)
    quick = load_parser()
    assert isinstance(quick.get_pipe("attribute_ruler"), QuickRuler)
    for text, wanted, given in zip(TEXTS, stock.pipe(TEXTS), quick.pipe(TEXTS), strict=True):
        assert marks(given) == marks(wanted), text


def test_a_second_time_is_as_the_first() -> None:
    quick = load_parser()
    first = [marks(doc) for doc in quick.pipe(TEXTS)]
    assert [marks(doc) for doc in quick.pipe(TEXTS)] == first


def test_a_rank_with_its_full_stop_is_one_word_and_ends_no_sentence() -> None:
    parser = load_parser()
    for rank in ("Cpl.", "Sgt.", "Lt.", "Det.", "Fr.", "Pvt."):
        doc = parser(f"The fire spread, said {rank} Ana Paz. It burned for hours.")
        assert rank in [token.text for token in doc]
        assert len(list(doc.sents)) == 2, rank
