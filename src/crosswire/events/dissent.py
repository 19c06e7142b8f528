"""Two groups of which a few nodes cannot be one: who has to leave so that the rest may be.

One misread day, one namesake of a place or a look back that was taken for the news keeps whole groups apart, though all
else agrees: of 41 pieces of an event in 66 real clusters each shared 3 to 40 pairs with it that were judged the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, timedelta

from crosswire.events.features.time import news_interval, own_interval
from crosswire.events.nodes import Node
from crosswire.events.recall import SAME, Weighed

AGREEING = 3  # pairs of the rest that must be judged the same
SHARE = 6  # one in so many may leave, and one of fewer
TOLD_LATE = timedelta(days=7)  # so long after its day a report tells an event as its news
Pair = tuple[str, str]


def leaving(
    nodes: Mapping[str, Node], judge: Callable[[str, str], Weighed], left: Sequence[str], right: Sequence[str]
) -> frozenset[str] | None:
    """The nodes that have to leave two groups so that they may be one; None where those are too many."""
    most = max(1, (len(left) + len(right)) // SHARE)
    against: list[Pair] = []
    agreeing: list[Pair] = []
    for a in left:
        for b in right:
            verdict, _ = judge(a, b)
            if verdict in SAME:
                agreeing.append((a, b))
            elif verdict == "different" and not _is_spoken_for(nodes, a, b, left, right):
                against.append((a, b))
        if against and not _few(against, most):
            return None
    gone = _fewest(against, agreeing, most)
    if not gone:
        return gone
    rest = [pair for pair in agreeing if gone.isdisjoint(pair)]
    stays = not gone.issuperset(left) and not gone.issuperset(right)
    return gone if stays and len(rest) >= AGREEING else None


def _few(against: Sequence[Pair], most: int) -> bool:
    """Whether so many nodes could be in all of the pairs: those of one side, or of the other."""
    return min(len({a for a, _ in against}), len({b for _, b in against})) <= 2 * most


def _fewest(against: Sequence[Pair], agreeing: Sequence[Pair], most: int) -> frozenset[str] | None:
    """The nodes in most of the pairs against, until none is left; of equals those that fewer agree with."""
    gone: set[str] = set()
    waiting = list(against)
    support = Counter(node for pair in agreeing for node in pair)
    while waiting:
        if len(gone) == most:
            return None
        often = Counter(node for pair in waiting for node in pair)
        worst = min(often, key=lambda node: (-often[node], support[node], node))
        gone.add(worst)
        waiting = [pair for pair in waiting if worst not in pair]
    return frozenset(gone)


def _is_spoken_for(nodes: Mapping[str, Node], a: str, b: str, left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether only the day that news is taken to be of excludes a pair, and the report of its group tells the day."""
    one, two = nodes[a], nodes[b]
    mine, theirs = own_interval(one) or news_interval(one), own_interval(two) or news_interval(two)
    if mine is None or theirs is None or (mine[0] < theirs[1] and theirs[0] < mine[1]):
        return False
    return _is_dated_beside(nodes, one, left) or _is_dated_beside(nodes, two, right)


def _is_dated_beside(nodes: Mapping[str, Node], node: Node, group: Sequence[str]) -> bool:
    """Whether a node without a time stands in a group with one of its report that gives a day of the week before."""
    if node.when is not None or node.published is None:
        return False
    day = node.published.replace(tzinfo=UTC)
    beside = (own_interval(nodes[other]) for other in group if nodes[other].report == node.report)
    return any(told is not None and told[2] and timedelta(0) <= day - told[0] <= TOLD_LATE for told in beside)
