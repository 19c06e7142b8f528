"""What is news of an event since a watch was told of it, in words that its reader can use.

What was told (`Told`) is held against what is known now, so that a change that came and went is none. An answer that is
new is news where it stands as the watch asks; one that was told is news when it stands otherwise, holds no more, or is
another one. Whoever asked for what is confirmed is not woken for a new word of one origin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from crosswire.alerts.words import Wording, answer, as_told
from crosswire.compare import Scale, compare
from crosswire.model import (
    WHETHER,
    Candidate,
    Change,
    Fact,
    NewsKind,
    Picture,
    Place,
    Quantity,
    StandingName,
    Text,
    Time,
    Told,
    Value,
    Watch,
    Whereabouts,
)

News = tuple[NewsKind, str]
HEIGHT: Mapping[StandingName, int] = {"withdrawn": 0, "disputed": 1, "reported": 2, "corroborated": 3}
HAPPENED, EXPECTED = "happened", "expected"
URGENT: tuple[NewsKind, ...] = ("withdrawn", "disputed", "down", "up", "value", "ahead", "new")  # told in this order
SIDES = 3  # of a dispute that are named
MOST = 4  # origins that are named
NOTHING = 1e-9  # a difference of two numbers that is none


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at an event has beside its picture: all changes since the watch was told, the time, how answers are
    worded, and what units measure."""

    changes: Sequence[Change] = ()
    now: datetime | None = None
    words: Wording = as_told
    scale: Scale = lambda _: None


@dataclass(frozen=True, slots=True)
class _Asked:
    """What each question is asked with."""

    watch: Watch
    told: Told
    names: Mapping[str, str]  # of origins, by their ids
    look: Look

    def answer(self, fact: Fact) -> str:
        """A fact's answer in words."""
        if fact.attribute in WHETHER:
            return "yes"
        return answer(fact.value, self.look.words) if fact.value is not None else "no answer holds"

    def as_asked(self, fact: Fact) -> bool:
        """Whether a fact stands as the watch asks; whoever wants origins wants one of each answer."""
        best = _best(fact)
        if self.watch.least_origins and (best is None or not best.independent):
            return False
        return HEIGHT[fact.standing] >= HEIGHT[self.watch.least_standing]


def since(watch: Watch, told: Told, picture: Picture, look: Look, where: Whereabouts | None) -> tuple[News, ...]:
    """The news since the watch was told, what undoes something first."""
    if not picture.real:
        return (("withdrawn", "no report tells of it as an event any more"),) if _gone(look.changes) else ()
    asked = _Asked(watch, told, {o.id: o.name for o in picture.origins}, look)
    found = [
        *_together(asked, _happened_first(picture)),
        *(one for fact in _happened_first(picture) if (one := _fact(asked, fact))),
        *_no_more(asked, picture),
        *_moved(told, where),
    ]
    return tuple(sorted(found, key=lambda one: URGENT.index(one[0])))


def _gone(changes: Sequence[Change]) -> bool:
    return any(c.kind == "gone" for c in changes)


def _happened_first(picture: Picture) -> list[Fact]:
    return sorted(picture.facts, key=lambda f: f.attribute not in WHETHER)


# --- one question -------------------------------------------------------------------------------------------------


def _fact(asked: _Asked, fact: Fact) -> News | None:
    """The news of one question."""
    was, now = asked.told.standings.get(fact.attribute), fact.standing
    if was is None or HEIGHT[now] > HEIGHT[was] or was == "withdrawn":
        return None  # told together with others
    if now == was:
        return _other_answer(asked, fact)
    if now == "withdrawn":
        return "withdrawn", _withdrawn(asked, fact)
    if now == "disputed":
        return "disputed", _disputed(asked, fact)
    only = f"now on one origin only{_of(asked, fact)}"
    return "down", f"{fact.question} {asked.answer(fact)}: {only}; it was confirmed"


def _other_answer(asked: _Asked, fact: Fact) -> News | None:
    """Another answer that stands as the one before did: what the reader was told holds no more."""
    before = asked.told.values.get(fact.attribute)
    changes = [c for c in asked.look.changes if c.attribute == fact.attribute and c.kind == "value"]
    if not changes or fact.value is None or before is None or fact.attribute in WHETHER:
        return None
    now = asked.answer(fact)
    if now == before or _is_small(asked, fact) or not _is_another(changes[0].before, fact.value, asked.look.scale):
        return None
    if not asked.as_asked(fact) and not isinstance(fact.value, Quantity):
        return None  # a number that grew is news on one word too: the one told before was of that origin as well
    stands = "" if fact.standing == "corroborated" else f" ({_stands(asked, fact)})"
    return "value", f"{fact.question} {now}, before: {before}{stands}"


def _is_another(before: Value | None, now: Value, scale: Scale) -> bool:
    """Whether it says something else or more: "6.2 miles" after "10 km" does not, nor "Yemen" after "off Hodeidah"."""
    if before is None or _is_reworded(before, now):
        return before is None
    relation = compare(before, now, scale).relation
    if relation != "compatible":
        return relation != "same"
    if isinstance(before, Quantity) and isinstance(now, Quantity):
        return before.unit == now.unit and now.bound in ("at_least", "at_most") and before.low != now.low
    if isinstance(before, Place) and isinstance(now, Place):
        return (now.radius_km or 0.0) < (before.radius_km or 0.0)
    if isinstance(before, Time) and isinstance(now, Time):
        return now.start != before.start or now.end != before.end
    return True


