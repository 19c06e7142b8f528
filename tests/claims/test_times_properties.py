"""Times: what holds of any text, and the calendar underneath."""

from __future__ import annotations

import gc
import time
from datetime import UTC, date, datetime, timedelta

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.claims.parse import Passage, plain
from crosswire.claims.times.calendar import add, cell, holiday, weekday
from crosswire.claims.times.count import amount, ordinal
from crosswire.claims.times.find import describe, find_times, load_times
from crosswire.claims.times.iso import iso
from crosswire.claims.times.scan import scan
from crosswire.model import Time

TABLE = load_times()
BLANK = spacy.blank("en")
WORDS = (
    "January May 27 2026 31 30th the first quarter of last next week Tuesday morning at 3:50 p.m. (0650 GMT) , . - and "
    "to from between early late earlier that day three hundred years ago several 1990s '80s year -old Christmas now "
    "soon every 9999 0"
)
PIECES = st.sampled_from(WORDS.split())
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map(" ".join))
MOMENTS = st.one_of(st.none(), st.datetimes(timezones=st.just(UTC)), st.datetimes())
DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(3000, 1, 1))


@settings(max_examples=250, deadline=None)
@given(TEXTS, MOMENTS)
def test_any_text_gives_exact_ordered_spans_and_sound_intervals(text: str, published: datetime | None) -> None:
    end = 0
    for item in find_times(text, [Passage(BLANK(plain(text)), 0, "paragraph")], published, TABLE):
        assert item.span.start >= end and item.span.end > item.span.start
        assert text[item.span.start : item.span.end] == item.span.exact == item.value.text
        end = item.span.end
        value = item.value
        assert isinstance(value, Time)
        for moment in (value.start, value.end):
            assert moment is None or moment.tzinfo is not None
        assert value.start is None or value.end is None or value.start <= value.end
        assert describe(value)


@settings(max_examples=100, deadline=None)
@given(DAYS, st.sampled_from(["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"]))
def test_a_cell_is_where_the_next_one_begins(day: date, unit: str) -> None:
    one = cell(unit, day)
    assert one.start < one.end
    if unit != "weekend":
        assert one.start.date() <= day < one.end.date()
        assert cell(unit, one.end.date()).start == one.end


@settings(max_examples=100, deadline=None)
@given(DAYS, st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]))
def test_the_nearest_weekday_is_within_six_days(day: date, name: str) -> None:
    before, behind = weekday(name, day, -1), weekday(name, day, 1)
    assert timedelta(0) <= day - before <= timedelta(days=6)
    assert timedelta(0) <= behind - day <= timedelta(days=6)
    assert before.weekday() == behind.weekday()


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("easter+0", 2025, date(2025, 4, 20)),
        ("easter-2", 2024, date(2024, 3, 29)),
        ("easter+0", 1998, date(1998, 4, 12)),
        ("11 thu 4", 2025, date(2025, 11, 27)),
        ("05 mon -1", 2025, date(2025, 5, 26)),
        ("11 mon 1 +1", 2016, date(2016, 11, 8)),
        ("11 mon 1 +1", 2022, date(2022, 11, 8)),
        ("12-25", 2025, date(2025, 12, 25)),
    ],
)
def test_holiday(rule: str, year: int, day: date) -> None:
    assert holiday(rule, year) == day


def test_months_end_where_they_end() -> None:
    assert add(date(2024, 1, 31), "month", 1) == date(2024, 2, 29)
    assert add(date(2025, 3, 31), "month", -1) == date(2025, 2, 28)
    assert add(date(2025, 12, 31), "quarter", 1) == date(2026, 3, 31)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("three", 3),
        ("twenty one", 21),
        ("two hundred and five", 205),
        ("2 1 / 2", 2.5),
        ("two and a half", 2.5),
        ("a dozen", 12),
        ("several", None),
        ("hundreds of", None),
        ("2,000", 2000),
        ("12 to 18", 12),
    ],
)
def test_amount(words: str, number: float | None) -> None:
    assert amount(words.split()) == number


def test_ordinal_and_iso() -> None:
    assert [ordinal(word) for word in ("third", "21st", "thirtieth", "other")] == [3, 21, 30, None]
    assert [iso(3, "quarter"), iso(None, "hour"), iso(1.5, "hour"), iso(2, "century")] == [
        "P9M",
        "PTXH",
        "PT1H30M",
        "P200Y",
    ]


@pytest.mark.parametrize(
    "piece", ["the ", "1 ", "May ", "two ", "last year ", "-", "1,", "a.m. ", "of the last ", "x", "3:50 "]
)
def test_time_grows_with_length_only(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        gc.collect()
        gc.disable()  # among the millions of objects of a whole run of tests, collecting takes longer than scanning
        started = time.process_time()
        for _ in scan(text, TABLE):
            pass
        taken = time.process_time() - started
        gc.enable()
        return taken

    seconds(2_000)
    small, large = seconds(20_000), seconds(80_000)
    assert large < 12 * small + 0.2
