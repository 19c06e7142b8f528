"""A fact -> the line a reader reads: question, answer, how it stands, on whose word, in which words, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosswire.brief.also import also, fellows, is_unnamed
from crosswire.brief.evidence import STANCES
from crosswire.brief.history import history
from crosswire.brief.index import Index, Weight
from crosswire.brief.phrase import phrase
from crosswire.brief.provenance import UNCOUNTED
from crosswire.brief.sheet import Line, More, Side
from crosswire.brief.wording import listed
from crosswire.compare import anybody, quantities
from crosswire.model import WHETHER, Candidate, Claim, Fact, Quantity, Text, Value

ORDER = {"corroborated": 0, "reported": 1, "disputed": 2, "withdrawn": 3}
COUNT = "1"  # the unit of what is counted
BESIDE = 2  # other numbers that are shown in the line of an answer
OPEN = "open"
OPINIONS = ("assessment", "expectation")


def lines(facts: Iterable[Fact], index: Index) -> tuple[Line, ...]:
    """The facts of one event, the best supported first, else in the order given."""
    told = sorted(facts, key=lambda f: ORDER[f.standing])
    return tuple(line(fact, index) for n, fact in enumerate(told) if not _is_told(fact, told[:n], index))


def _is_told(fact: Fact, before: Iterable[Fact], index: Index) -> bool:
    """Whether an answer in words only says again, no more precisely, what another question's answer says: what burned
    was a mill where what was hit was a dyeing mill; or, of what has no questions
    of its own, that it was somebody."""
    own = fact.value
    if not isinstance(own, Text) or fact.attribute in WHETHER:
        return False
    event = index.events.get(fact.event)
    if event is not None and event.frame == OPEN and (anybody(own) or _has_doer(fact, index)):
        return True
    words = set(own.text.lower().split())
    others = (f.value for f in before if f.attribute not in WHETHER)
    return any(isinstance(o, Text) and o.name == own.name and words <= set(o.text.lower().split()) for o in others)


def _has_doer(fact: Fact, index: Index) -> bool:
    """Whether words tell who did what is told with a name as well: "agency", where that is the CBI."""
    return fact.attribute == "cause" and any(f.attribute == "who" for f in index.facts.get(fact.event, ()))


def line(fact: Fact, index: Index) -> Line:
    """One fact for a reader."""
    best = _best(fact)
    shown = [c for c in fact.candidates if c is best or not _is_unnamed_beside(c, fact, index)]
    sides = tuple(side for candidate in shown for side in _sides(fact, candidate, index))
    return Line(
        question=fact.question,
        answer=_answer(fact, sides, index),
        standing=fact.standing,
        label=_label(fact, index),
        credibility=fact.credibility,
        origins=names(counting(best) if best else _all_origins(fact), index),
        sides=sides,
        also=() if fact.standing == "disputed" or fact.attribute in WHETHER else also(fact, index),
        reasons=fact.reasons,
        history=history(fact, index),
        finer=_finer(fact, best, index),
    )


def _is_unnamed_beside(candidate: Candidate, fact: Fact, index: Index) -> bool:
    """Whether an answer beside the one given, of nobody known, only tells of what sort somebody is."""
    beside = fact.value is not None and fact.standing != "disputed" and not names(counting(candidate), index)
    return beside and is_unnamed(candidate.value, fact)


def names(origins: Iterable[str], index: Index) -> tuple[str, ...]:
    """The origins that count, by name; an outlet's own reporting is called that."""
    out = []
    for origin in (index.origins[id_] for id_ in independent(origins, index)):
        note = index.wording.origin.get(origin.kind)
        out.append(f"{origin.name} ({note})" if note else origin.name)
    return tuple(dict.fromkeys(out))


def independent(origins: Iterable[str], index: Index) -> list[str]:
    """Those origins that count: one that is not known, or not named, adds no independence."""
    known = (index.origins[id_] for id_ in dict.fromkeys(origins) if id_ in index.origins)
    return [origin.id for origin in known if origin.kind not in UNCOUNTED]


def _best(fact: Fact) -> Candidate | None:
    """The candidate that gives the fact's value; None where no answer is better than the others."""
    return next((c for c in fact.candidates if c.value == fact.value), None)


def most_precise(fact: Fact) -> Value | None:
    """What a fact tells as precisely as anybody tells it who agrees with its answer."""
    best = _best(fact)
    return fact.value if best is None or best.finer is None else best.finer.value


def counting(candidate: Candidate) -> tuple[str, ...]:
    """The origins of an answer that count, as weighing has it: one for each group that speaks with one voice."""
    return candidate.origins if candidate.independent is None else candidate.independent


def _all_origins(fact: Fact) -> tuple[str, ...]:
    return tuple(dict.fromkeys(o for c in fact.candidates for o in counting(c)))


