"""What to watch, as a file; and when each is due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crosswire.errors import BadDataError
from crosswire.model import Feed
from crosswire.sources.feeds_due import after_failure, after_success, conditional, fresh
from crosswire.sources.feeds_list import load_feeds

NOW = datetime(2026, 1, 27, tzinfo=UTC)
GOOD = """every = "10m"
[[feed]]
url = "https://a.example/feed.xml"
outlet = "The A"
every = "90s"
[[feed]]
url = "https://a.example/feed.xml"
[[sitemap]]
url = "https://b.example/map.xml"
[[folder]]
path = "incoming"
"""
OPML = b"""<?xml version="1.0"?><opml version="2.0"><body><outline text="News">
<outline type="rss" text="A" xmlUrl="https://a.example/feed.xml"/><outline text="odd" xmlUrl="javascript:1"/>
</outline></body></opml>"""


def write(folder: Path, content: str | bytes, name: str = "feeds.toml") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_list(tmp_path: Path) -> None:
    feeds = load_feeds(write(tmp_path, GOOD))
    assert [(f.kind, f.url, f.every) for f in feeds] == [
        ("feed", "https://a.example/feed.xml", timedelta(minutes=10)),
        ("sitemap", "https://b.example/map.xml", timedelta(minutes=10)),
        ("folder", str(tmp_path / "incoming"), timedelta(minutes=10)),
    ]


def test_opml(tmp_path: Path) -> None:
    (feed,) = load_feeds(write(tmp_path, OPML, "feeds.opml"))
    assert (feed.url, feed.outlet) == ("https://a.example/feed.xml", "A")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "names nothing to watch"),
        ("[[feed]]\n", "feed 1: has no url"),
        ('[[feed]]\nurl = "ftp://a"\n', "no address of the web"),
        ('[[feed]]\nurl = "https://a.example"\nevry = "1m"\n', "'evry' is not known"),
        ('[[feeds]]\nurl = "https://a.example"\n', "'feeds' is not known"),
        ('every = "soon"\n[[feed]]\nurl = "https://a.example"\n', "no length of time"),
        ('every = "1s"\n[[feed]]\nurl = "https://a.example"\n', "between ten seconds and a month"),
        ("[[feed", "no valid TOML"),
        ("<opml><body>", "no valid OPML"),
        (b"\xff\xfe", "no valid TOML"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, content: str | bytes, words: str) -> None:
    with pytest.raises(BadDataError, match=words):
        load_feeds(write(tmp_path, content))


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(BadDataError, match="cannot be read"):
        load_feeds(tmp_path / "none.toml")


def test_due_times() -> None:
    feed = Feed("https://a.example/feed.xml", every=timedelta(minutes=10))
    state = fresh(feed, NOW)
    assert (state.due, state.health) == (NOW, "new")
    good = after_success(state, feed, NOW, {"etag": '"1"', "last-modified": "Tue"}, 3)
    assert timedelta(minutes=10) <= good.due - NOW <= timedelta(minutes=11)
    assert conditional(good) == {"if-none-match": '"1"', "if-modified-since": "Tue"}
    bad = after_failure(good, feed, NOW, "answers 500", None)
    worse = after_failure(bad, feed, NOW, "answers 500", None)
    assert bad.health == "broken"
    assert NOW < bad.due < worse.due
    assert after_failure(good, feed, NOW, "answers 429", 7200).due - NOW >= timedelta(hours=2)
    for _ in range(60):
        worse = after_failure(worse, feed, NOW, "answers 500", None)
    assert worse.due - NOW <= timedelta(days=1.1), "never given up"
    well = after_success(worse, feed, NOW, {}, 0)
    assert (well.health, well.trouble, well.etag) == ("fine", None, '"1"')
