"""Recognised values laid onto the parse: which value stands at, in or near a token."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from crosswire.claims.parse import Passage
from crosswire.claims.tokens import sentence_start
from crosswire.model import Recognised

ASIDE = 24  # words that an aside between commas may have


@dataclass(frozen=True, slots=True)
class Placed:
    """A recognised value with the tokens it covers; `root` is the token its phrase hangs by."""

    found: Recognised
    passage: int
    tokens: Tokens

    @property
    def root(self) -> Token:
        """The head token of the value's words."""
        return self.tokens.root

    @property
    def type(self) -> str:
        """quantity, time, place, party or text."""
        return self.found.value.type


@dataclass(frozen=True, slots=True)
class Board:
    """All values of one report by the passage and the sentence (its first token's index) they stand in."""

    by_sentence: dict[tuple[int, int], list[Placed]]

    def sentence(self, passage: int, token: Token) -> Sequence[Placed]:
        """The values in the sentence of a token, in the order of the text."""
        return self.by_sentence.get((passage, sentence_start(token)), ())

    def at(self, passage: int, token: Token, kind: str) -> Placed | None:
        """The value of a type whose words cover the token; else the one nearest before it in its own noun phrase."""
        within = None
        for placed in self.sentence(passage, token):
            if placed.type != kind:
                continue
            if placed.tokens.start <= token.i < placed.tokens.end:
                return placed
            if token.left_edge.i <= placed.tokens.start and placed.tokens.end <= token.i:
                within = placed
        return within

    def below(self, passage: int, token: Token, kind: str) -> Iterable[Placed]:
        """All values of a type inside the token's subtree."""
        left, right = token.left_edge.i, token.right_edge.i
        for placed in self.sentence(passage, token):
            if placed.type == kind and left <= placed.tokens.start and placed.tokens.end <= right + 1:
                yield placed


def behind(placed: Placed) -> int:
    """Where the words behind a value begin: past what a part of it is told in ("150 people, including 67 Germans,",
    "three men, two of them soldiers,")."""
    doc, end = placed.tokens.doc, placed.tokens.end
    part = end + 2 < len(doc) and (doc[end + 1].lower_ in ("including", "among") or doc[end + 2].lower_ == "of")
    if part and doc[end].text == ",":
        closing = next((t.i for t in doc[end + 2 : end + 2 + ASIDE] if t.text == ","), None)
        return end if closing is None else closing + 1
    return end


def lay_out(passages: Sequence[Passage], values: Iterable[Recognised], wanted: set[tuple[int, int]]) -> Board:
    """The values of the wanted sentences (passage, first token's index); the others cost nothing."""
    by_sentence: dict[tuple[int, int], list[Placed]] = {}
    ordered = sorted(values, key=lambda r: (r.span.start, r.span.end))
    position = 0
    for number, passage in enumerate(passages):
        end = passage.offset + passage.length
        while position < len(ordered) and ordered[position].span.start < end:
            found = ordered[position]
            position += 1
            if found.span.start < passage.offset:
                continue
            tokens = passage.doc.char_span(
                found.span.start - passage.offset, found.span.end - passage.offset, alignment_mode="expand"
            )
            if tokens is None or not len(tokens):
                continue
            key = (number, sentence_start(tokens[0]))
            if key in wanted:
                by_sentence.setdefault(key, []).append(Placed(found, number, tokens))
    return Board(by_sentence)
