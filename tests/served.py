"""A store with the examples, read once a session, and servers over copies of it."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from starlette.testclient import TestClient

from crosswire import app
from crosswire.web.server import make_server

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
HOSTILE = """<img src=x onerror=alert(1)><script>alert('title')</script> quake "&amp;' javascript:alert(2)

ANKARA -- A strong earthquake of magnitude 6.1 struck near Palu in eastern Turkey on Wednesday, killing at least
3 people, the Interior Ministry <script>alert('body')</script> said. "It was <b onclick=alert(3)>terrible</b>",
the mayor said.
"""
PATIENT = app.Serving(reads=10_000, writes=10_000)


@dataclass(frozen=True)
class Kept:
    """A store's file with the examples and one hostile text in it."""

    path: Path


def ingest(path: Path) -> None:
    """The examples, and a text that wants to be more than text."""
    with app.opened(str(path)) as knowledge:
        folders = [str(p) for p in sorted(EXAMPLES.iterdir()) if p.is_dir()]
        knowledge.ingest(folders, app.Given(), None, lambda *_: None)
        hostile = path.with_suffix(".txt")
        hostile.write_text(HOSTILE, encoding="utf-8")
        given = app.Given(outlet='<b>Evil</b> "Post"', url="javascript:alert(4)")
        knowledge.ingest([str(hostile)], given, None, lambda *_: None)


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """The store, to be read only."""
    path = tmp_path_factory.mktemp("kept") / "store.db"
    ingest(path)
    return Kept(path)


@pytest.fixture(scope="session")
def knowledge(kept: Kept) -> Iterator[app.Knowledge]:
    """The store, open."""
    with app.opened(str(kept.path)) as found:
        yield found


def server_of(knowledge: app.Knowledge, keys: Path, serving: app.Serving = PATIENT) -> FastAPI:
    """A server over a store."""
    return make_server(knowledge, serving, app.Keyring(keys))


@pytest.fixture(scope="session")
def client(knowledge: app.Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A browser's next neighbour: asks as from this machine, follows nothing."""
    server = server_of(knowledge, tmp_path_factory.mktemp("keys") / "keys.json")
    with asking(server) as found:
        yield found


def asking(server: FastAPI, **more: str) -> TestClient:
    """A client of a server on the loopback."""
    return TestClient(server, base_url="http://localhost", follow_redirects=False, headers=more)


@dataclass
class Running:
    """A server that listens."""

    url: str
    knowledge: app.Knowledge


@pytest.fixture
def copy(kept: Kept, tmp_path: Path) -> Iterator[app.Knowledge]:
    """A store of one's own to write into."""
    path = tmp_path / "store.db"
    for part in kept.path.parent.glob("store.db*"):
        shutil.copy(part, path.with_name(part.name))
    with app.opened(str(path)) as found:
        yield found


def running(knowledge: app.Knowledge, keys: Path) -> Iterator[Running]:
    """A server on a free port, until the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    settings = uvicorn.Config(
        server_of(knowledge, keys), host="127.0.0.1", port=port, log_level="error", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(settings)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not server.started and time.monotonic() < until:
        time.sleep(0.05)
    yield Running(f"http://127.0.0.1:{port}", knowledge)
    server.should_exit = True
    thread.join(5)


@pytest.fixture(scope="session")
def site(knowledge: app.Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The examples, served to a browser."""
    yield from running(knowledge, tmp_path_factory.mktemp("keys") / "keys.json")


def event_of(knowledge: app.Knowledge, frame: str) -> app.Listing:
    """The event of a kind that most reports tell of."""
    return max(knowledge.events(app.Selection(frame=frame), None, 200).events, key=lambda e: e.reports)
