"""WARC archives -> captured pages, and in the place of each record that is none the reason why.

Archives come from outside and are often cut or damaged. A record whose length is wrong, or bytes that do not unpack,
end nothing: reading goes on at the next record that can be found behind it.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from fastwarc.stream_io import BrotliReader
from fastwarc.warc import ArchiveIterator, WarcRecord

from crosswire.sources.reach import is_address, is_local, reach

LIMIT = 10_000_000  # bytes of a page: a news page has 0.2 MB, and no article needs more
MOST = 3 * LIMIT  # bytes of a record that are read at all
CHUNK = 1 << 20
GZIP = b"\x1f\x8b\x08"
WARC = b"WARC/"
INSIDE = b"\r\n\r\nWARC/1."  # in a record's block: its length is wrong and the next record was taken with it
HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Captured:
    """A page as it was captured. `where` is FILE:OFFSET of its record; `charset` is what its server said."""

    where: str
    url: str
    at: datetime
    content: bytes
    charset: str | None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A record that gives no page. `named` where its owner may want to know which it was: it is broken."""

    where: str
    why: str
    named: bool = False


def find_archives(path: Path) -> list[Path]:
    """The archives that a path means: itself, those in a folder, or those that a list names, one a line."""
    if is_archive(path) and not (is_local(path) and path.is_dir()):
        return [path]
    if path.is_dir():
        return sorted(p for p in path.rglob("*") if is_archive(p) and p.is_file())
    if not path.is_file():
        return [path]
    lines = (line.strip() for line in path.read_text("utf-8", "replace").splitlines())
    named = [line for line in lines if line and not line.startswith("#")]
    return [reach(line) if is_address(line) else path.parent / line for line in named]


def is_archive(path: Path) -> bool:
    """Whether a file is called as archives are."""
    return path.name.lower().endswith((".warc", ".warc.gz", ".warc.zst"))


def read_archive(path: Path, name: str | None = None) -> Iterator[Captured | Dropped]:
    """The records of an archive in order; `name` stands for it in their places. Raises OSError: it cannot be read."""
    name = name or path.name
    with path.open("rb") as stream:
        start: int | None = 0
        if path.stat().st_size == 0:
            yield Dropped(name, "empty file", named=True)
            return
        while start is not None:
            stream.seek(start)
            broken_at = yield from _records(stream, name, start)
            start = None if broken_at is None else _next_record(stream, broken_at + 1)


def _records(stream: BinaryIO, name: str, start: int) -> Generator[Captured | Dropped, None, int | None]:
    """Records from an offset on, until the end (returns None) or a broken one (returns its offset)."""
    at = start
    try:
        for record in ArchiveIterator(stream, parse_http=False):
            at = record.stream_pos
            found = _read(record, f"{name}:{at}")
            yield found or Dropped(f"{name}:{at}", "wrong length", named=True)
            # What a record's length says is not to be trusted here: going by it could lead past all that follows.
            if found is None or record.content_length > MOST:
                return at
    except (OSError, ValueError, EOFError):
        yield Dropped(f"{name}:{at}", "broken record", named=True)
        return at
    return None


def _read(record: WarcRecord, where: str) -> Captured | Dropped | None:
    """The page of a record, why there is none, or None where the record's length is wrong."""
    kind = str(record.headers.get("WARC-Type", "unknown"))
    if record.content_length > MOST:
        return Dropped(where, "too long", named=True)
    if kind != "response":
        return Dropped(where, f"{kind} record")
    block = bytes(record.reader.read())
    if len(block) < record.content_length or INSIDE in block:
        return None
    head, _, body = block.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    told = {k.strip().lower(): v.strip() for k, _, v in (line.partition(":") for line in lines[1:])}
    media, _, rest = told.get("content-type", "").partition(";")
    if " 200" not in lines[0]:
        return Dropped(where, "no answer of 200")
    if media.strip().lower() not in HTML:
        return Dropped(where, "no HTML")
    return _page(record, where, (told, rest), body)


def _page(record: WarcRecord, where: str, said: tuple[dict[str, str], str], body: bytes) -> Captured | Dropped:
    told, rest = said
    if len(body) > LIMIT:
        return Dropped(where, "too long", named=True)
    if told.get("transfer-encoding", "").lower() == "chunked":
        body = dechunked(body)
    body = unpacked(body, told.get("content-encoding", "").lower())
    if len(body) > LIMIT:
        return Dropped(where, "too long", named=True)
    if not body.strip():
        return Dropped(where, "empty page")
    at = record.record_date
    if at is None:
        return Dropped(where, "no date", named=True)
    charset = rest.partition("charset=")[2].split(";")[0].strip(" \"'") if "charset=" in rest else None
    url = str(record.headers.get("WARC-Target-URI", "")).strip("<>")
    return Captured(where, url, at if at.tzinfo else at.replace(tzinfo=UTC), body, charset or None)


def dechunked(body: bytes) -> bytes:
    """A chunked body put together; as it is where it is not chunked, as archives that undo it forget to say."""
    parts: list[bytes] = []
    at = 0
    while at < len(body):
        end = body.find(b"\r\n", at, at + 200)
        size = body[at:end].split(b";")[0].strip() if end > 0 else b"x"
        try:
            length = int(size, 16)
        except ValueError:
            return b"".join(parts) or body
        if length <= 0:
            break
        parts.append(body[end + 2 : end + 2 + length])
        at = end + 2 + length + 2
    return b"".join(parts)


def unpacked(body: bytes, encoding: str) -> bytes:
    """A compressed body unpacked, up to one byte over the limit; as it is where it does not unpack."""
    try:
        if encoding in ("gzip", "x-gzip", "deflate") or body.startswith(GZIP):
            return zlib.decompressobj(47).decompress(body, LIMIT + 1)
        if encoding == "br":
            return bytes(BrotliReader(io.BytesIO(body)).read(LIMIT + 1))
    except (zlib.error, OSError, ValueError):
        return body
    return body


def _next_record(stream: BinaryIO, start: int) -> int | None:
    """Where the next record after an offset begins: a gzip member that unpacks to one, or its first line."""
    stream.seek(0)
    mark = GZIP if stream.read(3) == GZIP else WARC + b"1."
    at, held = start, b""
    stream.seek(start)
    while chunk := stream.read(CHUNK):
        held += chunk
        found = held.find(mark)
        while found >= 0:
            if mark != GZIP or _opens_record(stream, at + found):
                return at + found
            found = held.find(mark, found + 1)
        keep = len(mark) - 1
        at, held = at + len(held) - keep, held[-keep:]
        stream.seek(at + keep)
    return None


def _opens_record(stream: BinaryIO, at: int) -> bool:
    stream.seek(at)
    try:
        return zlib.decompressobj(31).decompress(stream.read(512), 16).startswith(WARC)
    except zlib.error:
        return False
