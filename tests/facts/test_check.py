"""Sentences put to reports: true ones are found, near misses are not confirmed (cases in check_cases.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from crosswire.claims.read import Reader, read_closely
from crosswire.facts.check_evidence import Evidence
from crosswire.model import Block, Checked, Report, stable_id
from crosswire.pipeline.check import check_sentences, evidence_of

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "check_cases.toml").read_text("utf-8"))["case"]
PUBLISHED = datetime(2026, 3, 19, 18, tzinfo=UTC)
CONFIRMED = ("corroborated", "reported")
Check = Callable[[str, str], Checked]


def report(outlet: str, text: str) -> Report:
    block = Block("paragraph", 0, len(text))
    return Report(stable_id("report", outlet, text), text, (block,), text[:40], outlet, PUBLISHED, "given", "en")


@pytest.fixture(scope="module")
def check(reader: Reader) -> Check:
    """The verdict on a sentence by the reports of a case."""

    @cache
    def evidence(name: str) -> Evidence:
        case = next(c for c in CASES if c["name"] == name)
        reports = [report(f"Paper {n}", text) for n, text in enumerate(case["reports"])]
        return evidence_of(list(read_closely(reports, reader)), reader)

    def checked(name: str, sentence: str) -> Checked:
        (one,) = check_sentences(sentence, None, evidence(name), reader)
        return one

    return checked


def told(kind: str) -> list[tuple[str, str]]:
    return [(case["name"], sentence) for case in CASES for sentence in case[kind]]


@pytest.mark.parametrize(("case", "sentence"), told("altered"))
def test_an_altered_sentence_is_not_confirmed(case: str, sentence: str, check: Check) -> None:
    found = check(case, sentence)
    assert found.verdict not in CONFIRMED, found.slots


@pytest.mark.parametrize(("case", "sentence"), told("true"))
def test_a_true_sentence_is_found(case: str, sentence: str, check: Check) -> None:
    found = check(case, sentence)
    assert found.verdict in CONFIRMED, found.slots
