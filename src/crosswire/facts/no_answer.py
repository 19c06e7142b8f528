"""Answers that answer nothing: people at large, and pronouns that nobody could resolve."""

from __future__ import annotations

from crosswire.model import Party, Text, Value

NOBODY = frozenset((
    "people", "persons", "individuals", "others", "somebody", "someone", "anyone", "nobody", "none", "one", "it",
    "they", "them", "their", "he", "him", "his", "she", "her", "we", "us", "who", "which", "that",
    "this", "those", "these",
))  # fmt: skip


def is_empty(value: Value | None) -> bool:
    """Whether a value answers nothing: "people" were arrested, "it" crossed the border."""
    named = value.name if isinstance(value, Party | Text) else None
    return named is not None and (named or (value.text if value else "")).casefold() in NOBODY
