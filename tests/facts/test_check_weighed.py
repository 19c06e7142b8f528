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
