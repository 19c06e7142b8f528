"""The rules of weighing as a table: the first that holds gives the verdict. docs/weighing.md tells them to a reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from crosswire.compare import Agreement
from crosswire.facts.align import Answer, Backed
from crosswire.facts.sides import in_one_report, says, set_against
from crosswire.model import Quantity, StandingName

CONFIRMED, PROBABLE, POSSIBLE, DOUBTFUL, IMPROBABLE, UNJUDGED = 1, 2, 3, 4, 5, 6


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of an event besides the question: that it is `disputed` whether it happened, so that who only names
    it vouches for nothing of it; that all its reports tell it in `passing`."""

    disputed: bool = False
    passing: bool = False


@dataclass(frozen=True)  # no slots: what many rules ask is found once
class Case:
    """What is weighed: the best supported answer, those beside it with how they stand to it, and who denies it; and
    whether it is asked only whether something happened, which many words imply, or about what is disputed; whether
    somebody tells otherwise who is no side; whether what is asked holds of a thing wherever it is told; and whether all
    reports tell its event in passing."""

    best: Answer
    beside: Sequence[tuple[Answer, Agreement]]
    denying: Sequence[Backed]
    stated: bool
    implied: bool = False
    otherwise: bool = False
    lasting: bool = False
    passing: bool = False

    @cached_property
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
        of them outright; and of an event that some report is about."""
        return (
            self.origins >= 2
            and not self.otherwise
            and not self.passing
            and (not self.implied or (len(self.best.tellers) > 1 and self.best.outright))
        )

    @property
    def outliers(self) -> bool:
        """Whether somebody asked gives the answer, and all that stands against it is told by nobody who was."""
        return self.best.asked and not any(a.asked or in_one_report(self.best, a) for a, _ in self.against)

    @property
    def unasked(self) -> bool:
        """Whether nobody who gives any of the answers was asked or counted."""
        told = [self.best, *(answer for answer, _ in self.against)]
        return not any(a.asked or in_one_report(self.best, a) for a in told)

    @property
    def sided(self) -> bool:
        """Whether two sides each say an answer of their own: of figures wherever they say it, of what is lasting too
        (and there who looked it up is a side), of places, times and names in one report that sets them against each
        other, for two reports may mean two events."""
        return any(
            (isinstance(a.value, Quantity) and says(self.best) and says(a))
            or (self.lasting and self.best.asked and a.asked)
            or set_against(self.best, a)
            for a, _ in self.against
        )


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
        "answers that differ, all told by nobody known",
        lambda c: bool(c.against) and c.unasked and not c.denying,
        "reported",
        UNJUDGED,
    ),
    Rule(
        "answers that differ, and not two sides that each say theirs",
        lambda c: bool(c.against) and not c.sided and not c.denying,
        "reported",
        DOUBTFUL,
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
        "two independent origins or more, of an event that every report tells in passing",
        lambda c: c.passing and c.origins >= 2,
        "reported",
        PROBABLE,
    ),
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
