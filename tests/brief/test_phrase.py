"""Values in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.brief.moments import moment
from crosswire.brief.phrase import number, phrase
from crosswire.brief.wording import count, listed, load_wording, past, plural
from crosswire.model import Party, Place, Quantity, Text, Time

WORDS = load_wording()


def quantity(low: float | None, high: float | None, bound: Any, unit: str = "1", noun: str | None = None) -> Quantity:
    return Quantity("as written", low, high, bound, unit, noun)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (quantity(350, 350, "about", "km"), "about 350 km"),
        (quantity(350, 350, "exact", "km"), "350 km"),
        (quantity(12, 12, "exact", noun="person"), "12 people"),
        (quantity(1, 1, "exact", noun="person"), "1 person"),
        (quantity(3, 3, "exact", noun="cruise missile"), "3 cruise missiles"),
        (quantity(3, 3, "exact", noun="aircraft"), "3 aircraft"),
        (Quantity("two crew", 2, 2, "exact", "1", "crew"), "2 crew"),
        (Quantity("two screw", 2, 2, "exact", "1", "crew"), "2 crews"),
        (quantity(0, 0, "exact", noun="casualty"), "0 casualties"),
        (quantity(10, 20, "between", noun="soldier"), "10 to 20 soldiers"),
        (quantity(40, None, "at_least", noun="house"), "at least 40 houses"),
        (quantity(None, 40, "at_most", noun="house"), "at most 40 houses"),
        (quantity(40, None, "exact", noun="house"), "at least 40 houses"),
        (quantity(25, 25, "exact", "%"), "25%"),
        (quantity(2.5e9, 2.5e9, "about", "USD"), "about $2.5 billion"),
        (quantity(2.5e9, 3e9, "between", "USD"), "$2.5 billion to $3 billion"),
        (quantity(300, 300, "exact", "KRW"), "KRW 300"),
        (quantity(30, 30, "exact", "Cel"), "30°C"),
        (quantity(1, 1, "exact", "mi"), "1 mile"),
        (quantity(200, 200, "exact", "nmi"), "200 nautical miles"),
        (quantity(6.4, 6.4, "exact"), "6.4"),
        (Quantity("several", None, None, "vague", "1", "missile"), "several (no number given)"),
        (Quantity("Dozens of pupils", 24, None, "vague", "1", "pupil"), "dozens of pupils"),
        (Quantity("hundreds of thousands of dollars", 1e5, None, "vague", "USD"), "hundreds of thousands of dollars"),
        (Party("Seoul", "South Korea", "KR"), "South Korea"),
        (Text("a cruise missile", "cruise missile"), "a cruise missile"),
    ],
)
def test_value(value: Any, words: str) -> None:
    assert phrase(value, WORDS) == words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place("", "Pyongyang", "KP", 39.0, 125.7, "to", "city"), "Pyongyang, North Korea"),
        (Place("", "Pyongyang", "KP", 39.0, 125.7, "on", "city"), "Pyongyang, North Korea"),
        (Place("", "Pyongyang", "KP", 39.0, 125.7, "north of", "city"), "north of Pyongyang, North Korea"),
        (Place("", "Pyongyang", "KP", 39.0, 125.7, "in", "city"), "Pyongyang, North Korea"),
        (Place("", "Pyongyang", "KP", 39.0, 125.7), "Pyongyang, North Korea"),
        (Place("", "Sea of Japan", None, 40.0, 135.0, "toward", "sea"), "toward the Sea of Japan"),
        (Place("", "Red Sea", None, 20.0, 38.0, "in", "sea"), "the Red Sea"),
        (Place("", "Philippines", "PH", 13.0, 122.0, "off", "country"), "off the Philippines"),
        (Place("", "Japan", "JP", 36.0, 138.0, "outside", "country"), "outside Japan"),
        (Place("", "Seaford", "GB", 50.8, 0.1, "near", "town"), "near Seaford, United Kingdom"),
        (Place("", "Nowhere", "ZZ", None, None), "Nowhere"),
    ],
)
def test_place(place: Place, words: str) -> None:
    assert phrase(place, WORDS) == words


def span(start: tuple[int, ...], end: tuple[int, ...], granularity: Any, text: str = "as written") -> Time:
    return Time(text, datetime(*start, tzinfo=UTC), datetime(*end, tzinfo=UTC), granularity)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (span((2026, 1, 27), (2026, 1, 28), "day"), "Tuesday 27 January 2026"),
        (span((2026, 1, 27), (2026, 1, 30), "day"), "27 to 29 January 2026"),
        (span((2026, 1, 30), (2026, 2, 2), "day"), "30 January 2026 to 1 February 2026"),
        (span((2026, 1, 26), (2026, 2, 2), "week"), "the week of 26 January 2026"),
        (span((2026, 1, 1), (2026, 2, 1), "month"), "January 2026"),
        (span((2026, 1, 1), (2026, 1, 11), "month"), "early January 2026"),
        (span((2026, 1, 11), (2026, 1, 21), "month"), "mid January 2026"),
        (span((2026, 1, 21), (2026, 2, 1), "month"), "late January 2026"),
        (span((2026, 1, 11), (2026, 1, 22), "vague"), "mid January 2026"),
        (span((2026, 1, 1), (2026, 1, 11), "day"), "1 to 10 January 2026"),
        (span((2026, 1, 5), (2026, 1, 15), "vague", "lately"), "lately (5 to 14 January 2026)"),
        (span((2026, 1, 1), (2026, 5, 1), "vague"), "early 2026"),
        (span((2025, 9, 1), (2026, 1, 1), "year"), "late 2025"),
        (span((2026, 1, 1), (2026, 3, 1), "month"), "January 2026 to February 2026"),
        (span((2026, 4, 1), (2026, 7, 1), "quarter"), "second quarter of 2026"),
        (span((2026, 4, 1), (2026, 10, 1), "quarter", "by summer"), "summer 2026"),
        (span((2026, 10, 1), (2027, 4, 1), "quarter", "Winter"), "winter 2026 to 2027"),
        (span((2021, 1, 1), (2022, 1, 1), "year"), "2021"),
        (span((2020, 1, 1), (2022, 1, 1), "year"), "2020 to 2021"),
        (span((1990, 1, 1), (2000, 1, 1), "decade"), "the 1990s"),
        (span((2026, 1, 27, 6, 50), (2026, 1, 27, 6, 51), "minute"), "Tuesday 27 January 2026, 06:50 local time"),
        (span((2026, 1, 27, 6, 50), (2026, 1, 27, 6, 51), "minute", "0650 GMT"), "Tuesday 27 January 2026, 06:50 UTC"),
        (span((2026, 1, 27, 18), (2026, 1, 28, 6), "hour", "Tuesday night"), "Tuesday 27 January 2026 (Tuesday night)"),
        (span((2026, 1, 27, 22), (2026, 1, 28, 6), "hour", "overnight"), "the night to Wednesday 28 January 2026"),
        (span((2026, 1, 20), (2026, 1, 28), "vague", "in recent days"), "in recent days (20 to 27 January 2026)"),
        (Time("soon", datetime(2026, 1, 28, tzinfo=UTC), None, "vague"), "soon (from 28 January 2026)"),
        (Time("long ago", None, datetime(2026, 1, 28, tzinfo=UTC), "vague"), "long ago (before 28 January 2026)"),
        (Time("Tuesday", None, None, "vague"), "Tuesday"),
        (Time("for three days", None, None, None, duration="P3D"), "for three days"),
        (Time("every Friday", None, None, None, repeats="P1W"), "every Friday"),
        (span((9999, 12, 21), (9999, 12, 31), "day"), "21 to 30 December 9999"),
    ],
)  # fmt: skip
def test_moment(time: Time, words: str) -> None:
    assert moment(time) == words


def test_the_zone_of_a_clock_time_is_shown_as_its_offset() -> None:
    start = datetime(2026, 1, 27, 15, 50, tzinfo=timezone(timedelta(hours=9)))
    assert moment(Time("3:50 p.m.", start, start + timedelta(minutes=1), "minute")).endswith("15:50 UTC+9")
    start = start.replace(tzinfo=timezone(-timedelta(hours=3, minutes=30)))
    assert moment(Time("3:50 p.m.", start, start + timedelta(minutes=1), "minute")).endswith("15:50 UTC-3:30")


aware = st.datetimes(timezones=st.just(UTC))
grains = st.sampled_from(["minute", "hour", "day", "week", "month", "quarter", "year", "decade", "vague", None])


@given(st.none() | aware, st.none() | aware, grains)
def test_any_interval_has_words(start: datetime | None, end: datetime | None, granularity: Any) -> None:
    assert moment(Time("then", start, end, granularity))


@given(st.none() | st.floats(), st.none() | st.floats(), st.sampled_from(["1", "km", "USD", "KRW", "%", ""]))
def test_any_quantity_has_words(low: float | None, high: float | None, unit: str) -> None:
    assert phrase(Quantity("so many", low, high, "exact", unit, "boat"), WORDS)


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "0"), (1200, "1,200"), (2.5, "2.5"), (1.0, "1"), (3.4e6, "3.4 million"), (-5, "-5"), (1e12, "1 trillion")],
)
def test_number(value: float, words: str) -> None:
    assert number(value) == words


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ("condemn", "condemned"),
        ("say", "said"),
        ("deny", "denied"),
        ("praise", "praised"),
        ("promise", "promised"),
        ("accuse", "accused"),
        ("reply", "replied"),
        ("convey", "conveyed"),
        ("lodge a protest", "lodged a protest"),
        ("make_demand", "made demand"),
    ],
)
def test_past(act: str, words: str) -> None:
    assert past(act, WORDS) == words


def test_lists_and_counts() -> None:
    assert listed(["A"]) == "A"
    assert listed(["A", "B", "C"]) == "A, B and C"
    assert listed([]) == ""
    assert count(1, "report") == "1 report"
    assert count(1200, "country") == "1,200 countries"
    assert plural("torpedo boat", WORDS) == "torpedo boats"
    assert plural("embassy", WORDS) == "embassies"
