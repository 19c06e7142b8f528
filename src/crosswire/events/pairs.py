"""Two nodes to compare, what a feature sees in them, and what is judged of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from crosswire.compare import Scale
from crosswire.events.nodes import Node
from crosswire.model import Frame, Party, Place, Quantity

TOPIC = 0.7  # a mention this prominent is what its report is about
VETO = -99.0

Verdict = Literal["same", "different", "unsure"]
# What it counts for between groups: "presumed" is the same by nothing else, "unlike" unsure with something against it.
Weighing = Literal["same", "presumed", "unlike", "different", "unsure"]
Interval = tuple[datetime, datetime, bool]


class Spot:
    """A place as comparing asks for it: equal places are one spot (`facets`), which is found by what it is and not by
    ten fields. Two places of a kind are compared forty times a report, mostly the same few."""

    __slots__ = ("place",)

    def __init__(self, place: Place) -> None:
        self.place = place


class Seen(NamedTuple):
    """What one feature saw: its points, and the words for it, put together when they are asked for.

    Half the time of judging went into words that nobody read.
    """

    points: float
    words: str
    of: tuple[object, ...] = ()

    @property
    def why(self) -> str:
        """The words."""
        return self.words.format(*self.of) if self.of else self.words


class Judged(NamedTuple):
    """What the machine makes of a pair: same, different or unsure, with the score and what each feature saw."""

    verdict: Verdict
    score: float
    seen: tuple[tuple[str, Seen], ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """What decided, in words."""
        return tuple(s.why for _, s in self.seen)


@dataclass(frozen=True, slots=True)
class Facets:
    """A node as comparing asks for it, which a node that is compared with many is asked each time.

    Its answers by type and question (`texts` by head noun, `called` the proper names in them), its words as sets;
    `proper` are all names told of it, those in its answers among them;
    `own` is its time (start, end, whether it is a week or less), `news` the same for a topic told as past without one:
    the days before its report; `days` are the names of its day ("friday", "dec 6"); `weights` are a news node's words;
    `means` with what it was done; `country` is that of its scene, `lands` those that its sentences name.
    """

    parties: Mapping[str, Sequence[Party]]
    places: Mapping[str, Sequence[Spot]]
    quantities: Mapping[str, Sequence[Quantity]]
    texts: Mapping[str, frozenset[str]]
    called: Mapping[str, frozenset[str]]
    words: frozenset[str]
    names: frozenset[str]
    proper: frozenset[str]
    own: Interval | None
    news: Interval | None
    days: frozenset[str]
    weights: tuple[Mapping[str, int], ...]
    means: frozenset[str]
    country: str | None = None
    lands: frozenset[str] = frozenset()


class Pair(NamedTuple):
    """Two nodes of one family of frames, and what comparing them needs.

    No dataclass: eighty of these are made for a report, and a frozen one takes four times as long to make.
    """

    a: Node
    b: Node
    left: Facets
    right: Facets
    frame: Frame
    scale: Scale
    face: str = ""

    @property
    def same_report(self) -> bool:
        """Whether one report tells of both."""
        return self.a.report == self.b.report
