"""Features of what two reports are about: their words, their days, their headlines, the events in their leads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple

from crosswire.events.days import alike
from crosswire.events.nodes import Node
from crosswire.events.pairs import VETO, Facets, Judged, Seen
from crosswire.events.words import like, shared

DAY, MONTH, SEASON = timedelta(days=1), timedelta(days=30), timedelta(days=90)
PER_TEXT, PER_LEAD, PER_HEADLINE = 6.7, 3.0, 2.0
GAPS = ((1 * DAY, 0.1), (3 * DAY, -0.6), (7 * DAY, -0.9), (MONTH, -2.4), (SEASON, -3.6))  # apart at most, points
LONG, UNDATED = VETO, -0.3
TOPICS = 0.8
SERIES = "series"  # what keeps apart the fresh events of one kind that repeats
# Points where all the days that two reports name are the same, and where none is: undated stories of one subject
# .753 to .770, large events pair precision .89 to .91, running stories .65 to .70. More splits events told for days.
SAME_DAYS, OTHER_DAYS = 1.0, -0.5


class NewsPair(NamedTuple):
    """Two news nodes: how alike their texts, leads and headlines are, how far they name the same days (None where one
    names none), and what was judged of the events told first."""

    a: Node
    b: Node
    likes: Sequence[float]
    days: float | None
    topics: Judged | None = None


def text(pair: NewsPair) -> Seen | None:
    """The words that tell each report from others: how many are common to both, the rarer the more."""
    return _alike(pair, 0, PER_TEXT, "the texts")


def lead(pair: NewsPair) -> Seen | None:
    """The words of the first paragraphs, where news is told."""
    return _alike(pair, 1, PER_LEAD, "the leads")


def headline(pair: NewsPair) -> Seen | None:
    """The words of the headlines; many outlets, many puns, so that it counts least."""
    return _alike(pair, 2, PER_HEADLINE, "the headlines")


def _alike(pair: NewsPair, part: int, per: float, what: str) -> Seen | None:
    like = pair.likes[part]
    if not like:
        return None
    return Seen(round(per * like, 2), what + " are alike by {:.2f}: {}", (like, Common(pair.a, pair.b, part)))


class Common(NamedTuple):
    """The words that two reports share most of, put together when they are shown."""

    a: Node
    b: Node
    part: int

    def __format__(self, spec: str) -> str:
        return ", ".join(shared(self.a.about[self.part], self.b.about[self.part])[:5])


def days(pair: NewsPair) -> Seen | None:
    """News is told within days: a day or less speaks for one event, more against; after three months it is other."""
    points, gap = _gap(pair)
    if gap is None:
        return Seen(points, "one of them has no date")
    return (
        Seen(points, "published {} days apart", (gap.days,)) if gap.days > 1 else Seen(points, "published within a day")
    )


def _gap(pair: NewsPair) -> tuple[float, timedelta | None]:
    if pair.a.published is None or pair.b.published is None:
        return UNDATED, None
    gap = abs(pair.a.published - pair.b.published)
    for most, points in GAPS:
        if gap <= most:
            return points, gap
    return LONG, gap


def days_told(pair: NewsPair) -> Seen | None:
    """The days that each names near its beginning: two events of one story are told with the same names and words,
    but happened on a Tuesday and on a Friday."""
    if pair.days is None:
        return None
    if not pair.days:
        return Seen(OTHER_DAYS, "they tell of other days")
    return Seen(round(SAME_DAYS * pair.days, 2), "they tell of the same days: {}", (Common(pair.a, pair.b, 3),))


def topics(pair: NewsPair) -> Seen | None:
    """The events that the two reports tell first: one event, or two that exclude each other."""
    if pair.topics is None:
        return None
    if pair.topics.verdict == "same":
        return Seen(TOPICS, "the events they tell first are one")
    if pair.topics.verdict != "different":
        return None
    if any(name == SERIES for name, _ in pair.topics.seen):
        return Seen(VETO, "the events they tell first are two: {}", pair.topics.reasons)
    return Seen(-1.5, "the events they tell first are two")


NEWS_FEATURES: Mapping[str, Callable[[NewsPair], Seen | None]] = {
    feature.__name__: feature for feature in (text, lead, headline, days, days_told, topics)
}


def at_most(pair: NewsPair) -> float:
    """What a pair can score at the most: as if the events told first were one."""
    like = PER_TEXT * pair.likes[0] + PER_LEAD * pair.likes[1] + PER_HEADLINE * pair.likes[2]
    told = days_told(pair)
    return like + _gap(pair)[0] + (told.points if told is not None else 0.0) + TOPICS + 0.02  # for rounding


def news_pair(a: Node, b: Node, left: Facets, right: Facets) -> NewsPair:
    """Two news nodes compared, the smaller id first, so that it does not matter which is named first."""
    *ours, our_days = left.weights
    *theirs, their_days = right.weights
    likes = [like(x, y) for x, y in zip(ours, theirs, strict=True)]
    told = alike(our_days, their_days)
    return NewsPair(a, b, likes, told) if a.id < b.id else NewsPair(b, a, likes, told)
