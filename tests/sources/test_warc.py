"""Archives as they come: good records, and all that goes wrong with them."""

from __future__ import annotations

import gzip
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from crosswire.sources.warc import LIMIT, Captured, Dropped, dechunked, find_archives, read_archive
from tests.archives import AT, Answer, info, write_archive

HTML = b"<html>hello</html>"
GOOD = [Answer(f"http://a.example/{n}", b"<html>hello %d</html>" % n) for n in range(3)]
TYPE = ("Content-Type", "text/html; charset=utf-8")


def read(path: Path, content: bytes) -> list[Captured | Dropped]:
    path.write_bytes(content)
    return list(read_archive(path))


def one(tmp_path: Path, answer: Answer) -> Captured | Dropped:
    """What a record gives; the good one behind it is always read."""
    found = read(tmp_path / "a.warc.gz", answer.record() + GOOD[0].record())
    assert isinstance(found[-1], Captured)
    assert found[-1].content == GOOD[0].body
    assert len(found) == 2
    return found[0]


def test_pages_with_where_when_and_charset(tmp_path: Path) -> None:
    found = list(read_archive(write_archive(tmp_path / "a.warc.gz", GOOD)))
    assert found[0] == Dropped("a.warc.gz:0", "warcinfo record")
    pages = [p for p in found if isinstance(p, Captured)]
    assert [p.content for p in pages] == [a.body for a in GOOD]
    assert pages[0].where == f"a.warc.gz:{len(info())}"
    assert (pages[0].url, pages[0].at, pages[0].charset) == ("http://a.example/0", AT, "utf-8")


def test_archives_without_compression(tmp_path: Path) -> None:
    found = read(tmp_path / "a.warc", b"".join(gzip.decompress(a.record()) for a in GOOD))
    assert [p.content for p in found if isinstance(p, Captured)] == [a.body for a in GOOD]


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ((("Transfer-Encoding", "chunked"),), b"6\r\n<html>\r\n5;x=1\r\nhello\r\n7\r\n</html>\r\n0\r\n\r\n"),
        ((("Transfer-Encoding", "chunked"),), HTML),  # put together already, as some crawlers write it
        ((("Content-Encoding", "gzip"),), gzip.compress(HTML)),
        ((("Content-Encoding", "gzip"),), HTML),
        ((("Content-Encoding", "br"),), HTML),
        ((("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")), gzip.compress(HTML)),
    ],
)
def test_what_its_server_did_to_a_body_is_undone(
    tmp_path: Path, headers: tuple[tuple[str, str], ...], body: bytes
) -> None:
    found = one(tmp_path, Answer("http://a.example/x", body, headers=(TYPE, *headers)))
    assert isinstance(found, Captured)
    assert found.content == HTML


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Answer("http://a.example/x", HTML, kind="request"), "request record"),
        (Answer("http://a.example/x", b"", kind="revisit"), "revisit record"),
        (Answer("http://a.example/x", HTML, status="404 Not Found"), "no answer of 200"),
        (Answer("http://a.example/x", HTML, headers=(("Content-Type", "image/png"),)), "no HTML"),
        (Answer("http://a.example/x", HTML, headers=()), "no HTML"),
        (Answer("http://a.example/x", b" \n"), "empty page"),
        (Answer("http://a.example/x", b"<p>" + b"a" * LIMIT), "too long"),
        (Answer("http://a.example/x", b"<p>" + b"a" * (5 * LIMIT)), "too long"),  # 50 MB
        (Answer("http://a.example/x", HTML, length=5_000), "wrong length"),
    ],
)
def test_records_that_give_no_page(tmp_path: Path, answer: Answer, why: str) -> None:
    found = one(tmp_path, answer)
    assert isinstance(found, Dropped)
    assert found.why == why


def test_a_compressed_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = gzip.compress(b"<html>" + b"a" * 30 * LIMIT, 9)
    found = one(tmp_path, Answer("http://a.example/x", bomb, headers=(TYPE, ("Content-Encoding", "gzip"))))
    assert found == Dropped("a.warc.gz:0", "too long", named=True)


def test_a_record_said_to_be_huge_does_not_take_what_follows(tmp_path: Path) -> None:
    assert isinstance(one(tmp_path, replace(GOOD[1], length=10**12)), Dropped)


def parts() -> tuple[bytes, bytes, bytes]:
    a, b, c = (answer.record() for answer in GOOD)
    return a, b, c


@pytest.mark.parametrize(
    ("content", "kept", "why"),
    [
        (b"", 0, "empty file"),
        (b"hello world " * 200, 0, "broken record"),
        (b"".join(parts())[:-40], 2, "wrong length"),  # cut
        (parts()[0] + parts()[1][:60] + b"\0" * 20 + parts()[1][80:] + parts()[2], 2, "broken record"),
        (parts()[0] + b"hello world " * 200 + parts()[1] + parts()[2], 3, "broken record"),
        (parts()[0] + replace(GOOD[1], length=70).record() + parts()[2], 3, "broken record"),
    ],
)
def test_damaged_archives_lose_only_what_is_damaged(tmp_path: Path, content: bytes, kept: int, why: str) -> None:
    found = read(tmp_path / "a.warc.gz", content)
    assert sum(isinstance(f, Captured) for f in found) == kept
    assert [f.why for f in found if isinstance(f, Dropped)] == [why]
    assert all(f.named for f in found if isinstance(f, Dropped))


@pytest.mark.parametrize("body", [b"zz\r\nx", b"5\r\nhel", b"", b"-5\r\nhello"])
def test_chunks_that_are_none(body: bytes) -> None:
    assert len(dechunked(body)) <= len(body)


def test_folders_and_lists(tmp_path: Path) -> None:
    paths = [write_archive(tmp_path / name, GOOD) for name in ("b.warc.gz", "deep/a.warc.gz")]
    (tmp_path / "readme.md").write_text("no archive")
    listing = tmp_path / "all.txt"
    listing.write_text("# two files\nb.warc.gz\n\ndeep/a.warc.gz\n")
    assert find_archives(tmp_path) == paths
    assert find_archives(listing) == paths
    assert Counter(find_archives(paths[0])) == {paths[0]: 1}
