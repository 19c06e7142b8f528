"""A day called by its name in a report without a date is the day that others date, where only one is called so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from crosswire.compare import called, compare
from crosswire.facts.align import Backed
from crosswire.facts.undated import dated, is_called
from crosswire.model import Claim, Span, Time, Value

TUESDAY = datetime(2026, 5, 19, tzinfo=UTC)
DAY = timedelta(days=1)


def _name(words: str) -> Time:
    return Time(words, None, None, "day")


def _day(start: datetime, words: str = "that day") -> Time:
    return Time(words, start, start + DAY, "day")


def _told(value: Value, report: str) -> Backed:
    claim = Claim(f"c-{report}", report, None, "when", "fact", "narrated", "states", (), value, Span(0, 1, "x"))
    return Backed(claim, (), None)


@pytest.mark.parametrize(
    ("words", "told", "start"),
    [
        ("Tuesday", [_day(TUESDAY)], TUESDAY),
        ("Tuesday afternoon", [_day(TUESDAY)], TUESDAY),  # the whole day: no more is certain
        ("May 19", [_day(TUESDAY)], TUESDAY),
        ("the 19th of May", [_day(TUESDAY)], TUESDAY),
        ("Tuesday", [Time("1:14 p.m. May 19", TUESDAY + DAY / 2, TUESDAY + DAY / 2, "minute")], TUESDAY),
        ("Tuesday", [_day(TUESDAY), _day(TUESDAY + DAY)], TUESDAY),
        ("Tuesday", [_day(TUESDAY), _day(TUESDAY + 7 * DAY)], None),  # either may be meant
        ("Wednesday", [_day(TUESDAY)], None),  # nobody dates a Wednesday
        ("May 20", [_day(TUESDAY)], None),
        ("Tuesday, May 26", [_day(TUESDAY)], None),  # the day of the month says which Tuesday
        ("Tuesday", [Time("May", TUESDAY, TUESDAY + 30 * DAY, "month")], None),
        ("Tuesday", [], None),
    ],
)
def test_a_named_day_is_the_one_that_others_date(words: str, told: list[Time], start: datetime | None) -> None:
    """One day that is called so and dated elsewhere: it is meant."""
    backed = [_told(_name(words), "undated"), *(_told(value, str(n)) for n, value in enumerate(told))]
    value = dated(backed, None)[0].claim.value
    assert isinstance(value, Time)
    assert value.start == start
    assert value.text == words
    assert is_called(value) is (start is None)


@pytest.mark.parametrize(
    ("words", "told", "start"),
    [
        ("7:30 p.m local time (1130 UTC)", [_day(TUESDAY)], TUESDAY + timedelta(hours=19)),
        ("19:30", [_day(TUESDAY)], TUESDAY + timedelta(hours=19)),
        ("7:30 p.m. Wednesday", [_day(TUESDAY)], TUESDAY + DAY + timedelta(hours=19)),  # it says on which day
        ("7:30 p.m.", [_day(TUESDAY), _day(TUESDAY + 2 * DAY)], TUESDAY + DAY + timedelta(hours=19)),
        ("7:30 p.m.", [], TUESDAY + DAY + timedelta(hours=19)),
    ],
)
def test_a_clock_time_without_a_day_is_of_the_day_that_others_date(
    words: str, told: list[Time], start: datetime
) -> None:
    """It was read as of the day of its report, Wednesday."""
    read = TUESDAY + DAY + timedelta(hours=19)
    clock = Time(words, read, read + timedelta(minutes=1), "minute")
    backed = [_told(clock, "a"), *(_told(value, str(n)) for n, value in enumerate(told))]
    value = dated(backed, None)[0].claim.value
    assert isinstance(value, Time)
    assert value.start == start


def test_the_day_of_the_event_dates_it() -> None:
    """Where no claim has a date, the event's own day."""
    (one,) = dated([_told(_name("Tuesday"), "undated")], _day(TUESDAY))
    assert one.claim.value == Time("Tuesday", TUESDAY, TUESDAY + DAY, "day")


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("Tuesday", "Tuesday afternoon", "same"),
        ("May 19", "19 May", "same"),
        ("Tuesday", "Wednesday", "apart"),
        ("Tuesday", "May 19", "apart"),
        ("Tuesday and Wednesday", "Tuesday and Wednesday", "apart"),  # which of them, nobody can say
    ],
)
def test_two_named_days_agree_by_their_names(one: str, other: str, relation: str) -> None:
    """In reports of one event "Tuesday" is "Tuesday"; a name excludes no other one."""
    assert compare(_name(one), _name(other), lambda unit: None).relation == relation


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Thursday night", {"thu"}),
        ("on Thurs.", {"thu"}),
        ("Sunday, Sept. 3", {"sep 3"}),
        ("3rd September", {"sep 3"}),
        ("last week", set()),
        ("in 2017", set()),
        ("the sunset", set()),
    ],
)
def test_what_a_day_is_called(words: str, names: set[str]) -> None:
    """The day of the month where it is told, else the day of the week."""
    assert called(words) == names
