"""Who may ask, how often, how much."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from crosswire import app
from crosswire.api.limits import Buckets
from tests.served import asking, server_of

API = "/api/v1"
TEXT = {"texts": [{"text": "A strong earthquake struck near Quito on Monday, killing 4 people, officials said."}]}


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    return tmp_path / "keys.json"


def test_reading_is_free_on_the_loopback_and_writing_takes_a_key(copy: app.Knowledge, keys: Path) -> None:
    _, reader = app.add_key(keys, "desk", "read")
    _, writer = app.add_key(keys, "feeder", "write")
    with asking(server_of(copy, keys)) as client:
        assert client.get(f"{API}/events").status_code == 200
        assert client.post(f"{API}/ingest", json=TEXT).status_code == 401
        wrong = {"authorization": f"Bearer {writer[:-1]}x"}
        assert client.post(f"{API}/ingest", json=TEXT, headers=wrong).status_code == 401
        assert client.post(f"{API}/ingest", json=TEXT, headers={"authorization": f"Bearer {reader}"}).status_code == 403
        done = client.post(f"{API}/ingest", json=TEXT, headers={"authorization": f"Bearer {writer}"})
        assert done.status_code == 200
        assert done.json()["new"] == 1
        assert any(e["frame"] == "earthquake" for e in done.json()["events"])
        app.revoke_key(keys, "feeder")
        again = client.post(f"{API}/ingest", json=TEXT, headers={"authorization": f"Bearer {writer}"})
        assert again.status_code == 401


def test_others_need_a_key_for_everything_but_health(knowledge: app.Knowledge, keys: Path) -> None:
    _, token = app.add_key(keys, "desk", "read")
    with asking(server_of(knowledge, keys, app.Serving(host="0.0.0.0", reads=1000, writes=1000))) as client:  # noqa: S104
        assert client.get("/healthz").status_code == 200
        for path in (f"{API}/events", f"{API}/changes/stream", "/metrics", f"{API}/export?format=csv"):
            assert client.get(path).status_code == 401
        assert client.get("/").headers["location"] == "/sign-in"
        assert client.get(f"{API}/events", headers={"authorization": f"Bearer {token}"}).status_code == 200
        assert client.post("/sign-in", data={"key": "cw_none_at-all"}).headers["location"] == "/sign-in?wrong=true"
        signed = client.post("/sign-in", data={"key": token})
        assert "HttpOnly" in signed.headers["set-cookie"]
        assert "SameSite=strict" in signed.headers["set-cookie"]
        assert client.get("/").status_code == 200
        assert client.post("/paste", data={"texts": "x"}).status_code == 403  # a key for reading
        client.post("/sign-out")
        assert client.get("/").status_code == 303


def test_another_site_cannot_send_or_read(client: TestClient) -> None:
    for headers in (
        {"origin": "https://evil.example"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "http://localhost"},
    ):
        assert client.post("/paste", data={"texts": "x"}, headers=headers).status_code == 403
    assert client.get("/", headers={"host": "evil.example"}).status_code == 421
    assert client.get("/", headers={"host": "127.0.0.1:8787"}).status_code == 200
    assert client.get("/", headers={"host": "[::1"}).status_code == 421


def test_bodies_have_a_limit(knowledge: app.Knowledge, keys: Path) -> None:
    _, token = app.add_key(keys, "feeder", "write")
    headers = {"authorization": f"Bearer {token}", "content-type": "application/json"}
    with asking(server_of(knowledge, keys, app.Serving(body_limit=1000, reads=100, writes=100))) as client:
        announced = client.post(f"{API}/ingest", content=b"x" * 1001, headers=headers)
        streamed = client.post(f"{API}/ingest", content=(b"x" * 300 for _ in range(10)), headers=headers)
    for response in (announced, streamed):
        assert response.status_code == 413
        assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'{"texts": 5}',
        b'{"texts": [{"text": ""}]}',
        b'{"texts": [{"text": "a", "extra": 1}]}',
        b'{"texts": [{"text": "a", "published": "year 1"}]}',
        b"{}",
        b"[" * 100_000,
        b'{"texts": [{"text": "\\ud800"}], "urls": [7]}',
        b"\xff\xfe",
    ],
)
def test_wrong_bodies_are_problems(knowledge: app.Knowledge, keys: Path, body: bytes) -> None:
    _, token = app.add_key(keys, "feeder", "write")
    headers = {"authorization": f"Bearer {token}", "content-type": "application/json"}
    with asking(server_of(knowledge, keys)) as client:
        response = client.post(f"{API}/ingest", content=body, headers=headers)
    assert response.status_code in (400, 422)
    assert response.headers["content-type"] == "application/problem+json"


def test_the_rate_has_a_limit(knowledge: app.Knowledge, keys: Path) -> None:
    with asking(server_of(knowledge, keys, app.Serving(reads=1, burst=3))) as client:
        statuses = [client.get(f"{API}/changes").status_code for _ in range(6)]
        refused = client.get(f"{API}/changes")
        assert client.get("/static/crosswire.css").status_code == 200
    assert statuses.count(200) == 3
    assert refused.status_code == 429
    assert int(refused.headers["retry-after"]) >= 1


def test_buckets_fill_again_and_forget() -> None:
    now = [0.0]
    buckets = Buckets(rate=2, size=2, clock=lambda: now[0])
    assert [buckets.take("a") for _ in range(3)] == [0, 0, pytest.approx(0.5)]
    assert buckets.take("b") == 0
    now[0] = 0.6
    assert buckets.take("a") == 0
    for n in range(10_050):
        buckets.take(str(n))
    assert len(buckets.known) == 10_000


def test_keys_are_kept_as_hashes_for_their_owner_alone(keys: Path) -> None:
    made, token = app.add_key(keys, "desk", "write")
    assert token not in keys.read_text()
    assert token.split("_", 2)[2] not in keys.read_text()  # the secret, which may itself hold "_"
    assert keys.stat().st_mode & 0o077 == 0
    ring = app.Keyring(keys)
    assert app.known_key(ring, token) == made
    for wrong in ("", "cw", "cw__", token + "x", token.replace("cw_", "xx_"), "cw_" + "\ud800" * 9, "_" * 500):
        assert app.known_key(ring, wrong) is None
    with pytest.raises(app.CrosswireError, match="already"):
        app.add_key(keys, "desk", "read")
    app.revoke_key(keys, made.id)
    assert app.known_key(ring, token) is None
    with pytest.raises(app.CrosswireError, match="no key"):
        app.revoke_key(keys, "desk")
    app.add_key(keys, "desk", "read")  # the name is free again


def test_a_file_that_holds_no_keys(keys: Path) -> None:
    keys.write_text('{"keys": 1}')
    with pytest.raises(app.CrosswireError, match="holds no keys"):
        app.list_keys(keys)
