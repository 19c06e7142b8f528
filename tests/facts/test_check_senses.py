"""What a dictionary holds alike: synonyms that hold, words that only look or sound near."""

from __future__ import annotations

import pytest

from crosswire.facts.check.senses import Senses, load_senses


@pytest.fixture(scope="module")
def senses() -> Senses:
    return load_senses()


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("car", "automobile"),
        ("purchase", "buy"),
        ("resignation", "resign"),  # made from it
        ("resign", "resignation"),
        ("ferry", "boat"),  # narrower than what is asked for
        ("violinist", "musician"),
        ("begin", "start"),
        ("physician", "doctor"),
        ("anything unknown", "anything unknown"),
    ],
)
def test_a_word_speaks_for_another(told: str, asked: str, senses: Senses) -> None:
    assert senses.alike(told, asked)


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("boat", "ferry"),  # broader than what is asked for
        ("musician", "violinist"),
        ("raise", "cut"),
        ("open", "close"),
        ("win", "lose"),
        ("president", "minister"),
        ("north", "south"),
        ("injure", "kill"),
        ("bridge", "tunnel"),
        ("buy", "sell"),
        ("adopt", "adapt"),
        ("anything unknown", "something unknown"),
        ("", "car"),
    ],
)
def test_a_word_does_not_speak_for_another(told: str, asked: str, senses: Senses) -> None:
    assert not senses.alike(told, asked)


def test_words_of_several_parts_are_known_and_unknown_ones_are_not(senses: Senses) -> None:
    assert "step down" in senses
    assert "zorblat" not in senses


ROWS = Senses({"trawler": "12 34,56 -", "boat": "34 - boating", "boating": "77 - -", "ferry": "- - -", "raft": "- - -"})


@pytest.mark.parametrize(
    ("told", "asked", "alike"),
    [
        ("trawler", "boat", True),  # one of its broader senses is the other's own
        ("boat", "trawler", False),
        ("boat", "boating", True),  # made from it, listed on either side
        ("boating", "boat", True),
        ("trawler", "boating", False),  # kin is not handed on
        ("ferry", "raft", False),  # "-" is no sense that two words share
    ],
)
def test_a_row_is_read_as_senses_broader_ones_and_kin(told: str, asked: str, alike: bool) -> None:
    assert ROWS.alike(told, asked) is alike
