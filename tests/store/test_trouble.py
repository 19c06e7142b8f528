"""A store that cannot be opened or written says so in words that help, and what it holds stays whole."""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.readings_made import readings
from sqlalchemy import event

from crosswire.app.store import open_database, store_url
from crosswire.errors import StoreBusyError, StoreError, StoreFullError, StoreNewerError
from crosswire.model import Arrival, Kept
from crosswire.store import database
from crosswire.store.store import SqlStore
from tests.builders import NOON

READINGS = list(readings(60))


def kept(start: int, end: int) -> list[Kept]:
    """Some made readings on their way into a store."""
    return [Kept(r, Arrival(NOON), r.report.id) for r in READINGS[start:end]]


def is_whole(path: Path) -> bool:
    """Whether SQLite finds nothing wrong with the file, and every foreign key leads somewhere."""
    connection = sqlite3.connect(path)
    try:
        sound = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return sound and connection.execute("PRAGMA foreign_key_check").fetchall() == []
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("mysql://a@b/c", "is no kind of store"),
        ("http://a.example/", "is no kind of store"),
        ("postgresql://a:b:c:d/e", "is no address of a store"),
        ("/nowhere/at/all/store.db", "there is no folder /nowhere/at/all"),
        ("/usr", "is a folder"),
        ("postgresql://desk:secret@127.0.0.1:9/none", "the database says"),
    ],
)
def test_a_wrong_address_is_told(url: str, words: str) -> None:
    with pytest.raises(StoreError, match=words) as told:
        SqlStore(url)
    assert "secret" not in str(told.value)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.write_text("This is a text and no database, however long it may be.\n" * 100)
    with pytest.raises(StoreError, match="is not a store"):
        SqlStore(str(path))
    assert path.read_text().startswith("This is a text")


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.touch()
    SqlStore(str(path)).close()
    assert is_whole(path)


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"another program.*recipes"):
        SqlStore(str(path))
    with sqlite3.connect(path) as connection:
        assert [r[0] for r in connection.execute("SELECT name FROM sqlite_master")] == ["recipes"]
    connection.close()
    assert before


def test_a_store_of_a_later_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    SqlStore(str(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE crosswire_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(StoreNewerError, match=r"later version.*9999.*install that version"):
        SqlStore(str(path))


@pytest.fixture
def nobody() -> Iterator[None]:
    """Act as somebody without rights, as root has them everywhere."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield
    if root:
        os.seteuid(0)


def test_a_folder_without_rights(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    tmp_path.chmod(0o500)
    request.getfixturevalue("nobody")
    with pytest.raises(StoreError, match=r"cannot be (written|reached)"):
        SqlStore(str(tmp_path / "store.db"))


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for a lock for a moment only."""
    shorter = tuple(p if "busy" not in p else "busy_timeout=50" for p in database.PRAGMAS)
    monkeypatch.setattr(database, "PRAGMAS", shorter)


@pytest.mark.usefixtures("impatient")
def test_a_locked_database_is_told_and_then_works(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    store = SqlStore(str(path))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreBusyError, match="another program has been writing"):
        store.keep(kept(0, 1))
    assert store.tally().reports == 0  # reading goes on meanwhile
    other.execute("ROLLBACK")
    other.close()
    assert store.keep(kept(0, 1)) == 1
    store.close()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SqlStore]:
    """A store that may grow to 100 pages, as if its disk were full then."""
    store = SqlStore(str(tmp_path / "store.db"))

    def limit(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count=100")

    event.listen(store._database.engine, "connect", limit)
    store._database.engine.dispose()
    yield store
    store.close()


def test_a_full_disk_stops_clearly_and_breaks_nothing(small: SqlStore, tmp_path: Path) -> None:
    done = 0
    with pytest.raises(StoreFullError, match="there is no room left; make room"):
        for i in range(0, 60, 5):
            done += small.keep(kept(i, i + 5))
    assert 0 < done < 60
    assert small.tally().reports == small.tally().waiting == done
    assert is_whole(tmp_path / "store.db")
    with SqlStore(str(tmp_path / "store.db"))._database.writing() as connection:  # with room again it goes on
        connection.exec_driver_sql("SELECT 1")
    again = SqlStore(str(tmp_path / "store.db"))
    assert again.keep(kept(0, 60)) == 60 - done
    again.close()


def test_a_file_that_may_not_grow_stops_clearly(tmp_path: Path) -> None:
    """The system's own limit of a file's size: SQLite is told that writing failed, as on a disk that is full."""
    path = tmp_path / "store.db"
    SqlStore(str(path)).close()
    program = (
        "import resource, signal, sys\n"
        "from tests.store.test_trouble import kept\n"
        "from crosswire.store.store import SqlStore\n"
        "from crosswire.errors import StoreError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))\n"
        "store = SqlStore(sys.argv[1])\n"
        "try:\n"
        "    for i in range(0, 60, 5): print(store.keep(kept(i, i + 5)), flush=True)\n"
        "except StoreError as error:\n"
        "    print(type(error).__name__)\n"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=False, timeout=60
    )
    *counts, end = done.stdout.split()
    assert end == "StoreFullError", done.stderr
    assert is_whole(path)
    store = SqlStore(str(path))
    assert store.tally().reports == sum(map(int, counts)) > 0
    store.close()
    assert resource.RLIMIT_FSIZE


@pytest.mark.parametrize(
    ("given", "variable", "found"),
    [("a.db", "b.db", "a.db"), (None, "b.db", "b.db"), (None, None, "data/crosswire/store.db"), ("", None, "data/")],
)
def test_which_store_is_meant(
    given: str | None, variable: str | None, found: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CROSSWIRE_STORE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    if variable:
        monkeypatch.setenv("CROSSWIRE_STORE", variable)
    assert found in store_url(given)


def test_the_users_own_store_gets_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CROSSWIRE_STORE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with pytest.raises(StoreError, match="there is no store yet"):
        open_database(None, make=False)
    open_database(None).close()
    assert (tmp_path / "data" / "crosswire" / "store.db").exists()


def test_looking_into_a_store_loads_no_parser() -> None:
    code = (
        "import sys, crosswire.pipeline.live, crosswire.pipeline.dossier, crosswire.app.desk;"
        "sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own words
