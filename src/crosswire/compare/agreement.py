"""How two values stand to each other, in words a reader understands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Relation = Literal["same", "compatible", "apart", "conflict"]
Scale = Callable[[str], tuple[str, float] | None]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two values stand to each other, and why, in words."""

    relation: Relation
    why: str

    @property
    def agrees(self) -> bool:
        """Whether one value supports the other."""
        return self.relation in ("same", "compatible")
