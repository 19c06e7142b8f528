"""The two components that stand around the parser: one cuts what is said from who says it, one puts them together.

Where nobody is said to say anything, two clauses are cut apart at their semicolon, and stay so. Measured on
`benchmarks clothes`; decision 0039.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from crosswire.claims.apart.cuts import SOURCES, Cut, find_cuts
from crosswire.claims.apart.phrase import FINITE, Words, lists

CUT, JOIN = "crosswire_cut", "crosswire_join"
CUTS = "crosswire.cuts"
QUOTES = frozenset('"“”„«»')
WRAP = 1 << 64
MARKS = {",": "punct", "CC": "cc"}
AUXILIARIES = frozenset({"has", "have", "had", "was", "were", "been"})


def add_cutting(parser: Language) -> None:
    """Put the two components around a pipeline's parser."""
    parser.add_pipe(CUT, before="parser")
    parser.add_pipe(JOIN, after="parser")


@Language.component(CUT)
def cut(doc: Doc) -> Doc:
    """Tell the parser where sentences are to be cut, and that their parts are not."""
    lower = [t.lower_ for t in doc]
    if (lists()["said"] | SOURCES).isdisjoint(lower):
        _at_semicolons(doc)
        return doc
    cuts = list(find_cuts(Words(lower, [t.tag_ for t in doc])))
    for one in cuts:
        doc[one.at].is_sent_start = True
        ends = one.kind in ("tail", "source")
        for i in range(one.at + 1, one.last + 1) if ends else range(one.first + 1, one.at):
            doc[i].is_sent_start = False  # who says it is one phrase
        if one.last + 2 < len(doc) and doc[one.last + 1].whitespace_ and lower[one.last + 1] == ".":
            doc[one.last + 2].is_sent_start = True
        if one.kind == "tail" and doc[one.verb].tag_ == "VBN" and doc[one.verb - 1].lower_ not in AUXILIARIES:
            doc[one.verb].tag_ = "VBD"
    if cuts:
        doc.user_data[CUTS] = cuts
    return doc


def _at_semicolons(doc: Doc) -> None:
    """Cut where two that each have a verb are set side by side: in "India strikes a camp; Islamabad denies any damage"
    the parser hangs the strike on the denial. Not inside a quotation."""
    if not QUOTES.isdisjoint(doc.text):
        return
    marks = [t.i for t in doc if t.text == ";"]
    for first, at, end in zip([-1, *marks], marks, [*marks[1:], len(doc)], strict=False):
        if all(any(t.tag_ in FINITE for t in doc[a + 1 : b]) for a, b in ((first, at), (at, end))):
            doc[at + 1].is_sent_start = True


@Language.component(JOIN)
def join(doc: Doc) -> Doc:
    """Hang what is said on the verb that says it."""
    cuts: Sequence[Cut] = doc.user_data.pop(CUTS, ())
    if not cuts:
        return doc
    arcs = Arcs.of(doc)
    for one in cuts:
        arcs.join(one)
    arcs.give(doc)
    return doc


@dataclass(slots=True)
class Arcs:
    """A parse while it is put together: head and relation of each token, with its tag and its word."""

    heads: list[int]
    deps: list[str]
    tags: list[str]
    words: list[str]

    @classmethod
    def of(cls, doc: Doc) -> Arcs:
        """The parse of a text."""
        return cls([t.head.i for t in doc], [t.dep_ for t in doc], [t.tag_ for t in doc], [t.lower_ for t in doc])

    def give(self, doc: Doc) -> None:
        """Make it the parse of the text."""
        strings = doc.vocab.strings
        pairs = enumerate(zip(self.heads, self.deps, strict=True))
        table: Any = np.array([[(head - i) % WRAP, strings.add(dep)] for i, (head, dep) in pairs], dtype=np.uint64)
        doc.from_array(["HEAD", "DEP"], table)

    def merge(self, parts: range, noun: int) -> None:
        """Make tokens compounds of the noun behind them, which takes over what hangs on them and what they hang on."""
        own = (*parts, noun)
        top = next((k for k in own if self.heads[k] not in own or self.heads[k] == k), noun)
        head, dep = self.heads[top], self.deps[top]
        for part in parts:
            for k in self.kids(part):
                self.hang(k, noun, self.deps[k])
        self.hang(noun, noun if head == top else head, dep)
        for part in parts:
            self.hang(part, noun, "compound")

    def join(self, one: Cut) -> None:
        """Put the two parts of a sentence together."""
        before, behind = self.root(one.at - 1), self.root(one.verb if one.kind == "tail" else one.at)
        if before == behind:
            return  # the parser did not cut there
        if one.kind == "tail":
            self.speak(one)
            self.hang(before, one.verb, "ccomp")
        elif one.kind == "clause":
            if self.words[one.at - 1] == "that" and not self.kids(one.at - 1):
                self.hang(one.at - 1, behind, "mark")
            self.hang(behind, one.verb, "ccomp")
        elif one.kind == "source":
            self.hang(behind, before, "prep")
        else:
            self.hang(before, behind, "prep")

    def speak(self, one: Cut) -> None:
        """Make the verb of a tail its root and the phrase before it, whole, its subject."""
        top = self.root(one.verb)
        if top != one.verb:
            for k in self.kids(top):
                if k > one.verb:
                    self.hang(k, one.verb, self.deps[k])
            self.hang(one.verb, one.verb, "ROOT")
        phrase = range(one.at, one.end + 1)
        tops = [k for k in phrase if self.heads[k] not in phrase or self.heads[k] == k]
        nouns = [k for k in tops if self.tags[k][:2] in ("NN", "PR", "CD", "JJ", "DT")]
        if not nouns:
            return
        first = next((k for k in nouns if self.tags[k][:2] in ("NN", "PR")), nouns[0])
        for k in tops:
            joined = any(self.words[j] in ("and", "or", "&") for j in range(first, k))
            if k != first:
                self.hang(k, first, MARKS.get(self.tags[k], "conj" if joined else "appos"))
        self.hang(first, one.verb, "nsubj")

    def hang(self, i: int, head: int, dep: str) -> None:
        """Give a token another head."""
        self.heads[i], self.deps[i] = head, dep

    def kids(self, i: int) -> list[int]:
        """The tokens that hang on a token."""
        return [k for k, head in enumerate(self.heads) if head == i and k != i]

    def root(self, i: int) -> int:
        """The token that all of a token's sentence hangs on."""
        while self.heads[i] != i:
            i = self.heads[i]
        return i
