"""Watches over the API and on their page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from starlette.testclient import TestClient

from crosswire import app
from tests.served import asking, server_of

API = "/api/v1"
CAP = "urn:oasis:names:tc:emergency:cap:1.2"
QUAKES = {"name": "Quakes", "frames": ["earthquake"], "least_standing": "disputed", "recent": "9999d"}


@pytest.fixture
def writer(copy: app.Knowledge, tmp_path: Path) -> Iterator[TestClient]:
    """A client with a key for writing."""
    keys = tmp_path / "keys.json"
    key = app.add_key(keys, "desk", "write")[1]
    with asking(server_of(copy, keys), authorization=f"Bearer {key}") as found:
        yield found


def test_a_watch_is_tried_kept_listed_and_removed(writer: TestClient) -> None:
    tried = writer.post(f"{API}/watches/try", json=QUAKES).json()
    assert any(t["tell"] for t in tried)
    assert all(t["reasons"] for t in tried)
    assert writer.get(f"{API}/watches").json() == []
    made = writer.post(f"{API}/watches", json={**QUAKES, "area": {"country": "TR"}})
    assert made.status_code == 201
    assert [w["name"] for w in writer.get(f"{API}/watches").json()] == ["Quakes"]
    assert writer.get(f"{API}/watches/Quakes/feed.json").json()["items"] == []
    assert writer.get(f"{API}/watches/Quakes/feed.cap").status_code == 404
    assert writer.delete(f"{API}/watches/Quakes").status_code == 204
    assert writer.delete(f"{API}/watches/Quakes").status_code == 404


def test_alerts_and_feeds(writer: TestClient, copy: app.Knowledge) -> None:
    writer.post(f"{API}/watches", json=QUAKES)
    text = "ANKARA, Jan. 28, 2026 -- A magnitude 5.9 earthquake struck near Izmir on Wednesday, the AFAD agency said."
    writer.post(f"{API}/ingest", json={"texts": [{"text": text, "title": "Quake near Izmir", "outlet": "Gazette"}]})
    app.notice(copy)
    found = writer.get(f"{API}/alerts", params={"watch": "Quakes"}).json()
    assert found
    assert found[0]["message"]["quotes"]
    feed = writer.get(f"{API}/watches/Quakes/feed.atom")
    assert feed.headers["content-type"].startswith("application/atom+xml")
    assert len(etree.fromstring(feed.content).findall("{*}entry")) == len(found)
    assert b"cap:1.2" in writer.get(f"{API}/watches/Quakes/feed.cap").content
    links = etree.fromstring(feed.content).findall("{*}entry/{*}link[@rel='enclosure']")
    assert len(links) == len(found)
    assert all(b"cap:1.2" in writer.get(link.get("href", "")).content for link in links), "each leads to its document"
    assert writer.get(f"{API}/alerts/alert-0/cap").status_code == 404
    published = etree.fromstring(writer.get(f"{API}/watches/Quakes/feed.cap.atom").content)
    for entry in published.findall("{*}entry"):
        link = entry.find("{*}link")
        assert link is not None
        document = etree.fromstring(writer.get(link.get("href", "")).content)
        for name in ("identifier", "msgType", "status"):
            assert entry.findtext(f"{{{CAP}}}{name}") == document.findtext(f"{{*}}{name}")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 422),
        ({"name": "x", "frames": ["quake"]}, 422),
        ({"name": "x", "area": {"file": "/etc/passwd"}}, 422),
        ({"name": "x", "area": {"positions": "/etc/passwd"}}, 422),
        ({"name": "x", "to": [{"webhook": ""}]}, 422),
        ({"name": "x" * 300}, 422),
        ({"name": "x", "area": {"polygon": [[0, 0]] * 3}}, 422),
    ],
)
def test_what_is_no_watch_says_so(writer: TestClient, body: dict[str, object], status: int) -> None:
    answer = writer.post(f"{API}/watches", json=body)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert "root:" not in answer.text


def test_writing_takes_a_key(client: TestClient) -> None:
    assert client.post(f"{API}/watches", json=QUAKES).status_code == 401
    assert client.delete(f"{API}/watches/x").status_code == 401


def test_the_page(writer: TestClient) -> None:
    assert "No watch yet" in writer.get("/watches").text
    form = {"name": "<b>Quakes</b>", "frames": "earthquake", "least": "disputed", "where": "TR", "act": "try"}
    tried = writer.post("/watches", data=form).text
    assert "Would have told" in tried
    assert "<b>Quakes</b>" not in tried
    assert "no number" in writer.post("/watches", data={**form, "km": "far", "lat": "1", "lon": "2"}).text
    kept = writer.post("/watches", data={**form, "act": "keep"}).text
    assert "&lt;b&gt;Quakes&lt;/b&gt;" in kept
    assert "No watch yet" in writer.post("/watches/remove", data={"name": "<b>Quakes</b>"}).text
