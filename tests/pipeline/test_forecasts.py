"""What is expected, and when: a time to come in its own words, each forecast once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from crosswire.claims.views import is_to_come
from crosswire.facts.said import ahead
from crosswire.model import Claim, Granularity, Report, Time
from tests.builders import NOON, claim, day, report

MIDNIGHT = NOON.replace(hour=0)


def time(start: datetime, days: int, granularity: Granularity) -> Time:
    return Time("then", start, start + timedelta(days=days), granularity)


@pytest.mark.parametrize(
    ("told", "comes"),
    [
        (time(MIDNIGHT + timedelta(days=2), 1, "day"), True),
        (time(MIDNIGHT, 1, "day"), True),  # "today"
        (Time("later today", NOON, MIDNIGHT + timedelta(days=1), "vague"), True),
        (time(MIDNIGHT, 14, "vague"), True),  # "the coming days"
        (time(MIDNIGHT, 1, "vague"), False),  # "now"
        (time(MIDNIGHT - timedelta(days=2), 7, "week"), False),  # "this week", half of it over
        (time(MIDNIGHT - timedelta(days=2), 1, "day"), False),
    ],
)
def test_a_time_to_come_begins_with_the_day_of_its_report(told: Time, comes: bool) -> None:
    assert is_to_come(told, NOON) is comes


def forecast(outlet: str, text: str) -> tuple[Report, Claim]:
    of = report(outlet, text)
    return of, claim(of)


def test_words_that_several_reports_have_are_one_forecast_of_the_day_most_give() -> None:
    words = "The council of Rimford will vote on the bridge tomorrow, the mayor wrote."
    told = [forecast("Argus", words), forecast("Herald", words[:-24]), forecast("Star", words.upper())]
    days = dict(zip((c.id for _, c in told), (day("2026-03-05"), day("2026-03-05"), day("2026-03-06")), strict=True))
    (one,) = ahead((), {}, [replace(c, value=days[c.id]) for _, c in told])
    assert one.when == day("2026-03-05")
    assert len(one.claims) == 3


def test_other_words_are_another_forecast() -> None:
    told = [forecast("Argus", "The council will vote."), forecast("Herald", "The council will vote on it.")]
    assert len(ahead((), {}, [replace(c, value=day("2026-03-05")) for _, c in told])) == 2


def test_what_names_no_time_to_come_is_no_forecast() -> None:
    assert not ahead((), {}, [replace(forecast("Argus", "The council will vote.")[1], value=None)])
