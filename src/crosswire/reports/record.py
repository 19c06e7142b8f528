"""JSON records -> Raw: the fields exports use for text, title, outlet, address, date and author."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from htmldate.extractors import extract_url_date
from htmldate.utils import Extractor

from crosswire.errors import UnreadableInputError
from crosswire.reports.cards import without_cards
from crosswire.reports.dates import parse_moment
from crosswire.reports.decode import well_formed
from crosswire.reports.genre import genre_of_section
from crosswire.reports.lines import Draft, cut, drafts
from crosswire.reports.raw import Raw
from crosswire.reports.rules import Rules

_ANY_DAY = Extractor(False, datetime.max, datetime(1990, 1, 1), True, "%Y-%m-%d")


def read_record(content: bytes, where: str, rules: Rules) -> Raw:
    """The record's text as it stands in it but for `cards`, below its title where it does not begin with it, and its
    metadata.

    Raises UnreadableInputError where it is no JSON object or has no text.
    """
    record = _parse(content, where)
    text, warnings = well_formed(_string(record, "text", rules).removeprefix("\ufeff"))
    text = without_cards(text)
    if not text.strip():
        raise UnreadableInputError(where, "has no text", 'put the text of the report under "text"')
    named = {key: well_formed(_string(record, key, rules).strip())[0] for key in ("title", "outlet", "url", "byline")}
    found = {key: value for key, value in named.items() if value}
    genre = genre_of_section(_string(record, "genre", rules), rules.header)
    date = _value(record, "published", rules)
    published = parse_moment(date, rules)
    if published is None and date is not None:
        warnings = (*warnings, f"{where}: the date {str(date)[:40]!r} could not be read")
    in_address = parse_moment(extract_url_date(found.get("url"), _ANY_DAY), rules)
    known = dict.fromkeys([*found, *(["published"] if published else [])], "record")
    if published is None and in_address is not None:
        published, known["published"] = in_address, "address"
    text, told = _headed(text, found.get("title", ""))
    return Raw(text, told, published=published, genre=genre, known_by=known, warnings=warnings, **found)


def _headed(text: str, title: str) -> tuple[str, tuple[Draft, ...]]:
    """The text with its title as first line, as a page has it: the headline is what a report says first."""
    line = " ".join(title.split())
    if not line or _plain(text).startswith(_plain(line)):
        return text, tuple(drafts(text))
    behind = len(line) + 2
    below = (replace(draft, start=draft.start + behind, end=draft.end + behind) for draft in drafts(text))
    return f"{line}\n\n{text}", (*cut(line, Draft(0, len(line), "title")), *below)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def page_of(content: bytes, where: str, rules: Rules) -> str | None:
    """The HTML of a record that has a page and no text."""
    record = _parse(content, where)
    return None if _string(record, "text", rules).strip() else _string(record, "html", rules).strip() or None


def _parse(content: bytes, where: str) -> Mapping[str, object]:
    try:
        record = json.loads(content)
    except (ValueError, RecursionError):
        raise UnreadableInputError(where, "is not valid JSON", "mend or remove it") from None
    if not isinstance(record, dict):
        raise UnreadableInputError(where, "is no JSON object", 'give an object with a "text"')
    return record


def _value(record: Mapping[str, object], key: str, rules: Rules) -> object:
    return next((record[name] for name in rules.fields[key] if record.get(name) not in (None, "", [], {})), None)


def _string(record: Mapping[str, object], key: str, rules: Rules) -> str:
    """A field as one string: lists are joined, objects give their name ({"source": {"name": "Reuters"}})."""
    return _flat(_value(record, key, rules))


def _flat(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return next(
            (item for name in ("name", "title", "text", "value", "id") if isinstance(item := value.get(name), str)), ""
        )
    if isinstance(value, list):
        return ", ".join(part for item in value if isinstance(item, str | dict) and (part := _flat(item)))
    return ""
