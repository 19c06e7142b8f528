"""Statements -> who said or did what, in the words that the reports give to them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from crosswire.brief.evidence import NEGATION, bare, who
from crosswire.brief.index import Index
from crosswire.brief.sheet import Evidence, Saying
from crosswire.brief.wording import listed, not_done, past
from crosswire.model import Claim, Statement

LEAD = 40  # characters before a cue in which it is refused ("stopped short of claiming")
CLAUSE = re.compile(r"[.!?;,]\s|\n|\b(?:that|who|which)\b")
REFUSED = re.compile(
    r"\b(?:declin|refus|fail)(?:e|es|ed|ing|s)?\b|\bunable\b|\bstopp?(?:ed|ing|s)? short\b", re.IGNORECASE
)


def home(statement: Statement, found: Index) -> str | None:
    """The event that a statement is shown with: its own where that is listed, else the main one."""
    event = found.events.get(statement.event or "")
    if event is None or event.shown:
        return statement.event
    return next((e.id for e in found.brief.events if e.role == "main"), None)


def sayings(statements: Iterable[Statement], found: Index) -> tuple[Saying, ...]:
    """Statements: condemnations and the like before what was only said, what more reports tell before the rest.

    Those of several speakers that rest on the same words become one line; who only passes on what somebody else said
    ("the North said that ..., KCNA reported") has none.
    """
    joint: dict[tuple[str, bool, tuple[str, ...]], list[Statement]] = {}
    for undone, statement in _apart([half for s in statements for half in _halves(s, found)]):
        joint.setdefault((statement.act, undone, statement.claims), []).append(statement)

    def rank(item: tuple[tuple[str, bool, tuple[str, ...]], list[Statement]]) -> tuple[bool, int]:
        act, _, claims = item[0]
        return act in found.wording.plain, -len({found.claims[id_].report for id_ in claims if id_ in found.claims})

    return tuple(_saying(group, key[1], found) for key, group in sorted(joint.items(), key=rank))


def _apart(halves: Sequence[tuple[bool, Statement]]) -> Iterator[tuple[bool, Statement]]:
    """The statements, each cut into what its speaker alone says and what is said with others."""
    saying: dict[tuple[str, bool, str], list[str]] = defaultdict(list)
    for undone, statement in halves:
        for id_ in statement.claims:
            saying[statement.act, undone, id_].append(statement.speaker.canonical)
    for undone, statement in halves:
        among: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for id_ in statement.claims:
            among[tuple(saying[statement.act, undone, id_])].append(id_)
        for claims in among.values():
            yield undone, replace(statement, claims=tuple(claims))


def _halves(statement: Statement, found: Index) -> Iterator[tuple[bool, Statement]]:
    """What was done and, apart from it, what was not; without the words that only tell what somebody else said.

    "Could not confirm", "did not say whether" and "stopped short of claiming" are acts under a negation, which no
    reader shall take for the act.
    """
    own = [id_ for id_ in statement.claims if id_ not in found.passed_on]
    refused = {i for i in own if i in found.claims and _is_refused(found.claims[i], found)}
    for undone in (False, True):
        half = tuple(id_ for id_ in own if (id_ in refused) is undone)
        if half:
            yield undone, replace(statement, claims=half)


def _is_refused(claim: Claim, found: Index) -> bool:
    """Whether a negation or a refusal stands in the words that tell the act, or close before them in their clause."""
    if claim.stance != "doubts" or claim.cue is None or claim.mode == "quoted" or claim.report not in found.reports:
        return False  # a quotation that stands was said
    told = CLAUSE.split(found.reports[claim.report].text[max(0, claim.cue.start - LEAD) : claim.cue.end])[-1]
    return bool(NEGATION.search(told) or REFUSED.search(told))


def _saying(group: list[Statement], undone: bool, found: Index) -> Saying:
    first = group[0]
    speakers = listed(list(dict.fromkeys(who(s.speaker) for s in group)))
    claims = [found.claims[id_] for id_ in first.claims if id_ in found.claims]
    event = found.events.get(home(first, found) or "")
    called = {bare(speakers), *(bare(who(c.speakers[-1])) for c in claims if not c.speakers[-1].members)}
    return Saying(
        who=speakers,
        act=not_done(first.act) if undone else past(first.act, found.wording),
        about=event.title if event is not None and event.role != "main" and event.naming == "title" else "",
        held="" if undone else _held(claims, found.told.get(first.event or "", ())),
        disputed=first.standing == "disputed",
        evidence=tuple(_uncredited(e, called, undone or first.act == "deny") for e in found.words(first.claims)),
    )


def _held(claims: Sequence[Claim], about: Iterable[Claim]) -> str:
    """How an act's words are to be taken: those that answer a question "likely" are no opinion of it."""
    if not claims or any(c.kind != "assessment" for c in claims):
        return ""
    answers = [c for c in about if c.attribute and c.stance == "doubts"]
    answered = any(c.report == own.report and own.span.covers(c.span) for own in claims for c in answers)
    return "with reserve" if answered else "an opinion"


def _uncredited(item: Evidence, called: Collection[str], told: bool) -> Evidence:
    """Without "citing" those whose words the line already says they are, alone or with others, or the denial or doubt
    that it `told`; `called`: every name that the speaker goes by."""
    if not item.via or not any(name in bare(item.via[-1]) for name in called):
        return item
    return replace(item, via=item.via[:-1], stance="states" if told else item.stance)
