"""The generator of altered sentences, and the reading of bookshops' author lists."""

from __future__ import annotations

import pytest
from benchmarks._altered_events import happenings
from benchmarks._books_copying import copiers, groups
from benchmarks._truth import Votes, accu, majority, sums, truthfinder, two_estimates
from benchmarks.books import isbn, ours, similar, surnames


def test_the_same_seed_makes_the_same_events() -> None:
    assert list(happenings(1, 1, "dev")) == list(happenings(1, 1, "dev"))
    assert list(happenings(1, 1, "dev")) != list(happenings(2, 1, "dev"))


def test_an_altered_sentence_is_no_true_one() -> None:
    for happening in happenings(3, 2, "held"):
        true = {t.text for t in happening.sentences if t.change == "true"}
        assert true
        assert not true & {t.text for t in happening.sentences if t.change != "true"}


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ("Sedgewick, Robert; Flajolet, Philippe", {"sedgewick", "flajolet"}),
        ("Robert Sedgewick, Philippe Flajolet", {"sedgewick", "flajolet"}),
        ("Sedgewick, RobertFlajolet, Philippe", {"sedgewick", "flajolet"}),
        ("ROZANSKI, NICK WOODS, EOIN", {"rozanski", "woods"}),
        ("Rozanski, Nick, Woods, Eoin", {"rozanski", "woods"}),
        ("Nick Rozanski, E&oacute;in Woods", {"rozanski", "woods"}),
        ("Carroll, John M. (Edt)", {"carroll"}),
        ("Knuth", {"knuth"}),
        ("Not Available", set()),
        ("", set()),
    ],
)
def test_surnames(authors: str, names: set[str]) -> None:
    assert surnames(authors) == names


def test_one_number_for_both_forms_of_it() -> None:
    assert isbn("020140009X") == isbn("9780201400090")


def row(shop: str, words: str) -> tuple[str, str, frozenset[str]]:
    return shop, words, surnames(words)


def test_shops_that_share_rare_words_are_one_origin() -> None:
    lists = {}
    for n in range(30):
        right = [row(f"own {i}", f"Knuth{'abcdefghij'[n % 10]}, Donald {n}") for i in range(3)]
        wrong = [row(f"copier {i}", f"Knoth{'abcdefghij'[n % 10]}, D. {n} odd") for i in range(4)]
        lists[str(n)] = [*right, *wrong, *(row(f"other {i}", f"Knuth{'abcdefghij'[n % 10]}, D") for i in range(9))]
    pairs = copiers(lists)
    assert ("copier 0", "copier 1") in pairs
    assert not any("other" in a or "other" in b for a, b in pairs)
    assert len({groups(lists["0"], pairs)[f"copier {i}"] for i in range(4)}) == 1
    assert ours(lists, pairs)["0"] == surnames("Knutha, Donald")


def test_the_published_ways_choose_what_most_and_better_sources_say() -> None:
    votes: Votes = {str(n): {"right": ["a", "b", "c"], "wrong": ["d"]} for n in range(5)}
    for way in (majority, sums, two_estimates, accu):
        assert set(way(votes).values()) == {"right"}
    sets: Votes = {"1": {frozenset({"x"}): ["a", "b"], frozenset({"y"}): ["c"]}}
    assert truthfinder(sets, similar) == {"1": frozenset({"x"})}
