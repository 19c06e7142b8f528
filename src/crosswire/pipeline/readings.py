"""The readings that a turn works with, and their nodes: those at hand, others from the store.

By itself, so that what asks for readings does not hold what it is held by: a turn that was a ring left 280,000 objects
to the garbage collector, a fifth of the time of deriving.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crosswire.events.nodes import Node
from crosswire.events.score import Table
from crosswire.events.stream import nodes_of
from crosswire.model import Reading
from crosswire.pipeline.keeping import Turn

READINGS = 6000  # kept at hand


@dataclass(frozen=True, slots=True)
class Readings:
    """The readings of a turn; `known` are those at hand, which stay for the next one."""

    known: dict[str, Reading]
    turn: Turn
    table: Table

    def of(self, ids: Sequence[str]) -> dict[str, Reading]:
        """The readings of these reports."""
        missing = [i for i in ids if i not in self.known]
        if missing:
            self.known.update({r.report.id: r for r in self.turn.readings(missing)})
        return {i: self.known[i] for i in ids}

    def nodes(self, reports: Sequence[str]) -> Mapping[str, Sequence[Node]]:
        """The nodes of these reports, by report."""
        return {i: nodes_of(r, self.table) for i, r in self.of(reports).items()}

    def forget_much(self) -> None:
        """Keep the readings that were used last."""
        for rid in list(self.known)[: max(0, len(self.known) - READINGS)]:
            del self.known[rid]
