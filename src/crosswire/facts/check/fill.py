"""What a bundle of the reports' clauses gives for the act of a clause and for each of its slots."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crosswire.facts.check.asked import Asked
from crosswire.facts.check.bundles import NEARBY, OPINION, Bundle, loose_denial, speaks
from crosswire.facts.check.evidence import Evidence, Told
from crosswire.facts.check.normal import normal
from crosswire.facts.check.slots import ANAPHORS, Wanted, fills, holds, roles_fit
from crosswire.facts.check.values import stand
from crosswire.facts.check.wider import from_elsewhere, words_given
from crosswire.facts.check.words import Stand, forms_of
from crosswire.model import Claim, Party, Phrase, Place, Quantity, Text

DIRECTIONS = ("from", "out of", "to", "toward", "towards", "for")  # where something went is not where it happened
PRONOUNS = ("it", "them", "they", "this", "that", "these", "those")
BETWEEN = 3  # characters between two sentences of one paragraph


@dataclass(frozen=True, slots=True)
class Filled:
    """What a bundle gives for one slot: the claims that give it, and those that give what excludes it."""

    slot: Wanted | None  # None: the act itself
    support: tuple[Claim, ...]
    against: tuple[Claim, ...]
    why: str = ""


def fill(asked: Asked, bundle: Bundle, evidence: Evidence) -> list[Filled]:
    """What the bundle gives for the act and for each slot of the clause."""
    found = [_slot(slot, asked, bundle, evidence) for slot in asked.slots]
    return [_act(asked, bundle, evidence), *(_with_its_name(one, found, evidence) for one in found)]


def _with_its_name(one: Filled, found: Sequence[Filled], evidence: Evidence) -> Filled:
    """What belongs to a name that is given is given with it: the first name, "president", the land of a body."""
    slot = one.slot
    if one.support or slot is None:
        return one
    for other in (f for f in found if f.support and f.slot is not None and f.slot.at == slot.at and f is not one):
        assert other.slot is not None  # noqa: S101 - the line above has seen to it
        named = other.slot.value
        same = (
            isinstance(slot.value, Party | Place) and isinstance(named, Party | Place) and named.name == slot.value.name
        )
        told = isinstance(named, Party) and slot.value is None and slot.words <= evidence.called_now(slot.words, named)
        if same or told:
            return replace(one, support=other.support, against=())
    return one


def _act(asked: Asked, bundle: Bundle, evidence: Evidence) -> Filled:
    support = _claims([t for t in bundle.telling if asked.said or asked.speech or _tells_itself(t)], asked)
    against = _claims([t for t in bundle.denying if asked.said or asked.speech or _tells_itself(t)], asked)
    if bundle.event is not None and not asked.said:
        told = evidence.claims_of.get(bundle.event, {})
        happened = told.get("happened", ())
        positive = not asked.clause.negative and asked.clause.modality != "negated"
        past = asked.clause.modality == "happened"
        if not asked.counts and _contrary(asked, bundle.event, evidence) and not support:
            return Filled(None, support, tuple(c for c in happened if c.stance != "denies"))
        if past and positive and not support and asked.trigger and asked.frames <= evidence.measure.words.one_act:
            support = tuple(c for c in happened if c.stance != "denies" and c.kind not in OPINION)
        if positive and not asked.speech:
            against += tuple(c for c in happened if c.stance == "denies")
        if asked.counts and not support:
            support = tuple(c for a in sorted(asked.counts) for c in told.get(a, ()) if admitted(c, asked))
    if asked.said and asked.denied:
        loose = (loose_denial(asked, t, evidence) for t in bundle.telling)
        support = (*(c for c in loose if c is not None), *support)
    return Filled(None, support, against)


def _contrary(asked: Asked, event: str, evidence: Evidence) -> bool:
    """Whether nothing told of an event is the asked act, and words of its kind may turn it round: begun and ended."""
    words = evidence.measure.words
    told = [forms_of(m.trigger.exact) for m in evidence.mentions.values() if evidence.event_of.get(m.id) == event]
    turned = asked.frames & words.turns or words.has_opposite(asked.forms)
    return bool(turned) and not any(words.same_act(asked.forms, forms) for forms in told)


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
    for told in bundle.telling or (*bundle.opposite, *bundle.denying):
        outcome = in_clause(slot, told, asked, evidence)
        claim = told.voice if asked.said else told.told_by
        if claim is not None and outcome != "silent":
            (support if outcome == "supports" else against)[claim] = None
    if bundle.event is not None:
        for claim, outcome in _in_event(slot, asked, bundle.event, evidence):
            (support if outcome == "supports" else against)[claim] = None
    if slot.role == "agent" and not asked.said and asked.forms & evidence.measure.words.plain:
        against.clear()  # that another one reported it too denies nobody's report
        if not any(isinstance(s.value, Quantity | Place) for s in asked.slots):
            support |= dict.fromkeys(_reporting(slot, bundle, evidence))
    if not support and not against and not asked.said:
        support |= dict.fromkeys(from_elsewhere(slot, asked, bundle, evidence))
    return Filled(slot, tuple(support), tuple(c for c in against if c not in support))


def _reporting(slot: Wanted, bundle: Bundle, evidence: Evidence) -> Iterator[Claim]:
    """What somebody says of an event: "the ministry reported the launch"."""
    told = evidence.claims_of.get(bundle.event or "", {})
    named = slot.value.name if isinstance(slot.value, Party) else ""
    yield from (c for claims in told.values() for c in claims if named in (s.canonical for s in c.speakers[1:]))


def in_clause(slot: Wanted, told: Told, asked: Asked, evidence: Evidence, around: bool = True) -> str:
    """How a report's clause stands to a slot; `around`: with when and where of the verbs it is joined to."""
    words = evidence.measure.words
    clause, forms = normal(told.clause, words)
    phrases = [p for p in clause.phrases if slot.value is not None or evidence.is_still(slot.words, p)]
    outcomes = {
        fills(slot, phrase, evidence.measure)
        for phrase in (*phrases, *(_beside(slot, told, evidence) if around else ()))
    }
    if isinstance(slot.value, Party) and not told.events:
        outcomes.discard("excludes")  # another one did the like
    together = isinstance(slot.value, Party | Place) and slot.role in ("with", "between", "and")
    if together and "supports" not in outcomes:
        outcomes |= {fills(replace(slot, role="agent"), phrase, evidence.measure) for phrase in clause.phrases}
        outcomes.discard("excludes")
    if any(_one_thing(slot, phrase, told, evidence) for phrase in clause.phrases):
        outcomes.add("supports")
    if slot.value is None and any(
        _takes_up(slot, phrase, told, evidence)
        or _meant(slot, phrase, told, evidence)
        or _parallel(slot, phrase, told, evidence)
        for phrase in clause.phrases
    ):
        outcomes.add("supports")
    if forms & words.mutual and slot.role in ("agent", "patient", "with", "between") and "supports" not in outcomes:
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


