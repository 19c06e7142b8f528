"""JSON records of many exports."""

from __future__ import annotations

import json

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from crosswire.errors import UnreadableInputError
from crosswire.model import Fetched
from crosswire.reports.cards import without_cards
from crosswire.reports.make import make_report
from crosswire.reports.rules import Rules
from tests.reports.build import KNOWN, iso, kinds, of_record

TEXT = "North Korea fired several missiles toward the sea on Tuesday, the military said.\n\nJapan protested.\n"


@pytest.mark.parametrize(
    "record",
    [
        {
            "title": "Missiles",
            "text": TEXT,
            "outlet": "The Gazette",
            "url": "https://x.example/1",
            "published": "2026-01-28",
        },
        {
            "headline": "Missiles",
            "body": TEXT,
            "source": {"id": "g", "name": "the gazette"},
            "link": "https://x.example/1",
            "publishedAt": "2026-01-28T00:00:00Z",
        },
        {
            "title": "Missiles",
            "maintext": TEXT,
            "source": "gazette.example",
            "url": "https://x.example/1",
            "date_publish": "2026-01-28 00:00:00",
        },
        {
            "title": " Missiles ",
            "content": TEXT,
            "publisher": "https://www.gazette.example/home",
            "url": "https://x.example/1",
            "timestamp": 1769558400,
        },
    ],
)
def test_records(record: object, rules: Rules) -> None:
    report = of_record(record, rules)
    assert report.text == f"Missiles\n\n{TEXT}"
    assert (report.title, report.outlet, report.url) == ("Missiles", "Northern Gazette", "https://x.example/1")
    assert (iso(report.published), report.date_basis) == ("2026-01-28T00:00:00+00:00", "metadata")
    assert {report.known_by[key] for key in ("title", "outlet", "url", "published")} == {"record"}
    assert [kind for kind, _ in kinds(report)] == ["title", "paragraph", "paragraph"]


def test_a_record_without_a_title_keeps_its_text(rules: Rules) -> None:
    assert of_record({"text": TEXT}, rules).text == TEXT


def test_the_title_in_the_text_is_a_title_block(rules: Rules) -> None:
    report = of_record({"title": "Missiles fired", "text": f"MISSILES FIRED\n\n{TEXT}"}, rules)
    assert kinds(report)[0] == ("title", "MISSILES FIRED")
    assert report.title == "Missiles fired"


def test_authors(rules: Rules) -> None:
    assert of_record({"text": TEXT, "authors": [{"name": "Jane Doe"}, "Li Wei", 7]}, rules).byline == "Jane Doe, Li Wei"
    assert of_record({"text": TEXT, "author": "Reuters"}, rules).credit == "Reuters"


def test_a_page_in_a_record_is_read_as_a_page(rules: Rules) -> None:
    page = f"<html><head><title>Missiles</title></head><body><article><p>{TEXT * 5}</p></article></body></html>"
    assert "Japan protested." in of_record({"html": page, "url": "https://x.example"}, rules).text


@pytest.mark.parametrize("date", ["31 February 2026", "0001-01-01", "9999-12-31", "soon", -1, 1e30, [1]])
def test_a_bad_date_is_told_and_no_date_is_invented(date: object, rules: Rules) -> None:
    report = of_record({"text": TEXT, "published": date}, rules)
    assert report.published is None and report.date_basis == "unknown"
    assert any("could not be read" in warning for warning in report.warnings)


@pytest.mark.parametrize(
    ("address", "published"),
    [
        ("https://x.example/2026/01/27/missiles-fired", "2026-01-27"),
        ("https://x.example/news/2026-01-27-missiles", "2026-01-27"),
        ("https://x.example/2026/01/missiles-fired", None),  # of a month only
        ("https://x.example/2026/31/02/missiles", None),
        ("https://x.example/20260127", None),
    ],
)
def test_a_record_without_a_date_has_that_of_its_address(address: str, published: str | None, rules: Rules) -> None:
    report = of_record({"text": TEXT, "url": address}, rules)
    assert (report.published and f"{report.published:%Y-%m-%d}") == published


def test_the_date_of_a_record_goes_before_that_of_its_address(rules: Rules) -> None:
    report = of_record({"text": TEXT, "url": "https://x.example/2026/01/27/a", "published": "2026-01-28"}, rules)
    assert report.published is not None and report.published.day == 28


@pytest.mark.parametrize(
    "record", [{}, {"text": ""}, {"text": " \n"}, {"text": None}, {"text": 5}, {"title": "x"}, {"text": {"a": 1}}]
)
def test_no_text(record: object, rules: Rules) -> None:
    with pytest.raises(UnreadableInputError, match="has no text; put the text"):
        of_record(record, rules)


@pytest.mark.parametrize("content", [b"", b"[1]", b"{", b"[" * 100_000, b"\xff", b"null"])
def test_no_record(content: bytes, rules: Rules) -> None:
    with pytest.raises(UnreadableInputError):
        make_report(Fetched("a.json", content, "record"), {}, rules)


def test_lone_surrogates_are_replaced_one_for_one(rules: Rules) -> None:
    report = make_report(
        Fetched("a.json", b'{"text": "Missiles \\ud800 fired over the sea", "title": "\\udc00"}', "record"), {}, rules
    )
    assert report.text == "Missiles \ufffd fired over the sea"
    assert any("replaced" in warning for warning in report.warnings)


VALUES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=80)
NESTED = st.recursive(
    VALUES, lambda x: st.lists(x, max_size=3) | st.dictionaries(st.text(max_size=8), x, max_size=3), max_leaves=5
)
KEYS = st.sampled_from(
    ["text", "title", "outlet", "source", "url", "published", "date", "author", "authors", "html", "body"]
)


@settings(deadline=None)
@for_all(st.dictionaries(KEYS, NESTED, max_size=8))
def test_any_record(rules: Rules, record: dict[str, object]) -> None:
    content = json.dumps(record).encode()
    try:
        report = make_report(Fetched("a.json", content, "record"), KNOWN, rules)
    except UnreadableInputError:
        return
    assert report.id == make_report(Fetched("a.json", content, "record"), KNOWN, rules).id
    for block in report.blocks:
        assert report.text[block.start : block.end].strip()


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (
            "Sen. Ana Paz Ana Maria PazTwo senators balk at talks Roe: 'No deal' MORE (D-Ill.) said no.",
            "Sen. Ana Paz (D-Ill.) said no.",
        ),
        (
            "Counsel Luis Gil Luis (Lou) Tomas GilWho asked MORE in a note said yes.",
            "Counsel Luis Gil in a note said yes.",
        ),
        ("Ana Paz and Maria Paz want MORE (much more).", "Ana Paz and Maria Paz want MORE (much more)."),
        ("Ian McGil McGilroy asked for MORE.", "Ian McGil McGilroy asked for MORE."),
    ],
)
def test_a_card_behind_a_name_is_no_part_of_the_sentence(told: str, kept: str) -> None:
    assert without_cards(told) == kept
