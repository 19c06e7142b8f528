"""Reports of one running story: what most of them say does not tell its events apart, so that it counts for less.

Reports of a story that goes on for days share the words that tell most: who, where, and what it is all about. They
open differently, though, as each tells what is new; reports of one event open alike. So a group of reports that open
unlike one another is a running story, and in it a reader looks at what not all say. All of it follows from the set of
reports in the group, so that the order of their arrival does not matter.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from crosswire.events.pairs import Facets
from crosswire.events.words import STEP

FEW = 4  # of fewer reports nothing is known of what their story says anyway
# How alike the reports of a group are on average, by text, lead and headline. Of 229 groups of dev,
# of one event and of several, .98 of the pairs come out in order by this (.96 by the lead alone, .88 by the text).
OPENING = (0.1, 1.0, 0.375)
RUNNING = 0.32
# Of `count` reports a word that `known` tell counts (1 - (known - 1) / (count + PRIOR)) ** POWER of what it counts in
# English at large: in two of four reports .86, in eight of eight .37, in fifty of fifty .16 and no less in more.
PRIOR, POWER, MOST = 10, 2.0, 0.6

Worths = Mapping[str, float]


def is_running(reports: Sequence[Facets]) -> bool:
    """Whether these reports, taken for one event by what they are about, open as unlike one another as a story's do."""
    if len(reports) < FEW:
        return False
    parts = zip(*(facets.weights for facets in reports), strict=True)
    return sum(by * _alike(part) for by, part in zip(OPENING, parts, strict=True)) < RUNNING


def _alike(vectors: Sequence[Mapping[str, int]]) -> float:
    """The mean likeness of all pairs, by what they add up to: whole numbers, and no pair is looked at."""
    total: dict[str, int] = {}
    own = 0
    for vector in vectors:
        for word, weight in vector.items():
            total[word] = total.get(word, 0) + weight
            own += weight * weight
    count = len(vectors)
    return (sum([weight * weight for weight in total.values()]) - own) / (STEP * STEP * count * (count - 1))


def worths(reports: Iterable[Facets]) -> Worths:
    """How much the words still tell that several of these reports say; a word of one report tells all it did."""
    known: Counter[str] = Counter()
    count = 0
    for facets in reports:
        count += 1
        known.update({word for weights in facets.weights for word in weights})
    most = {word: min(MOST, (times - 1) / (count + PRIOR)) for word, times in known.items() if times > 1}
    return {word: (1 - share) ** POWER for word, share in most.items()}


def within(facets: Facets, worth: Worths) -> Facets:
    """A report as it is compared with others of its story."""
    return replace(facets, weights=tuple(_reweighed(weights, worth) for weights in facets.weights))


def _reweighed(weights: Mapping[str, int], worth: Worths) -> Mapping[str, int]:
    """Whole numbers again, of the same length: the sum of what two share must not hang on the order of adding up."""
    left = {word: weight * worth.get(word, 1.0) for word, weight in weights.items()}
    length = math.hypot(*left.values())
    if not length:
        return weights
    by = math.hypot(*weights.values()) / length
    return {word: round(weight * by) for word, weight in left.items()}
