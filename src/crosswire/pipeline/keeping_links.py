"""What linking and the finding of copies ask of a store, in one turn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

Place = tuple[float, str]  # when, node: the order in which the nodes of a key stand
Slot = tuple[str, str, int, str | None, int | None, str | None]  # id, report, place, first of its group, level, event


class Links(Protocol):
    """What linking keeps: nodes in their places under keys, edges, groups, events; and the marks of reports."""

    def neighbours(self, at: Place, keys: Sequence[tuple[str, int]]) -> list[tuple[list[Place], list[Place]]]:
        """For each key (with how many are wanted) the places before one, the nearest first; those from it on."""
        ...

    def slots(self, ids: Iterable[str]) -> list[Slot]:
        """The nodes of these ids."""
        ...

    def slots_of_reports(self, reports: Iterable[str]) -> list[Slot]:
        """The nodes of these reports."""
        ...

    def edges_of(self, ids: Iterable[str]) -> list[tuple[str, str, float]]:
        """The edges of these nodes."""
        ...

    def together(self, first: str) -> list[str]:
        """The nodes of the group whose first node this is."""
        ...

    def held(self, event: str) -> list[str]:
        """The nodes of an event."""
        ...

    def fate(self, event: str) -> tuple[str | None, str | None]:
        """What an event id became, and of which event it is a part."""
        ...

    def all_held(self) -> dict[str, list[str]]:
        """Every event with its nodes."""
        ...

    def turn(self) -> int:
        """Count this turn, once; how many there were before."""
        ...

    def place(self, at: Place, keys: Sequence[str]) -> None:
        """Put a node in its place under keys."""
        ...

    def displace(self, at: Place, keys: Sequence[str]) -> None:
        """Take it out again."""
        ...

    def save_slots(self, slots: Iterable[Slot]) -> None:
        """Write nodes, new or in the place of what was known."""
        ...

    def drop_slots(self, ids: Iterable[str]) -> None:
        """Forget nodes."""
        ...

    def save_edges(self, edges: Iterable[tuple[str, str, float]]) -> None:
        """Write edges, each in one direction."""
        ...

    def drop_edges(self, edges: Iterable[tuple[str, str]]) -> None:
        """Forget edges, each in one direction."""
        ...

    def save_fates(self, fates: Mapping[str, tuple[str | None, str | None]]) -> None:
        """What became of event ids."""
        ...

    def rename(self, to: Mapping[str, str]) -> None:
        """Hold the nodes of events under other ids; one event may take the id of another that is renamed too."""
        ...

    def forget_all(self) -> None:
        """Forget nodes, edges and marks; what became of ids stays."""
        ...

    def save_marks(self, rows: Iterable[tuple[str, bytes]]) -> None:
        """The sampled shingles of reports."""
        ...

    def all_marks(self, after: int) -> list[tuple[int, str, bytes]]:
        """(number, report, marks) of every report with a number above this, in their order."""
        ...
