"""A report's text cut where claims begin and end, so that a page can mark every claim, also where they overlap."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from crosswire.brief.letters import showable
from crosswire.brief.marked import whole
from crosswire.model import BlockKind, Claim, Report, Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text that the same claims cover; `begins` are those that start with it."""

    text: str
    claims: tuple[str, ...]
    begins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of the text, and the claims that start in it, in the order of the text."""

    kind: BlockKind
    segments: tuple[Segment, ...]
    claims: tuple[Claim, ...]


def annotated(report: Report, claims: Sequence[Claim]) -> tuple[Passage, ...]:
    """The text block by block; every letter of it is there."""
    ordered = sorted(claims, key=lambda c: (c.span.start, -c.span.end, c.id))
    spans = [(span, claim.id) for claim in ordered for span in (claim.parts or (claim.span,))]
    out = []
    for block in whole(report):
        inside = [(s, id_) for s, id_ in spans if s.start < block.end and block.start < s.end]
        own = tuple(c for c in ordered if block.start <= c.span.start < block.end)
        out.append(Passage(block.kind, _segments(report.text, block.start, block.end, inside), own))
    return tuple(out)


def _segments(text: str, start: int, end: int, spans: Sequence[tuple[Span, str]]) -> tuple[Segment, ...]:
    """Sweep from edge to edge with the spans that are open: a long block with thousands of claims stays linear."""
    edges = {start, end}
    for span, _ in spans:
        edges.update(at for at in (span.start, span.end) if start < at < end)
    cuts = sorted(edges)
    coming = deque(sorted(spans, key=lambda pair: (pair[0].start, -pair[0].end, pair[1])))
    going: list[tuple[Span, str]] = []
    seen: set[str] = set()
    out = []
    for left, right in pairwise(cuts):
        while coming and coming[0][0].start <= left:
            going.append(coming.popleft())
        going = [pair for pair in going if pair[0].end >= right]
        covering = tuple(dict.fromkeys(id_ for _, id_ in going))
        begins = tuple(id_ for id_ in covering if id_ not in seen)
        seen.update(covering)
        out.append(Segment(showable(text[left:right]), covering, begins))
    return tuple(out)
