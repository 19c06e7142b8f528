"""Features of time: when the two can have been, and what excludes that they are one."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from crosswire.events.days import DAY_OF_MONTH, DAY_OF_WEEK
from crosswire.events.nodes import CLOCKS, FINE, Node
from crosswire.events.pairs import TOPIC, VETO, Interval, Pair, Seen
from crosswire.model import Time

DAY, WEEK, NONE = timedelta(days=1), timedelta(days=7), timedelta(0)
NEWS = timedelta(days=3)  # an event told in the past tense without a date is at most this old in a news report
AFTERMATH = timedelta(days=30)  # the dead of a collapse are counted, searched for and mourned for a month
FAR_BACK = 0.3
AGAIN = ((2 * DAY, -2.0), (DAY, -0.5))  # told without dates so far apart, of a kind that repeats: points
AFTER = ((2 * DAY, -1.0), (DAY, 0.0))  # one told without a date so long after the day of the other
DENIED = -1.2
LONG_WORD, STEM = re.compile(r"[A-Za-z]{4,}"), 4
ANOTHER = -1.2  # "another carrier was attacked" is mostly not the one that the other report tells of
UNIVERSAL = re.compile(r"\b(?:GMT|UTC)\b")
ZONED = re.compile(r"\b(?:GMT|UTC|[ECMP][SD]?T|Eastern|Central|Mountain|Pacific|local|[A-Z]?ST)\b")
EVENLY = 5  # minutes that two may differ by besides whole hours of time zones
ROUNDLY = 30  # minutes that two clock times of one moment may differ by
DAY_APART = -1.45  # two dates a day apart are two events unless all else speaks for one told across time zones


def kind_of_telling(pair: Pair) -> Seen | None:
    """General statements ("tests over the past year") are no occurrence; an expected event is not one that happened."""
    if pair.a.modality == pair.b.modality == "happened" and not pair.same_report:
        return Seen(ANOTHER, "one report calls it another one") if pair.a.another != pair.b.another else None
    modalities = {pair.a.modality, pair.b.modality}
    if modalities & {"general", "hypothetical"}:
        return Seen(VETO, "one speaks in general or hypothetically")
    if pair.same_report and max(pair.a, pair.b, key=lambda n: n.order).another:
        return Seen(VETO, "the report calls it another one")
    if modalities == {"happened", "expected"}:
        return _past_and_coming(pair)
    if modalities == {"happened", "negated"} and _denies_another(pair):
        return Seen(DENIED, "one says that something else did not happen")
    if modalities == {"expected"} and not pair.same_report:
        return Seen(0.8, "both tell of it as coming")
    return None


def _denies_another(pair: Pair) -> bool:
    """Whether what one says did not happen, below its lead, is called by no word of the other: "no distress call was
    sent" does not deny the crash."""
    denied, other = (pair.a, pair.b) if pair.a.modality == "negated" else (pair.b, pair.a)
    return denied.prominence < TOPIC and _stems(denied).isdisjoint(_stems(other))


def _stems(node: Node) -> set[str]:
    return {word.lower()[:STEM] for phrase in node.phrases for word in LONG_WORD.findall(phrase)}


def _past_and_coming(pair: Pair) -> Seen | None:
    """An expected congress becomes the congress: of what was announced for a day that is over, time decides."""
    coming, past = (pair.a, pair.b) if pair.a.modality == "expected" else (pair.b, pair.a)
    if not _is_to_come(coming):
        return Seen(-0.4, "one tells of it as past, the other as coming")
    return None if _is_over(coming, past.published) else Seen(VETO, "one is past, the other is dated to come")


def time(pair: Pair) -> Seen | None:
    """When: the same day counts most, the same month little; different times exclude."""
    a, b = pair.left.own, pair.right.own
    if not pair.same_report:
        a, b = a or pair.left.news, b or pair.right.news
    if a is None or b is None:
        return _one_time(pair)
    (a1, a2, fine_a), (b1, b2, fine_b) = a, b
    if (a1 >= b2 or b1 >= a2) and (apart := _apart(pair, a, b)) is not None:
        return apart
    if _two_moments(pair, a1, b1):
        return Seen(VETO, "different times of day ({:%H:%M} and {:%H:%M})", (a1, b1))
    if fine_a and fine_b:
        return Seen(1.4, "the same time ({:%Y-%m-%d})", (max(a1, b1),))
    return _overlap(pair)


