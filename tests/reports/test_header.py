"""Header lines: who publishes, who wrote, when and what kind of piece; phrases that look like names and are none."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, settings
from hypothesis import given as for_all
from hypothesis import strategies as st

from crosswire.model import Given
from crosswire.reports.header import find_headers, read_field, read_header
from crosswire.reports.masthead import outlet_name
from crosswire.reports.rules import Rules
from tests.reports.build import KNOWN, kind_of, kinds, of_page, of_record, of_text

TITLE = "Bulk carrier hit by missile off the coast, two hurt"
LEAD = "A bulk carrier was struck by a missile on Tuesday, wounding two members of its crew, its manager said."
MORE = "The ship was 58 miles west of the port when it was hit, the navy said, and a fire broke out on board."


@pytest.mark.parametrize(
    ("line", "outlet", "byline", "genre"),
    [
        ("Straits Monitor | March 3, 2026 | By Colin Reyes", "Straits Monitor", "Colin Reyes", None),
        ("Rhine Courier, 14 April 2026", "Rhine Courier", None, None),
        ("*Gulf Herald, 19 February 2026. By Farah Nasser*", "Gulf Herald", "Farah Nasser", None),
        ("**Harbour View** - opinion - 4 March 2026", "Harbour View", None, "opinion"),
        ("*Metals Week - 15 April 2026 - by Jo Lindqvist*", "Metals Week", "Jo Lindqvist", None),
        ("*Comment by Peter Hale, May 21, 2026*", None, "Peter Hale", "opinion"),
        ("By Jane Doe, The Valley Tribune", "The Valley Tribune", "Jane Doe", None),
        ("By Jane Doe | Northern Gazette | Updated 4 March 2026 10:30 GMT", "Northern Gazette", "Jane Doe", None),
        ("Jane Doe | Straits Monitor | 3 March 2026", "Straits Monitor", "Jane Doe", None),
        ("THE VALLEY TRIBUNE | MARCH 3, 2026", "The Valley Tribune", None, None),
        ("the gazette, March 3, 2026", "Northern Gazette", None, None),
        ("Published: 3 March 2026 | portledger.example", "portledger.example", None, None),
        ("News Analysis | March 3, 2026", None, None, "analysis"),
        ("Analysis", None, None, "analysis"),
        ("LETTERS TO THE EDITOR", None, None, "letter"),
    ],
)
def test_what_a_line_says(line: str, outlet: str | None, byline: str | None, genre: str | None, rules: Rules) -> None:
    header = read_header(line, KNOWN, rules)
    assert header is not None
    assert (header.outlet, header.byline, header.genre) == (outlet, byline, genre)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "March 3, 2026",
        "By Colin Reyes",
        "World News | March 3, 2026",
        "Middle East | March 3, 2026",
        "Hard Times, March 3, 2026",
        "Seoul, March 3, 2026",
        "Jane Doe, March 3, 2026",
        "Kim Jong Un, Supreme Leader, March 3, 2026",
        "Analysis of the wreck, March 3, 2026",
        "Opinion divided | March 3, 2026",
        "Attack on Border Post, March 3, 2026",
        "The vote, The Valley Tribune wrote on March 3, 2026",
        "Two crew hurt | Straits Monitor said so | March 3, 2026",
        "By Jane Doe, Associated Press",
        "Straits Monitor | March 3, 2026 | " + "x" * 200,
    ],
)
def test_lines_that_name_neither_outlet_nor_genre(line: str, rules: Rules) -> None:
    header = read_header(line, KNOWN, rules)
    assert header is None or not (header.outlet or header.genre or header.byline)


@pytest.mark.parametrize(
    ("line", "outlet", "byline", "genre"),
    [
        ("**Source:** The Valley Tribune", "The Valley Tribune", None, None),
        ("Source: Rhine Courier", "Rhine Courier", None, None),
        ("Publication: the gazette", "Northern Gazette", None, None),
        ("BYLINE: By JANE DOE", None, "JANE DOE", None),
        ("SECTION: Opinion; Pg. 1", None, None, "opinion"),
        ("LENGTH: 800 words", None, None, None),
    ],
)
def test_fields_of_exports(line: str, outlet: str | None, byline: str | None, genre: str | None, rules: Rules) -> None:
    header = read_field(line, KNOWN, rules)
    assert header is not None
    assert (header.outlet, header.byline, header.genre) == (outlet, byline, genre)


@pytest.mark.parametrize(
    "line",
    ["Source: people who saw it", "Seoul: North fired", "Sources: Rhine Courier", "Author: unknown to us", "", ":"],
)
def test_lines_that_are_no_fields(line: str, rules: Rules) -> None:
    assert read_field(line, KNOWN, rules) is None


EXPORT = f"""Harbour Gazette

