"""What some bytes are: the kind by a file's suffix, or by the content where there is no name to go by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Kind = Literal["text", "markdown", "html", "json", "lines"]

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
        ".html": "html", ".htm": "html", ".xhtml": "html", ".json": "json", ".jsonl": "lines", ".ndjson": "lines",
    }
)  # fmt: skip

# Files that stand beside reports and hold none: settings, code, styles. They are passed over without a word; any other
# kind that is not read (.pdf, .docx, .eml) may hold a report that the user expects to see.
BESIDE = frozenset(
    {
        ".toml", ".yaml", ".yml", ".ini", ".cfg", ".conf", ".lock", ".log", ".py", ".pyc", ".sh", ".js", ".mjs", ".map",
        ".css", ".scss", ".woff", ".woff2", ".ttf", ".ico", ".svg",
    }
)  # fmt: skip

# Bytes of one report: the longest real ones (court rulings, inquiries) stay under two million.
LIMIT = 8_000_000
# Bytes of a JSON list, which has to be parsed as a whole.
LIST_LIMIT = 64_000_000

_PAGE = re.compile(
    rb"(?is)(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)?"
    rb"<(?:!doctype\s+html|html|head|body|article)\b"
)
_SIGNATURES = (
    b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF",
    b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x7fELF", b"\xd0\xcf\x11\xe0",
)  # fmt: skip
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b"))
_SAMPLE = 65_536


def sniff(content: bytes) -> Kind:
    """The kind of a nameless text: a page by its first tag, JSON by its first bracket, else plain text."""
    start = content[:_SAMPLE].lstrip(b"\xef\xbb\xbf \t\r\n")
    if _PAGE.match(start[:8192]):
        return "html"
    head = start[:1]
    if head == b"[":
        return "json"
    if head == b"{":
        first, _, rest = content.strip().partition(b"\n")
        # One object a line, or one object over many lines.
        return "lines" if first.rstrip().endswith(b"}") and rest.lstrip()[:1] == b"{" else "json"
    return "text"


def is_binary(content: bytes) -> bool:
    """Whether the bytes are no text: a known signature, or too many control characters for any text encoding.

    A stray NUL in a text is borne. UTF-16 and UTF-32, where every other byte may be NUL, are told by their even spread.
    """
    sample = content[:_SAMPLE]
    if sample.startswith(_SIGNATURES):
        return True
    if sample.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return False
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > 2 + len(sample) // 100 and wide(sample) is None


def wide(sample: bytes) -> str | None:
    """The UTF-16 form of bytes without a byte order mark whose NULs stand nearly all in one half of each pair."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    pairs = max(1, len(sample) // 2)
    if odd > 0.6 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.6 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return None
