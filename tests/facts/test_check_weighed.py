"""A sentence in other words: what tells little may be missing, no value, no act and no contrary word may."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.facts.laying import checked

ROWS: list[list[object]] = tomllib.loads((Path(__file__).parent / "weighed_cases.toml").read_text("utf-8"))["rows"]


@pytest.mark.parametrize(("report", "sentence", "found", "missing"), ROWS)
def test_a_sentence_in_other_words(report: str, sentence: str, found: bool, missing: list[str]) -> None:
    outcome = checked(sentence, [report])
    assert (outcome.verdict in ("reported", "corroborated")) == found, outcome.reasons
    told = " ".join(s.why for s in outcome.slots)
    assert all(f"in other words: “{word}” is not told" in told for word in missing)


BILL = "Odd Aas said he did not have a phone number. Aas said the letter contained a bill for 12 euros."


@pytest.mark.parametrize(
    ("sentence", "reports", "verdict"),
    [
        # that somebody cannot think of something denies no thought, and that he has a bill no lack of a number
        (
            "I thought it was a joke.",
            ["Berit Aas cannot think of another party.", "I thought it was a joke."],
            "reported",
        ),
        ("Odd Aas said he did not have a phone number.", [BILL], "reported"),
        # who says the contrary of the same does
        ("Rebels attacked the port.", ["Rebels attacked the port.", "The rebels did not attack the port."], "disputed"),
        ("Odd Aas owns the bar.", ["Odd Aas owns the bar.", "Odd Aas does not own the bar."], "disputed"),
    ],
)
def test_only_the_contrary_of_the_same_is_a_dispute(sentence: str, reports: list[str], verdict: str) -> None:
    outcome = checked(sentence, reports)
    assert outcome.verdict == verdict, outcome.reasons
