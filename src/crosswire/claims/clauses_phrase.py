"""A noun phrase of a clause -> the values and words it holds; what the finding of clauses needs to know of a report."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from crosswire.claims.grammar.lists import Grammar
from crosswire.claims.parse import Passage
from crosswire.claims.placed import Board
from crosswire.claims.stance.judge import Judgement
from crosswire.claims.tokens import children
from crosswire.model import Party, Phrase, Place, Quantity, Report, Span, Time, Value

DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
CONTENT = ("NOUN", "PROPN", "ADJ", "VERB", "ADV")
INSIDE = ("compound", "amod", "nmod", "poss", "appos", "npadvmod", "advmod", "nummod", "quantmod", "neg")
UNTOLD = ("several", "multiple", "many", "some", "such", "own", "same", "certain", "various", "not", "n't")
EMPTY_ADVERBS = frozenset(
    ("also", "then", "when", "where", "how", "why", "however", "meanwhile", "too", "as", "there", "so", "just", "thus")
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the finding of clauses needs to know of a report: its passages, values, events, how clauses are judged."""

    report: Report
    passages: Sequence[Passage]
    board: Board
    grammar: Grammar
    judge: Callable[[Token], Judgement]
    party_of: Callable[[int, Token], Party | None]
    events: frozenset[int]  # offsets of the report at which an event's word stands

    def span(self, passage: int, start: int, end: int) -> Span:
        """The report's span of tokens [start, end) of a passage."""
        tokens = self.passages[passage].doc[start:end]
        return self.passages[passage].span(self.report.text, tokens.start_char, tokens.end_char)

    def offset(self, passage: int, token: Token) -> int:
        """Where a token stands in the report."""
        return self.passages[passage].offset + token.idx


def phrase_of(around: Surroundings, passage: int, role: str, head: Token, front: bool = False) -> Phrase:
    own = _own_tokens(head)
    named: Value | None = None
    values: list[Value] = []
    taken: set[int] = set()
    for placed in around.board.sentence(passage, head):
        inside = [i for i in range(placed.tokens.start, placed.tokens.end) if i in own]
        if not inside:
            continue
        value = placed.found.value
        if head.i in inside and isinstance(value, Party | Place | Time):
            if named is None or isinstance(value, Party) == (role in ("agent", "patient", "by")):
                named = value
        else:
            values.append(value)
        taken.update(i for i in inside if not isinstance(value, Quantity) or _is_number(head.doc[i], value))
    if named is None:
        named = around.party_of(passage, head) if head.pos_ == "PRON" else None
        taken |= {head.i} if named is not None else set()
    words = {head.doc[i].lemma_.lower() for i in own - taken if _carries(head.doc[i])}
    span = around.span(passage, min(own), max(own) + 1)
    return Phrase(role, head.lemma_.lower(), frozenset(words), named, tuple(values), span, front)


def _own_tokens(head: Token) -> set[int]:
    """A head with what stands inside its phrase, clauses and other prepositions than "of" left out."""
    own = {head.i}
    for child in children(head):
        if child.dep_ in INSIDE and child.dep_ != "neg":
            own |= _own_tokens(child)
        elif child.dep_ == "prep" and child.lower_ == "of":
            for inner in children(child):
                if inner.dep_ == "pobj":
                    own |= _own_tokens(inner)
    return own


def _is_number(token: Token, of: Quantity) -> bool:
    if DIGITS.fullmatch(token.text) and of.low is not None:
        figure = float(token.text.replace(",", ""))
        if of.unit == "1" and figure not in (of.low, of.high) and figure > 100:
            return False  # the number in a name: "22 Boeing 787 jets"
    return token.like_num or token.pos_ in ("NUM", "ADP", "ADV", "SYM", "DET") or token.lower_ in UNTOLD


def _carries(token: Token) -> bool:
    if token.lower_ in UNTOLD or token.lower_ in EMPTY_ADVERBS:
        return False
    return token.pos_ in CONTENT or token.pos_ == "NUM" or (token.pos_ == "PRON" and token.dep_ != "poss")