March 3, 2026 Tuesday
Late Edition - Final

{TITLE}

BYLINE: By JANE DOE

SECTION: Section A; Column 1; Foreign Desk; Pg. 1

LENGTH: 800 words

DATELINE: SEOUL

BODY:
{LEAD}

{MORE}
"""


def test_a_text_from_a_database(rules: Rules) -> None:
    report = of_text(EXPORT, rules)
    assert (report.title, report.outlet, report.byline) == (TITLE, "Harbour Gazette", "JANE DOE")
    assert f"{report.published:%F}" == "2026-03-03"
    assert [text for kind, text in kinds(report) if kind in ("heading", "paragraph")] == [LEAD, MORE]


@pytest.mark.parametrize(
    ("words", "sure", "name"),
    [
        ("Coastline Daily", False, "Coastline Daily"),
        ("The Morning Argus", False, "The Morning Argus"),
        ("Rhine Courier", False, "Rhine Courier"),
        ("Border Post", True, None),
        ("Harbour Post", True, "Harbour Post"),
        ("Harbour Post", False, None),
        ("The Gazette", False, "Northern Gazette"),
        ("The Herald", True, "The Herald"),
        ("The Herald", False, None),
        ("Hard Times", True, None),
        ("World News", True, None),
        ("Breaking News", True, None),
        ("Daily Review", True, None),
        ("Times", True, None),
        ("Times of Malta", True, "Times of Malta"),
        ("Times of Malta", False, None),
        ("Times of great change", True, None),
        ("Siege of Mariupol", True, None),
        ("a Rhine Courier", True, None),
        ("Kestrel Maritime", True, None),
        ("Ministry of Defence", True, None),
        ("What We Know", True, None),
        ("", True, None),
        ("A" * 100 + " Times", True, None),
    ],
)
def test_names(words: str, sure: bool, name: str | None, rules: Rules) -> None:
    assert outlet_name(words, KNOWN, rules, sure=sure) == name


@pytest.mark.parametrize(
    ("parts", "outlet"),
    [
        ((TITLE, "March 3, 2026", "Coastline Daily", LEAD, MORE), "Coastline Daily"),
        ((TITLE, "Coastline Daily", "March 3, 2026", LEAD, MORE), "Coastline Daily"),
        (("Coastline Daily", TITLE, LEAD, MORE), "Coastline Daily"),
        (("Coastline Daily", TITLE, "By Jane Doe", LEAD, MORE), "Coastline Daily"),
        ((TITLE, "By Jane Doe", "Harbour Post", LEAD, MORE), "Harbour Post"),
        ((TITLE, "Rhine Courier, 3 March 2026", f"ATHENS (Continental Press) - {LEAD}", MORE), "Rhine Courier"),
        ((f"{TITLE} | The Port Ledger", LEAD, MORE), "The Port Ledger"),
        ((f"{TITLE} - Northern Gazette", LEAD, MORE), "Northern Gazette"),
        ((f"{TITLE} - Harbour Post", LEAD, MORE), None),
        ((f"{TITLE} - The Port Ledger", LEAD, MORE), "The Port Ledger"),
        ((f"The Port Ledger - {TITLE}", LEAD, MORE), "The Port Ledger"),
        ((f"{TITLE} - The Port Ledger", f"ATHENS (Reuters) - {LEAD}", MORE), "Reuters"),
        ((f"{TITLE} | World News", LEAD, MORE), None),
        ((f"{TITLE} - navy", LEAD, MORE), None),
        ((TITLE, LEAD, "Coastline Daily", MORE), None),
        ((TITLE, "Hard Times", LEAD, MORE), None),
        ((TITLE, "March 3, 2026", "Hard Times", LEAD, MORE), None),
        ((TITLE, "March 3, 2026", "What We Know", LEAD, MORE), None),
        ((TITLE, LEAD, MORE, "Straits Monitor wrote on March 3, 2026 that the ship had sunk."), None),
    ],
)
def test_outlet_of_a_text(parts: tuple[str, ...], outlet: str | None, rules: Rules) -> None:
    report = of_text("\n\n".join(parts), rules)
    assert report.outlet == outlet
    assert report.title.removesuffix(" | The Port Ledger") in (TITLE, parts[0])


def test_how_it_is_known(rules: Rules) -> None:
    line = "*Gulf Herald - opinion - 19 February 2026. By Farah Nasser*"
    text = f"{TITLE}\n\n{line}\n\n{LEAD}\n\n{MORE}\n\n© 2024 Gulf Media Ltd"
    report = of_text(text, rules, markdown=True)
    assert (report.outlet, report.byline, f"{report.published:%F}") == ("Gulf Herald", "Farah Nasser", "2026-02-19")
    assert report.known_by["outlet"] == "header line"
    assert report.known_by["genre"] == "opinion"
    assert kind_of(report, "*Gulf Herald") == "dateline"


def test_what_the_user_and_the_record_say_is_surer(rules: Rules) -> None:
    text = f"{TITLE}\n\nGulf Herald, 19 February 2026\n\n{LEAD}"
    assert of_text(text, rules, Given(outlet="Another")).outlet == "Another"
    assert of_record({"text": text, "outlet": "Third"}, rules).outlet == "Third"
    assert of_record({"text": text, "url": "https://reuters.com/x"}, rules).outlet == "Reuters"
    assert of_record({"text": text, "url": "https://x.example/1"}, rules).outlet == "Gulf Herald"


@pytest.mark.parametrize(
    ("parts", "genre"),
    [
        (("Opinion", TITLE, LEAD, MORE), "opinion"),
        ((TITLE, "Analysis", LEAD, MORE), "analysis"),
        ((TITLE, "Editorial", LEAD, MORE), "editorial"),
        ((f"Opinion | {TITLE}", LEAD, MORE), "opinion"),
        ((f"Explainer: {TITLE}", LEAD, MORE), "explainer"),
        ((f"Fact check: {TITLE}", LEAD, MORE), "fact check"),
        ((f"ANALYSIS-{TITLE}", LEAD, MORE), "analysis"),
        ((f"{TITLE} – live", LEAD, MORE), "live"),
        ((f"Correction: {TITLE}", LEAD, MORE), "correction"),
        ((TITLE, "Analysis by Jane Doe", LEAD, MORE), "analysis"),
        ((TITLE, "Comment", LEAD, MORE), None),
        ((TITLE, LEAD, "Analysis", MORE, LEAD), None),
        (("Opinion divided over the dam as the water rises", LEAD, MORE), None),
        (("Review of dam safety ordered after the flood", LEAD, MORE), None),
        (("Live-fire drill: navy shells islet off the coast", LEAD, MORE), None),
        (("Analysts: more missiles will follow, and soon", LEAD, MORE), None),
        ((TITLE, LEAD, MORE), None),
    ],
)
def test_genre_of_a_text(parts: tuple[str, ...], genre: str | None, rules: Rules) -> None:
    assert of_text("\n\n".join(parts), rules).known_by.get("genre") == genre


def linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


ARTICLE = f"<article><h1>{TITLE}</h1><p>{LEAD}</p><p>{MORE}</p></article>"


@pytest.mark.parametrize(
    ("head", "genre"),
    [
        (linked('{"@type": "OpinionNewsArticle", "headline": "x"}'), "opinion"),
        (linked('{"@type": "NewsArticle", "articleSection": ["World", "Analysis"]}'), "analysis"),
        (linked('{"@type": ["NewsArticle", "LiveBlogPosting"]}'), "live"),
        ('<meta property="article:section" content="Opinion">', "opinion"),
        ('<link rel="canonical" href="https://x.example/news/opinion/2026/03/ship">', "opinion"),
        ('<link rel="canonical" href="https://x.example/news/opinion-poll-shows-gap">', None),
        ('<meta property="article:section" content="World">', None),
        ("", None),
    ],
)
def test_genre_of_a_page(head: str, genre: str | None, rules: Rules) -> None:
    page = f"<html><head>{head}</head><body>{ARTICLE}</body></html>"
    assert of_page(page, rules).known_by.get("genre") == genre


@pytest.mark.parametrize(
    ("section", "genre"), [("Op-Ed", "opinion"), ("Politics > Fact Check", "fact check"), ("World", None)]
)
def test_genre_of_a_record(section: str, genre: str | None, rules: Rules) -> None:
    assert of_record({"text": LEAD, "section": section}, rules).known_by.get("genre") == genre


PIECES = st.sampled_from(
    ["Rhine Courier", " | ", " - ", ", ", "By ", "by ", "Jane Doe", "3 March 2026", "*", "opinion", "The", "\u00a0"]
)


@settings(deadline=None, max_examples=80)
@example(["Rhine Courier*Rhine Courier"])
@for_all(st.lists(st.lists(PIECES | st.text(max_size=12), max_size=8).map("".join), max_size=10))
def test_any_lines(rules: Rules, lines: list[str]) -> None:
    for index, header in find_headers(lines, KNOWN, rules).items():
        outlet, line = (re.sub(r"[*_`]", "", words).lower() for words in (header.outlet or "", lines[index]))
        assert not outlet or outlet in line or header.outlet in KNOWN.values()
