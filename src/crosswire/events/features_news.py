"""Features of what two reports are about: their words, their days, their headlines, the events in their leads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from crosswire.events.nodes import Node
from crosswire.events.pairs import Judged, Seen
from crosswire.events.words import likeness

PER_LIKENESS = 10.0
MOST = 5.0
ENOUGH = 12  # words; of fewer, two that agree may do so by chance


@dataclass(frozen=True, slots=True)
class NewsPair:
    """Two news nodes, and what was judged of the events that the reports tell first."""

    a: Node
    b: Node
    topics: Judged | None


def text(pair: NewsPair) -> Seen | None:
    """The words that tell each report from others: how many are common to both, the rarer the more."""
    one = dict(zip(pair.a.words, pair.a.weights, strict=True))
    like = likeness(one, pair.b.words, pair.b.weights) * min(1.0, min(len(pair.a.words), len(pair.b.words)) / ENOUGH)
    shared = [w for w in pair.b.words if w in one][:5]
    if not shared:
        return None
    return Seen(round(min(MOST, PER_LIKENESS * like), 2), f"alike by {like:.2f}: {', '.join(shared)}")


def days(pair: NewsPair) -> Seen | None:
    """News is told within days: the same day speaks for one event, each day between against."""
    if pair.a.published is None or pair.b.published is None:
        return Seen(-0.6, "one of them has no date")
    gap = abs(pair.a.published - pair.b.published)
    if gap <= timedelta(days=1):
        return Seen(0.2, "published within a day")
    if gap <= timedelta(days=3):
        return Seen(-0.2, f"published {gap.days} days apart")
    return Seen(max(-6.0, -0.4 * gap.days), f"published {gap.days} days apart")


def topics(pair: NewsPair) -> Seen | None:
    """The events that the two reports tell first: one event, or two that exclude each other."""
    if pair.topics is None:
        return None
    if pair.topics.verdict == "same":
        return Seen(0.8, "the events they tell first are one")
    return Seen(-1.5, "the events they tell first are two") if pair.topics.verdict == "different" else None


NEWS_FEATURES: Sequence[Callable[[NewsPair], Seen | None]] = (text, days, topics)
