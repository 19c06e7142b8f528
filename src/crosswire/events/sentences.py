"""What stands in the same sentence as a mention: the values recognised there, and who is quoted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.model import Mention, Reading, Recognised, Span


@dataclass(frozen=True, slots=True)
class Sentences:
    """What was recognised in a reading, and who is quoted in it, to be found by sentence: each in the order of the
    text, with where it starts; `apart` are the sentences that tell of another event of a kind ("another collapse")."""

    values: Sequence[Recognised]
    starts: Sequence[int]
    speakers: Sequence[Span]
    begins: Sequence[int]
    apart: frozenset[int]

    @classmethod
    def of(cls, reading: Reading) -> Sentences:
        """Those of a reading."""
        values = sorted(reading.values, key=lambda r: r.span.start)
        spans = {s.span for claim in reading.claims for s in claim.speakers if s.span is not None}
        speakers = sorted(spans, key=lambda span: (span.start, span.end))
        apart = frozenset(m.sentence.start for m in reading.mentions if m.another)
        return cls(values, [r.span.start for r in values], speakers, [s.start for s in speakers], apart)

    def recognised(self, members: Sequence[Mention]) -> list[Recognised]:
        """The values in the sentences of mentions."""
        return [v for m in members for v in self.values[_slice(self.starts, m.sentence)]]

    def quoted(self, members: Sequence[Mention]) -> list[Span]:
        """Who is quoted in the sentences of mentions."""
        return [s for m in members for s in self.speakers[_slice(self.begins, m.sentence)]]


def _slice(starts: Sequence[int], span: Span) -> slice:
    return slice(bisect_left(starts, span.start), bisect_left(starts, span.end))
