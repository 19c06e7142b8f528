"""The sentences of reports with their clauses, their words, and what stood before."""

from __future__ import annotations

import pytest

from crosswire.facts.check.passages import Passage, words_of
from tests.facts.laying import evidence


def passage(words: str, *reports: str) -> Passage:
    """The passage that holds some words."""
    (found,) = (p for p in evidence(reports).passages if words in p.sentence.exact)
    return found


def test_a_sentence_is_one_passage_with_all_its_clauses() -> None:
    found = passage("sang", "The choir sang in Bergen while the mayor slept. Nobody complained.")
    assert {f for c in found.clauses for f in c.forms} >= {"sing", "sleep"}
    assert "complain" not in {f for c in found.clauses for f in c.forms}
    assert any("mayor" in p.at.exact for p in found.phrases())


@pytest.mark.parametrize("word", ["singers", "singer", "co", "opened", "open", "mayor", "3,000"])
def test_its_words_stand_as_told_and_without_endings(word: str) -> None:
    text = "The mayor's co-opened hall has 3,000 singers."
    assert word in words_of(text, ())


@pytest.mark.parametrize("word", ["mayor's", "sin", "hal", "3", "000", "concert"])
def test_and_no_others(word: str) -> None:
    assert word not in words_of("The mayor's co-opened hall has 3,000 singers.", ())


def test_whom_the_sentence_before_names_is_kept() -> None:
    found = passage("resign", "Anna Brandt opened the hall. She will resign.")
    assert [p.name for p in found.named] == ["Anna Brandt"]
    assert "hall" in found.before


def test_no_sentence_of_another_report_stands_before() -> None:
    found = passage("resign", "Anna Brandt opened the hall.", "She will resign.")
    assert found.named == ()
    assert found.before == frozenset()


def test_only_the_sentence_right_before_counts() -> None:
    found = passage("resign", "Anna Brandt opened the hall. The choir sang. She will resign.")
    assert found.named == ()
