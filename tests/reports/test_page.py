"""Pages: the article and nothing else, and what the page says of itself."""

from __future__ import annotations

import time

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from crosswire.errors import UnreadableInputError
from crosswire.model import Fetched, Given
from crosswire.reports.make import make_report
from crosswire.reports.rules import Rules
from tests.reports.build import KNOWN, iso, kind_of, kinds, of_page

FIRST = "North Korea fired several ballistic missiles toward the sea on Tuesday, the military in Seoul said."
SECOND = "Japan's Coast Guard said that a suspected missile had likely landed, and warned ships to stay away from it."
THIRD = "The launches came days before a party congress, at which new plans for weapons are to be set out at length."
ARTICLE = f"""
<header><nav><a href="/">Home</a> <a href="/world">World</a></nav></header>
<main><article><h1>Missiles fired over the sea</h1>
<p>SEOUL (Reuters) - {FIRST}</p><p>{SECOND}</p>
<h2>What is known</h2><ul><li>No ships were hit by it.</li><li>Two ports were closed for the day.</li></ul>
<blockquote>{THIRD}</blockquote><p>Sign up for our newsletter.</p>
</article></main><footer>Copyright 2024 Somebody Else Inc</footer>
"""


def page(head: str = "", article: str = ARTICLE) -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{article}</body></html>"


def linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def test_the_text_is_title_and_blocks_parted_by_blank_lines(rules: Rules) -> None:
    report = of_page(page("<title>Missiles fired over the sea | The Paper</title>"), rules)
    assert report.text.split("\n\n")[:2] == ["Missiles fired over the sea", f"SEOUL (Reuters) - {FIRST}"]
    assert kinds(report) == [
        ("title", "Missiles fired over the sea"),
        ("dateline", "SEOUL (Reuters)"),
        ("paragraph", FIRST),
        ("paragraph", SECOND),
        ("heading", "What is known"),
        ("bullet", "No ships were hit by it."),
        ("bullet", "Two ports were closed for the day."),
        ("paragraph", THIRD),
        ("boilerplate", "Sign up for our newsletter."),
    ]
    assert report.credit == "Reuters"


@pytest.mark.parametrize(
    ("head", "published", "by"),
    [
        (
            linked('{"@type": "NewsArticle", "datePublished": "2026-01-28T10:00:00Z"}'),
            "2026-01-28T10:00:00+00:00",
            "linked data",
        ),
        (
            linked('{"@graph": [{"@type": ["Thing", "ReportageNewsArticle"], "datePublished": "2026-01-28"}]}'),
            "2026-01-28T00:00:00+00:00",
            "linked data",
        ),
        (
            linked('[{"@type": "WebSite", "datePublished": "2020-01-01"}]') + '<meta name="date" content="2026-01-28">',
            "2026-01-28T00:00:00+00:00",
            "meta date",
        ),
        (
            '<meta property="article:published_time" content="2026-01-28T10:00:00+09:00">',
            "2026-01-28T10:00:00+09:00",
            "meta article:published_time",
        ),
        ('<meta property="article:published_time" content="0001-01-01T00:00:00Z">', None, None),
        ('<meta name="date" content="31 February 2026">', None, None),
        (
            linked("{broken") + '<meta itemprop="datePublished" content="Jan 28, 2026">',
            "2026-01-28T00:00:00+00:00",
            "meta datepublished",
        ),
        (linked("[" * 50_000), None, None),
        ("", None, None),
    ],
)
def test_published(head: str, published: str | None, by: str | None, rules: Rules) -> None:
    report = of_page(page(head), rules)
    assert (iso(report.published), report.known_by.get("published")) == (published, by)
    assert report.date_basis == ("metadata" if published else "unknown")


def test_a_time_element_of_the_article(rules: Rules) -> None:
    article = ARTICLE.replace("</h1>", '</h1><time datetime="2026-01-28T10:00:00Z">28 Jan</time>')
    report = of_page(page(article=article), rules)
    assert (iso(report.published), report.known_by["published"]) == ("2026-01-28T10:00:00+00:00", "time element")


@pytest.mark.parametrize(
    ("head", "given", "outlet", "by"),
    [
        ('<meta property="og:site_name" content="The Paper">', Given(), "The Paper", "meta og:site_name"),
        ('<meta property="og:site_name" content="the gazette">', Given(), "Northern Gazette", "meta og:site_name"),
        (
            '<meta property="og:site_name" content="Blogger"><link rel="canonical" href="https://x.example/1">',
            Given(),
            "x.example",
            "web address",
        ),
        (
            '<meta property="og:site_name" content="World"><meta property="og:url" content="https://www.bbc.co.uk/1">',
            Given(),
            "BBC News",
            "web address",
        ),
        (
            linked('{"@type": "Article", "publisher": {"name": "The &amp; Paper"}}'),
            Given(),
            "The & Paper",
            "linked data",
        ),
        ('<meta property="og:site_name" content="The Paper">', Given(outlet="Another"), "Another", "given"),
        ("", Given(url="https://example.org/a"), "example.org", "web address"),
        ("", Given(), "Reuters", "agency credit"),
    ],
)
def test_outlet(head: str, given: Given, outlet: str, by: str, rules: Rules) -> None:
    report = of_page(page(head), rules, given)
    assert (report.outlet, report.known_by["outlet"]) == (outlet, by)


