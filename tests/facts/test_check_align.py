"""A sentence laid beside a report's sentence: all of it is told there, or it is not told (align_cases.toml)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.facts.laying import outcome

CASES: dict[str, list[list[str]]] = tomllib.loads((Path(__file__).parent / "align_cases.toml").read_text("utf-8"))
ROWS = [(kind, *row) for kind, rows in CASES.items() for row in rows]


@pytest.mark.parametrize(("kind", "report", "sentence", "expected"), ROWS)
def test_what_a_sentence_says_is_told_beside_it(kind: str, report: str, sentence: str, expected: str) -> None:
    assert outcome(sentence, [report]) == expected, kind
