"""What to watch, as a file: feeds.toml of our own form, or OPML as feed readers export it.

```toml
every = "10m"                     # for all that say nothing else

[[feed]]
url = "https://example.org/world.xml"
outlet = "Example Gazette"        # where the pages do not say it
every = "5m"

[[sitemap]]
url = "https://example.org/news-sitemap.xml"

[[folder]]
path = "incoming"                 # beside this file
```
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

from lxml import etree

from crosswire.errors import BadDataError, UnreadableInputError
from crosswire.model import Feed, FeedKind
from crosswire.sources.web import check_address

KINDS: tuple[FeedKind, ...] = ("feed", "sitemap", "folder")
EVERY = timedelta(minutes=15)
SHORTEST = timedelta(seconds=10)
LENGTH = re.compile(r"(\d+)\s*(s|m|h|d)")
UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
KEYS = {"url", "path", "outlet", "every", "pages"}


def load_feeds(path: Path) -> tuple[Feed, ...]:
    """The feeds of a TOML or OPML file, each address once. Raises BadDataError, naming the place."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadDataError(f"{path}: cannot be read ({error.strerror}); check the path") from None
    found = _opml(content, path) if content.lstrip()[:1] == b"<" else _toml(content, path)
    feeds = tuple({feed.url: feed for feed in found}.values())
    if not feeds:
        raise BadDataError(f"{path}: names nothing to watch; add a [[feed]] with its url")
    return feeds


def length_of(told: object, where: str) -> timedelta:
    """ "90s", "10m", "2h", "1d" -> a length of time. Raises BadDataError."""
    match = LENGTH.fullmatch(told.strip()) if isinstance(told, str) else None
    if match is None:
        raise BadDataError(f'{where}: {told!r} is no length of time; write "90s", "10m", "2h" or "1d"')
    length = timedelta(**{UNITS[match[2]]: int(match[1])})
    if not SHORTEST <= length <= timedelta(days=31):
        raise BadDataError(f"{where}: {told!r} is not between ten seconds and a month")
    return length


def _toml(content: bytes, path: Path) -> Iterator[Feed]:
    try:
        table = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadDataError(f"{path}: is no valid TOML ({error}); mend it") from None
    every = length_of(table.pop("every"), f"{path}: every") if "every" in table else EVERY
    if unknown := sorted(set(table) - set(KINDS)):
        raise BadDataError(f"{path}: {unknown[0]!r} is not known; write [[feed]], [[sitemap]] or [[folder]]")
    for kind in KINDS:
        for number, one in enumerate(table.get(kind, ()), 1):
            yield _told(one, kind, every, f"{path}: {kind} {number}", path.parent)


def _told(one: object, kind: FeedKind, every: timedelta, where: str, beside: Path) -> Feed:
    if not isinstance(one, dict) or (unknown := sorted(set(one) - KEYS)):
        raise BadDataError(f"{where}: {unknown[0]!r} is not known; use {', '.join(sorted(KEYS))}")
    key = "path" if kind == "folder" else "url"
    address = one.get(key)
    if not isinstance(address, str) or not address.strip():
        raise BadDataError(f'{where}: has no {key}; add {key} = "..."')
    if kind == "folder":
        address = str(beside / address)
    else:
        try:
            check_address(address)
        except UnreadableInputError as error:
            raise BadDataError(f"{where}: {error}") from None
    length = length_of(one["every"], f"{where}: every") if "every" in one else every
    outlet = cast(Mapping[str, Any], one).get("outlet")
    return Feed(address.strip(), kind, length, str(outlet) if outlet else None, bool(one.get("pages", True)))


def _opml(content: bytes, path: Path) -> Iterator[Feed]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise BadDataError(f"{path}: is no valid OPML ({error}); export it anew") from None
    for outline in root.iter("outline"):
        address = outline.get("xmlUrl")
        if address and address.startswith(("http://", "https://")):
            yield Feed(address.strip(), outlet=outline.get("title") or outline.get("text"))
