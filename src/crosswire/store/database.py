"""A connection to one of the two databases, and their errors in words that say what to do."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from crosswire.errors import StoreBusyError, StoreError, StoreFullError

PATIENCE = 15.0  # seconds to wait for another program that writes
PRAGMAS = (
    f"busy_timeout={PATIENCE * 1000:.0f}",
    "journal_mode=WAL",
    "synchronous=FULL",  # what is accepted is on the disk, whatever happens to the machine
    "foreign_keys=ON",
    "cache_size=-24576",  # 24 MB a connection, of which a server holds several: 64 MB took it over 500
    "temp_store=MEMORY",
)
TURN = 0x63726F73  # the key of PostgreSQL's advisory lock: one derives at a time
FORMS = "sqlite:///FILE, a file's path, or postgresql://USER@HOST/DATABASE"


class Database:
    """One database, open. `where` names it in messages, without a password."""

    def __init__(self, url: str) -> None:
        parsed = _parsed(url)
        self.where = parsed.database or "memory" if _is_lite(parsed) else parsed.render_as_string(hide_password=True)
        self.engine = _lite(parsed) if _is_lite(parsed) else _postgres(parsed, self.where)
        self._held = threading.local()

    @property
    def is_lite(self) -> bool:
        """Whether it is SQLite."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store; inside `still` that one's."""
        held = getattr(self._held, "connection", None)
        if held is not None:
            yield held
            return
        with translated(self.where), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def still(self) -> Iterator[None]:
        """All that this thread reads inside is of one state, over one connection."""
        with self.reading() as connection:
            before = getattr(self._held, "connection", None)
            self._held.connection = connection
            try:
                yield
            finally:
                self._held.connection = before

    @contextmanager
    def writing(self, alone: bool = False) -> Iterator[Connection]:
        """A transaction: all of it is kept or nothing. `alone`: no other of these runs at the same time."""
        with (
            translated(self.where),
            self.engine.connect().execution_options(writing=True) as connection,
            connection.begin(),
        ):
            if alone and not self.is_lite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": TURN})
            yield connection

    def close(self) -> None:
        """Give back all connections."""
        self.engine.dispose()


def _parsed(url: str) -> URL:
    """The URL of a store; a path is one of SQLite. Raises StoreError."""
    if "://" not in url:
        return URL.create("sqlite", database=url)
    scheme = url.partition("://")[0]
    if scheme in ("postgres", "postgresql"):
        url = "postgresql+psycopg://" + url.partition("://")[2]
    elif scheme not in ("sqlite", "postgresql+psycopg"):
        raise StoreError(url, f"is no kind of store that there is ({scheme})", f"give {FORMS}")
    try:
        return make_url(url)
    except (ArgumentError, ValueError) as error:
        raise StoreError(url, "is no address of a store", f"give {FORMS}") from error


def _is_lite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _lite(url: URL) -> Engine:
    if url.database and url.database != ":memory:":
        _look_at(Path(url.database))
    engine = create_engine(url, connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _look_at(path: Path) -> None:
    """Raise StoreError where no file can be."""
    try:
        folder, is_folder = path.absolute().parent.is_dir(), path.is_dir()
    except OSError as error:
        raise StoreError(str(path), f"cannot be reached ({error.strerror})", "choose another place") from error
    if not folder:
        raise StoreError(str(path), f"there is no folder {path.absolute().parent}", "make it, or choose another place")
    if is_folder:
        raise StoreError(str(path), "is a folder", "name a file in it")


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # SQLAlchemy begins; the driver's own rules would commit before DDL
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A transaction that reads first and writes later can fail at once while another writes: ask for the lock up front.
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _postgres(url: URL, where: str) -> Engine:
    try:
        return create_engine(url, pool_pre_ping=True)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise StoreError(where, "needs the driver psycopg", "pip install 'crosswire[postgres]'") from error


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Database errors that are no fault of ours as StoreErrors."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise _told(error, where) or error from error


def _told(error: Exception, where: str) -> StoreError | None:
    cause = error.orig if isinstance(error, DBAPIError) else error
    words, state = str(cause).strip(), str(getattr(cause, "sqlstate", "") or "")
    for marks, states, kind, why, remedy in TROUBLES:
        if state in states or any(mark in words for mark in marks):
            found: StoreError = kind(where, why, remedy)
            return found
    # PostgreSQL out of reach has a class 08, a wrong name or password 28, no such database 3D, or no state at all.
    if state[:2] in ("08", "28", "3D") or (not state and type(cause).__name__ in ("OperationalError", "Timeout")):
        return StoreError(where, f"the database says: {' '.join(words.split())}", "look to the database, and try again")
    return None


_FULL = "make room and run the same command again: what is kept already is not read twice"
TROUBLES: tuple[tuple[tuple[str, ...], tuple[str, ...], Any, str, str], ...] = (
    (("database or disk is full", "disk I/O error"), ("53100",), StoreFullError, "there is no room left", _FULL),
    (
        ("database is locked", "database table is locked"),
        ("55P03", "57014"),
        StoreBusyError,
        f"another program has been writing to it for more than {PATIENCE:.0f} seconds",
        "end that program or try again",
    ),
    (
        ("file is not a database", "database disk image is malformed"),
        (),
        StoreError,
        "is not a store: the file is no SQLite database, or damaged",
        "give --store another place, or a copy of it that is whole",
    ),
    (
        ("unable to open database file", "readonly database"),
        ("25006",),
        StoreError,
        "cannot be written",
        "look to the rights of the file and of its folder, or choose another place",
    ),
)
