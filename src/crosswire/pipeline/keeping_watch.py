"""What watching and alerting ask of a store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from crosswire.model import Alert, Delivery, FeedState, Filing, Pending, Told, Watch


class FeedStates(Protocol):
    """What the watcher keeps in the store."""

    def feed_states(self) -> Sequence[FeedState]:
        """The state of every feed ever looked at."""
        ...

    def save_feed_state(self, state: FeedState) -> None:
        """Keep a feed's new state in the place of its last."""
        ...

    def unseen(self, keys: Sequence[str]) -> set[str]:
        """Those of the keys that were never marked."""
        ...

    def mark_seen(self, keys: Sequence[str]) -> None:
        """Mark entries as accepted or given up."""
        ...


class Alerting(Protocol):
    """What alerting keeps: watches, what each was told, alerts with their deliveries."""

    def watches(self) -> list[Watch]:
        """All watches, by name."""
        ...

    def save_watches(self, watches: Sequence[Watch]) -> None:
        """Keep watches, each in the place of the one of its name."""
        ...

    def remove_watch(self, wid: str) -> bool:
        """Remove a watch, and what waits for it; its alerts stay. Whether there was one."""
        ...

    def alert_token(self) -> int:
        """The token of the last change that was looked at for alerts."""
        ...

    def told(self, event: str) -> list[Told]:
        """What each watch was told of an event."""
        ...

    def pending(self, now: datetime) -> list[Pending]:
        """What is to be looked at again by now."""
        ...

    def file_alerts(self, filed: Filing) -> None:
        """Write the outcome of one look at the changes: all of it or nothing. An alert that is there stays as it is."""
        ...

    def due_deliveries(self, now: datetime, limit: int) -> list[tuple[Delivery, Alert]]:
        """Deliveries that wait and are due, the earliest first, with their alerts."""
        ...

    def settle_delivery(self, delivery: Delivery) -> None:
        """Keep how a delivery went."""
        ...

    def alerts(self, watch: str | None, limit: int) -> list[Alert]:
        """The last alerts, of one watch where it is named; the newest first."""
        ...

    def deliveries(self, alert: str) -> list[Delivery]:
        """How the deliveries of an alert stand."""
        ...
