"""Watches, alerts and deliveries in every kind of store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from crosswire.model import Alert, Area, Delivery, Destination, Filing, Pending, Quiet, Told, Watch
from crosswire.store.store import SqlStore

NOW = datetime(2026, 1, 28, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
HOOK = Destination("webhook", "https://desk.example/hook", "SECRET", "slack")
WATCH = Watch(
    "watch-1", "Quakes", frozenset({"earthquake"}), frozenset({"N"}), frozenset({"old town"}),
    Area("box", '{"type":"Point","coordinates":[1,2]}', 5.0, 6.0, "NO", "zone", "so"), "reported", 1,
    {"magnitude": 6.0}, {"magnitude": 0.3}, frozenset({"new", "up"}), Quiet(1320, 360, "Europe/Berlin"), HOUR, 2 * HOUR,
    (HOOK, Destination("mail", "a@b.example")), True,
)  # fmt: skip
ALERT = Alert("alert-1", "watch-1", "event-1", 1, (("new", "Quake off Karsk"),), NOW, '{"a": 1}')
DELIVERY = Delivery("delivery-1", "alert-1", HOOK, NOW)
TOLD = Told(
    "watch-1", "event-1", 1, {"killed": "reported"}, {"killed": "two"}, {"killed": (2.0, 2.0)}, "alert-1", True, 7
)  # fmt: skip


@pytest.fixture
def store(url: str) -> Iterator[SqlStore]:
    made = SqlStore(url)
    yield made
    made.close()


def test_watches_are_kept_by_name(store: SqlStore) -> None:
    plain = Watch("watch-2", "All")
    store.save_watches([plain, WATCH])
    assert store.watches() == [plain, WATCH]
    store.save_watches([replace(plain, paused=True)])
    assert store.watches()[0].paused
    assert store.remove_watch("watch-2")
    assert not store.remove_watch("watch-2")
    assert store.watches() == [WATCH]


def test_a_filing_is_kept_whole_and_once(store: SqlStore) -> None:
    filing = Filing(9, (ALERT,), (DELIVERY,), (TOLD,), (Pending("watch-1", "event-2", NOW + HOUR),))
    store.file_alerts(filing)
    store.file_alerts(filing)
    assert store.alert_token() == 9
    assert store.alerts(None, 10) == [ALERT]
    assert store.alerts("watch-1", 10) == [ALERT]
    assert store.alerts("watch-2", 10) == []
    assert store.told("event-1") == [TOLD]
    assert store.due_deliveries(NOW, 10) == [(DELIVERY, ALERT)]
    assert store.pending(NOW) == []
    assert store.pending(NOW + HOUR) == [Pending("watch-1", "event-2", NOW + HOUR)]


def test_what_was_looked_at_again_is_pending_no_more(store: SqlStore) -> None:
    due = Pending("watch-1", "event-1", NOW)
    store.file_alerts(Filing(1, pending=(due,)))
    later = replace(due, due=NOW + HOUR)
    store.file_alerts(Filing(2, looked=(due,), pending=(later,)))
    assert store.pending(NOW + HOUR) == [later]


def test_deliveries_wait_until_they_are_settled(store: SqlStore) -> None:
    second = Delivery("delivery-2", "alert-1", Destination("log"), NOW + HOUR)
    store.file_alerts(Filing(1, (ALERT,), (DELIVERY, second)))
    assert [d.key for d, _ in store.due_deliveries(NOW, 10)] == ["delivery-1"]
    store.settle_delivery(replace(DELIVERY, due=NOW + HOUR, attempts=1, trouble="answers 500"))
    assert store.due_deliveries(NOW, 10) == []
    assert len(store.due_deliveries(NOW + HOUR, 10)) == 2
    sent = replace(DELIVERY, state="sent", attempts=2, sent=NOW + HOUR, due=NOW)
    store.settle_delivery(sent)
    store.settle_delivery(replace(second, state="failed", trouble="gone", attempts=9))
    assert store.due_deliveries(NOW + HOUR, 10) == []
    assert {d.state for d in store.deliveries("alert-1")} == {"sent", "failed"}
    assert sent in store.deliveries("alert-1")


def test_what_was_told_follows_an_event_that_became_one_with_another(store: SqlStore) -> None:
    both = replace(TOLD, watch="watch-2")
    store.file_alerts(Filing(1, told=(TOLD, both, replace(both, event="event-9"))))
    store.file_alerts(Filing(2, moved=(("event-1", "event-9"),)))
    assert store.told("event-1") == []
    assert [t.watch for t in store.told("event-9")] == ["watch-1", "watch-2"]
