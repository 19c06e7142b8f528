"""Every page, as it is without scripts."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from benchmarks.readings_made import readings
from resiliparse.parse.html import HTMLTree
from starlette.testclient import TestClient

from crosswire import app
from crosswire.web.pages.coming import day_of, days
from crosswire.web.pages.news import weighed
from crosswire.web.pages.paste import parted
from tests.builders import reading, report
from tests.served import asking, event_of, server_of

HTML = {"accept": "text/html"}
PUBLISHED = datetime(2026, 11, 1, tzinfo=UTC)


def page(client: TestClient, path: str) -> HTMLTree:
    """A page, parsed."""
    response = client.get(path, headers=HTML)
    assert response.status_code == 200, path
    return HTMLTree.parse(response.text)


def found(root: HTMLTree, path: str) -> list[Any]:
    assert root.document is not None
    return list(root.document.query_selector_all(path))


def by_id(root: HTMLTree, name: str) -> Any:
    return found(root, f'[id="{name}"]')[0]


def texts(root: HTMLTree, path: str) -> list[str]:
    return [" ".join(e.text.split()) for e in found(root, path)]


@pytest.mark.parametrize(
    "path", ["/", "/coming", "/voices", "/paste", "/search", "/search?q=missile", "/about/standings", "/about/api"]
)
def test_pages_are_whole(client: TestClient, path: str) -> None:
    root = page(client, path)
    assert len(found(root, "h1")) == 1
    assert found(root, "html")[0].getattr("lang") == "en"
    assert texts(root, "title")[0].endswith("Crosswire")
    ids = [e.getattr("id") for e in found(root, "[id]")]
    assert len(ids) == len(set(ids))


def test_links_of_pages_lead_somewhere(client: TestClient, knowledge: app.Knowledge) -> None:
    seen: set[str] = set()
    event = event_of(knowledge, "earthquake").id
    for path in ("/", f"/events/{event}", "/search?q=missile", "/voices", "/coming"):
        links = [a.getattr("href") for a in found(page(client, path), "main a[href]")]
        seen.update(link.partition("#")[0] for link in links if link.startswith("/") and "format=" not in link)
    assert len(seen) > 60
    for link in sorted(seen):
        assert client.get(link, headers=HTML).status_code in (200, 308), link


def test_what_is_new_lists_events_with_their_signs(client: TestClient, knowledge: app.Knowledge) -> None:
    root = page(client, "/?frame=weapons_test")
    assert found(root, "li.event")
    launch = event_of(knowledge, "weapons_test")
    row = by_id(root, launch.id)
    assert row.query_selector(".count b").text == str(launch.origins)
    assert str(launch.standings["corroborated"]) in row.query_selector(".cells").getattr("aria-label")
    assert found(root, "svg[data-map]")
    assert "No event fits" in client.get("/?place=Atlantis").text


def test_a_form_with_empty_fields_asks_for_everything(client: TestClient) -> None:
    empty = "/?frame=&place=&standing=&q=&outlet=&since=&until=&order=changed"
    assert len(found(page(client, empty), "li.event")) == len(found(page(client, "/?order=changed"), "li.event")) > 5


def test_an_event_shows_candidates_side_by_side(client: TestClient, knowledge: app.Knowledge) -> None:
    root = page(client, f"/events/{event_of(knowledge, 'earthquake').id}")
    disputed = [f for f in found(root, "details.fact") if "disputed" in f.query_selector(".stand").class_name]
    assert disputed
    assert all(f.hasattr("open") and len(f.query_selector_all(".answer")) >= 2 for f in disputed)
    assert any(len(c.query_selector_all("a")) >= 2 for c in found(root, "details.fact .chain"))
    links = [a.getattr("href") for a in found(root, "details.fact .chain a")]
    for link in [href for href in links if href.startswith("/reports/")][:6]:
        where, _, mark = link.partition("#")
        assert by_id(page(client, where), mark)
    for part in ("map", "time", "origins", "opinion", "facts", "said"):
        assert by_id(root, part)
    assert found(root, ".graph svg .edge")


def test_a_report_is_all_there_with_its_claims(client: TestClient, knowledge: app.Knowledge) -> None:
    filed = knowledge.reports("Kanto Shimbun").reports[0]
    view = knowledge.report(filed.id)
    root = page(client, f"/reports/{filed.id}")
    shown = "".join(e.text for e in found(root, ".passage .text"))
    assert "".join(shown.split()) == "".join(view.reading.report.text.split())
    marked = "".join(e.text for e in found(root, ".claim"))
    for claim in view.reading.claims:
        assert "".join(claim.span.exact.split())[:30] in "".join(marked.split())


def test_a_day_of_which_no_hour_is_known_shows_none(client: TestClient, knowledge: app.Knowledge) -> None:
    root = page(client, f"/events/{event_of(knowledge, 'weapons_test').id}")
    (argus,) = [e for e in texts(root, "ol.clock li") if "Missiles and manners" in e]
    assert "21 May 2026" in argus
    assert "UTC" not in argus
    (filed,) = knowledge.reports("The Morning Argus").reports
    assert texts(page(client, f"/reports/{filed.id}"), ".dek")[0].startswith("21 May 2026")
    assert "20 May 2026, 22:40 UTC" in client.get("/search?q=solid-fuel", headers=HTML).text
    assert "00:00 UTC" not in client.get("/search?q=missile", headers=HTML).text


def test_a_flag_is_no_place_of_the_event(client: TestClient, knowledge: app.Knowledge) -> None:
    told = client.get(f"/events/{event_of(knowledge, 'ship_attack').id}", headers=HTML).text
    drawn = by_id(HTMLTree.parse(told), "map")
    assert "Liberia" in told
    assert "the Red Sea" in drawn.text
    assert "Liberia" not in drawn.text


def test_an_opinion_is_not_doubted_by_its_author(client: TestClient, knowledge: app.Knowledge) -> None:
    opinion = by_id(page(client, f"/events/{event_of(knowledge, 'weapons_test').id}"), "opinion")
    assert "Perhaps it is time to talk." in opinion.text
    assert "doubts" not in opinion.text


def test_notes_have_no_empty_lines(client: TestClient, knowledge: app.Knowledge) -> None:
    for filed in knowledge.reports("Pacific Dispatch").reports:
        for note in found(page(client, f"/reports/{filed.id}"), ".notes ul"):
            lines = [
                [span.text.strip() for span in line.query_selector_all("span")]
                for line in note.query_selector_all("li")
            ]
            assert len(lines) == 1 or all(line[1] for line in lines)


def test_what_nobody_is_named_for_says_so(client: TestClient) -> None:
    told = {
        e.query_selector("b").text: e.query_selector("span").text for e in found(page(client, "/"), ".event .count")
    }
    assert (told["0"], told["1"]) == ("origins named", "independent origin")


def test_a_voice_tells_how_it_stands(client: TestClient) -> None:
    name = "South Korea's Joint Chiefs of Staff"
    root = page(client, "/voices/show?name=" + name)
    assert texts(root, "h1") == [name]
    sums = dict(zip(texts(root, ".sums span"), map(int, texts(root, ".sums b")), strict=True))
    assert sums["claims"] > 10
    assert sums["echoed by others"] > 0


@pytest.mark.parametrize("path", ["/events/nope", "/reports/nope", "/voices/show?name=nope", "/nope", "/static/nope"])
def test_what_is_not_there_is_a_page(client: TestClient, path: str) -> None:
    response = client.get(path, headers=HTML)
    assert response.status_code == 404
    assert response.headers["content-type"].startswith("text/html")
    assert "<h1>" in response.text


def test_an_event_that_is_no_more_leads_on(tmp_path: Path) -> None:
    """Its only report is edited and tells of something else: the page says so, and where that is told now."""
    first = next(iter(readings(1)))
    edited = replace(report("Paper", "The mayor opened a bridge.", PUBLISHED), url=first.report.url)
    with app.opened(str(tmp_path / "s.db")) as known, asking(server_of(known, tmp_path / "k.json")) as client:
        known.ingest_readings([first])
        before = {e.id: e.title for e in known.events().events}
        known.ingest_readings([reading(edited)])
        (now,) = known.events().events
        for old in before.keys() - {now.id}:
            response, told = client.get(f"/events/{old}", headers=HTML), client.get(f"/api/v1/events/{old}")
            assert (response.status_code, told.status_code) == (410, 410)
            root = HTMLTree.parse(response.text)
            assert before[old] in by_id(root, "main").text
            assert old not in by_id(root, "main").text
            links = [a.getattr("href") for a in found(root, "main a[href]")]
            assert [link for link in links if "/events/" in link] == [f"/events/{i}" for i in told.json()["now"]]
        assert len(before) > 1


@pytest.mark.parametrize(
    "path",
    ["/static/../server.py", "/static/..%2f..%2fserver.py", "/static/vendor/../../x.py", "/static//etc/passwd"],
)
def test_paths_lead_only_to_our_files(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert "import" not in response.text


def test_every_answer_carries_the_policy(client: TestClient) -> None:
    for path in ("/", "/nope", "/api/v1/events", "/static/app.js", "/healthz"):
        headers = client.get(path).headers
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"


def test_pasting_reads_and_shows(copy: app.Knowledge, tmp_path_factory: pytest.TempPathFactory) -> None:
    text = (
        "LIMA, March 3 (Andes Wire) -- At least 14 people were killed when a strong earthquake struck southern Peru on "
        "Tuesday, the civil defence agency said.\n---\nA magnitude 7.0 earthquake hit southern Peru on Tuesday, March "
        "3, 2026, killing 14 people, the National Emergency Operations Center said."
    )
    with asking(server_of(copy, tmp_path_factory.mktemp("k") / "k.json")) as client:
        done = client.post("/paste", data={"texts": text}, headers=HTML)
        again = client.post("/paste", data={"texts": text}, headers=HTML)
        nothing = client.post("/paste", data={"texts": " \n---\n "}, headers=HTML)
    assert "2 new reports" in done.text
    assert "Peru" in done.text
    assert "0 new reports, 2 known already" in again.text
    assert "Nothing was pasted" in nothing.text


def test_a_page_of_a_private_address_is_not_fetched(
    copy: app.Knowledge, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with asking(server_of(copy, tmp_path_factory.mktemp("k") / "k.json")) as client:
        done = client.post("/paste", data={"texts": "http://127.0.0.1:9/secret"}, headers=HTML)
    assert done.status_code == 200
    assert 'role="alert"' in done.text
    assert "127.0.0.1" in done.text


def test_an_empty_store_offers_the_examples(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("empty")
    with app.opened(str(folder / "s.db")) as knowledge, asking(server_of(knowledge, folder / "k.json")) as client:
        assert "Take in the examples" in client.get("/", headers=HTML).text
        assert client.get("/events", headers=HTML).status_code == 200


@pytest.mark.parametrize(
    ("pasted", "texts", "urls"),
    [
        ("one text", ["one text"], []),
        ("a\n---\nb", ["a", "b"], []),
        ("a\r\n-----\r\nb\n", ["a", "b"], []),
        ("a -- b --- c", ["a -- b --- c"], []),
        ("https://a.example/x\nhttp://b.example", [], ["https://a.example/x", "http://b.example"]),
        ("see https://a.example", ["see https://a.example"], []),
        ("text\n---\nhttps://a.example", ["text"], ["https://a.example"]),
        ("---\n---", [], []),
    ],
)
def test_what_was_pasted_is_parted(pasted: str, texts: list[str], urls: list[str]) -> None:
    given, found = parted(pasted, "")
    assert [text for text, _ in given] == texts
    assert found == urls


def test_what_came_together_is_in_the_order_of_its_weight(knowledge: app.Knowledge) -> None:
    items = knowledge.events(app.Selection(), None, 30).events
    told = weighed(items)
    assert sorted(e.id for e in told) == sorted(e.id for e in items)
    minutes = [e.changed.replace(second=0, microsecond=0) for e in told]
    assert minutes == sorted(minutes, reverse=True)
    for a, b in itertools.pairwise(told):
        assert a.reports >= b.reports or a.changed.minute != b.changed.minute


def test_a_calendar_has_what_has_a_day(knowledge: app.Knowledge) -> None:
    events = knowledge.events(app.Selection(ahead=True), None, 100).events
    dated = next(e for e in events if day_of(e) is not None)
    today = day_of(dated)
    assert today is not None
    shown = days(events, today)
    assert len(shown) == 35
    assert shown[0].date.weekday() == 0
    (now,) = [d for d in shown if d.today]
    assert dated in now.events
    assert [d.past for d in shown] == [d.date < today for d in shown]
    assert all(day_of(e) is None for e in events if e.when is not None and e.when.granularity in ("week", "month"))
