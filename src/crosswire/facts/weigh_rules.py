"""The rules of weighing as a table: the first that holds gives the verdict. docs/weighing.md tells them to a reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from crosswire.compare import Agreement
from crosswire.facts.align import Answer, Backed
from crosswire.model import StandingName

CONFIRMED, PROBABLE, POSSIBLE, DOUBTFUL, IMPROBABLE, UNJUDGED = 1, 2, 3, 4, 5, 6


@dataclass(frozen=True, slots=True)
class Case:
    """What is weighed: the best supported answer, those beside it with how they stand to it, and who denies it."""

    best: Answer
    beside: Sequence[tuple[Answer, Agreement]]
    denying: Sequence[Backed]
    stated: bool

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
    def outliers(self) -> bool:
        """Whether all that stands against two origins or more is told by nobody known."""
        return self.origins >= 2 and all(not answer.keys for answer, _ in self.against)


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
        lambda c: bool(c.against) and c.outliers and not c.denying,
        "corroborated",
        PROBABLE,
    ),
    Rule(
        "answers that cannot both hold",
        lambda c: bool(c.against),
        "disputed",
        DOUBTFUL,
        lambda c: bool(c.denying) and c.origins >= 2,
    ),
    Rule("somebody denies it", lambda c: bool(c.denying), "disputed", DOUBTFUL),
    Rule(
        "two independent origins or more, all with reserve",
        lambda c: c.origins >= 2 and c.doubted,
        "corroborated",
        PROBABLE,
    ),
    Rule("two independent origins or more", lambda c: c.origins >= 2, "corroborated", CONFIRMED),
    Rule("one origin, with reserve", lambda c: bool(c.best.keys) and c.doubted, "reported", DOUBTFUL),
    Rule("one origin", lambda c: bool(c.best.keys), "reported", POSSIBLE),
    Rule("nobody known", lambda c: True, "reported", UNJUDGED),
)


def verdict(case: Case) -> Rule:
    """The rule that decides a case."""
    return next(rule for rule in RULES if rule.holds(case))
