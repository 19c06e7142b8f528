"""What alembic runs: the steps on the connection that `migrate` hands over, all in its transaction."""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    version_table="crosswire_version",
    transactional_ddl=True,
)
context.run_migrations()
