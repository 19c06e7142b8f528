"""Many kept reports -> those that may share a passage with a new one, by sampled shingles in compact arrays.

The sample keeps each shingle whose hash falls into one of `every` classes: MinHash in the form that tells how much of
one text is contained in another (Broder's sketch modulo m). The usual form, a fixed number of least hashes, tells how
alike two whole texts are, and a paragraph copied into a long report is 5 % alike (decision 0009).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from crosswire.facts.reprints.words import SHINGLE, Hashes

Marks = NDArray[np.uint32]
Numbers = NDArray[np.uint32]

EVERY = 4  # one shingle of so many is kept: a copied sentence of 25 words leaves five
# What makes a candidate: two sampled shingles in common (one may be a set phrase, or two hashes fallen together) near
# each other without overlapping, as in a passage and not in a phrase. Of 1,012 news texts each shared two with one in
# 140 of those before it, hence with 700 of 100,000; nine in ten of these fall away, and 2 of 431 copies.
POINTS, RARE_POINTS, WINDOW = 6, 3, 24
COMMON = (
    64  # a shingle that more hold is a set phrase, or much copied: it counts a third, its first holders stand for all
)
LOOSE = 100_000  # postings gathered before they are sorted into a segment
HALF = np.uint64(32)


def sampled(shingles: Hashes, every: int = EVERY) -> Marks:
    """The sampled shingles of a report, each once, as 32 bits."""
    return placed(shingles, every)[0]


def placed(shingles: Hashes, every: int = EVERY) -> tuple[Marks, Numbers]:
    """The same with the place of each in the report, in words: the first where it stands twice."""
    where = np.flatnonzero((shingles != 0) & (shingles % np.uint64(every) == 0))
    marks, first = np.unique((shingles[where] >> HALF).astype(np.uint32), return_index=True)
    return marks, where[first].astype(np.uint32)


@dataclass(frozen=True, slots=True)
class Segment:
    """Postings in order of their marks: `marks[i]` stands in the report of number `numbers[i]`."""

    marks: Marks
    numbers: Numbers

    def bounds(self, marks: Marks) -> tuple[list[int], list[int]]:
        """For each of the marks where its postings begin and end."""
        low = np.searchsorted(self.marks, marks, "left")
        return low.tolist(), np.searchsorted(self.marks, marks, "right").tolist()


def _close(numbers: Numbers, where: Numbers) -> Numbers:
    """Of reports (sorted, places in order) those with two places near each other, not in one phrase."""
    found = []
    for k in range(1, SHINGLE + 1):  # the first place out of a phrase is at most so many further
        apart = where[k:] - where[:-k]
        near = (numbers[k:] == numbers[:-k]) & (apart >= SHINGLE) & (apart <= WINDOW)
        found.append(numbers[k:][near])
    return np.unique(np.concatenate(found))


@dataclass(slots=True)
class Postings:
    """Which kept reports hold which sampled shingles; grows by adding, 8 bytes a posting and nothing else."""

    segments: list[Segment] = field(default_factory=list)
    loose: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    waiting: int = 0

    def add(self, number: int, marks: Marks) -> None:
        """Keep a report's marks under its number."""
        for mark in marks.tolist():
            self.loose[mark].append(number)
        self.waiting += len(marks)
        if self.waiting >= LOOSE:
            self._settle()

    def add_many(self, marks: Marks, numbers: Numbers) -> None:
        """Keep many postings at once: `marks[i]` of the report `numbers[i]`, in any order."""
        order = np.argsort(marks, kind="stable")
        self._keep(Segment(marks[order], numbers[order].astype(np.uint32)))

    def sharing(self, marks: Marks, places: Numbers) -> list[int]:
        """The numbers of the reports that may share a passage, in order; `places`: where the marks stand."""
        held = list(self._holders(marks))
        if not held:
            return []
        numbers = np.concatenate([holders for _, holders, _ in held])
        sizes = [len(holders) for _, holders, _ in held]
        worth = np.repeat([1 if count > COMMON else RARE_POINTS for _, _, count in held], sizes)
        where = np.repeat([int(places[i]) for i, _, _ in held], sizes)
        order = np.lexsort((where, numbers))
        numbers, worth, where = numbers[order], worth[order], where[order]
        first = np.flatnonzero(np.append(True, numbers[1:] != numbers[:-1]))
        enough = numbers[first][np.add.reduceat(worth, first) >= POINTS]
        found: list[int] = np.intersect1d(enough, _close(numbers, where)).tolist()
        return found

    def _holders(self, marks: Marks) -> Iterator[tuple[int, Numbers, int]]:
        """For each mark that somebody holds: which it is, its first holders, and how many there are."""
        bounds = [segment.bounds(marks) for segment in self.segments]
        for i, mark in enumerate(marks.tolist()):
            parts = [
                s.numbers[low[i] : high[i]]
                for s, (low, high) in zip(self.segments, bounds, strict=True)
                if low[i] < high[i]
            ]
            if loose := self.loose.get(mark):
                parts.append(np.array(loose, np.uint32))
            if parts:
                every = np.concatenate(parts) if len(parts) > 1 else parts[0]
                yield i, every[:COMMON], len(every)

    @property
    def size(self) -> int:
        """Bytes of the sorted postings."""
        return sum(segment.marks.nbytes + segment.numbers.nbytes for segment in self.segments)

    def _settle(self) -> None:
        pairs = [(mark, number) for mark, numbers in self.loose.items() for number in numbers]
        self.loose.clear()
        self.waiting = 0
        columns = np.array(pairs, np.uint32)
        self.add_many(columns[:, 0], columns[:, 1])

    def _keep(self, segment: Segment) -> None:
        """Append a segment; segments of like size are merged, so that there are few and each posting moves rarely."""
        while self.segments and len(self.segments[-1].marks) < 2 * len(segment.marks):
            last = self.segments.pop()
            marks = np.concatenate([last.marks, segment.marks])
            order = np.argsort(marks, kind="stable")
            segment = Segment(marks[order], np.concatenate([last.numbers, segment.numbers])[order])
        self.segments.append(segment)
