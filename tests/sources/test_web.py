"""Pages over HTTP against a real server on loopback: what is fetched, and every limit that holds."""

from __future__ import annotations

import gzip
import time
import zlib
from typing import Any

import anyio
import pytest

from crosswire.errors import UnreadableInputError
from crosswire.sources.web import Answer, Limits, PassingError, open_fetcher
from crosswire.sources.web_addresses import is_global
from crosswire.sources.web_manners import Manners
from tests.sources.web_server import Served, Site, serve

OWN = Limits(sent=200_000, unfolded=400_000, seconds=2.0, redirects=3, private=True)


def fetch(url: str, limits: Limits = OWN, headers: dict[str, str] | None = None) -> Answer:
    async def run() -> Answer:
        async with open_fetcher(limits) as fetcher:
            return await fetcher.get(url, headers)

    return anyio.run(run)


def refused(url: str, limits: Limits = OWN) -> UnreadableInputError:
    with pytest.raises(UnreadableInputError) as caught:
        fetch(url, limits)
    return caught.value


@pytest.mark.parametrize(
    ("address", "is_open"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("127.8.8.8", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("172.32.0.1", True),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - an address to refuse, nothing binds to it
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_which_addresses_are_open(address: str, is_open: bool) -> None:
    assert is_global(address) is is_open


def test_a_page() -> None:
    with serve({"/a": Served(b"<p>Hello</p>", headers={"Content-Type": "text/html; charset=utf-8"})}) as site:
        answer = fetch(f"{site.url}/a")
    assert (answer.body, answer.status, answer.media) == (b"<p>Hello</p>", 200, "text/html")


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433"])  # noqa: S104 - as above
def test_the_own_network_is_refused_unless_allowed(name: str) -> None:
    error = refused(f"http://{name}:9/", Limits())
    assert "public address" in str(error) or "cannot be reached" in str(error)
    if name != "[::1]":
        assert not isinstance(error, PassingError)


def test_a_redirect_into_the_own_network_is_refused_although_the_first_address_was_fine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The first hop is let through by name, as a public site would be; the second is an address of this machine."""
    with serve({"/": Served(status=302, headers={"Location": "http://127.0.0.2:9/secret"})}) as site:
        monkeypatch.setattr("crosswire.sources.web_addresses.is_global", lambda ip: ip == "127.0.0.1")
        error = refused(f"{site.url}/", Limits())
    assert "127.0.0.2" in str(error)


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/", "gopher://127.0.0.1/", "javascript:1"])
def test_redirects_to_other_schemes_are_refused(target: str) -> None:
    with serve({"/": Served(status=301, headers={"Location": target})}) as site:
        assert "no address of the web" in str(refused(f"{site.url}/"))


def test_endless_redirects_end() -> None:
    with serve({"/": Served(status=302, headers={"Location": "/"})}) as site:
        assert "redirected more than 3 times" in str(refused(f"{site.url}/"))
        assert site.count("/") == 4


def test_redirects_are_followed_and_the_last_address_is_told() -> None:
    with serve({"/a": Served(status=307, headers={"Location": "b"}), "/b": Served(b"there")}) as site:
        answer = fetch(f"{site.url}/a")
    assert answer.body == b"there"
    assert answer.url.endswith("/b")


def test_a_long_page_is_cut_off_as_it_comes() -> None:
    def endless(out: Any) -> None:
        for _ in range(1000):
            out.write(b"x" * 10_000)

    with serve({"/": Served(endless)}) as site:
        assert "is longer than" in str(refused(f"{site.url}/"))


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, lambda b: zlib.compress(b)[2:-4]])
def test_packed_pages_are_unfolded(pack: Any) -> None:
    name = "gzip" if pack is gzip.compress else "deflate"
    with serve({"/": Served(pack(b"words " * 1000), headers={"Content-Encoding": name})}) as site:
        assert fetch(f"{site.url}/").body == b"words " * 1000


def test_a_gzip_bomb_stays_folded() -> None:
    bomb = gzip.compress(b"\0" * 100_000_000)
    assert len(bomb) < OWN.sent
    with serve({"/": Served(bomb, headers={"Content-Encoding": "gzip"})}) as site:
        started = time.perf_counter()
        assert "is longer than" in str(refused(f"{site.url}/"))
    assert time.perf_counter() - started < 2.0


def test_a_slow_server_is_left_after_the_time() -> None:
    def drip(out: Any) -> None:
        for _ in range(100):
            out.write(b"x")
            out.flush()
            time.sleep(0.05)

    with serve({"/": Served(drip)}) as site:
        error = refused(f"{site.url}/", Limits(seconds=0.4, private=True))
    assert isinstance(error, PassingError)
    assert "no whole answer within 0.4 s" in str(error)


@pytest.mark.parametrize(
    ("status", "passes", "words"),
    [(404, False, "answers 404"), (403, False, "not for everybody"), (503, True, "answers 503"), (429, True, "429")],
)
def test_answers_that_are_no_page(status: int, passes: bool, words: str) -> None:
    with serve({"/": Served(b"no", status, {"Retry-After": "120"})}) as site:
        error = refused(f"{site.url}/")
    assert isinstance(error, PassingError) is passes
    assert words in str(error)
    if isinstance(error, PassingError):
        assert error.wait == 120


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.example/",
        "file:///etc/passwd",
        "http://",
        "https://user:secret@a.example/",
        "no address",
        "http://[::1/",
    ],
)
def test_what_is_no_address_of_the_web(url: str) -> None:
    assert not isinstance(refused(url), PassingError)


def test_a_host_that_is_down_is_told_as_passing() -> None:
    assert isinstance(refused("http://127.0.0.1:9/"), PassingError)


def test_only_what_is_new_is_sent() -> None:
    with serve({"/": Served(b"words", headers={"ETag": '"1"'})}) as site:
        assert fetch(f"{site.url}/").headers["etag"] == '"1"'
        assert fetch(f"{site.url}/", headers={"if-none-match": '"1"'}).unchanged


# --- manners ------------------------------------------------------------------------------------------------------


def politely(site: Site, *paths: str, pause: float = 0.0) -> list[Answer | UnreadableInputError]:
    async def run() -> list[Answer | UnreadableInputError]:
        found: list[Answer | UnreadableInputError] = []
        async with open_fetcher(OWN) as fetcher:
            manners = Manners(fetcher, pause)
            for path in paths:
                try:
                    found.append(await manners.get(site.url + path))
                except UnreadableInputError as error:
                    found.append(error)
        return found

    return anyio.run(run)


def test_robots_are_heeded_and_asked_once() -> None:
    rules = b"User-agent: *\nDisallow: /private\n\nUser-agent: crosswire\nDisallow: /not-us\n"
    pages = {"/robots.txt": Served(rules), "/a": Served(b"a"), "/not-us": Served(b"b"), "/private": Served(b"c")}
    with serve(pages) as site:
        a, not_us, private = politely(site, "/a", "/not-us", "/private")
        assert isinstance(a, Answer)
        assert isinstance(not_us, UnreadableInputError)
        assert isinstance(private, Answer), "the rules for us replace those for all"
        assert site.count("/robots.txt") == 1
        assert site.count("/not-us") == 0


def test_a_host_without_robots_is_open_and_one_that_cannot_say_is_not_asked() -> None:
    with serve({"/a": Served(b"a")}) as site:
        assert isinstance(politely(site, "/a")[0], Answer)
    with serve({"/robots.txt": Served(b"", 500), "/a": Served(b"a")}) as site:
        assert isinstance(politely(site, "/a")[0], PassingError)
        assert site.count("/a") == 0


def test_a_host_is_given_a_pause() -> None:
    with serve({"/a": Served(b"a"), "/b": Served(b"b")}) as site:
        started = time.perf_counter()
        politely(site, "/a", "/b", pause=0.3)
    assert time.perf_counter() - started >= 0.3