def _apart(pair: Pair, a: Interval, b: Interval) -> Seen | None:
    """What times that do not touch speak: two, unless one day was told by its parts or in two zones."""
    (a1, a2, _), (b1, b2, _) = a, b
    if (vaguely := _parts_of_a_day(pair, a1, b1)) is not None:
        return vaguely
    if (weekday := _one_weekday(pair, a1, b1)) is not None:
        return weekday
    both_dated = pair.a.when is not None and pair.b.when is not None
    slack = DAY if both_dated and not pair.same_report else NONE
    if slack and (roundly := _one_moment(pair, a1, b1)) is not None:
        return roundly
    if a1 - slack >= b2 or b1 - slack >= a2:
        return Seen(VETO, "different times ({:%Y-%m-%d} and {:%Y-%m-%d})", (a1, b1))
    if _two_moments(pair, a1, b1):
        return None
    if _by_universal_time(pair, a, b):
        return Seen(
            0.5,
            "{:%H:%M} by universal time, which may be the other's day where it was",
            (min(a, b, key=lambda one: one[1] - one[0])[0],),
        )
    if not pair.frame.repeats and _exact(pair.a) and _exact(pair.b) and any(n.when and ZONED.search(n.when.text) for n in (pair.a, pair.b)):
        return Seen(0.0, "{:%H:%M} and {:%H:%M}, which may be clocks of two zones", (a1, b1))
    return Seen(DAY_APART, "a day apart ({:%Y-%m-%d} and {:%Y-%m-%d}), which time zones could explain", (a1, b1))


def _parts_of_a_day(pair: Pair, a: datetime, b: datetime) -> Seen | None:
    """ "In the late afternoon", "early in the evening": one day's parts are told vaguely, where a kind is told once."""
    if pair.frame.repeats or a.date() != b.date() or (_exact(pair.a) and _exact(pair.b)):
        return None
    return Seen(1.0, "one day ({:%Y-%m-%d}), told by its parts", (a,))


def _one_weekday(pair: Pair, a: datetime, b: datetime) -> Seen | None:
    """The same day of the week, told by its name by two reports of one day or the next, that was read a week apart:
    "early Saturday local time", told on Friday where it was still Friday, and on Saturday."""
    dates = [n.published for n in (pair.a, pair.b) if n.published is not None]
    if abs(a.date() - b.date()) != WEEK or len(dates) < 2 or abs(dates[0] - dates[1]) > DAY:
        return None
    named = [set(DAY_OF_WEEK.findall(n.when.text.lower())) for n in (pair.a, pair.b) if n.when is not None]
    if len(named) < 2 or not named[0] & named[1] or any(DAY_OF_MONTH.search(n.when.text) for n in (pair.a, pair.b) if n.when):
        return None
    return Seen(1.0, "both on {:%A}, by reports of one day", (a,))


def _overlap(pair: Pair) -> Seen:
    """Times that overlap: what one report tells without a date counts less, the longer ago it would have been."""
    back, later = _looks_back(pair)
    if back > NEWS:
        return Seen(0.0 if pair.frame.repeats else FAR_BACK, "one looks back on it {} days later", (back.days,))
    if pair.frame.repeats and not later.aftermath:
        undated = pair.a.when is None and pair.b.when is None
        for least, points in AGAIN if undated else AFTER:
            if back >= least:
                return Seen(points, "told without a date {} days on, and such events repeat", (back.days,))
    return Seen(0.5, "times that overlap")


def _looks_back(pair: Pair) -> tuple[timedelta, Node]:
    """How long before a report that gives no date the other one tells or dates it, at the least; and who looks back."""
    a, b = (pair.a, pair.b) if pair.b.when is None else (pair.b, pair.a)
    if b.when is not None or b.published is None:
        return NONE, b
    if a.when is not None:
        end = (own_interval(a) or (None, b.published, False))[1]
        return b.published.replace(tzinfo=UTC) - end.replace(tzinfo=UTC), b
    if a.published is None:
        return NONE, b
    return abs(a.published - b.published), max(a, b, key=lambda n: (n.published or datetime.min, n.id))


def _by_universal_time(pair: Pair, a: Interval, b: Interval) -> bool:
    """Whether one tells a moment by GMT and the other a day that was its own where it happened: "11:35 p.m. GMT on June
    19" was Thursday the 20th at Hormuz."""
    (moment, when), (day, other) = sorted(((a, pair.a), (b, pair.b)), key=lambda two: two[0][1] - two[0][0])
    if not _exact(when) or _exact(other) or when.when is None or not UNIVERSAL.search(when.when.text):
        return False
    return day[0] - CLOCKS <= moment[0] < day[1] + CLOCKS


