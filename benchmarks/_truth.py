"""Published ways to find the truth among conflicting sources, for comparison; none of them is part of the product.

All take votes (item -> value -> the sources that give it) and return the chosen value of each item. Sums and
Average.Log: Pasternack and Roth, COLING 2010. 2-Estimates: Galland et al., WSDM 2010. TruthFinder: Yin, Han and Yu, KDD
2007. ACCU, and ACCU with copying (DEPEN): Dong, Berti-Equille and Srivastava, VLDB 2009.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeVar

Votes = Mapping[str, Mapping[Hashable, Sequence[str]]]
Chosen = dict[str, Hashable]
Similar = Callable[[Hashable, Hashable], float]
K = TypeVar("K")
ROUNDS = 20
FALSE = 100  # wrong values an item may have (n of Dong et al.)
COPY = 0.8  # how much a copier copies (c), and
PRIOR = 0.2  # how often two sources depend on one another (alpha), of the same paper


def majority(votes: Votes) -> Chosen:
    """The value that most sources give."""
    return {item: _best({v: float(len(s)) for v, s in values.items()}) for item, values in votes.items()}


def sums(votes: Votes) -> Chosen:
    """Hubs and authorities: a source is trusted as far as its values are believed."""
    return _investing(votes, sum)


def average_log(votes: Votes) -> Chosen:
    """As sums, with the mean belief times the logarithm of how much a source says."""
    return _investing(votes, lambda beliefs: math.log(len(beliefs) + 1) * sum(beliefs) / len(beliefs))


def _investing(votes: Votes, trusted: Callable[[Sequence[float]], float]) -> Chosen:
    said = _said(votes)
    trust = dict.fromkeys(said, 1.0)
    belief: dict[tuple[str, Hashable], float] = {}
    for _ in range(ROUNDS):
        belief = {(i, v): sum(trust[s] for s in sources) for i, vs in votes.items() for v, sources in vs.items()}
        top = max(belief.values())
        trust = {s: trusted([belief[key] / top for key in keys]) for s, keys in said.items()}
        most = max(trust.values())
        trust = {s: t / most for s, t in trust.items()}
    return _chosen(votes, belief)


def two_estimates(votes: Votes) -> Chosen:
    """Truth of values and error of sources by turns; each vote for one value is a vote against the item's others."""
    said = _said(votes)
    givers = {i: {s for sources in vs.values() for s in sources} for i, vs in votes.items()}
    error = dict.fromkeys(said, 0.4)
    truth: dict[tuple[str, Hashable], float] = {}
    for _ in range(ROUNDS):
        for item, values in votes.items():
            for value, sources in values.items():
                against = givers[item] - set(sources)
                total = sum(1 - error[s] for s in sources) + sum(error[s] for s in against)
                truth[(item, value)] = total / len(givers[item])
        truth = _stretched(truth)
        for source, keys in said.items():
            wrong = sum(1 - truth[key] for key in keys)
            others = [truth[(i, v)] for i, own in keys for v in votes[i] if v != own]
            error[source] = (wrong + sum(others)) / (len(keys) + len(others))
        error = _stretched(error)
    return _chosen(votes, truth)


def _stretched(values: Mapping[K, float]) -> dict[K, float]:
    """Normalised to the whole of [0, 1], half of the way, as the paper does it."""
    low, high = min(values.values()), max(values.values())
    spread = (high - low) or 1.0
    return {k: 0.5 * (v - low) / spread + 0.5 * round(v) if high > low else v for k, v in values.items()}


def truthfinder(votes: Votes, similar: Similar) -> Chosen:
    """Trust of sources and confidence of values; similar values lend each other a part (rho .5, gamma .3)."""
    said = _said(votes)
    trust = dict.fromkeys(said, 0.9)
    confidence: dict[tuple[str, Hashable], float] = {}
    for _ in range(ROUNDS):
        score = {
            (i, v): sum(-math.log(max(1e-9, 1 - trust[s])) for s in sources)
            for i, vs in votes.items()
            for v, sources in vs.items()
        }
        for item, values in votes.items():
            for value in values:
                lent = sum(score[(item, v)] * similar(v, value) for v in values if v != value)
                confidence[(item, value)] = 1 / (1 + math.exp(-0.3 * (score[(item, value)] + 0.5 * lent)))
        trust = {s: min(0.999, sum(confidence[k] for k in keys) / len(keys)) for s, keys in said.items()}
    return _chosen(votes, confidence)


