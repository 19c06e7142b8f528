"""Who stands near whom under a key, kept at hand: runs of places, taken from the store where they are asked for.

A run is a stretch of a key's places without a gap. What is put in or taken out is so in the store and in every run that
it falls into, so that a run tells what the store would.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field

from crosswire.pipeline.keeping_links import Links, Place

AHEAD = 3  # so many times what is asked for is loaded, for those who come next
RUNS = 8  # of one key: what reports look back on stands far from what they bring
MANY = 300_000  # places at hand, some 40 MB


@dataclass(slots=True)
class Run:
    """Places in their order; `first` and `last` tell that nothing of the key stands before or after them."""

    places: list[Place]
    first: bool
    last: bool

    def around(self, at: Place, width: int) -> tuple[list[Place], list[Place]] | None:
        """The places before (the nearest first) and after; None where the run does not tell."""
        places = self.places
        low = bisect_left(places, at)
        high = low + 1 if low < len(places) and places[low] == at else low
        if (low < width and not self.first) or (len(places) - high < width and not self.last):
            return None
        return places[max(0, low - width) : low][::-1], places[high : high + width]

    def tells(self, at: Place) -> bool:
        """Whether all that stands beside a place is known."""
        places = self.places
        return (self.first or (bool(places) and places[0] <= at)) and (self.last or (bool(places) and at <= places[-1]))


@dataclass(slots=True)
class Shelves:
    """The runs of all keys that were asked for."""

    runs: dict[str, list[Run]] = field(default_factory=dict)
    size: int = 0

    def around(self, at: Place, keys: Sequence[tuple[str, int]], links: Links) -> list[tuple[list[Place], list[Place]]]:
        """For each key (with how many are wanted) the places before one, the nearest first, and those after it."""
        found = [self._known(at, key, width) for key, width in keys]
        missing = [(key, AHEAD * width) for (key, width), known in zip(keys, found, strict=True) if known is None]
        if missing:
            self._load(at, missing, links)
            found = [known or self._known(at, *key) for key, known in zip(keys, found, strict=True)]
        return [known or ([], []) for known in found]

    def near(self, a: Place, b: Place, key: tuple[str, int], links: Links) -> bool:
        """Whether at most so many places lie between two of a key."""
        before, after = self.around(a, [key], links)[0]
        return b in (before if b < a else after)

    def put(self, at: Place, keys: Sequence[str]) -> None:
        """A node stands here from now on."""
        for key in keys:
            for run in self.runs.get(key, ()):
                if run.tells(at):
                    insort(run.places, at)
                    self.size += 1

    def drop(self, at: Place, keys: Sequence[str]) -> None:
        """It stands here no more."""
        for key in keys:
            for run in self.runs.get(key, ()):
                place = bisect_left(run.places, at)
                if place < len(run.places) and run.places[place] == at:
                    del run.places[place]

    def _known(self, at: Place, key: str, width: int) -> tuple[list[Place], list[Place]] | None:
        for run in self.runs.get(key, ()):
            found = run.around(at, width)
            if found is not None:
                return found
        return None

    def _load(self, at: Place, keys: Sequence[tuple[str, int]], links: Links) -> None:
        if self.size > MANY:
            self.runs.clear()
            self.size = 0
        for (key, wanted), (before, after) in zip(keys, links.neighbours(at, keys), strict=True):
            run = Run([*reversed(before), *after], len(before) < wanted, len(after) < wanted)
            self.size += len(run.places)
            others = [other for other in self.runs.get(key, ()) if not _covers(run, other)]
            self.runs[key] = [run, *others[: RUNS - 1]]


def _covers(run: Run, other: Run) -> bool:
    """Whether a run tells all that another does."""
    return (not other.first or run.first) and (not other.last or run.last) and all(map(run.tells, _ends(other)))


def _ends(run: Run) -> list[Place]:
    return [run.places[0], run.places[-1]] if run.places else []


def spanning(width: int, before: Sequence[Place], after: Sequence[Place]) -> list[tuple[str, str]]:
    """The pairs `width` apart with a place between them: the k-th before it and the (width - k)-th after it."""
    first, last = max(1, width - len(after) + 1), min(width, len(before))
    return [(before[k - 1][1], after[width - k][1]) for k in range(first, last + 1)]
