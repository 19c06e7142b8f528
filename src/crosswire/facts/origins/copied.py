"""Copied words -> the report and the words they come from, claim by claim.

A claim that stands in a copied passage rests on what the source's own claim there rests on; what a report tells outside
of the passages is its own, however much of the rest it copies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from crosswire.model import Claim, Copied, Report, Reprint, Span

MOSTLY = 0.3  # of the shorter text: whoever credits an agency and shares so much of it has it from there
INSIDE = 0.6  # of a claim's words lie in the passage: a passage may begin behind "Police said"


@dataclass(frozen=True, slots=True)
class Copies:
    """Which passages of each report come from which other, and what the reports claim."""

    passages: Mapping[str, tuple[tuple[Copied, str], ...]] = field(default_factory=dict)
    reports: Mapping[str, Report] = field(default_factory=dict)
    claims: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    credits: Mapping[str, tuple[tuple[Span, str], ...]] = field(default_factory=dict)

    def credit(self, report: str, span: Span | None) -> str | None:
        """The agency that those credit who have the same words (or any) as a report that credits nobody; None if
        several."""
        held = self.credits.get(report, ())
        names = {agency for passage, agency in held if span is None or _share(span, passage) >= INSIDE}
        return next(iter(names)) if len(names) == 1 else None

    def source(self, claim: Claim) -> tuple[str, Claim | None] | None:
        """(the report at the root of a claim's words, its claim that they copy or None); None where it copies none."""
        report, found, span = claim.report, claim, claim.words or claim.span
        seen = {report}
        while (step := self._step(report, span)) is not None and step[1] not in seen:
            copied, source = step
            seen.add(source)
            span = _beside(span, copied)
            same = _counterpart(found, span, copied.there, self.claims.get(source, ()))
            if same is None and found.cue is not None:
                break  # on the word of somebody whom the source does not name there: it has this from elsewhere
            report = source
            if same is not None:
                found, span = same, same.words or same.span
        if report == claim.report:
            return None
        return report, found if found.report == report else None

    def _step(self, report: str, span: Span) -> tuple[Copied, str] | None:
        """The passage that holds a span, with the report that it comes from."""
        holding = [(copied, of) for copied, of in self.passages.get(report, ()) if _share(span, copied.here) >= INSIDE]
        return min(holding, key=lambda pair: (-_share(span, pair[0].here), pair[1]), default=None)


def make_copies(reprints: Sequence[Reprint], reports: Mapping[str, Report], claims: Sequence[Claim]) -> Copies:
    """The look-ups of a set of reports."""
    passages: dict[str, list[tuple[Copied, str]]] = defaultdict(list)
    crediting: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for reprint in reprints:
        passages[reprint.report].extend((copied, reprint.of) for copied in reprint.passages)
        if agency := _credited(reprint, reports):
            crediting[reprint.of].extend((copied.there, agency) for copied in reprint.passages)
    told: dict[str, list[Claim]] = defaultdict(list)
    involved = {id_ for reprint in reprints for id_ in (reprint.report, reprint.of)}
    for claim in claims:
        if claim.report in involved:
            told[claim.report].append(claim)
    held = {report: tuple(rows) for report, rows in passages.items()}
    return Copies(held, reports, dict(told), {report: tuple(rows) for report, rows in crediting.items()})


def _credited(reprint: Reprint, reports: Mapping[str, Report]) -> str | None:
    """The agency whose the words are that a copy shares with a report which credits nobody: where the copy has not
    much else, its credit is for them."""
    copy, source = reports.get(reprint.report), reports.get(reprint.of)
    whole = copy is not None and source is not None and reprint.share >= MOSTLY
    return copy.credit if copy is not None and whole and source is not None and source.credit is None else None


def _share(span: Span, passage: Span) -> float:
    common = min(span.end, passage.end) - max(span.start, passage.start)
    return max(0, common) / max(1, span.end - span.start)


def _beside(span: Span, copied: Copied) -> Span:
    """About where a span of the copy stands in the source: as far from the passage's ends as there."""
    here, there = copied.here, copied.there
    scale = (there.end - there.start) / max(1, here.end - here.start)
    start = there.start + round((span.start - here.start) * scale)
    return Span(start, start + max(1, round((span.end - span.start) * scale)), "")


def _counterpart(claim: Claim, near: Span, passage: Span, claims: Sequence[Claim]) -> Claim | None:
    """The source's claim that a copied claim copies: the nearest answer to the same question in the same passage."""
    same = [
        c
        for c in claims
        if (c.attribute, c.act, c.stance) == (claim.attribute, claim.act, claim.stance)
        and _share(c.words or c.span, passage) >= INSIDE
        and (claim.cue is None or _called(c) == _called(claim))
    ]
    return min(same, key=lambda c: (_apart(c, claim), abs((c.words or c.span).start - near.start), c.id), default=None)


def _called(claim: Claim) -> str:
    """Who is said to say it, in the report's own words: a copy has the same words, whomever they are taken to mean."""
    return " ".join(claim.speakers[-1].name.casefold().split()) if claim.cue is not None else ""


def _apart(a: Claim, b: Claim) -> bool:
    """Whether the values are written differently."""
    return (a.value.text.casefold() if a.value else "") != (b.value.text.casefold() if b.value else "")