def accu(votes: Votes, copying: bool = False) -> Chosen:
    """Bayesian accuracy of sources; with `copying` a copier's vote counts as far as it may be its own."""
    said = _said(votes)
    accuracy = dict.fromkeys(said, 0.8)
    truth: dict[tuple[str, Hashable], float] = {}
    shared = _shared(votes) if copying else {}
    chosen = majority(votes)
    for _ in range(ROUNDS):
        depends = {pair: _dependence(both, chosen, accuracy, pair) for pair, both in shared.items()}
        for item, values in votes.items():
            weight = {v: _weight(sources, accuracy, depends) for v, sources in values.items()}
            top = max(weight.values())
            total = sum(math.exp(w - top) for w in weight.values())
            truth |= {(item, v): math.exp(w - top) / total for v, w in weight.items()}
        chosen = _chosen(votes, truth)
        accuracy = {s: min(0.99, max(0.05, sum(truth[k] for k in keys) / len(keys))) for s, keys in said.items()}
    return chosen


def _weight(sources: Sequence[str], accuracy: Mapping[str, float], depends: Mapping[tuple[str, str], float]) -> float:
    total = 0.0
    before: list[str] = []
    for source in sorted(sources, key=lambda s: -accuracy[s]):
        own = 1.0
        for other in before:
            own *= 1 - COPY * depends.get((min(source, other), max(source, other)), 0.0)
        total += own * math.log(FALSE * accuracy[source] / (1 - accuracy[source]))
        before.append(source)
    return total


def _shared(votes: Votes) -> dict[tuple[str, str], list[tuple[str, Hashable, Hashable]]]:
    """For each pair of sources with items in common: (item, the one's value, the other's)."""
    by_item: dict[str, list[tuple[str, Hashable]]] = defaultdict(list)
    for item, values in votes.items():
        by_item[item] = sorted((s, v) for v, sources in values.items() for s in set(sources))
    found: dict[tuple[str, str], list[tuple[str, Hashable, Hashable]]] = defaultdict(list)
    for item, given in by_item.items():
        for n, (a, x) in enumerate(given):
            for b, y in given[n + 1 :]:
                if a != b:
                    found[(a, b)].append((item, x, y))
    return {pair: both for pair, both in found.items() if len(both) > 1}


def _dependence(
    both: Sequence[tuple[str, Hashable, Hashable]],
    chosen: Mapping[str, Hashable],
    accuracy: Mapping[str, float],
    pair: tuple[str, str],
) -> float:
    """How likely the two depend on one another, given what they share, true and false."""
    right = (accuracy[pair[0]] + accuracy[pair[1]]) / 2
    wrong = 1 - right
    log = 0.0
    for item, x, y in both:
        if x != y:
            log += math.log(1 - COPY)
        elif x == chosen[item]:
            log += math.log((right * COPY + right**2 * (1 - COPY)) / right**2)
        else:
            alone = wrong**2 / FALSE
            log += math.log((wrong * COPY + alone * (1 - COPY)) / alone)
    odds = log + math.log(PRIOR / (1 - PRIOR))
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, odds))))


def _said(votes: Votes) -> dict[str, list[tuple[str, Hashable]]]:
    said: dict[str, list[tuple[str, Hashable]]] = defaultdict(list)
    for item, values in votes.items():
        for value, sources in values.items():
            for source in set(sources):
                said[source].append((item, value))
    return dict(said)


def _chosen(votes: Votes, score: Mapping[tuple[str, Hashable], float]) -> Chosen:
    return {item: _best({v: score[(item, v)] for v in values}) for item, values in votes.items()}


def _best(score: Mapping[Hashable, float]) -> Hashable:
    return max(score, key=lambda v: (score[v], _order(v)))


def _order(value: Hashable) -> str:
    """Equal scores are decided by the words, the same in every run."""
    return " ".join(sorted(value)) if isinstance(value, frozenset) else str(value)
