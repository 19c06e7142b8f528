"""What the line of an answer says of other numbers, and of what nobody says that it happened."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.brief.compose import compose
from crosswire.brief.sheet import Line
from crosswire.brief.wording import load_wording
from crosswire.model import Candidate, Earlier, Fact, Party, Place, Quantity, StandingName, Text, Value

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


def test_the_same_number_of_another_noun_is_no_other_form() -> None:
    also = line("reported", TWO, exactly("two vessels", 2, "vessel"), exactly("three boats", 3, "boat")).also
    assert "3 boats" in also
    assert "2 vessels" not in also


def test_the_day_and_place_above_are_those_of_the_table() -> None:
    brief = launch()
    event = brief.events[0]
    there = Place("in Karsk", "Karsk", "NO", 60.0, 10.0, "in", "town")
    facts = (Fact(event.id, "where", "Where?", "reported", 4, there, (Candidate(there, (), ()),), ("told so",)),)
    assert compose(replace(brief, facts=facts), load_wording()).stories[0].where == "Karsk, Norway"


def test_what_another_answer_says_already_is_not_told_again() -> None:
    brief = launch()
    mill, dyeing = Text("mill", "mill"), Text("dyeing mill", "mill")
    facts = tuple(
        Fact(brief.events[0].id, name, f"{name}?", "reported", 4, value, (Candidate(value, (), ()),), ("told so",))
        for name, value in (("target", dyeing), ("what", mill), ("weapon", Text("kiln", "kiln")))
    )
    shown = compose(replace(brief, facts=facts), load_wording()).stories[0].lines
    assert [line.question for line in shown] == ["target?", "weapon?"]


def test_of_what_has_no_questions_of_its_own_a_name_is_enough() -> None:
    brief = launch()
    event = replace(brief.events[0], frame="open")

    def shown(*answers: tuple[str, Value]) -> list[str]:
        facts = tuple(
            Fact(event.id, name, f"{name}?", "reported", 4, value, (Candidate(value, (), ()),), ("told so",))
            for name, value in answers
        )
        told = replace(brief, facts=facts, events=(event, *brief.events[1:]))
        return [line.question for line in compose(told, load_wording()).stories[0].lines]

    agency, bureau = Text("agency", "agency"), Party("NKB", "Northland's Bureau", "NO")
    assert shown(("who", bureau), ("cause", agency)) == ["who?"]
    assert shown(("cause", agency), ("what", Text("man", "man"))) == ["cause?"]


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
