"""Texts of one topic told apart, and words of one family."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from benchmarks.ecb import Families, whole_texts
from benchmarks.ecb_texts import Text, averaged, by_event

from crosswire.events.words import load_words

TEXTS = {
    "a1": "A huge blaze gutted the supermarket in Banstead, Surrey.",
    "a2": "Banstead residents in Surrey returned home after the supermarket blaze.",
    "a3": "Surrey firefighters in Banstead called the supermarket blaze suspicious.",
    "a4": "Banstead: Surrey police investigate the supermarket blaze.",
    "b1": "A blaze broke out at the supermarket in Wellington, Somerset.",
    "b2": "A Somerset man was charged with arson after the Wellington supermarket blaze.",
    "b3": "Wellington shoppers fled the supermarket blaze in Somerset.",
    "b4": "The supermarket in Wellington, Somerset reopens after the blaze.",
    "c1": "The central bank of Norway kept its interest rates unchanged.",
    "c2": "Norway's central bank left interest rates where they were.",
}


def test_texts_of_a_topic_are_told_apart_by_what_not_all_of_them_say() -> None:
    found = by_event({name: Text("", text) for name, text in TEXTS.items()}, load_words())
    groups = {frozenset(n for n in TEXTS if found[n] == label) for label in found.values()}
    assert groups == {frozenset(n for n in TEXTS if n[0] == event) for event in "abc"}


def test_average_linkage_asks_all_pairs() -> None:
    chain = np.array([[1.0, 0.9, 0.0], [0.9, 1.0, 0.8], [0.0, 0.8, 1.0]])
    assert averaged(chain, 0.5) == [0, 0, 2]
    assert averaged(chain, 0.4) == [0, 0, 0]
    assert averaged(np.zeros((0, 0)), 0.5) == []


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        (["blaze"], ["fire"], True),
        (["step", "step", "down"], ["resignation"], True),  # a phrase
        (["open", "open", "fire"], ["shooting"], True),  # a light verb is of its mention's words
        (["watch", "watch", "fire"], ["blaze"], False),  # another verb is not
        (["blaze"], ["arrest"], False),
        (["fire"], ["acquisition"], False),
    ],
)
def test_words_of_one_family(one: list[str], two: list[str], alike: bool) -> None:
    families = Families()
    assert bool(families.of(one[0], one) & families.of(two[0], two)) is alike


def test_whole_texts_are_read_where_they_are_there(tmp_path: Path) -> None:
    assert whole_texts(tmp_path, {"1_1ecb"}) == {}
    folder = tmp_path / "ECBplus-prep/output_data/test_parsing/1ecb"
    folder.mkdir(parents=True)
    for name in ("1_1ecb", "1_2ecb"):
        (folder / f"{name}.json").write_text('{"title": "A blaze.", "text": "It burned all night."}', "utf-8")
    assert whole_texts(tmp_path, {"1_1ecb", "2_2ecb"}) == {"1_1ecb": Text("A blaze.", "It burned all night.")}
