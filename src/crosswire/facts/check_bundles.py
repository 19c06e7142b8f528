"""Where a clause of the sentence is looked for: bundles of the reports' clauses that tell of one event, and what each
bundle gives for each slot.

All slots must be found in one bundle: what one report tells of a launch and another of a storm confirms no sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crosswire.facts.check_asked import PLAIN_ACTS, Asked, normal
from crosswire.facts.check_evidence import Evidence, Told
from crosswire.facts.check_slots import ANAPHORS, Wanted, fills, holds, roles_fit
from crosswire.facts.check_values import stand
from crosswire.model import Claim, Modality, Party, Phrase, Speaker, Text

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


@dataclass(frozen=True, slots=True)
class Filled:
    """What a bundle gives for one slot: the claims that give it, and those that give what excludes it."""

    slot: Wanted | None  # None: the act itself
    support: tuple[Claim, ...]
    against: tuple[Claim, ...]
    why: str = ""


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
        return "opposite" if opposed and _is_told(asked, told) else None
    if asked.over is not None and not asked.said and not _same_over(asked, told, evidence):
        return None
    if asked.said:
        return _how_said(asked, told, evidence)
    if not _is_told(asked, told):
        denied = told.voice is not None and told.voice.stance == "denies" and not asked.clause.negative
        return "denies" if denied and told.clause.modality in ("happened", "negated") else None
    return "tells" if _negative(told) == (asked.clause.negative or asked.clause.modality == "negated") else "denies"


def _negative(told: Told) -> bool:
    return told.clause.negative or told.clause.modality == "negated"


def _same_over(asked: Asked, told: Told, evidence: Evidence) -> bool:
    """What completes another verb is told under the same one: "agreed to pay" is no "paid"."""
    assert asked.over is not None  # noqa: S101 - asked by the caller
    return told.over is not None and evidence.measure.words.same_act(asked.over.forms, told.over.forms)


def _is_told(asked: Asked, told: Told) -> bool:
    """Whether the clause tells it as fact, or in the same way as the sentence does: expected, in general."""
    if SAME_TENSE[asked.clause.modality] != SAME_TENSE[told.clause.modality]:
        return False
    voice = told.told_by
    if voice is None:
        return False
    if voice.stance == "denies" and not told.clause.negative and told.clause.modality != "negated":
        return False
    return voice.kind not in OPINION or asked.clause.kind == voice.kind


# --- said ---------------------------------------------------------------------------------------------------------


def _how_said(asked: Asked, told: Told, evidence: Evidence) -> str | None:
    """Whether the speaker is told to have said so, or to have said the contrary."""
    voice = told.voice
    loose = _loose_denial(asked, told, evidence)
    if loose is not None:
        return "tells" if asked.denied else "denies"
    if voice is None or not speaks(asked.speakers, voice.speakers[1:]):
        return None
    if not asked.denied and asked.act not in PLAIN_ACTS and asked.act != voice.act:
        return None
    if {SAME_TENSE[asked.clause.modality], SAME_TENSE[told.clause.modality]} not in (
        {"past"},
        {SAME_TENSE[told.clause.modality]},
    ):
        return None
    return "tells" if asked.denied == (voice.stance == "denies" or told.clause.negative) else "denies"


def _loose_denial(asked: Asked, told: Told, evidence: Evidence) -> Claim | None:
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
    if asked.canonical == told.canonical:
        return True
    if asked.kind == "unnamed" or told.kind == "unnamed":
        return False
    if asked.country and asked.country == told.country and asked.canonical.endswith("government"):
        return told.kind == "official"
    one, two = asked.canonical.lower().split(), told.canonical.lower().split()
    return asked.kind == told.kind == "person" and set(one) <= set(two) and one[-1] == two[-1]


# --- slots --------------------------------------------------------------------------------------------------------


def fill(asked: Asked, bundle: Bundle, evidence: Evidence) -> list[Filled]:
    """What the bundle gives for the act and for each slot of the clause."""
    return [_act(asked, bundle, evidence), *(_slot(slot, asked, bundle, evidence) for slot in asked.slots)]


def _act(asked: Asked, bundle: Bundle, evidence: Evidence) -> Filled:
    support = _claims([t for t in bundle.telling if asked.said or _tells_itself(t)], asked)
    against = _claims([t for t in bundle.denying if asked.said or _tells_itself(t)], asked)
    if bundle.event is not None and not asked.said:
        told = evidence.claims_of.get(bundle.event, {})
        happened = told.get("happened", ())
        positive = not asked.clause.negative and asked.clause.modality != "negated"
        past = asked.clause.modality == "happened"
        if past and positive and not support and asked.trigger and asked.frames <= evidence.measure.words.one_act:
            support = tuple(c for c in happened if c.stance != "denies" and c.kind not in OPINION)
        if positive and not asked.speech:
            against += tuple(c for c in happened if c.stance == "denies")
    if asked.said and asked.denied:
        loose = (_loose_denial(asked, t, evidence) for t in bundle.telling)
        support = (*(c for c in loose if c is not None), *support)
    return Filled(None, support, against)


def _tells_itself(told: Told) -> bool:
    """A verb tells that it happened; of nouns only those that a claim to that effect stands on: who condemns "the
    launch" takes it for granted."""
    voice = told.voice
    if told.clause.verbal:
        return True
    return (
        voice is not None
        and voice.attribute == "happened"
        and voice.words is not None
        and voice.words.covers(told.clause.head)
    )


