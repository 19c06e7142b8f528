"""Two who measured one thing: one is disputed by the other, not contradicted, in whatever clauses they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crosswire.facts.check.fill import Filled
from crosswire.facts.check.open import COUNTED
from crosswire.model import Claim, Quantity, Slot


def measured(
    slots: list[Slot], claims: list[Claim], told: Sequence[Sequence[Filled]]
) -> tuple[list[Slot], list[Claim]]:
    """The slots and their claims, the one that is contradicted as disputed where an event is told to measure so.

    A quake struck with magnitude 6.1 by one clause; "AFAD put the magnitude at 6.3" is another's. `told`: what each
    event gives for the slots.
    """
    wrong = [s for s in slots if s.verdict == "contradicted"]
    if len(wrong) != 1 or any(s.verdict == "not_found" for s in slots):
        return slots, claims
    mine = next((one for given in told for one in given if one.support and _measures(one, wrong[0])), None)
    if mine is None:
        return slots, claims
    support = tuple(c.id for c in mine.support)
    why = wrong[0].why.replace("the reports give", "told, and others give").removesuffix(" instead")
    disputed = replace(wrong[0], verdict="disputed", support=support, why=why)
    return [disputed if s is wrong[0] else s for s in slots], [*claims, *mine.support]


def _measures(one: Filled, wrong: Slot) -> bool:
    slot = one.slot
    if slot is None or not isinstance(slot.value, Quantity) or slot.value.unit in COUNTED:
        return False
    return (slot.name, slot.value.text) == (wrong.name, wrong.words)
