"""JSON and JSON lines -> Fetched records. What the fields mean is for the reports step; here they are only parted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

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
        yield UnreadableInputError(name, "is nested too deeply", "give one object or a list of objects, each with a text")
        return
    except ValueError as error:
        yield UnreadableInputError(name, f"is not valid JSON ({_reason(error)})", "mend the file, or rename it to .txt if it is no JSON")
        return
    records = _records(value)
    if not records:
        yield UnreadableInputError(name, "holds no report", 'give an object with a "text", or a list of such objects')
    for number, record in enumerate(records, 1):
        where = name if len(records) == 1 else f"{name} (item {number})"
        yield Fetched(where, json.dumps(record).encode(), "record", given)


def read_lines(lines: Iterable[bytes], name: str, given: Given) -> Iterator[Found]:
    """The records of JSON lines, read as they come; an invalid line is told by its number and the rest goes on."""
    seen = False
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        seen = True
        yield _line(line, f"{name}:{number}", given)
    if not seen:
        yield UnreadableInputError(name, "is empty", "give one JSON object a line")


def _line(line: bytes, where: str, given: Given) -> Found:
    if len(line) > LIMIT:
        return UnreadableInputError(where, f"is longer than {LIMIT // 1_000_000} MB", "split it into one line per report")
    try:
        record = json.loads(line)
    except RecursionError:
        return UnreadableInputError(where, "is nested too deeply", "give one object a line, each with a text")
    except ValueError as error:
        return UnreadableInputError(where, f"is not valid JSON ({_reason(error)})", "mend or remove this line")
    if not isinstance(record, dict):
        return UnreadableInputError(where, "is no JSON object", 'give one object a line, each with a "text"')
    return Fetched(where, line.strip(), "record", given)


def _records(value: object) -> list[dict[str, object]]:
    if isinstance(value, dict):
        if "text" not in value and (inner := next((value[key] for key in _LISTS if isinstance(value.get(key), list)), None)):
            return _records(inner)
        return [value]
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _reason(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno}, column {error.colno}: {error.msg.lower()}"
    if isinstance(error, UnicodeDecodeError):
        return "not encoded as UTF-8"
    return str(error)[:100].lower()
