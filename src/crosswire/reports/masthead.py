"""Names of outlets, told by the table or by their form: "Rhine Courier", "The Valley Tribune", "portledger.example"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from crosswire.reports.rules import Rules

_SITE = re.compile(r"(?:www\.)?(?:[a-z0-9-]{2,30}\.){1,3}[a-z]{2,8}")
_EDITION = re.compile(r"\s+(?:Online|\(\w+\)|Staff|Group)$|\.com$")
MOST_WORDS = 5


def outlet_name(words: str, known: Mapping[str, str], rules: Rules, *, sure: bool) -> str | None:
    """The outlet that some words name, by its canonical name where it is known, else as they stand; None for others.

    `sure`: whether a date or a byline stands beside them, so that a noun that ends other names too ("Post", "View") and
    a known name of one word ("Time", "Focus") will do.
    """
    if not words or len(words) > 60:
        return None
    found = known_name(words, known)
    if found is not None:
        return found if sure or " " in words else None
    if _SITE.fullmatch(words):
        return words.removeprefix("www.") if sure else None
    return _written(words, rules) if _is_masthead(words, rules, sure=sure) else None


def known_name(words: str, known: Mapping[str, str]) -> str | None:
    """The canonical name of a known outlet, whatever its article and, where it is all in capitals, its case."""
    return next((known[form] for form in _forms(words) if form in known), None)


def _forms(words: str) -> Iterator[str]:
    yield words
    yield words.lower()
    bare = words[4:] if words[:4].lower() == "the " else words
    yield bare
    yield f"The {bare}"
    if words.isupper() and " " in words:
        yield bare.title()
        yield f"The {bare.title()}"


def _is_masthead(words: str, rules: Rules, *, sure: bool) -> bool:
    header = rules.header
    parts = _EDITION.sub("", words).split()
    if not 2 <= len(parts) <= MOST_WORDS + 1:
        return False
    if not all(p[0].isupper() or p in header.joiners for p in parts) or not parts[-1][0].isupper():
        return False
    if sure and len(parts) > 2 and parts[1] == "of" and parts[0].lower() in header.rare | header.strong:
        return True  # "Times of Malta"
    last, before = parts[-1].lower(), [part.lower() for part in parts[:-1]]
    if last in header.rare:
        return sure or any(word not in header.joiners for word in before)
    if last not in header.strong and not (sure and last in header.weak):
        return False
    # "Hard Times", "World News": no word of theirs is a name.
    return any(word not in header.generic and word not in header.strong for word in before)


def _written(words: str, rules: Rules) -> str:
    """The name in ordinary case where the page sets it in capitals."""
    if not words.isupper():
        return words
    low = (part.lower() for part in words.split())
    named = " ".join(p if p in rules.header.joiners else p.capitalize() for p in low)
    return named[0].upper() + named[1:]
