"""What an answer to one question says of another of the same event (docs/weighing.md).

Who claims responsibility says that he did it, and who counts sixteen bodies says what others say who count sixteen
dead. Neither makes an answer of its own: who claims it may lie, and a body may be of another day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from crosswire.compare import Scale
from crosswire.facts.align import Backed
from crosswire.facts.precise import says
from crosswire.model import Quantity, Value

# A question, and those whose answers it may give.
ALSO = (("claimed_by", "who"), ("claimed_by", "by_whom"), ("bodies", "killed"))


def also_said(told: Mapping[str, Sequence[Backed]], scale: Scale) -> Iterator[tuple[str, Backed]]:
    """The questions, each with what is told in answer to another one and says an answer that is given to it."""
    for name, other in ALSO:
        given = [b.claim.value for b in told.get(other, ()) if b.claim.stance == "states"]
        for one in told.get(name, ()):
            if one.claim.stance == "states" and (value := _said(one, given, scale)) is not None:
                yield other, replace(one, claim=replace(one.claim, attribute=other, value=value))


def _said(one: Backed, given: Sequence[Value | None], scale: Scale) -> Value | None:
    """The answer that is said as well: the same number, of another noun, or whom the claimer's own name means."""
    value = one.claim.value
    if isinstance(value, Quantity):
        return next((v for v in given if isinstance(v, Quantity) and _is_number(value, v)), None)
    own = value is not None and any(t.name == getattr(value, "name", None) for t in one.traces)
    return value if own and value and any(v is not None and says(value, v, scale) for v in given) else None


def _is_number(one: Quantity, other: Quantity) -> bool:
    return one.bound == other.bound == "exact" and one.low == one.high == other.low == other.high is not None
