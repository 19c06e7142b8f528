"""The second way to lay a clause beside a report's sentence: in other words, each weighed by how much it tells.

Tried where no clause tells all of it (align). Values are asked for as strictly as there, and so are speaker, mode
and polarity; the act has to be told by a word for it, or by the noun beside a verb that tells nothing of its own
("stays in custody"). Of the other words those that tell little may be missing, never one that stands in contrast to
what the report has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from crosswire.compare.wording import PRONOUNS
from crosswire.facts.check.align import act_of, goes_together, outcome_of
from crosswire.facts.check.asked import Asked
from crosswire.facts.check.beside import Act, Beside, core, same_place, told_words
from crosswire.facts.check.bundles import how_told
from crosswire.facts.check.context import ROLES
from crosswire.facts.check.elsewhere import displaced, given_there, placed, rivalled
from crosswire.facts.check.evidence import Evidence, Told
from crosswire.facts.check.normal import normal
from crosswire.facts.check.passages import Passage
from crosswire.facts.check.slots import EVERYBODY, Wanted, bag, holds
from crosswire.facts.check.words import Words, forms_of
from crosswire.facts.check.worth import contrary, turned_away
from crosswire.model import Claim, Clause, Slot

LEFT = 0.3  # the share of what a clause tells that may be missing
LITTLE = 0.8  # a word that weighs less tells little: one that stands in 16,000 or fewer
LEAST = 0.4  # one that weighs less may be missing even beside the noun of who does what to whom
VALUE = 1.5  # what a name, number, time or place weighs
HELD = ("agent", "by", "patient", "is")


@dataclass(frozen=True, slots=True)
class Weighed:
    """The claims that tell a clause in other words, their events, and which words of which slot none of them has."""

    support: tuple[Claim, ...] = ()
    events: tuple[str, ...] = ()
    missing: dict[Wanted, tuple[str, ...]] = field(default_factory=dict)


def weighed(asked: Asked, evidence: Evidence) -> Weighed:
    """Where a report's sentence tells the clause but for words that tell little."""
    if "be" in asked.forms and any(s.role == "is" for s in asked.slots):
        return Weighed()  # what somebody is no noun tells that stands somewhere beside the name
    best: list[tuple[float, Claim, tuple[str, ...], dict[Wanted, tuple[str, ...]]]] = []
    for beside, whole in _anchors(asked, evidence):
        claim = beside.told.voice if asked.said else beside.told.told_by
        found = None if claim is None else _laid(asked, beside)
        if claim is not None and found is not None and goes_together(asked, whole):
            best.append((found[0], claim, tuple(sorted(beside.told.events)), found[1]))
    if not best:
        return Weighed()
    least = min(best, key=lambda one: one[0])
    support = dict.fromkeys(claim for _, claim, _, _ in best)
    events = dict.fromkeys(e for _, _, own, _ in best for e in own)
    return Weighed(tuple(support), tuple(events), least[3])


def _anchors(asked: Asked, evidence: Evidence) -> Iterator[tuple[Beside, Beside]]:
    """The clauses that tell the act as asked, each with what is bound to it and with its whole sentence."""
    words = evidence.measure.words
    general = is_general(asked, words)
    for passage in evidence.passages:
        for clause in passage.clauses:
            told = evidence.told_at[(clause.report, clause.head.start)]
            act = _noun(asked, told, words) if general else _own(asked, told, words)
            if act is not None and _tells(asked, told, evidence):
                around = _bound(asked, told, passage, evidence)
                whole = Beside(asked, told, normal(clause, words)[0], passage, evidence, act)
                yield replace(whole, passage=around), whole


def _tells(asked: Asked, told: Told, evidence: Evidence) -> bool:
    return how_told(asked, told, evidence, loose=True) == "tells"


def _noun(asked: Asked, told: Told, words: Words) -> Act | None:
    """How a clause tells the act of a verb that tells nothing of its own: by the noun beside that verb, as its own verb
    or in one of its phrases."""
    own = {w for p in told.clause.phrases for w in bag(p)} | told.clause.forms
    slots = (s for s in asked.slots if s.role != "how")
    nouns = {w for s in slots for w in s.words - EVERYBODY if words.worth(w) > 0}
    return "noun" if any(holds(w, own, words) for w in nouns) else None


def _own(asked: Asked, told: Told, words: Words) -> Act | None:
    """How a clause tells an act by a word for it; saying by any word for that ("confirmed on Sunday"). A noun, or a
    verb that tells nothing of its own, tells it by the table only; none that the sentence has beside its act."""
    if asked.speech and told.cue is not None and asked.forms & words.plain:
        return "own"
    act, forms = act_of(asked, told, words), told.clause.forms
    if act == "noun":
        things = {w for s in asked.slots for w in s.words}
        return act if any(words.same_noun(asked.forms, {p.head} - things) for p in told.clause.phrases) else None
    vague = not told.clause.verbal or bool(forms & words.general)
    return None if act == "own" and vague and not words.same_noun(asked.forms, forms) else act


