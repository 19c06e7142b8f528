"""The tables, as SQLAlchemy Core tells them to both databases. How they come to be is `migrations/versions`.

Moments are whole seconds since 1970 (a year 1 or 9999 fits); exact ones stand in the packed columns (`codec`).
Recorded: reports, arrivals, voices, claims, judgements. Derived, and rebuilt by `crosswire rebuild`: all others.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)

metadata = MetaData()
NUMBER = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up an INTEGER PRIMARY KEY only

# --- recorded -------------------------------------------------------------------------------------------------------

reports = Table(
    "reports",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("line", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("outlet", Text),
    Column("url", Text),
    Column("published", BigInteger),
    Column("arrived", BigInteger, nullable=False),
    Column("reading", LargeBinary, nullable=False),
    Column("edits", LargeBinary),
    Index("reports_line", "line"),
    Index("reports_outlet", "outlet", "seq"),
    sqlite_autoincrement=True,
)

arrivals = Table(
    "arrivals",
    metadata,
    Column("report", NUMBER, ForeignKey("reports.seq"), primary_key=True),
    Column("place", Text),
    Column("media", Text),
    Column("size", BigInteger),
    Column("digest", Text),
)

voices = Table(
    "voices",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("name", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("claims", BigInteger, nullable=False),
    Index("voices_claims", "claims"),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Text, primary_key=True),
    Column("report", NUMBER, ForeignKey("reports.seq"), nullable=False),
    Column("speaker", NUMBER, ForeignKey("voices.seq")),  # None where the outlet speaks itself
    Index("claims_speaker", "speaker", "report"),
    sqlite_with_rowid=False,
)

# A person's word on whether two nodes of linking are one; the later of two on one pair holds.
judgements = Table(
    "judgements",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("a", Text, nullable=False),
    Column("b", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("undone", Boolean, nullable=False),
    Index("judgements_a", "a"),
    Index("judgements_b", "b"),
)

# --- linking: which nodes are near which, what is joined to what, what became of events ----------------------------

nodes = Table(
    "nodes",
    metadata,
    Column("id", Text, primary_key=True),
    Column("report", Text, nullable=False),
    Column("place", Integer, nullable=False),
    Column("together", Text),  # the first node of its group
    Column("level", Integer),
    Column("event", Text),
    Index("nodes_report", "report"),
    Index("nodes_together", "together"),
    Index("nodes_event", "event"),
    sqlite_with_rowid=False,
)

near = Table(
    "near",
    metadata,
    Column("key", Text, primary_key=True),
    Column("at", Float, primary_key=True),
    Column("node", Text, primary_key=True),
    sqlite_with_rowid=False,
)

edges = Table(
    "edges",
    metadata,
    Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True),
    Column("score", Float, nullable=False),
    sqlite_with_rowid=False,
)

# What an event id became (merged into), and of which it is a part (split from). Kept over a rebuild.
fates = Table(
    "fates",
    metadata,
    Column("id", Text, primary_key=True),
    Column("became", Text),
    Column("source", Text),
    sqlite_with_rowid=False,
)

# Sampled shingles of each report, by which copies are found.
marks = Table(
    "marks",
    metadata,
    Column("report", NUMBER, ForeignKey("reports.seq"), primary_key=True, autoincrement=False),
    Column("marks", LargeBinary, nullable=False),
)

# How many turns there were: what a program keeps at hand of the above holds while nobody else had one.
# `heard`: the last word of people that was taken into account.
turns = Table(
    "turns",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("heard", NUMBER, nullable=False),
)

# --- watching -------------------------------------------------------------------------------------------------------

feeds = Table(
    "feeds",
    metadata,
    Column("url", Text, primary_key=True),
    Column("due", Text, nullable=False),
    Column("checked", Text),
    Column("etag", Text),
    Column("modified", Text),
    Column("failures", Integer, nullable=False),
    Column("trouble", Text),
    Column("found", BigInteger, nullable=False),
)

seen = Table("seen", metadata, Column("key", Text, primary_key=True), sqlite_with_rowid=False)

# --- derived --------------------------------------------------------------------------------------------------------

lines = Table(
    "lines",
    metadata,
    Column("line", Text, primary_key=True),
    Column("current", NUMBER, ForeignKey("reports.seq"), nullable=False),
    sqlite_with_rowid=False,
)

waiting = Table("waiting", metadata, Column("report", NUMBER, ForeignKey("reports.seq"), primary_key=True))

events = Table(
    "events",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("frame", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("since", BigInteger),
    Column("until", BigInteger),
    Column("lat", Float),
    Column("lon", Float),
    Column("ahead", Boolean, nullable=False),
    Column("real", Boolean, nullable=False),
    Column("corroborated", Integer, nullable=False),
    Column("reported", Integer, nullable=False),
    Column("disputed", Integer, nullable=False),
    Column("withdrawn", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("first", BigInteger, nullable=False),
    Column("changed", BigInteger, nullable=False),
    Column("token", BigInteger, nullable=False),
    Column("shown", LargeBinary, nullable=False),  # outlets, when, where: what a list shows
    Index("events_token", "token"),
    Index("events_frame", "frame", "token"),
    Index("events_since", "since"),
    # What is coming, the soonest over first; few of all events are.
    Index("events_coming", "until", sqlite_where=text("ahead = 1"), postgresql_where=text("ahead")),
    Index("events_lat", "lat", "lon"),
)

pictures = Table(
    "pictures",
    metadata,
    Column("event", NUMBER, ForeignKey("events.seq"), primary_key=True),
    Column("told", LargeBinary, nullable=False),
    Column("facts", LargeBinary, nullable=False),
    Column("origins", LargeBinary, nullable=False),
)

ids = Table(
    "ids",
    metadata,
    Column("id", Text, primary_key=True),
    Column("event", NUMBER, ForeignKey("events.seq"), nullable=False),
    Index("ids_event", "event"),
    sqlite_with_rowid=False,
)

members = Table(
    "members",
    metadata,
    Column("mention", Text, primary_key=True),
    Column("event", NUMBER, ForeignKey("events.seq"), nullable=False),
    Column("report", NUMBER, ForeignKey("reports.seq"), nullable=False),
    Index("members_event", "event"),
    Index("members_report", "report"),
    sqlite_with_rowid=False,
)

# By what an event is found: "place:japan", "outlet:Harbour Gazette", "who:North Korea".
keys = Table(
    "keys",
    metadata,
    Column("key", Text, primary_key=True),
    Column("event", NUMBER, ForeignKey("events.seq"), primary_key=True),
    Index("keys_event", "event"),
    sqlite_with_rowid=False,
)

answers = Table(
    "answers",
    metadata,
    Column("event", NUMBER, ForeignKey("events.seq"), primary_key=True),
    Column("voice", Text, primary_key=True),
    Column("attribute", Text, primary_key=True),
    Column("share", Text, nullable=False),
    Index("answers_voice", "voice", "share"),
    sqlite_with_rowid=False,
)

reprints = Table(
    "reprints",
    metadata,
    Column("report", Text, primary_key=True),
    Column("of", Text, primary_key=True),
    Column("told", LargeBinary, nullable=False),
    Index("reprints_of", "of"),
    sqlite_with_rowid=False,
)

changes = Table(
    "changes",
    metadata,
    Column("token", NUMBER, primary_key=True, autoincrement=True),
    Column("at", BigInteger, nullable=False),
    Column("event", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("attribute", Text),
    Column("other", Text),
    Column("told", LargeBinary, nullable=False),
    Index("changes_event", "event", "token"),
    sqlite_autoincrement=True,
)

rules = Table("rules", metadata, Column("step", Text, primary_key=True), Column("version", Text, nullable=False))