def _one_moment(pair: Pair, a: datetime, b: datetime) -> Seen | None:
    """Two clock times of one day that are one told roundly: "at 9:28" and "around 9:30"; an aftershock may follow so
    soon."""
    if not (_exact(pair.a) and _exact(pair.b)) or abs((a - b).total_seconds()) > ROUNDLY * 60:
        return None
    points = 0.5 if pair.frame.repeats else 1.4
    return Seen(points, "one moment told roundly ({:%H:%M} and {:%H:%M})", (min(a, b), max(a, b)))


def _two_moments(pair: Pair, a: datetime, b: datetime) -> bool:
    return _exact(pair.a) and _exact(pair.b) and _minutes_apart(a, b)


def _exact(node: Node) -> bool:
    return node.when is not None and node.when.granularity == "minute"


def _minutes_apart(a: datetime, b: datetime) -> bool:
    """Whether two clock times are two moments: more than half an hour apart, and by no whole hours of time zones."""
    minutes = abs((a - b).total_seconds()) / 60
    off = min(minutes % 60, -minutes % 60)
    return minutes > ROUNDLY and (off > EVENLY or minutes > CLOCKS.total_seconds() / 60)


def _one_time(pair: Pair) -> Seen | None:
    """One time for two: what a report tells without a date is its news, not what it looks back on."""
    dated, other = (pair.a, pair.b) if pair.a.when is not None else (pair.b, pair.a)
    when = dated.when
    if not pair.same_report:
        past = when is not None and _is_before_news(when, other)
        return Seen(-1.0, "only one is dated, to before the other's news") if past else None
    if when is None:
        return Seen(0.5, "one report, which names no time for either")
    if when.start is None or when.end is None:
        return Seen(-0.5, "{!r} names no definite time", (when.text,))
    if when.end - when.start > timedelta(days=14):
        return Seen(-1.0, "{!r} dates no single occurrence", (when.text,))
    if _is_before_news(when, other):
        return Seen(-0.4, "only one is dated, to before the news ({!r})", (when.text,))
    return Seen(0.8, "one report, and only one names a time")


def _is_before_news(when: Time, other: Node) -> bool:
    """Whether a time is so long before a report that what it tells without a date is mostly another event."""
    if when.end is None or other.published is None:
        return False
    return when.end < other.published - (AFTERMATH if other.aftermath else 2 * NEWS)


def is_fresh(node: Node) -> bool:
    """Whether a node tells the day, or a finer time, of what happened in the days before its report."""
    own, published = own_interval(node), node.published
    if own is None or published is None or not own[2]:
        return False
    return -DAY <= published.replace(tzinfo=UTC) - own[0] <= NEWS


def undated(pair: Pair) -> Seen | None:
    """Two past events of two reports with no time between them are mostly two."""
    if pair.same_report or "expected" in (pair.a.modality, pair.b.modality):
        return None
    if pair.a.when is None and pair.b.when is None and min(pair.a.prominence, pair.b.prominence) < TOPIC:
        return Seen(-0.6, "neither is dated")
    return None


def own_interval(node: Node) -> Interval | None:
    """When a node says that it was; the third tells whether that is a week or less."""
    when = node.when
    if isinstance(when, Time) and when.start and when.end and when.granularity != "vague":
        early = DAY if when.granularity == "week" else NONE  # weeks that begin on a Sunday
        return when.start - early, when.end, when.granularity in FINE
    if when is not None and (when.start or when.end):
        far = timedelta(days=3660)
        start, end = when.start or when.end, when.end or when.start
        assert start and end  # noqa: S101 - one of them is there
        return (start - far if when.start is None else start), (end + far if when.end is None else end), False
    return None


def news_interval(node: Node) -> Interval | None:
    """When a topic told as past without a date can have been: the news days before publication, or an aftermath's."""
    if node.published is None or node.modality != "happened" or node.prominence < TOPIC:
        return None
    return node.published - (AFTERMATH if node.aftermath else NEWS), _end_of_news(node.published), False


def _end_of_news(published: datetime) -> datetime:
    """A report cannot tell of what came after it: up to its day's end, or its minute and what clocks differ by.

    Times without a zone are local ones written as UTC, so the publication's own clock is taken the same way.
    """
    local = published.replace(tzinfo=UTC)
    whole_day = (local.hour, local.minute) == (0, 0)
    return local + (DAY if whole_day else CLOCKS)


def _is_to_come(node: Node) -> bool:
    """Whether its own time lies after its report."""
    when, published = node.when, node.published
    return bool(when and when.start and published and when.start >= published.replace(tzinfo=UTC) + CLOCKS)


def _is_over(coming: Node, published: datetime | None) -> bool:
    """Whether what one report expects was to begin before another was published."""
    when = coming.when
    return bool(when and when.start and published and when.start < published.replace(tzinfo=UTC) + CLOCKS)
