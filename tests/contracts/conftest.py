"""One store of each kind, empty, for each test: SQLite in a file, PostgreSQL in a server that the tests start."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosswire.store.store import SqlStore

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL server on loopback, up until the session ends."""
    if not PROGRAMS:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    programs, port = PROGRAMS[-1].parent, 20_000 + os.getpid() % 20_000
    # A folder of its own: the server's user must be able to enter it, which pytest's folders do not allow.
    home = Path(f"/tmp/crosswire-postgres-{os.getpid()}")  # noqa: S108
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(mode=0o755)
    if os.getuid() == 0:
        shutil.chown(home, "postgres")
    data = home / "data"
    quick = f"-c listen_addresses=127.0.0.1 -p {port} -k {home} -c fsync=off"
    _as_server([programs / "initdb", "-D", data, "-U", "desk", "-A", "trust", "--no-sync"])
    _as_server([programs / "pg_ctl", "-D", data, "-o", quick, "-l", home / "log", "-w", "start"])
    try:
        yield f"postgresql://desk@127.0.0.1:{port}"
    finally:
        _as_server([programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"])
        shutil.rmtree(home, ignore_errors=True)


def _as_server(command: list[str | Path]) -> None:
    """Run a program of the server, which refuses to be root."""
    user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []
    whole = [*user, *map(str, command)]
    done = subprocess.run(whole, capture_output=True, text=True, timeout=60, check=False, cwd="/")  # noqa: S603
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store."""
    if request.param == "sqlite":
        return str(tmp_path / "store.db")
    server = request.getfixturevalue("postgres")
    name = f"t{time.time_ns()}"
    _create(server, name)
    return f"{server}/{name}"


def _create(server: str, name: str) -> None:
    psycopg = pytest.importorskip("psycopg")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")


@pytest.fixture
def store(url: str) -> Iterator[SqlStore]:
    """An empty store."""
    opened = SqlStore(url)
    yield opened
    opened.close()
