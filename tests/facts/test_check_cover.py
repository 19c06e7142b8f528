"""What one slot of a sentence asks for, in the reports' sentences that have its act (cases in cover_cases.toml)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.facts.laying import stands

CASES: dict[str, list[tuple[list[str], str, str, str]]] = tomllib.loads(
    (Path(__file__).parent / "cover_cases.toml").read_text("utf-8")
)
ROWS = [(kind, *row) for kind, rows in CASES.items() for row in rows]


@pytest.mark.parametrize(("kind", "reports", "sentence", "words", "expected"), ROWS)
def test_how_the_reports_stand_to_a_slot(
    kind: str, reports: list[str], sentence: str, words: str, expected: str
) -> None:
    assert stands(sentence, words, reports) == expected, kind
