"""The forms of a verb that tell what was done or is being done, and lists of verbs (data/open.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Set
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from crosswire.claims.grammar import tree as g
from crosswire.claims.grammar.lists import Grammar
from crosswire.claims.infinitives import is_infinitive
from crosswire.claims.tokens import children

PRESENT = ("VBZ", "VBP")
UNREAL = ("to", "do", "does", "did")
PERFECT = frozenset({"was", "were", "had", "has", "have", "been", "'ve", "'d", "got"})
UNDER_WAY = frozenset({"is", "are", "was", "were", "'s", "'re", "’s", "’re", "been"})  # with "-ing": "are drafting"


def is_told(verb: Token, titled: bool) -> bool:
    """Whether the form of a verb tells what was done or is being done: past, perfect, a title's present, progressive or
    passive without "was"; below a title "are analyzing" is no news."""
    helps = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass")]
    unreal = any(c.tag_ == "MD" or c.lower_ in UNREAL for c in helps) or any(c.dep_ == "neg" for c in children(verb))
    forms = {c.lower_ for c in helps}
    under_way = verb.tag_ == "VBG" or "being" in forms
    if titled and not unreal and under_way and not forms.isdisjoint(UNDER_WAY):
        return True
    if unreal or verb.tag_ != "VBN":
        return not unreal and (verb.tag_ == "VBD" or (titled and verb.tag_ in PRESENT))
    if titled or not forms.isdisjoint(PERFECT) or _is_past(verb, forms):
        return True
    return verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not forms and is_told(verb.head, titled)


def _is_past(verb: Token, forms: Set[str]) -> bool:
    """Whether what the tagger takes for a participle is a past tense: it has somebody before it who does it, and no
    word of help ("after the mayor reneged on it")."""
    own = any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.lefts)
    return own and not forms and verb.dep_ in ("ROOT", "ccomp", "relcl", "advcl", "conj")


def was_done(verb: Token, titled: bool, grammar: Grammar) -> bool:
    """Whether a verb without tense tells what was done: "after jumping the fence", "managed to jump it",
    "ran off, jumping the fence"."""
    if verb.dep_ == "pcomp":
        return verb.tag_ == "VBG" and verb.head.lower_ == "after"
    if verb.dep_ == "advcl" and verb.tag_ == "VBG":
        return verb.head.pos_ == "VERB" and bool(g.own_objects(verb)) and is_told(verb.head, titled)
    managed = is_infinitive(verb) and verb.head.lemma_.lower() in grammar.implicative
    began = verb.dep_ == "xcomp" and verb.tag_ in ("VB", "VBG") and verb.head.lemma_.lower() in words("goes_on")
    return (managed or began) and verb.head.pos_ == "VERB" and is_told(verb.head, titled)


@cache
def words(kind: str) -> frozenset[str]:
    """A list of words of data/open.toml."""
    return frozenset(tomllib.loads((files("crosswire.claims") / "data" / "open.toml").read_text("utf-8"))[kind])
