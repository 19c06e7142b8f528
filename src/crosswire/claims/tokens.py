"""What is asked of a parse again and again, kept with it: a token's children, and what a rule found for a token.

spaCy makes children anew each time they are asked for, and the questions of a frame ask the same of one trigger for
each attribute. Only what was asked is kept: a table of all children costs more than it saves in ordinary news, where
few sentences tell an event.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Concatenate, ParamSpec, TypeVar

from spacy.tokens import Token

CHILDREN, KEPT = "crosswire.children", "crosswire.kept"
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
