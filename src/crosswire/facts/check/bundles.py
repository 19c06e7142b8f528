"""Where a clause of the sentence is looked for: bundles of the reports' clauses that tell of one event.

All slots must be found in one bundle: what one report tells of a launch and another of a storm confirms no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crosswire.facts.check.asked import DENIAL, PLAIN_ACTS, Asked, denies
from crosswire.facts.check.evidence import Evidence, Told
from crosswire.facts.check.normal import normal
from crosswire.model import Claim, Modality, Speaker

SPELLED = re.compile(r"(?<=organi)s(?=er)")
OPINION = ("assessment", "expectation")
NEARBY = 400  # characters: what "them" takes up was told this shortly before
SAME_TENSE: dict[Modality, str] = {
    "happened": "past",
    "negated": "past",
    "expected": "ahead",
    "hypothetical": "maybe",
    "general": "general",
}


@dataclass(frozen=True, slots=True)
class Bundle:
    """Clauses of the reports that tell the asked act of one event, and those that deny it or tell its opposite."""

    event: str | None
    telling: tuple[Told, ...]
    denying: tuple[Told, ...]
    opposite: tuple[Told, ...] = ()


def bundles(asked: Asked, evidence: Evidence) -> list[Bundle]:
    """Where the clause may be told: one bundle for each event, one for each clause that tells of none."""
    groups: dict[str, list[tuple[Told, str]]] = {}
    for told in evidence.told:
        how = _how(asked, told, evidence)
        if how is not None:
            for key in told.events or {f"{told.clause.report}:{told.clause.head.start}"}:
                groups.setdefault(key, []).append((told, how))
    known = {e.id for e in evidence.brief.events}
    if not asked.said and asked.trigger and asked.frames <= evidence.measure.words.one_act:
        for event in evidence.events_of(asked.frames):
            groups.setdefault(event, [])
    if not asked.said and asked.counts:
        for event, told_of in evidence.claims_of.items():
            if not asked.counts.isdisjoint(told_of):
                groups.setdefault(event, [])
    return [
        Bundle(
            key if key in known else None,
            *(tuple(t for t, h in found if h == how) for how in ("tells", "denies", "opposite")),
        )
        for key, found in groups.items()
    ]


def _how(asked: Asked, told: Told, evidence: Evidence) -> str | None:
    """Whether a report's clause tells the asked act, denies it, or tells its opposite; None for all else."""
    words = evidence.measure.words
    _, forms = normal(told.clause, words)
    if not words.same_act(asked.forms, forms):
        opposed = not asked.said and told.clause.verbal and words.opposite(asked.forms, forms)
        return "opposite" if opposed and is_told(asked, told) else None
    if asked.over is not None and not asked.said and not _same_over(asked, told, evidence):
        return None
    return how_told(asked, told, evidence)


def how_told(asked: Asked, told: Told, evidence: Evidence, loose: bool = False) -> str | None:
    """Whether a clause with the asked act tells it or denies it; None where it is told as another thing than asked.

    `loose`: what is told in general is told as fact too ("the firm owns").
    """
    if asked.said:
        return _how_said(asked, told, evidence)
    if loose and {asked.clause.modality, told.clause.modality} == {"happened", "general"}:
        asked = replace(asked, clause=replace(asked.clause, modality=told.clause.modality))
    if not is_told(asked, told):
        denied = told.voice is not None and told.voice.stance == "denies" and not asked.clause.negative
        return "denies" if denied and told.clause.modality in ("happened", "negated") else None
    return "tells" if _negative(told) == (asked.clause.negative or asked.clause.modality == "negated") else "denies"


def _negative(told: Told) -> bool:
    return told.clause.negative or told.clause.modality == "negated"


def _same_over(asked: Asked, told: Told, evidence: Evidence) -> bool:
    """What completes another verb is told under the same one: "agreed to pay" is no "paid"."""
    assert asked.over is not None  # noqa: S101 - asked by the caller
    return told.over is not None and evidence.measure.words.same_act(asked.over.forms, told.over.forms)


def is_told(asked: Asked, told: Told) -> bool:
    """Whether the clause tells it as fact, or in the same way as the sentence does: expected, in general."""
    if SAME_TENSE[asked.clause.modality] != SAME_TENSE[told.clause.modality]:
        return False
    voice = told.told_by
    if voice is None:
        return False
    if told.cue is not None and voice.id == told.cue.id:
        return True  # that it was said, or denied, is a fact, whatever was said
    if voice.stance == "denies" and not told.clause.negative and told.clause.modality != "negated":
        return False
    return voice.kind not in OPINION or asked.kind == voice.kind


# --- said ---------------------------------------------------------------------------------------------------------


def _how_said(asked: Asked, told: Told, evidence: Evidence) -> str | None:
    """Whether the speaker is told to have said so, or to have said the contrary."""
    voice = told.voice
    loose = loose_denial(asked, told, evidence)
    if loose is not None:
        return "tells" if asked.denied else "denies"
    if voice is None or not speaks(asked.speakers, voice.speakers[1:]):
        return None
    if not asked.denied and asked.act not in PLAIN_ACTS and asked.act != voice.act:
        told_so = voice.act is None and asked.over is not None and _same_over(asked, told, evidence)
        if not told_so:
            return None
    if {SAME_TENSE[asked.clause.modality], SAME_TENSE[told.clause.modality]} not in (
        {"past"},
        {SAME_TENSE[told.clause.modality]},
    ):
        return None
    if asked.clause.negative != told.clause.negative and not (DENIAL.match(asked.cue) or DENIAL.match(_cue(voice))):
        return "denies"
    return "tells" if asked.denied == (denies(voice) or told.clause.negative) else "denies"


def _cue(claim: Claim) -> str:
    return claim.cue.exact.lower() if claim.cue is not None else ""


def loose_denial(asked: Asked, told: Told, evidence: Evidence) -> Claim | None:
    """The denial, by the speaker, of the event that a clause tells of: "a claim Seoul denies"."""
    for event in told.events:
        for claim in evidence.claims_of.get(event, {}).get("happened", ()):
            if (
                claim.stance == "denies"
                and claim.report == told.clause.report
                and speaks(asked.speakers, claim.speakers[1:])
            ):
                return claim
    return None


def speaks(asked: Sequence[Speaker], told: Sequence[Speaker]) -> bool:
    """Whether everybody asked for is among those who speak."""
    flat = [m for s in told for m in (s.members or (s,))]
    return all(any(_same_speaker(one, other) for other in flat) for s in asked for one in (s.members or (s,)))


def _same_speaker(asked: Speaker, told: Speaker) -> bool:
    if SPELLED.sub("z", asked.canonical) == SPELLED.sub("z", told.canonical):
        return True
    if told.role and {w.rstrip("s") for w in asked.name.lower().split()} <= set(told.role.lower().split()):
        return True  # the patrol's spokesman speaks for the patrol
    if asked.kind == "unnamed" or told.kind == "unnamed":  # "the company", whose name the report knows
        return " " in asked.name and set(asked.name.lower().split()) <= set(told.name.lower().split())
    if asked.country and asked.country == told.country and asked.canonical.endswith("government"):
        return told.kind == "official"
    one, two = asked.canonical.lower().split(), told.canonical.lower().split()
    return "official" not in (asked.kind, told.kind) and set(one) <= set(two) and one[-1] == two[-1]
