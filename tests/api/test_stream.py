"""Changes as server-sent events: what was missed, what happens, where to go on."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from crosswire import app
from tests.served import Running, running

STREAM = "/api/v1/changes/stream"
WATCH_STREAM = "/api/v1/watches/Quakes/stream"
WATCHES = (("Quakes", "earthquake"), ("Storms", "storm"))
TEXT = "QUITO, March 3 -- A magnitude 7.1 earthquake struck near Quito on Tuesday, killing 4 people, officials said."


@pytest.fixture
def own_site(copy: app.Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    yield from running(copy, tmp_path_factory.mktemp("keys") / "keys.json")


def stream(site: Running, path: str, headers: dict[str, str] | None = None) -> Iterator[dict[str, str]]:
    """The events of a stream, for as long as one asks for them."""
    connection = http.client.HTTPConnection(urlsplit(site.url).netloc, timeout=15)
    connection.request("GET", path, headers=headers or {})
    response = connection.getresponse()
    assert response.status == 200
    assert response.headers["content-type"].startswith("text/event-stream")
    told: dict[str, str] = {}
    try:
        for line in iter(response.readline, b""):
            name, _, value = line.decode().rstrip("\n").partition(": ")
            if name:
                told[name] = value
            elif "event" in told:
                yield told
                told = {}
            else:
                told = {}
    finally:
        connection.close()


def test_what_was_missed_comes_first_and_then_what_happens(own_site: Running) -> None:
    newest = own_site.knowledge.changes(0, 100_000)[-1].token
    events = stream(own_site, f"{STREAM}?since={newest - 2}")
    missed = [next(events), next(events)]
    assert [int(e["id"]) for e in missed] == [newest - 1, newest]
    own_site.knowledge.accept([app.Fetched("pasted:quito", TEXT.encode(), "text", app.Given())])
    happened = next(events)
    assert int(happened["id"]) > newest
    told = json.loads(happened["data"])
    assert told["event"].startswith("event-")
    assert told["words"]


def test_a_watch_streams_its_own_alerts(own_site: Running) -> None:
    known = own_site.knowledge
    told = {"least_standing": "reported", "recent": "9999d"}
    app.set_watches(known, [app.watch_from(known, {"name": n, "frames": [f], **told}) for n, f in WATCHES])
    before = app.last_alert(known)
    known.accept([app.Fetched("pasted:quito", TEXT.encode(), "text", app.Given())])
    app.notice(known)
    first = next(stream(own_site, f"{WATCH_STREAM}?since={before}"))
    assert json.loads(first["data"])["watch"] == "Quakes"
    assert json.loads(first["data"])["quotes"], "the sources are inside"
    last = str(app.last_alert(known))
    known.accept([app.Fetched("pasted:lima", TEXT.replace("Quito", "Lima").encode(), "text", app.Given())])
    events = stream(own_site, WATCH_STREAM, {"Last-Event-ID": last})
    app.notice(known)
    second = json.loads(next(events)["data"])
    assert second["id"] != json.loads(first["data"])["id"]
    assert second["watch"] == "Quakes"


def test_a_stream_goes_on_where_it_broke(own_site: Running) -> None:
    first = next(stream(own_site, f"{STREAM}?since=0"))
    assert first["event"] == "change"
    again = next(stream(own_site, f"{STREAM}?since=0", {"last-event-id": first["id"]}))
    assert int(again["id"]) == int(first["id"]) + 1
    for nonsense in ("x", "-1", "9" * 18):
        assert next(stream(own_site, f"{STREAM}?since=0", {"last-event-id": nonsense}))["id"] == first["id"]
