"""What comparing nodes found of them, kept for when it is asked again; it could be thrown away at any time.

A store keeps it from turn to turn: of 3,000 made reports in turns of 200 each node's facets were made 3.6 times without
it, and each third pair was judged a second time, as settling asks for all pairs between two groups.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from crosswire.events.facets import facets
from crosswire.events.nodes import Node
from crosswire.events.pairs import Facets, Judged, Weighing
from crosswire.events.told import Told, told_of

VERDICTS, NODES = 100_000, 10_000  # kept at the most: 20 MB, 20 MB
K = TypeVar("K")
V = TypeVar("V")
SAME = ("same", "presumed")
# No names: the garbage collector does not walk plain tuples of such.
Weighed = tuple[Weighing, float]


@dataclass(slots=True)
class Recall:
    """By node its facets, by report what judging needs of it, by pair (the smaller id first) the verdict and score; by
    pairs that joined events the reasons."""

    facets: dict[str, Facets] = field(default_factory=dict)
    told: dict[str, Told] = field(default_factory=dict)
    verdicts: dict[tuple[str, str], Weighed] = field(default_factory=dict)
    reasons: dict[tuple[str, str], str] = field(default_factory=dict)

    def faceted(self, node: Node) -> Facets:
        """A node as comparing asks for it."""
        found = self.facets.get(node.id)
        if found is None:
            found = self.facets[node.id] = facets(node)
            if len(self.facets) > NODES:
                _forget_half(self.facets)
        return found

    def tell(self, report: str, nodes: Iterable[Node]) -> Told:
        """Find, and keep, what judging needs of a report, which has these nodes."""
        found = self.told[report] = told_of(nodes)
        if len(self.told) > NODES:
            _forget_half(self.told)
        return found

    def keep(self, pair: tuple[str, str], weighed: Weighed) -> Weighed:
        """Keep what a pair was found to be."""
        self.verdicts[pair] = weighed
        if len(self.verdicts) > VERDICTS:
            _forget_half(self.verdicts)
        return weighed

    def explain(self, pair: tuple[str, str], judge: Callable[[str, str], Judged]) -> str:
        """Why a pair is one, in words: told with each picture of the event that it joined."""
        found = self.reasons.get(pair)
        if found is None:
            found = self.reasons[pair] = "; ".join(judge(*pair).reasons)
            if len(self.reasons) > NODES:
                _forget_half(self.reasons)
        return found

    def clear(self) -> None:
        """Forget everything: nodes have changed."""
        for kept in (self.facets, self.told, self.verdicts, self.reasons):
            kept.clear()


def _forget_half(kept: dict[K, V]) -> None:
    """Forget the half that was found first."""
    for key in list(islice(kept, len(kept) // 2)):
        del kept[key]
