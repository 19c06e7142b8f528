"""Claims that answer one question -> answers: groups of values that agree, each with its claims and origins.

Of a group the most precise value that two independent origins give is shown, else the most precise that one gives; who
only agrees with it, less precisely, does not count for it (`precise`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property

from crosswire.compare import Agreement, Scale, bare, compare
from crosswire.facts.counted import ALL, ASIDE, kinds
from crosswire.facts.origins import Trace, independent
from crosswire.facts.precise import says
from crosswire.model import Claim, Place, Quantity, Text, Time, Value


@dataclass(frozen=True, slots=True)
class Backed:
    """A claim, where it comes from, when its report was published; `flat`: it says only that its event was not."""

    claim: Claim
    traces: tuple[Trace, ...]
    published: datetime | None
    flat: bool = False


@dataclass(frozen=True)  # no slots: what is asked of it again and again is found once
class Saying:
    """A value with the claims that say as much."""

    value: Value
    by: tuple[Backed, ...]

    @cached_property
    def independent(self) -> list[tuple[Trace, ...]]:
        """The independent origins that say it, each a group that counts as one."""
        return independent(t for b in self.by for t in b.traces)


def tellers(told: Iterable[Backed]) -> frozenset[str]:
    """The outlets, or reports where the outlet has no name, that tell something from a known origin and not in words
    copied from another: whatever several origins say in one outlet alone rests on that outlet."""
    found = (b for b in told if any(t.known and not t.copied for t in b.traces))
    return frozenset(_teller(b.claim) for b in found)


def _teller(claim: Claim) -> str:
    outlet = claim.speakers[0].canonical if claim.speakers else ""
    return claim.report if not outlet or outlet.startswith("unnamed ") else outlet


@dataclass(frozen=True)
class Answer:
    """One answer: the most telling of its values, the claims that agree with it, and those of them that say as much."""

    value: Value
    backed: tuple[Backed, ...]
    saying: tuple[Backed, ...]
    finer: Saying | None = None
    kind: str = ALL  # whom a toll counts

    @property
    def keys(self) -> frozenset[str]:
        """The known origins that agree with it."""
        return frozenset(t.key for b in self.backed for t in b.traces if t.known)

    @property
    def asked(self) -> bool:
        """Whether somebody known agrees with it who is no news medium that may only pass it on."""
        return any(t.known and not t.carries for b in self.backed for t in b.traces)

    @cached_property
    def independent(self) -> list[tuple[Trace, ...]]:
        """The independent origins that say it, each a group that counts as one."""
        return Saying(self.value, self.saying).independent

    @cached_property
    def tellers(self) -> frozenset[str]:
        """Through whom it is known: the outlets that have it from a known origin, in words of their own."""
        return tellers(self.saying)

    @property
    def outright(self) -> bool:
        """Whether somebody known says it in so many words, and does not only take it for granted."""
        return any(b.claim.taken is None and any(t.known for t in b.traces) for b in self.saying)

    @property
    def names(self) -> Mapping[str, str]:
        """Origin key -> name, known ones only."""
        return {t.key: t.name for b in self.backed for t in b.traces if t.known}

    @property
    def latest(self) -> datetime | None:
        """When it was last published; a date without an hour may be any time of that day."""
        return max((end_of(b.published) for b in self.backed if b.published), default=None)

    @property
    def first(self) -> datetime | None:
        """When it was first published."""
        return min((b.published for b in self.backed if b.published), default=None)


Group = list[tuple[Value, list[Backed]]]  # the values of an answer, each with the claims that give it
STRONG = 2  # origins that confirm


def end_of(published: datetime) -> datetime:
    """The last moment at which a report may have been published: a date without an hour may be any time of that day."""
    whole_day = (published.hour, published.minute, published.second) == (0, 0, 0)
    return published + timedelta(days=1) if whole_day else published


def align(backed: Sequence[Backed], scale: Scale, several: bool = False) -> list[Answer]:
    """Group the claims by agreeing values; the answer with most behind it comes first. Order of claims is no matter.
    What counts only some of the people is grouped apart, and stands behind what counts all.
    """
    kind = kinds([b.claim for b in backed])
    apart: dict[str, list[Backed]] = {ALL: []}
    for one in backed:
        apart.setdefault(kind.get(one.claim.id, ALL), []).append(one)
    whole, *parts = (
        [answer if answer.kind == name else replace(answer, kind=name) for answer in _grouped(told, scale, several)]
        for name, told in sorted(apart.items())
    )
    return [*whole, *sorted((answer for answers in parts for answer in answers), key=_by_support)]


def _grouped(backed: Sequence[Backed], scale: Scale, several: bool) -> list[Answer]:
    """The answers of claims that count the same.

    Where not one of two groups that exclude nothing is surely told, what both say is (`_wider`); not where the question
    has `several` answers, which are of different things.
    """
    groups: list[Group] = []
    heads: list[Value] = []
    for value, claims in sorted(_distinct(backed), key=lambda item: (-_definite(item[0]), -len(item[1]), item[0].text)):
        home = _home(value, heads, scale)
        if home is None:
            heads.append(value)
            groups.append([(value, claims)])
        else:
            groups[home].append((value, claims))
    answers = [_answer(group, [], scale) for group in groups]
    unsure = len(groups) > 1 and not several and all(len(answer.independent) < STRONG for answer in answers)
    if unsure and len({key for answer in answers for key in answer.keys}) >= STRONG:
        answers = _wider(answers, groups, heads, scale)
    return _finer_first(sorted(answers, key=_by_support), scale)


def _by_support(answer: Answer) -> tuple[int, bool, int, str]:
    """The most origins first, of figures that one gives somebody's who was asked, then the most reports."""
    reports = len({b.claim.report for b in answer.backed})
    passed_on = isinstance(answer.value, Quantity) and not answer.asked
    return -len(answer.independent), passed_on, -reports, answer.value.text


