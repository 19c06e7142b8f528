"""What the line of an answer says of other numbers, and of what nobody says that it happened."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.brief.compose import compose
from crosswire.brief.sheet import Line
from crosswire.brief.wording import load_wording
from crosswire.model import Candidate, Earlier, Fact, Quantity, StandingName, Value

from .build import exactly, launch, several

TWO, FIVE = exactly("two boats", 2, "fishing boat"), exactly("five boats", 5, "fishing boat")
LEAST = Quantity("at least 2 boats", 2, None, "at_least", "1", "fishing boat")


def line(standing: StandingName, value: Value | None, *others: Value, earlier: bool = False) -> Line:
    """The line of a fact on the damaged boats, the first answer told by one report, the others by another."""
    brief = launch()
    told = [c.id for c in brief.claims if isinstance(c.value, Quantity) and c.value.noun == "fishing boat"]
    answers = [Candidate(v, (told[i > 0],), ()) for i, v in enumerate((value or TWO, *others))]
    history = tuple(Earlier(v, value or TWO, None, (told[1],), ()) for v in others) if earlier else ()
    event = brief.events[0].id
    fact = Fact(event, "boats", "How many boats?", standing, 4, value, tuple(answers), ("told so",), history)
    return compose(replace(brief, facts=(fact,)), load_wording()).stories[0].lines[0]


@pytest.mark.parametrize(
    ("others", "earlier", "answer"),
    [
        ([FIVE], False, "2 fishing boats; also told: 5 fishing boats"),
        ([], False, "2 fishing boats"),
        ([LEAST], False, "2 fishing boats"),  # a form of the same
        ([several("several", "fishing boat")], False, "2 fishing boats"),
        ([FIVE], True, "2 fishing boats"),  # that was earlier, and is shown so
    ],
)
def test_another_number_is_told_beside_the_answer(others: list[Value], earlier: bool, answer: str) -> None:
    assert line("reported", TWO, *others, earlier=earlier).answer == answer


def test_what_is_only_denied_is_not_called_disputed() -> None:
    brief = launch()
    denial = next(c for c in brief.claims if c.stance == "denies")
    assert denial.value is not None
    fact = Fact(
        brief.events[0].id, "hit", "Was a boat hit?", "disputed", 4, None,
        (Candidate(denial.value, (denial.id,), ()),), ("only denied",),
    )  # fmt: skip
    alone = compose(replace(brief, facts=(fact,)), load_wording()).stories[0].lines[0]
    assert alone.label == "denied, told by nobody"
    assert line("disputed", None, FIVE).label == "disputed"
