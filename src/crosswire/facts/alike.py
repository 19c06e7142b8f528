"""Two who answer a question of an event confirm one another where they tell something alike of it (docs/weighing.md).

Whoever speaks of "the attack" may speak of another one: what joins two mentions over two reports is often no more than
their kind and their story. A day, a place, a name or a number that both give is what a reader can check; a country that
both only name, a month or what somebody may be ("protesters") is half of it. Who gives no day, place or name ("the
attack was cruel") speaks of the one that their report tells first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Any

from crosswire.compare import Scale, compare
from crosswire.compare.wording import PRONOUNS
from crosswire.facts.align import STRONG, Backed
from crosswire.facts.origins.origin import Trace
from crosswire.facts.origins.voices import independent
from crosswire.facts.precise import says
from crosswire.model import Mention, Party, Place, Quantity, Text, Time, Value

WHY = "gives no day, place, name or number of it that another origin gives, and may mean another event"
DOERS = frozenset({"who", "by_whom"})
DEED = "happened"  # of what no frame knows, the words of the deed itself
ARTICLES = frozenset({"a", "an", "the"})
UP = 3  # mentions that a reference is followed back to
WHOLE, HALF = 1.0, 0.5  # of what makes two tellings one; two halves do
DATED = frozenset({"minute", "hour", "day"})
LANDS = frozenset({"country", "government"})  # which does many things on a day
LONG = 4  # letters of a word of a name: not "Mr.", "of", "May"
Gist = tuple[tuple[str, Value], ...]  # what a mention tells of its event: attribute, value
Told = Set[tuple[str, Value]]  # what an origin does, by all its mentions


def confirming(told: Sequence[Backed], mentions: Sequence[Mention], scale: Scale) -> list[Backed]:
    """What is told in answer to one question of an event, where the most origins that hang together by what they tell
    in the same breath stay as they are, and any other only carries it; `mentions` are those of the event."""
    gists = _gists(mentions)
    told_by: dict[str, set[tuple[str, Value]]] = defaultdict(set)
    traces: dict[str, Trace] = {}
    for one in told:
        for found in one.traces:
            if found.known and not found.carries and one.claim.stance != "denies":
                told_by[found.key].update(gists.get(one.claim.mention or "", ()))
                traces[found.key] = found
    if len(told_by) < STRONG:
        return list(told)
    together = max(
        _together(told_by, traces, scale), key=lambda keys: (len(independent(traces[k] for k in keys)), len(keys))
    )
    return [replace(b, traces=tuple(_counted(t, told_by.keys() - together) for t in b.traces)) for b in told]


def _counted(found: Trace, loose: set[str]) -> Trace:
    return replace(found, secondhand=WHY, reason=f"{found.reason}; {WHY}") if found.key in loose else found


def _together(told_by: Mapping[str, Told], traces: Mapping[str, Trace], scale: Scale) -> Iterator[set[str]]:
    """The origins in groups, each of which tells something that another of its group tells as well; two who each tell
    what they did themselves tell two things, unless one says that the other was there."""

    own = {k for k in told_by if _is_own_deed(traces[k], told_by[k])}

    def joins(one: str, other: str) -> bool:
        met = _is_party(traces[one], told_by[other]) or _is_party(traces[other], told_by[one])
        return (met or not {one, other} <= own) and _alike(told_by[one], told_by[other], scale)

    left = sorted(told_by)
    while left:
        group, reached = {left[0]}, [left[0]]
        while reached:
            one = reached.pop()
            near = [k for k in left if k not in group and joins(one, k)]
            group.update(near)
            reached.extend(near)
        left = [k for k in left if k not in group]
        yield group


def _alike(ones: Told, others: Told, scale: Scale) -> bool:
    """Whether two give one answer to one question, or the name of one thing to any ("the Halden dairy", as target or as
    what burnt), that tells which event they mean; or two that tell half of it (`_weight`). Who did one thing and
    suffered another is no such name."""
    best: dict[str, float] = {}
    for n, a in ones:
        for m, b in others:
            if n == m:
                best[n] = max(best.get(n, 0.0), _weight(a, b, scale))
            elif _is_one_thing(a, b):
                best[n] = WHOLE
    return sum(best.values()) >= WHOLE


def _weight(a: Value, b: Value, scale: Scale) -> float:
    """How far two values of one question tell that they are of one event: whole, half or nothing."""
    if isinstance(a, Party) and isinstance(b, Party) and _is_named(a) is not _is_named(b):
        return HALF if _is_land(a, b) else WHOLE  # "Kelley", "the gunman"
    if not (says(a, b, scale) or says(b, a, scale)):
        return HALF if isinstance(a, Quantity | Text) and compare(a, b, scale).agrees else 0.0
    return next((weight(a, b) for kind, weight in WEIGHTS if isinstance(a, kind) and isinstance(b, kind)), WHOLE)


def _of_times(a: Time, b: Time) -> float:
    return WHOLE if {a.granularity, b.granularity} <= DATED else HALF


def _of_places(a: Place, b: Place) -> float:
    """Two who only name the country may mean two places in it, and a continent is no place of an event."""
    if "continent" in (a.kind, b.kind):
        return 0.0
    return HALF if a.kind == b.kind == "country" else WHOLE


def _of_parties(a: Party, b: Party) -> float:
    """A country does many things on a day, and one of its people is not it; what somebody may be many are."""
    if _is_land(a, b):
        return HALF if a.name == b.name else 0.0
    return WHOLE if _is_named(a) else HALF


def _of_words(a: Text, b: Text) -> float:
    return WHOLE if a.name == b.name or _is_named(a) or _is_named(b) else HALF


def _is_land(*parties: Party) -> bool:
    return any(party.kind in LANDS for party in parties)


WEIGHTS: tuple[tuple[type, Callable[[Any, Any], float]], ...] = (
    (Time, _of_times),
    (Place, _of_places),
    (Party, _of_parties),
    (Text, _of_words),
)


def _is_one_thing(a: Value, b: Value) -> bool:
    people = isinstance(a, Party) and isinstance(b, Party)
    return not people and not _names(a).isdisjoint(_names(b))


def _is_own_deed(found: Trace, told: Told) -> bool:
    """Whether an origin tells what it did itself: "Ana Paz endorsed him", said by her."""
    doers = [value for name, value in told if name in DOERS]
    return any(not _words(found.name).isdisjoint(_names(value)) for value in doers)


def _is_party(found: Trace, told: Told) -> bool:
    """Whether an origin is told of in another role than the doer's: whom Ana Paz says that she met."""
    others = [value for name, value in told if name not in DOERS]
    return any(not _words(found.name).isdisjoint(_names(value)) for value in others)


