"""Verbs whose forms the model's rules take for those of other verbs, so that no frame would know them."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

from spacy.language import Language

LEMMATIZER = "lemmatizer"


def add_lemmas(parser: Language) -> None:
    """Teach the rules of a pipeline the forms of data/lemmas.toml."""
    if LEMMATIZER not in parser.pipe_names:
        return
    lemmatizer: Any = parser.get_pipe(LEMMATIZER)
    text = (files("crosswire.claims") / "data" / "lemmas.toml").read_text("utf-8")
    told = tomllib.loads(text)
    known = lemmatizer.lookups.get_table("lemma_exc")["verb"]
    known.update({form: [lemma] for lemma, forms in told["forms"].items() for form in forms})
    index = lemmatizer.lookups.get_table("lemma_index")
    index["verb"] = [verb for verb in index["verb"] if verb not in told["rare"]]
