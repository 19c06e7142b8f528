"""Texts of one topic told apart, and words of one family."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from benchmarks.ecb import Together
from benchmarks.ecb_texts import Text, averaged, by_event
from benchmarks.ecb_told import Parsed, Told, parsed, whole_texts
from benchmarks.ecb_words import Dictionaries, Families, root

from crosswire.claims.parse import load_parser
from crosswire.events.words import Vector, load_words

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


@pytest.mark.parametrize("event", ["a", "b"])
def test_a_text_without_a_place_is_of_the_event_whose_occurrences_it_tells(event: str) -> None:
    texts = {name: Text("", text) for name, text in TEXTS.items()}
    told_in = {name: {f"fire {name[0]}", f"arrest {name[0]}", f"probe {name[0]}"} for name in texts}
    texts["x"], told_in["x"] = Text("", "The supermarket blaze was out by dawn."), told_in[f"{event}1"]
    found = by_event(texts, load_words(), told_in)
    assert [name for name in TEXTS if found[name] == found["x"]] == [f"{event}{n}" for n in (1, 2, 3, 4)]


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
        (["show", "show", "the", "door"], ["sack"], True),  # a phrase with an article
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


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        ("resign", "resignation", True),
        ("stop", "stoppage", True),
        ("rehire", "rehires", True),
        ("drive", "driving", True),
        ("apologise", "apologize", True),
        ("depart", "departure", True),
        ("die", "dying", False),  # too short to cut
        ("store", "storm", False),
        ("ring", "rise", False),
    ],
)
def test_words_of_one_root(one: str, two: str, alike: bool) -> None:
    assert (root(one) == root(two)) is alike


def told(key: str, word: str, parsed: Parsed | None = None, sentence: str = "a 0") -> Told:
    """A mention of a word in a text that says nothing else."""
    document, number = sentence.split()
    return Told(
        key=key,
        document=document,
        sentence=int(number),
        word=word,
        head=word,
        families=frozenset(),
        stems=frozenset([word]),
        worth=1.0,
        around=Vector((), b""),
        parsed=parsed or Parsed((word,)),
        chain="",
    )


ACME, BETA = frozenset(["acme"]), frozenset(["beta"])


@pytest.mark.parametrize(
    ("one", "two", "points"),
    [
        # .9 for the word, .3 for what it tells, .2 times (all texts have it less .1)
        (told("1", "outage"), told("2", "outage", sentence="b 0"), 1.38),
        (told("1", "outage"), told("2", "outage"), 1.38 - 1.0 - 0.4),  # twice in one sentence
        (told("1", "outage", Parsed(("outage",), ACME)), told("2", "outage", Parsed(("outage",), ACME), "b 0"), 2.08),
        (
            told("1", "outage", Parsed(("outage",), number="one")),
            told("2", "outage", Parsed(("outage",), number="several"), "b 0"),
            0.98,
        ),
        (told("1", "say"), told("2", "say", sentence="b 0"), 0.88),
        (
            told("1", "say", Parsed(("say",), actors=ACME)),
            told("2", "say", Parsed(("say",), actors=BETA), "b 0"),
            0.38,
        ),
        (told("1", "resign"), told("2", "resignation", sentence="b 0"), 1.1),
        (told("1", "resign"), told("2", "resignation"), 1.1 - 1.0 - 0.4),  # side by side
        (told("1", "sack"), told("2", "dismiss", sentence="b 0"), 0.7),  # the product's acts
        (told("1", "it"), told("2", "quake", sentence="a 1"), 0.3),
        (told("1", "it"), told("2", "quake", sentence="b 1"), 0.0),
        (told("1", "outage"), told("2", "arrest", sentence="b 0"), 0.0),
    ],
)
def test_points_for_two_mentions(one: Told, two: Told, points: float) -> None:
    assert Together([one, two], Dictionaries()).points(one, two) == pytest.approx(points)


def test_words_side_by_side_are_counted_by_sentence() -> None:
    mentions = [told("1", "arrest"), told("2", "charge"), told("3", "arrest", sentence="b 0")]
    found = Together([*mentions, told("4", "charge", sentence="c 0")], Dictionaries())
    assert found.side_by_side("arrest", "charge") == 0.5  # one of the two sentences that tell of each
    assert found.side_by_side("charge", "arrest") == 0.5
    assert found.side_by_side("arrest", "arrest") == 0.0


@pytest.mark.parametrize(
    ("text", "word", "actors", "led", "negated"),
    [
        ("The talks failed in Ohio.", "failed", {"talk"}, {"ohio"}, False),
        ("Beta was bought by Acme.", "bought", {"acme", "beta"}, set(), False),
        ("Acme made an offer for Beta.", "offer", {"acme"}, {"beta"}, False),
        ("Acme did not buy Beta.", "buy", {"acme"}, set(), True),
        ("They resigned.", "resigned", set(), set(), False),  # a pronoun names nobody
    ],
)
def test_what_the_parser_sees(text: str, word: str, actors: set[str], led: set[str], negated: bool) -> None:
    head = next(t for t in load_parser()(text) if t.text == word)
    seen = parsed(head, [head])
    assert (set(seen.actors), set(seen.led), seen.negated) == (actors, led, negated)


def test_like_sentences_tell_less_of_other_words() -> None:
    around = Vector(("harbour",), bytes([255]))
    one, same, other = (
        replace(told(key, word, sentence=place), around=around)
        for key, word, place in (("1", "resign", "a 0"), ("2", "resign", "b 0"), ("3", "resignation", "c 0"))
    )
    points = Together([one, same, other], Dictionaries()).points
    covered = 0.2 * (2 / 3 - 0.1)
    assert points(one, same) == pytest.approx(0.9 + 0.3 + covered + 1.2)
    assert points(one, other) == pytest.approx(1.1 + 0.6)