def _is_named(value: Value) -> bool:
    words = value.text.split() if isinstance(value, Party | Text) else ()
    return any(word[:1].isupper() and word.lower() not in ARTICLES for word in words)


def _names(value: Value) -> frozenset[str]:
    return _words(value.text) if isinstance(value, Party | Text | Place) else frozenset()


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in name.split() if word[:1].isupper() and len(word) >= LONG)


def _gists(mentions: Sequence[Mention]) -> dict[str, Gist]:
    """What each mention tells of the event, and where it gives no day, place or name, what the first of its report that
    does so tells."""
    known = {m.id: m for m in mentions}
    own = {m.id: tuple(_telling(m, known)) for m in mentions}
    first: dict[str, Gist] = {}
    for mention in sorted(mentions, key=lambda m: (-m.prominence, m.trigger.start)):
        if _tells_which(own[mention.id]):
            first.setdefault(mention.report, own[mention.id])
    return {m.id: own[m.id] if _tells_which(own[m.id]) else (*own[m.id], *first.get(m.report, ())) for m in mentions}


def _tells_which(gist: Gist) -> bool:
    return any(isinstance(value, Time | Place) or _is_named(value) for _, value in gist)


def _telling(mention: Mention, known: Mapping[str, Mention]) -> Iterator[tuple[str, Value]]:
    """The values that a mention, or one that it takes up, gives; no pronoun is one."""
    one: Mention | None = mention
    for _ in range(UP):
        if one is None:
            return
        yield from (("when", one.when),) if one.when is not None else ()
        yield from ((name, value) for name, value in one.values if name != DEED and not _is_pronoun(value))
        one = known.get(one.refers or "")


def _is_pronoun(value: Value) -> bool:
    return isinstance(value, Party | Text) and (value.name or value.text).lower() in PRONOUNS
