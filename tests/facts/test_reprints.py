"""Which reports copy another, and which way."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.facts.reprints import CopyIndex, find_reprints
from crosswire.facts.reprints.index import Postings
from crosswire.model import Report
from tests.builders import NOON, report

WIRE = (
    "A cargo ship ran aground on a reef near the harbour of Port Ellis on Tuesday and lost part of its load of grain, "
    "the harbour master said. All fourteen of the crew were taken off by helicopter. Divers are to look at the "
    "hull on Wednesday, and a tug from the mainland is on its way to pull the ship free at the next spring tide."
)
LONG = (
    "A cargo ship of 4,000 tons ran aground on a reef near the harbour of Port Ellis on Tuesday and lost part of its "
    "load of grain. All fourteen of the crew were taken off by helicopter before dark and brought to a hotel in the "
    "town. The ship had come some 350 kilometers out of its way to keep clear of the storm that closed the northern "
    "channel. Divers are to look at the hull on Wednesday, and a tug from the mainland is on its way to pull it free "
    "at the next spring tide. The owner has set up a line for relatives of the crew and promises to pay for what the "
    "cleaning will cost."
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


def test_on_one_day_without_a_time_what_ends_where_the_other_goes_on_is_the_copy() -> None:
    midnight = NOON.replace(hour=0)
    long, short = report("Long", WIRE, NOON), report("Short", WIRE.rsplit(". ", 1)[0] + ".", midnight)
    assert pairs(long, short) == [("Short", "Long")]
    assert find_reprints([long, short])[0].known_by == "coverage"


def test_where_nothing_tells_neither_is_the_source() -> None:
    a, b = report("A", WIRE + " A line of its own.", None), report("B", "Another beginning. " + WIRE, None)
    (found,) = find_reprints([a, b])
    assert found.known_by == "unknown"
    assert (found.report, found.of) == tuple(sorted((a.id, b.id), reverse=True))
    both = [
        replace(r, credit="Wire") for r in (report("A", WIRE), report("B", WIRE + " More.", NOON + timedelta(hours=1)))
    ]
    assert "both credit Wire" in find_reprints(both)[0].reason


def sentences(text: str) -> list[str]:
    return [s if s.endswith(".") else s + "." for s in text.split(". ")]


EDITED = {
    "in another order": " ".join([*sentences(LONG)[3:], *sentences(LONG)[:3]]),
    "with other units": LONG.replace("350 kilometers", "217 miles").replace("4,000 tons", "3,630 tonnes"),
    "with units added": LONG.replace("350 kilometers", "350 kilometers (217 miles)"),
    "with small edits": LONG.replace("ran aground", "was stranded").replace("Tuesday", "March 3").replace("All", "The"),
    "two sentences in another story": f"{OTHER} {' '.join(sentences(LONG)[:2])}",
    "cut from the end": " ".join(sentences(LONG)[:3]),
}


@pytest.mark.parametrize("text", EDITED.values(), ids=EDITED)
def test_what_is_copied_is_found_and_shown(text: str) -> None:
    wire, paper = report("Wire", LONG, NOON), report("Paper", text, NOON + timedelta(hours=2))
    (found,) = find_reprints([paper, wire])
    assert (found.report, found.of) == (paper.id, wire.id)
    for copied in found.passages:
        assert paper.text[copied.here.start : copied.here.end] == copied.here.exact
        assert wire.text[copied.there.start : copied.there.end] == copied.there.exact
    words = sum(len(c.here.exact.split()) for c in found.passages)
    assert words > 0.8 * min(len(text.split()), len(" ".join(sentences(LONG)[:2]).split()))


def test_what_is_not_copied_stands_in_no_passage() -> None:
    own = "The harbour office had warned of the reef in January, and nobody listened to it, as the mayor now admits."
    wire, paper = report("Wire", LONG, NOON), report("Paper", f"{own} {LONG}", NOON + timedelta(hours=2))
    (found,) = find_reprints([wire, paper])
    assert all(c.here.start > len(own) for c in found.passages)


def test_of_many_copies_each_names_the_first_as_its_source() -> None:
    copies = [report(f"Paper {i}", f"{LONG} Line number {i}.", NOON + timedelta(hours=i)) for i in range(6)]
    assert {r.of for r in find_reprints(copies)} == {copies[0].id}


def test_a_second_source_is_named_where_it_explains_more() -> None:
    wire, paper = report("Wire", LONG, NOON), report("Local", OTHER, NOON)
    both = report("Both", f"{LONG} {OTHER}", NOON + timedelta(hours=1))
    assert {(r.report, r.of) for r in find_reprints([wire, paper, both])} == {(both.id, wire.id), (both.id, paper.id)}


@settings(deadline=None)  # a busy machine is no fault of the code
@given(st.permutations(range(6)))
def test_the_index_answers_the_same_in_every_order(order: list[int]) -> None:
    made = [report(f"Paper {i}", text, NOON + timedelta(hours=i % 3)) for i, text in enumerate(EDITED.values())]
    index = CopyIndex()
    found = {r for i in order for r in index.add(made[i])}
    assert found == {r for one in [CopyIndex()] for of in made for r in one.add(of)}
    assert len(index) == len(made)
    assert set(index.add(made[0])) == {r for r in found if made[0].id in (r.report, r.of)}
    assert len(index) == len(made)


def test_the_index_can_leave_the_texts_elsewhere() -> None:
    made = {r.id: r for r in (report("A", LONG), report("B", f"{OTHER} {LONG}", NOON + timedelta(hours=1)))}
    index = CopyIndex(made.__getitem__)
    assert [index.add(r) for r in made.values()] == [
        CopyIndex().add(report("A", LONG)),
        find_reprints([*made.values()]),
    ]


def test_many_reports_settle_into_few_segments() -> None:
    rng = np.random.default_rng(7)
    postings = Postings()
    made = [np.unique(rng.integers(0, 2**32, 200, np.uint64).astype(np.uint32)) for _ in range(2000)]
    for number, marks in enumerate(made):
        postings.add(number, marks)
    assert len(postings.segments) < 4
    places = np.arange(0, 2000, 10).astype(np.uint32)
    assert [postings.sharing(marks, places[: len(marks)]) for marks in made[::100]] == [
        [n] for n in range(0, 2000, 100)
    ]
