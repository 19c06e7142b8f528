"""A sentence put to the reports, taken apart: each of its clauses with its slots, whose words it is, and its frame."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from crosswire.facts.check.evidence import voices
from crosswire.facts.check.normal import as_one_verb, normal, told_among
from crosswire.facts.check.slots import Wanted, wanted
from crosswire.facts.check.words import Words
from crosswire.model import Claim, ClaimKind, Clause, Mention, Party, Phrase, Quantity, Speaker, Text

PLAIN_ACTS = ("say", "comment", "announce", "confirm", "report", None)
DENIAL = re.compile(r"den(?:y|ie|ial)|reject|refut|dismiss|disput|rebut|contradict")
QUANTIFIED = ("all", "most", "many", "some", "each", "none", "one")
BEHIND_IT = ("that", "who", "which")
TO_WHOM = ("to", "patient", "is", "that")


@dataclass(frozen=True, slots=True)
class Asked:
    """One clause of the sentence: what has to be found for it.

    `speakers` are those whose words it is, the outlet not among them: it is then asked whether they said so. `speech`
    tells that the clause is itself an act of speech.
    """

    clause: Clause
    slots: tuple[Wanted, ...]
    forms: frozenset[str]
    speakers: tuple[Speaker, ...]
    act: str | None
    cue: str
    kind: ClaimKind
    denied: bool
    speech: bool
    frames: frozenset[str]
    trigger: bool
    over: Clause | None
    counts: frozenset[str] = frozenset()
    sentence: tuple[Clause, ...] = ()  # all clauses of its sentence

    @property
    def said(self) -> bool:
        """Whether it is asked that somebody said so."""
        return bool(self.speakers)


def asked_of(
    clauses: Sequence[Clause], claims: Sequence[Claim], mentions: Sequence[Mention], words: Words
) -> list[Asked]:
    """The clauses of one sentence that have to be found, in its order."""
    clauses = told_among(as_one_verb(uncleft(clauses), words))
    heads = {c.head.start: c for c in clauses}
    return [
        _asked(clause, heads, (claims, mentions), words)
        for clause in clauses
        if (clause.verbal or _is_content(clause, clauses, words))
        and not _is_noun(clause, clauses)
        and not _is_to(clause, clauses)
        and not _only_says(clause, clauses, claims, words)
    ]


def _is_to(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether "be" only tells that something is ahead: "Bayer is to buy Monsanto"."""
    ahead = any(c.under == clause.head.start and c.modality == "expected" for c in clauses)
    return ahead and "be" in clause.forms and all(p.role in ("agent", "patient") for p in clause.phrases)


def _is_content(clause: Clause, clauses: Sequence[Clause], words: Words) -> bool:
    """Whether all that somebody is told to have said was read as a noun: "said the leak calls for repairs"."""
    says = [c for c in clauses if c.verbal and clause.under == c.head.start and c.forms & words.plain]
    beside = any(c is not clause and c.under == clause.under for c in clauses)
    named = any(p.at.overlaps(clause.head) for c in says for p in c.phrases)
    return bool(says) and clause.link == "complement" and not beside and not named


