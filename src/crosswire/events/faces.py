"""Kinds of events that may be faces of one occurrence, as data: a boat sinks, people drown."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations, product
from typing import Any


@dataclass(frozen=True, slots=True)
class Face:
    """Why two kinds may be one occurrence, and which questions each of them answers for itself alone."""

    why: str
    apart: frozenset[str] = frozenset()


Faces = Mapping[tuple[str, str], Face]


@cache
def load_faces() -> Faces:
    """Two kinds, in either order -> what makes them faces; of two rows with the same kinds the first counts."""
    rows = tomllib.loads((files("crosswire.events") / "data" / "faces.toml").read_text("utf-8"))["face"]
    found: dict[tuple[str, str], Face] = {}
    for row in rows:
        face = Face(row["why"], frozenset(row.get("apart", ())))
        for one, two in _pairs(row):
            found.setdefault((one, two), face)
            found.setdefault((two, one), face)
    return found


def _pairs(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from combinations(row["kinds"], 2)
    yield from product(row["kinds"], row["with"])


@cache
def beside(kind: str) -> Mapping[str, Face]:
    """The kinds that may be faces of one occurrence with this one."""
    return {two: face for (one, two), face in load_faces().items() if one == kind}


@cache
def apart(kind: str) -> Mapping[str, frozenset[str]]:
    """The kinds beside this one that answer some questions for themselves alone, and these questions."""
    return {two: face.apart for two, face in beside(kind).items() if face.apart}
