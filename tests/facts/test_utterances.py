"""One utterance is one origin: quotations that share a run of words, and those that only share what anybody says."""

from __future__ import annotations

import pytest

from crosswire.facts.utterances import once, quoted

SAID = "The goat had climbed the roof and was eating the mayor's flowers"


@pytest.mark.parametrize(
    ("text", "words", "inside"),
    [
        (f"“{SAID},” said Ana Sild.", SAID, True),
        (f'"{SAID}," said Ana Sild.', SAID, True),
        (f'"We looked up. {SAID}," said Ana Sild.', SAID, True),
        (f"{SAID}, Ana Sild said.", SAID, False),
        (f'"We looked up," she said. {SAID}.', SAID, False),
        (f'"We looked up.\n{SAID}.', SAID, False),  # a quotation that nobody closed ends with its paragraph
    ],
)
def test_what_stands_in_a_quotation(text: str, words: str, inside: bool) -> None:
    start = text.index(words)
    assert quoted(text, start, start + len(words)) == (words if inside else "")


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (SAID, f"{SAID}. It was lovely", True),
        (SAID, "the goat had climbed the roof, and was eating", True),
        (SAID, "the goat had climbed the roof", False),  # six words: two may say so
        (SAID, "A goat climbed onto the roof and ate the flowers of the mayor", False),
        ("", "", False),
    ],
)
def test_the_same_words_were_said_once(one: str, two: str, same: bool) -> None:
    assert (once([("a", one), ("b", two)]) == [0, 0]) is same


def test_what_one_report_links_two_others_to_was_said_once() -> None:
    first, second = "she said the goat had climbed the roof at noon", "and it was eating all of the mayor's red flowers"
    assert once([("a", first), ("b", second), ("c", f"{first} {second}")]) == [0, 0, 0]
