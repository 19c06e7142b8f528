"""What of a sentence has to be found: also what was said and read as a noun."""

from __future__ import annotations

import pytest

from crosswire.facts.check.asked import asked_of
from crosswire.facts.check.words import load_words
from crosswire.pipeline.check import sentences
from tests.facts.laying import PUBLISHED, _reader


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        ("Anders Holm said Brandt's twisted ankle calls for surgery.", ["calls"]),
        ("Anders Holm said the ankle needs surgery.", ["needs"]),
        ("Anders Holm announced the closure.", ["announced"]),
        ("Lucia Ferrante was let go on Saturday.", ["let"]),
    ],
)
def test_each_act_of_a_sentence_is_asked_for_once(sentence: str, acts: list[str]) -> None:
    (one,) = sentences(sentence, PUBLISHED, _reader())
    asked = asked_of(one.clauses, one.claims, one.mentions, load_words())
    assert [a.clause.head.exact for a in asked] == acts
