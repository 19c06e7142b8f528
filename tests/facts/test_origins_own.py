"""Whose people a sentence says to have seen it or asked: each form of words, and what has only a word of one."""

from __future__ import annotations

import pytest

from crosswire.facts.origins.own import NAMED, _hints


@pytest.mark.parametrize(
    "words",
    [
        "The mayor told the Halden Post that the bridge was shut.",
        "He confirmed to Halden Radio that the bridge was shut.",
        "A Halden Post reporter at the bridge saw two cars in the water.",
        "A Halden Post photographer said two cars were in the water.",
        "Two cars were in the water, according to a Halden Post correspondent.",
        "A reporter for the Halden Post counted two cars in the water.",
        "A video of the bridge was seen by the Halden Post.",
        "The footage of the bridge examined by the Halden Post, its Reporters say, shows two cars.",
        "She said in an interview with the Halden Post that the bridge was shut.",
        "She was reached by the Halden Post on Friday.",
        "Speaking to Halden Radio, she said that the bridge was shut.",
        "She spoke to Halden Radio of two cars.",
    ],
)
def test_somebodys_people_were_told_or_saw(words: str) -> None:
    _, named = _hints(words, 0, len(words))
    assert any("Halden" in name for name, _ in named)


@pytest.mark.parametrize(
    "words",
    [
        "Reporters said that two cars were in the water.",
        "Two cars were in the water, the police said.",
        "Halden Post Reporters said that two cars were in the water.",
    ],
)
def test_nobodys_people_are_named(words: str) -> None:
    assert _hints(words, 0, len(words)) == (None, ())
    assert not any(form.search(words) for form in NAMED)
