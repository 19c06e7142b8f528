"""A sentence nearly word for word a report's: another word in the same place is another claim."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.facts.laying import checked

ROWS: list[tuple[list[str], str, bool]] = tomllib.loads(
    (Path(__file__).parent / "altered_cases.toml").read_text("utf-8")
)["rows"]


@pytest.mark.parametrize(("reports", "sentence", "found"), ROWS)
def test_a_word_in_the_place_of_another(reports: list[str], sentence: str, found: bool) -> None:
    outcome = checked(sentence, reports)
    assert (outcome.verdict in ("reported", "corroborated")) == found, outcome.reasons
