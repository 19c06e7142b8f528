"""Where nodes are between arrivals: the contract. In memory it is `memory.py`, over a store `pipeline/linking.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from crosswire.events.keys import At
from crosswire.events.nodes import Node
from crosswire.model import EventChange, Judgement

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes that were joined; `level` tells how far the threshold was raised for them (`settle`)."""

    nodes: tuple[str, ...]
    level: int = 0


@dataclass(frozen=True, slots=True)
class Moved:
    """What putting in or taking out a node did to who is near whom: pairs that now are, and that no longer are.

    A pair is told once for each key under which it is so.
    """

    met: tuple[tuple[str, str], ...] = ()
    parted: tuple[tuple[str, str], ...] = ()


class Index(Protocol):
    """Nodes by id, report and key; which are joined by what score; their groups and events; what people said."""

    def put(self, node: Node, at: At, keys: Iterable[Key]) -> Moved:
        """Take a node in; the pairs of it and its new neighbours are among those that met."""

    def drop(self, node: Node, at: At, keys: Iterable[Key]) -> Moved:
        """Take a node out with its edges."""

    def near(self, a: At, b: At, key: Key) -> bool:
        """Whether two nodes that have the key stand near each other under it."""

    def has(self, node: str) -> bool:
        """Whether the node is here."""

    def node(self, node: str) -> Node:
        """The node of that id; raises KeyError."""

    def report(self, report: str) -> Sequence[str]:
        """The ids of a report's nodes in the order of its text, what it is about first."""

    def edges(self, node: str) -> Mapping[str, float]:
        """The nodes that are the same as this one by the machine's judgement, each with the score."""

    def join(self, a: str, b: str, score: float) -> None:
        """Record an edge."""

    def part(self, a: str, b: str) -> bool:
        """Forget an edge; whether there was one."""

    def group(self, node: str) -> Group | None:
        """The group the node is in, None before it was settled."""

    def regroup(self, groups: Iterable[Group]) -> None:
        """Record groups in place of those that their nodes were in."""

    def event(self, node: str) -> str | None:
        """The public id of the event that a node is in."""

    def held(self, event: str) -> Sequence[str]:
        """The nodes of an event; none where it is gone."""

    def hold(self, event: str, nodes: Sequence[str]) -> None:
        """Record an event's nodes."""

    def changed(self, change: EventChange) -> None:
        """Record what became of an id."""

    def resolve(self, event: str) -> str:
        """The id that an event has today: merges are followed."""

    def origin(self, event: str) -> str | None:
        """The event that a part was split from."""

    def say(self, judgement: Judgement) -> None:
        """Record a person's word."""

    def said(self, node: str) -> Mapping[str, Judgement]:
        """The words that hold on a node, by the other node."""

    def is_judged(self) -> bool:
        """Whether anybody ever said a word."""

    def nodes(self) -> Iterator[str]:
        """All ids."""
