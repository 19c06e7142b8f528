"""The explained score: are two nodes one occurrence? A table of features, each a small function that says what it saw.

A feature answers None where one side is silent: silence is neither for nor against. A veto keeps two nodes apart
whatever else agrees, because a wrong merge invents corroboration and is worse than a split.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from crosswire.compare import Scale, compare
from crosswire.events.nodes import FINE, Node
from crosswire.model import Frame, Party, Quantity, Text, Time, Value

DAY = timedelta(days=1)
WORD = re.compile(r"[a-z]{4,}")
NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
CALENDAR = frozenset(f"{date(2026, month, 1):%B}" for month in range(1, 13)) | frozenset(
    f"{date(2026, 6, day):%A}" for day in range(1, 8)
)
CLOCKS = timedelta(hours=14)  # as far as local clocks stand apart
NEWS = timedelta(days=3)  # an event told in the past tense without a date is at most this old in a news report
SAME_AT, VETO = 2.0, -99.0
NUMBER_POINTS = {"same": 0.6, "compatible": 0.4, "apart": 0.0, "conflict": -0.3}
DAY_APART = -0.95  # two dates a day apart are two events unless all else speaks for one told across time zones
TOPIC = 0.7  # a mention this prominent is what its report is about


@dataclass(frozen=True, slots=True)
class Seen:
    """What one feature saw: its points and the words for it."""

    points: float
    why: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """Same, different or unsure, with the score and every reason."""

    verdict: Literal["same", "different", "unsure"]
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two nodes of one frame, and what comparing them needs."""

    a: Node
    b: Node
    frame: Frame
    scale: Scale
    stories: frozenset[frozenset[str]] = frozenset()

    @property
    def same_report(self) -> bool:
        """Whether one report tells of both."""
        return self.a.report == self.b.report


Feature = Callable[[Pair], Seen | None]


def judge(pair: Pair) -> Judgement:
    """Add up the features; a veto decides alone."""
    seen = [s for s in (feature(pair) for feature in FEATURES) if s is not None]
    vetoes = [s for s in seen if s.points <= VETO]
    reasons = tuple(s.why for s in (vetoes or seen))
    if vetoes:
        return Judgement("different", VETO, reasons)
    score = round(sum(s.points for s in seen), 2)
    if score >= SAME_AT:
        return Judgement("same", score, reasons)
    days_apart = any(s.points == DAY_APART for s in seen)
    return Judgement("different" if days_apart else "unsure", score, reasons)


def kind_of_telling(pair: Pair) -> Seen | None:
    """General statements ("tests over the past year") are no occurrence; an expected event is not one that happened."""
    modalities = {pair.a.modality, pair.b.modality}
    if modalities & {"general", "hypothetical"}:
        return Seen(VETO, "one speaks in general or hypothetically")
    if pair.same_report and max(pair.a, pair.b, key=lambda n: n.order).mentions[0].another:
        return Seen(VETO, "the report calls it another one")
    coming = [n for n in (pair.a, pair.b) if n.modality == "expected" and _is_to_come(n)]
    if modalities == {"happened", "expected"} and coming:
        return Seen(VETO, "one is past, the other is dated to come")
    if modalities == {"happened", "expected"}:
        return Seen(-0.4, "one tells of it as past, the other as coming")
    if modalities == {"expected"} and not pair.same_report:
        return Seen(0.8, "both tell of it as coming")
    return None


def family(pair: Pair) -> Seen | None:
    """One occurrence may be told as several kinds (an attack, an explosion, a killing), but mostly is not."""
    if pair.a.frame == pair.b.frame:
        return None
    return Seen(-0.5, f"told as {pair.a.frame} and as {pair.b.frame}".replace("_", " "))


def time(pair: Pair) -> Seen | None:
    """When: the same day counts most, the same month little; different times exclude."""
    a, b = _interval(pair.a, pair), _interval(pair.b, pair)
    if a is None or b is None:
        return _one_time(pair)
    (a1, a2, fine_a), (b1, b2, fine_b) = a, b
    both_dated = pair.a.when is not None and pair.b.when is not None
    slack = DAY if both_dated and not pair.same_report else timedelta(0)
    if a1 - slack >= b2 or b1 - slack >= a2:
        return Seen(VETO, f"different times ({_day(a1)} and {_day(b1)})")
    if _exact(pair.a) and _exact(pair.b) and _minutes_apart(a1, b1):
        return Seen(VETO, f"different times of day ({a1:%H:%M} and {b1:%H:%M})")
    if a1 >= b2 or b1 >= a2:
        return Seen(DAY_APART, f"a day apart ({_day(a1)} and {_day(b1)}), which time zones could explain")
    if fine_a and fine_b:
        return Seen(1.4, f"the same time ({_day(max(a1, b1))})")
    return Seen(0.5, "times that overlap")


