"""Names that are only the beginning of another: "State Department" of "the New York State Department of Health", the
maker's of "a Boeing 777"."""

from __future__ import annotations

import re
from collections.abc import Sequence

MAKERS = frozenset(
    ("boeing", "airbus", "embraer", "bombardier", "cessna", "tupolev", "antonov", "ilyushin", "sukhoi", "mcdonnell")
)
OF_MORE = re.compile(r" of [A-Z]")
MORE = re.compile(r" (?!The )[A-Z][a-z]+")


def goes_on(text: str, form: str, end: int) -> bool:
    """Whether a department's name that ends at a character goes on: "... Department of State Health Services"."""
    behind = form.endswith(" Department") and OF_MORE.match(text, end)
    return bool(behind) or (form.endswith("Department of State") and MORE.match(text, end) is not None)


def is_model(words: Sequence[str], end: int) -> bool:
    """Whether the maker's name that ends before a token is what it made: "a Boeing 777", "two Airbus A320s"."""
    return 0 < end < len(words) and words[end - 1].lower() in MAKERS and words[end].rstrip("s")[-1:].isdigit()
