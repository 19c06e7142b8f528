"""Words for one kind of occurrence: of one root, of one family (families.toml), or alike by the product's dictionaries.

The families were written with misses of dev in view; what they are worth on words that nobody looked at is better told
by dev without them: there the roots and the dictionaries gain .011 of B3.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from crosswire.events.words import stem
from crosswire.facts.check.words import load_words

# What makes a noun of a verb or a form of a word, the longest first: "resignation", "stoppage", "departure", "rehires".
ENDINGS = (
    *("ations", "ation", "eries", "ments", "ances", "ences", "ions", "ment", "ance", "ence", "ures", "ages"),
    *("edly", "ings", "ion", "als", "ure", "age", "ery", "ing", "al", "ed", "es", "s", "e", "y"),
)
# In a phrase: "show him the door" is "show-door".
LEFT_OUT = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "my",
        "our",
        "your",
        "his",
        "her",
        "its",
        "their",
        "'s",
        "-",
        ",",
        "``",
        "''",
        "and",
    ]
)


def root(word: str) -> str:
    """A word without what makes a noun of a verb or a form of it, and in one spelling: "apologise", "apologize"."""
    short = word.replace("-", "")
    for ending in ENDINGS:
        if short.endswith(ending) and len(short) - len(ending) >= (4 if len(ending) > 2 else 3):
            short = short.removesuffix(ending)
            break
    if short.endswith("e") and len(short) > 4:
        short = short[:-1]
    if len(short) > 3 and short[-1] == short[-2]:
        short = short[:-1]
    if short.endswith("i"):
        short = short[:-1] + "y"
    return short[:-1] + "z" if short.endswith("is") and len(short) > 5 else short


class Families:
    """families.toml, read: which families a mention's words are of."""

    def __init__(self) -> None:
        table = tomllib.loads(Path(__file__).with_name("families.toml").read_text("utf-8"))
        self._of: dict[str, set[str]] = defaultdict(set)
        self._roots: dict[str, set[str]] = defaultdict(set)
        alike = [*table["alike"]["of"], *table["alike"]["wide"]]
        for family, told in [*table["forms"].items(), *((told, told) for told in alike)]:
            for form in told.split():
                self._of[form].add(family)
                if "-" not in form:
                    self._of[stem(form)].add(family)
        for told in table["alike"]["wide"]:
            for form in told.split():
                self._roots[root(form)].add(told)
        self._light = frozenset(table["light"]["verbs"].split())

    def of(self, word: str, lemmas: Sequence[str]) -> frozenset[str]:
        """Those of its head, of a phrase of two words in it ("step down"), and beside a light verb of all its words."""
        head, *told = lemmas
        rest = [lemma for lemma in told if lemma not in LEFT_OUT]
        asked = [word, stem(word), head, *(f"{a}-{b}" for a, b in pairwise(rest))]
        if head in self._light:
            asked += [form for lemma in rest for form in (lemma, stem(lemma))]
        found = (self._roots.get(root(word), ()), *(self._of.get(form, ()) for form in asked))
        return frozenset(family for families in found for family in families)


class Dictionaries:
    """What the product holds alike when it checks a sentence: groups of acts by hand, senses of WordNet."""

    def __init__(self) -> None:
        self._words = load_words()
        self._acts: dict[str, set[int]] = defaultdict(set)
        for word, groups in self._words.acts.items():
            self._acts[root(word)] |= groups
        self._known: dict[tuple[str, str], bool] = {}

    def alike(self, one: str, two: str) -> bool:
        """Whether two words may tell the same: one group of acts, a sense, a broader one, one made from the other."""
        pair = (one, two) if one < two else (two, one)
        if pair not in self._known:
            acts = bool(self._acts.get(root(one), set()) & self._acts.get(root(two), set()))
            senses = self._words.senses
            self._known[pair] = acts or senses.alike(one, two) or senses.alike(two, one)
        return self._known[pair]
