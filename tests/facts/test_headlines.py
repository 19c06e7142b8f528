"""What a headline leaves out of a number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.facts.align import Backed
from crosswire.facts.headlines import as_the_text_says
from crosswire.model import Block, Quantity, Report, Span
from tests.builders import claim, count, report

HEAD = "Blast kills 19"


def titled(body: str) -> Report:
    made = report("A", f"{HEAD}\n\n{body}")
    return replace(made, blocks=(Block("title", 0, len(HEAD)), Block("paragraph", len(HEAD) + 2, len(made.text))))


def told(of: Report, value: Quantity, at: int) -> Backed:
    words = Span.of(of.text, at, at + 2)
    return Backed(replace(claim(of, value), words=words, id=f"{at} {value.text}"), (), of.published)


def loose(n: float, bound: str = "at_least") -> Quantity:
    return Quantity(f"{bound} {n:g}", n, None if bound == "at_least" else n, bound, "1", "person")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ([loose(19)], "at_least"),
        ([loose(19, "about")], "about"),
        ([loose(19), count(19)], "exact"),  # the text gives it bare as well
        ([loose(9)], "exact"),  # another number
        ([count(19)], "exact"),
        ([], "exact"),
    ],
)
def test_a_headlines_bare_number_has_the_bound_of_its_text(body: list[Quantity], shown: str) -> None:
    of = titled("At least 19 people died in it.")
    claims = [told(of, count(19), 12), *(told(of, value, len(HEAD) + 4 + i) for i, value in enumerate(body))]
    head = as_the_text_says(claims, {of.id: of})[0].claim.value
    assert isinstance(head, Quantity)
    assert head.bound == shown


def test_one_reports_text_says_nothing_of_anothers_headline() -> None:
    of, other = titled("It was loud."), replace(titled("At least 19 died."), id="other")
    claims = [told(of, count(19), 12), told(other, loose(19), len(HEAD) + 5)]
    assert list(as_the_text_says(claims, {of.id: of, other.id: other})) == claims