def _exact(node: Node) -> bool:
    return node.when is not None and node.when.granularity == "minute"


def _minutes_apart(a: datetime, b: datetime) -> bool:
    """Whether two clock times are two moments: more than half an hour apart, and by no whole hours of time zones."""
    minutes = abs((a - b).total_seconds()) / 60
    return minutes > 30 and (minutes % 60 != 0 or minutes > CLOCKS.total_seconds() / 60)


def _one_time(pair: Pair) -> Seen | None:
    """One time for two: what a report tells without a date is its news, not what it looks back on."""
    dated, other = (pair.a, pair.b) if pair.a.when is not None else (pair.b, pair.a)
    when, published = dated.when, other.published
    if not pair.same_report:
        past = when is not None and when.end is not None and published is not None and when.end < published - 2 * NEWS
        return Seen(-1.0, "only one is dated, to before the other's news") if past else None
    if when is None:
        return Seen(0.5, "one report, which names no time for either")
    if when.start is None or when.end is None:
        return Seen(-0.5, f"{when.text!r} names no definite time")
    if when.end - when.start > timedelta(days=14):
        return Seen(-1.0, f"{when.text!r} dates no single occurrence")
    if published is not None and when.end < published - 2 * NEWS:
        return Seen(-0.4, f"only one is dated, to before the news ({when.text!r})")
    return Seen(0.8, "one report, and only one names a time")


def actors(pair: Pair) -> Seen | None:
    """Who: the same actor in the same part counts; two different ones exclude where the frame says so."""
    best: Seen | None = None
    for name, left in pair.a.values.items():
        for other in pair.b.values.get(name, ()):
            for value in left:
                if not (isinstance(value, Party) and isinstance(other, Party)):
                    continue
                agreement = compare(value, other, pair.scale)
                if agreement.agrees:
                    return Seen(0.9, f"{name}: {agreement.why}")
                if agreement.relation == "conflict" and pair.frame.same_if.get(name) == "equal":
                    best = Seen(VETO, f"{name}: {agreement.why}")
    return best


def places(pair: Pair) -> Seen | None:
    """Where: near or containing counts, far apart speaks against."""
    found = [
        (part, compare(a, b, pair.scale))
        for part, a in pair.a.of_type("place")
        for other, b in pair.b.of_type("place")
        if part == other
    ]
    agreeing = [f for _, f in found if f.agrees]
    if agreeing:
        return Seen(0.9, agreeing[0].why)
    against = [(part, f) for part, f in found if f.relation == "conflict"]
    if not against:
        return None
    deciding = [f for part, f in against if part in pair.frame.same_if]
    return Seen(VETO, deciding[0].why) if deciding else Seen(-0.5, against[0][1].why)


def objects(pair: Pair) -> Seen | None:
    """What: the same kind of thing."""
    for name, left in pair.a.values.items():
        for other in pair.b.values.get(name, ()):
            if any(isinstance(v, Text) and isinstance(other, Text) and v.name == other.name for v in left):
                return Seen(0.4, f"the same {name}")
    return None


def numbers(pair: Pair) -> Seen | None:
    """How many, how strong: equal numbers count; unequal ones speak against a little, as tolls grow and are revised."""
    points, why = 0.0, []
    for name, left in pair.a.values.items():
        found = [
            compare(value, other, pair.scale)
            for value in left
            for other in pair.b.values.get(name, ())
            if isinstance(value, Quantity) and isinstance(other, Quantity)
        ]
        bound = _bound(pair.frame.same_if.get(name))
        if bound is not None and _farther(pair.a.values[name], pair.b.values.get(name, ()), bound):
            return Seen(VETO, f"{name}: more than {bound:g} apart")
        if found:
            best = min(found, key=lambda agreement: -NUMBER_POINTS[agreement.relation])
            against = best.relation == "conflict"
            points += -0.9 if against and pair.same_report else NUMBER_POINTS[best.relation]
            why.append(f"{name}: {best.why}")
    return Seen(max(-1.2, min(1.0, points)), "; ".join(why)) if why and points else None


