"""Features of time: when the two can have been, and what excludes that they are one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from crosswire.events.clocks import by_universal_time, one_moment, one_weekday, parts_of_a_day, two_clocks, two_moments
from crosswire.events.days import MONTHS, WEEKDAYS, called
from crosswire.events.nodes import CLOCKS, FINE, Node
from crosswire.events.pairs import TOPIC, VETO, Interval, Pair, Seen
from crosswire.model import Time

DAY, NONE = timedelta(days=1), timedelta(0)
NEWS = timedelta(days=3)  # an event told in the past tense without a date is at most this old in a news report
AFTERMATH = timedelta(days=30)  # the dead of a collapse are counted, searched for and mourned for a month
FAR_BACK = 0.3
DEAD = frozenset({"death", "deaths", "killing"})
NAMED_DAY = 0.9
AGAIN = ((2 * DAY, -2.0), (DAY, -0.5))  # told without dates so far apart, of a kind that repeats: points
AFTER = ((2 * DAY, -1.0), (DAY, 0.0))  # one told without a date so long after the day of the other
DAY_APART = -1.45  # two dates a day apart are two events unless all else speaks for one told across time zones


def time(pair: Pair) -> Seen | None:
    """When: the same day counts most, the same month little; different times exclude."""
    a, b = pair.left.own, pair.right.own
    if not pair.same_report:
        a, b = a or pair.left.news, b or pair.right.news
    if a is None or b is None:
        return _by_name(pair) or _one_time(pair)
    (a1, a2, fine_a), (b1, b2, fine_b) = a, b
    if a1 >= b2 or b1 >= a2:
        if None in (pair.left.own, pair.right.own) and _dies_once(pair):
            return None
        if (apart := _apart(pair, a, b)) is not None:
            return apart
    if two_moments(pair, a1, b1):
        return Seen(VETO, "different times of day ({:%H:%M} and {:%H:%M})", (a1, b1))
    if fine_a and fine_b:
        return Seen(1.4, "the same time ({:%Y-%m-%d})", (max(a1, b1),))
    return _overlap(pair)


def _dies_once(pair: Pair) -> bool:
    """Whether somebody of one name dies in both: who tells it without a date may tell it a week later."""
    if pair.a.frame not in DEAD or pair.b.frame not in DEAD:
        return False
    return any(not names.isdisjoint(pair.right.called.get(part, ())) for part, names in pair.left.called.items())


def _apart(pair: Pair, a: Interval, b: Interval) -> Seen | None:
    """What times that do not touch speak: two, unless one day was told by its parts, its name or in two zones."""
    (a1, a2, _), (b1, b2, _) = a, b
    if (one_day := parts_of_a_day(pair, a1, b1) or one_weekday(pair, a1, b1)) is not None:
        return one_day
    both_dated = pair.a.when is not None and pair.b.when is not None
    slack = DAY if both_dated and not pair.same_report else NONE
    if slack and (roundly := one_moment(pair, a1, b1)) is not None:
        return roundly
    if a1 - slack >= b2 or b1 - slack >= a2:
        return Seen(VETO, "different times ({:%Y-%m-%d} and {:%Y-%m-%d})", (a1, b1))
    if two_moments(pair, a1, b1):
        return None
    explained = by_universal_time(pair, a, b) or two_clocks(pair, a1, b1)
    words = "a day apart ({:%Y-%m-%d} and {:%Y-%m-%d}), which time zones could explain"
    return explained or Seen(DAY_APART, words, (a1, b1))


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


def _one_time(pair: Pair) -> Seen | None:
    """One time for two: what a report tells without a date is its news, not what it looks back on."""
    dated, other = (pair.a, pair.b) if pair.a.when is not None else (pair.b, pair.a)
    when = dated.when
    if not pair.same_report:
        past = when is not None and _is_before_news(when, other)
        return Seen(-1.0, "only one is dated, to before the other's news") if past else None
    if when is None:
        one_kind = pair.a.frame == pair.b.frame
        return Seen(0.5, "one report, which names no time for either") if one_kind else None
    if when.start is None or when.end is None:
        return Seen(-0.5, "{!r} names no definite time", (when.text,))
    if when.end - when.start > timedelta(days=14):
        return Seen(-1.0, "{!r} dates no single occurrence", (when.text,))
    if _is_before_news(when, other) and not pair.a.sentences[:1] == pair.b.sentences[:1] != ():
        return Seen(-0.4, "only one is dated, to before the news ({!r})", (when.text,))
    return Seen(0.8, "one report, and only one names a time")


def _by_name(pair: Pair) -> Seen | None:
    """What the names of two days speak, of which one at least has no date: "Friday" in a report that has none."""
    left, right = pair.left.days, pair.right.days
    if not left or not right:
        return None
    if left & right:
        return Seen(NAMED_DAY, "both on {}", (max(left & right),))
    if {name in WEEKDAYS for name in left}.isdisjoint(name in WEEKDAYS for name in right):
        return None
    points = VETO if pair.same_report else DAY_APART
    return Seen(points, "different days ({} and {})", (max(left), max(right)))


def called_days(node: Node) -> frozenset[str]:
    """The names of the one day that a node is told of, with a date or without one."""
    when = node.when
    if when is None:
        told = (v for v in node.answers("when") if isinstance(v, Time) and v.granularity == "day" and v.start is None)
        return frozenset(name for time in told for name in called(time.text))
    if when.start is None or when.end is None or when.end - when.start > DAY:
        return frozenset()
    return frozenset((WEEKDAYS[when.start.weekday()], f"{MONTHS[when.start.month - 1][:3]} {when.start.day}"))


def _is_before_news(when: Time, other: Node) -> bool:
    """Whether a time is so long before a report that what it tells without a date is mostly another event."""
    if when.end is None or other.published is None or other.tried:
        return False
    return when.end < other.published - (AFTERMATH if other.aftermath else 2 * NEWS)


def is_fresh(node: Node) -> bool:
    """Whether a node tells the day, or a finer time, of what happened in the days before its report."""
    own, published = own_interval(node), node.published
    if own is None or published is None or not own[2]:
        return False
    return -DAY <= published.replace(tzinfo=UTC) - own[0] <= NEWS


def undated(pair: Pair) -> Seen | None:
    """Two past events of two reports with no time between them are mostly two; what did not happen has no day."""
    if pair.same_report or not {"expected", "negated"}.isdisjoint((pair.a.modality, pair.b.modality)):
        return None
    if pair.a.when is None and pair.b.when is None and min(pair.a.prominence, pair.b.prominence) < TOPIC:
        return Seen(-0.6, "neither is dated")
    return None


def own_interval(node: Node) -> Interval | None:
    """When a node says that it was; the third tells whether that is a week or less."""
    when = node.when
    if when is not None and when.start and when.end and _is_found(node):
        return when.start - 2 * NEWS, when.end, False
    if isinstance(when, Time) and when.start and when.end and when.granularity != "vague":
        early = DAY if when.granularity == "week" else NONE  # weeks that begin on a Sunday
        return when.start - early, when.end, when.granularity in FINE
    if when is not None and (when.start or when.end):
        far = timedelta(days=3660)
        start, end = when.start or when.end, when.end or when.start
        assert start and end  # noqa: S101 - one of them is there
        return (start - far if when.start is None else start), (end + far if when.end is None else end), False
    return None


def _is_found(node: Node) -> bool:
    """Whether its day is that on which somebody was found dead, who may have died in the days before."""
    return node.frame in DEAD and bool(node.phrases) and node.phrases[0].lower().startswith(("found", "discovered"))


def news_interval(node: Node) -> Interval | None:
    """When a topic told as past without a date can have been: the news days before publication, or an aftermath's."""
    if node.published is None or node.modality != "happened" or node.prominence < TOPIC:
        return None
    if node.tried:
        return None  # who is tried for it was caught first
    return node.published - (AFTERMATH if node.aftermath else NEWS), _end_of_news(node.published), False


def _end_of_news(published: datetime) -> datetime:
    """A report cannot tell of what came after it: up to its day's end, or its minute and what clocks differ by.

    Times without a zone are local ones written as UTC, so the publication's own clock is taken the same way.
    """
    local = published.replace(tzinfo=UTC)
    whole_day = (local.hour, local.minute) == (0, 0)
    return local + (DAY if whole_day else CLOCKS)
