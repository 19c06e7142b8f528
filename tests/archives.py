"""WARC files made for tests as Common Crawl writes them: each record a gzip member, a warcinfo first."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

AT = datetime(2026, 1, 29, 6, 0, tzinfo=UTC)
MENU = "".join(f'<li><a href="/{i}">Section {i}</a></li>' for i in range(20))


@dataclass(frozen=True)
class Answer:
    """One record: what is captured where, and how its server sent it."""

    url: str
    body: bytes
    at: datetime = AT
    kind: str = "response"
    status: str = "200 OK"
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),)
    length: int | None = None  # None: the true one

    def record(self) -> bytes:
        """The record as one gzip member."""
        sent = "".join(f"{name}: {value}\r\n" for name, value in self.headers)
        block = f"HTTP/1.1 {self.status}\r\n{sent}\r\n".encode() + self.body
        head = [
            "WARC/1.0",
            f"WARC-Type: {self.kind}",
            f"WARC-Record-ID: <urn:uuid:{uuid5(NAMESPACE_URL, self.url + self.kind)}>",
            f"WARC-Target-URI: {self.url}",
            f"WARC-Date: {self.at:%Y-%m-%dT%H:%M:%SZ}",
            f"Content-Type: application/http; msgtype={self.kind}",
            f"Content-Length: {len(block) if self.length is None else self.length}",
        ]
        return gzip.compress("\r\n".join(head).encode() + b"\r\n\r\n" + block + b"\r\n\r\n", 1, mtime=0)


def info() -> bytes:
    """The record that opens an archive."""
    block = b"software: made for tests\r\nformat: WARC File Format 1.0\r\n"
    head = (
        "WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        "WARC-Date: 2026-01-29T00:00:00Z\r\nContent-Type: application/warc-fields\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 1, mtime=0)


def write_archive(path: Path, answers: Iterable[Answer]) -> Path:
    """An archive of these answers."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(info() + b"".join(answer.record() for answer in answers))
    return path


def page(title: str, paragraphs: Iterable[str], published: datetime | None = None, site: str = "Example") -> bytes:
    """A news page with a menu, a footer and the article."""
    when = f'<meta property="article:published_time" content="{published.isoformat()}">' if published else ""
    text = "".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>{when}'
        f'<meta property="og:site_name" content="{escape(site)}"></head><body><nav><ul>{MENU}</ul></nav>'
        f"<main><article><h1>{escape(title)}</h1>{text}</article></main>"
        f"<footer><p>© {escape(site)}</p></footer></body></html>"
    ).encode()
