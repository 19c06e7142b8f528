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
from crosswire.facts.check.evidence import Evidence
from crosswire.facts.check.slots import wanted
from crosswire.model import Block, Checked, Clause, Party, Phrase, Place, Report, Span, Value, stable_id
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


OSLO = Party("Oslo", "Oslo", "NO", "country"), Place("Oslo", "Oslo", "NO", 59.9, 10.7)
ARMY = Party("Norway's army", "Norway's army", "NO", "forces"), Place("Norway", "Norway", "NO", 64.0, 11.0)
ALPS = Place("the Swiss Alps", "Alps", None, 46.5, 9.0), Party("Swiss", "Switzerland", "CH", "country")
IZMIR = Place("the Turkish city of Izmir", "Izmir", "TR", 38.4, 27.1), Party("Turkish", "Turkey", "TR", "country")


@pytest.mark.parametrize(("values", "asked"), [(OSLO, 2), (ARMY, 1), (ALPS, 2), (IZMIR, 1)])
def test_what_is_part_of_a_name_is_not_asked_for_by_itself(values: tuple[Value, ...], asked: int) -> None:
    text = values[0].text
    at = Span(0, len(text), text)
    phrase = Phrase("agent", "x", frozenset(), values[0], values[1:], at)
    clause = Clause("r", frozenset({"act"}), True, False, "happened", "fact", "states", (phrase,), at, at)
    assert len(list(wanted(clause))) == asked
