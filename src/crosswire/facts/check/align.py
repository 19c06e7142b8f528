"""A clause of the sentence laid beside a report's sentence: where the questions of events do not carry it.

All that the clause says has to be told in one sentence: its act by a word for it, each name, number, time and place as
a value, each word by one that a table or a dictionary holds alike; who does it to whom never the other way round; told
as fact where it is asked as fact, denied where denied. A value of the same kind that excludes the one asked for, beside
the same act, contradicts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from crosswire.compare.wording import PRONOUNS
from crosswire.facts.check.altered import altered, tells_each, told_otherwise
from crosswire.facts.check.asked import Asked
from crosswire.facts.check.beside import Act, Beside
from crosswire.facts.check.bound import otherwise_bound
from crosswire.facts.check.bundles import how_told
from crosswire.facts.check.cover import EMPTY, covers
from crosswire.facts.check.evidence import Evidence, Told
from crosswire.facts.check.normal import normal
from crosswire.facts.check.open import given
from crosswire.facts.check.order import asks_order, in_order, turned_round
from crosswire.facts.check.pairs import exchanged, paired
from crosswire.facts.check.passages import letter_of
from crosswire.facts.check.slots import Wanted
from crosswire.facts.check.toll import toll
from crosswire.facts.check.twins import told_then, twin_otherwise
from crosswire.facts.check.whole import told_whole
from crosswire.facts.check.words import Stand, Words
from crosswire.model import Claim, Party, Place, Quantity


@dataclass(frozen=True, slots=True)
class Aligned:
    """What the reports' sentences give for a clause as a whole: the claims that tell it, those that deny it, the events
    they tell of; and, where none tells it, the slot that the nearest sentence excludes, with the claims that do."""

    support: tuple[Claim, ...] = ()
    against: tuple[Claim, ...] = ()
    events: tuple[str, ...] = ()
    excluded: tuple[Wanted, ...] = ()
    excluding: tuple[Claim, ...] = ()


def align(asked: Asked, evidence: Evidence) -> Aligned:
    """Where a report's sentence tells all that the clause says, or all but one value; a clause that says who heads what
    may be told by a title."""
    found = _align(asked, evidence)
    if (letter := word_for_word(asked, evidence)).support:
        return replace(letter, against=tuple(c for c in found.against if c not in letter.support))
    ways = () if found.support else (as_title, as_given, as_faced)
    turned = (one for way in ways if (one := way(asked, evidence.measure.words)) is not None)
    other = next((a for one in turned if (a := _align(one, evidence)).support), None)
    if other is not None:
        return replace(found, support=other.support, events=other.events)
    put = () if found.support else toll(asked, evidence)
    if put:
        return replace(
            found, support=tuple(dict.fromkeys(c for c, _ in put)), events=tuple(dict.fromkeys(e for _, e in put))
        )
    return found


def word_for_word(asked: Asked, evidence: Evidence) -> Aligned:
    """Where the whole sentence stands in a report as it is: read alone and among others, one text may be taken apart in
    two ways, and it still tells the same. Its clause is the one whose verb stands at the same place."""
    sentence = asked.clause.sentence
    letter = letter_of(sentence.exact)
    support: dict[Claim, None] = {}
    events: dict[str, None] = {}
    for passage in (p for p in evidence.passages if letter and p.letter == letter):
        at = passage.sentence.start + asked.clause.head.start - sentence.start
        clause = min(passage.clauses, key=lambda c: abs(c.head.start - at))
        told = evidence.told_at[(clause.report, clause.head.start)]
        claim = told.voice if asked.said else told.told_by
        if claim is not None:
            support[claim] = None
            events |= dict.fromkeys(sorted(told.events))
    return Aligned(tuple(support), (), tuple(events))


def as_title(asked: Asked, words: Words) -> Asked | None:
    """ "Margaret Chan heads the WHO" as "Margaret Chan is the head of the WHO"."""
    who = [s for s in asked.slots if s.role == "agent"]
    what = [s for s in asked.slots if s.role == "patient"]
    if not asked.forms & words.heading or len(who) + len(what) != len(asked.slots) or not (who and what):
        return None
    if not all(isinstance(s.value, Party) and s.value.kind == "person" for s in who):
        return None
    office = replace(what[0], role="is", value=None, words=frozenset(("head",)), head="head", attribute=None)
    body = tuple(replace(s, role="is", head="head", inner=True, attribute=None) for s in what)
    return replace(asked, forms=frozenset(("be",)), slots=(*who, office, *body))


def as_given(asked: Asked, words: Words) -> Asked | None:
    """ "Poland will receive aid from Norway" as "Norway will give Poland aid", and the other way round."""
    to_from = {"agent": "to", "from": "agent"} if asked.forms & words.receiving else {"to": "agent", "agent": "from"}
    roles = {s.role for s in asked.slots}
    if not asked.forms & (words.receiving | words.giving) or not set(to_from) <= roles:
        return None
    forms = words.giving if asked.forms & words.receiving else words.receiving
    slots = tuple(replace(s, role=to_from.get(s.role, s.role), attribute=None, front=False) for s in asked.slots)
    return replace(asked, forms=forms, slots=slots, over=None)


def as_faced(asked: Asked, words: Words) -> Asked | None:
    """ "Steel from Chile will face a tariff" as "(somebody) will impose a tariff on steel from Chile"."""
    roles = {s.role for s in asked.slots}
    if not asked.forms & words.facing or not {"agent", "patient"} <= roles or "on" in roles:
        return None
    slots = tuple(replace(s, role="on" if s.role == "agent" else s.role, front=False) for s in asked.slots)
    return replace(asked, forms=words.imposing, slots=slots, over=None)


def _align(asked: Asked, evidence: Evidence) -> Aligned:
    support: dict[Claim, None] = {}
    against: dict[Claim, None] = {}
    events: dict[str, None] = {}
    excluded: dict[Wanted, None] = {}
    excluding: dict[Claim, None] = {}
    anchors = list(_anchors(asked, evidence))
    ordered = [s for s in asked.slots if asks_order(s) and any(turned_round(s, beside) for beside, _ in anchors)]
    for beside, how in anchors:
        outcomes = _outcomes(asked, beside)
        if outcomes is None or not all(in_order(s, beside) for s in ordered) or (how == "denies" and _of_other(beside)):
            continue
        claim = beside.told.voice if asked.said else beside.told.told_by
        if claim is None:
            continue
        wrong = [slot for slot, outcome in outcomes.items() if outcome == "excludes"]
        if not wrong and not goes_together(asked, beside):
            continue
        if not wrong and (how == "tells" or says_what(asked)):
            (support if how == "tells" else against)[claim] = None
            events |= dict.fromkeys(sorted(beside.told.events))
        elif how == "tells" and len(wrong) == 1 and len(outcomes) > 1 and beside.act == "own":
            excluded[wrong[0]] = None
            excluding[claim] = None
    if support:
        speakers = {c.speakers[-1].canonical for c in support}  # "I have not fled justice, I have escaped injustice"
        others = tuple(c for c in against if c.speakers[-1].canonical not in speakers)
        return Aligned(tuple(support), others, tuple(events))
    return Aligned((), tuple(against), tuple(events), tuple(excluded), tuple(excluding))


def says_what(asked: Asked) -> bool:
    """Whether a clause names anything beside its verb: that somebody "can't think of" one thing does not deny "I
    thought"."""
    return any(s.value is not None or s.words - PRONOUNS - EMPTY for s in asked.slots)


