"""The bytes of a feed -> its entries: RSS, Atom, JSON Feed, sitemaps (news sitemaps and indexes of sitemaps too).

A feed says what it likes: dates that cannot be, addresses of other schemes, entries without an address. What is no
plain fact is left out; what is no feed raises.
"""

from __future__ import annotations

import gzip
import io
import json
from calendar import timegm
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser
from lxml import etree

from crosswire.errors import UnreadableInputError

ENTRIES = 10_000  # more in one document is an archive, and is cut
EARLIEST, LATEST = 1990, 2100  # years a report can have appeared in on the web; others are a server's mistake
UNFOLDED = 50_000_000  # bytes of a packed sitemap
WHOLE = 600  # characters of a text in a feed that is an article, not a teaser


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a feed points to: an address, and what the feed says of it. `html` is the text it carries."""

    url: str
    title: str | None = None
    published: datetime | None = None
    html: str | None = None

    @property
    def is_whole(self) -> bool:
        """Whether the feed carries the article and not a teaser."""
        return self.html is not None and len(self.html) >= WHOLE


@dataclass(frozen=True, slots=True)
class Listing:
    """A feed's entries as they stand in it, the sitemaps that it points to, its title."""

    entries: tuple[Entry, ...]
    sitemaps: tuple[str, ...] = ()
    title: str | None = None


