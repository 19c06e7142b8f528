"""Which acts tell the same, and which turn one another round."""

from __future__ import annotations

import pytest

from crosswire.facts.check.words import load_words
from tests.facts.laying import evidence


@pytest.mark.parametrize(
    ("one", "other", "apart"), [("raise", "cut", True), ("increase", "lower", True), ("raise", "visit", False)]
)
def test_acts_that_turn_each_other_round_are_found_by_any_word_of_theirs(one: str, other: str, apart: bool) -> None:
    words = load_words()
    for _ in range(2):  # the second time from what was found
        assert words.opposite({one}, {other}) is apart
        assert words.opposite({other}, {one}) is apart


def test_phrases_are_found_by_their_noun_or_another_word_for_it() -> None:
    told = evidence(("The chairman of Halden Steel met the workers. The firm's boss shut the plant.",))
    for _ in range(2):
        assert {p.head for p in told.headed(frozenset({"chairman"}))} == {"chairman", "boss"}
        assert {p.head for p in told.headed(frozenset({"plant", "worker"}))} >= {"plant", "worker"}
    assert not told.headed(frozenset({"bridge"}))