def _claims(told: Sequence[Told], asked: Asked) -> tuple[Claim, ...]:
    found = (t.voice if asked.said else t.told_by for t in told)
    return tuple(dict.fromkeys(c for c in found if c is not None))


def _slot(slot: Wanted, asked: Asked, bundle: Bundle, evidence: Evidence) -> Filled:
    support: dict[Claim, None] = {}
    against: dict[Claim, None] = {}
    for told in (*bundle.telling, *bundle.opposite, *(() if bundle.telling else bundle.denying)):
        outcome = _in_clause(slot, told, asked, evidence)
        claim = told.voice if asked.said else told.told_by
        if claim is not None and outcome != "silent":
            (support if outcome == "supports" else against)[claim] = None
    if bundle.event is not None:
        for claim, outcome in _in_event(slot, asked, bundle.event, evidence):
            (support if outcome == "supports" else against)[claim] = None
    return Filled(slot, tuple(support), tuple(c for c in against if c not in support))


def _in_clause(slot: Wanted, told: Told, asked: Asked, evidence: Evidence) -> str:
    words = evidence.measure.words
    clause, forms = normal(told.clause, words)
    outcomes = {fills(slot, phrase, evidence.measure) for phrase in (*clause.phrases, *_beside(slot, told, evidence))}
    if isinstance(slot.value, Party) and not told.events:
        outcomes.discard("excludes")  # another one did the like
    if slot.value is None and any(_takes_up(slot, phrase, told, evidence) for phrase in clause.phrases):
        outcomes.add("supports")
    if forms & words.mutual and slot.role in ("agent", "patient", "with") and "supports" not in outcomes:
        for role in ("agent", "patient", "with"):
            outcomes |= {fills(replace(slot, role=role), phrase, evidence.measure) for phrase in clause.phrases}
    return next((o for o in ("supports", "excludes") if o in outcomes), "silent")


def _beside(slot: Wanted, told: Told, evidence: Evidence) -> Sequence[Phrase]:
    """When and where of the verb that a clause completes, and of what completes it: parsers hang them on either."""
    if slot.role in ("agent", "patient", "is", "of", "mod", "how"):
        return ()
    near = [told.over] if told.over is not None else []
    near += evidence.under.get((told.clause.report, told.clause.head.start), ())
    return [p for clause in near for p in clause.phrases if p.role not in ("agent", "patient", "is")]


def _takes_up(slot: Wanted, phrase: Phrase, told: Told, evidence: Evidence) -> bool:
    """Whether "it" or "the action" takes up an event of the kind that the slot names, told just before."""
    if phrase.head not in ANAPHORS or slot.words != {slot.head} or not roles_fit(slot, phrase):
        return False
    words, at = evidence.measure.words, told.clause.head.start
    return any(
        0 < at - m.trigger.start < NEARBY
        and words.same_act(
            {slot.head},
            {
                m.trigger.exact.lower(),
                m.trigger.exact.lower().removesuffix("es"),
                m.trigger.exact.lower().removesuffix("s"),
            },
        )
        for m in evidence.mentions.values()
        if m.report == told.clause.report
    )


def _in_event(slot: Wanted, asked: Asked, event: str, evidence: Evidence) -> Iterator[tuple[Claim, str]]:
    """What the event's facts give for a slot that answers one of its questions."""
    if slot.attribute is None:
        return
    for claim in evidence.claims_of.get(event, {}).get(slot.attribute, ()):
        if asked.said and not speaks(asked.speakers, claim.speakers[1:]):
            continue
        if not asked.said and (claim.kind in OPINION or claim.stance == "denies"):
            continue
        if slot.attribute == "happened":
            yield claim, "supports"
            continue
        assert claim.value is not None  # noqa: S101 - only claims with a value are kept by event
        if slot.value is not None:
            outcome = stand(slot.value, claim.value, evidence.measure)
            if outcome != "silent":
                yield claim, outcome
        elif isinstance(claim.value, Text | Party) and _words_in(slot, claim, evidence):
            yield claim, "supports"


def _words_in(slot: Wanted, claim: Claim, evidence: Evidence) -> bool:
    value = claim.value
    assert isinstance(value, Text | Party)  # noqa: S101 - asked by the caller
    told = {w.strip("'’.,") for w in value.text.lower().replace("-", " ").split()} | {value.name.lower()}
    told |= {w.removesuffix("s") for w in told}
    words = evidence.measure.words
    return all(holds(w, told, words) for w in slot.words)