def read_listing(body: bytes, url: str) -> Listing:
    """The entries of a feed or sitemap found at `url`. Raises UnreadableInputError for what is neither."""
    if body[:2] == b"\x1f\x8b":
        body = _unpacked(body, url)
    head = body[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{"):
        return _json_feed(body, url)
    if b"<urlset" in head or b"<sitemapindex" in head:
        return _sitemap(body, url)
    return _feed(body, url)


def _unpacked(body: bytes, url: str) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(body)) as packed:
            unpacked = packed.read(UNFOLDED + 1)
    except (OSError, EOFError, ValueError):
        raise UnreadableInputError(url, "is packed wrongly", "try again later") from None
    if len(unpacked) > UNFOLDED:
        raise UnreadableInputError(url, f"unfolds to more than {UNFOLDED // 1_000_000} MB", "leave it out")
    return unpacked


# --- RSS and Atom -------------------------------------------------------------------------------------------------


def _feed(body: bytes, url: str) -> Listing:
    if b"<!ENTITY" in body:  # no feed needs entities of its own; what bombs are made of
        raise UnreadableInputError(url, "declares entities of its own", "leave it out")
    parse: Callable[..., Any] = vars(feedparser)["parse"]  # the library has no types
    try:
        parsed = parse(io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, RecursionError, LookupError) as error:
        raise UnreadableInputError(url, f"is no feed ({type(error).__name__})", "check the address") from None
    if not parsed.get("version") and not parsed.entries:
        raise UnreadableInputError(url, "is no feed (RSS, Atom, JSON Feed or sitemap)", "give the feed's own address")
    found = (_entry(one, url) for one in parsed.entries[:ENTRIES])
    return Listing(tuple(e for e in found if e is not None), title=_words(parsed.feed.get("title")))


def _entry(one: Mapping[str, Any], base: str) -> Entry | None:
    url = _address(one.get("link"), base)
    if url is None:
        return None
    contents = [c.get("value") or "" for c in one.get("content") or ()]
    html = max([*contents, one.get("summary") or ""], key=len)
    moment = one.get("published_parsed") or one.get("updated_parsed")
    return Entry(url, _words(one.get("title")), _moment(moment), html or None)


def _moment(parsed: Any) -> datetime | None:
    """A time as feedparser gives it (UTC), None where it cannot be one."""
    try:
        return _possible(datetime.fromtimestamp(timegm(parsed), UTC)) if parsed else None
    except (ValueError, OverflowError, OSError, TypeError):
        return None


# --- JSON Feed ----------------------------------------------------------------------------------------------------


def _json_feed(body: bytes, url: str) -> Listing:
    try:
        record = json.loads(body)
    except (ValueError, RecursionError):
        raise UnreadableInputError(url, "is no valid JSON", "check the address") from None
    items = record.get("items") if isinstance(record, dict) else None
    if not isinstance(items, list):
        raise UnreadableInputError(url, "is no JSON Feed (it has no items)", "give the feed's own address")
    found = (_json_entry(item, url) for item in items[:ENTRIES] if isinstance(item, dict))
    return Listing(tuple(e for e in found if e is not None), title=_words(record.get("title")))


def _json_entry(item: Mapping[str, Any], base: str) -> Entry | None:
    url = _address(item.get("url") or item.get("external_url") or item.get("id"), base)
    if url is None:
        return None
    html = item.get("content_html") or item.get("content_text") or item.get("summary")
    published = _iso(item.get("date_published") or item.get("date_modified"))
    return Entry(url, _words(item.get("title")), published, html if isinstance(html, str) else None)


# --- sitemaps -----------------------------------------------------------------------------------------------------


def _sitemap(body: bytes, url: str) -> Listing:
    """A sitemap, read as it streams by; entities stay unresolved and nothing is loaded from elsewhere."""
    entries: list[Entry] = []
    maps: list[str] = []
    try:
        steps = etree.iterparse(
            io.BytesIO(body), events=("end",), resolve_entities=False, no_network=True, load_dtd=False, recover=True
        )
        for _, element in steps:
            name = (
                element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
            )  # a broken page may have ":" for a tag
            if name in ("url", "sitemap"):
                _take(element, url, entries, maps)
                element.clear()
            if len(entries) + len(maps) >= ENTRIES:
                break
    except etree.XMLSyntaxError:
        if not entries and not maps:
            raise UnreadableInputError(url, "is no valid sitemap", "check the address") from None
    return Listing(tuple(entries), tuple(maps))


def _local(element: etree._Element) -> str:
    """An element's name without its namespace; of a broken page it may be any letters (":"), of a comment none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _take(element: etree._Element, base: str, entries: list[Entry], maps: list[str]) -> None:
    told = {_local(e): (e.text or "").strip() for e in reversed(list(element.iter())) if isinstance(e.tag, str)}
    address = _address(told.get("loc"), base)
    if address is None:
        return
    if _local(element) == "sitemap":
        maps.append(address)
    else:
        published = _iso(told.get("publication_date")) or _iso(told.get("lastmod"))
        entries.append(Entry(address, _words(told.get("title")), published))


# --- what all of them say -----------------------------------------------------------------------------------------


def _address(told: object, base: str) -> str | None:
    """An absolute address of the web without its fragment, None for anything else."""
    if not isinstance(told, str) or not told.strip():
        return None
    try:
        joined = urljoin(base, told.strip()).partition("#")[0]
        parts = urlsplit(joined)
    except ValueError:
        return None
    return joined if parts.scheme in ("http", "https") and parts.hostname and len(joined) < 2000 else None


def _words(told: object) -> str | None:
    words = " ".join(told.split())[:300] if isinstance(told, str) else ""
    return words or None


def _iso(told: object) -> datetime | None:
    if not isinstance(told, str):
        return None
    try:
        moment = datetime.fromisoformat(told.strip())
    except ValueError:
        return None
    return _possible(moment if moment.tzinfo else moment.replace(tzinfo=UTC))


def _possible(moment: datetime) -> datetime | None:
    return moment if EARLIEST <= moment.year <= LATEST else None


def newest_first(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    """Each address once; dated entries newest first, then the undated in the feed's order."""
    seen: set[str] = set()
    dated = sorted((e for e in entries if e.published), key=lambda e: e.published or datetime.min, reverse=True)
    for entry in (*dated, *(e for e in entries if not e.published)):
        if entry.url not in seen:
            seen.add(entry.url)
            yield entry
