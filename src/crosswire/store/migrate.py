"""Bring a database to this program's tables, whatever earlier version wrote it; refuse what a later one wrote."""

from __future__ import annotations

import importlib
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from crosswire.errors import StoreError, StoreNewerError

HEAD = "0004"  # the last of migrations/versions
VERSIONS = "crosswire_version"  # the table that names the migrations a database has seen


def is_current(connection: Connection) -> bool:
    """Whether the tables are this program's."""
    return _version(connection) == HEAD


def bring_up(connection: Connection, where: str) -> None:
    """Make or migrate the tables. Raises StoreNewerError, and StoreError for a database that is another program's."""
    version = _version(connection)  # once more: another program may have been here first
    if version == HEAD:
        return
    if version is None and (strange := _strange(connection)):
        raise StoreError(
            where,
            f"is a database of another program (it has a table {strange!r})",
            "give --store the place of a store of crosswire, or of one to be made",
        )
    # The late import: alembic takes 0.2 s to load, which a store that is up to date need not pay.
    command, config = importlib.import_module("alembic.command"), importlib.import_module("alembic.config")
    script = importlib.import_module("alembic.script")
    settings = config.Config(attributes={"connection": connection})
    settings.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    known = {s.revision for s in script.ScriptDirectory.from_config(settings).walk_revisions()}
    if version is not None and version not in known:
        raise StoreNewerError(
            where,
            f"was written by a later version of crosswire (its form is {version}, this program knows {HEAD})",
            "install that version",
        )
    command.upgrade(settings, "head")


def _version(connection: Connection) -> str | None:
    """The form of the tables; None where there are none of ours."""
    if not inspect(connection).has_table(VERSIONS):
        return None
    row = connection.execute(text(f"SELECT version_num FROM {VERSIONS}")).first()  # noqa: S608 - our own name
    return None if row is None else str(row[0])


def _strange(connection: Connection) -> str | None:
    """A table in a database that is not ours."""
    return next(iter(sorted(inspect(connection).get_table_names())), None)
