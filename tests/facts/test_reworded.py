"""What an editor writes of what a report tells, in other words, and beside it another act (reworded_cases.toml)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.facts.laying import outcome

CASES: dict[str, list[list[str]]] = tomllib.loads((Path(__file__).parent / "reworded_cases.toml").read_text("utf-8"))
SAME = [(report, same) for rows in CASES.values() for report, same, _ in rows]
OTHER = [(report, other) for rows in CASES.values() for report, _, other in rows if other]


@pytest.mark.parametrize(("report", "same"), SAME)
def test_the_same_in_other_words_is_told(report: str, same: str) -> None:
    assert outcome(same, [report]) == "told"


@pytest.mark.parametrize(("report", "other"), OTHER)
def test_another_act_is_not_told(report: str, other: str) -> None:
    assert outcome(other, [report]) != "told"
