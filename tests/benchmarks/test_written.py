"""The made-up events of `written`: each is whole, and answers are held against a fact as the head of it tells."""

from __future__ import annotations

import pytest
from benchmarks.written import STANDING, Item, bag, brief_of, fits, judge, main_event, written

from crosswire.model import Fact, Text, Value
from crosswire.pipeline.read import load_pipeline
from tests.builders import count, day

HALVES = [(split, name, event) for split in ("dev", "report") for name, event in written(split)]


@pytest.mark.parametrize(("split", "name", "event"), HALVES, ids=[name for _, name, _ in HALVES])
def test_an_event_is_whole(split: str, name: str, event: Item) -> None:
    assert len(event["report"]) >= 3, name
    assert len({report["outlet"] for report in event["report"]}) == len(event["report"])
    assert all(report["title"] and report["published"].utcoffset() is not None for report in event["report"])
    assert {fact["standing"] for fact in event["fact"]} <= set(STANDING)
    assert all(len(fact["origins"]) >= 2 for fact in event["fact"] if fact["standing"] in ("corroborated", "disputed"))


def test_the_halves_are_equal() -> None:
    assert [split for split, _, _ in HALVES].count("dev") == 16 == len(HALVES) / 2


@pytest.mark.parametrize(
    ("question", "value", "attribute", "told", "found"),
    [
        ("killed", "two miners", "killed", count(2, "two"), True),
        ("killed", "two miners", "injured", count(2, "two"), False),
        ("killed", "two miners", "killed", count(3, "three"), False),
        ("how_many", "31 people freed", "rescued", count(31, "31 passengers"), True),
        ("how_many", "31 people freed", "when", day("2026-05-31"), False),
        ("where", "the market of Vell", "target", Text("crowded market", "market"), True),
        ("where", "the market of Vell", "where", Text("in Osk", "osk"), False),
        ("happened", "a bomb went off", "happened", Text("blast", "blast"), True),
    ],
)
def test_an_answer_fits_a_fact(question: str, value: str, attribute: str, told: Value, found: bool) -> None:
    answer = Fact("e", attribute, "", "reported", 3, told, (), ())
    assert fits({"question": question, "value": value}, answer) == found


def test_numbers_are_read_in_words() -> None:
    assert bag("Fourteen of the 1,200 homes") == {"14", "1200", "homes"}


def test_two_that_vouch_are_found() -> None:
    text = "Three people were killed in a fire in Bergen on Monday, {} said."
    event = next(event for _, event in written("dev"))
    rows = [
        {**row, "text": text.format(who)} for who, row in zip(("police", "the mayor"), event["report"], strict=False)
    ]
    brief = brief_of([{**row, "title": "Fire in Bergen"} for row in rows], load_pipeline())
    facts = [
        {"question": "killed", "value": "three", "standing": "corroborated"},
        {"question": "killed", "value": "four", "standing": "corroborated"},
    ]
    assert main_event(brief)
    assert [one.right for one in judge("fire", facts, brief)] == [True, False]