def goes_together(asked: Asked, beside: Beside) -> bool:
    """Whether what the sentence has several of goes together as asked."""
    if otherwise_bound(asked.clause.sentence.exact, beside.passage.sentence.exact):
        return False
    passage, evidence = beside.passage, beside.evidence
    words = evidence.measure.words
    if altered(asked, passage, words) or not told_whole(beside):
        return False
    if twin_otherwise(asked, beside) or not told_then(asked, beside):
        return False
    if not tells_each(asked, passage, words) and told_otherwise(asked, evidence.passages, words):
        return False
    if exchanged(asked.clause.phrases, list(beside.passage.phrases())):
        return False
    return paired(asked.slots, beside.passage.by_clause(), beside.evidence.measure)


def _of_other(beside: Beside) -> bool:
    """Whether what a clause says is not so is none of what is asked: that there were no survivors among 144 passengers
    does not deny that there were 144 passengers."""
    what = [p for p in beside.own if p.role == "is"] if beside.act == "light" and "be" in beside.turned.forms else []
    asked = {w for s in beside.asked.slots for w in (s.head, *s.words)}
    return bool(what) and not any(beside.has(w, {p.head, *p.words}) for p in what for w in asked if w)


def _outcomes(asked: Asked, beside: Beside) -> dict[Wanted, Stand] | None:
    """How the clause stands to each slot, None where it is silent on one: most are, and no more is looked at. A land
    that is read both as a place and as a party is asked for once."""
    found: dict[Wanted, Stand] = {}
    lands = Counter((s.at, s.value.name) for s in asked.slots if isinstance(s.value, Place | Party))
    for slot in asked.slots:
        found[slot] = outcome_of(slot, beside)
        once = not isinstance(slot.value, Place | Party) or lands[slot.at, slot.value.name] == 1
        if found[slot] == "silent" and once:
            return None
    given = {(s.at, s.value.name) for s, o in found.items() if isinstance(s.value, Place | Party) and o == "supports"}
    outcomes: dict[Wanted, Stand] = {
        s: "supports" if isinstance(s.value, Place | Party) and (s.at, s.value.name) in given else o
        for s, o in found.items()
    }
    return None if "silent" in outcomes.values() else outcomes


