"""Feeds and sitemaps as they come: their entries, and what is no feed."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crosswire.errors import UnreadableInputError
from crosswire.sources.feeds import Listing, newest_first, read_listing

BASE = "https://gazette.example/feeds/world.xml"
RSS = (
    b"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>World</title>
<item><title>Quake hits &amp; shakes</title><link>/2026/quake</link>
<pubDate>Tue, 27 Jan 2026 09:30:00 +0900</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>"""
    + b"Long words. " * 80
    + b"""</p>]]></content:encoded></item>

<item><title>No address</title></item>
<item><title>Old</title><link>https://gazette.example/old#top</link>
<pubDate>Mon, 01 Jan 0001 00:00:00 GMT</pubDate></item>
<item><title>Script</title><link>javascript:alert(1)</link></item>
</channel></rss>"""
)
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Atom</title><entry><title>One</title>
<link rel="alternate" href="https://a.example/one"/><updated>2026-01-27T00:30:00Z</updated><summary>s</summary></entry></feed>"""
NEWS_MAP = b"""<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://a.example/one</loc><news:news>
 <news:publication_date>2026-01-27T01:02:03+00:00</news:publication_date><news:title>One</news:title></news:news></url>
 <url><loc>https://a.example/two</loc><lastmod>9999-12-31</lastmod></url></urlset>"""
INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://a.example/one.xml</loc></sitemap></sitemapindex>"""


def test_rss() -> None:
    found = read_listing(RSS, BASE)
    first, old = found.entries
    assert found.title == "World"
    assert (first.url, first.title) == ("https://gazette.example/2026/quake", "Quake hits & shakes")
    assert first.published == datetime(2026, 1, 27, 0, 30, tzinfo=UTC)
    assert first.is_whole
    assert (old.url, old.published) == ("https://gazette.example/old", None), "the year 1 is no date of a report"


def test_atom() -> None:
    (entry,) = read_listing(ATOM, BASE).entries
    assert (entry.url, entry.published) == ("https://a.example/one", datetime(2026, 1, 27, 0, 30, tzinfo=UTC))
    assert not entry.is_whole


def test_json_feed() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "J",
        "items": [
            {
                "id": "1",
                "url": "https://a.example/1",
                "date_published": "2026-01-27T00:30:00Z",
                "content_text": "w" * 700,
            },
            {"id": "2", "external_url": "https://a.example/2", "date_published": "yesterday"},
            {"id": "tag:3"},
            "nonsense",
        ],
    }
    one, two = read_listing(json.dumps(feed).encode(), BASE).entries
    assert one.is_whole
    assert two.published is None


@pytest.mark.parametrize("packed", [False, True])
def test_sitemaps(packed: bool) -> None:
    one, two = read_listing(gzip.compress(NEWS_MAP) if packed else NEWS_MAP, BASE).entries
    assert (one.title, one.published) == ("One", datetime(2026, 1, 27, 1, 2, 3, tzinfo=UTC))
    assert two.published is None, "the year 9999 is no date of a report"
    assert read_listing(INDEX, BASE).sitemaps == ("https://a.example/one.xml",)


BOMB = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]>
<rss version="2.0"><channel><title>&lol2;</title></channel></rss>"""
MAP_BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY f SYSTEM "file:///etc/passwd">]><urlset><url><loc>https://a.example/&f;&b;</loc></url></urlset>"""


@pytest.mark.parametrize(
    "body", [BOMB, b"<html><body>no feed</body></html>", b"", b"{not json", b'{"a": 1}', b"\x1f\x8bbroken", b"\0\1\2"]
)
def test_what_is_no_feed_says_so(body: bytes) -> None:
    with pytest.raises(UnreadableInputError):
        read_listing(body, BASE)


def test_a_sitemap_reads_no_file() -> None:
    entries = read_listing(MAP_BOMB, BASE).entries
    assert not any("root:" in e.url or "aaaa" in e.url for e in entries)


def test_newest_first_each_address_once() -> None:
    doubled = read_listing(
        RSS.replace(b"</channel>", b"<item><link>https://gazette.example/old</link></item></channel>"), BASE
    )
    assert [e.url for e in newest_first(doubled.entries)] == [
        "https://gazette.example/2026/quake",
        "https://gazette.example/old",
    ]


@given(st.binary(max_size=300))
@example(b"<:>x</:></urlset>")
def test_any_bytes_give_a_listing_or_say_why_not(body: bytes) -> None:
    for start in (b"", b"<rss version='2.0'><channel>", b"<urlset>", b'{"items":['):
        try:
            assert isinstance(read_listing(start + body, BASE), Listing)
        except UnreadableInputError as error:
            assert str(error)