def _finer_first(answers: list[Answer], scale: Scale) -> list[Answer]:
    """With a finer answer that is as surely told before the first: "oil tanker" of two before "tanker" of three."""
    for answer in answers[1:]:
        first = answers[0]
        if len(answer.independent) >= STRONG and _is_finer(answer.value, first.value, scale):
            return [answer, *(other for other in answers if other is not answer)]
    return answers


def _is_finer(one: Value, other: Value, scale: Scale) -> bool:
    return says(one, other, scale) and not says(other, one, scale)


def _wider(answers: Sequence[Answer], groups: Sequence[Group], heads: Sequence[Value], scale: Scale) -> list[Answer]:
    """The answers where who is in a group beside says a coarser value too: "noon Saturday" and "Saturday morning" both
    say "Saturday", "express train" and "passenger train" both "train". A group that the other excludes is none beside
    it."""
    out: list[Answer] = []
    for answer, group, head in zip(answers, groups, heads, strict=True):
        beside = [
            told
            for other, members in zip(heads, groups, strict=True)
            if other is not head and compare(head, other, scale).relation != "conflict"
            for told in members
        ]
        wide = _answer([*group, *_bare(group)], beside, scale) if beside else answer
        new = len(wide.independent) >= STRONG and wide.value not in [other.value for other in out]
        out.append(wide if new else answer)
    return out


def _bare(group: Group) -> Group:
    """The kinds alone of what a group names, told by nobody as such: "train" of "express train"."""
    kinds = {kind.name: kind for value, _ in group if isinstance(value, Text) and (kind := bare(value)) is not None}
    return [(kind, []) for kind in kinds.values() if kind not in [value for value, _ in group]]


def _distinct(backed: Sequence[Backed]) -> Group:
    told: dict[Value, list[Backed]] = {}
    for item in sorted(backed, key=lambda b: b.claim.id):
        if item.claim.value is not None:
            told.setdefault(item.claim.value, []).append(item)
    return list(told.items())


def _home(value: Value, heads: Sequence[Value], scale: Scale) -> int | None:
    """The group whose leading value this one agrees with: the same before the merely compatible."""
    found: list[tuple[int, int]] = []
    for i, head in enumerate(heads):
        agreement = compare(head, value, scale)
        if agreement.agrees:
            found.append((0 if agreement.relation == "same" else 1, i))
    return min(found)[1] if found else None