def is_general(asked: Asked, words: Words) -> bool:
    """Whether the verb tells nothing without the noun beside it: "came to", "took", "stays"."""
    return bool(asked.forms & words.general) and not any(" " in f and f in words.acts for f in asked.forms)


def _bound(asked: Asked, told: Told, passage: Passage, evidence: Evidence) -> Passage:
    """A report's sentence with the clauses only that are bound to one of them, and told as is asked: none denied, none
    expected."""
    near = (evidence.told_at[(c.report, c.head.start)] for c in (told.clause, *passage.related(told.clause)))
    kept = tuple(t.clause for t in near if t is told or not t.clause.verbal or _tells(asked, t, evidence))
    words = passage.words if len(kept) == len(passage.clauses) else frozenset(w for c in kept for w in _words(c))
    return replace(passage, clauses=kept, words=words, before=passage.before | passage.words)


def _words(clause: Clause) -> Iterator[str]:
    yield from clause.forms
    yield from forms_of(clause.head.exact)
    for phrase in clause.phrases:
        yield from bag(phrase)


def _laid(asked: Asked, beside: Beside) -> tuple[float, dict[Wanted, tuple[str, ...]]] | None:
    """(the share of the clause that a report's sentence does not tell, the words by slot); None where a value is not
    given, a word is contrary, or too much is missing."""
    general = is_general(asked, beside.words)
    told = 0.0 if general else max((beside.words.worth(f) for f in asked.forms if " " not in f), default=0.0)
    lost, noun = 0.0, 0.0
    missing: dict[Wanted, tuple[str, ...]] = {}
    for slot in asked.slots:
        outcome = outcome_of(slot, beside)
        if slot.value is not None:
            if outcome == "excludes" or (outcome == "silent" and not given_there(slot, beside, general)):
                return None
            if rivalled(slot, beside) or displaced(slot, beside) or not placed(slot, beside):
                return None
            told += VALUE
            continue
        left = () if outcome == "supports" else _left(slot, beside)
        if turned_away(slot, beside) or (left and not _may_be_missing(slot, left, beside)):
            return None
        weights = {w: beside.words.worth(w) for w in slot.words}
        told += sum(weights.values())
        lost += sum(weights[w] for w in left)
        nouns = slot.words - EVERYBODY - set(left) if slot.role != "how" else ()
        noun = max([noun, *(weights[w] for w in nouns)])
        if left:
            missing[slot] = left
    if (general and not noun) or not told or lost / told > LEFT:
        return None
    return lost / told, missing


def _left(slot: Wanted, beside: Beside) -> tuple[str, ...]:
    """The words of a slot that the report's sentence has no word for; titles as strictly as ever: an ex-president is no
    president."""
    taken = slot.role in HELD and any(same_place(slot, p) for p in beside.own)
    told = (beside.turned.forms if taken else beside.passage.words) - ROLES
    if core(slot) and any(same_place(slot, p) and p.head in PRONOUNS for p in beside.own):
        told |= beside.passage.before - ROLES  # "... was offered the post and turned it down"
    for phrase in beside.own if taken else beside.passage.phrases():
        if beside.evidence.is_still(slot.words, phrase):
            told |= told_words(phrase, slot, list(slot.words)) | beside.thing(phrase) | beside.titles(phrase)
    return tuple(sorted(w for w in slot.words if not beside.has(w, told)))


def _may_be_missing(slot: Wanted, left: Sequence[str], beside: Beside) -> bool:
    """Whether a slot is told without some of its words: none is contrary, and all tell little. Who does what to whom is
    told by its noun, unless that only frames what stands behind it; a whole phrase is left out beside a verb that tells
    nothing of its own ("put on the table")."""
    held = slot.role in HELD
    limit = LEAST if held and slot.head not in left else LITTLE
    if any(contrary(w, beside) or beside.words.worth(w) >= limit for w in left):
        return False
    rest = slot.words - set(left)
    filled = bool(rest) or any(s.at == slot.at and s.value is not None for s in beside.asked.slots)
    if held and slot.head in left:
        return slot.head in beside.words.framing and filled
    other = any(p.role == slot.role for p in beside.own)  # "went ahead with the bill" tells of no sale
    return filled or slot.role == "how" or (not held and not other and is_general(beside.asked, beside.words))


def in_other_words(slot: Slot, wanted: Wanted | None, other: Weighed) -> Slot:
    """The slot with the words that are not told."""
    words = other.missing.get(wanted, ()) if wanted is not None else ()
    return replace(slot, why=f"{slot.why}; in other words: {_quoted(words)} not told") if words else slot


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"“{w}”" for w in words) + (" is" if len(words) == 1 else " are")
