"""Which events stand beside the main one, and as what: as background, as what came of it, as what is to come.

A reader is shown what a report tells as come about. What is only named by the way, or held possible, stands in what
somebody says; what cannot be told from the main event, or from another that is shown, is no event beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta

from crosswire.events.aside import is_past
from crosswire.events.chosen import agree
from crosswire.events.nodes import CLOCKS, FINE, OPEN, Node
from crosswire.events.pairs import Judged
from crosswire.events.story import Told
from crosswire.model import Modality, Party, Place, Role, Text, Time, Value

Explain = Callable[[str, str], Judged]
Akin = Callable[[Node, Node], bool]
WEEK = timedelta(days=7)
UNREAL: frozenset[Modality] = frozenset({"hypothetical", "general", "expected"})


def beside(
    main: Told, others: Sequence[Told], latest: datetime | None, judged: tuple[Akin, Explain]
) -> Iterator[tuple[Told, Role, bool]]:
    """The events beside the main one, each with its part and whether a reader is shown it."""
    shown = [main]
    for one in others:
        role = role_of(one, main, latest)
        to_show = _is_expected(one) if role == "ahead" else is_told(one)
        is_shown = to_show and not any(_may_be(one, other, judged) for other in shown)
        if is_shown:
            shown.append(one)
        yield one, role, is_shown


def is_told(one: Told) -> bool:
    """Whether reports tell it as come about: one does by a verb of its own, or with its day, or two do. What no frame
    knows is told in a lead, as the story itself or a piece of it, unless it was long before."""
    if one.modality in UNREAL or (one.frame.name == OPEN and not _was_long_before(one)):
        return False
    if one.modality == "negated" or len({n.report for n in one.nodes}) > 1:
        return True
    telling = {n.telling for n in one.nodes}
    if one.when is None:
        return "told" in telling and bool(_answers(one))
    return telling != {"aside"}


def _is_expected(one: Told) -> bool:
    """Whether a report puts it ahead, or gives it a day: not what it is only said to come before ("shortly before his
    meeting"), nor what it tells of a day long past."""
    return (one.modality == "expected" or one.when is not None) and not _was_long_before(one)


def _was_long_before(one: Told) -> bool:
    return one.when is not None and any(is_past(one.when, n.published) for n in one.nodes)


def _may_be(one: Told, other: Told, judged: tuple[Akin, Explain]) -> bool:
    """Whether nothing tells an event from another of its kind: no day of its own, no place, name or other answer."""
    akin, explain = judged
    pairs = [(a, b) for a in one.nodes for b in other.nodes if akin(a, b)]
    if not pairs or _has_own_time(one, other) or _answer_apart(one, other):
        return False
    if one.modality not in (other.modality, "expected"):
        return False
    return not any(explain(a.id, b.id).verdict == "different" for a, b in pairs)


def _has_own_time(one: Told, other: Told) -> bool:
    """Whether an event has a time, and the other one that it does not meet; or none, where it is no day of the news."""
    when, then = one.when, other.when
    if when is None or when.start is None or when.end is None:
        return False
    if then is None or then.start is None or then.end is None:
        return one.modality == "expected" or not any(_is_news(when, n) for n in one.nodes)
    return when.end <= then.start or then.end <= when.start


def _is_news(when: Time, node: Node) -> bool:
    """Whether a time is a day of the week before its report."""
    fresh = node.published is not None and when.end is not None and when.end > node.published - WEEK
    return when.granularity in FINE and fresh


def _answer_apart(one: Told, other: Told) -> bool:
    """Whether both answer a question, and nothing that one answers agrees with what the other does."""
    mine, theirs = _answers(one), _answers(other)
    return any(not any(agree(a, b) for a in mine[name] for b in theirs[name]) for name in mine.keys() & theirs.keys())


def _answers(one: Told) -> dict[str, list[Value]]:
    """What is told of an event in words: who, where, whom and what."""
    found: dict[str, list[Value]] = {}
    for name, values in (pair for n in one.nodes for pair in n.values):
        found.setdefault(name, []).extend(v for v in values if isinstance(v, Party | Place | Text))
    return {name: values for name, values in found.items() if values}


def role_of(told: Told, main: Told, latest: datetime | None) -> Role:
    """The part of an event beside the main one."""
    when, then = told.when, main.when
    if is_ahead(told, latest):
        return "ahead"
    if when is not None and when.start and when.end and then is not None and then.start:
        if when.end <= then.start or when.granularity not in FINE:
            return "background"
        return "reaction" if when.start >= then.start and told.frame.response else "background"
    past = any(n.sequence == "before" for n in told.nodes) or (when is not None and when.granularity not in FINE)
    if past or told.modality != "happened" or (when is not None and when.start is None):
        return "background"
    shared = {n.report for n in main.nodes} & {n.report for n in told.nodes}
    return "reaction" if shared and main.frame.aftermath and told.frame.response else "background"


def is_ahead(told: Told, latest: datetime | None) -> bool:
    """Whether it is still to come."""
    when = told.when
    if told.modality == "expected" and when is not None and when.end and latest and when.end > latest:
        return True  # "will visit on Thursday", and the day is not over
    if when is not None and when.start and latest and when.start > latest - timedelta(days=1):
        if told.modality == "happened" and when.start <= latest + CLOCKS:
            return False  # what was told on the evening of the 3rd, in UTC, happened on the morning of the 4th in Seoul
        return when.end is None or when.end > latest + timedelta(days=1)
    after = 2 * sum(n.sequence == "after" for n in told.nodes) > len(told.nodes)  # one of many may just look ahead
    return told.modality == "expected" or (after and when is None)
