"""The dead of an event told before: "Crowd crush kills 151", then "At least 151 people died in Seoul on Saturday"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosswire.claims.answers.fit import Answer
from crosswire.claims.told import Told
from crosswire.model import Quantity

LEAD = 2  # sentences: what the headline tells without a number, the lead may count
ALIKE = 1.1  # "more than 150" and 153 are one count
CIRCUMSTANCES = ("time", "place")


def take_dead(here: Sequence[Told], before: Iterable[Told]) -> None:
    """Let the last event told before that asks for its dead take in a mention that does no more than count as many.

    When and where they died is then when and where that event was, if it does not say so itself.
    """
    known = [t for t in before if any(a.grows for a in t.hit.frame.attributes) and not t.hit.frame.casualties]
    if not known:
        return
    for one in here:
        if _only_counts(one):
            earlier = next((t for t in reversed(known) if _counts_alike(one, t)), None)
            if earlier is not None:
                one.absorbed = True
                earlier.answers += [a for a in one.answers if _fits(a, earlier)]


def _only_counts(one: Told) -> bool:
    """Whether a mention tells nothing of who did it to whom."""
    named = any(a.value.type in ("party", "text") for a in one.answers)
    return one.hit.frame.casualties and not one.absorbed and one.refers is None and not named


def did(one: Told, earlier: Told) -> bool:
    """Whether somebody kills in a mention, and what was told before is no violence: gunmen are no part of a flood."""
    killed = one.hit.frame.casualties and any(a.value.type == "party" for a in one.answers)
    return killed and one.hit.frame.family != earlier.hit.frame.family


def _counts_alike(one: Told, earlier: Told) -> bool:
    if one.hit.frame is earlier.hit.frame or _dated_apart(one, earlier):
        return False
    counts = {a.attribute: a.value for a in one.answers if isinstance(a.value, Quantity)}
    known = {a.attribute: a.value for a in earlier.answers if isinstance(a.value, Quantity)}
    shared = [(v, known[name]) for name, v in counts.items() if name in known]
    if shared:
        return any(_alike(a, b) for a, b in shared)
    return bool(counts) and earlier.order == 0 and one.order <= LEAD


def _alike(a: Quantity, b: Quantity) -> bool:
    if not a.low or not b.low:
        return False
    exact = a.bound == b.bound == "exact"
    return a.low == b.low or (not exact and max(a.low, b.low) <= ALIKE * min(a.low, b.low))


def _dated_apart(one: Told, earlier: Told) -> bool:
    a, b = one.when, earlier.when
    if a is None or b is None or not (a.start and a.end and b.start and b.end):
        return False
    return a.start >= b.end or b.start >= a.end


def _fits(answer: Answer, earlier: Told) -> bool:
    """Whether an event asks what an answer tells, and has no answer yet."""
    asked = {a.name: a.type for a in earlier.open_questions()}
    return answer.attribute in asked and (asked[answer.attribute] in CIRCUMSTANCES or answer.value.type == "quantity")