def _meant(slot: Wanted, phrase: Phrase, told: Told, evidence: Evidence) -> bool:
    """Whether "they" stands where the slot does, in a clause of an event that has such things: the missiles fired."""
    if phrase.head not in ("it", "they", "one", "both") or not roles_fit(slot, phrase, evidence.measure.words):
        return False
    return any(
        isinstance(claim.value, Text) and _words_in(slot, claim, evidence)
        for event in told.events
        for claims in evidence.claims_of.get(event, {}).values()
        for claim in claims
    )


def _one_thing(slot: Wanted, phrase: Phrase, told: Told, evidence: Evidence) -> bool:
    """Whether the phrase names the thing that the slot names, of which the event has one: "the Airbus", "the plane"."""
    if not roles_fit(slot, phrase, evidence.measure.words) or phrase.named is not None:
        return False
    if slot.value is not None:
        if not isinstance(slot.value, Party) or slot.value.country:
            return False
        slot = replace(slot, value=None, words=frozenset(slot.value.name.lower().split()))
    other = replace(slot, words=phrase.words | {phrase.head}, head=phrase.head)
    return any(_called_so(slot, event, evidence) and _called_so(other, event, evidence) for event in told.events)


def _called_so(slot: Wanted, event: str, evidence: Evidence) -> bool:
    """Whether the words name the one thing of an event: what crashed, which ship was attacked."""
    by_attribute = evidence.claims_of.get(event, {})
    things = (c for a in evidence.measure.words.one_thing for c in by_attribute.get(a, ()))
    return any(isinstance(c.value, Text) and _words_in(slot, c, evidence) for c in things)


def _parallel(slot: Wanted, phrase: Phrase, told: Told, evidence: Evidence) -> bool:
    """Whether "it" stands where, in the main clause of the sentence before, the slot's words stood."""
    if phrase.head not in ("it", "they") or not roles_fit(slot, phrase, evidence.measure.words):
        return False
    before = [
        other.clause
        for other in evidence.told
        if other.clause.report == told.clause.report
        and other.clause.link == "main"
        and other.clause.sentence.end <= told.clause.sentence.start
    ]
    if not before or told.clause.sentence.start - before[-1].sentence.end > BETWEEN:
        return False
    role = "agent" if phrase.role == "agent" else "patient"
    moved = replace(slot, role=role)
    return any(
        other.role == role and fills(moved, other, evidence.measure) == "supports" for other in before[-1].phrases
    )


