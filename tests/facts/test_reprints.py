"""Which reports copy another, and which way."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from crosswire.facts.reprints import find_reprints
from crosswire.model import Report
from tests.builders import NOON, report

WIRE = (
    "A cargo ship ran aground on a reef near the harbour of Port Ellis on Tuesday and lost part of its load of grain, "
    "the harbour master said. All fourteen of the crew were taken off by helicopter. Divers are to look at the "
    "hull on Wednesday, and a tug from the mainland is on its way to pull the ship free at the next spring tide."
)
OTHER = (
    "The grounding of a freighter off Port Ellis has closed the harbour's only channel. Fishermen who wait outside say "
    "they lose their catch with every hour, and the mayor asks why no pilot was aboard when the weather turned."
)


def pairs(*reports: Report) -> list[tuple[str | None, str | None]]:
    names = {r.id: r.outlet for r in reports}
    return [(names[r.report], names[r.of]) for r in find_reprints(reports)]


def test_a_copy_with_another_end_is_found_and_follows_the_earlier() -> None:
    wire = report("Wire", WIRE, NOON)
    paper = report(
        "Paper", WIRE.rsplit(". ", 1)[0] + ". The paper adds a line of its own here.", NOON + timedelta(hours=2)
    )
    assert pairs(wire, paper) == pairs(paper, wire) == [("Paper", "Wire")]
    (found,) = find_reprints([wire, paper])
    assert found.share > 0.5
    assert "published first" in found.reason


def test_two_own_reports_of_one_event_are_no_copies() -> None:
    assert pairs(report("Wire", WIRE), report("Paper", OTHER)) == []


def test_a_shared_quotation_is_no_copy() -> None:
    quote = ' "We will not leave until the last of our people is home and safe," the minister told reporters.'
    assert pairs(report("Wire", WIRE + quote), report("Paper", OTHER + quote)) == []


def test_a_credit_tells_the_direction_whatever_the_clock_says() -> None:
    wire = report("Wire", WIRE, NOON + timedelta(hours=3))
    paper = replace(report("Paper", WIRE + " More.", NOON), credit="Wire")
    assert pairs(wire, paper) == [("Paper", "Wire")]


def test_on_one_day_without_a_time_the_longer_text_is_the_source() -> None:
    midnight = NOON.replace(hour=0)
    long, short = report("Long", WIRE, NOON), report("Short", WIRE.rsplit(". ", 1)[0] + ".", midnight)
    assert pairs(long, short) == [("Short", "Long")]
    assert "unknown" in find_reprints([long, short])[0].reason
