"""One sentence against all reports: its verdict is that of its weakest slot (docs/checking.md).

| verdict      | when                                                                                           |
|--------------|------------------------------------------------------------------------------------------------|
| corroborated | one event, or sentence, gives every slot, each on the word of two independent origins or more    |
| reported     | one event, or sentence, gives every slot, at least one on one origin or on unknown ones only     |
| disputed     | every slot is given, and somebody denies one or gives what excludes it                           |
| contradicted | the event is told, and what it gives for a slot excludes it; or it is told not to have been      |
| not_found    | anything else                                                                                  |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from crosswire.facts.check.align import Aligned, align
from crosswire.facts.check.asked import Asked, asked_of, with_persons
from crosswire.facts.check.bundles import bundles
from crosswire.facts.check.evidence import Evidence
from crosswire.facts.check.fill import Filled, fill
from crosswire.facts.check.measured import measured
from crosswire.facts.check.open import by_count
from crosswire.facts.check.passages import letter_of, words_of
from crosswire.facts.check.slots import Wanted, holds
from crosswire.facts.check.standing import standing
from crosswire.facts.check.unread import unread
from crosswire.facts.check.values import stand
from crosswire.facts.check.weighed import Weighed, in_other_words, weighed
from crosswire.facts.origins import collect
from crosswire.model import WEAKEST, Checked, Claim, ClaimVerdict, Clause, Fact, Mention, Party, Quantity, Slot, Span

RULES = "check.v6"
APART = "told, but not of the same"
ANSWER = re.compile(r"\b[Yy]es\b|(?<=\w )No\b|\b[Nn]o(?= (?:camp|vote|side|campaign))|(?<=[\"“'‘])[Nn]o(?=[\"”'’])")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the claim as it was read."""

    span: Span
    clauses: tuple[Clause, ...]
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one clause of the sentence stands."""

    asked: Asked
    slots: tuple[Slot, ...]
    claims: tuple[Claim, ...]

    @property
    def verdict(self) -> ClaimVerdict:
        """That of the weakest slot."""
        return weakest([s.verdict for s in self.slots])


def weakest(verdicts: Sequence[ClaimVerdict]) -> ClaimVerdict:
    """The verdict of a whole from those of its parts."""
    return min(verdicts, key=WEAKEST.index, default="not_found")


def check(sentence: Sentence, evidence: Evidence) -> Checked:
    """The verdict on one sentence, with what it rests on."""
    nothing = _asserts_nothing(sentence)
    if nothing:
        slot = Slot("sentence", sentence.span.exact, "not_found", (), (), nothing)
        return Checked(sentence.span.exact, "not_found", (slot,), (), (), (), (), (nothing,))
    read = asked_of(sentence.clauses, sentence.claims, sentence.mentions, evidence.measure.words)
    asked = [with_persons(one, evidence.persons) for one in read]
    outcomes = [_outcome(one, evidence) for one in asked]
    slots = [slot for o in outcomes for slot in o.slots]
    claims = {c.id: c for o in outcomes for c in o.claims}
    slots += _unread(sentence, [claims[i] for s in slots for i in s.support if i in claims], evidence)
    support = tuple(dict.fromkeys(i for s in slots for i in s.support))
    against = tuple(dict.fromkeys(i for s in slots for i in s.against))
    told = [(claims[i], claims[i].attribute or "happened") for i in support]
    traced = [(claim, found) for claim, question in told for found in evidence.traces(claim, question)]
    return Checked(
        sentence=sentence.span.exact,
        verdict=weakest([s.verdict for s in slots]),
        slots=tuple(slots),
        claims=tuple(claims[i] for i in dict.fromkeys((*support, *against))),
        support=support,
        against=against,
        origins=collect(traced),
        reasons=tuple(dict.fromkeys(_reasons(slots))),
    )


def _asserts_nothing(sentence: Sentence) -> str:
    """Why a sentence cannot be looked for at all; empty where it can."""
    if sentence.span.exact.rstrip("\"'”’ ").endswith("?"):
        return "a question asserts nothing; put it as a statement"
    if not any(clause.verbal for clause in sentence.clauses):
        return "no verb was found in it, so nothing can be looked for; put it as a full sentence in English"
    return ""


def _reasons(slots: Sequence[Slot]) -> Iterator[str]:
    """What holds of which words, the weakest first: they decide. Words of which the same holds are told together."""
    grouped: dict[str, dict[str, None]] = {}
    for slot in sorted(slots, key=lambda s: WEAKEST.index(s.verdict)):
        said = f"{slot.name}: " if slot.name.startswith("said by ") else ""
        grouped.setdefault(slot.why, {})[f"{said}“{slot.words}”"] = None
    yield from (f"{', '.join(words)}: {why}" for why, words in grouped.items())


def _unread(sentence: Sentence, support: Sequence[Claim], evidence: Evidence) -> Iterator[Slot]:
    """Words that no slot took must stand in what supports the sentence."""
    letter = letter_of(sentence.span.exact)
    if letter and any(p.letter == letter for p in evidence.passages):
        return
    told = " ".join(c.span.exact.lower() for c in support)
    words = words_of(told, ())
    for answer in ANSWER.findall(sentence.span.exact):
        if not re.search(rf"\b{answer.lower()}\b", told):  # the "Yes" camp is not the "No" camp
            yield Slot("word", answer, "not_found", (), (), "no report that tells of this says so")
    for word in unread(sentence.span, sentence.clauses, sentence.claims, evidence.measure.words):
        # A name that stands in no place of the clause may stand anywhere in the reports, as anybody's.
        if word[0].isupper() or not _stands(word, told, words, evidence):
            yield Slot("word", word, "not_found", (), (), "no report that tells of this says so")


def _stands(word: str, told: str, words: Set[str], evidence: Evidence) -> bool:
    """Whether a word, or another for it, stands in what supports the sentence."""
    if word[0].isdigit():
        return word.rstrip(".,") in told
    return word.rstrip("s")[:6] in told.replace("-", "") or holds(word, words, evidence.measure.words)


def _outcome(asked: Asked, evidence: Evidence) -> Outcome:
    """One telling gives a clause, or nothing does; what the events have of it says why not."""
    found = align(asked, evidence)
    other = weighed(asked, evidence) if not found.support else Weighed()
    found = replace(found, support=other.support, events=other.events) if other.support else found
    filled = [(bundle, fill(asked, bundle, evidence)) for bundle in bundles(asked, evidence)]
    counted = [(b, f) for b, f in filled if b.event is not None and by_count(asked, f, b.event, evidence)]
    if counted and not found.support:
        support = dict.fromkeys(c for _, f in counted for one in f for c in one.support)
        found = Aligned(tuple(support), (), tuple(b.event for b, _ in counted if b.event is not None))
    if found.support:
        filled = [] if other.support else filled
        denied = [c for b, f in filled if b.event in found.events or asked.said for c in f[0].against if _denies(c)]
        against = tuple(dict.fromkeys(c for c in (*found.against, *denied) if c not in found.support))
        whole = [Filled(None, found.support, against), *(Filled(s, found.support, ()) for s in asked.slots)]
        slots = [_given(one, asked, found.events, evidence) for one in whole]
        slots = [in_other_words(slot, one.slot, other) for slot, one in zip(slots, whole, strict=True)]
        claims = [*found.support, *against]
    else:
        best = max((f for _, f in filled), key=_score, default=[])
        slots, claims = _all_but_one(asked, _missing(asked, best, [f for _, f in filled]), best, found)
        slots, claims = measured(slots, claims, [f for b, f in filled if b.event is not None])
    facts = [f for s in slots for f in s.against]
    known = {c.id: c for c in (*claims, *(c for c in evidence.brief.claims if c.id in set(facts)))}
    return Outcome(asked, tuple(slots), tuple(known.values()))


def _denies(claim: Claim) -> bool:
    """Whether a claim denies an event as a whole; of a clause only what is laid beside it word for word is denied."""
    return claim.attribute == "happened" and claim.stance == "denies"


def _all_but_one(
    asked: Asked, slots: list[Slot], best: Sequence[Filled], found: Aligned
) -> tuple[list[Slot], list[Claim]]:
    """(the slots, their claims) where a sentence of the reports gives all but one, else as the best bundle has them."""
    if any(not _person(Filled(s, (), ())) for s in found.excluded) and not any(
        s.verdict == "contradicted" for s in slots
    ):
        filled = [_excluded(s, found) for s in (None, *asked.slots)]
        return [_unfilled(one, asked, True) for one in filled], list(found.excluding)
    return slots, [c for one in best for c in (*one.support, *one.against)]


def _excluded(slot: Wanted | None, found: Aligned) -> Filled:
    out = slot is not None and slot in found.excluded
    return Filled(slot, () if out else found.excluding, found.excluding if out else ())


def _score(filled: Sequence[Filled]) -> tuple[int, int]:
    """A bundle that gives more slots tells sooner of the same thing; then one that has a word on the others."""
    return sum(bool(one.support) for one in filled), sum(bool(one.against) for one in filled)


# --- every slot is given ------------------------------------------------------------------------------------------


def _given(one: Filled, asked: Asked, events: Sequence[str], evidence: Evidence) -> Slot:
    name, words = _called(one, asked)
    support = tuple(c.id for c in one.support)
    verdict, why, against = standing(one, asked, evidence)
    fact = _fact(one, events, evidence)
    if one.slot is None and one.against:
        against = tuple(c.id for c in one.against)
        return Slot(name, words, "disputed", support, against, f"told, and denied by {_speakers(one.against)}")
    if fact is not None and not asked.said:
        rivals = _rivals(one, fact, evidence)
        if rivals and fact.standing == "disputed":
            verdict, why, against = "disputed", f"others give {_values(rivals)}", tuple(c.id for c in rivals)
        elif rivals and _replaced(one, fact, evidence):
            verdict, why, against = "contradicted", f"since replaced by {_values(rivals)}", tuple(c.id for c in rivals)
        elif fact.standing == "withdrawn":
            verdict, why = "contradicted", "since taken back"
    return Slot(name, words, verdict, support, against, why)


def _fact(one: Filled, events: Sequence[str], evidence: Evidence) -> Fact | None:
    attribute = "happened" if one.slot is None else one.slot.attribute
    found = (evidence.facts.get((event, attribute or "")) for event in events)
    return next((f for f in found if f is not None), None)


def _rivals(one: Filled, fact: Fact, evidence: Evidence) -> list[Claim]:
    """The claims of the fact's other answers that exclude what the sentence says."""
    if one.slot is None or one.slot.value is None:
        return []
    value = one.slot.value
    known = {c.id: c for c in evidence.brief.claims}
    claims = [known[i] for candidate in fact.candidates for i in candidate.claims]
    return [c for c in claims if c.value is not None and stand(value, c.value, evidence.measure) == "excludes"]


