"""A number put on what happened: "the ministry put the number of wounded at 534", "the death toll is 20".

What is counted stands in the sentence as a noun, and in the reports as any verb: it is laid beside the answers that
are read from them, each of which has its number, its question and its speaker.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.facts.check.asked import Asked
from crosswire.facts.check.evidence import Evidence
from crosswire.facts.check.slots import Wanted
from crosswire.facts.check.values import stand
from crosswire.model import Claim, Party, Quantity, Speaker

OPINION = ("assessment", "expectation")
PUTTING = frozenset(("put", "estimate", "place", "set"))
STANDING = frozenset(("be", "stand", "rise", "reach", "climb", "increase"))
COUNT = frozenset(("number", "toll", "count", "total", "tally", "figure"))
WHOLE = frozenset(("official", "new", "late", "preliminary", "provisional", "total", "people", "person", "confirm"))


def toll(asked: Asked, evidence: Evidence) -> tuple[tuple[Claim, str], ...]:
    """(an answer that gives the number, of what is counted, by whoever is asked for; its event)."""
    numbers = [s for s in asked.slots if isinstance(s.value, Quantity) and s.value.unit == "1"]
    counted = [s for s in asked.slots if s.value is None and s.words & COUNT]
    voices = [s for s in asked.slots if s.role == "agent" and s not in counted and s not in numbers]
    known = len(numbers) + len(counted) + len(voices)
    told_of = len(counted) == 1 or (not counted and bool(asked.counts))
    if len(numbers) != 1 or not told_of or known != len(asked.slots) or asked.clause.negative:
        return ()
    if not asked.forms & (PUTTING if voices else STANDING) or asked.clause.modality != "happened":
        return ()
    words = counted[0].words - COUNT - WHOLE if counted else frozenset()
    questions = _questions(words, evidence) if words else asked.counts or frozenset({"killed"})
    found = _answers(numbers[0], questions, evidence)
    return tuple((c, event) for c, event in found if all(_speaks(v, c) for v in voices) and _said(asked, c))


def _questions(words: frozenset[str], evidence: Evidence) -> frozenset[str]:
    """The questions of events that are answered by counting what a noun names: "wounded", "deaths"."""
    table = evidence.measure.words
    return frozenset(
        question
        for question in table.near.keys() | table.done.keys()
        if all(
            any(
                table.same_act({word}, {told})
                for told in (*table.done.get(question, ()), *table.near.get(question, ()))
            )
            for word in words
        )
    )


def _answers(number: Wanted, questions: frozenset[str], evidence: Evidence) -> Iterator[tuple[Claim, str]]:
    assert number.value is not None  # noqa: S101 - chosen by its value
    for event, told in evidence.claims_of.items():
        for claim in (c for q in sorted(questions) for c in told.get(q, ())):
            fits = claim.value is not None and stand(number.value, claim.value, evidence.measure) == "supports"
            if fits and claim.kind not in OPINION and claim.stance != "denies":
                yield claim, event


def _speaks(voice: Wanted, claim: Claim) -> bool:
    names = {s.canonical.lower() for s in claim.speakers[1:]} | {s.name.lower() for s in claim.speakers[1:]}
    roles = {(s.role or "").lower() for s in claim.speakers[1:]}
    if voice.value is None:
        return any(voice.words <= {w.rstrip("s") for w in name.split()} | set(name.split()) for name in names | roles)
    return isinstance(voice.value, Party) and any(voice.value.name.lower() in name for name in names | roles)


def _said(asked: Asked, claim: Claim) -> bool:
    return all(_one_of(s, claim.speakers[1:]) for s in asked.speakers)


def _one_of(speaker: Speaker, told: tuple[Speaker, ...]) -> bool:
    return any(speaker.canonical == one.canonical for one in told)
