"""The store: everything that `pipeline.keeping` asks for, over one of the two databases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from crosswire.model import (
    Alert,
    Change,
    Delivery,
    FeedState,
    Filed,
    Filing,
    Hit,
    Judgement,
    Kept,
    Listing,
    Pending,
    Picture,
    Reading,
    Report,
    Reprint,
    Selection,
    Tally,
    Told,
    Version,
    Voice,
    Watch,
)
from crosswire.store import alerting, ask, judging, migrate, pictures, records, selected, watching
from crosswire.store.ask import Page
from crosswire.store.database import Database
from crosswire.store.turn import Turn


class SqlStore:
    """A store in SQLite or PostgreSQL. Raises StoreError and its kinds wherever the database does not play along."""

    def __init__(self, url: str) -> None:
        self._database = Database(url)
        self.where = self._database.where
        with self._database.reading() as connection:
            fresh = migrate.is_current(connection)
        if not fresh:
            with self._database.writing(alone=True) as connection:
                migrate.bring_up(connection, self.where)

    def close(self) -> None:
        """Give back the database."""
        self._database.close()

    # --- recorded --------------------------------------------------------------------------------------------------

    def known(self, ids: Sequence[str]) -> frozenset[str]:
        """Which of these reports are stored."""
        with self._database.reading() as connection:
            return records.known(connection, ids)

    def keep(self, kept: Sequence[Kept]) -> int:
        """Record readings in one transaction; what is stored already is passed over. How many were new."""
        with self._database.writing() as connection:
            return records.keep(connection, kept)

    def readings(self, ids: Sequence[str]) -> tuple[Reading, ...]:
        """The readings of these reports, in this order; unknown ids are left out."""
        with self._database.reading() as connection:
            return tuple(records.readings(connection, ids))

    def report(self, rid: str) -> Report | None:
        """One report."""
        with self._database.reading() as connection:
            return records.report(connection, rid)

    def current_of(self, lines: Sequence[str]) -> dict[str, str]:
        """Line -> the latest version, for those of these lines of versions that are known."""
        with self._database.reading() as connection:
            return records.current_of(connection, lines)

    def versions(self, rid: str) -> tuple[Version, ...]:
        """All versions of a report, the first first."""
        with self._database.reading() as connection:
            return records.versions(connection, rid)

    def judge(self, word: Judgement) -> None:
        """Record a person's word on whether two tell of one event."""
        with self._database.writing() as connection:
            judging.judge(connection, word)

    def judgements(self) -> tuple[Judgement, ...]:
        """All words of people, the first recorded first."""
        with self._database.reading() as connection:
            return judging.said(connection)

    # --- derived ---------------------------------------------------------------------------------------------------

    @contextmanager
    def turn(self) -> Iterator[Turn]:
        """One transaction of deriving; no two run at the same time."""
        with self._database.writing(alone=True) as connection:
            yield Turn(connection)

    # --- watching --------------------------------------------------------------------------------------------------

    def feed_states(self) -> list[FeedState]:
        """The state of every feed ever looked at."""
        with self._database.reading() as connection:
            return watching.feed_states(connection)

    def save_feed_state(self, state: FeedState) -> None:
        """Keep a feed's new state in the place of its last."""
        with self._database.writing() as connection:
            watching.save_feed_state(connection, state)

    def unseen(self, keys: Sequence[str]) -> set[str]:
        """Those of the keys that were never marked."""
        with self._database.reading() as connection:
            return watching.unseen(connection, keys)

    def mark_seen(self, keys: Sequence[str]) -> None:
        """Mark entries as accepted or given up."""
        with self._database.writing() as connection:
            watching.mark_seen(connection, keys)

    # --- alerting --------------------------------------------------------------------------------------------------

    def watches(self) -> list[Watch]:
        """All watches, by name."""
        with self._database.reading() as connection:
            return alerting.all_watches(connection)

    def save_watches(self, watches: Sequence[Watch]) -> None:
        """Keep watches, each in the place of the one of its name."""
        with self._database.writing() as connection:
            alerting.save_watches(connection, watches)

    def remove_watch(self, wid: str) -> bool:
        """Remove a watch; its alerts stay. Whether there was one."""
        with self._database.writing() as connection:
            return alerting.remove_watch(connection, wid)

    def alert_token(self) -> int:
        """The token of the last change that was looked at for alerts."""
        with self._database.reading() as connection:
            return alerting.alert_token(connection)

    def told(self, event: str) -> list[Told]:
        """What each watch was told of an event."""
        with self._database.reading() as connection:
            return alerting.told_of(connection, event)

    def pending(self, now: datetime) -> list[Pending]:
        """What is to be looked at again by now."""
        with self._database.reading() as connection:
            return alerting.pending_by(connection, now)

    def file_alerts(self, filing: Filing) -> None:
        """Write the outcome of one look at the changes: all of it or nothing."""
        with self._database.writing() as connection:
            alerting.file_alerts(connection, filing)

    def due_deliveries(self, now: datetime, limit: int) -> list[tuple[Delivery, Alert]]:
        """Deliveries that wait and are due, the earliest first, with their alerts."""
        with self._database.reading() as connection:
            return alerting.due_deliveries(connection, now, limit)

    def settle_delivery(self, delivery: Delivery) -> None:
        """Keep how a delivery went."""
        with self._database.writing() as connection:
            alerting.settle_delivery(connection, delivery)

    def alerts(self, watch: str | None, limit: int) -> list[Alert]:
        """The last alerts, the newest first."""
        with self._database.reading() as connection:
            return alerting.last_alerts(connection, watch, limit)

    def deliveries(self, alert: str) -> list[Delivery]:
        """How the deliveries of an alert stand."""
        with self._database.reading() as connection:
            return alerting.deliveries_of(connection, alert)

    @contextmanager
    def still(self) -> Iterator[None]:
        """All that this thread asks inside is of one state of the store, and costs less."""
        with self._database.still():
            yield

    # --- asked -----------------------------------------------------------------------------------------------------

    def listings(self, of: Selection, page: Page) -> tuple[list[Listing], str | None]:
        """The selected events, and where the next page begins."""
        with self._database.reading() as connection:
            return selected.listings(connection, of, page)

    def listed(self, ids: Sequence[str]) -> dict[str, Listing]:
        """The lines of these events."""
        with self._database.reading() as connection:
            return ask.listed(connection, ids)

    def resolve(self, eid: str) -> str | None:
        """The event that an id, old or new, leads to."""
        with self._database.reading() as connection:
            return ask.resolve(connection, eid)

    def became(self, eid: str) -> str | None:
        """The id that an event was merged into."""
        with self._database.reading() as connection:
            return ask.became(connection, eid)

    def pictures(self, ids: Sequence[str]) -> dict[str, Picture]:
        """The pictures of these events."""
        with self._database.reading() as connection:
            return pictures.load(connection, ids)

    def homes_of(self, reports: Sequence[str], real: bool = False) -> dict[str, str]:
        """Every mention of these reports that belongs to an event (`real`: one that is listed) -> the event."""
        with self._database.reading() as connection:
            return ask.homes_of(connection, reports, real)

    def reprints(self, reports: Sequence[str]) -> list[Reprint]:
        """What these reports copy."""
        with self._database.reading() as connection:
            return Turn(connection).reprints(reports)

    def filed(self, outlet: str | None, page: Page) -> tuple[list[Filed], str | None]:
        """Reports, the last that arrived first, of one outlet where it is named."""
        with self._database.reading() as connection:
            return ask.filed_reports(connection, outlet, page)

    def search(self, words: str, page: Page) -> tuple[list[Hit], str | None]:
        """Reports with these words, the newest first."""
        with self._database.reading() as connection:
            return ask.search(connection, words, page)

    def voices(self, kind: str | None, page: Page) -> tuple[list[Voice], str | None]:
        """Speakers and outlets, those with most claims first."""
        with self._database.reading() as connection:
            return ask.loudest(connection, kind, page)

    def voice(self, name: str) -> Voice | None:
        """One speaker or outlet."""
        with self._database.reading() as connection:
            return ask.voice(connection, name)

    def said_by(self, name: str, page: Page) -> tuple[list[str], str | None]:
        """The newest reports that give claims to a speaker, or are an outlet's."""
        with self._database.reading() as connection:
            return ask.said_by(connection, name, page)

    def answers_of(self, name: str, events: Sequence[str]) -> dict[tuple[str, str], str]:
        """(event, attribute) -> how a voice's answer stands beside the others'."""
        with self._database.reading() as connection:
            return ask.answers_of(connection, name, events)

    def reports_of(self, claims: Sequence[str]) -> dict[str, str]:
        """Claim -> the report that it stands in, for those that are stored."""
        with self._database.reading() as connection:
            return ask.reports_of(connection, claims)

    def changes(self, since: int, limit: int) -> list[Change]:
        """The changes after a token, the earliest first."""
        with self._database.reading() as connection:
            return ask.changes_since(connection, since, limit)

    def changes_of(self, event: str, limit: int) -> list[Change]:
        """The last changes of one event, the earliest first."""
        with self._database.reading() as connection:
            return ask.changes_of(connection, event, limit)

    def tally(self) -> Tally:
        """How much is stored."""
        with self._database.reading() as connection:
            return ask.tally(connection)
