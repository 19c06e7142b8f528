"""The reports' sentences with all that their clauses say, for laying a sentence beside them (check_align)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crosswire.facts.check.words import forms_of
from crosswire.model import Clause, Party, Phrase, Span

WORD = re.compile(r"\d[\d.,]*\d|[^\W_][\w'’.]*[^\W_]|[^\W_]")
FEW = 5
SEQUENCE = frozenset(("before", "after", "since", "until", "till", "following"))


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a report: its clauses, all its words as they stand and without endings, and the words of the
    sentence before it, which pronouns take up."""

    sentence: Span
    clauses: tuple[Clause, ...]
    words: frozenset[str]
    before: frozenset[str]
    named: tuple[Party, ...]  # whom the sentence before it names
    preceding: tuple[Clause, ...] = ()  # the clauses of the sentence before it
    letter: str = ""  # its words one by one, for a sentence that repeats it word for word

    def phrases(self) -> Iterator[Phrase]:
        """All phrases of its clauses."""
        for clause in self.clauses:
            yield from clause.phrases

    def by_clause(self) -> list[tuple[Phrase, ...]]:
        """The phrases of each of its clauses."""
        return [clause.phrases for clause in self.clauses]

    def related(self, clause: Clause) -> list[Clause]:
        """The clauses bound to one of them, the nearest first: joined to its verb, with the same doer, above it.

        What describes a noun beside it tells of that noun only: "a meeting on the virus, which spread".
        """
        below = [c for c in self.clauses if c.hangs == clause.head.start]
        doers = [p.at for p in clause.phrases if p.role == "agent"]
        joined = [c for c in self.clauses if c.hangs is None or any(c.hangs == o.head.start for o in self.clauses)]
        beside = [c for c in joined if any(p.role == "agent" and p.at in doers for p in c.phrases)]
        found = {c.head.start: c for c in (*below, *beside, *self._above(clause)) if c.head != clause.head}
        return list(found.values())

    def apart(self, one: Clause, other: Clause) -> bool:
        """Whether one of two clauses is told to come before or after the other: where and when go with each alone
        ("put on the list on Wednesday after he fell in Bergen")."""
        return any(self._in_order(a) and not self._below(b, a) for a, b in ((one, other), (other, one)))

    def _in_order(self, clause: Clause) -> bool:
        """Whether "after" or the like opens a clause."""
        starts = (clause.head.start, *(p.at.start for p in clause.phrases if p.role == "agent"))
        before = (self.sentence.exact[: max(0, at - self.sentence.start)].split()[-1:] for at in starts)
        return any(w.lower() in SEQUENCE for words in before for w in words)

    def _below(self, clause: Clause, above: Clause) -> bool:
        return any(c.head == above.head for c in self._above(clause))

    def _above(self, clause: Clause) -> Iterator[Clause]:
        seen = {clause.head.start}
        over = self._holder(clause)
        while over is not None and over.head.start not in seen:
            seen.add(over.head.start)
            yield over
            over = self._holder(over)

    def _holder(self, clause: Clause) -> Clause | None:
        at = clause.hangs
        if at is None:
            return None
        verbs = (c for c in self.clauses if c.head.start == at)
        holding = (
            c for c in self.clauses if c.head != clause.head and any(p.at.start <= at < p.at.end for p in c.phrases)
        )
        return next(verbs, None) or next(holding, None)


def passages_of(clauses: Sequence[Clause]) -> tuple[Passage, ...]:
    """The sentences in which the clauses stand, report by report."""
    grouped: dict[tuple[str, int], list[Clause]] = defaultdict(list)
    for clause in clauses:
        grouped[(clause.report, clause.sentence.start)].append(clause)
    rows = [tuple(grouped[key]) for key in sorted(grouped)]
    found = []
    for before, own in pairwise([(), *rows]):
        follows = bool(before) and before[0].report == own[0].report
        near = before if follows else ()
        words = words_of(near[0].sentence.exact, near) if near else frozenset()
        found.append(
            Passage(
                own[0].sentence,
                own,
                words_of(own[0].sentence.exact, own),
                words,
                _named(near),
                near,
                letter_of(own[0].sentence.exact),
            )
        )
    return tuple(found)


def letter_of(text: str) -> str:
    """The words and figures of a text in their order; empty where there are too few to tell anything apart."""
    words = WORD.findall(text.lower().replace("’", "'"))
    return " ".join(words) if len(words) >= FEW else ""


def words_of(text: str, clauses: Sequence[Clause]) -> frozenset[str]:
    """The words of a sentence: as they stand, without endings, and as grammar has them."""
    found = {form for word in WORD.findall(text.replace("-", " ")) for form in forms_of(word.removesuffix("'s"))}
    for clause in clauses:
        found |= clause.forms
        for phrase in clause.phrases:
            found |= phrase.words | {phrase.head}
    return frozenset(found)


def _named(clauses: Sequence[Clause]) -> tuple[Party, ...]:
    return tuple(p.named for c in clauses for p in c.phrases if isinstance(p.named, Party))
