"""Archives of a million pages in an hour: what tells of no event is drawn from a pool of pages, compressed once each.

A record's gzip member is its head and then a page that was compressed before: deflate streams may follow one another.
What reads the archive cannot tell and does not gain by it: every record is unpacked and looked at by itself.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from benchmarks.archive_made import Page, pages, write_archive

POOL = 400  # pages that tell of nothing, 0.05 GB in each process
HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x04\xff"  # of a gzip member: no name, no time, fastest
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
END = b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Pressed:
    """A page as it stands in an archive, and as it is compressed there with the end of its record."""

    content: bytes
    compressed: bytes


def write_from_pool(folder: Path, number: int, made: tuple[int, int, int]) -> Path:
    """Write one of the archives, whole or not at all; `made`: pages, days and files in all."""
    return write_archive(folder, number, made, _pooled)


def _pooled(page: Page) -> bytes:
    return record(page.url, page.at, _pressed(page) if page.event is not None else drawn(_number(page)))


def _number(page: Page) -> int:
    return int(page.url.rpartition("/")[2]) % POOL


@cache
def drawn(number: int) -> Pressed:
    """One of the pool."""
    return _pressed(next(iter(pages(20 * POOL, 1, [20 * number]))))


def _pressed(page: Page) -> Pressed:
    return Pressed(page.html, _deflated(page.html + END, zlib.Z_FINISH))


def record(url: str, at: datetime, page: Pressed) -> bytes:
    """The record of a captured page as a gzip member."""
    length = len(HTTP) + len(page.content)
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: {at:%Y-%m-%dT%H:%M:%SZ}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {length}\r\n\r\n"
    ).encode() + HTTP
    check = zlib.crc32(END, zlib.crc32(page.content, zlib.crc32(head)))
    size = len(head) + len(page.content) + len(END)
    return HEAD + _deflated(head, zlib.Z_SYNC_FLUSH) + page.compressed + struct.pack("<LL", check, size)


def _deflated(content: bytes, flush: int) -> bytes:
    made = zlib.compressobj(1, zlib.DEFLATED, -15)
    return made.compress(content) + made.flush(flush)
