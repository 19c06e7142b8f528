"""What the API answers, in which form."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest
from starlette.testclient import TestClient

from crosswire import app
from crosswire.app import records
from tests.served import event_of

API = "/api/v1"


def test_events_come_in_pages(client: TestClient) -> None:
    first = client.get(f"{API}/events", params={"limit": 5}).json()
    second = client.get(f"{API}/events", params={"limit": 5, "after": first["next"]}).json()
    ids = [e["id"] for e in first["items"] + second["items"]]
    assert len(ids) == len(set(ids)) == 10
    assert {"title", "origins", "standings", "plover", "when", "where"} <= first["items"][0].keys()


@pytest.mark.parametrize(
    ("asked", "frame"),
    [
        ({"frame": "earthquake"}, "earthquake"),
        ({"place": "KP", "frame": "weapons_test"}, "weapons_test"),
        ({"near": "38.7,39.9,300", "frame": "earthquake"}, "earthquake"),
        ({"q": "Palu", "frame": "earthquake"}, "earthquake"),
        ({"outlet": "Kanto Shimbun", "frame": "weapons_test"}, "weapons_test"),
        ({"standing": "disputed"}, None),
    ],
)
def test_events_are_selected(client: TestClient, asked: dict[str, str], frame: str | None) -> None:
    items = client.get(f"{API}/events", params=asked).json()["items"]
    assert items
    assert all(frame is None or item["frame"] == frame for item in items)
    if "standing" in asked:
        assert all(item["standings"].get("disputed") for item in items)


def test_nothing_is_selected_by_what_is_nowhere(client: TestClient) -> None:
    assert client.get(f"{API}/events", params={"place": "Atlantis"}).json()["items"] == []
    assert client.get(f"{API}/events", params={"near": "-40,-140,50"}).json()["items"] == []


def test_an_event_is_a_brief_of_the_public_format(client: TestClient, knowledge: app.Knowledge) -> None:
    event = event_of(knowledge, "weapons_test")
    told = client.get(f"{API}/events/{event.id}").json()
    jsonschema.validate(told, records.brief_schema())
    texts = {r["id"]: r["text"] for r in told["reports"]}
    assert told["events"][0]["id"] == told["id"] == event.id
    for claim in told["claims"]:
        span = claim["span"]
        assert texts[claim["report"]][span["start"] : span["end"]] == span["exact"]


def test_facts_claims_and_origins_of_an_event(client: TestClient, knowledge: app.Knowledge) -> None:
    event = event_of(knowledge, "earthquake").id
    facts = client.get(f"{API}/facts", params={"event": event}).json()["items"]
    assert {f["fact"]["attribute"] for f in facts} >= {"happened", "when", "where"}
    claims = client.get(f"{API}/claims", params={"event": event}).json()["items"]
    origins = client.get(f"{API}/origins", params={"event": event}).json()["items"]
    assert claims
    assert any(o["name"] == "AFAD" for o in origins)
    one = client.get(f"{API}/claims/{claims[0]['id']}").json()
    assert one["span"] == claims[0]["span"]


def test_reports_search_and_voices(client: TestClient) -> None:
    report = client.get(f"{API}/reports", params={"outlet": "Kanto Shimbun"}).json()["items"][0]
    seen = client.get(f"{API}/reports/{report['id']}").json()
    assert seen["report"]["text"].count("exclusive economic zone") >= 1
    assert seen["versions"][0]["current"]
    hits = client.get(f"{API}/search", params={"q": "exclusive economic zone"}).json()["items"]
    assert any(part["marked"] for hit in hits for part in hit["parts"])
    voices = client.get(f"{API}/voices", params={"kind": "official"}).json()["items"]
    assert voices[0]["claims"] >= voices[-1]["claims"]
    name = voices[0]["name"]
    assert client.get(f"{API}/voice", params={"name": name}).json()["name"] == name
    assert client.get(f"{API}/claims", params={"voice": name}).json()["items"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/events/event-0000000000000000", 404),
        ("/events/..%2F..%2Fetc%2Fpasswd", 404),
        ("/events/%00", 404),
        ("/reports/report-0", 404),
        ("/claims/claim-0", 404),
        ("/claims", 422),
        ("/voice?name=Nobody%20at%20all", 404),
        ("/events?after=nonsense", 422),
        ("/events?after=99999999999999999999999", 422),
        ("/events?limit=0", 422),
        ("/events?limit=100000", 422),
        ("/events?near=here", 422),
        ("/events?near=nan,nan,nan", 422),
        ("/events?near=91,0,5", 422),
        ("/events?since=yesterday", 422),
        ("/events?standing=true", 422),
        ("/search", 422),
        ("/changes?since=-1", 422),
        ("/export?format=docx", 422),
        ("/nothing", 404),
    ],
)
def test_what_cannot_be_answered_is_a_problem(client: TestClient, path: str, status: int) -> None:
    response = client.get(API + path)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    told = response.json()
    assert told["status"] == status
    assert told["detail"]
    assert "Traceback" not in response.text


@pytest.mark.parametrize("year", ["0001-01-01", "9999-12-31T23:59:59+14:00", "0001-01-01T00:00:00+14:00"])
def test_times_at_the_ends_of_the_calendar(client: TestClient, year: str) -> None:
    response = client.get(f"{API}/events", params={"since": year, "until": year})
    assert response.status_code == 200


def test_searches_that_are_no_query(client: TestClient) -> None:
    for words in ('"', "(((", "NEAR/ AND OR NOT", "a\x00b", "*", "' OR 1=1 --", "😀" * 100, "-"):
        assert client.get(f"{API}/search", params={"q": words}).status_code == 200


def test_changes_since_a_token(client: TestClient) -> None:
    newest = client.get(f"{API}/changes").json()
    assert newest["items"] == []
    assert newest["token"] > 0
    found = client.get(f"{API}/changes", params={"since": 0, "limit": 3}).json()
    assert [c["token"] for c in found["items"]] == [1, 2, 3]
    assert found["token"] == 3
    assert client.get(f"{API}/changes", params={"since": newest["token"]}).json()["items"] == []


def test_the_description_tells_every_path(client: TestClient) -> None:
    paths = client.get(f"{API}/openapi.json").json()["paths"]
    for name in ("events", "facts", "claims", "reports", "origins", "check", "ingest", "search", "changes", "export"):
        assert f"{API}/{name}" in paths
    assert json.dumps(paths)


def test_health_and_metrics(client: TestClient) -> None:
    assert client.get("/healthz").json()["status"] == "ok"
    told = client.get("/metrics").text
    assert int(float(re.findall(r"^crosswire_events (\S+)$", told, re.M)[0])) > 20
    assert 'route="/api/v1/events' in told