def _is_noun(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a verb with nothing beside it is a noun of another clause: "the number of wounded"."""
    inside = (p for c in clauses if c is not clause and c.verbal for p in c.phrases if p.at.covers(clause.head))
    return not clause.phrases and any(True for _ in inside)


def uncleft(clauses: Sequence[Clause]) -> list[Clause]:
    """ "It was France that fired them" as "France fired them"."""
    for main in clauses:
        what = [p for p in main.phrases if p.role == "is"]
        if "be" in main.forms and len(what) == 1 and [p.head for p in main.phrases if p.role == "agent"] == ["it"]:
            for told in (c for c in clauses if c.hangs is not None and c is not main):
                turned = _uncleft(told, main, what[0])
                if turned is not None:
                    return [turned if c is told else c for c in clauses if c is not main]
    return list(clauses)


def _uncleft(told: Clause, main: Clause, what: Phrase) -> Clause | None:
    """The clause behind "it was", with what stands there in its place."""
    stands = [p for p in told.phrases if p.role in ("agent", "patient") and (p.head in BEHIND_IT or p.at == what.at)]
    if not stands or (told.hangs != main.head.start and not what.at.start <= (told.hangs or 0) < what.at.end):
        return None
    put = tuple(replace(what, role=p.role) if p in stands else p for p in told.phrases)
    return replace(told, phrases=put, under=None, negative=told.negative != main.negative)


def with_persons(asked: Asked, persons: Mapping[str, Party]) -> Asked:
    """The clause with whoever it calls by a surname alone as the person of that name in the reports: "Ghosn"."""
    return replace(asked, slots=tuple(_person(slot, persons) for slot in asked.slots))


def _person(slot: Wanted, persons: Mapping[str, Party]) -> Wanted:
    alone = slot.value is None and slot.words == {slot.head} and slot.at.exact.lower() == slot.head
    named = persons.get(slot.head) if alone and slot.at.exact[0].isupper() else None
    return slot if named is None else replace(slot, value=named, words=frozenset())


def denies(claim: Claim) -> bool:
    """Whether the claim is a denial, by its stance or by the word that gives it to its speaker."""
    by_word = claim.cue is not None and DENIAL.match(claim.cue.exact.lower()) is not None
    return claim.stance == "denies" or (claim.stance == "states" and by_word)


def _only_says(clause: Clause, clauses: Sequence[Clause], claims: Sequence[Claim], words: Words) -> bool:
    """Whether the verb says and nothing more, and what is said stands beside it; or its denial has words."""
    _, cue = voices(clause, claims)
    if cue is None or clause.negative or not (clause.forms & words.plain or cue.act == "deny"):
        return False
    if any(p.role != "agent" and p.role not in TO_WHOM for p in clause.phrases):
        return False  # "announced on Monday that": the day is asked for too
    content = cue.parts or (cue.span,)
    if any(part.start <= clause.head.start < part.end for part in content):
        return False
    return any(c.verbal and part.start <= c.head.start < part.end for c in clauses for part in content)


def _asked(
    clause: Clause, heads: dict[int, Clause], read: tuple[Sequence[Claim], Sequence[Mention]], words: Words
) -> Asked:
    claims, mentions = read
    voice, cue = voices(clause, claims)
    as_told = clause.forms
    clause, forms = normal(clause, words)
    speakers = voice.speakers[1:] if voice is not None else ()
    found = (_as_event(_with_attribute(slot, claims), clause, mentions) for slot in wanted(clause))
    acts = frozenset(f for f in forms if f in words.acts or f in words.means or " " in f)
    named = {w.rstrip("s") for m in mentions if clause.head.overlaps(m.phrase) for w in m.phrase.exact.lower().split()}
    acts |= {f for f in forms if f.rstrip("s") in named}  # "hold a congress" is the congress, "carry oil" no oil
    found = (_of_all(slot) for slot in found)
    slots = tuple(kept for slot in found if (kept := _beside_act(slot, acts)) is not None)
    slots, counts = _counted(slots, clause, forms | as_told, words)
    own = {m.frame for m in mentions if m.trigger.start == clause.head.start or _happens(m, clause, forms, words)}
    answered = {
        m.frame
        for m in mentions
        for c in claims
        if c.mention == m.id and c.words is not None and any(s.at.overlaps(c.words) and s.attribute for s in slots)
    }
    return Asked(
        clause=clause,
        slots=slots,
        forms=forms,
        speakers=speakers,
        act=voice.act if voice is not None else None,
        cue=voice.cue.exact.lower() if voice is not None and voice.cue is not None else "",
        kind=voice.kind if voice is not None else clause.kind,
        denied=(voice is not None and denies(voice)) or (clause.negative and bool(speakers)),
        speech=cue is not None,
        frames=frozenset(own or answered),
        trigger=bool(own),
        over=heads.get(clause.under) if clause.under is not None else None,
        counts=counts,
        sentence=tuple(heads.values()),
    )


def _happens(mention: Mention, clause: Clause, forms: frozenset[str], words: Words) -> bool:
    """Whether the clause only tells that what the mention names took place: "the collision occurred at a crossing",
    "the vote was held on a Thursday"."""
    if not forms & words.happening and mention.trigger.exact.lower().rstrip("s") not in forms:
        return False
    return any(p.at.covers(mention.trigger) for p in clause.phrases if p.role in ("agent", "patient"))


def _counted(
    slots: tuple[Wanted, ...], clause: Clause, forms: frozenset[str], words: Words
) -> tuple[tuple[Wanted, ...], frozenset[str]]:
    """(the slots without the words that only tell what is counted, the questions this answers): "there were 150 people
    on board", "144 passengers were aboard"."""
    counting = [s for s in slots if isinstance(s.value, Quantity) and s.value.unit == "1"]
    if not counting or clause.negative or clause.modality != "happened":
        return slots, frozenset()
    told = {w for p in clause.phrases for w in (*p.words, p.head, p.role)}
    counts = frozenset(a for a, done in words.done.items() if done & forms)
    if forms & (words.stating | words.bearing):
        counts |= frozenset(a for a, near in words.near.items() if near & told)
    known = frozenset(s.attribute for s in counting if s.attribute)
    counts = known if known & counts else counts
    around = {w for a in counts for w in (*words.near.get(a, ()), *words.done.get(a, ()))}
    telling = frozenset(w for word in around for w in word.split())
    kept = (replace(s, maybe=counts) if s in counting and s.attribute is None else s for s in slots)
    return tuple(s for s in kept if s.maybe or s.value is not None or not s.words or not s.words <= telling), counts


def _beside_act(slot: Wanted, forms: frozenset[str]) -> Wanted | None:
    """The slot without the noun that is the act: of "carried out a drone attack" the drone; None if all of it is."""
    act = {word for form in forms for word in form.split()[1:]} | {f for f in forms if " " not in f}
    if slot.role in act and slot.head in act and isinstance(slot.value, Party):
        return None  # of "took to court" the court
    core = slot.role in ("agent", "patient")
    if core and isinstance(slot.value, Quantity) and slot.value.noun is not None and slot.head in act:
        return replace(slot, value=replace(slot.value, noun=None))  # of "46 arrests were made" 46 were arrested
    if slot.value is not None or slot.head not in act or slot.head not in slot.words:
        return slot
    rest = slot.words - act
    return replace(slot, role="mod", words=rest, head="", attribute=None) if rest else None


def _of_all(slot: Wanted) -> Wanted:
    """ "All of the flights" are flights; that it is all of them has to be told as well."""
    rest = slot.words - {slot.head}
    if slot.value is not None or slot.head not in QUANTIFIED or len(rest) != 1:
        return slot
    return replace(slot, head=next(iter(rest)))


def _with_attribute(slot: Wanted, claims: Sequence[Claim]) -> Wanted:
    """The slot with the frame's question that its words answer, where the reading of the sentence found one."""
    for claim in claims:
        if claim.words is None or claim.attribute in (None, "happened") or not slot.at.overlaps(claim.words):
            continue
        same = claim.value is not None and slot.value is not None and claim.value == slot.value
        text = slot.value is None and isinstance(claim.value, Text) and claim.value.name in (slot.head, *slot.words)
        if same or text:
            return replace(slot, attribute=claim.attribute)
    return slot


def _as_event(slot: Wanted, clause: Clause, mentions: Sequence[Mention]) -> Wanted:
    """The bare name of an event in the sentence ("in an attack") is answered by the event's having happened."""
    if slot.value is None and slot.attribute is None and slot.words == {slot.head}:
        inside = [m for m in mentions if slot.at.covers(m.trigger) and m.trigger.start != clause.head.start]
        return replace(slot, attribute="happened") if inside else slot
    return slot
