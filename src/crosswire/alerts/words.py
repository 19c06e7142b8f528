"""Answers as a reader reads them; how they are worded in general, whoever composes the steps gives."""

from __future__ import annotations

from collections.abc import Callable

from crosswire.model import Place, Value

Wording = Callable[[Value], str]


def as_told(value: Value) -> str:
    """The words of the report."""
    return value.text


def answer(value: Value, words: Wording) -> str:
    """A value in words; "107 km west of Hodeidah" as it is told, for its name alone would lose the distance."""
    if isinstance(value, Place) and any(letter.isdigit() for letter in value.text):
        return value.text
    return words(value)
