"""The explained score: are two nodes one occurrence? A table of features, each a small function that says what it saw.

A feature answers None where one side is silent: silence is neither for nor against. A veto keeps two nodes apart
whatever else agrees, because a wrong merge invents corroboration and is worse than a split.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from crosswire.events.features import actors, family, headline, names, numbers, objects, places, story, together, words
from crosswire.events.features_time import DAY_APART, kind_of_telling, time, undated
from crosswire.events.pairs import VETO, Judgement, Pair, Seen

SAME_AT = 2.0

Feature = Callable[[Pair], Seen | None]


def judge(pair: Pair) -> Judgement:
    """Add up the features; a veto decides alone."""
    seen = [s for s in (feature(pair) for feature in FEATURES) if s is not None]
    vetoes = [s for s in seen if s.points <= VETO]
    reasons = tuple(s.why for s in (vetoes or seen))
    if vetoes:
        return Judgement("different", VETO, reasons)
    score = round(sum(s.points for s in seen), 2)
    if score >= SAME_AT:
        return Judgement("same", score, reasons)
    days_apart = any(s.points == DAY_APART for s in seen)
    return Judgement("different" if days_apart else "unsure", score, reasons)


FEATURES: Sequence[Feature] = (
    kind_of_telling,
    family,
    time,
    undated,
    actors,
    places,
    objects,
    numbers,
    words,
    names,
    headline,
    story,
    together,
)
