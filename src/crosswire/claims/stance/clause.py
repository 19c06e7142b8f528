"""What the grammar of a clause says of it, whether a verb or an event noun heads it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from crosswire.claims.stance.cues import VERBS, ClauseWords, Finding
from crosswire.claims.stance.nouns import of_noun
from crosswire.claims.stance.truth import untruth
from crosswire.claims.stance.verbs import of_verb


def findings(head: Token, words: ClauseWords) -> Iterator[Finding]:
    """All that grammar says of the clause of a verb or an event noun, what counts most first."""
    yield from untruth(head)
    if head.pos_ in VERBS or head.tag_.startswith("VB"):
        yield from of_verb(head, words)
    elif head.pos_ == "ADJ" and head.dep_ == "acomp":
        yield from of_verb(head.head, words)
    else:
        yield from of_noun(head, words)
