"""Reading held to its floors on the gold passages. A floor is lowered only by a commit that says why.

`python -m tests.gold.test_floors` prints the scores as they are.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crosswire.claims.read import Reader, load_reader, read
from crosswire.model import Reading
from tests.gold.corpus import Passage, digest, load_corpus
from tests.gold.scoring import score

PINNED = json.loads(Path(__file__).with_name("floors.json").read_text("utf-8"))


def pairs(reader: Reader) -> list[tuple[Passage, Reading]]:
    corpus = load_corpus()
    return list(zip(corpus, read([p.report() for p in corpus], reader), strict=True))


@pytest.fixture(scope="module")
def scores(reader: Reader) -> dict[str, float]:
    return score(pairs(reader))


def test_the_corpus_is_the_pinned_one() -> None:
    assert digest() == PINNED["digest"], "the passages changed: score anew and pin floors and digest together"


@pytest.mark.parametrize("step", PINNED["floors"])
def test_no_step_falls_below_its_floor(step: str, scores: dict[str, float]) -> None:
    assert scores[step] >= PINNED["floors"][step]


if __name__ == "__main__":
    print(digest(), json.dumps(score(pairs(load_reader())), indent=1))  # noqa: T201
