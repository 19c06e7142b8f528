"""One day, or one moment, told in two manners: by its parts, its name, roundly, or by the clocks of two zones."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from crosswire.events.days import DAY_OF_MONTH, DAY_OF_WEEK
from crosswire.events.nodes import CLOCKS, Node
from crosswire.events.pairs import Interval, Pair, Seen

DAY, WEEK = timedelta(days=1), timedelta(days=7)
UNIVERSAL = re.compile(r"\b(?:GMT|UTC)\b")
ZONED = re.compile(r"\b(?:GMT|UTC|[ECMP][SD]?T|Eastern|Central|Mountain|Pacific|local|[A-Z]?ST)\b")
ROUNDLY = 30  # minutes that two clock times of one moment may differ by
EVENLY = 5  # and besides whole hours of time zones


def parts_of_a_day(pair: Pair, a: datetime, b: datetime) -> Seen | None:
    """ "In the late afternoon", "early in the evening": one day's parts are told vaguely, where a kind is told once."""
    if pair.frame.repeats or a.date() != b.date() or (_exact(pair.a) and _exact(pair.b)):
        return None
    return Seen(1.0, "one day ({:%Y-%m-%d}), told by its parts", (a,))


def one_weekday(pair: Pair, a: datetime, b: datetime) -> Seen | None:
    """The same day of the week, told by its name by two reports of one day or the next, that was read a week apart:
    "early Saturday local time", told on Friday where it was still Friday, and on Saturday."""
    dates = [n.published for n in (pair.a, pair.b) if n.published is not None]
    texts = [n.when.text for n in (pair.a, pair.b) if n.when is not None]
    if abs(a.date() - b.date()) != WEEK or len(dates) < 2 or abs(dates[0] - dates[1]) > DAY or len(texts) < 2:
        return None
    one, other = ({day.lower() for day in DAY_OF_WEEK.findall(text)} for text in texts)
    if one.isdisjoint(other) or any(DAY_OF_MONTH.search(text) for text in texts):
        return None
    return Seen(1.0, "both on {:%A}, by reports of one day", (a,))


def by_universal_time(pair: Pair, a: Interval, b: Interval) -> Seen | None:
    """One tells a moment by GMT and the other a day that was its own where it happened: "11:35 p.m. GMT on June 19" was
    Thursday the 20th at Hormuz."""
    (moment, when), (day, other) = sorted(((a, pair.a), (b, pair.b)), key=lambda two: two[0][1] - two[0][0])
    if not _exact(when) or _exact(other) or when.when is None or not UNIVERSAL.search(when.when.text):
        return None
    if not day[0] - CLOCKS <= moment[0] < day[1] + CLOCKS:
        return None
    return Seen(0.5, "{:%H:%M} by universal time, which may be the other's day where it was", (moment[0],))


def two_clocks(pair: Pair, a: datetime, b: datetime) -> Seen | None:
    """Two clock times whole hours apart, one with its zone, of what is told once: "2:30 a.m. EDT", "2:30am"."""
    zoned = any(n.when is not None and ZONED.search(n.when.text) for n in (pair.a, pair.b))
    if pair.frame.repeats or not zoned or not (_exact(pair.a) and _exact(pair.b)):
        return None
    return Seen(0.0, "{:%H:%M} and {:%H:%M}, which may be clocks of two zones", (a, b))


def one_moment(pair: Pair, a: datetime, b: datetime) -> Seen | None:
    """Two clock times of one day that are one told roundly: "at 9:28" and "around 9:30"; an aftershock may follow so
    soon."""
    if not (_exact(pair.a) and _exact(pair.b)) or abs((a - b).total_seconds()) > ROUNDLY * 60:
        return None
    points = 0.5 if pair.frame.repeats else 1.4
    return Seen(points, "one moment told roundly ({:%H:%M} and {:%H:%M})", (min(a, b), max(a, b)))


def two_moments(pair: Pair, a: datetime, b: datetime) -> bool:
    return _exact(pair.a) and _exact(pair.b) and _minutes_apart(a, b)


def _exact(node: Node) -> bool:
    return node.when is not None and node.when.granularity == "minute"


def _minutes_apart(a: datetime, b: datetime) -> bool:
    """Whether two clock times are two moments: more than half an hour apart, and by no whole hours of time zones."""
    minutes = abs((a - b).total_seconds()) / 60
    off = min(minutes % 60, -minutes % 60)
    return minutes > ROUNDLY and (off > EVENLY or minutes > CLOCKS.total_seconds() / 60)
