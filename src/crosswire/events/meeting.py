"""Who is compared with whom as nodes come and go, and the edges that follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from crosswire.events import keys
from crosswire.events.index import Index
from crosswire.events.nodes import NEWS, Node
from crosswire.events.pairs import VETO, Judged
from crosswire.events.presumed import weighing
from crosswire.events.recall import SAME, Recall, Weighed
from crosswire.events.score import Between, Table, excluded
from crosswire.events.told import Told
from crosswire.model import news_id

FIRST = 12  # nodes of one report that are compared with those of another that tells the same story
PAIRS = 10_000  # pairs of reports whose judge is kept at hand


class Meeting:
    """Compares nodes; what it finds rests in the index, what it keeps at hand could be thrown away at any time."""

    def __init__(self, table: Table, index: Index, recall: Recall) -> None:
        self.table, self.index, self.recall = table, index, recall
        self._between: dict[tuple[str, str], Between] = {}

    def enter(self, reports: Iterable[Sequence[Node]]) -> set[str]:
        """Put in the nodes of reports; the nodes whose edges changed, the new ones among them.

        Of several reports at once, only those pairs are looked at that stand near each other when all are in.
        """
        near: dict[tuple[str, str], int] = {}
        fresh: dict[str, Node] = {}
        for nodes in reports:
            for node in nodes:
                fresh[node.id] = node
                moved = self.index.put(node, keys.at(node), self._keys(node))
                _count(near, moved.met, 1)
                _count(near, moved.parted, -1)
        touched = self._reconsider(near, fresh)
        for nodes in _by_report(fresh.values()):
            for i, one in enumerate(nodes):
                for other in nodes[i + 1 : i + 1 + FIRST]:
                    if self.table.akin(one, other):
                        touched |= self._join(one.id, other.id)
        return touched.union(fresh)

    def _reconsider(self, near: Mapping[tuple[str, str], int], fresh: Mapping[str, Node]) -> set[str]:
        """Pairs with under how many keys more, or fewer, they stand near each other now."""
        touched: set[str] = set()
        edges = self.index.edges
        for a, b in [pair for pair, times in near.items() if times <= 0 and pair[1] in edges(pair[0])]:
            touched |= self._loosen(a, b)
        for (a, b), times in near.items():
            if times > 0 and times >= keys.least(fresh[a] if a in fresh else fresh[b]):
                touched |= self._join(a, b)
        return touched

    def leave(self, nodes: Sequence[Node]) -> set[str]:
        """Take out the nodes of one report; the nodes that had an edge to them or have a new one."""
        touched = {other for n in nodes for other in self.index.edges(n.id)}
        gone = {n.id for n in nodes}
        moves = [self.index.drop(node, keys.at(node), self._keys(node)) for node in nodes]
        self._between.clear()
        self.recall.clear()
        for a, b in {pair for moved in moves for pair in moved.met if not gone & set(pair)}:
            if self._are_compared(a, b):
                touched |= self._join(a, b)
        return touched - gone

    def _of_reports(self, one: str, two: str) -> Between:
        reports = (one, two) if one < two else (two, one)
        between = self._between.get(reports)
        if between is None:
            if len(self._between) >= PAIRS:
                self._between.clear()
            left, right = self._told_by(reports[0]), self._told_by(reports[1])
            between = self._between[reports] = Between(left, right, self.table, self.recall.faceted)
        return between

    def _told_by(self, report: str) -> Told:
        found = self.recall.told.get(report)
        return found or self.recall.tell(report, [self.index.node(i) for i in self.index.report(report)])

    def weighed(self, a: str, b: str) -> Weighed:
        """What two nodes are to each other, by their two reports: the verdict and the score."""
        pair = (a, b) if a < b else (b, a)
        found = self.recall.verdicts.get(pair)
        if found is None:
            one, two = self.index.node(pair[0]), self.index.node(pair[1])
            if excluded(one, two, self.table, self.recall.faceted):
                return self.recall.keep(pair, ("different", VETO))
            judged = self._of_reports(one.report, two.report).judged(one, two)
            found = self.recall.keep(pair, (weighing(judged), judged.score))
        return found

    def judged(self, a: str, b: str) -> Judged:
        """The same with the reasons."""
        one, two = self.index.node(a), self.index.node(b)
        return self._of_reports(one.report, two.report).judged(one, two)

    def in_full(self, a: str, b: str) -> Judged:
        """The same with everything that was seen."""
        one, two = self.index.node(a), self.index.node(b)
        return self._of_reports(one.report, two.report).in_full(one, two)

    def _keys(self, node: Node) -> list[tuple[str, int]]:
        return list(keys.keys(node, self.table.family(node)))

    def _join(self, a: str, b: str) -> set[str]:
        """Judge two nodes that met. Reports that tell one story meet in all they tell."""
        if b in self.index.edges(a):
            return set()
        verdict, score = self.weighed(a, b)
        if verdict not in SAME:
            return set()
        self.index.join(a, b, score)
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
        return [(x.id, y.id) for x in left for y in right if self.table.akin(x, y)]

    def _stand_together(self, one: Node, two: Node) -> bool:
        """Whether two mentions of one report are compared for that: no more than FIRST others stand between them."""
        told = [i for i in self.index.report(one.report) if self.index.node(i).frame != NEWS]
        return abs(told.index(one.id) - told.index(two.id)) <= FIRST

    def _are_compared(self, a: str, b: str) -> bool:
        one, two = self.index.node(a), self.index.node(b)
        if one.report == two.report and self._stand_together(one, two):
            return True
        shared = set(self._keys(one)) & set(self._keys(two))
        if sum(self.index.near(keys.at(one), keys.at(two), key) for key in shared) >= keys.least(one):
            return True
        news = news_id(one.report), news_id(two.report)
        return one.frame != NEWS and news[1] in self.index.edges(news[0]) and (a, b) in self._told(*news)


def _count(near: dict[tuple[str, str], int], pairs: Iterable[tuple[str, str]], by: int) -> None:
    for a, b in pairs:
        pair = (a, b) if a < b else (b, a)
        near[pair] = near.get(pair, 0) + by


def _by_report(nodes: Iterable[Node]) -> Iterator[list[Node]]:
    """The mentions of each report."""
    for _, told in groupby(nodes, key=lambda n: n.report):
        yield [n for n in told if n.frame != NEWS]
