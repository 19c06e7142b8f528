"""What is asked of a parse again and again, kept with it: a token's children, its sentence, what a rule found for it.

spaCy makes children anew each time they are asked for, and the questions of a frame ask the same of one trigger for
each attribute. Only what was asked is kept: a table of all children costs more than it saves in ordinary news, where
few sentences tell an event.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Concatenate, ParamSpec, TypeVar

from spacy.tokens import Doc, Token

CHILDREN, KEPT = "crosswire.children", "crosswire.kept"
STARTS = "crosswire.starts"
HEADED = "crosswire.headed"  # of a parse: it is a headline
P = ParamSpec("P")
R = TypeVar("R")


def children(token: Token) -> Sequence[Token]:
    """The tokens that hang on a token, in their order."""
    table: dict[int, list[Token]] = token.doc.user_data.setdefault(CHILDREN, {})
    found = table.get(token.i)
    if found is None:
        found = table[token.i] = list(token.children)
    return found


def sentence_start(token: Token) -> int:
    """The index of the first token of a token's sentence.

    Not `token.sent`: that asks whether the whole document is annotated, token by token, each time.
    """
    starts = _starts(token.doc)
    return starts[bisect_right(starts, token.i) - 1]


def sentence_end(token: Token) -> int:
    """The index behind the last token of a token's sentence."""
    starts = _starts(token.doc)
    following = bisect_right(starts, token.i)
    return starts[following] if following < len(starts) else len(token.doc)


def _starts(doc: Doc) -> list[int]:
    """Where the sentences of a document start, found once and kept with it."""
    starts: list[int] | None = doc.user_data.get(STARTS)
    if starts is None:
        flags = doc.to_array("SENT_START").tolist()
        starts = [i for i, flag in enumerate(flags) if flag == 1 or i == 0]
        doc.user_data[STARTS] = starts
    return starts


def kept(rule: Callable[Concatenate[Token, P], R]) -> Callable[Concatenate[Token, P], R]:
    """The rule, its answer for each token of a parse found once.

    What it gives must not be changed by who asks, and what it is given besides the token must be the same for the whole
    parse.
    """
    name = rule.__qualname__

    def look(token: Token, /, *args: P.args, **kwargs: P.kwargs) -> R:
        memo: dict[tuple[str, int], R] = token.doc.user_data.setdefault(KEPT, {})
        key = (name, token.i)
        if key not in memo:
            memo[key] = rule(token, *args, **kwargs)
        return memo[key]

    look.__doc__ = rule.__doc__
    return look
