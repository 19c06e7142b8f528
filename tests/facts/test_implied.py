"""What an answer to one question says of another: who claims it did it, who counts bodies counts the dead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.facts.align import Backed
from crosswire.facts.implied import also_said
from crosswire.facts.origins.origin import Trace
from crosswire.model import Party, Value
from tests.builders import claim, count, report

NORTH = Party("Northland", "Northland", "NL", "country")
GUARD = Party("Northland's Guard", "Northland's Guard", "NL", "body")
SOUTH = Party("Southland", "Southland", "SL", "country")


def told(value: Value, name: str, attribute: str) -> Backed:
    made = claim(report(f"{name} Daily", f"{name} tells it"), value)
    found = Trace(f"named:{name}", name, "official", "attributed to it")
    return Backed(replace(made, attribute=attribute), (found,), None)


@pytest.mark.parametrize(
    ("asked", "given", "also", "by", "said"),
    [
        ("who", NORTH, ("claimed_by", GUARD), "Northland's Guard", True),
        ("who", SOUTH, ("claimed_by", GUARD), "Northland's Guard", False),  # nobody says that it was they
        ("who", NORTH, ("claimed_by", GUARD), "Ana Paz", False),  # who only tells that they claim it
        ("killed", count(16), ("bodies", replace(count(16), noun="body")), "Halden Hospital", True),
        ("killed", count(16), ("bodies", count(15)), "Halden Hospital", False),
        ("killed", count(16), ("injured", count(16)), "Halden Hospital", False),
    ],
)
def test_what_is_said_of_another_question_supports_an_answer_that_is_given(
    asked: str, given: Value, also: tuple[str, Value], by: str, said: bool
) -> None:
    name, value = also
    both = {asked: [told(given, "Police", asked)], name: [told(value, by, name)]}
    found = list(also_said(both, lambda unit: None))
    assert [(attribute, b.claim.attribute) for attribute, b in found] == ([(asked, asked)] if said else [])
    assert list(also_said({name: both[name]}, lambda unit: None)) == []
