"""The dates benchmark: reading TimeML, our values as TIMEX3, and the score of an example counted by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import spacy
from benchmarks.dates import Tagged, aligned, by_type, read_document, score, tagged, timex, untag

from crosswire.claims.parse import Passage
from crosswire.claims.times.find import find_times, load_times
from crosswire.model import Recognised, Span, Time

CREATED = datetime(2013, 3, 22, tzinfo=UTC)  # a Friday


def test_untag() -> None:
    text, gold = untag(
        'On <TIMEX3 tid="t1" type="DATE" value="2013-03-21">Thursday</TIMEX3> A&amp;B <EVENT eid="e1">fell</EVENT>.'
    )
    assert text == "On Thursday A&B fell."
    assert gold == (Tagged(3, 11, "DATE", "2013-03-21"),)
    assert untag('<TIMEX3 type="DURATION" value="P1D"></TIMEX3>x')[1] == ()


def test_read_document(tmp_path: Path) -> None:
    path = tmp_path / "a.tml"
    path.write_text(
        '<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2013-03-22">March 22</TIMEX3></DCT>\n'
        '<TEXT><TIMEX3 tid="t1" type="DATE" value="2013">this year</TIMEX3></TEXT></TimeML>'
    )
    document = read_document(path)
    assert (document.created, document.text) == (CREATED, "this year")
    assert [g.value for g in document.gold] == ["2013"]


# Four of gold, five found: a, b and c overlap (c with another value), d is missed, two are no times.
GOLD = (
    Tagged(0, 6, "DATE", "2013-03-22"),
    Tagged(10, 20, "DATE", "2013"),
    Tagged(30, 40, "DURATION", "P3D"),
    Tagged(50, 55, "DATE", "PAST_REF"),
)
FOUND = (
    Tagged(0, 6, "DATE", "2013-03-22"),
    Tagged(15, 25, "DATE", "2013"),
    Tagged(29, 31, "DURATION", "P2D"),
    Tagged(32, 40, "DURATION", "P3D"),
    Tagged(60, 66, "DATE", "2012"),
)


def test_score_counted_by_hand() -> None:
    counted = score([(GOLD, FOUND)])
    # spans: 3 of 4 found, 3 of 5 right: F1 = 2 * 3 / 9; values: 2 right: F1 = 2 * 2 / 9
    assert counted == {"gold": 4, "found": 5, "span_f1": 0.667, "value_f1": 0.444}


def test_score_of_intervals_counted_by_hand() -> None:
    counted = score([(GOLD, FOUND)], intervals_only=True)
    # gold: the day and the year; found: both, and 2012: F1 = 2 * 2 / 5
    assert counted == {"gold": 2, "found": 3, "span_f1": 0.8, "value_f1": 0.8}


def test_an_interval_found_for_what_is_none_is_no_false_interval() -> None:
    gold = (Tagged(0, 5, "DURATION", "P1Y"), Tagged(10, 15, "DATE", "2013"))
    found = (Tagged(0, 5, "DATE", "2012"), Tagged(10, 15, "DATE", "2013"))
    assert score([(gold, found)], intervals_only=True)["found"] == 1


def test_each_partner_is_used_once() -> None:
    found = Tagged(0, 20, "DATE", "2013")
    assert aligned([Tagged(0, 5, "DATE", "2013"), Tagged(6, 9, "DATE", "2013")], [found]) == {
        Tagged(0, 5, "DATE", "2013"): found
    }


def test_counts_by_type() -> None:
    assert by_type([(GOLD, FOUND)]) == {"DATE": [3, 2, 2], "DURATION": [1, 1, 0]}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Thursday", "2013-03-21"),
        ("Thursday night", "2013-03-21TNI"),
        ("early Thursday", "2013-03-21"),
        ("last week", "2013-W11"),
        ("early this month", "2013-03"),
        ("last weekend", "2013-W11-WE"),
        ("the third quarter of 2012", "2012-Q3"),
        ("the first half of 2012", "2012-H1"),
        ("last fall", "2012-FA"),
        ("early 2012", "2012"),
        ("early October last year", "2012-10"),
        ("the end of the decade", "201"),
        ("the late 1980s", "198"),
        ("the 19th century", "18"),
        ("at 3:50 p.m. Thursday", "2013-03-21T15:50"),
        ("now", "PRESENT_REF"),
        ("recently", "PAST_REF"),
        ("soon", "FUTURE_REF"),
        ("three days", "P3D"),
        ("every Friday", "XXXX-WXX-5"),
        ("every July", "XXXX-07"),
        ("annually", "P1Y"),
    ],
)
def test_timex(text: str, value: str) -> None:
    (found,) = find_times(text, [Passage(spacy.blank("en")(text), 0, "paragraph")], CREATED, load_times())
    assert isinstance(found.value, Time)
    assert timex(found.value, CREATED)[1] == value


def test_a_range_is_two_expressions() -> None:
    text = "from Monday to Friday"
    start = datetime(2013, 3, 18, tzinfo=UTC)
    time = Time(text[5:], start, start + timedelta(days=5), "day")
    assert tagged(Recognised(Span.of(text, 5, len(text)), time), time, CREATED) == [
        Tagged(5, 11, "DATE", "2013-03-18"),
        Tagged(15, 21, "DATE", "2013-03-22"),
    ]
