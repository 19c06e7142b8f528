"""What the index of linking keeps at hand from turn to turn."""

from __future__ import annotations

from dataclasses import dataclass, field

from crosswire.events.keys import Days
from crosswire.events.nodes import Node
from crosswire.pipeline.shelves import Shelves

KEPT = 60_000  # nodes kept at hand


@dataclass(slots=True)
class Held:
    """What is known of one node besides what follows from its reading."""

    report: str
    place: int
    first: str | None = None
    level: int = 0
    event: str | None = None
    edges: dict[str, float] | None = None


@dataclass(slots=True)
class AtHand:
    """What was loaded, valid after turn number `turn`."""

    turn: int = -1
    held: dict[str, Held] = field(default_factory=dict)
    reports: dict[str, tuple[str, ...]] = field(default_factory=dict)
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    events: dict[str, tuple[str, ...]] = field(default_factory=dict)
    fates: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    days: dict[str, Days | None] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)  # reports whose nodes these are
    shelves: Shelves = field(default_factory=Shelves)

    def is_of(self, turn: int) -> bool:
        """Whether it still holds before this turn; too much at hand is thrown away too."""
        return self.turn == turn and len(self.held) < KEPT
