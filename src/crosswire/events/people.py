"""Words for people, and which of them are never said of one: "a teenager" is no "father", "a woman" no "boy"."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

Rows = tuple[frozenset[str], ...]


@cache
def people() -> frozenset[str]:
    """All words for people."""
    data = _data()
    return frozenset(data["person"]).union(*data["apart"], *data["ages"])


def are_apart(one: str, two: str) -> bool:
    """Whether what is told of one is told of none of the other, by their sex."""
    return _on_two_sides(one, two, _rows()[0])


def are_two(one: str, two: str) -> bool:
    """The same by their sex or their age."""
    return any(_on_two_sides(one, two, rows) for rows in _rows())


def _on_two_sides(one: str, two: str, rows: Rows) -> bool:
    sides = [next((i for i, row in enumerate(rows) if word in row), None) for word in (one, two)]
    return None not in sides and sides[0] != sides[1]


@cache
def _rows() -> tuple[Rows, Rows]:
    data = _data()
    sexes, ages = (tuple(frozenset(row) for row in data[name]) for name in ("apart", "ages"))
    return sexes, ages


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("crosswire.events") / "data" / "open.toml").read_text("utf-8"))
