"""Written and machine dates, and the lines they stand on."""

from __future__ import annotations

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from crosswire.reports.dates import parse_moment, written_dates
from crosswire.reports.rules import Rules
from crosswire.reports.stamps import date_of_line
from tests.reports.build import iso


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("January 28, 2026", "2026-01-28T00:00:00+00:00"),
        ("Jan. 28, 2026 at 3:15 p.m. ET", "2026-01-28T15:15:00-05:00"),
        ("July 28, 2026 at 3:15 p.m. ET", "2026-07-28T15:15:00-04:00"),
        ("July 28, 2026 3:15 p.m. EST", "2026-07-28T15:15:00-05:00"),
        ("July 28, 2026, 9:05 am CT", "2026-07-28T09:05:00-05:00"),
        ("Nov. 1, 2026 12:30 PM PT", "2026-11-01T12:30:00-08:00"),
        ("Oct. 31, 2026 12:30 PM PT", "2026-10-31T12:30:00-07:00"),
        ("28 January 2026 14:30 GMT", "2026-01-28T14:30:00+00:00"),
        ("28th of January, 2026", "2026-01-28T00:00:00+00:00"),
        ("Jan 28 2026 12:00 AM IST", "2026-01-28T00:00:00+05:30"),
        ("June 21, 2016 / 4:46 AM / a year ago", "2016-06-21T04:46:00+00:00"),
        ("2026-01-28T10:00:00Z", "2026-01-28T10:00:00+00:00"),
        ("2026-01-28T10:00:00.5+0900", "2026-01-28T10:00:00.500000+09:00"),
        ("2026/01/28 20:35", "2026-01-28T20:35:00+00:00"),
        ("20260128", "2026-01-28T00:00:00+00:00"),
        ("Tue, 27 Jan 2026 10:32:14 GMT", "2026-01-27T10:32:14+00:00"),
        ("27/01/2026 10:00", "2026-01-27T10:00:00+00:00"),
        ("01/27/2026", "2026-01-27T00:00:00+00:00"),
        ("27.01.2026", "2026-01-27T00:00:00+00:00"),
        (1769500000, "2026-01-27T07:46:40+00:00"),
        ("1769500000000", "2026-01-27T07:46:40+00:00"),
        ("January 28, 2026, 3 people died", "2026-01-28T00:00:00+00:00"),
        ("January 28, 2026 25:00", "2026-01-28T00:00:00+00:00"),
        ("03/04/2026", None),  # March in one country, April in another
        ("31 February 2026", None),
        ("February 30, 2026", None),
        ("0001-01-01", None),
        ("9999-12-31T23:59:59Z", None),
        ("0000-00-00", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (True, None),
        (["2026-01-28"], None),
        (1e300, None),
        (float("nan"), None),
    ],
)
def test_moments(value: object, expected: str | None, rules: Rules) -> None:
    assert iso(parse_moment(value, rules)) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("January 28, 2026", ["2026-01-28T00:00:00+00:00"]),
        ("Published: 28 Jan 2026", ["2026-01-28T00:00:00+00:00"]),
        (
            "Updated January 29, 2026 Published January 28, 2026",
            ["2026-01-28T00:00:00+00:00", "2026-01-29T00:00:00+00:00"],
        ),
        ("Wednesday, January 28, 2026 | 3 min read", ["2026-01-28T00:00:00+00:00"]),
        ("Northern Gazette | January 28, 2026", ["2026-01-28T00:00:00+00:00"]),
        ("On January 28, 2026, two men died.", []),
        ("January 6, 2021 Capitol Attack", []),
        ("January 28", []),
        ("Copyright 2024", []),
    ],
)
def test_date_lines(line: str, expected: list[str], rules: Rules) -> None:
    assert [written.moment.isoformat() for written in date_of_line(line, 0, len(line), rules)] == expected


@for_all(st.text(max_size=200) | st.integers() | st.floats() | st.datetimes().map(str))
def test_any_value(rules: Rules, value: str | int | float) -> None:
    moment = parse_moment(value, rules)
    assert moment is None or moment.tzinfo is not None


@for_all(st.text(alphabet="Jan.uryfeb0123456789 ,:/-TZpm+thof\u0663", max_size=80))
def test_written_dates_lie_in_the_text(rules: Rules, text: str) -> None:
    for written in written_dates(text, 0, len(text), rules):
        assert 0 <= written.start < written.end <= len(text)
