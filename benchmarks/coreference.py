"""Scores of coreference: MUC (Vilain 1995), B3 (Bagga and Baldwin 1998), CEAFe (Luo 2005) and their mean (CoNLL)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

Clusters = Sequence[frozenset[int]]


def scores(found: Sequence[str], gold: Sequence[str]) -> dict[str, object]:
    """Precision, recall and F1 of each, in thousandths, over labels of the same items."""
    ours, theirs = _clusters(found), _clusters(gold)
    result: dict[str, object] = {}
    total = 0.0
    for name, measure in (("muc", muc), ("b3", b3), ("ceafe", ceafe)):
        p, r = measure(ours, theirs)
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        total += f1
        result[name] = {"p": round(p, 3), "r": round(r, 3), "f1": round(f1, 3)}
    return {**result, "conll": round(total / 3, 3)}


def _clusters(labels: Sequence[str]) -> list[frozenset[int]]:
    members: dict[str, set[int]] = defaultdict(set)
    for i, label in enumerate(labels):
        members[label].add(i)
    return [frozenset(m) for m in members.values()]


def _home(clusters: Clusters) -> dict[int, int]:
    return {item: n for n, cluster in enumerate(clusters) for item in cluster}


def muc(ours: Clusters, theirs: Clusters) -> tuple[float, float]:
    """Links kept: of each cluster its size less the parts that the other side cuts it into."""
    return _links(ours, theirs), _links(theirs, ours)


def _links(clusters: Clusters, other: Clusters) -> float:
    home = _home(other)
    kept = sum(len(c) - len({home[i] for i in c}) for c in clusters)
    possible = sum(len(c) - 1 for c in clusters)
    return kept / possible if possible else 0.0


def b3(ours: Clusters, theirs: Clusters) -> tuple[float, float]:
    """For each item the share of its cluster that the other side's holds too."""
    a, b = _home(ours), _home(theirs)
    shared = [(len(ours[a[i]] & theirs[b[i]]), len(ours[a[i]]), len(theirs[b[i]])) for i in a]
    return sum(s / o for s, o, _ in shared) / len(shared), sum(s / t for s, _, t in shared) / len(shared)


def ceafe(ours: Clusters, theirs: Clusters) -> tuple[float, float]:
    """The best one-to-one matching of clusters by phi4, over their numbers."""
    overlap: Counter[tuple[int, int]] = Counter()
    home = _home(theirs)
    for n, cluster in enumerate(ours):
        overlap.update((n, home[i]) for i in cluster)
    likeness = {(x, y): 2 * c / (len(ours[x]) + len(theirs[y])) for (x, y), c in overlap.items()}
    best = _matching(likeness)
    return best / len(ours), best / len(theirs)


def _matching(likeness: Mapping[tuple[int, int], float]) -> float:
    """The greatest sum of a matching, component by component (Hungarian method on each)."""
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def find(x: tuple[str, int]) -> tuple[str, int]:
        while parent.setdefault(x, x) != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for a, b in likeness:
        parent[find(("a", a))] = find(("b", b))
    parts: dict[tuple[str, int], dict[tuple[int, int], float]] = defaultdict(dict)
    for (a, b), like in likeness.items():
        parts[find(("a", a))][a, b] = like
    return sum(_assign(part) for part in parts.values())


def _assign(part: Mapping[tuple[int, int], float]) -> float:
    """The greatest sum within one component."""
    rows, columns = sorted({a for a, _ in part}), sorted({b for _, b in part})
    if len(rows) > len(columns):
        return _assign({(b, a): like for (a, b), like in part.items()})
    cost = [[-part.get((a, b), 0.0) for b in columns] for a in rows]
    return -hungarian(cost)


def hungarian(cost: Sequence[Sequence[float]]) -> float:
    """The least cost of giving each row a column of its own; no more rows than columns (e-maxx's O(n2 m) form)."""
    n, m = len(cost), len(cost[0])
    u, v, match = [0.0] * (n + 1), [0.0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        match[0] = i
        way, column = _augment(cost, (u, v), match, m)
        while column:
            before = way[column]
            match[column] = match[before]
            column = before
    return sum(cost[match[j] - 1][j - 1] for j in range(1, m + 1) if match[j])


def _augment(
    cost: Sequence[Sequence[float]], potentials: tuple[list[float], list[float]], match: list[int], m: int
) -> tuple[list[int], int]:
    u, v = potentials
    least, used, way = [float("inf")] * (m + 1), [False] * (m + 1), [0] * (m + 1)
    column = 0
    while True:
        used[column] = True
        row, delta, following = match[column], float("inf"), 0
        for j in range(1, m + 1):
            if not used[j]:
                reduced = cost[row - 1][j - 1] - u[row] - v[j]
                if reduced < least[j]:
                    least[j], way[j] = reduced, column
                if least[j] < delta:
                    delta, following = least[j], j
        for j in range(m + 1):
            if used[j]:
                u[match[j]] += delta
                v[j] -= delta
            else:
                least[j] -= delta
        column = following
        if match[column] == 0:
            return way, column