@pytest.mark.parametrize(
    ("head", "byline", "credit"),
    [
        (
            linked('{"@type": "Article", "author": [{"name": "Jane Doe"}, {"name": "Li Wei"}]}'),
            "Jane Doe, Li Wei",
            "Reuters",
        ),
        ('<meta name="author" content="By Jane Doe">', "Jane Doe", "Reuters"),
        ('<meta name="author" content="https://example.org/jane">', None, "Reuters"),
    ],
)
def test_byline(head: str, byline: str | None, credit: str, rules: Rules) -> None:
    report = of_page(page(head), rules)
    assert (report.byline, report.credit) == (byline, credit)


def test_an_agency_as_author_is_the_credit(rules: Rules) -> None:
    head = linked('{"@type": "Article", "author": "Agence France-Presse"}')
    report = of_page(page(head, ARTICLE.replace("SEOUL (Reuters) - ", "")), rules)
    assert (report.credit, report.known_by["credit"]) == ("Agence France-Presse", "byline")


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("utf-8", "utf-8"), ("iso-8859-1", "latin-1"), ("nonsense", "cp1252"), ("utf-8", "utf-8-sig")],
)
def test_encodings(declared: str, encoding: str, rules: Rules) -> None:
    content = page(f'<meta charset="{declared}">', ARTICLE.replace("No ships", "No café ships")).encode(encoding)
    assert kind_of(of_page(content, rules), "No café ships") == "bullet"


PARAGRAPHS = "".join(f"<p>{text}</p>" for text in (FIRST, SECOND, THIRD))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html></html>",
        page(article="<p>404 not found</p>").encode(),
        b"<" * 100_000,
        ("<html><body>" + "<div>" * 50_000 + PARAGRAPHS).encode(),
        ("<html><body>" + "<blockquote>" * 5000 + PARAGRAPHS).encode(),
        (b'<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><p>&b;&b;'),
    ],
)
def test_pages_without_an_article(content: bytes, rules: Rules) -> None:
    started = time.process_time()
    with pytest.raises(UnreadableInputError, match=r"a.html: is a page without an article; save"):
        of_page(content, rules)
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "extra",
    [
        "\0",
        "&#xD800;&#0;",
        "<p>" + "word " * 100_000,
        "<b>" * 200,
        "<table>" + "<tr><td>a" * 500,
        "<ul><li>" * 100,
        "<!-- " + "x" * 100_000,
    ],
)
def test_odd_pages_are_read(extra: str, rules: Rules) -> None:
    report = of_page(page(article=f"<article>{PARAGRAPHS}{extra}</article>"), rules)
    assert FIRST in report.text


@pytest.mark.parametrize(
    "flood",
    [
        "<p " + " ".join(f"a{i}=1" for i in range(20_000)) + ">",
        "<p " + " ".join(f"a{i}='>'" for i in range(20_000)) + ">",
        "<p " + "/".join(f'a{i}="<p>"' for i in range(20_000)) + ">",
        "<p " + "a " * 20_000,
        "<p>a " * 15_000,
        "<br>" * 15_000,
    ],
)
def test_floods_take_linear_time(flood: str, rules: Rules) -> None:
    started = time.process_time()
    report = of_page(page(article=f"<article>{PARAGRAPHS}{flood}</article>"), rules)
    assert FIRST in report.text and SECOND in report.text
    assert time.process_time() - started < 4


def test_a_page_that_is_not_looked_through_is_read_without_its_menus(rules: Rules) -> None:
    rows = "".join(f"<p>Row {i} of the list that was sent to us.</p>" for i in range(10_500))
    report = of_page(
        page(article=f"<nav>Home</nav><h2>What is known</h2><div>{PARAGRAPHS}{rows}</div><footer>Us</footer>"), rules
    )
    assert [text for _, text in kinds(report)[:3]] == ["What is known", FIRST, SECOND]
    assert kinds(report)[-1] == ("paragraph", "Row 10499 of the list that was sent to us.")


@settings(deadline=None, max_examples=60)
@for_all(
    st.lists(
        st.text(max_size=30)
        | st.sampled_from(["<p>", "</p>", "<div>", "<ul><li>", "<br>", "<h2>", FIRST, SECOND, "<table><td>"]),
        max_size=25,
    )
)
def test_any_page(rules: Rules, parts: list[str]) -> None:
    content = page(article="".join(parts)).encode("utf-8", "replace")
    try:
        report = make_report(Fetched("a.html", content, "html"), KNOWN, rules)
    except UnreadableInputError:
        return
    for block in report.blocks:
        text = report.text[block.start : block.end]
        assert text and text == text.strip()
