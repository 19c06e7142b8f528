"""Reports of a series told in nearly the same words: each with its own event, as their leads tell the days."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crosswire.claims.read import Reader, read
from crosswire.events.tell import link
from crosswire.model import Block, Report, news_id
from crosswire.pipeline.weigh import table_of

TITLE = "Strong earthquake strikes off Palu"
BELOW = "There was no warning of a tsunami. People ran into the streets."


def quake(name: str, day: int, told: str) -> Report:
    text = f"{TITLE}\n\nA strong {told}, the meteorological agency said. {BELOW}"
    blocks = (Block("title", 0, len(TITLE)), Block("paragraph", len(TITLE) + 2, len(text)))
    return Report(name, text, blocks, TITLE, name, datetime(2026, 6, day, 14, tzinfo=UTC), "given", "en")


MONDAY = quake("monday", 8, "magnitude 6.1 earthquake struck off Palu in Indonesia on Monday")
AGAIN = quake("again", 8, "magnitude 6.1 quake struck near Palu in Indonesia on Monday evening")
WEDNESDAY = quake("wednesday", 10, "magnitude 6.3 earthquake struck off Palu in Indonesia on Wednesday")
UNDATED = quake("undated", 10, "earthquake struck off Palu in Indonesia")


@pytest.mark.parametrize(
    ("reports", "together"),
    [
        ((MONDAY, AGAIN), ["again monday"]),
        ((MONDAY, WEDNESDAY), ["monday", "wednesday"]),
        ((MONDAY, WEDNESDAY, UNDATED), ["monday", "undated wednesday"]),
        ((MONDAY, AGAIN, WEDNESDAY), ["again monday", "wednesday"]),
    ],
    ids=["one quake", "two days", "one of them without a day", "two and one"],
)
def test_each_day_of_a_series_has_its_own_reports(
    reports: tuple[Report, ...], together: list[str], reader: Reader
) -> None:
    linker = link(read(reports, reader), table_of(reader))
    events = {r.id: linker.index.event(news_id(r.id)) for r in reports}
    found = {event: " ".join(sorted(name for name, e in events.items() if e == event)) for event in events.values()}
    assert sorted(found.values()) == together
