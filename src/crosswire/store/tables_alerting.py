"""The tables of alerting: watches and what each was told, alerts and their deliveries."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, Table, Text

from crosswire.store.tables import metadata

watches = Table(
    "watches",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("told", Text, nullable=False),
    sqlite_with_rowid=False,
)

told = Table(
    "told",
    metadata,
    Column("watch", Text, primary_key=True),
    Column("event", Text, primary_key=True),
    Column("told", Text, nullable=False),
    Index("told_event", "event"),
    sqlite_with_rowid=False,
)

pending = Table(
    "pending",
    metadata,
    Column("watch", Text, primary_key=True),
    Column("event", Text, primary_key=True),
    Column("due", Text, nullable=False),
    Index("pending_due", "due"),
    sqlite_with_rowid=False,
)

alerts = Table(
    "alerts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("watch", Text, nullable=False),
    Column("event", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("at", Text, nullable=False),
    Column("news", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("replaces", Text),
    Index("alerts_watch", "watch", "at"),
    Index("alerts_at", "at"),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("key", Text, primary_key=True),
    Column("alert", Text, ForeignKey("alerts.id"), nullable=False),
    Column("destination", Text, nullable=False),
    Column("due", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("trouble", Text),
    Column("sent", Text),
    Index("deliveries_due", "state", "due"),
    Index("deliveries_alert", "alert"),
)

# One row: the last change that was looked at for alerts.
noticed = Table("noticed", metadata, Column("token", BigInteger, primary_key=True, autoincrement=False))
