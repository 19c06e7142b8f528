"""A parsed passage as plain lists: attribution rules look at every word, and lists are several times faster than
tokens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from crosswire.claims.parse import Passage

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """One passage's dependency parse, by token index. `lower` is the word in lower case, `start` and `end` are
    offsets into the report's text, `first` and `last` the ends of the token's sentence (inclusive)."""

    doc: Doc
    offset: int
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    start: list[int]
    end: list[int]
    children: list[list[int]]
    first: list[int]
    last: list[int]

    def __len__(self) -> int:
        return len(self.lower)

    def left(self, i: int) -> int:
        """The first token of what depends on token i, itself included."""
        return int(self.doc[i].left_edge.i)

    def right(self, i: int) -> int:
        """The last token of what depends on token i, itself included."""
        return int(self.doc[i].right_edge.i)

    def kids(self, i: int, *deps: str) -> Iterator[int]:
        """The children of token i in one of these relations, in the order of the text."""
        return (c for c in self.children[i] if self.dep[c] in deps)

    def kid(self, i: int, *deps: str) -> int | None:
        """The first child of token i in one of these relations."""
        return next(self.kids(i, *deps), None)

    def subject(self, i: int) -> int | None:
        """The grammatical subject of verb i, if it has one of its own."""
        return self.kid(i, *SUBJECTS)

    def token_at(self, offset: int) -> int:
        """The first token that ends behind this offset of the report's text (len(self) if there is none)."""
        low, high = 0, len(self.end)
        while low < high:
            middle = (low + high) // 2
            if self.end[middle] <= offset:
                low = middle + 1
            else:
                high = middle
        return low


def tree_of(passage: Passage) -> Tree:
    """The passage's parse, each token read once."""
    doc, offset = passage.doc, passage.offset
    words = [t.text for t in doc]
    start = [offset + t.idx for t in doc]
    head = [t.head.i for t in doc]
    children: list[list[int]] = [[] for _ in words]
    for i, h in enumerate(head):
        if h != i:
            children[h].append(i)
    first, last = _sentence_ends(doc)
    return Tree(
        doc=doc,
        offset=offset,
        lower=[w.lower() for w in words],
        lemma=[t.lemma_.lower() for t in doc],
        pos=[t.pos_ for t in doc],
        tag=[t.tag_ for t in doc],
        dep=[t.dep_ for t in doc],
        head=head,
        start=start,
        end=[s + len(w) for s, w in zip(start, words, strict=True)],
        children=children,
        first=first,
        last=last,
    )


def _sentence_ends(doc: Doc) -> tuple[list[int], list[int]]:
    first: list[int] = []
    last: list[int] = []
    for sentence in doc.sents:
        first.extend([sentence.start] * (sentence.end - sentence.start))
        last.extend([sentence.end - 1] * (sentence.end - sentence.start))
    return first, last
