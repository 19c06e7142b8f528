"""Events as a report tells them: each mention while it is read, and all told so far of one kind of event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from crosswire.claims.answers.fit import Answer
from crosswire.claims.grammar import tree as g
from crosswire.claims.mentions import Hit
from crosswire.model import Attribute, Time

MEMORY = 8  # sentences for which an event stays open to later answers
FINE = ("minute", "hour", "day")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the hits in it, in the order of the text."""

    passage: int
    first: Token
    order: int
    hits: tuple[Hit, ...]


@dataclass(slots=True, eq=False)
class Told:
    """One mention while its report is read: it gathers answers, then becomes a frozen `Mention`."""

    hit: Hit
    order: int
    answers: list[Answer] = field(default_factory=list)
    refers: Told | None = None
    absorbed: bool = False

    @property
    def when(self) -> Time | None:
        """The moment or interval that the mention's own words give it."""
        later = {a.name for a in self.hit.frame.attributes if a.coming}
        values = (a.value for a in self.answers if a.attribute not in later or self._begins(a))
        return next((v for v in values if isinstance(v, Time) and (v.start or v.end)), None)

    def _begins(self, answer: Answer) -> bool:
        """Whether the words themselves tell of the beginning: "tariffs went into force on Monday" was on Monday."""
        own = answer.by is not None and answer.by.i == self.hit.token.i
        return own and not self.hit.reference and not self.hit.frame.decided

    def open_questions(self) -> list[Attribute]:
        """The attributes that have no answer yet."""
        known = {a.attribute for a in self.answers}
        return [a for a in self.hit.frame.attributes if a.name not in known]


@dataclass(slots=True)
class Line:
    """All that is told so far of one kind of event. What is older than the memory changes no more, so what was found
    of it is kept: time would grow with the square of a report's length if each reference looked at all of it."""

    every: list[Told] = field(default_factory=list)
    own: list[Told] = field(default_factory=list)
    last_by_number: dict[bool, Told] = field(default_factory=dict)
    last_dated: Told | None = None
    first_fine: Told | None = None
    settled: int = 0
    settled_own: int = 0

    def add(self, told: Told) -> None:
        """Take in a mention of a sentence that has been read."""
        self.every.append(told)
        if told.refers is None and not told.absorbed:
            self.own.append(told)
            self.last_by_number[is_plural(told.hit.token)] = told

    def settle(self, order: int) -> None:
        """Look for good at what is older than the memory at sentence `order`."""
        while self.settled < len(self.every) and order - self.every[self.settled].order > MEMORY + 1:
            one = self.every[self.settled]
            self.last_dated = one if one.when is not None else self.last_dated
            self.settled += 1
        while self.settled_own < len(self.own) and order - self.own[self.settled_own].order > MEMORY + 1:
            one = self.own[self.settled_own]
            if self.first_fine is None and _is_fine(one):
                self.first_fine = one
            self.settled_own += 1

    def dated(self) -> Time | None:
        """When the last of them was of which the words say that."""
        recent = next((t.when for t in reversed(self.every[self.settled :]) if t.when is not None), None)
        return recent or (self.last_dated.when if self.last_dated is not None else None)

    def topic(self, here: Iterable[Told]) -> Told | None:
        """The first that is dated to the day, else the first of all; `here` are those of the sentence being read."""
        if self.first_fine is not None:
            return self.first_fine
        late = [*self.own[self.settled_own :], *here]
        return next((t for t in late if _is_fine(t)), None) or next(iter([*self.own[:1], *late]), None)


def _is_fine(told: Told) -> bool:
    when = told.when
    return when is not None and when.granularity in FINE


def is_plural(trigger: Token) -> bool:
    """Whether an event's words are plural: the noun itself, or what the verb is done to."""
    nouns = g.objects(trigger) if trigger.pos_ == "VERB" else [trigger]
    return any(noun.tag_ in ("NNS", "NNPS") for noun in nouns)
