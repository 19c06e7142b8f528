"""Whether what one event gives for several slots belongs together: of a storm that hit two lands on two days, the one
land and the other's day are told by no sentence.

Where the event has another place, time or count beside the one asked for, some sentence has to tell it with each of the
others, in its order (check_pairs).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from crosswire.facts.check_asked import Asked
from crosswire.facts.check_bundles import Bundle
from crosswire.facts.check_evidence import Evidence
from crosswire.facts.check_fill import Filled, in_clause, questions
from crosswire.facts.check_pairs import gives, has_rival, paired, told_of_several
from crosswire.facts.check_passages import Passage
from crosswire.facts.check_slots import Wanted
from crosswire.facts.check_values import stand
from crosswire.model import Party, Phrase, Quantity


def together(asked: Asked, bundle: Bundle, filled: Sequence[Filled], evidence: Evidence) -> bool:
    """Whether the values that a bundle gives are told of one and the same."""
    own = [p for told in bundle.telling for p in told.clause.phrases]
    if bundle.event is None:
        return paired(asked.slots, [own], evidence.measure)
    if not _one_doer(asked, bundle, evidence):
        return False
    several = [f for f in filled if f.slot is not None and told_of_several(f.slot)]
    contested = [f for f in several if f.slot is not None and _contested(f.slot, own, bundle.event, evidence)]
    split = [f for f in contested if not _measures(f)]
    pairs = (
        (a, b) for a, b in combinations(several, 2) if a in split or b in split or (a in contested and b in contested)
    )
    return all(_told_together(a, b, evidence) for a, b in pairs)


def _measures(filled: Filled) -> bool:
    """Whether it is how strong or how far: two magnitudes are of one quake, two counts may be of two towns."""
    value = filled.slot.value if filled.slot is not None else None
    return isinstance(value, Quantity) and value.unit not in (None, "1")


def _one_doer(asked: Asked, bundle: Bundle, evidence: Evidence) -> bool:
    """Whether, where the clauses that tell the act name several persons as its doers, one of them gives who did it and
    to what: of "Barrow won 263,515 votes, Jammeh took 212,099" neither has the other's."""
    core = [s for s in asked.slots if s.role in ("agent", "patient") and not s.inner]
    persons = [s.value for s in core if s.role == "agent" and isinstance(s.value, Party) and s.value.kind == "person"]
    doing = [p.named for told in bundle.telling for p in told.clause.phrases if p.role == "agent"]
    others = [d for d in doing if isinstance(d, Party) and d.kind == "person"]
    if not any(stand(p, d, evidence.measure) == "excludes" for p in persons for d in others):
        return True
    return any(all(in_clause(s, told, asked, evidence) == "supports" for s in core) for told in bundle.telling)


def _contested(slot: Wanted, own: Sequence[Phrase], event: str, evidence: Evidence) -> bool:
    """Whether the event has another value for the same question, or a clause that tells it has."""
    told = evidence.claims_of.get(event, {})
    values = (c.value for a in questions(slot, told) for c in told.get(a, ()))
    if any(
        v is not None and slot.value is not None and stand(slot.value, v, evidence.measure) == "excludes"
        for v in values
    ):
        return True
    return not isinstance(slot.value, Quantity) and has_rival(slot, own, evidence.measure)


def _told_together(a: Filled, b: Filled, evidence: Evidence) -> bool:
    assert a.slot is not None and b.slot is not None  # noqa: S101 - the act is no value
    for passage in _passages((a, b), evidence):
        phrases = list(passage.phrases())
        both = gives(a.slot, phrases, evidence.measure) and gives(b.slot, phrases, evidence.measure)
        if both and paired((a.slot, b.slot), passage.by_clause(), evidence.measure):
            return True
    return False


def _passages(filled: Sequence[Filled], evidence: Evidence) -> Iterator[Passage]:
    """The sentences in which the claims for some slots stand."""
    spans = {(c.report, c.span.start, c.span.end) for one in filled for c in one.support}
    for passage in evidence.passages:
        start, end, report = passage.sentence.start, passage.sentence.end, passage.clauses[0].report
        if any(r == report and s < end and start < e for r, s, e in spans):
            yield passage
