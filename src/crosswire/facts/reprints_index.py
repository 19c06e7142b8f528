"""Many kept reports -> those that may share a passage with a new one, by sampled shingles in compact arrays.

The sample keeps each shingle whose hash falls into one of `every` classes: MinHash in the form that tells how much of
one text is contained in another (Broder's sketch modulo m). The usual form, a fixed number of least hashes, tells how
alike two whole texts are, and a paragraph copied into a long report is 5 % alike (decision 0009).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from crosswire.facts.reprints_words import Hashes

Marks = NDArray[np.uint32]
Numbers = NDArray[np.uint32]

EVERY = 4  # one shingle of so many is kept: a copied sentence of 25 words leaves five
SHARED = (
    2  # sampled shingles in common that make a candidate: one may be a set phrase, or two hashes that fell together
)
LOOSE = 100_000  # postings gathered before they are sorted into a segment
HALF = np.uint64(32)


def sampled(shingles: Hashes, every: int = EVERY) -> Marks:
    """The sampled shingles of a report, each once, as 32 bits."""
    kept = shingles[(shingles != 0) & (shingles % np.uint64(every) == 0)]
    return np.unique((kept >> HALF).astype(np.uint32))


@dataclass(frozen=True, slots=True)
class Segment:
    """Postings in order of their marks: `marks[i]` stands in the report of number `numbers[i]`."""

    marks: Marks
    numbers: Numbers

    def holders(self, marks: Marks) -> Numbers:
        """The numbers of the reports that hold some of the marks, once for each mark they hold."""
        low = np.searchsorted(self.marks, marks, "left")
        high = np.searchsorted(self.marks, marks, "right")
        slices = [self.numbers[a:b] for a, b in zip(low.tolist(), high.tolist(), strict=True) if b > a]
        return np.concatenate(slices) if slices else np.zeros(0, np.uint32)


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

    def sharing(self, marks: Marks) -> list[int]:
        """The numbers of the reports that share enough marks, in order."""
        found: Counter[int] = Counter()
        if self.loose:
            for mark in marks.tolist():
                found.update(self.loose.get(mark, ()))
        parts = [segment.holders(marks) for segment in self.segments]
        if any(len(part) for part in parts):
            numbers, counts = np.unique(np.concatenate(parts), return_counts=True)
            found.update(dict(zip(numbers.tolist(), counts.tolist(), strict=True)))
        return sorted(number for number, count in found.items() if count >= SHARED)

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
