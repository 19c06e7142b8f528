"""Numbers below zero: where one starts with its sign, or with the word for it."""

from __future__ import annotations

import re

MINUS_WORD = re.compile(r"(plus or )?(?<!\w)(?:minus|negative)[ -]$", re.IGNORECASE)
NEGATIVE = re.compile(r"(?:[^\s\d] |\()-$|(?<!\d )(?<!plus or )(?<!\w)minus[ -]$", re.IGNORECASE)


def signed(text: str, start: int) -> int:
    """Where a measured number starts, its minus sign included, or the word."""
    word = MINUS_WORD.search(text, max(0, start - 14), start)
    if word is not None:
        return start if word[1] else word.start()
    return start - 1 if text[start - 1 : start] == "-" and not text[start - 2 : start - 1].strip(" (") else start


def signed_count(text: str, start: int) -> int:
    """The same of a bare number: "stands at -12 points"; a dash that opens a line or follows a number is no sign."""
    found = NEGATIVE.search(text, max(0, start - 15), start)
    return found.end() - (1 if found[0].endswith(" -") or found[0] == "(-" else 6) if found else start