def outcome_of(slot: Wanted, beside: Beside) -> Stand:
    """How the clause, and what it leaves to its event, stands to a slot."""
    outcome = covers(slot, beside)
    return "supports" if outcome == "silent" and given(slot, beside) else outcome


def _anchors(asked: Asked, evidence: Evidence) -> Iterator[tuple[Beside, str]]:
    """The clauses beside which the asked one may be laid, and whether they tell or deny."""
    for passage in evidence.passages:
        for clause in passage.clauses:
            told = evidence.told_at[(clause.report, clause.head.start)]
            act = act_of(asked, told, evidence.measure.words)
            how = how_told(asked, told, evidence, loose=True) if act is not None else None
            if act is not None and how is not None:
                turned, _ = normal(clause, evidence.measure.words)
                yield Beside(asked, told, turned, passage, evidence, act), how


def act_of(asked: Asked, told: Told, words: Words) -> Act | None:
    """How the clause has the asked act: as its own, in a noun that it holds, or needing none ("is", "has")."""
    _, forms = normal(told.clause, words)
    idioms = frozenset(f for f in asked.forms if " " in f and f in words.acts) - words.light
    if asked.forms & words.happening:
        return "own" if words.same_act(asked.forms - words.light, forms) else None
    if asked.forms & words.light and not (idioms and words.same_act(idioms, forms)):
        tells = asked.speech or any(s.role == "is" or isinstance(s.value, Quantity) for s in asked.slots)
        speaks = told.cue is not None and not tells
        if "have" in asked.forms and not forms & words.light:  # who lays off 18,000 has not 18,000
            return "own" if told.clause.verbal and forms & words.having else None
        return "light" if told.clause.verbal and not speaks else None
    if words.same_act(idioms if idioms and asked.forms & words.general else asked.forms, forms):
        return "own"  # who takes his life does not take a bus
    if (
        told.clause.verbal
        and not asked.forms & words.heading
        and not forms & words.undoing
        and any(words.in_noun(h, f) for h in _nouns(asked, told) for f in asked.forms)
    ) or _as_described(asked, told, words):
        return "noun"
    return None


def _nouns(asked: Asked, told: Told) -> set[str]:
    """The nouns in which a clause may hold the act: none that the sentence has beside it ("signed a contract")."""
    return {p.head for p in told.clause.phrases} - {w for s in asked.slots for w in s.words}


def _as_described(asked: Asked, told: Told, words: Words) -> bool:
    """Whether a noun that the clause names is described by what the sentence tells was done to it, and nothing more is
    asked: "registered voters" are those who were registered."""
    if any(s.role != "patient" for s in asked.slots) or asked.clause.negative or told.clause.negative:
        return False
    heads = {s.head for s in asked.slots if s.value is None}
    return any(asked.forms & p.words and any(words.holds(p.head, h) for h in heads) for p in told.clause.phrases)
