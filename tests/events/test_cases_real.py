"""Hard pairs met in real reports, told in our own words: is it one event or are they two?

The table (cases_real.toml) holds more than the linker can do today. What must not get worse is pinned: how many pairs
come out right, and how many are joined that must not be, the error that invents corroboration.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from crosswire.claims.read import Reader, read
from crosswire.events.tell import make_events
from crosswire.model import Block, Reading, Report
from crosswire.pipeline.weigh import table_of

PAIRS = tomllib.loads(Path(__file__).with_name("cases_real.toml").read_text("utf-8"))["pair"]
RIGHT, WRONGLY_JOINED = 76, 0


def report_of(side: Mapping[str, Any], name: str) -> Report:
    title, outlet = side.get("title", ""), side["outlet"]
    text = f"{title}\n\n{side['text']}"
    blocks = (Block("title", 0, len(title)), Block("paragraph", len(title) + 2, len(text)))
    published = datetime.fromisoformat(f"{side['published']}T12:00:00+00:00")
    return Report(name, text, blocks, title, outlet, published, "given", "en")


def events_at(reading: Reading, words: str, home: Mapping[str, str]) -> set[str]:
    """The events whose mentions overlap the words."""
    start = reading.report.text.rindex(words)
    end = start + len(words)
    found = [m for m in reading.mentions if m.phrase.start < end and start < m.phrase.end]
    return {home[m.id] for m in found if m.id in home}


def joined(pair: Mapping[str, Any], reader: Reader) -> bool:
    """Whether the two mentions that the pair is about came out as one event."""
    a, b = read([report_of(pair["a"], "a"), report_of(pair["b"], "b")], reader)
    events = make_events([a, b], table_of(reader))
    home = {mention: event.id for event in events for mention in event.mentions}
    return bool(events_at(a, pair["a"]["about"], home) & events_at(b, pair["b"]["about"], home))


@pytest.fixture(scope="module")
def outcomes(reader: Reader) -> list[tuple[Mapping[str, Any], bool]]:
    return [(pair, joined(pair, reader)) for pair in PAIRS]


def test_there_are_pairs_of_both_kinds() -> None:
    assert len(PAIRS) >= 20
    assert {pair["same"] for pair in PAIRS} == {True, False}
    assert all(pair["why"] and pair["kind"] for pair in PAIRS)


def test_no_more_pairs_are_wrongly_joined(outcomes: list[tuple[Mapping[str, Any], bool]]) -> None:
    wrong = [pair["kind"] for pair, got in outcomes if got and not pair["same"]]
    assert len(wrong) <= WRONGLY_JOINED, wrong


def test_no_fewer_pairs_come_out_right(outcomes: list[tuple[Mapping[str, Any], bool]]) -> None:
    wrong = [pair["kind"] for pair, got in outcomes if got != pair["same"]]
    assert len(PAIRS) - len(wrong) >= RIGHT, wrong
