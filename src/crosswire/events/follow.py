"""Public ids: an event keeps its id while reports join; a merge leaves a way from the old id, a split from the part.

An id is named after a node that the event had when it came up. It is recorded state: two events that merge keep the id
of the one that had more nodes, so the ids that a stream has given depend on what came first; the events do not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from crosswire.model import EventChange, stable_id

Nodes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Followed:
    """The events with their ids, and what became of the ids there were."""

    events: Mapping[str, Nodes]
    changes: tuple[EventChange, ...]


def follow(found: Sequence[Nodes], before: Mapping[str, Nodes], is_taken: Callable[[str], bool]) -> Followed:
    """Ids for the sets of nodes `found`, which take the place of the events `before`.

    The largest share decides who keeps an id. `is_taken` tells whether an id was ever given.
    """
    home = {node: event for event, nodes in before.items() for node in nodes}
    shares = sorted(
        ((-count, event, nodes) for nodes in found for event, count in Counter(_homes(nodes, home)).items()),
        key=lambda share: (share[0], share[1], share[2]),
    )
    ids: dict[Nodes, str] = {}
    kept: dict[str, Nodes] = {}
    for _, event, nodes in shares:
        if nodes not in ids and event not in kept:
            ids[nodes], kept[event] = event, nodes
    changes = [EventChange("grown", event) for event, nodes in kept.items() if set(nodes) != set(before[event])]
    for nodes in found:
        if nodes not in ids:
            ids[nodes] = event = _fresh(nodes, {*ids.values(), *before}, is_taken)
            source = next((e for _, e, n in shares if n == nodes), None)
            changes.append(EventChange("split" if source else "new", event, source))
    for event in before:
        if event not in kept:
            heir = next((ids[n] for _, e, n in shares if e == event), None)
            changes.append(EventChange("merged" if heir else "gone", event, heir))
    return Followed({ids[nodes]: nodes for nodes in found}, tuple(changes))


def _homes(nodes: Nodes, home: Mapping[str, str]) -> list[str]:
    return [home[node] for node in nodes if node in home]


def _fresh(nodes: Nodes, used: set[str], is_taken: Callable[[str], bool]) -> str:
    """An id never given before, from the event's first node that has not yet lent its name."""
    for turn in range(10_000):
        for node in nodes:
            event = stable_id("event", node, turn) if turn else stable_id("event", node)
            if event not in used and not is_taken(event):
                return event
    raise AssertionError("an event has split ten thousand times")
