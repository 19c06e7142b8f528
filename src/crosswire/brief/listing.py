"""What was read from one report as a listing for the eye: who says what in which words, and the values."""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.brief.evidence import cited, evidence, label
from crosswire.brief.letters import printable
from crosswire.brief.phrase import phrase
from crosswire.brief.wording import Wording, count
from crosswire.model import Claim, Reading


def as_listing(reading: Reading, wording: Wording) -> str:
    """The report's claims and values, one a line, in the order of the text."""
    return "\n".join(_lines(reading, wording)) + "\n\n"


def _lines(reading: Reading, wording: Wording) -> Iterator[str]:
    report = reading.report
    yield printable(f"{label(report)}: {report.title}")
    yield f"  {count(len(reading.claims), 'claim')}, {count(len(reading.values), 'value')}"
    for claim in reading.claims:
        yield "  - " + _claim(claim, reading, wording)
    for value in reading.values:
        yield "  = " + printable(f"{value.span.exact} -> {value.value.type}: {phrase(value.value, wording)}")


def _claim(claim: Claim, reading: Reading, wording: Wording) -> str:
    item = evidence(claim, reading.report, 1)
    words = "".join(f"*{piece.text}*" if piece.marked else piece.text for piece in item.pieces)
    words = f"“{words}”" if item.quoted else words
    value = f" = {phrase(claim.value, wording)}" if claim.value is not None else ""
    about = f", {claim.attribute}{value}" if claim.attribute else ""
    return printable(f"{cited(item)} [{claim.kind}, {claim.mode}, {claim.stance}{about}]: {words}")
