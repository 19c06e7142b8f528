"""Figures over time: what an origin said last stands, what it said before is history; so with a toll that grows.

The last is what was told *first* last: a paper that prints at six what the police said at noon does not call back what
they said at five.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import inf

from crosswire.compare import Scale, compare
from crosswire.facts.align import Answer, Backed, end_of, relation
from crosswire.facts.origins import independent
from crosswire.model import Attribute, Quantity, Value

HALF_DAY = timedelta(hours=12)  # whoever tells it, a higher toll this much later is a count that grew
HOURS = timedelta(hours=3)  # the same of somebody known; sooner, two bodies that differ are a dispute


@dataclass(frozen=True, slots=True)
class Turn:
    """What was told earlier, and the value that replaced it; `sure` where the reports' times show which is later."""

    backed: tuple[Backed, ...]
    value: Value
    by: Value
    sure: bool = True


def current(backed: Sequence[Backed], scale: Scale) -> tuple[list[Backed], list[Turn]]:
    """(what stands, what the same origins have replaced since). Order is no matter."""
    told: dict[str, list[Backed]] = defaultdict(list)
    for item in sorted(backed, key=lambda b: b.claim.id):
        if item.claim.value is not None and item.published is not None:
            for trace in item.traces:
                if trace.known and not trace.is_medium:
                    told[trace.key].append(item)
    replaced: dict[str, tuple[set[str], Value]] = {}  # claim -> the origins that have told another value since
    for key, items in told.items():
        for item, newer in _older(items, scale):
            replaced.setdefault(item.claim.id, (set(), newer))[0].add(key)
    gone: dict[str, list[Backed]] = defaultdict(list)
    stands: list[Backed] = []
    for item in backed:
        keys = {t.key for t in item.traces}
        if item.claim.id in replaced and keys <= replaced[item.claim.id][0]:
            gone[item.claim.value.text if item.claim.value else ""].append(item)
        else:
            stands.append(item)
    turns = [_turn(items, replaced) for _, items in sorted(gone.items())]
    return stands, turns


def _turn(items: Sequence[Backed], replaced: dict[str, tuple[set[str], Value]]) -> Turn:
    first = min(items, key=lambda b: (b.published or datetime.max.replace(tzinfo=None), b.claim.id))
    assert first.claim.value is not None  # noqa: S101 - what has no value replaces nothing
    return Turn(tuple(items), first.claim.value, replaced[first.claim.id][1])


def _older(items: Sequence[Backed], scale: Scale) -> list[tuple[Backed, Value]]:
    """The claims of one origin whose value another excludes that it first gave later."""
    values: dict[Value, tuple[datetime, Value]] = {}
    for item in items:
        value, at = item.claim.value, item.published
        if value is not None and at is not None:
            known = values.get(value)
            values[value] = (min(at, known[0]) if known else at, value)
    if len(values) < 2:
        return []
    newest_at, newest = max(values.values(), key=lambda pair: (pair[0], repr(pair[1])))
    older = {value for at, value in values.values() if _before(at, newest_at) and _excludes(value, newest, scale)}
    return [(item, newest) for item in items if item.claim.value in older]


def _excludes(a: Value, b: Value, scale: Scale) -> bool:
    return compare(a, b, scale).relation == "conflict"


def _before(a: datetime, b: datetime) -> bool:
    """Whether one is known to be earlier: a date without a time of day says nothing within its day."""
    whole_day = (0, 0) in ((a.hour, a.minute), (b.hour, b.minute))
    return a.date() < b.date() if whole_day else a < b


def grown(answers: Sequence[Answer], attribute: Attribute, scale: Scale) -> tuple[list[Answer], list[Turn]]:
    """(what stands, what a later figure has replaced): a toll grows, whoever counts; the missing get fewer as well."""
    if len(answers) < 2:
        return list(answers), []
    gone: list[Answer] = []
    turns: list[Turn] = []
    for outgrows, sure in ((_outgrows, True), (_may_outgrow, False)):
        for old in sorted((a for a in answers if a not in gone), key=_when_told):
            left = (a for a in answers if a is not old and a not in gone)
            new = next((a for a in left if outgrows(old, a, attribute, scale)), None)
            if new is not None:
                gone.append(old)
                turns.append(Turn(old.backed, old.value, new.value, sure))
    return [a for a in answers if a not in gone], turns


def _when_told(answer: Answer) -> tuple[float, float, str]:
    """In which order figures are looked at: not by how many tell them, or an echo would decide what replaces what."""
    first, latest = (at.timestamp() if at is not None else inf for at in (answer.first, answer.latest))
    return first, latest, answer.value.text


def _outgrows(old: Answer, new: Answer, attribute: Attribute, scale: Scale) -> bool:
    a, b = old.value, new.value
    excludes = relation(old, new, scale).relation == "conflict"
    if not (excludes or (attribute.grows and _was_open(a, b))):
        return False
    later = _later(old, new)
    if later and old.keys and (old.keys <= new.keys or _one_voice(old, new)):
        return True
    if not (attribute.grows or attribute.changes) or not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return False
    since = (later and (not old.keys or old.keys <= new.keys or _half_a_day(old, new))) or _hours_after(old, new)
    return since and (attribute.changes or _higher(a, b))


def _half_a_day(old: Answer, new: Answer) -> bool:
    """Whether a figure, whoever tells it, was first told so long after the other was last that it counts more."""
    before, after = _said(old), _said(new)
    return bool(before and after) and min(after) - max(before) >= HALF_DAY


def _hours_after(old: Answer, new: Answer) -> bool:
    """Whether of two figures of somebody known one was first told hours after the other was: papers still print it."""
    before, after = _said(old), _said(new)
    known = bool(before and after) and old.asked and new.asked
    return known and min(after) - min(end_of(at) for at in before) >= HOURS


def _may_outgrow(old: Answer, new: Answer, attribute: Attribute, scale: Scale) -> bool:
    """Whether one body gives both of a count that grows, and no time shows that it gave the higher one first."""
    a, b = old.value, new.value
    if not attribute.grows or not isinstance(a, Quantity) or not isinstance(b, Quantity) or not _higher(a, b):
        return False
    first = new.first is not None and old.first is not None and end_of(new.first) <= old.first
    return not first and _one_voice(old, new) and relation(old, new, scale).relation == "conflict"


def _higher(a: Quantity, b: Quantity) -> bool:
    return (b.low or b.high or 0) > (a.high or a.low or 0)


def _one_voice(old: Answer, new: Answer) -> bool:
    """Whether all who gave either speak for one body: a police chief's count that his headquarters has corrected."""
    known = [t for a in (old, new) for b in a.backed for t in b.traces if t.known and not t.carries]
    return bool(old.asked and new.asked) and len(independent(known)) == 1


def _was_open(old: Value, new: Value) -> bool:
    """Whether "at least 24" (or "dozens") has become a higher number, which it does not exclude."""
    if not isinstance(old, Quantity) or not isinstance(new, Quantity) or old.bound != "at_least":
        return False
    return (new.low or 0) > (old.low or 0)


def _said(answer: Answer) -> list[datetime]:
    """When an answer's own value was told; "at least 99" may mean the 128 of a week later and does not say so."""
    return [b.published for b in answer.saying if b.published is not None]


def _later(old: Answer, new: Answer) -> bool:
    return old.latest is not None and new.first is not None and new.latest is not None and old.latest < new.latest
