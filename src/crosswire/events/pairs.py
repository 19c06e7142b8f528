"""Two nodes to compare, what a feature sees in them, and what is judged of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crosswire.compare import Scale
from crosswire.events.nodes import Node
from crosswire.model import Frame

TOPIC = 0.7  # a mention this prominent is what its report is about
VETO = -99.0


@dataclass(frozen=True, slots=True)
class Seen:
    """What one feature saw: its points and the words for it."""

    points: float
    why: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What the machine makes of a pair: same, different or unsure, with the score and what each feature saw."""

    verdict: Literal["same", "different", "unsure"]
    score: float
    seen: tuple[tuple[str, Seen], ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """What decided, in words."""
        return tuple(s.why for _, s in self.seen)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two nodes of one family of frames, and what comparing them needs; `story`: their reports tell one story."""

    a: Node
    b: Node
    frame: Frame
    scale: Scale
    story: bool = False

    @property
    def same_report(self) -> bool:
        """Whether one report tells of both."""
        return self.a.report == self.b.report
