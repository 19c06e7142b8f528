"""The days that reports name, by which two events of one running story are told apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from crosswire.events.days import alike, called, told_days
from crosswire.events.facets import facets
from crosswire.events.features.news import news_pair
from crosswire.events.news import make_news
from crosswire.events.score import judge_news
from crosswire.events.words import load_words, weights
from crosswire.model import Reading, Recognised, Span, Time
from tests.builders import NOON, day, report

WORDS = load_words()


def _told(text: str, *days: tuple[str, Time], published: datetime | None = NOON) -> Reading:
    of = report("Paper", text, published)
    found = [
        Recognised(Span(text.index(word), text.index(word) + len(word), word), replace(time, text=word))
        for word, time in days
    ]
    return Reading(of, (), (), tuple(found))


def _undated(word: str) -> tuple[str, Time]:
    return word, Time(word, None, None, "vague")


TUESDAY, FRIDAY = ("on Tuesday", day("2026-03-03")), ("on Friday", day("2026-02-27"))


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Tuesday evening", ["tuesday"]),
        ("March 15, 2026", ["mar 15"]),
        ("Tuesday, Sept. 8", ["tuesday", "sep 8"]),
        ("March 2018", []),
        ("last week", []),
        ("a holiday", []),
    ],
)
def test_what_an_undated_report_calls_a_day(words: str, names: list[str]) -> None:
    assert called(words) == names


def test_a_day_is_told_by_dated_and_undated_reports_alike_and_the_first_most() -> None:
    text = "The house voted on Tuesday, after it had put that off on Friday."
    told = told_days(_told(text, TUESDAY, FRIDAY))
    undated = told_days(_told(text, _undated("on Tuesday"), _undated("on Friday"), published=None))
    assert set(told.words) == {"tuesday", "mar 3", "friday", "feb 27"}
    assert undated.words == ("friday", "tuesday")
    assert undated.weights[1] > undated.weights[0]
    long_ago = told_days(_told("It began on Tuesday.", ("on Tuesday", day("2025-03-04"))))
    assert long_ago.words == ()


@pytest.mark.parametrize(
    ("one", "two", "far"),
    [
        ("on Tuesday", "on Tuesday", 1.0),
        ("on Tuesday", "on Friday", 0.0),
        ("on Tuesday", "on March 3", None),
        ("on Tuesday", "in spring", None),
    ],
)
def test_only_days_called_in_one_manner_are_compared(one: str, two: str, far: float | None) -> None:
    a, b = (weights(told_days(_told(f"It happened {w}.", _undated(w), published=None))) for w in (one, two))
    found = alike(a, b)
    assert found == (None if far is None else pytest.approx(far, abs=0.01))


def test_two_reports_of_one_story_are_nearer_if_they_tell_of_one_day() -> None:
    """All words but the day are the same."""
    scores = {}
    for word in ("on Tuesday", "on Friday"):
        readings = (
            _told(f"Senators grilled Blasey over Kavanaugh {w}. {w[3:]}.", _undated(w), published=None)
            for w in ("on Tuesday", word)
        )
        a, b = (make_news(r, WORDS) for r in readings)
        scores[word] = judge_news(news_pair(a, b, facets(a), facets(b)))
    assert scores["on Tuesday"].score - scores["on Friday"].score == pytest.approx(1.5, abs=0.05)
    assert "they tell of the same days: tuesday" in scores["on Tuesday"].reasons
    assert "they tell of other days" in scores["on Friday"].reasons
