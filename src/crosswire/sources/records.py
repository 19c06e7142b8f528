"""JSON and JSON lines -> Fetched records. What the fields mean is for the reports step; here they are only parted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from crosswire.errors import UnreadableInputError
from crosswire.model import Fetched, Given
from crosswire.sources.sniff import LIMIT

Found = Fetched | UnreadableInputError

# The keys under which exports and news interfaces keep their list of articles.
_LISTS = ("reports", "articles", "items", "results", "documents", "docs", "entries", "data", "value")


def read_json(content: bytes, name: str, given: Given) -> Iterator[Found]:
    """The records of one JSON document: an object, a list of objects, or an object that holds such a list."""
    try:
        value = json.loads(content)
    except RecursionError:
        yield UnreadableInputError(
            name, "is nested too deeply", "give one object or a list of objects, each with a text"
        )
        return
    except ValueError as error:
        yield UnreadableInputError(
            name, f"is not valid JSON ({_reason(error)})", "mend the file, or rename it to .txt if it is no JSON"
        )
        return
    items = _items(value)
    if not items:
        yield UnreadableInputError(name, "holds no report", 'give an object with a "text", or a list of such objects')
    for number, item in enumerate(items, 1):
        where = name if len(items) == 1 else f"{name} (item {number})"
        yield _record(item, json.dumps(item).encode(), where, given)


def read_lines(lines: BinaryIO, name: str, given: Given) -> Iterator[Found]:
    """The records of JSON lines, read as they come; an invalid line is told by its number and the rest goes on."""
    seen = False
    for number, line in enumerate(_lines(lines), 1):
        if not line.strip():
            continue
        seen = True
        yield _line(line, f"{name}:{number}", given)
    if not seen:
        yield UnreadableInputError(name, "is empty", "give one JSON object a line")


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream, each cut behind the limit, so that a file without line ends does not fill the memory."""
    while line := stream.readline(LIMIT + 1):
        yield line
        while len(line) > LIMIT and not line.endswith(b"\n"):
            line = stream.readline(LIMIT + 1)


def _line(line: bytes, where: str, given: Given) -> Found:
    if len(line) > LIMIT:
        return UnreadableInputError(
            where, f"is longer than {LIMIT // 1_000_000} MB", "split it into one line per report"
        )
    try:
        record = json.loads(line.strip())
    except RecursionError:
        return UnreadableInputError(where, "is nested too deeply", "give one object a line, each with a text")
    except ValueError as error:
        return UnreadableInputError(where, f"is not valid JSON ({_reason(error)})", "mend or remove this line")
    return _record(record, line.strip(), where, given)


def _record(value: object, content: bytes, where: str, given: Given) -> Found:
    if not isinstance(value, dict):
        return UnreadableInputError(where, "is no JSON object", 'give an object with a "text"')
    return Fetched(where, content, "record", given)


def _items(value: object) -> list[object]:
    """A list's items, those of the list inside an object that has no text itself, or the one value."""
    if isinstance(value, dict) and "text" not in value:
        return next((inner for key in _LISTS if isinstance(inner := value.get(key), list)), [value])
    return value if isinstance(value, list) else [value]


def _reason(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        where = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        return f"{where}: {error.msg.lower()}"
    if isinstance(error, UnicodeDecodeError):
        return "not encoded as UTF-8"
    return str(error)[:100].lower()
