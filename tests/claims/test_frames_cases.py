"""The frames on their table of cases: hits with the answers a reader finds, near misses that must stay without one.

What the small parser gets wrong is counted, not excused: the share that holds is pinned in `FLOOR`, so that a change
that loses cases fails, and `python -m tests.claims.test_frames_cases` lists the cases that do not hold yet.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crosswire.claims.read import Reader, read
from crosswire.model import Block, Reading, Report

CASES = tuple(
    Path(__file__).with_name(name)
    for name in (
        "frames_cases.toml",
        "frames_cases_world.toml",
        "frames_cases_news.toml",
        "frames_cases_deeds.toml",
        "frames_cases_plain.toml",
    )
)
PUBLISHED = datetime(2026, 3, 12, 12, tzinfo=UTC)
FLOOR = {"hits": 0.985, "misses": 0.99, "answers": 0.92}


@dataclass(frozen=True)
class Case:
    """One sentence of the table: what must be found in it, or that nothing must."""

    frame: str
    text: str
    hit: bool
    answers: dict[str, str]


def cases() -> list[Case]:
    """The tables as they stand."""
    found = []
    for frame, lists in (entry for path in CASES for entry in tomllib.loads(path.read_text("utf-8")).items()):
        for item in lists.get("hits", ()):
            answers = {k: v for k, v in item.items() if k != "text"}
            found.append(Case(frame, item["text"], True, answers))
        found.extend(Case(frame, text, False, {}) for text in lists.get("misses", ()))
    return found


def readings(table: list[Case], reader: Reader) -> Iterator[tuple[Case, Reading]]:
    """Each case read as a report of one sentence."""
    reports = [
        Report(str(i), c.text, (Block("paragraph", 0, len(c.text)),), "", "Paper", PUBLISHED, "given", "en")
        for i, c in enumerate(table)
    ]
    yield from zip(table, read(reports, reader), strict=True)


def outcome(case: Case, reading: Reading) -> tuple[bool, dict[str, bool]]:
    """Whether the mention is as the table says, and for each of its answers whether it was found."""
    own = [m for m in reading.mentions if m.frame == case.frame]
    if not case.hit:
        return not own, {}
    values = {(name, value.text.lower()) for mention in own for name, value in mention.values}
    return bool(own), {name: _answered(name, words.lower(), values) for name, words in case.answers.items()}


def _answered(name: str, words: str, values: set[tuple[str, str]]) -> bool:
    return any(attribute == name and (found in words or words in found) for attribute, found in values)


@pytest.fixture(scope="module")
def outcomes(reader: Reader) -> list[tuple[Case, bool, dict[str, bool]]]:
    return [(case, *outcome(case, reading)) for case, reading in readings(cases(), reader)]


def test_hits_misses_and_answers_hold_to_their_floor(outcomes: list[tuple[Case, bool, dict[str, bool]]]) -> None:
    shares = summary(outcomes)
    assert {key: shares[key] >= floor for key, floor in FLOOR.items()} == dict.fromkeys(FLOOR, True), shares


def summary(outcomes: list[tuple[Case, bool, dict[str, bool]]]) -> dict[str, float]:
    """The shares of hits found, of misses left alone, of answers found."""
    hits = [good for case, good, _ in outcomes if case.hit]
    misses = [good for case, good, _ in outcomes if not case.hit]
    answers = [good for _, _, found in outcomes for good in found.values()]
    parts = {"hits": hits, "misses": misses, "answers": answers}
    return {key: sum(part) / max(1, len(part)) for key, part in parts.items()}


def main() -> None:
    """List the cases that do not hold."""
    from crosswire.claims.read import load_reader  # noqa: PLC0415 - only when run by hand

    table = [(case, *outcome(case, reading)) for case, reading in readings(cases(), load_reader())]
    for case, good, found in table:
        wrong = [name for name, ok in found.items() if not ok]
        if not good or wrong:
            print(case.frame, "hit" if case.hit else "miss", good, wrong, "|", case.text)  # noqa: T201
    print(summary(table))  # noqa: T201


if __name__ == "__main__":
    main()