def _bound(rule: str | None) -> float | None:
    """The number in "within 0.4"; None for rules in words ("within a day")."""
    match = re.fullmatch(r"within (\d+(?:\.\d+)?)", rule or "")
    return float(match.group(1)) if match else None


def _farther(left: Sequence[Value], right: Sequence[Value], bound: float) -> bool:
    """Whether all exact numbers of the two sides are more than `bound` apart."""
    pairs = [
        abs(a.low - b.low)
        for a in left
        for b in right
        if isinstance(a, Quantity) and isinstance(b, Quantity) and a.low is not None and b.low is not None
    ]
    return bool(pairs) and min(pairs) > bound


def headline(pair: Pair) -> Seen | None:
    """Both reports make it their topic: each mention stands in a title or lead."""
    if pair.same_report or min(pair.a.prominence, pair.b.prominence) < 0.8:
        return None
    return Seen(0.4, "the topic of both reports")


def words(pair: Pair) -> Seen | None:
    """How they are called: the same words for the event ("party congress")."""
    shared = phrase_words(pair.a) & phrase_words(pair.b)
    return Seen(min(0.8, 0.4 * len(shared)), f"both say {', '.join(sorted(shared))!r}") if shared else None


def names(pair: Pair) -> Seen | None:
    """Names that stand in both sentences beside who and where: a ship, a school, a storm."""
    shared = name_words(pair.a) & name_words(pair.b)
    return Seen(min(0.6, 0.3 * len(shared)), f"both name {', '.join(sorted(shared))}") if shared else None


def story(pair: Pair) -> Seen | None:
    """The two reports tell one main story, so what they look back on or ahead to is mostly the same too."""
    if pair.same_report or frozenset((pair.a.report, pair.b.report)) not in pair.stories:
        return None
    return Seen(0.8, "the reports tell one story")


def undated(pair: Pair) -> Seen | None:
    """Two past events of two reports with no time between them are mostly two."""
    if pair.same_report or "expected" in (pair.a.modality, pair.b.modality):
        return None
    if pair.a.when is None and pair.b.when is None and min(pair.a.prominence, pair.b.prominence) < TOPIC:
        return Seen(-0.6, "neither is dated")
    return None


def together(pair: Pair) -> Seen | None:
    """One report mostly speaks of one event of a kind, unless it tells them apart."""
    return Seen(0.9, "told in one report") if pair.same_report else None


FEATURES: Sequence[Feature] = (
    kind_of_telling,
    family,
    time,
    undated,
    actors,
    places,
    objects,
    numbers,
    words,
    names,
    headline,
    story,
    together,
)


def _interval(node: Node, pair: Pair) -> tuple[datetime, datetime, bool] | None:
    """When a node can have been: its own time, else the news days before publication for a topic told as past."""
    when = node.when
    if isinstance(when, Time) and when.start and when.end and when.granularity != "vague":
        return when.start, when.end, when.granularity in FINE
    if when is not None and (when.start or when.end):
        far = timedelta(days=3660)
        start, end = when.start or when.end, when.end or when.start
        assert start and end  # noqa: S101 - one of them is there
        return (start - far if when.start is None else start), (end + far if when.end is None else end), False
    if pair.same_report or node.published is None or node.modality != "happened" or node.prominence < TOPIC:
        return None
    return node.published - NEWS, _end_of_news(node.published), False


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


def phrase_words(node: Node) -> set[str]:
    """The longer words of what the event is called where it is first told, the frame's own word left out."""
    first = node.mentions[0]
    return set(WORD.findall(first.phrase.exact.lower())) - set(WORD.findall(first.trigger.exact.lower()))


def name_words(node: Node) -> set[str]:
    """Capitalised words inside the sentences of a node that are no part of its parties, places and times."""
    known = {
        w for told in node.values.values() for v in told for w in NAME.findall(f"{v.text} {getattr(v, 'name', '')}")
    }
    found = {w for m in node.mentions for w in NAME.findall(m.sentence.exact[1:])}
    return found - known - CALENDAR


def _day(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d")
