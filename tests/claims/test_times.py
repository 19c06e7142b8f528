"""Times: tables of expressions with what they mean, near misses beside them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest
import spacy
from spacy.language import Language

from crosswire.claims.parse import Passage, load_parser, plain
from crosswire.claims.times.find import describe, find_times, load_times
from crosswire.claims.times.table import TimeTable
from crosswire.model import BlockKind, Recognised, Time

Read = Callable[[str], list[Time]]
PUBLISHED = datetime(2026, 1, 28, 9, 0, tzinfo=UTC)  # a Wednesday


@pytest.fixture(scope="module")
def table() -> TimeTable:
    return load_times()


@pytest.fixture(scope="module")
def words() -> Language:
    """Tokens only: these cases need no grammar."""
    return spacy.blank("en")


@pytest.fixture(scope="module")
def parser() -> Language:
    return load_parser()


@pytest.fixture(scope="module")
def read(words: Language, table: TimeTable) -> Read:
    return lambda text: times(text, words, table)


def times(text: str, parser: Language, table: TimeTable, published: datetime | None = PUBLISHED) -> list[Time]:
    return [time for _, time in _found(text, parser, table, published)]


def _found(
    text: str, parser: Language, table: TimeTable, published: datetime | None, kind: BlockKind = "paragraph"
) -> list[tuple[Recognised, Time]]:
    passage = Passage(parser(plain(text)), 0, kind)
    found = find_times(text, [passage], published, table)
    for item in found:
        assert text[item.span.start : item.span.end] == item.span.exact == item.value.text
    return [(item, item.value) for item in found if isinstance(item.value, Time)]


def day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


INTERVALS = [
    # text, expression, start, end (days, exclusive), granularity
    ("On January 27, 2026, it fell.", "January 27, 2026", "2026-01-27", "2026-01-28", "day"),
    ("It fell on Tue, 27 Jan 2026 again.", "Tue, 27 Jan 2026", "2026-01-27", "2026-01-28", "day"),
    ("the 27th of January 2026", "the 27th of January 2026", "2026-01-27", "2026-01-28", "day"),
    ("on 2026-01-27 it", "2026-01-27", "2026-01-27", "2026-01-28", "day"),
    ("on 1/27/2026 it", "1/27/2026", "2026-01-27", "2026-01-28", "day"),
    ("on 27/1/2026 it", "27/1/2026", "2026-01-27", "2026-01-28", "day"),
    ("on 27.01.2026 it", "27.01.2026", "2026-01-27", "2026-01-28", "day"),
    ("It fell on Jan. 5.", "Jan. 5", "2026-01-05", "2026-01-06", "day"),
    ("It fell on Dec. 5.", "Dec. 5", "2025-12-05", "2025-12-06", "day"),
    ("It fell on Nov. 13 last year.", "Nov. 13 last year", "2025-11-13", "2025-11-14", "day"),
    ("the weekend of 24 January", "the weekend of 24 January", "2026-01-24", "2026-01-26", "day"),
    ("on the 27th, it", "the 27th", "2026-01-27", "2026-01-28", "day"),
    ("On Tuesday it fell.", "Tuesday", "2026-01-27", "2026-01-28", "day"),
    ("On Wednesday it fell.", "Wednesday", "2026-01-28", "2026-01-29", "day"),
    ("On Thursday it fell.", "Thursday", "2026-01-22", "2026-01-23", "day"),
    ("It fell overnight into Monday.", "overnight into Monday", "2026-01-25T22", "2026-01-26T06", "hour"),
    ("It fell overnight.", "overnight", "2026-01-27T22", "2026-01-28T06", "hour"),
    ("last Wednesday", "last Wednesday", "2026-01-21", "2026-01-22", "day"),
    ("next Wednesday", "next Wednesday", "2026-02-04", "2026-02-05", "day"),
    ("this Friday", "this Friday", "2026-01-30", "2026-01-31", "day"),
    ("yesterday", "yesterday", "2026-01-27", "2026-01-28", "day"),
    ("the day after tomorrow", "the day after tomorrow", "2026-01-30", "2026-01-31", "day"),
    ("three days ago", "three days ago", "2026-01-25", "2026-01-26", "day"),
    ("last week's storm", "last week", "2026-01-19", "2026-01-26", "week"),
    ("the first week of March", "the first week of March", "2026-03-01", "2026-03-08", "week"),
    ("last weekend", "last weekend", "2026-01-24", "2026-01-26", "day"),
    ("two months ago", "two months ago", "2025-11-01", "2025-12-01", "month"),
    ("in December", "December", "2025-12-01", "2026-01-01", "month"),
    ("last May", "last May", "2025-05-01", "2025-06-01", "month"),
    ("in July last year", "July last year", "2025-07-01", "2025-08-01", "month"),
    ("in the third quarter of 2025", "the third quarter of 2025", "2025-07-01", "2025-10-01", "quarter"),
    ("in Q3 2025", "Q3 2025", "2025-07-01", "2025-10-01", "quarter"),
    ("last year's fourth quarter", "last year's fourth quarter", "2025-10-01", "2026-01-01", "quarter"),
    ("the first half of 2025", "the first half of 2025", "2025-01-01", "2025-07-01", "quarter"),
    ("last summer", "last summer", "2025-06-01", "2025-09-01", "quarter"),
    ("talks that stalled in 2019", "2019", "2019-01-01", "2020-01-01", "year"),
    ("nineteen ninety-seven", "nineteen ninety-seven", "1997-01-01", "1998-01-01", "year"),
    ("two years ago", "two years ago", "2024-01-01", "2025-01-01", "year"),
    ("the 1990s", "the 1990s", "1990-01-01", "2000-01-01", "decade"),
    ("the 1980's, he said", "the 1980's", "1980-01-01", "1990-01-01", "decade"),
    ("1982's best", "1982", "1982-01-01", "1983-01-01", "year"),
    ("the '80s", "the '80s", "1980-01-01", "1990-01-01", "decade"),
    ("the 19th century", "the 19th century", "1800-01-01", "1900-01-01", "decade"),
    ("on Christmas Day 2025", "Christmas Day 2025", "2025-12-25", "2025-12-26", "day"),
    ("on Easter Sunday 2025", "Easter Sunday 2025", "2025-04-20", "2025-04-21", "day"),
    ("after 9/11", "9/11", "2001-09-11", "2001-09-12", "day"),
    ("the week before last", "the week before last", "2026-01-12", "2026-01-19", "week"),
    ("the year after next", "the year after next", "2028-01-01", "2029-01-01", "year"),
    ("the weekend before last", "the weekend before last", "2026-01-17", "2026-01-19", "day"),
    ("in the latest week", "the latest week", "2026-01-19", "2026-01-26", "week"),
    ("in the latest fiscal year", "the latest fiscal year", "2025-01-01", "2026-01-01", "year"),
    ("the worst of the decade.", "the decade", "2020-01-01", "2030-01-01", "decade"),
    ("late 19th century", "late 19th century", "1866-09-01", "1900-01-01", "vague"),
    ("two years ago today", "two years ago today", "2024-01-28", "2024-01-29", "day"),
    ("two Fridays ago, it", "two Fridays ago", "2026-01-16", "2026-01-17", "day"),
    ("two Wednesdays ago, it", "two Wednesdays ago", "2026-01-14", "2026-01-15", "day"),
    ("a day after Tuesday's vote", "a day after Tuesday", "2026-01-28", "2026-01-29", "day"),
    ("at a Tuesday rally", "Tuesday", "2026-01-27", "2026-01-28", "day"),
    ("a week ago on Tuesday", "a week ago on Tuesday", "2026-01-20", "2026-01-21", "day"),
    ("on Christmas Eve last year", "Christmas Eve last year", "2025-12-24", "2025-12-25", "day"),
    ("on Wednesday last week", "Wednesday last week", "2026-01-21", "2026-01-22", "day"),
    ("last week, on Friday", "last week, on Friday", "2026-01-23", "2026-01-24", "day"),
    ("on Tuesday of next week", "Tuesday of next week", "2026-02-03", "2026-02-04", "day"),
    ("Q4 sales", "Q4", "2025-10-01", "2026-01-01", "quarter"),
    ("the first nine months of 2025", "the first nine months of 2025", "2025-01-01", "2025-10-01", "vague"),
    ("the last two weeks of the year", "the last two weeks of the year", "2026-12-18", "2027-01-01", "vague"),
    # ranges
    ("from May 3-5, 2025", "May 3-5, 2025", "2025-05-03", "2025-05-06", "day"),
    ("between 3 and 5 May 2025", "3 and 5 May 2025", "2025-05-03", "2025-05-06", "day"),
    ("from Friday to Monday", "Friday to Monday", "2026-01-23", "2026-01-27", "day"),
    ("from 2019 to 2021", "2019 to 2021", "2019-01-01", "2022-01-01", "year"),
    ("in 2003-04", "2003-04", "2003-01-01", "2005-01-01", "year"),
    # fuzzy
    ("in early January", "early January", "2026-01-01", "2026-01-11", "vague"),
    ("in mid-November", "mid-November", "2025-11-11", "2025-11-21", "vague"),
    ("in late May 2025", "late May 2025", "2025-05-22", "2025-06-01", "vague"),
    ("by the end of 2027", "the end of 2027", "2027-11-01", "2028-01-01", "vague"),
    ("right now", "right now", "2026-01-28", "2026-01-29", "vague"),
]


@pytest.mark.parametrize(("text", "exact", "start", "end", "granularity"), INTERVALS)
def test_interval(*, text: str, exact: str, start: str, end: str, granularity: str, read: Read) -> None:
    assert [(t.text, t.start, t.end, t.granularity) for t in read(text)] == [(exact, day(start), day(end), granularity)]


ENDED = [
    ("in the quarter ended Nov. 30", "the quarter", "2025-09-01", "2025-12-01", "quarter"),
    ("its fourth quarter ended Aug. 31", "its fourth quarter", "2025-06-01", "2025-09-01", "quarter"),
    ("the fiscal year ended June 30, 2025", "the fiscal year", "2024-07-01", "2025-07-01", "year"),
    ("in the week ending Jan. 23", "the week", "2026-01-17", "2026-01-24", "week"),
    ("in the three months to December", "the three months", "2025-10-01", "2026-01-01", "vague"),
    ("They waited three months to December.", "three months", "", "", ""),
    ("the quarter that began Oct. 1", "the quarter", "2025-10-01", "2026-01-01", "quarter"),
]


@pytest.mark.parametrize(("text", "exact", "start", "end", "granularity"), ENDED)
def test_whose_end_is_told(*, text: str, exact: str, start: str, end: str, granularity: str, read: Read) -> None:
    first, _ = read(text)
    known = (day(start), day(end), granularity) if start else (None, None, None)
    assert (first.text, first.start, first.end, first.granularity) == (exact, *known)


def test_what_is_compared_is_no_anchor(read: Read) -> None:
    text = "Profit rose in the third quarter from $4 a year earlier; sales, flat a year earlier, rose."
    assert [t.start for t in read(text)] == [day("2025-07-01"), day("2024-07-01"), day("2024-07-01")]


@pytest.mark.parametrize(
    ("hour", "start"), [("2026-01-24", "2026-01-17"), ("2026-01-25", "2026-01-17"), ("2026-01-26", "2026-01-24")]
)
def test_last_weekend_is_over(hour: str, start: str, words: Language, table: TimeTable) -> None:
    (time,) = times("It fell last weekend.", words, table, day(hour))
    assert time.start == day(start)


@pytest.mark.parametrize(
    "text",
    [
        "the decade after the war",
        "May said he may march.",
        "North Korea May Test Missiles",
        "the March on Washington",
        "April Smith and June Jones left.",
        "Spring the trap before they fall.",
        "a 27-year-old man, 45 years old",
        "open 24/7",
        "flight MH370 of a Boeing 747",
        "Section 1990 and No. 2012",
        "about 1500 people and 2000 soldiers",
        "He closed at 1.1712-1714 dollars.",
        "the ratio was 3:50",
        "a score of 3-2",
        "a second missile came second",
        "in her thirties, in his 70s",
        "temperatures above 70s",
        "a quarter of them, three quarters of its food",
        "kilowatt-hours",
        "as soon as he came, shortly after that",
        "He watched \u201c60 Minutes\u201d on his own.",
        "She was on \u201cThis Week\u201d with him.",
        "It was in USA Today again.",
        "the star of Saturday Night Live",
        "the Six-Day War and the Seven Years\u2019 War",
        "the Winter Olympics",
        "the quarterly dividend",
        "The Kompas daily cited officials.",
        "in the past year's",
        "$2021 and 2021%",
        "It may push past the 1000 hp mark.",
        "Prices rose by an average of 1500.",
    ],
)
def test_no_time(text: str, words: Language, table: TimeTable) -> None:
    found = [t for t in times(text, words, table) if t.text != "the past year"]
    assert found == []


LENGTHS = [
    ("for three days", "three days", "P3D", None),
    ("a two-week truce", "two-week", "P2W", None),
    ("half an hour", "half an hour", "PT30M", None),
    ("a year and a half", "a year and a half", "P1Y6M", None),
    ("two and a half years", "two and a half years", "P2Y6M", None),
    ("between two and three years", "two and three years", "P2Y", None),
    ("a hundred and five days", "a hundred and five days", "P105D", None),
    ("2.5 hours", "2.5 hours", "PT2H30M", None),
    ("one hour and 37 minutes", "one hour and 37 minutes", "PT1H37M", None),
    ("more than a decade", "more than a decade", "P10Y", None),
    ("a couple of days", "a couple of days", "P2D", None),
    ("several months", "several months", "PXM", None),
    ("for years", "years", "PXY", None),
    ("several hundred years", "several hundred years", "PXY", None),
    ("hundreds of millions of years", "hundreds of millions of years", "PXY", None),
    ("a year-long inquiry", "a year-long", "P1Y", None),
    ("13.8 billion years", "13.8 billion years", "P13800000000Y", None),
    ("for the third straight day", "the third straight day", "P3D", None),
    ("twenty-one days", "twenty-one days", "P21D", None),
    ("two hundred years", "two hundred years", "P200Y", None),
    ("1-2 weeks", "1-2 weeks", "P1W", None),
    ("every Friday", "every Friday", None, "P1W"),
    ("on Mondays", "Mondays", None, "P1W"),
    ("twice a week", "twice a week", None, "P1W"),
    ("annually", "annually", None, "P1Y"),
    ("every two weeks", "every two weeks", None, "P2W"),
]


@pytest.mark.parametrize(("text", "exact", "duration", "repeats"), LENGTHS)
def test_length(*, text: str, exact: str, duration: str | None, repeats: str | None, read: Read) -> None:
    (time,) = read(text)
    assert (time.text, time.duration, time.repeats, time.start, time.end) == (exact, duration, repeats, None, None)


KST = timezone(timedelta(hours=9))
CLOCKS = [
    ("at 3:50 p.m. KST on Tuesday", datetime(2026, 1, 27, 15, 50, tzinfo=KST)),
    ("at 3:50 p.m. (0650 GMT) on Tuesday", datetime(2026, 1, 27, 6, 50, tzinfo=UTC)),
    ("On Tuesday at 3:50 p.m. Korea time", datetime(2026, 1, 27, 6, 50, tzinfo=UTC)),
    ("at 3:50 p.m. local time on Tuesday", datetime(2026, 1, 27, 15, 50, tzinfo=UTC)),
    ("at 6:40 p.m. (GMT +8) on Tuesday", datetime(2026, 1, 27, 10, 40, tzinfo=UTC)),
    ("8:15 p.m. ET on July 4, 2025", datetime(2025, 7, 5, 0, 15, tzinfo=UTC)),
    ("8:15 p.m. ET on Monday", datetime(2026, 1, 27, 1, 15, tzinfo=UTC)),
    ("at noon on Jan. 5, 2026", datetime(2026, 1, 5, 12, 0, tzinfo=UTC)),
    ("at 12:30 a.m. on Tuesday", datetime(2026, 1, 27, 0, 30, tzinfo=UTC)),
    ("2026-01-27T15:50+09:00", datetime(2026, 1, 27, 6, 50, tzinfo=UTC)),
    ("at 15:50", datetime(2026, 1, 28, 15, 50, tzinfo=UTC)),
    ("20 minutes ago", datetime(2026, 1, 28, 8, 40, tzinfo=UTC)),
    ("at 8:23pm (Pakistan Standard Time) on Tuesday", datetime(2026, 1, 27, 15, 23, tzinfo=UTC)),
    ("at 8:23 p.m. Eastern Standard Time on Tuesday", datetime(2026, 1, 28, 1, 23, tzinfo=UTC)),
    ("The shop opens at 6:30am.", datetime(2026, 1, 28, 6, 30, tzinfo=UTC)),
    ("at 04:17 (01:17 GMT) on Monday", datetime(2026, 1, 26, 1, 17, tzinfo=UTC)),
    ("at midnight on Monday", datetime(2026, 1, 27, tzinfo=UTC)),
    ("before midnight on Monday", datetime(2026, 1, 27, tzinfo=UTC)),
]


@pytest.mark.parametrize(("text", "moment"), CLOCKS)
def test_moment(text: str, moment: datetime, words: Language, table: TimeTable) -> None:
    (time,) = times(text, words, table)
    assert (time.start, time.end, time.granularity) == (moment, moment + timedelta(minutes=1), "minute")


@pytest.mark.parametrize(
    ("text", "hour"),
    [("just before midnight on Monday", 23), ("shortly after midnight on Monday", 0), ("after midnight on Monday", 0)],
)
def test_hours_beside_midnight(text: str, hour: int, words: Language, table: TimeTable) -> None:
    """They are of the day named, the first or the last one."""
    (time,) = times(text, words, table)
    start = datetime(2026, 1, 26, hour, tzinfo=UTC)
    assert (time.start, time.end, time.granularity) == (start, start + timedelta(hours=1), "hour")


def test_how_much_earlier_than_planned_dates_nothing(words: Language, table: TimeTable) -> None:
    (time,) = times("half an hour earlier than scheduled", words, table)
    assert (time.start, time.duration) == (None, "PT30M")


TENSES = [
    ("The minister will meet his counterpart on Friday.", "2026-01-30"),
    ("The minister met his counterpart on Friday.", "2026-01-23"),
    ("The decision was announced Friday by the ministry.", "2026-01-23"),
    ("He was set to arrive on Friday.", "2026-01-30"),
    ("The trial begins Monday.", "2026-02-02"),
    ("The court adjourned the case until Monday.", "2026-02-02"),
    ("The talks are scheduled for Monday.", "2026-02-02"),
    ("The talks had been scheduled for Monday.", "2026-01-26"),
    ("The offer had been due to expire Friday.", "2026-01-23"),
    ("The offer is due to expire Friday.", "2026-01-30"),
    ("They gave him until Monday to sign.", "2026-02-02"),
    ("He was in office until Monday.", "2026-01-26"),
    ("The group was ready to leave as soon as Monday.", "2026-02-02"),
    ("Activists planned a large rally on Monday.", "2026-02-02"),
    ("Activists held a large rally on Monday.", "2026-01-26"),
    ("The ship sailed as late as Monday.", "2026-01-26"),
    ("The tariffs will take effect on Feb. 1.", "2026-02-01"),
    ("The troops withdrew on Dec. 20.", "2025-12-20"),
    ("He could not be reached on Friday.", "2026-01-23"),
    ("None of the crew could be found Friday.", "2026-01-23"),
    ("The court could rule on Friday.", "2026-01-30"),
    ("The deadline is Monday.", "2026-02-02"),
    ("The bank extended the credit line through June.", "2026-06-01"),
    ("They extended their offers to acquire the firm Friday.", "2026-01-23"),
]


@pytest.mark.parametrize(("text", "start"), TENSES)
def test_tense(text: str, start: str, parser: Language, table: TimeTable) -> None:
    (time,) = times(text, parser, table)
    assert time.start == day(start)


HOURS = [
    ("the early-morning January 27 collapse", 0, 9),
    ("It fell early Tuesday morning.", 0, 9),
    ("It fell on Tuesday morning.", 6, 12),
    ("the Tuesday-morning collapse", 6, 12),
    ("It fell on Tuesday evening.", 18, 21),
]


@pytest.mark.parametrize(("text", "first", "last"), HOURS)
def test_parts_of_a_day(text: str, first: int, last: int, parser: Language, table: TimeTable) -> None:
    (time,) = times(text, parser, table)
    midnight = day("2026-01-27")
    assert (time.start, time.end) == (midnight + timedelta(hours=first), midnight + timedelta(hours=last))


@pytest.mark.parametrize(("hour", "start"), [(14, "2026-01-22"), (22, "2026-01-29"), (0, "2026-01-29")])
def test_a_day_that_has_begun_further_east(hour: int, start: str, parser: Language, table: TimeTable) -> None:
    text = "The North said on Thursday that it had tested a missile."
    passage = Passage(parser(text), 0, "paragraph")
    (time,) = find_times(text, [passage], datetime(2026, 1, 28, hour, 40 if hour else 0, tzinfo=UTC), table)
    assert isinstance(time.value, Time)
    assert time.value.start == day(start)


def test_without_publication_nothing_is_invented(words: Language, table: TimeTable) -> None:
    text = (
        "Tuesday, yesterday, last week, three days ago, recently, soon, in May, on Jan. 5, this year, at 3 p.m., now."
    )
    found = times(text, words, table, None)
    assert len(found) == 11
    assert {(t.start, t.end) for t in found} == {(None, None)}
    called = [t.text for t in found if t.granularity == "day"]  # the text names the day; others may date it
    assert called == ["Tuesday", "Jan. 5"]


def test_a_date_of_the_text_stands_without_publication(words: Language, table: TimeTable) -> None:
    found = times(
        "On January 27, 2026 it fell. Two days later, on Jan. 29, it rose; the next day it fell.", words, table, None
    )
    assert [t.start for t in found] == [day("2026-01-27"), day("2026-01-29"), day("2026-01-29"), day("2026-01-30")]


def test_the_following_day_leans_on_a_day_not_on_a_year(words: Language, table: TimeTable) -> None:
    _, following = times("Since 1989 it has been so. The following day he left.", words, table)
    assert (following.start, following.granularity) == (None, "vague")


def test_a_day_no_calendar_has_is_unknown(words: Language, table: TimeTable) -> None:
    (time,) = times("on 30 February", words, table)
    assert (time.text, time.start, time.end, time.granularity) == ("30 February", None, None, "vague")


def test_vague_past_and_future(words: Language, table: TimeTable) -> None:
    recently, soon, coming, past = times("recently; soon; in the coming weeks; the past three years", words, table)
    assert (recently.start, recently.end) == (None, PUBLISHED)
    assert (soon.start, soon.end) == (PUBLISHED, None)
    assert coming.start == PUBLISHED and coming.end and coming.end > PUBLISHED and coming.granularity == "vague"
    assert (past.start, past.end, past.duration) == (day("2023-01-28"), PUBLISHED, "P3Y")


def test_what_a_day_was_is_that_day(words: Language, table: TimeTable) -> None:
    text = "He came on Jan. 5, the day before the vote. Monday was the third day of talks. It is the fourth day."
    first, before, monday, third, fourth = times(text, words, table)
    assert before.start == first.start == day("2026-01-05")
    assert third.start == monday.start == day("2026-01-26")
    assert fourth.start == day("2026-01-28")


def test_the_day_before_something_undated_is_unknown(words: Language, table: TimeTable) -> None:
    assert [t.start for t in times("He came the day before the vote, on the second day of talks.", words, table)] == [
        None,
        None,
    ]


def test_publication_counts_by_its_own_clock(words: Language, table: TimeTable) -> None:
    late = datetime(2026, 1, 28, 1, 0, tzinfo=KST)  # still Tuesday in UTC
    (today,) = times("today", words, table, late)
    assert today.start == day("2026-01-28")


def test_capitals_make_names_outside_headings_only(words: Language, table: TimeTable) -> None:
    text = "What USA Today Said"
    assert _found(text, words, table, PUBLISHED, "paragraph") == []
    assert [t.text for _, t in _found(text, words, table, PUBLISHED, "heading")] == ["Today"]
    assert [t.text for t in times("Troops left. Three Days Ago they came.", words, table)] == ["Three Days Ago"]


def test_anchors_reach_over_passages_and_offsets_count_in_the_report(words: Language, table: TimeTable) -> None:
    text = "On January 5, 2026 it fell.\n\nThe next day it rose."
    passages = [Passage(words(plain(text[:27])), 0, "paragraph"), Passage(words(plain(text[29:])), 29, "paragraph")]
    found = find_times(text, passages, PUBLISHED, table)
    assert [(f.span.exact, f.value.start) for f in found if isinstance(f.value, Time)] == [
        ("January 5, 2026", day("2026-01-05")),
        ("The next day", day("2026-01-06")),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("January 27, 2026", "Tuesday 27 January 2026"),
        ("early January", "early January 2026"),
        ("the end of next month", "the end of February 2026"),
        ("2021", "2021"),
        ("the 1990s", "the 1990s"),
        ("May 2025", "May 2025"),
        ("from May 3-5, 2025", "3 to 5 May 2025"),
        ("last week", "the week of 19 January 2026"),
        ("the third quarter of 2025", "the third quarter of 2025"),
        ("3:50 p.m. KST on Tuesday", "15:50 (+09:00) on Tuesday 27 January 2026"),
        ("Tuesday morning", "06:00 to 12:00 on Tuesday 27 January 2026"),
        ("recently", "before 28 January 2026"),
        ("soon", "after 28 January 2026"),
        ("three days", "three days"),
        ("from 2019 to 2021", "2019 to 2021"),
    ],
)
def test_describe(text: str, told: str, words: Language, table: TimeTable) -> None:
    (time,) = times(text, words, table)
    assert describe(time) == told


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Schools were closed following Tuesday's vote.", "2026-01-27"),  # after it
        ("The minister left following June's election.", "2025-06-01"),
        ("Schools were closed on 3 January and opened the following Tuesday.", "2026-01-06"),
    ],
)
def test_what_follows_a_day_is_after_it(text: str, start: str, parser: Language, table: TimeTable) -> None:
    assert times(text, parser, table)[-1].start == day(start)
