"""A parsed passage as plain lists: attribution rules look at every word, and lists are several times faster than
tokens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.strings import StringStore
from spacy.tokens import Doc

from crosswire.claims.parse import Passage

COLUMNS: list[int | str] = ["LOWER", "LEMMA", "POS", "TAG", "DEP", "HEAD", "IDX", "LENGTH"]
HALF = 1 << 63
RELATIVE = frozenset({"WDT", "WP", "WP$"})
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
        dep = self.dep
        for c in self.children[i]:
            if dep[c] in deps:
                return c
        return None

    def subject(self, i: int) -> int | None:
        """The grammatical subject of verb i, if it has one of its own; of two that stand before it the nearer ("which
        he said flew", "His vow notwithstanding, analysts agree"), unless it only ends a list that the farther holds
        ("Users of the apps Alpha, Beta, and Gamma reported")."""
        before = None
        for c in self.children[i]:
            if self.dep[c] in SUBJECTS:
                if c > i:
                    return c if before is None or self._behind(i, before, c) else before
                before = c if before is None or not self._listed(before, c) else before
        return before

    def _behind(self, i: int, noun: int, other: int) -> bool:
        """Whether verb i has its subject behind it, and before a comma one that is none: "..., most of them bruised,
        said Ann Lee"."""
        return self.left(other) == i + 1 and self.lower[i - 1] == "," and self.right(noun) < i and noun < i - 1

    def _listed(self, noun: int, other: int) -> bool:
        """Whether what hangs on a noun ends in the "and" that stands right before the other."""
        joint = self.left(other) - 1
        return noun < joint and self.lower[joint] in {"and", "or"} and self.right(noun) == joint

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


class Names(dict[int, str]):
    """The strings of the parser's hashes, each looked up once; one for all passages of a report."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self.strings = strings

    def __missing__(self, key: int) -> str:
        name = self[key] = self.strings[key]
        return name


def tree_of(passage: Passage, names: Names | None = None) -> Tree:
    """The passage's parse, read column by column: single tokens cost more than all the rules together."""
    doc, offset = passage.doc, passage.offset
    known = Names(doc.vocab.strings) if names is None else names
    columns = doc.to_array(COLUMNS).T.tolist() if len(doc) else [[] for _ in COLUMNS]
    lower, lemma, pos, tag, dep = ([*map(known.__getitem__, column)] for column in columns[:5])
    lemma = [word.lower() for word in lemma]
    head = [i + (h if h < HALF else h - 2 * HALF) for i, h in enumerate(columns[5])]
    children: list[list[int]] = [[] for _ in head]
    for i, h in enumerate(head):
        if h != i:
            children[h].append(i)
    first, last = _sentence_ends(doc)
    start = [offset + at for at in columns[6]]
    return Tree(
        doc=doc,
        offset=offset,
        lower=lower,
        lemma=lemma,
        pos=pos,
        tag=tag,
        dep=dep,
        head=head,
        start=start,
        end=[at + length for at, length in zip(start, columns[7], strict=True)],
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