def _answer(fact: Fact, sides: Sequence[Side], index: Index) -> str:
    """The best answer; where it is disputed, what stands against it is never left out."""
    if fact.value is None:
        return " or ".join(dict.fromkeys(side.answer for side in sides))
    together = (fact.value, *fellows(fact, index))
    best = "yes" if fact.attribute in WHETHER else listed([phrase(value, index.wording) for value in together])
    others = [answer for answer in dict.fromkeys(side.answer for side in sides) if answer != best]
    if fact.standing != "disputed":
        beside = _beside(fact, index)
        return f"{best}; also told: {' or '.join(beside)}" if beside else best
    if not others:
        return best
    return f"{best}, but {' or '.join(others)}" if best == "yes" else f"{best}, against {' or '.join(others)}"


def _beside(fact: Fact, index: Index) -> list[str]:
    """Numbers that are neither the answer nor a form of it, and stand: "3 staff" leaves out the 19 of nobody known."""
    if not isinstance(fact.value, Quantity) or fact.value.unit != COUNT:
        return []
    replaced = [earlier.value for earlier in fact.history]
    others = [c.value for c in fact.candidates if isinstance(c.value, Quantity) and c.value not in replaced]
    apart = [q for q in others if q.bound != "vague" and not quantities(fact.value, q, lambda unit: None).agrees]
    return list(dict.fromkeys(phrase(q, index.wording) for q in apart))[:BESIDE]


def _label(fact: Fact, index: Index) -> str:
    """The standing in a word, with the number of origins where that is what makes it."""
    if fact.standing == "disputed" and all(c.stance == "denies" for c in _claims(fact, index)):
        return index.wording.standing["denied"]  # nobody says that it happened, so nobody disputes it
    word = index.wording.standing[fact.standing]
    best = _best(fact)
    known = independent(counting(best) if best else _all_origins(fact), index)
    if fact.standing == "reported" and not known:
        return index.wording.standing["unsourced"]
    return f"{word}, {len(known)} origins" if fact.standing == "corroborated" else word


def _claims(fact: Fact, index: Index) -> list[Claim]:
    return [index.claims[id_] for c in fact.candidates for id_ in c.claims if id_ in index.claims]


def _sides(fact: Fact, candidate: Candidate, index: Index) -> list[Side]:
    """One answer as told, and apart from it whoever denies or doubts that very answer."""
    claims = [index.claims[id_] for id_ in candidate.claims if id_ in index.claims]
    answer = "yes" if fact.attribute in WHETHER else phrase(candidate.value, index.wording)
    out = []
    for stance in ("states", "denies", "doubts"):
        held = _outright([c for c in claims if c.stance == stance], fact, candidate, index)
        if held:
            states = stance == "states" or (stance == "denies" and _is_none(candidate.value))
            says = answer if states else STANCES[stance]
            says = says if states or answer == "yes" else f"{says}: {answer}"
            known = names(counting(candidate), index) or (index.wording.standing["unsourced"],)
            by = known if stance == "states" else _speakers(held, index)
            out.append(Side(says, by, index.words((c.id for c in held), bearing(fact, candidate, index))))
    return out


def _outright(held: list[Claim], fact: Fact, candidate: Candidate, index: Index) -> list[Claim]:
    """Of all who tell that something happened those who say so in so many words, where one who counts is among them:
    who answers another question about it is shown there."""
    if fact.attribute not in WHETHER:
        return held
    direct, counted = [c for c in held if c.attribute in WHETHER], set(counting(candidate))
    known = any(index.voices.get(c.id) in counted for c in direct)
    beside = [] if known or not direct else [c for c in held if index.voices.get(c.id) in counted]
    return [*direct, *beside] if direct else held


def _is_none(value: Value | None) -> bool:
    """Whether the answer itself is that there was none: "nobody was injured" denies that, and states 0."""
    return isinstance(value, Quantity) and value.high == 0


def bearing(fact: Fact, candidate: Candidate, index: Index) -> Weight:
    """How little a claim bears out an answer: first what an origin that counts gives as it is shown.

    Under "07:24, confirmed by two" a reader looks for the two who say so. Who tells only the day, or names nobody,
    comes after them, and who only expects it last of all.
    """
    counted = set(counting(candidate))
    answer = phrase(candidate.value, index.wording).casefold()

    def weight(claim: Claim) -> tuple[bool, int]:
        if fact.attribute in WHETHER:
            other = claim.attribute not in WHETHER
        else:
            other = claim.value is not None and phrase(claim.value, index.wording).casefold() != answer
        return claim.kind in OPINIONS, 2 * (index.voices.get(claim.id) not in counted) + other

    return weight


def _speakers(claims: Iterable[Claim], index: Index) -> tuple[str, ...]:
    words = [index.word(c) for c in claims if c.report in index.reports]
    return tuple(dict.fromkeys(w.via[-1] if w.via else w.outlet for w in words))


def _finer(fact: Fact, best: Candidate | None, index: Index) -> More | None:
    """What only some of them tell more precisely: 07:24, where the others give the day."""
    if best is None or best.finer is None or fact.attribute in WHETHER:
        return None
    by = names(best.finer.origins, index)
    label = index.wording.standing["reported" if by else "unsourced"]
    return More(phrase(best.finer.value, index.wording), label, by)
