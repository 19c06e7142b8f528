"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make all tables, and the index of words that each database has its own form of."""
    recorded()
    derived()
    words()


def recorded() -> None:
    """What is recorded once and stays."""
    op.create_table(
        "reports",
        sa.Column("seq", NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("published", sa.BigInteger(), nullable=True),
        sa.Column("arrived", sa.BigInteger(), nullable=False),
        sa.Column("reading", sa.LargeBinary(), nullable=False),
        sa.Column("edits", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("reports_line", "reports", ["line"], unique=False)
    op.create_index("reports_outlet", "reports", ["outlet", "seq"], unique=False)
    op.create_table(
        "arrivals",
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("media", sa.Text(), nullable=True),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("digest", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["report"],
            ["reports.seq"],
        ),
        sa.PrimaryKeyConstraint("report"),
    )
    op.create_table(
        "voices",
        sa.Column("seq", NUMBER, autoincrement=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("claims", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("name"),
    )
    op.create_index("voices_claims", "voices", ["claims"], unique=False)
    op.create_table(
        "claims",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("speaker", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(
            ["report"],
            ["reports.seq"],
        ),
        sa.ForeignKeyConstraint(
            ["speaker"],
            ["voices.seq"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_index("claims_speaker", "claims", ["speaker", "report"], unique=False)
    op.create_table(
        "judgements",
        sa.Column("seq", NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("a", sa.Text(), nullable=False),
        sa.Column("b", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("judgements_a", "judgements", ["a"], unique=False)
    op.create_index("judgements_b", "judgements", ["b"], unique=False)
    op.create_table(
        "feeds",
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("due", sa.Text(), nullable=False),
        sa.Column("checked", sa.Text(), nullable=True),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("modified", sa.Text(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("trouble", sa.Text(), nullable=True),
        sa.Column("found", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("url"),
    )
    op.create_table(
        "seen", sa.Column("key", sa.Text(), nullable=False), sa.PrimaryKeyConstraint("key"), sqlite_with_rowid=False
    )


def derived() -> None:
    """What follows from it."""
    op.create_table(
        "lines",
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("current", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(
            ["current"],
            ["reports.seq"],
        ),
        sa.PrimaryKeyConstraint("line"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "waiting",
        sa.Column("report", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(
            ["report"],
            ["reports.seq"],
        ),
        sa.PrimaryKeyConstraint("report"),
    )
    op.create_table(
        "events",
        sa.Column("seq", NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("frame", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=True),
        sa.Column("until", sa.BigInteger(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("ahead", sa.Boolean(), nullable=False),
        sa.Column("real", sa.Boolean(), nullable=False),
        sa.Column("corroborated", sa.Integer(), nullable=False),
        sa.Column("reported", sa.Integer(), nullable=False),
        sa.Column("disputed", sa.Integer(), nullable=False),
        sa.Column("withdrawn", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("first", sa.BigInteger(), nullable=False),
        sa.Column("changed", sa.BigInteger(), nullable=False),
        sa.Column("token", sa.BigInteger(), nullable=False),
        sa.Column("shown", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("events_frame", "events", ["frame", "token"], unique=False)
    op.create_index("events_lat", "events", ["lat", "lon"], unique=False)
    op.create_index("events_since", "events", ["since"], unique=False)
    op.create_index("events_token", "events", ["token"], unique=False)
    op.create_table(
        "pictures",
        sa.Column("event", NUMBER, nullable=False),
        sa.Column("told", sa.LargeBinary(), nullable=False),
        sa.Column("facts", sa.LargeBinary(), nullable=False),
        sa.Column("origins", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event"],
            ["events.seq"],
        ),
        sa.PrimaryKeyConstraint("event"),
    )
    op.create_table(
        "ids",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("event", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(
            ["event"],
            ["events.seq"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ids_event", "ids", ["event"], unique=False)
    op.create_table(
        "members",
        sa.Column("mention", sa.Text(), nullable=False),
        sa.Column("event", NUMBER, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(
            ["event"],
            ["events.seq"],
        ),
        sa.ForeignKeyConstraint(
            ["report"],
            ["reports.seq"],
        ),
        sa.PrimaryKeyConstraint("mention"),
        sqlite_with_rowid=False,
    )
    op.create_index("members_event", "members", ["event"], unique=False)
    op.create_index("members_report", "members", ["report"], unique=False)
    op.create_table(
        "keys",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("event", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(
            ["event"],
            ["events.seq"],
        ),
        sa.PrimaryKeyConstraint("key", "event"),
        sqlite_with_rowid=False,
    )
    op.create_index("keys_event", "keys", ["event"], unique=False)
    op.create_table(
        "answers",
        sa.Column("event", NUMBER, nullable=False),
        sa.Column("voice", sa.Text(), nullable=False),
        sa.Column("attribute", sa.Text(), nullable=False),
        sa.Column("share", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event"],
            ["events.seq"],
        ),
        sa.PrimaryKeyConstraint("event", "voice", "attribute"),
        sqlite_with_rowid=False,
    )
    op.create_index("answers_voice", "answers", ["voice", "share"], unique=False)
    op.create_table(
        "reprints",
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("of", sa.Text(), nullable=False),
        sa.Column("told", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("report", "of"),
        sqlite_with_rowid=False,
    )
    op.create_index("reprints_of", "reprints", ["of"], unique=False)
    op.create_table(
        "changes",
        sa.Column("token", NUMBER, autoincrement=True, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("attribute", sa.Text(), nullable=True),
        sa.Column("other", sa.Text(), nullable=True),
        sa.Column("told", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("token"),
        sqlite_autoincrement=True,
    )
    op.create_index("changes_event", "changes", ["event", "token"], unique=False)
    op.create_table(
        "rules",
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("step"),
    )


def words() -> None:
    """The words of reports: full-text search."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE report_words USING fts5("
            "title, body, content='', tokenize='porter unicode61 remove_diacritics 2')"
        )
        return
    op.execute(
        "CREATE TABLE report_words (report bigint PRIMARY KEY REFERENCES reports (seq), words tsvector NOT NULL)"
    )
    op.execute("CREATE INDEX report_words_words ON report_words USING gin (words)")
