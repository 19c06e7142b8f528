"""Texts told apart: first what topic each is of, then, by what not all of a topic say, which event of it.

Which occurrences two texts share, once their mentions are linked, tells of it too: texts and mentions help each other.

Two texts of one topic share the words that tell most ("Waitrose", "fire"); what tells its events apart are words that
some of its texts have and others not ("Banstead", "Wellington"). Texts are short, so that two of one event may share
none of those: each leans on the three that are most like it.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from crosswire.events.words import LEAD, LEAD_WORDS, TITLE, Lexicon, forms

Matrix = npt.NDArray[np.float64]
Events = Mapping[str, Collection[str]]

SHORT = 4.0  # the length that a text of few words is taken to have: some are a sentence or two
TERMS = 200  # words kept of a text; with 60, as the product keeps, B3 of the topics drawn by lot is .938, so .959
RELATED = 0.08  # mean likeness of the texts of one topic
FEW = 4  # of fewer texts nothing is known of what their topic says anyway
RARE_AT = 4  # added to the number of texts: in a topic of few, what all say still tells something
OCCURRENCE = 0.2  # what an occurrence told in both tells, beside words whose squares sum to 1
NEAREST = 3  # texts that a text leans on
LEAST = 0.45  # the length that a text is taken to have that says nothing but what all say
ONE_EVENT = 0.25  # mean likeness of the texts of one event, by what is left of them


class Text(NamedTuple):
    title: str
    text: str


def by_event(texts: Mapping[str, Text], words: Lexicon, told_in: Events | None = None) -> dict[str, str]:
    """Text -> the event that it tells of, under any name; `told_in`: the occurrences that are told in each, as far as
    they are known, tell texts of one topic apart too."""
    names = sorted(texts)
    told = _matrix([_weighed(texts[n], words) for n in names])
    topics: dict[int, list[int]] = defaultdict(list)
    for place, label in enumerate(averaged(told @ told.T, RELATED)):
        topics[label].append(place)
    event = {}
    told = np.hstack([told, _shared(names, told_in or {})])
    for label, places in topics.items():
        for place, part in zip(places, _apart(told[places]), strict=True):
            event[names[place]] = f"{label} {part}"
    return event


def _shared(names: Sequence[str], told_in: Events) -> Matrix:
    """A row a text, a column an occurrence that two texts or more tell of."""
    known = Counter(event for name in names for event in set(told_in.get(name, ())))
    shared = sorted(event for event, count in known.items() if count > 1)
    return np.array([[OCCURRENCE * (event in told_in.get(name, ())) for event in shared] for name in names])


def _weighed(text: Text, words: Lexicon) -> dict[str, float]:
    """Word -> its part of a text of length 1, or less where there are few: as `events.words.whole`, of more words."""
    told = forms(text.text)
    counts = Counter([*forms(text.title) * TITLE, *told[:LEAD_WORDS] * LEAD, *told[LEAD_WORDS:]])
    heavy: dict[str, float] = defaultdict(float)
    for form, count in counts.items():
        word, worth = words.met[form]
        heavy[word] += (1 + math.log(count)) * worth
    top = sorted(((word, weight) for word, weight in heavy.items() if weight), key=lambda one: (-one[1], one[0]))[
        :TERMS
    ]
    length = max(SHORT, math.sqrt(sum(weight * weight for _, weight in top)))
    return {word: weight / length for word, weight in top}


def _matrix(vectors: Sequence[Mapping[str, float]]) -> Matrix:
    """A row a text, a column a word."""
    column = {word: i for i, word in enumerate(sorted({w for v in vectors for w in v}))}
    found = np.zeros((len(vectors), len(column)))
    for row, vector in zip(found, vectors, strict=True):
        row[[column[w] for w in vector]] = list(vector.values())
    return found


def _apart(told: Matrix) -> list[int]:
    """The texts of one topic by event."""
    count = len(told)
    if count < FEW:
        return [0] * count
    known = (told > 0).sum(axis=0)
    left = _of_length(told * (1 - np.maximum(known - 1, 0) / (count + RARE_AT)))
    near = left @ left.T
    np.fill_diagonal(near, 0)
    least = np.sort(near, axis=1)[:, -NEAREST, None]
    leaning = np.where(near >= least, near, 0)
    leaning /= np.maximum(leaning.sum(axis=1, keepdims=True), 1e-9)
    left = _of_length(left + leaning @ left)
    return averaged(left @ left.T, ONE_EVENT)


def _of_length(rows: Matrix) -> Matrix:
    length = np.sqrt((rows**2).sum(axis=1, keepdims=True))
    return np.asarray(rows / np.maximum(length, LEAST))


def averaged(near: Matrix, least: float) -> list[int]:
    """Average linkage: the two nearest groups join while the mean over all pairs across is `least` or more."""
    count, gone = len(near), -1e9
    near = near.astype(float)
    np.fill_diagonal(near, gone)
    sizes, home = np.ones(count), np.arange(count)
    while count:
        one, two = divmod(int(np.argmax(near)), count)
        if near[one, two] < least:
            break
        row = (near[one] * sizes[one] + near[two] * sizes[two]) / (sizes[one] + sizes[two])
        row[near[one] == gone] = gone
        row[[one, two]] = gone
        near[one], near[:, one] = row, row
        near[two], near[:, two] = gone, gone
        sizes[one] += sizes[two]
        home[home == two] = one
    return [int(h) for h in home]
