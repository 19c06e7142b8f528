"""The words that tell somebody's view (data/stance.toml), as tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crosswire.claims.stance.phrases import Phrases, phrases


@dataclass(frozen=True, slots=True)
class ViewWords:
    """The words of views (stance.toml): `judging` predicates, verbs of `reading` one thing in another, `guess` and
    `sure` adverbs, verbs that `foresee`, `hold` or `argue` a clause, predicates that are `prone` to what comes. `ill`
    is said of the hurt; `experts` are those who are asked for a judgement."""

    judging: Phrases
    reading: frozenset[str]
    guess: frozenset[str]
    sure: frozenset[str]
    foresee: frozenset[str]
    prone: frozenset[str]
    ill: frozenset[str]
    hold: frozenset[str]
    argue: frozenset[str]
    experts: frozenset[str]


def view_words(data: Mapping[str, Mapping[str, list[str]]]) -> ViewWords:
    """The view words of a parsed stance.toml."""
    rows = data["view"]
    return ViewWords(phrases(data["opinion"]["judging"]), **{name: frozenset(listed) for name, listed in rows.items()})
