"""What is only expected: of a coming event its reports tell that it comes, not that it happened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from crosswire.events.told import put_ahead
from crosswire.model import Attribute, Claim, Event, Mention, Quantity, Reading, Time

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


def coming_time(readings: Mapping[str, Reading]) -> Callable[[Claim], Time | None]:
    """The first time to come that stands in a claim's words."""

    def when_of(claim: Claim) -> Time | None:
        reading = readings[claim.report]
        published = reading.report.published
        inside = (r.value for r in reading.values if claim.span.covers(r.span) and isinstance(r.value, Time))
        return next((t for t in inside if published is not None and _is_to_come(t, published)), None)

    return when_of


def _is_to_come(time: Time, published: datetime) -> bool:
    """Whether a time begins with the day of a report or later, and is not over: not its "this week", which tells as
    well what was done in it, nor its "now"."""
    today = published.replace(hour=0, minute=0, second=0, microsecond=0)
    if time.start is None or time.start < today:
        return False
    now = time.granularity == "vague" and time.start == today and time.end == today + timedelta(days=1)
    return (time.end or time.start) > published and not now