def _takes_up(slot: Wanted, phrase: Phrase, told: Told, evidence: Evidence) -> bool:
    """Whether "it" or "the action" takes up an event of the kind that the slot names, told just before."""
    if phrase.head not in ANAPHORS or slot.words != {slot.head} or not roles_fit(slot, phrase, evidence.measure.words):
        return False
    if slot.head in ANAPHORS and slot.head not in PRONOUNS and phrase.head not in PRONOUNS:
        return True  # "the move" is "the decision"
    words, at = evidence.measure.words, told.clause.head.start
    return any(
        0 < at - m.trigger.start < NEARBY and words.same_act({slot.head}, forms_of(m.trigger.exact))
        for m in evidence.mentions.values()
        if m.report == told.clause.report
    )


def _in_event(slot: Wanted, asked: Asked, event: str, evidence: Evidence) -> Iterator[tuple[Claim, str]]:
    """What the event's facts give for a slot that answers one of its questions, tells when or where, or names it."""
    by_attribute = evidence.claims_of.get(event, {})
    if slot.attribute == "happened" or names_event(slot, event, evidence):
        own = by_attribute.get("happened", ()) or [c for claims in by_attribute.values() for c in claims]
        yield from ((c, "supports") for c in own if admitted(c, asked))
        return
    for claim in (c for a in questions(slot, by_attribute) for c in by_attribute.get(a, ())):
        if not admitted(claim, asked) or not _of_this_act(claim, asked, evidence):
            continue
        outcome = given_by(slot, claim, evidence)
        if outcome != "silent":
            yield claim, outcome


def given_by(slot: Wanted, claim: Claim, evidence: Evidence) -> Stand:
    """How a claim's value stands to a slot."""
    assert claim.value is not None  # noqa: S101 - only claims with a value are kept by event
    if slot.value is not None:
        return stand(slot.value, claim.value, evidence.measure)
    words = isinstance(claim.value, Text | Party) and _words_in(slot, claim, evidence)
    return "supports" if words else "silent"


def questions(slot: Wanted, by_attribute: Mapping[str, object]) -> Sequence[str]:
    """The event's questions that a slot may answer: its own, those of a bare number, when, where, what its preposition
    asks ("against a bill")."""
    if slot.attribute or slot.maybe:
        return (slot.attribute,) if slot.attribute else sorted(slot.maybe)
    kind = slot.value.type if slot.value is not None else ""
    if kind == "time" or (kind == "place" and slot.role not in DIRECTIONS):
        return ("when",) if kind == "time" else ("where",)
    return (slot.role,) if slot.role in by_attribute else ()


def admitted(claim: Claim, asked: Asked) -> bool:
    if asked.said:
        return speaks(asked.speakers, claim.speakers[1:])
    return claim.kind not in OPINION and claim.stance != "denies"


def _of_this_act(claim: Claim, asked: Asked, evidence: Evidence) -> bool:
    """Whether an answer was given for the asked act: one event may hold who was appointed and who resigned."""
    mention = evidence.mentions.get(claim.mention or "")
    if mention is None or mention.frame in evidence.measure.words.one_act or asked.counts:
        return True
    return evidence.measure.words.same_act(asked.forms, forms_of(mention.trigger.exact))


def names_event(slot: Wanted, event: str, evidence: Evidence) -> bool:
    """Whether the slot is only a word for the event: "in the attack", "the collapse of a suspension bridge" where
    whatever else it says of it is told of the event."""
    if slot.value is not None or slot.head not in slot.words:
        return False
    words, told = evidence.measure.words, evidence.words_of.get(event, frozenset())
    mentions = [m for m in evidence.mentions.values() if evidence.event_of.get(m.id) == event]
    called = any(slot.head in evidence.called.get(m.frame, ()) for m in mentions)
    if not called and not any(words.same_act({slot.head}, forms_of(m.trigger.exact)) for m in mentions):
        return False
    return all(holds(w, told, words) for w in slot.words - {slot.head})


def _words_in(slot: Wanted, claim: Claim, evidence: Evidence) -> bool:
    assert isinstance(claim.value, Text | Party)  # noqa: S101 - asked by the caller
    return words_given(slot.words, claim.value, evidence)
