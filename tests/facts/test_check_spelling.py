"""One person's name, spelled in two ways, and two persons' names that are near."""

from __future__ import annotations

import pytest

from crosswire.facts.check.spelling import spelled_alike


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        ("pashinian", "pashinyan", True),  # a letter changed
        ("nikol pashinian", "nikol pashinyan", True),
        ("pashinian", "nikol pashinyan", True),  # the first name left out
        ("carlos tavares", "carlo tavares", True),  # a letter left out
        ("tavares", "tavarez", True),
        ("lukashenka", "lukashenko", True),
        ("holm", "holt", False),  # short surnames are others' a letter apart
        ("anders holm", "anders holm", True),
        ("anders holm", "maria holm", False),  # another first name
        ("ann holm", "anne holm", False),  # short first names are others' too
        ("pashinyan", "pashinskaya", False),  # more than a letter
        ("tavares", "travis", False),
        ("johansson", "johanssen", True),
        ("johansson", "johannsen", False),  # two letters
        ("kowalsk", "kowalskis", False),  # two letters more
        ("hansen", "jansens", False),  # changed and longer
    ],
)
def test_long_surnames_may_be_a_letter_apart(one: str, two: str, alike: bool) -> None:
    assert spelled_alike(one.split(), two.split()) is alike
    assert spelled_alike(two.split(), one.split()) is alike
