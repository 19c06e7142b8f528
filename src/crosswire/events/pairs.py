"""Two nodes to compare, what a feature sees in them, and the judgement that follows."""

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
class Judgement:
    """Same, different or unsure, with the score and every reason."""

    verdict: Literal["same", "different", "unsure"]
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two nodes of one frame, and what comparing them needs."""

    a: Node
    b: Node
    frame: Frame
    scale: Scale
    stories: frozenset[frozenset[str]] = frozenset()

    @property
    def same_report(self) -> bool:
        """Whether one report tells of both."""
        return self.a.report == self.b.report
