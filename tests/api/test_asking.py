"""Checking a sentence and judging pairs, through the API and the pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from crosswire import app
from crosswire.app.checking import CloseReading, words_of
from tests.served import asking, event_of, server_of

API = "/api/v1"
HTML = {"accept": "text/html"}


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("North Korea fired an intermediate-range ballistic missile from Sunan.", {"corroborated", "reported"}),
        ("An earthquake of magnitude 6.3 struck Palu in Turkey.", {"corroborated", "reported", "disputed"}),
        ("A volcano erupted on Mars in 2031.", {"not_found"}),
        ("Zzyzx qwrtp.", {"not_found"}),
    ],
)
def test_a_sentence_is_put_to_what_is_kept(client: TestClient, text: str, verdicts: set[str]) -> None:
    told = client.post(f"{API}/check", json={"text": text})
    assert told.status_code == 200
    (sentence,) = told.json()["sentences"]
    assert sentence["verdict"] in verdicts
    shown = client.post("/check", data={"text": text}, headers=HTML)
    assert shown.status_code == 200
    assert text.rstrip(".") in shown.text


@pytest.mark.parametrize("body", [{}, {"text": ""}, {"text": "x" * 5001}, {"text": 5}, {"sentence": "x"}])
def test_what_cannot_be_checked(client: TestClient, body: dict[str, object]) -> None:
    assert client.post(f"{API}/check", json=body).status_code == 422


def test_names_and_numbers_are_looked_up_first() -> None:
    assert words_of("the missile that North Korea fired flew 1,100 km")[:3] == ["North", "Korea", "100"]
    assert words_of("") == []
    assert words_of("word" + " other" * 100) == ["other", "word"]


def test_pairs_are_asked_and_a_word_is_kept(copy: app.Knowledge, tmp_path: Path) -> None:
    _, token = app.add_key(tmp_path / "k.json", "desk", "write")
    key = {"authorization": f"Bearer {token}"}
    quake, launch = event_of(copy, "earthquake"), event_of(copy, "weapons_test")
    with asking(server_of(copy, tmp_path / "k.json")) as client:
        pairs = client.get(f"{API}/judgements").json()
        assert all(p["a"]["id"] != p["b"]["id"] and p["why"] for p in pairs)
        assert client.get("/judge", headers=HTML).text.count('name="verdict"') == 2 * min(len(pairs), 12)
        word = {"a": quake.id, "b": launch.id, "verdict": "different"}
        assert client.post(f"{API}/judgements", json=word).status_code == 401
        assert client.post(f"{API}/judgements", json=word, headers=key).status_code == 200
        assert [w.verdict for w in copy.store.judgements()] == ["different"]
        nobody = {"a": quake.id, "b": "event-0", "verdict": "same"}
        assert client.post(f"{API}/judgements", json=nobody, headers=key).status_code == 404
        itself = {"a": quake.id, "b": quake.id, "verdict": "same"}
        assert client.post(f"{API}/judgements", json=itself, headers=key).status_code == 422


def test_a_pair_that_was_judged_is_not_asked_again(copy: app.Knowledge, tmp_path: Path) -> None:
    with asking(server_of(copy, tmp_path / "k.json")) as client:
        pairs = client.get(f"{API}/judgements").json()
        assert pairs
        a, b = pairs[0]["a"]["id"], pairs[0]["b"]["id"]
        done = client.post("/judge", data={"a": a, "b": b, "verdict": "different"}, headers=HTML)
        assert done.headers["location"] == "/judge?done=different"
        left = [{p["a"]["id"], p["b"]["id"]} for p in client.get(f"{API}/judgements").json()]
        assert {a, b} not in left


WIRE = "ANKARA, March 4 -- A magnitude 6.1 earthquake struck near Palu in Turkey, the Interior Ministry said."


def test_who_rests_on_whom_is_told_of_given_texts_and_nothing_is_kept(client: TestClient) -> None:
    before = client.get(f"{API}/tally").json()["reports"]
    body = {"texts": [{"text": WIRE, "outlet": "Gazette"}, {"text": WIRE + " It was felt far.", "outlet": "Herald"}]}
    told = client.post(f"{API}/origins", json=body)
    assert told.status_code == 200
    assert told.json()["errors"] == []
    assert "Interior Ministry" in told.text
    assert all(outlet in told.text for outlet in ("Gazette", "Herald"))
    assert client.get(f"{API}/tally").json()["reports"] == before


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 422),
        ({"texts": []}, 422),
        ({"texts": [{"text": ""}]}, 422),
        ({"texts": [{"text": "x", "author": "y"}]}, 422),
        ({"texts": [{"text": "x" * 200_000}] * 2}, 413),
    ],
)
def test_texts_that_are_not_traced(client: TestClient, body: dict[str, object], status: int) -> None:
    assert client.post(f"{API}/origins", json=body).status_code == status


def test_a_report_is_read_closely_once(knowledge: app.Knowledge) -> None:
    close = CloseReading(knowledge)
    first = close.check("An earthquake of magnitude 6.3 struck Palu in Turkey.")
    read = dict(close._at_hand)
    assert read
    assert close.check("An earthquake of magnitude 6.3 struck Palu in Turkey.") == first
    assert all(close._at_hand[i] is one for i, one in read.items())
