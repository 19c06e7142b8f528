"""What linking is measured against: TF-IDF in a single pass; the text stream clusterer of river, where installed."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol

WORD = re.compile(r"[A-Za-z][A-Za-z'’]+|\d+")
WORDS_OF_ALL = """
the of and to a in that is was it for on as with be by at from this have are he his they she her not
but had its has were which or an who their will would been one said also can about more there we you
i him so if all
"""
STOP = frozenset(WORDS_OF_ALL.split())


def tfidf_words(text: str) -> Counter[str]:
    """The words of a text without the most common ones."""
    return Counter(w for w in (m.lower() for m in WORD.findall(text)) if w not in STOP)


class Peer(Protocol):
    """Takes texts one after the other."""

    def add(self, words: Counter[str]) -> int:
        """The number of the cluster that a text comes to."""
        ...


class River:
    """`river.cluster.TextClust` (Carnein and Trautmann's textClust): micro clusters that fade."""

    def __init__(self, made: Any) -> None:
        self._made = made
        self._texts = 0

    def add(self, words: Counter[str]) -> int:
        """The number of the micro cluster that a text comes to."""
        self._texts += 1
        self._made.learn_one(dict(words), t=self._texts)
        return int(self._made.predict_one(dict(words), type="micro"))


def river_clusterer() -> River | None:
    """river's clusterer with the threshold of its authors' news example; None where river is not installed."""
    if find_spec("river") is None:
        return None
    return River(
        import_module("river.cluster").TextClust(real_time_fading=False, fading_factor=0.001, tgap=1_000, radius=0.5)
    )


class SinglePass:
    """Each text joins the cluster with the nearest centroid, where that is near enough; else it starts one.

    Document frequencies are those of the texts that came before and of the text itself.
    """

    def __init__(self, threshold: float) -> None:
        self.threshold = threshold
        self._seen: Counter[str] = Counter()
        self._texts = 0
        self._clusters: list[dict[str, float]] = []
        self._lengths: list[float] = []
        self._by_word: dict[str, set[int]] = {}

    def add(self, words: Counter[str]) -> int:
        """The number of the cluster that a text comes to."""
        self._seen.update(words.keys())
        self._texts += 1
        idf = {w: math.log((self._texts + 1) / self._seen[w]) for w in words}
        vector = _unit({w: (1 + math.log(c)) * idf[w] for w, c in words.items()})
        clusters = self._clusters
        near = {c for w in vector for c in self._by_word.get(w, ())}
        scored = [(sum(x * clusters[c].get(w, 0.0) for w, x in vector.items()) / self._lengths[c], c) for c in near]
        score, best = max(scored, default=(0.0, -1))
        if score < self.threshold:
            best = len(clusters)
            clusters.append({})
            self._lengths.append(1.0)
        for w, x in vector.items():
            clusters[best][w] = clusters[best].get(w, 0.0) + x
            self._by_word.setdefault(w, set()).add(best)
        self._lengths[best] = _norm(clusters[best])
        return best


def single_pass(words: Sequence[Counter[str]], order: Sequence[int], threshold: float) -> list[str]:
    """The clusters of texts that came in this order."""
    peer = SinglePass(threshold)
    found = {i: str(peer.add(words[i])) for i in order}
    return [found[i] for i in range(len(words))]


def _unit(vector: dict[str, float]) -> dict[str, float]:
    length = _norm(vector)
    return {w: x / length for w, x in vector.items()}


def _norm(vector: dict[str, float]) -> float:
    return math.sqrt(sum(x * x for x in vector.values())) or 1.0
