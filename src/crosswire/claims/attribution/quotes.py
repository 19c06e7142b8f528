"""Quotation marks -> quotations, over the text of a passage as it was printed (the parser's copy has lost which way
marks face)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

MARK = re.compile(r"[\u201c\u201d\u201e\u201f\u00ab\u00bb\"\uff02]|``|''|\u2019\u2019|\u2018\u2018")
SINGLE = re.compile(
    r"(?<!\w)['\u2018\u201b](?=[^\s'\u2018\u2019])(?!\d0s)(?:[^'\u2018\n]|(?<=\w)'(?=\w)){1,200}?(?<=\S)['\u2019](?!\w)"
)
# What somebody says between single marks ends in a stop or a comma, as no possessive and no 'so-called' thing does.
SPOKEN = re.compile(
    r"(?<![\w'\u2019])['\u2018](?=[A-Z\u2026])"
    r"(?:[^'\u2018\u2019\n]|(?<=\w)['\u2019](?=\w)|(?<=s)['\u2019](?=\s[a-z])){4,800}?(?<=[,.?!\u2026])['\u2019](?!\w)"
)
OPENING = frozenset("\u201c\u201e\u201f\u00ab") | {"``", "\u2018\u2018"}
CLOSING = frozenset("\u201d\u00bb") | {"\u2019\u2019"}
BEFORE_OPENING = frozenset(" \t\n\u00a0\u2009([{-\u2013\u2014/")
RUN = 6  # passages
WORD = re.compile(r"\w+(?:['\u2019.-]\w+)*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Characters [start, end) of the report's text, marks included. `open_end`: no closing mark, so it may go on in
    the next paragraph. `words` is how many words stand inside."""

    start: int
    end: int
    words: int
    open_end: bool = False


def quotations(text: str, start: int, end: int, *, single: bool = False, inside: bool = False) -> list[Quotation]:
    """The quotations in [start, end) of a text, one passage. Single marks are apostrophes too often: where there are no
    others, those count between which somebody speaks; `single`: all of them, as in headlines. `inside`: the passage
    begins inside one."""
    if not inside and MARK.search(text, start, end) is None:
        marks = (SINGLE if single else SPOKEN).finditer(text, start, end)
        return [_quotation(text, *mark.span(), open_end=False) for mark in marks]
    found: list[Quotation] = []
    opened: int | None = start if inside else None
    for mark in MARK.finditer(text, start, end):
        opens = _opens(text, mark, start, end, inside=opened is not None)
        if opens:
            opened = mark.start()
        elif opened is not None:
            found.append(_quotation(text, opened, mark.end(), open_end=False))
            opened = None
    if opened is not None:
        found.append(_quotation(text, opened, start + len(text[start:end].rstrip()), open_end=True))
    return found


def runs_on(text: str, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The indices of the passages [start, end) that begin inside a quotation: one was opened before and not closed, and
    the next mark, a few passages on at most, closes one. Marks that face both ways tell nothing."""
    found: set[int] = set()
    open_: list[int] | None = None  # the passages begun since one was opened
    for number, (start, end) in enumerate(spans):
        if open_ is not None:
            open_.append(number)
        for mark in MARK.finditer(text, start, end):
            if mark.group() in OPENING:
                open_ = []
            else:
                if open_ is not None and mark.group() in CLOSING and len(open_) <= RUN:
                    found.update(open_)
                open_ = None
    return frozenset(found)


def _opens(text: str, mark: re.Match[str], start: int, end: int, *, inside: bool) -> bool:
    """Which way a mark faces: by its form, else by the white space around it, else by what is open."""
    if mark.group() in OPENING:
        return True
    if mark.group() in CLOSING:
        return False
    before = " " if mark.start() == start else text[mark.start() - 1]
    behind = " " if mark.end() >= end else text[mark.end()]
    if behind.isspace():
        return False
    if before in BEFORE_OPENING:
        return True
    return not inside


def _quotation(text: str, start: int, end: int, *, open_end: bool) -> Quotation:
    return Quotation(start, end, sum(1 for _ in WORD.finditer(text, start, end)), open_end)


def overlapping(quotes: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """The quotations, of a list in the order of the text, that share a character with [start, end)."""
    low = bisect_right(quotes, start, key=lambda q: q.end)
    return quotes[low : bisect_left(quotes, end, key=lambda q: q.start)] if start < end else ()


def holding(quotes: Sequence[Quotation], offset: int) -> Quotation | None:
    """The quotation that holds a character."""
    return next(iter(overlapping(quotes, offset, offset + 1)), None)


def neighbours(quotes: Sequence[Quotation], start: int, end: int) -> tuple[Quotation | None, Quotation | None]:
    """The last quotation before [start, end) and the first behind it."""
    before = bisect_right(quotes, start, key=lambda q: q.end) - 1
    behind = bisect_left(quotes, end, key=lambda q: q.start)
    return (quotes[before] if before >= 0 else None), (quotes[behind] if behind < len(quotes) else None)
