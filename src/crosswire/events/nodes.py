"""Mentions -> nodes: what one report tells of one occurrence, its references folded in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from crosswire.model import Mention, Modality, Place, Reading, Time, Value

DAY = timedelta(days=1)
SCENE = ("where", "from", "epicentre", "place", "at")
FINE = ("minute", "hour", "day", "week")


@dataclass(frozen=True, slots=True)
class Node:
    """One report's mention of an event with the references that take it up, as the unit that linking compares."""

    id: str
    report: str
    frame: str
    mentions: tuple[Mention, ...]
    values: Mapping[str, tuple[Value, ...]]
    when: Time | None
    modality: Modality
    published: datetime | None
    prominence: float
    order: int

    def of_type(self, kind: str) -> list[tuple[str, Value]]:
        """(attribute, value) for all values of a type."""
        return [(name, v) for name, values in self.values.items() for v in values if v.type == kind]

    @property
    def scene(self) -> Place | None:
        """Where it was: the answer to where or from where that has a position."""
        places = (v for name, v in self.of_type("place") if name in SCENE)
        return next((v for v in places if isinstance(v, Place) and v.lat is not None), None)

    @property
    def where(self) -> Place | None:
        """The scene, else any place told of it, one with a position first."""
        places = [v for _, v in self.of_type("place") if isinstance(v, Place)]
        return self.scene or next((p for p in places if p.lat is not None), places[0] if places else None)


def make_nodes(readings: Sequence[Reading], speech: frozenset[str]) -> list[Node]:
    """The nodes of all readings; speech acts are statements and no events."""
    nodes: list[Node] = []
    for reading in readings:
        own = [m for m in reading.mentions if m.frame not in speech]
        groups: dict[str, list[Mention]] = {}
        for mention in own:
            root = mention.refers if mention.refers in groups else mention.id
            groups.setdefault(root, []).append(mention)
        nodes.extend(_node(reading, members, i) for i, members in enumerate(groups.values()))
    return nodes


def _is_coming(mention: Mention, published: datetime | None) -> bool:
    """Whether its own time puts it after the report: "a congress looming in the coming weeks"."""
    when = mention.when
    if published is None or when is None or when.start is None:
        return False
    day = published.replace(hour=0, minute=0, second=0)
    if when.granularity == "vague":
        return when.start >= day and (when.end is None or when.end > day + 2 * DAY)
    return when.start >= day + DAY


def _node(reading: Reading, members: Sequence[Mention], order: int) -> Node:
    head = members[0]
    values: dict[str, tuple[Value, ...]] = {}
    for mention in members:
        for name, value in mention.values:
            values[name] = (*values.get(name, ()), value)
    return Node(
        id=head.id,
        report=reading.report.id,
        frame=head.frame,
        mentions=tuple(members),
        values=values,
        when=next((m.when for m in members if m.when is not None), None),
        modality="expected" if _is_coming(head, reading.report.published) else head.modality,
        published=reading.report.published,
        prominence=max(m.prominence for m in members) + 0.01 * (len(members) - 1),
        order=order,
    )
