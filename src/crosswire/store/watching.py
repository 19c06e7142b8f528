"""How feeds stand and what was seen in them: what the watcher keeps between two looks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from crosswire.model import FeedState
from crosswire.store.codec import moment, moment_of
from crosswire.store.records import parted, upsert
from crosswire.store.tables import feeds, seen


def feed_states(connection: Connection) -> list[FeedState]:
    """The state of every feed ever looked at."""
    return [
        FeedState(
            row.url,
            datetime.fromisoformat(row.due),
            moment_of(row.checked),
            row.etag,
            row.modified,
            row.failures,
            row.trouble,
            row.found,
        )
        for row in connection.execute(select(feeds).order_by(feeds.c.url))
    ]


def save_feed_state(connection: Connection, state: FeedState) -> None:
    """Keep a feed's new state in the place of its last."""
    told = {
        "due": moment(state.due),
        "checked": moment(state.checked),
        "etag": state.etag,
        "modified": state.modified,
        "failures": state.failures,
        "trouble": state.trouble,
        "found": state.found,
    }
    statement = upsert(connection, feeds).values(url=state.url, **told)
    connection.execute(statement.on_conflict_do_update(index_elements=["url"], set_=told))


def unseen(connection: Connection, keys: Sequence[str]) -> set[str]:
    """Those of the keys that were never marked."""
    known = {
        row.key for part in parted(keys) for row in connection.execute(select(seen.c.key).where(seen.c.key.in_(part)))
    }
    return set(keys) - known


def mark_seen(connection: Connection, keys: Sequence[str]) -> None:
    """Mark entries as accepted or given up."""
    if keys:
        connection.execute(upsert(connection, seen).on_conflict_do_nothing(), [{"key": k} for k in dict.fromkeys(keys)])
