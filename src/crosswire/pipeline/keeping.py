"""What the pipeline asks of a store: what is recorded once and stays, what is derived, what is looked up.

Recorded things are append-only. Derived ones are written in turns; a turn is one transaction, and no two run at the
same time. A page is (where the page before ended, how many), its end None where nothing follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from crosswire.model import (
    Change,
    Filed,
    Hit,
    Judgement,
    Kept,
    Listing,
    Picture,
    Reading,
    Report,
    Reprint,
    Selection,
    Tally,
    Version,
    Voice,
)
from crosswire.pipeline.keeping_links import Links
from crosswire.pipeline.keeping_watch import Alerting, FeedStates

Page = tuple[str | None, int]


class Records(Protocol):
    """What is recorded."""

    def known(self, ids: Sequence[str]) -> frozenset[str]:
        """Which of these reports are stored."""
        ...

    def keep(self, kept: Sequence[Kept]) -> int:
        """Record readings in one transaction; what is stored already is passed over. How many were new."""
        ...

    def readings(self, ids: Sequence[str]) -> tuple[Reading, ...]:
        """The readings of these reports, in this order; unknown ids are left out."""
        ...

    def report(self, rid: str) -> Report | None:
        """One report."""
        ...

    def current_of(self, lines: Sequence[str]) -> dict[str, str]:
        """Line of versions -> the report that is its latest, for those of these lines that are known."""
        ...

    def versions(self, rid: str) -> tuple[Version, ...]:
        """All versions of a report, the first first; none where it is not stored."""
        ...

    def judge(self, word: Judgement) -> None:
        """Record a person's word on whether two tell of one event."""
        ...

    def judgements(self) -> tuple[Judgement, ...]:
        """All words of people, the first recorded first."""
        ...


class Turn(Protocol):
    """What is read and written while deriving."""

    @property
    def links(self) -> Links:
        """What linking and the finding of copies keep."""
        ...

    def judgements(self) -> tuple[Judgement, ...]:
        """All words of people, the first recorded first."""
        ...

    def unheard(self) -> tuple[Judgement, ...]:
        """The words of people that no turn has taken into account."""
        ...

    def hear(self, words: Sequence[Judgement]) -> None:
        """These words are taken into account."""
        ...

    def waiting(self, limit: int) -> list[str]:
        """Reports that were recorded and are not yet in any picture, the earliest first."""
        ...

    def readings(self, ids: Sequence[str]) -> list[Reading]:
        """The readings of these reports."""
        ...

    def current(self) -> Iterator[Reading]:
        """The readings of all reports in their latest versions, in the order of arrival."""
        ...

    def replaced(self, ids: Sequence[str]) -> dict[str, str]:
        """Every report that is an older version beside these, or of them -> the latest version."""
        ...

    def homes(self, mentions: Iterable[str]) -> dict[str, str]:
        """Mention -> the event it belongs to now."""
        ...

    def events_of(self, reports_: Sequence[str]) -> set[str]:
        """The events that these reports tell of now."""
        ...

    def all_events(self) -> set[str]:
        """The ids of all events there are now."""
        ...

    def pictures(self, ids: Iterable[str]) -> dict[str, Picture]:
        """The pictures of these events as they are stored."""
        ...

    def reprints(self, reports_: Iterable[str]) -> list[Reprint]:
        """What these reports copy."""
        ...

    def put(self, found: Sequence[Picture], before: Mapping[str, Picture], at: datetime) -> None:
        """Write pictures, each in the place of what was stored under its event's id (`before`)."""
        ...

    def lead(self, to: Mapping[str, str]) -> None:
        """Old id -> the event it leads to now."""
        ...

    def drop(self, gone: Iterable[str]) -> None:
        """Remove events that are no more."""
        ...

    def put_reprints(self, found: Sequence[Reprint]) -> None:
        """What reports copy, in the place of what was known of each."""
        ...

    def forget_reprints(self) -> None:
        """Nothing is known to copy anything."""
        ...

    def log(self, found: Sequence[Change], at: datetime) -> None:
        """Add to the log of changes, in this order."""
        ...

    def settle(self, done: Sequence[str]) -> None:
        """These reports wait no longer."""
        ...

    def set_rules(self, versions: Mapping[str, str]) -> None:
        """The versions of the rules by which all is derived now."""
        ...


class Questions(Protocol):
    """What is looked up."""

    def still(self) -> AbstractContextManager[None]:
        """All that this thread asks inside is of one state of the store, and costs less."""
        ...

    def listings(self, of: Selection, page: Page) -> tuple[list[Listing], str | None]:
        """The selected events, and where the next page begins."""
        ...

    def listed(self, ids: Sequence[str]) -> dict[str, Listing]:
        """The lines of these events."""
        ...

    def resolve(self, eid: str) -> str | None:
        """The event that an id, old or new, leads to."""
        ...

    def became(self, eid: str) -> str | None:
        """The id that an event was merged into."""
        ...

    def pictures(self, ids: Sequence[str]) -> dict[str, Picture]:
        """The pictures of these events."""
        ...

    def homes_of(self, reports: Sequence[str], real: bool = False) -> dict[str, str]:
        """Every mention of these reports that belongs to an event (`real`: one that is listed) -> the event."""
        ...

    def reprints(self, reports: Sequence[str]) -> list[Reprint]:
        """What these reports copy."""
        ...

    def filed(self, outlet: str | None, page: Page) -> tuple[list[Filed], str | None]:
        """Reports, the last that arrived first; of one outlet where it is named."""
        ...

    def search(self, words: str, page: Page) -> tuple[list[Hit], str | None]:
        """Reports with these words, the newest first."""
        ...

    def voices(self, kind: str | None, page: Page) -> tuple[list[Voice], str | None]:
        """Speakers and outlets, those with most claims first."""
        ...

    def voice(self, name: str) -> Voice | None:
        """One speaker or outlet."""
        ...

    def said_by(self, name: str, page: Page) -> tuple[list[str], str | None]:
        """The newest reports that give claims to a speaker, or are an outlet's."""
        ...

    def answers_of(self, name: str, events: Sequence[str]) -> dict[tuple[str, str], str]:
        """(event, attribute) -> how a voice's answer stands beside the others'."""
        ...

    def reports_of(self, claims: Sequence[str]) -> dict[str, str]:
        """Claim -> the report that it stands in, for those that are stored."""
        ...

    def changes(self, since: int, limit: int) -> list[Change]:
        """The changes after a token, the earliest first."""
        ...

    def changes_of(self, event: str, limit: int) -> list[Change]:
        """The last changes of one event, the earliest first."""
        ...

    def tally(self) -> Tally:
        """How much is stored."""
        ...


class Store(Records, Questions, FeedStates, Alerting, Protocol):
    """Where everything is kept. Raises StoreError and its kinds."""

    where: str

    def turn(self) -> AbstractContextManager[Turn]:
        """One transaction of deriving; no two run at the same time."""
        ...

    def close(self) -> None:
        """Give back the database."""
        ...
