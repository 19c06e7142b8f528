"""Who is a side of a dispute about an answer: somebody who gives it in so many words, and is no news medium.

An outlet tells what it heard or saw and is no party to it, and who only names an event ("mourned the 12 dead") says
nothing of it. Two answers in two reports may be of two events; one report that tells both in one breath sets them
against each other.
"""

from __future__ import annotations

from crosswire.facts.align import Answer, Backed
from crosswire.model import Span

BREATH = 500  # characters between two who are set against each other


def says(answer: Answer) -> bool:
    """Whether somebody known gives an answer so."""
    return any(_is_said(b) and any(t.known and not t.tells_news for t in b.traces) for b in answer.backed)


def set_against(one: Answer, other: Answer) -> bool:
    """Whether one report tells both in one breath, each on somebody's word: "the army says two died, activists say
    thirty" has two sides, though nobody can say who the activists are."""
    return any(
        a.claim.report == b.claim.report and _near(a.claim.span, b.claim.span) and not _is_one_voice(a, b)
        for a in one.backed
        if _is_said(a)
        for b in other.backed
        if _is_said(b)
    )


def in_one_report(one: Answer, other: Answer) -> bool:
    """Whether one report tells both, each on the word of somebody, an outlet that has its own reporters among them."""
    mine, yours = (
        {(b.claim.report, t.key) for b in a.backed for t in b.traces if t.kind != "unknown"} for a in (one, other)
    )
    return any(report == there and key != voice for report, key in mine for there, voice in yours)


def _is_said(told: Backed) -> bool:
    """Whether somebody who is no news medium, named or not, says it in so many words."""
    asked = any(t.kind != "unknown" and not t.secondhand and not t.tells_news for t in told.traces)
    return asked and told.claim.taken is None


def _near(one: Span, two: Span) -> bool:
    return max(one.start, two.start) - min(one.end, two.end) <= BREATH


def _is_one_voice(one: Backed, two: Backed) -> bool:
    return {t.key for t in one.traces} == {t.key for t in two.traces}
