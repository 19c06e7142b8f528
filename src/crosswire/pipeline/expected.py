"""What is only expected: of a coming event its reports tell that it comes, not that it happened."""

from __future__ import annotations

from collections.abc import Mapping

from crosswire.events.told import put_ahead
from crosswire.model import Attribute, Claim, Event, Mention, Quantity

HAPPENED = Attribute("happened", "Did it happen?", "text")
EXPECTED = Attribute("expected", "Is it expected?", "text")


def is_coming(event: Event, mentions: Mapping[str, Mention]) -> bool:
    """Whether an event lies ahead of its reports, or most of what tells of it in its own words puts it ahead."""
    if event.role == "ahead":
        return True
    return put_ahead(mentions[m] for m in event.mentions if m in mentions)


def about(claim: Claim, mention: Mention | None, coming: bool) -> bool:
    """Whether a claim tells that its event came about, or that it comes: who asks or wishes for it, or holds it
    possible, tells neither."""
    possible = mention is not None and mention.modality in ("hypothetical", "general")
    if possible and not isinstance(claim.value, Quantity):  # "wanted to attack the port. Three died"
        return False
    if claim.kind == "statement":
        return claim.stance == "denies"
    if claim.kind == "expectation":
        return coming and not possible
    return claim.kind == "fact"