def _replaced(one: Filled, fact: Fact, evidence: Evidence) -> bool:
    assert one.slot is not None and one.slot.value is not None  # noqa: S101 - it has rivals
    if not isinstance(one.slot.value, Quantity):
        return False
    return fact.value is not None and stand(one.slot.value, fact.value, evidence.measure) == "excludes"


def _values(claims: Sequence[Claim]) -> str:
    return ", ".join(dict.fromkeys(f"“{c.value.text}”" for c in claims if c.value is not None))


# --- some slot is not given ---------------------------------------------------------------------------------------


def _missing(asked: Asked, best: Sequence[Filled], told: Sequence[Sequence[Filled]]) -> list[Slot]:
    """The slots where no bundle gives all: excluded ones contradict where the rest is told and none gives them."""
    if not best:
        words = asked.clause.head.exact
        return [Slot(_act_name(asked), words, "not_found", (), (), "no report tells of this")]
    given = sum(bool(one.support) for one in best)
    open_ = sum(not one.support and not one.against for one in best)
    identified = given >= max(1, len(best) // 2) and open_ == 0
    given_elsewhere = [any(f[i].support for f in told) for i in range(len(best))]
    sure = [identified and not e and not _person(f) for f, e in zip(best, given_elsewhere, strict=True)]
    slots = [_unfilled(one, asked, surely) for one, surely in zip(best, sure, strict=True)]
    if all(s.verdict == "reported" for s in slots):
        return [replace(s, verdict="not_found", why=APART) for s in slots]
    of_others = [e and slot.verdict == "not_found" for slot, e in zip(slots, given_elsewhere, strict=True)]
    return [replace(s, why=APART) if o else s for s, o in zip(slots, of_others, strict=True)]


def _person(one: Filled) -> bool:
    """Whether a slot asks for a person: that another is told to have done the like contradicts nobody's doing it."""
    value = one.slot.value if one.slot is not None else None
    return isinstance(value, Party) and value.kind == "person"


def _unfilled(one: Filled, asked: Asked, identified: bool) -> Slot:
    name, words = _called(one, asked)
    support, against = tuple(c.id for c in one.support), tuple(c.id for c in one.against)
    if one.support:
        return Slot(name, words, "reported", support, (), "told in the reports")
    if one.against and identified:
        why = (
            f"told not to be so by {_speakers(one.against)}"
            if one.slot is None
            else f"the reports give {_told(one)} instead"
        )
        return Slot(name, words, "contradicted", (), against, why)
    return Slot(name, words, "not_found", (), (), "no report that tells of this says so")


def _told(one: Filled) -> str:
    kind = one.slot.value.type if one.slot is not None and one.slot.value is not None else ""
    values = _values([c for c in one.against if c.value is not None and c.value.type == kind])
    return values or ", ".join(dict.fromkeys(f"“{c.span.exact[:80]}”" for c in one.against[:2]))


def _speakers(claims: Sequence[Claim]) -> str:
    return ", ".join(dict.fromkeys(c.speakers[-1].canonical for c in claims))


def _called(one: Filled, asked: Asked) -> tuple[str, str]:
    if one.slot is None:
        return _act_name(asked), asked.clause.head.exact
    return one.slot.name, one.slot.value.text if one.slot.value is not None else one.slot.at.exact


def _act_name(asked: Asked) -> str:
    if asked.said:
        return f"said by {asked.speakers[-1].canonical}"
    return "act"
