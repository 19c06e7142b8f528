"""Answers -> a fact with its standing, credibility and reasons. docs/weighing.md tells these rules to a reader.

| standing     | when                                                                                            |
|--------------|-------------------------------------------------------------------------------------------------|
| corroborated | two or more independent known origins give agreeing answers, and nobody's answer excludes them    |
| reported     | one known origin, or only unknown ones                                                          |
| disputed     | answers that cannot both hold, or a denial by a party of its own                                 |
| withdrawn    | the only origin has since taken it back                                                          |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from crosswire.compare import Scale
from crosswire.facts.align import Answer, Backed, align, relation
from crosswire.facts.origins import Trace, independent, origin_id
from crosswire.model import Attribute, Candidate, Fact, Quantity, StandingName, Value

RULES = "weigh.v1"
HALF_DAY = timedelta(hours=12)  # two bodies' tolls this far apart are a count that grew, sooner a dispute
CONFIRMED, PROBABLE, POSSIBLE, DOUBTFUL, IMPROBABLE, UNJUDGED = 1, 2, 3, 4, 5, 6


@dataclass(frozen=True, slots=True)
class Weighed:
    """The outcome for one question before it is written down."""

    standing: StandingName
    credibility: int
    value: Value | None
    reasons: tuple[str, ...]


def weigh(event: str, attribute: Attribute, backed: Sequence[Backed], scale: Scale) -> Fact | None:
    """The fact for one question of one event; None where no claim gives an answer."""
    stating = [b for b in backed if b.claim.stance != "denies"]
    denying = [b for b in backed if b.claim.stance == "denies"]
    answers = align(stating or denying, scale)
    if not answers:
        return None
    current, replaced = _updates(answers, attribute, scale)
    weighed = _weigh(current, denying if stating else [], replaced, scale)
    if not stating:
        weighed = Weighed("disputed", DOUBTFUL, None, ("these reports only tell of its denial", *weighed.reasons))
    shown = [*current, *replaced]
    if denying and stating:
        shown.append(Answer(denying[0].claim.value or shown[0].value, tuple(denying)))
    return Fact(
        event=event,
        attribute=attribute.name,
        question=attribute.question,
        standing=weighed.standing,
        credibility=weighed.credibility,
        value=weighed.value,
        candidates=tuple(_candidate(answer) for answer in shown),
        reasons=weighed.reasons,
    )


def _weigh(answers: Sequence[Answer], denying: Sequence[Backed], replaced: Sequence[Answer], scale: Scale) -> Weighed:
    best = answers[0]
    reasons = [_support(best)]
    reasons += [f"“{a.value.text}” was told earlier and has been replaced ({_who(a)})" for a in replaced]
    rivals = [(a, relation(best, a, scale)) for a in answers[1:]]
    against = [(a, r) for a, r in rivals if r.relation == "conflict"]
    reasons += [f"beside it stands “{a.value.text}” ({_who(a)}): {r.why}" for a, r in rivals if (a, r) not in against]
    echoes = _only_echoes(best.backed)
    if denying and _taken_back(best, denying):
        reasons.append(f"since taken back by {_names(denying)}")
        return Weighed("withdrawn", IMPROBABLE, None, tuple(reasons))
    if denying:
        reasons.append(f"denied by {_names(denying)}")
        if not echoes:
            return Weighed("disputed", DOUBTFUL, best.value, tuple(reasons))
    if against:
        reasons += [f"{_who(a)} gives “{a.value.text}” instead: {r.why}" for a, r in against]
        clear = len(best.independent) >= 2 and all(not a.keys for a, _ in against)
        return Weighed("disputed", DOUBTFUL, best.value if clear else None, tuple(reasons))
    if denying:
        return Weighed("disputed", DOUBTFUL, best.value, tuple(reasons))
    doubted = all(b.claim.stance == "doubts" for b in best.backed)
    if doubted:
        reasons.append("told with reserve only (likely, suspected, alleged)")
    if len(best.independent) >= 2:
        return Weighed("corroborated", PROBABLE if doubted else CONFIRMED, best.value, tuple(reasons))
    credibility = UNJUDGED if not best.keys else (DOUBTFUL if doubted else POSSIBLE)
    return Weighed("reported", credibility, best.value, tuple(reasons))


def _taken_back(answer: Answer, denying: Sequence[Backed]) -> bool:
    """Whether every origin that gave the answer has denied it in a later report."""
    later = [b for b in denying if b.published and answer.latest and b.published > answer.latest]
    return bool(answer.keys) and answer.keys <= {t.key for b in later for t in b.traces if t.known}


def _updates(answers: Sequence[Answer], attribute: Attribute, scale: Scale) -> tuple[list[Answer], list[Answer]]:
    """(current, replaced): a later figure of the same origin replaces its earlier one, and a later toll a lower one."""
    replaced: list[Answer] = []
    for old in answers:
        for new in answers:
            if new is old or new in replaced or relation(old, new, scale).relation != "conflict":
                continue
            if _later(old, new) and (_same_origin(old, new) or _grown(old, new, attribute)):
                replaced.append(old)
                break
    return [a for a in answers if a not in replaced], replaced


def _later(old: Answer, new: Answer) -> bool:
    return old.latest is not None and new.latest is not None and new.first is not None and old.latest < new.latest


def _same_origin(old: Answer, new: Answer) -> bool:
    return bool(old.keys) and old.keys <= new.keys


def _grown(old: Answer, new: Answer, attribute: Attribute) -> bool:
    a, b = old.value, new.value
    if not attribute.grows or not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return False
    one_body = not old.keys or old.keys <= new.keys
    long_after = old.latest is not None and new.first is not None and new.first - old.latest >= HALF_DAY
    return (one_body or long_after) and (b.low or b.high or 0) > (a.high or a.low or 0)


def _only_echoes(backed: Sequence[Backed]) -> bool:
    return len(independent(t for b in backed for t in b.traces)) < 2


def _support(answer: Answer) -> str:
    reports = len({b.claim.report for b in answer.backed})
    outlets = f"{reports} report{'s' if reports > 1 else ''}"
    groups = answer.independent
    if not groups:
        tell = "tell" if reports > 1 else "tells"
        if any(t.kind == "unnamed" for b in answer.backed for t in b.traces):
            return f"{outlets} {tell} it on the word of people not named: nobody can say how independent"
        return f"{outlets} {tell} it without naming a source: nobody can say how independent"
    names = [_voice(group) for group in groups]
    if len(groups) == 1:
        echo = ", which echo one another" if reports > 1 else ""
        return f"rests on one origin, {names[0]} ({outlets}{echo})"
    return f"{len(groups)} independent origins: {', '.join(names)} ({outlets})"


def _voice(group: Sequence[Trace]) -> str:
    names = list(dict.fromkeys(t.name for t in group))
    return f"{names[0]} (with {', '.join(names[1:])}: one voice)" if names[1:] else names[0]


def _who(answer: Answer) -> str:
    return _names(answer.backed)


def _names(backed: Sequence[Backed]) -> str:
    names = sorted({t.name for b in backed for t in b.traces})
    return ", ".join(names[:4]) + (f" and {len(names) - 4} more" if len(names) > 4 else "")


def _candidate(answer: Answer) -> Candidate:
    keys = sorted({t.key for b in answer.backed for t in b.traces})
    return Candidate(
        value=answer.value,
        claims=tuple(sorted({b.claim.id for b in answer.backed})),
        origins=tuple(origin_id(key) for key in keys),
        independent=tuple(origin_id(group[0].key) for group in answer.independent),
    )
