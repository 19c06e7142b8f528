"""What tells a block by its words: the phrases of the tables, and how sentences end."""

from __future__ import annotations

import re

from crosswire.reports.rules import Phrases

# Signs that stand around a phrase on pages and are no part of it.
EDGES = " \t:.!?|>»›→…*#-–—_[]()\"'"
STOP = re.compile(r"[.!?…][\"'”’»)\]]*$")
INNER_STOP = re.compile(r"[a-z0-9)”\"][.!?][\"”’)]*\s+[\"“‘(]?[A-Z]")


def is_phrase(words: str, phrases: Phrases) -> bool:
    """Whether a block, as `plain` writes it, is told by these phrases."""
    if words.strip(EDGES) in phrases.whole or words in phrases.whole:
        return True
    if len(words) <= phrases.start_longest and words.startswith(phrases.start):
        return True
    if phrases.end and words.rstrip(" .)]").endswith(phrases.end):
        return True
    if phrases.pattern is not None and phrases.pattern.fullmatch(words):
        return True
    return bool(len(words) <= phrases.within_longest and phrases.within and phrases.within.search(words))


def plain(text: str) -> str:
    """The text as the phrases are written: small letters, ASCII quotes."""
    if not text.isascii():
        text = text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').replace("\u00a0", " ")
    return text.lower()
