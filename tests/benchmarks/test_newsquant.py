"""NewsQuant's counting: cases counted by hand, by the data's own rules and by the looser ones."""

from __future__ import annotations

import pytest
from benchmarks.newsquant import gold
from benchmarks.newsquant_counts import Answer, same_bound, same_words, score

DOLLARS = Answer(5.0, "dollar", "up")


@pytest.mark.parametrize(
    ("wanted", "given", "strict", "loose"),
    [
        # value, unit, change right; value, unit, bound right
        (DOLLARS, DOLLARS, (1, 1, 1), (1, 1, 1)),
        (DOLLARS, Answer(5.0, "Dollar", "="), (1, 1, 0), (1, 1, 1)),
        (DOLLARS, Answer(5.0, "dollar per share", "~"), (1, 0, 0), (1, 1, 0)),
        (DOLLARS, Answer(5.0, "euro", "up"), (1, 0, 1), (1, 0, 1)),
        (DOLLARS, Answer(5.1, "dollar", "up"), (0, 0, 0), (0, 0, 0)),
        (DOLLARS, Answer((4.0, 5.0), "dollar", "up"), (0, 0, 0), (0, 0, 0)),
        (Answer((1.0, 2.0), "-", "="), Answer((1.0, 2.0), "-", "down"), (1, 1, 0), (1, 1, 1)),
    ],
)
def test_one_pair(wanted: Answer, given: Answer, strict: tuple[int, ...], loose: tuple[int, ...]) -> None:
    scored = score([([wanted], [given])])
    assert [scored[name]["f1"] for name in ("value", "unit", "change")] == list(strict)  # type: ignore[index]
    assert [scored["loosely"][name] for name in ("value", "unit", "bound")] == list(loose)  # type: ignore[index]


def test_misses_and_inventions_both_cost() -> None:
    """Two of gold, three given, one right: precision a third, recall a half, F1 two fifths."""
    wanted = [Answer(1.0, "ship", "="), Answer(2.0, "ship", "=")]
    given = [Answer(1.0, "ship", "="), Answer(3.0, "ship", "="), Answer(4.0, "-", "=")]
    scored = score([(wanted, given)])
    assert scored["value"] == {"p": 0.333, "r": 0.5, "f1": 0.4}


def test_one_value_twice_goes_to_the_unit_that_agrees() -> None:
    wanted = [Answer(3.0, "mile", "="), Answer(3.0, "hour", "~")]
    given = [Answer(3.0, "hour", "~"), Answer(3.0, "mile", "=")]
    scored = score([(wanted, given)])
    assert scored["loosely"] == {"value": 1.0, "unit": 1.0, "bound": 1.0}
    assert scored["unit"] == {"p": 1.0, "r": 1.0, "f1": 1.0}


def test_gold_values() -> None:
    rows = [
        {"value": value, "normalized_unit": "x", "change": "="}
        for value in ("5.0", "1.0-2.0", "-3.0", "1E-05", "12-120")
    ]
    assert [a.value for a in gold([{"quantities": rows}])[0]] == [5.0, (1.0, 2.0), -3.0, 1e-5, (12.0, 120.0)]


def test_words_and_bounds() -> None:
    assert same_words("points per game", "point") and not same_words("-", "ship")
    assert same_words("-", "-") and not same_words("", "dollar")
    assert same_bound("up", "=") and not same_bound("up", "~")