def _is_reworded(before: Value, now: Value) -> bool:
    """ "bulk carrier Astra Dawn" after "Astra Dawn" wakes nobody."""
    one, two = ({*value.text.lower().split()} for value in (before, now))
    return isinstance(before, Text) and isinstance(now, Text) and (one <= two or two <= one)


def _is_small(asked: _Asked, fact: Fact) -> bool:
    """Whether a number is what was told, or differs from it by less than the watch's bound."""
    before, after = asked.told.numbers.get(fact.attribute), numbers(fact)
    if before is None or after is None:
        return False
    bound = asked.watch.bounds.get(fact.attribute)
    return before == after if bound is None else abs(after[0] - before[0]) < bound - NOTHING


def _together(asked: _Asked, facts: Sequence[Fact]) -> Iterator[News]:
    """What is answered now, or stands better than was told: what rests on the same origins in one line, not in six."""
    lines: dict[tuple[NewsKind, str], list[str]] = defaultdict(list)
    for fact in facts:
        was = asked.told.standings.get(fact.attribute)
        came = fact.attribute == HAPPENED and EXPECTED in asked.told.standings  # was told as expected
        unasked = was is None and (fact.value is None or (fact.attribute in WHETHER and not came))
        if not asked.as_asked(fact) or unasked:
            continue
        answer_ = f"{fact.question} {asked.answer(fact)}"
        if was is None:
            lines["value", f"Told now, {_stands(asked, fact)}"].append(f"{answer_}.")
        elif HEIGHT[fact.standing] > HEIGHT[was]:
            again = {"disputed": "No longer disputed, ", "withdrawn": "Told again, "}.get(was, "Now ")
            lines["up", f"{again}{_stands(asked, fact)}"].append(f"{answer_}{_before(asked, fact)}")
    for (kind, how), answers in lines.items():
        yield kind, f"{how}: {' '.join(answers)}"


def _before(asked: _Asked, fact: Fact) -> str:
    before = asked.told.values.get(fact.attribute)
    same = before in (None, asked.answer(fact)) or fact.attribute in WHETHER
    return "." if same else f" (before: {before})."


def _withdrawn(asked: _Asked, fact: Fact) -> str:
    before = asked.told.values.get(fact.attribute)
    what = f"“{before}” is taken back" if before and fact.attribute not in WHETHER else "this is taken back"
    return f"{fact.question} {what}" + (f": {fact.reasons[0]}" if fact.reasons else "")


def _disputed(asked: _Asked, fact: Fact) -> str:
    """Who says what: a reader must be able to choose whom to believe."""
    words = asked.look.words
    sides = [f"{answer(c.value, words)}{_said_by(asked, c)}" for c in fact.candidates[:SIDES]]
    if len(sides) > 1 and fact.attribute not in WHETHER:
        return f"{fact.question} disputed: {' against '.join(sides)}"
    reason = f": {fact.reasons[-1]}" if fact.reasons else ""
    before = asked.told.values.get(fact.attribute)
    held = f"“{before}” is disputed" if before and fact.attribute not in WHETHER else "disputed"
    return f"{fact.question} {held}{reason}"


def _no_more(asked: _Asked, picture: Picture) -> Iterator[News]:
    """What was told as sure as the watch asks, and no report tells of this event now."""
    here, told = {f.attribute for f in picture.facts}, asked.told
    questions = {c.attribute: c.words.partition("?")[0] + "?" for c in asked.look.changes if "?" in c.words}
    for name, standing in told.standings.items():
        if name in here or name not in told.values or name not in questions or name in WHETHER:
            continue
        if HEIGHT[standing] >= HEIGHT[asked.watch.least_standing]:
            yield "down", f"{questions[name]} “{told.values[name]}” is told of this event no more"


def _moved(told: Told, where: Whereabouts | None) -> Iterator[News]:
    """Whether it is told to lie otherwise to the area than before."""
    if where is not None and told.relation not in (None, where.relation):
        kind: NewsKind = "down" if where.relation == "outside" else "value"
        yield kind, f"Your area: now {where.why}"


# --- words --------------------------------------------------------------------------------------------------------


def _stands(asked: _Asked, fact: Fact) -> str:
    """ "confirmed by 2 independent origins: A, B", or on whose word alone."""
    best = _best(fact)
    count = len(best.independent or ()) if best is not None else 0
    if fact.standing == "disputed":
        return "disputed"
    if fact.standing != "corroborated":
        return f"on one origin only{_of(asked, fact)}" if count else "no origin is named"
    return f"confirmed by {count} independent origins{_of(asked, fact)}" if count else "confirmed"


def _best(fact: Fact) -> Candidate | None:
    return max(fact.candidates, key=lambda c: len(c.independent or ()), default=None)


def _of(asked: _Asked, fact: Fact) -> str:
    best = _best(fact)
    told = _named(asked, best) if best is not None else []
    more = f" and {len(told) - MOST} more" if len(told) > MOST else ""
    return f" ({', '.join(told[:MOST])}{more})" if told else ""


def _said_by(asked: _Asked, candidate: Candidate) -> str:
    told = _named(asked, candidate)
    return f" ({', '.join(told[:2])})" if told else ""


def _named(asked: _Asked, candidate: Candidate) -> list[str]:
    return [asked.names[i] for i in candidate.independent or () if i in asked.names]


def numbers(fact: Fact) -> tuple[float, float] | None:
    """A fact's number as the span it may be in; None where its answer is none."""
    return span_of(fact.value) if isinstance(fact.value, Quantity) else None


def span_of(value: Quantity) -> tuple[float, float] | None:
    """The least and the most that a quantity may be."""
    if value.low is None and value.high is None:
        return None
    low = value.low if value.low is not None else 0.0
    return low, value.high if value.high is not None else low
