"""Who is compared with whom as nodes come and go, and the edges that follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from crosswire.events import keys
from crosswire.events.index import Index
from crosswire.events.nodes import NEWS, Node
from crosswire.events.pairs import Judged
from crosswire.events.score import Between, Table
from crosswire.model import news_id

FIRST = 12  # nodes of one report that are compared with those of another that tells the same story
KEPT = 20_000  # pairs of reports whose judge is kept at hand


class Meeting:
    """Compares nodes; what it finds rests in the index, what it keeps at hand could be thrown away at any time."""

    def __init__(self, table: Table, index: Index) -> None:
        self.table, self.index = table, index
        self._between: dict[tuple[str, str], Between] = {}

    def enter(self, nodes: Sequence[Node]) -> set[str]:
        """Put in the nodes of one report; the nodes whose edges changed, the new ones among them."""
        moves = [self.index.put(node, keys.at(node), self._keys(node)) for node in nodes]
        touched = {n.id for n in nodes}
        for node, moved in zip(nodes, moves, strict=True):
            least = keys.least(node)
            for (a, b), times in Counter(moved.met).items():
                if times >= least:
                    touched |= self._join(a, b)
            for a, b in moved.parted:
                touched |= self._loosen(a, b)
        framed = [n for n in nodes if n.frame != NEWS]
        for i, one in enumerate(framed):
            for other in framed[i + 1 : i + 1 + FIRST]:
                if self.table.family(one) == self.table.family(other):
                    touched |= self._join(one.id, other.id)
        return touched

    def leave(self, nodes: Sequence[Node]) -> set[str]:
        """Take out the nodes of one report; the nodes that had an edge to them or have a new one."""
        touched = {other for n in nodes for other in self.index.edges(n.id)}
        gone = {n.id for n in nodes}
        moves = [self.index.drop(node, keys.at(node), self._keys(node)) for node in nodes]
        self._between.clear()
        for a, b in {pair for moved in moves for pair in moved.met if not gone & set(pair)}:
            if self._are_compared(a, b):
                touched |= self._join(a, b)
        return touched - gone

    def _of_reports(self, a: str, b: str) -> Between:
        one, two = self.index.node(a), self.index.node(b)
        reports = (one.report, two.report) if one.report < two.report else (two.report, one.report)
        between = self._between.get(reports)
        if between is None:
            left, right = ([self.index.node(i) for i in self.index.report(r)] for r in reports)
            between = Between(left, right, self.table)
            if len(self._between) >= KEPT:
                self._between.clear()
            self._between[reports] = between
        return between

    def judged(self, a: str, b: str) -> Judged:
        """What two nodes are to each other, by their two reports."""
        return self._of_reports(a, b).judged(self.index.node(a), self.index.node(b))

    def in_full(self, a: str, b: str) -> Judged:
        """The same with everything that was seen."""
        return self._of_reports(a, b).in_full(self.index.node(a), self.index.node(b))

    def _keys(self, node: Node) -> list[tuple[str, int]]:
        return list(keys.keys(node, self.table.family(node)))

    def _join(self, a: str, b: str) -> set[str]:
        """Judge two nodes that met. Reports that tell one story meet in all they tell."""
        if b in self.index.edges(a):
            return set()
        judged = self.judged(a, b)
        if judged.verdict != "same":
            return set()
        self.index.join(a, b, judged.score)
        touched = {a, b}
        for x, y in self._told(a, b):
            touched |= self._join(x, y)
        return touched

    def _loosen(self, a: str, b: str) -> set[str]:
        """Forget an edge of two nodes that are compared no more: others stand between them under every key."""
        if b not in self.index.edges(a) or self._are_compared(a, b):
            return set()
        self.index.part(a, b)
        touched = {a, b}
        for x, y in self._told(a, b):
            touched |= self._loosen(x, y)
        return touched

    def _told(self, a: str, b: str) -> Iterable[tuple[str, str]]:
        """Of two news nodes, the pairs of mentions in which their reports are compared; of others none."""
        one, two = self.index.node(a), self.index.node(b)
        if one.frame != NEWS:
            return []
        left, right = ([self.index.node(i) for i in self.index.report(n.report)[1 : FIRST + 1]] for n in (one, two))
        return [(x.id, y.id) for x in left for y in right if self.table.family(x) == self.table.family(y)]

    def _are_compared(self, a: str, b: str) -> bool:
        one, two = self.index.node(a), self.index.node(b)
        if one.report == two.report:
            return True
        shared = set(self._keys(one)) & set(self._keys(two))
        if sum(self.index.near(keys.at(one), keys.at(two), key) for key in shared) >= keys.least(one):
            return True
        news = news_id(one.report), news_id(two.report)
        return one.frame != NEWS and news[1] in self.index.edges(news[0]) and (a, b) in self._told(*news)