def _definite(value: Value) -> float:
    """How much a value pins down: groups form around the most definite ones."""
    if isinstance(value, Quantity):
        return 0.0 if value.low is None and value.high is None else {"exact": 3.0, "between": 2.5}.get(value.bound, 2.0)
    if isinstance(value, Time) and value.start and value.end:
        return 1e9 / max(60.0, (value.end - value.start).total_seconds())
    if isinstance(value, Place):
        return {None: 0.0, "country": 1.0, "sea": 1.5, "region": 1.5}.get(value.kind, 3.0) if value.lat else 0.5
    if isinstance(value, Text):  # "bulk carrier Astra Dawn" holds both "Astra Dawn" and "bulk carrier"
        return 1.0 + len(value.text.split()) / 100
    return 1.0


def _answer(group: Group, beside: Group, scale: Scale) -> Answer:
    """A group that agrees, with the value a reader is shown: the best supported, then the most telling."""
    if len(group) == 1 and not beside:
        return Answer(group[0][0], tuple(group[0][1]), tuple(group[0][1]))
    often = Counter({value.text: 0 for value, _ in group})
    for value, claims in group:
        often[value.text] += len(claims)
    told = [Saying(value, tuple(_who_says(value, [*group, *beside], scale))) for value, _ in group]
    best = max(told, key=lambda one: _rank(one, often))
    finer = [one for one in told if _is_finer(one.value, best.value, scale)]
    backed = tuple(b for _, claims in group for b in claims)
    return Answer(best.value, backed, best.by, max(finer, key=lambda one: _rank(one, often), default=None))


def _who_says(value: Value, told: Group, scale: Scale) -> Iterator[Backed]:
    return (b for other, claims in told if says(other, value, scale) for b in claims)


def _rank(one: Saying, often: Mapping[str, int]) -> tuple[float | str, ...]:
    """The best supported first: two origins confirm, and a third does not make a vaguer value the better answer."""
    return (min(STRONG, len(one.independent)), _in_own_words(one), *_telling(one, often))


def _in_own_words(one: Saying) -> bool:
    """Whether a known origin gives this very value: "northeast of Pyongyang" is no word of who said "north of"."""
    return any(b.claim.value == one.value and any(t.known for t in b.traces) for b in one.by)


def _telling(one: Saying, often: Mapping[str, int]) -> tuple[float | str, ...]:
    """How telling a value is: the more definite, the tighter, the more often told, then the longer; of words those with
    a name, and several; of an answer, where two claims say as much: no "cheerful mother" that one alone has."""
    value, told = one.value, often[one.value.text]
    definite, (named, several) = 0.0 if value.type == "text" else _definite(value), _named(value)
    several = several and (len(one.by) > 1 or not getattr(value, "name", ""))
    return (definite, _tight(value), not _counts(value), named, several, told, len(value.text), value.text)


def _counts(value: Value) -> bool:
    """Whether words that only say that it happened hold a number too, not said by all: "held 1,200 people"."""
    return isinstance(value, Text) and not value.name and any(c.isdigit() for c in value.text)


def _tight(value: Value) -> float:
    """How much a bound leaves open: "over 500" says more than "more than 450", "at most 5" more than "at most 9"."""
    if isinstance(value, Quantity) and value.bound in ("at_least", "at_most"):
        return (value.low or 0.0) if value.bound == "at_least" else -(value.high or 0.0)
    return 0.0


def _named(value: Value) -> tuple[bool, bool]:
    """Whether words hold a name ("bulk carrier Astra Dawn"), and whether they are more than one word."""
    if value.type != "text":
        return True, True
    _, *rest = value.text.split() or [""]
    return any(word[:1].isupper() for word in rest), bool(rest)


def relation(a: Answer, b: Answer, scale: Scale) -> Agreement:
    """How two answers stand to each other: what counts some is no word on a count of all that is as high."""
    if a.kind == b.kind or _more_than_all(a, b) or _more_than_all(b, a):
        return compare(a.value, b.value, scale)
    return Agreement("apart", f"“{a.value.text}” and “{b.value.text}” do not count the same people")


def _more_than_all(part: Answer, whole: Answer) -> bool:
    """Whether more of one kind are told of than of all: "40 women" of 23 dead."""
    one, other = part.value, whole.value
    of_all = whole.kind == ALL and part.kind not in ASIDE
    if not (of_all and isinstance(one, Quantity) and isinstance(other, Quantity) and other.high is not None):
        return False
    return other.bound != "at_least" and (one.low or 0.0) > other.high
