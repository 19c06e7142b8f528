"""What is coming is found without walking all events in the order of time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the index."""
    op.create_index(
        "events_coming", "events", ["until"], sqlite_where=sa.text("ahead = 1"), postgresql_where=sa.text("ahead")
    )
