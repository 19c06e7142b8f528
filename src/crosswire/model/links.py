"""What people say about links, and what became of the public ids of events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from crosswire.model.ids import stable_id
from crosswire.model.knowledge import Event

Sameness = Literal["same", "different"]
ChangeKind = Literal["new", "grown", "merged", "split", "gone"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word on whether two nodes tell of one event; recorded, never altered: it is undone by a later one.

    `a` and `b` are ids of nodes: of a mention, or of what a report is about (`news_id`); a sorts before b. `by` is who
    judged, `at` when (aware). Of several on one pair the latest holds; `undone` takes back what was said before.
    """

    id: str
    a: str
    b: str
    verdict: Sameness
    by: str
    at: datetime
    undone: bool = False

    @property
    def pair(self) -> tuple[str, str]:
        """The two nodes, the smaller id first."""
        return (self.a, self.b)


@dataclass(frozen=True, slots=True)
class EventChange:
    """What became of an event's public id when reports came, went or were judged.

    new: `event` came up, out of nothing. grown: it holds other nodes than before. merged: `event` is gone and resolves
    to `other`. split: `event` is a new one that came out of `other`. gone: nothing tells of it any more.
    """

    kind: ChangeKind
    event: str
    other: str | None = None


@dataclass(frozen=True, slots=True)
class LinkedEvent:
    """An event, and the reports that are about it: of each report's events one is what it is about."""

    event: Event
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """What comparing two nodes saw: their words, the verdict, the score, and of each feature its points and words.

    None stands for a veto, which decides alone.
    """

    a: str
    b: str
    verdict: str
    score: float | None
    seen: tuple[tuple[str, float | None, str], ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """Why two are one event or are not: what was compared, the score that is needed, and what people said of them.

    `through`: where the two meet only by way of other reports, each step of that way: a report, the next, and why.
    `apart`: where the two would be one but for others, what keeps their events apart: a report, another, and why.
    """

    joined: bool
    needed: float
    points: tuple[Point, ...]
    said: tuple[Judgement, ...]
    through: tuple[tuple[str, str, str], ...] = ()
    apart: tuple[tuple[str, str, str], ...] = ()


def news_id(report: str) -> str:
    """The id of the node for what a report is about."""
    return stable_id("news", report)


def judgement(nodes: tuple[str, str], verdict: Sameness, by: str, at: datetime, undone: bool = False) -> Judgement:
    """A person's word with its id, the smaller node first."""
    a, b = sorted(nodes)
    return Judgement(stable_id("judgement", a, b, verdict, by, at.isoformat(), undone), a, b, verdict, by, at, undone)
