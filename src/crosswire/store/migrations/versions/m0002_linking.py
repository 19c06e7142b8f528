"""Where linking and the finding of copies keep what they know, so that a new report is compared with its likes only."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables. What is derived by earlier rules is derived anew: `waiting` gets every report."""
    op.create_table(
        "nodes",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("together", sa.Text(), nullable=True),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("event", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_index("nodes_report", "nodes", ["report"])
    op.create_index("nodes_together", "nodes", ["together"])
    op.create_index("nodes_event", "nodes", ["event"])
    op.create_table(
        "near",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("node", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", "at", "node"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "edges",
        sa.Column("a", sa.Text(), nullable=False),
        sa.Column("b", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("a", "b"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "fates",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("became", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "marks",
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("marks", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.seq"]),
        sa.PrimaryKeyConstraint("report"),
    )
    op.create_table(
        "turns",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("heard", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.execute("INSERT INTO turns (number, heard) VALUES (0, 0)")
    _forget()


def _forget() -> None:
    for table in ("members", "keys", "answers", "ids", "pictures", "events", "reprints", "waiting"):
        op.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
    op.execute("INSERT INTO waiting (report) SELECT current FROM lines")
