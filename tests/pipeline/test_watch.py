"""Feeds watched into a real store from a real server on loopback."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from crosswire import app
from tests.sources.web_server import Served, Site, serve

STORY = """<html><head><title>{title}</title><meta property="og:site_name" content="Harbour Gazette">
<meta property="article:published_time" content="2026-01-28T09:00:00+00:00"></head><body><article><h1>{title}</h1>
<p>KARSK, Jan. 28 -- A magnitude {size} earthquake struck near Lisbon, Portugal, on Wednesday, the national institute
said. Two people were injured, the civil protection agency said, and several houses were damaged in the old town.</p>
<p>The quake was felt as far as Porto. Schools stayed closed while engineers checked the bridges, officials said.</p>
</article></body></html>"""
PAGE = {"Content-Type": "text/html; charset=utf-8"}
RSS = '<rss version="2.0"><channel><title>G</title>{items}</channel></rss>'
ITEM = "<item><title>{0}</title><link>{1}/{0}</link><pubDate>Wed, 28 Jan 2026 09:00:00 GMT</pubDate></item>"


def story(title: str, size: str = "5.6") -> Served:
    return Served(STORY.format(title=title, size=size).encode(), headers=PAGE)


def feed(site: Site, *names: str) -> Served:
    items = "".join(ITEM.format(name, site.url) for name in names)
    return Served(RSS.format(items=items).encode(), headers={"ETag": f'"{"-".join(names)}"'})


@pytest.fixture
def known(tmp_path: Path) -> Iterator[app.Knowledge]:
    with app.opened(str(tmp_path / "store.db")) as opened:
        yield opened


def look(known: app.Knowledge, folder: Path, listed: str) -> list[app.Look]:
    """One look at each feed of a list, whenever the last was."""
    path = folder / "feeds.toml"
    path.write_text(listed, encoding="utf-8")
    for state in known.store.feed_states():
        known.store.save_feed_state(replace(state, due=state.checked or state.due))
    looks: list[app.Look] = []
    app.watch(known, app.Watching(path, once=True, private=True, pause=0.0), looks.append)
    return sorted(looks, key=lambda one: one.feed.url)


def test_a_feed_brings_its_pages_once(known: app.Knowledge, tmp_path: Path) -> None:
    with serve() as site:
        site.paths.update({"/feed": feed(site, "one", "two"), "/one": story("one"), "/two": story("two", "5.7")})
        listed = f'[[feed]]\nurl = "{site.url}/feed"\n'
        (first,) = look(known, tmp_path, listed)
        assert (first.found, first.troubles, first.broken) == (2, (), None)
        (second,) = look(known, tmp_path, listed)
        assert (second.found, site.count("/one")) == (0, 1), "what did not change is not fetched again"
        assert site.asked[-1][1].get("if-none-match") == '"one-two"'
        site.paths |= {"/feed": feed(site, "three", "one", "two"), "/three": story("three", "6.1")}
        (third,) = look(known, tmp_path, listed)
        assert third.found == 1
    assert known.tally().reports == 3
    assert known.reports().reports[0].outlet == "Harbour Gazette"


def test_a_broken_feed_stops_no_other_and_is_shown_as_broken(known: app.Knowledge, tmp_path: Path) -> None:
    with serve() as site:
        site.paths.update(
            {
                "/feed": feed(site, "one"),
                "/one": story("one"),
                "/bad": Served(b"oh", 500),
                "/html": Served(b"<p>no</p>"),
            }
        )
        urls = ("bad", "feed", "html")
        listed = "".join(f'[[feed]]\nurl = "{site.url}/{name}"\n' for name in urls) + '[[folder]]\npath = "nowhere"\n'
        looks = {one.feed.url.rsplit("/", 1)[1]: one for one in look(known, tmp_path, listed)}
        assert looks["feed"].found == 1
        assert "answers 500" in (looks["bad"].broken or "")
        assert "is no feed" in (looks["html"].broken or "")
        assert "is no folder" in (looks["nowhere"].broken or "")
        health = {f.url.rsplit("/", 1)[1]: s.health for f, s in app.feed_health(known, tmp_path / "feeds.toml")}
        assert health == {"bad": "broken", "feed": "fine", "html": "broken", "nowhere": "broken"}


def test_a_page_that_fails_is_tried_again_and_then_given_up(known: app.Knowledge, tmp_path: Path) -> None:
    with serve() as site:
        site.paths.update({"/feed": feed(site, "one", "gone"), "/one": Served(b"", 503)})
        listed = f'[[feed]]\nurl = "{site.url}/feed"\n'
        (first,) = look(known, tmp_path, listed)
        assert first.found == 0
        assert len(first.troubles) == 2
        site.paths["/one"] = story("one")
        (second,) = look(known, tmp_path, listed)
        assert second.found == 1
        assert site.count("/gone") == 1, "an address that is not there is not asked for again"


def test_a_page_that_robots_forbid_is_taken_from_a_whole_feed(known: app.Knowledge, tmp_path: Path) -> None:
    whole = STORY.format(title="one", size="5.6").partition("<body>")[2] * 2
    item = "<item><title>Quake near Lisbon</title><link>{0}/one</link><description>{1}</description></item>"
    with serve({"/robots.txt": Served(b"User-agent: *\nDisallow: /one\n")}) as site:
        site.paths["/feed"] = Served(RSS.format(items=item.format(site.url, f"<![CDATA[{whole}]]>")).encode())
        (first,) = look(known, tmp_path, f'[[feed]]\nurl = "{site.url}/feed"\noutlet = "The Whole"\n')
        assert (first.found, site.count("/one")) == (1, 0)
    assert known.reports().reports[0].outlet == "The Whole"


def test_a_sitemap_and_a_folder(known: app.Knowledge, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Flood in Lisbon\n\nTwo people drowned in Lisbon on Tuesday, police said.\n")
    (tmp_path / "in" / "bad.txt").write_bytes(b"")
    with serve() as site:
        index = f"<sitemapindex><sitemap><loc>{site.url}/map.xml</loc></sitemap></sitemapindex>"
        inner = f"<urlset><url><loc>{site.url}/one</loc></url></urlset>"
        site.paths.update(
            {"/index.xml": Served(index.encode()), "/map.xml": Served(inner.encode()), "/one": story("one")}
        )
        listed = f'[[sitemap]]\nurl = "{site.url}/index.xml"\n[[folder]]\npath = "in"\n'
        folder, sitemap = look(known, tmp_path, listed)
        assert (folder.found, sitemap.found) == (1, 1)
        assert "is empty" in folder.troubles[0]
        again, _ = look(known, tmp_path, listed)
        assert (again.found, again.troubles) == (0, ()), "neither the good nor the bad file is read twice"


def test_from_arrival_to_a_changed_picture_in_two_seconds(known: app.Knowledge, tmp_path: Path) -> None:
    with serve() as site:
        site.paths.update({"/feed": feed(site, "one"), "/one": story("one"), "/two": story("two")})
        listed = f'[[feed]]\nurl = "{site.url}/feed"\n'
        look(known, tmp_path, listed)  # the parser is loaded once a run
        site.paths["/feed"] = feed(site, "two", "one")
        token = known.tally().token
        started = time.perf_counter()
        look(known, tmp_path, listed)
        assert known.changes(token), "the second report changes the picture of the quake"
        assert time.perf_counter() - started < 2.0
