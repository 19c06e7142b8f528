"""A report that wants to be more than text is shown as the text that it is."""

from __future__ import annotations

import io

import lxml.html
from starlette.testclient import TestClient

from crosswire import app

HTML = {"accept": "text/html"}


def paths(knowledge: app.Knowledge) -> list[str]:
    """Every page that shows the hostile report in some way."""
    report = next(r for r in knowledge.reports().reports if r.outlet and "Evil" in r.outlet)
    events = set(knowledge.report(report.id).claim_event.values())
    voices = [v.name for v in knowledge.voices(limit=200).voices if "<" in v.name]
    return [
        "/",
        f"/reports/{report.id}",
        *(f"/events/{e}" for e in events),
        "/search?q=terrible",
        '/search?q="><script>alert(1)</script>',
        "/?q=<script>alert(1)</script>&place=%22%3E%3Cimg src=x onerror=alert(1)>",
        "/voices",
        *(f"/voices/show?name={v}" for v in voices),
    ]


def test_no_element_or_handler_comes_from_a_report(client: TestClient, knowledge: app.Knowledge) -> None:
    found = paths(knowledge)
    assert len(found) > 6
    for path in found:
        response = client.get(path, headers=HTML)
        assert response.status_code == 200, path
        root = lxml.html.parse(io.BytesIO(response.content)).getroot()
        scripts = [s.get("src") for s in root.iter("script")]
        assert all(s and s.startswith("/static/") for s in scripts), path
        for element in root.iter():
            if isinstance(element.tag, str):
                names = [n for n in element.attrib if n.lower().startswith("on")]
                assert not names, (path, element.tag)
                assert element.tag != "img", path
                for name in ("href", "src", "action", "hx-get"):
                    assert not element.get(name, "").lower().lstrip().startswith(("javascript:", "data:")), path


def test_the_words_are_shown(client: TestClient, knowledge: app.Knowledge) -> None:
    path = next(p for p in paths(knowledge) if p.startswith("/reports/"))
    text = lxml.html.parse(io.BytesIO(client.get(path, headers=HTML).content)).getroot().text_content()
    assert "<script>alert('body')</script>" in text
    assert "at its source" not in text  # a javascript: address is nothing to click on


def test_exports_keep_it_as_text(client: TestClient, knowledge: app.Knowledge) -> None:
    for form in ("json", "geojson", "csv", "schema", "annotations"):
        response = client.get(f"/api/v1/export?format={form}&q=terrible")
        assert response.status_code == 200
        assert "html" not in response.headers["content-type"]
        assert response.headers["content-disposition"].startswith("attachment")
