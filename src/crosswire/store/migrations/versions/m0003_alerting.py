"""Watches, what they were told, alerts and deliveries."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables of alerting."""
    watches()
    sent()


def watches() -> None:
    """What is asked and what was told."""
    op.create_table(
        "watches",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    for name, column in (("told", "told"), ("pending", "due")):
        op.create_table(
            name,
            sa.Column("watch", sa.Text(), nullable=False),
            sa.Column("event", sa.Text(), nullable=False),
            sa.Column(column, sa.Text(), nullable=False),
            sa.PrimaryKeyConstraint("watch", "event"),
            sqlite_with_rowid=False,
        )
    op.create_index("told_event", "told", ["event"], unique=False)
    op.create_index("pending_due", "pending", ["due"], unique=False)
    op.create_table(
        "noticed",
        sa.Column("token", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("token"),
    )


def sent() -> None:
    """What is sent."""
    op.create_table(
        "alerts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("watch", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("news", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("replaces", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("alerts_watch", "alerts", ["watch", "at"], unique=False)
    op.create_index("alerts_at", "alerts", ["at"], unique=False)
    op.create_table(
        "deliveries",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("alert", sa.Text(), nullable=False),
        sa.Column("destination", sa.Text(), nullable=False),
        sa.Column("due", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("trouble", sa.Text(), nullable=True),
        sa.Column("sent", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["alert"], ["alerts.id"]),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("deliveries_due", "deliveries", ["state", "due"], unique=False)
    op.create_index("deliveries_alert", "deliveries", ["alert"], unique=False)
