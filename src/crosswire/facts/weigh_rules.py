"""The rules of weighing as a table: the first that holds gives the verdict. docs/weighing.md tells them to a reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from crosswire.compare import Agreement
from crosswire.facts.align import Answer, Backed
from crosswire.model import Quantity, StandingName

CONFIRMED, PROBABLE, POSSIBLE, DOUBTFUL, IMPROBABLE, UNJUDGED = 1, 2, 3, 4, 5, 6


@dataclass(frozen=True, slots=True)
class Case:
    """What is weighed: the best supported answer, those beside it with how they stand to it, and who denies it; and
    whether it is a count that grows or changes, of which there are several in a day, and whether it is asked only
    whether something happened, which many words imply, or about what is disputed."""

    best: Answer
    beside: Sequence[tuple[Answer, Agreement]]
    denying: Sequence[Backed]
    stated: bool
    moves: bool = False
    implied: bool = False

    @property
    def against(self) -> list[tuple[Answer, Agreement]]:
        """The answers that cannot hold together with the best."""
        return [(answer, how) for answer, how in self.beside if how.relation == "conflict"]

    @property
    def doubted(self) -> bool:
        """Whether whoever tells it tells it with reserve."""
        return all(b.claim.stance == "doubts" for b in self.best.saying)

    @property
    def taken_back(self) -> bool:
        """Whether every origin that gave the answer has denied it in a later report."""
        later = [b for b in self.denying if b.published and self.best.latest and b.published > self.best.latest]
        return bool(self.best.keys) and self.best.keys <= {t.key for b in later for t in b.traces if t.known}

    @property
    def origins(self) -> int:
        """How many independent origins stand behind the best answer."""
        return len(self.best.independent)

    @property
    def corroborated(self) -> bool:
        """Whether two independent origins or more say it; what words may only imply, through two outlets or more, one
        of them outright."""
        return self.origins >= 2 and (not self.implied or (len(self.best.tellers) > 1 and self.best.outright))

    @property
    def outliers(self) -> bool:
        """Whether somebody asked gives the answer, and all that stands against it is told by nobody who was."""
        return self.best.asked and not any(a.asked or _set_against(self.best, a) for a, _ in self.against)

    @property
    def unasked(self) -> bool:
        """Whether nobody who gives any of the answers was asked or counted."""
        told = [self.best, *(answer for answer, _ in self.against)]
        return not any(a.asked or _set_against(self.best, a) for a in told)


def _set_against(best: Answer, other: Answer) -> bool:
    """Whether one report tells both, each on somebody's word: "the army says two died, activists say thirty" has two
    sides, though nobody can say who the activists are."""
    sides = (
        {(b.claim.report, t.key) for b in a.backed for t in b.traces if t.kind != "unknown"} for a in (best, other)
    )
    mine, yours = sides
    return any(report == there and one != two for report, one in mine for there, two in yours)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its words for a reader, when it holds, the verdict, and whether the best answer is then the value."""

    words: str
    holds: Callable[[Case], bool]
    standing: StandingName
    credibility: int
    answers: Callable[[Case], bool] = lambda case: True


RULES: tuple[Rule, ...] = (
    Rule("nobody states it, somebody denies it", lambda c: not c.stated, "disputed", DOUBTFUL, lambda c: False),
    Rule("whoever told it has taken it back", lambda c: c.taken_back, "withdrawn", IMPROBABLE, lambda c: False),
    Rule(
        "two independent origins or more, and only nobody known gives another answer",
        lambda c: bool(c.against) and c.outliers and not c.denying and c.corroborated,
        "corroborated",
        PROBABLE,
    ),
    Rule(
        "one origin, and only nobody known gives another answer",
        lambda c: bool(c.against) and c.outliers and not c.denying,
        "reported",
        DOUBTFUL,
    ),
    Rule(
        "different figures of a count that grows or changes, all told by nobody known",
        lambda c: bool(c.against) and c.moves and c.unasked and not c.denying,
        "reported",
        UNJUDGED,
    ),
    Rule(
        "different places, times or names, all told by nobody known",
        lambda c: bool(c.against) and not isinstance(c.best.value, Quantity) and c.unasked and not c.denying,
        "reported",
        UNJUDGED,
    ),
    Rule(
        "answers that cannot both hold",
        lambda c: bool(c.against),
        "disputed",
        DOUBTFUL,
        lambda c: bool(c.denying) and c.corroborated,
    ),
    Rule("somebody denies it", lambda c: bool(c.denying), "disputed", DOUBTFUL),
    Rule(
        "two independent origins or more, all with reserve",
        lambda c: c.corroborated and c.doubted,
        "corroborated",
        PROBABLE,
    ),
    Rule("two independent origins or more", lambda c: c.corroborated, "corroborated", CONFIRMED),
    Rule(
        "what words may only imply, by two independent origins or more in one outlet alone or by none outright",
        lambda c: c.origins >= 2,
        "reported",
        PROBABLE,
    ),
    Rule("one origin, with reserve", lambda c: bool(c.best.keys) and c.doubted, "reported", DOUBTFUL),
    Rule("one origin", lambda c: bool(c.best.keys), "reported", POSSIBLE),
    Rule("nobody known", lambda c: True, "reported", UNJUDGED),
)


def verdict(case: Case) -> Rule:
    """The rule that decides a case."""
    return next(rule for rule in RULES if rule.holds(case))
