"""A clause of a report's sentence with the asked one beside it, and what of the two may stand for one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from crosswire.facts.check.asked import Asked
from crosswire.facts.check.context import QUALIFIERS, key_of, qualified
from crosswire.facts.check.evidence import Evidence, Told
from crosswire.facts.check.passages import Passage
from crosswire.facts.check.slots import SOURCE, Wanted, bag, holds
from crosswire.facts.check.words import Words
from crosswire.model import Clause, Party, Phrase, Place, Quantity, Time

Act = Literal["own", "noun", "light"]
DOING = ("agent", "by")
RELATIVE = ("that", "which", "who")
SUFFERING = ("patient",)
# What may be told of the doer in another construction: "X's resignation", "a deal between X and Y", "together with X".
BEHIND_DOING = (*DOING, "of", "mod", "with", "between", "among", "and", "is", "as", "how", "count")


@dataclass(frozen=True, slots=True)
class Beside:
    """`turned` is the report's clause with what suffers as its patient; `act` tells how it has the asked act: as its
    own verb or noun, in a noun that it holds ("the purchase of"), or needing none ("is", "has")."""

    asked: Asked
    told: Told
    turned: Clause
    passage: Passage
    evidence: Evidence
    act: Act

    @property
    def words(self) -> Words:
        """The table of words."""
        return self.evidence.measure.words

    @property
    def own(self) -> tuple[Phrase, ...]:
        """The phrases of the clause itself."""
        return self.turned.phrases

    def nearby(self) -> Iterator[tuple[Phrase, ...]]:
        """The phrases of each clause bound to this one, the nearest first: none where it has no act of its own."""
        for clause in self.passage.related(self.told.clause) if self.act != "light" else ():
            away = clause.forms & self.words.leaving  # where a boat left from is not where it sank
            other = self.passage.apart(self.told.clause, clause)
            yield tuple(p for p in clause.phrases if not ((away or other) and _lies(p)) and not (other and _times(p)))

    def described(self) -> tuple[Phrase, ...]:
        """The phrases of the noun that this clause describes: "the airstrike in Damascus that killed seven"; none of a
        clause that stands for itself."""
        start = self.turned.head.start
        if not any(p.head in RELATIVE and p.role in ("agent", "patient") for p in self.own):
            return ()
        nouns = [c for c in self.passage.clauses if not c.verbal and c.head.start < start]
        verbs = [c.head.start for c in self.passage.clauses if c.verbal and c.head.start < start]
        noun = max(nouns, key=lambda c: c.head.start, default=None)
        if noun is None or noun.head.start < max(verbs, default=0):
            return ()
        return tuple(p for p in noun.phrases if p.role != "mod" and p.at.start < start)

    def taken_up(self, noun: str) -> Iterator[Phrase]:
        """The phrases of the clauses in the sentence before whose act a noun takes up: "... shut its plant in Bergen.
        The closure cost 300 jobs."""
        for clause in self.passage.preceding:
            if noun and clause.verbal and not clause.negative and self.words.same_act({noun}, clause.forms):
                yield from clause.phrases

    def elsewhere(self) -> Iterator[Phrase]:
        """The phrases of the clauses bound to this one."""
        for phrases in self.nearby():
            yield from phrases

    def has(self, word: str, told: Set[str]) -> bool:
        """Whether a word, or another for it, is among those told."""
        return holds(word, told, self.words)

    def thing(self, phrase: Phrase) -> frozenset[str]:
        """What the thing that a phrase names, or takes up with an article, is called anywhere."""
        return self.evidence.things.words(phrase, self.passage, self.words)

    def titles(self, phrase: Phrase) -> set[str]:
        """What whoever a phrase names is called anywhere, titles that are made into others left out."""
        return set(self.evidence.titles.get(key_of(phrase.named), ())) if isinstance(phrase.named, Party) else set()


def _lies(phrase: Phrase) -> bool:
    """Whether a phrase names a place or a land."""
    values = (phrase.named, *phrase.values)
    return any(isinstance(v, Place) or (isinstance(v, Party) and v.kind == "country") for v in values)


def _times(phrase: Phrase) -> bool:
    """Whether a phrase tells when."""
    return any(isinstance(v, Time) for v in (phrase.named, *phrase.values))


def counted(slot: Wanted, at: Sequence[Phrase], beside: Beside) -> list[Phrase]:
    """The phrases that count what the words describe, where a number is asked for beside them: two counts of murder are
    no two of theft, whatever theft there was."""
    over = (s for s in beside.asked.slots if s.at.start < slot.at.end and slot.at.start < s.at.end)
    nouns = {s.head for s in over if isinstance(s.value, Quantity) and s.value.unit == "1"}
    return [p for p in at if p.head in nouns]


def core(slot: Wanted) -> bool:
    """Whether a slot is who does it, or to whom or what."""
    return slot.role in (*DOING, *SUFFERING)


def same_place(slot: Wanted, phrase: Phrase) -> bool:
    """Whether the two stand on the same side of the act."""
    return slot.role == phrase.role or (slot.role in DOING and phrase.role in DOING)


def crossed(slot: Wanted, phrase: Phrase, beside: Beside) -> bool:
    """Whether the two stand on two sides of the act, or one where a thing comes from and the other not."""
    a, b = slot.role, phrase.role
    if isinstance(slot.value, Place) and (a in SOURCE) != (b in SOURCE):
        away = any(isinstance(s.value, Quantity) and s.value.unit not in ("1", "") for s in beside.asked.slots)
        left = a in SOURCE and b in SUFFERING and beside.asked.forms & beside.words.leaving
        return not away and not left  # "15 km from Bamako", "fled Japan"
    if beside.act == "light":
        return False
    return (a in DOING and b not in BEHIND_DOING) or (b in DOING and a not in BEHIND_DOING)


def told_words(phrase: Phrase, slot: Wanted, heads: Sequence[str]) -> set[str]:
    """The words of a phrase that hold of the slot: titles made into others left out."""
    return {
        w for w in bag(phrase) if not (w in heads and not slot.words & QUALIFIERS and qualified(w, phrase.at.exact))
    }
