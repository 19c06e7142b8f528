"""Whether what a sentence tells is of another event: by its date, or by who does it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from spacy.tokens import Token

from crosswire.claims.answers.fit import Answer, Context
from crosswire.claims.grammar import tree as g
from crosswire.claims.grammar.links import identical
from crosswire.claims.mentions import Hit
from crosswire.model import Time

PARTS = frozenset({"prep", "pobj", "acl", "dobj", "appos", "compound"})  # what a noun phrase is made of
AFTERMATH = timedelta(days=10)


def of_another_time(answer: Answer, event: Time | None, context: Context) -> bool:
    """Whether the words that show an answer are another event's, by their date or their subject: "since the fire that
    killed 33 in 2023", "two weeks after another quake left 90 dead"."""
    if answer.by is not None and is_done_by_another(answer, context):
        return True
    if event is None or answer.by is None or answer.by.dep_ not in ("relcl", "acl", "advcl"):
        return False
    inside = range(answer.by.left_edge.i, answer.by.right_edge.i + 1)
    near = context.board.sentence(answer.passage, answer.by)
    times = (p.found.value for p in near if p.tokens.start in inside)
    return any(isinstance(v, Time) and v.granularity != "vague" and apart(v, event) for v in times)


def _is_since(verb: Token) -> bool:
    """Whether a verb tells what a record is counted from: "the highest loss of life since some 117 died in January"."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "since" for c in verb.children)


def is_done_by_another(answer: Answer, context: Context) -> bool:
    """Whether who kills is "one" or "another quake", in a clause of its own, or a record is counted from it."""
    verb = answer.by
    if verb is not None and _is_since(verb):
        return True
    doer = g.nearest(verb, g.SUBJECTS) if verb is not None else None
    if verb is None or doer is None or answer.start <= doer.i < answer.end:
        return False
    if doer.lower_ == "another":
        return True
    before = {c.lower_ for c in doer.lefts}
    return bool(before & context.grammar.another) or (doer.lower_ == "one" and bool(before & {"a", "an"}))


def apart(told: Time, event: Time) -> bool:
    """Whether a sentence's time is before the event or long after it; its toll is counted in the days behind it."""
    before = bool(told.end and event.start and told.end <= event.start)
    return before or bool(told.start and event.end and told.start > event.end + AFTERMATH)


def is_part(hit: Hit, hits: Sequence[Hit], context: Context) -> bool:
    """Whether a noun only tells more of an event noun of its kind: "the accident involving the derailment", or what
    sort of one it is: "the quake was a ground quake with a magnitude of 5.6"."""
    before = [other for other in hits if other.frame is hit.frame and other.token.i < hit.token.i]
    if any(identical(other.token, hit.token, context.grammar) for other in before) or _is_aside_of(hit, hits):
        return True
    if any(_goes_on(hit.token, other.token) for other in before):
        return True
    return bool(before) and any(_phrase(hit.token) & _phrase(other.token) for other in before)


def _is_aside_of(hit: Hit, hits: Sequence[Hit]) -> bool:
    """Whether a clause behind a noun tells more of what the main clause tells of: "The fire, which broke out at 2 a.m.,
    has killed 31 people"."""
    verb = hit.token
    if verb.dep_ != "relcl" or verb.head.i > verb.i:
        return False
    others = (other.token for other in hits if other.frame is hit.frame and other.token.i > verb.i)
    return any(verb.head.head.i == other.i and verb.head.dep_ in g.SUBJECTS + g.PASSIVE_SUBJECTS for other in others)


def _goes_on(verb: Token, first: Token) -> bool:
    """Whether a verb tells more of what the one above it tells: "destroyed three homes and damaged others"."""
    joined = verb.pos_ == "VERB" and verb.dep_ in ("conj", "xcomp") and verb.head.i == first.i
    return joined and not any(c.dep_ in g.SUBJECTS + g.PASSIVE_SUBJECTS for c in verb.lefts)


def _phrase(token: Token) -> set[int]:
    """The words whose noun phrase a noun stands in, itself the first."""
    found = {token.i}
    while token.dep_ in PARTS:
        token = token.head
        found.add(token.i)
    return found
