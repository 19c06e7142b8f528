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
def _data() -> Mapping[str, list[Mapping[str, Any]]]:
    return tomllib.loads((files("crosswire.events") / "data" / "faces.toml").read_text("utf-8"))


def _rows() -> list[Mapping[str, Any]]:
    return _data()["face"]


def _acts(row: Mapping[str, Any]) -> list[str]:
    """The kinds of a row that tell an occurrence by what set it off."""
    return [*row.get("kinds", ()), *row.get("acts", ())]


@cache
def load_faces() -> Faces:
    """Two kinds, in either order -> what makes them faces; of two rows with the same kinds the first counts."""
    found: dict[tuple[str, str], Face] = {}
    for row in _rows():
        face = Face(row["why"], frozenset(row.get("apart", ())))
        for one, two in _pairs(row):
            found.setdefault((one, two), face)
            found.setdefault((two, one), face)
    return found


def _pairs(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from combinations(row.get("kinds", ()), 2)
    yield from product(_acts(row), row["with"])


@cache
def beside(kind: str) -> Mapping[str, Face]:
    """The kinds that may be faces of one occurrence with this one."""
    return {two: face for (one, two), face in load_faces().items() if one == kind}


@cache
def outcomes() -> frozenset[tuple[str, str]]:
    """The kinds of which one is what came of the other, in either order: one where both befell the same by name."""
    pairs = [pair for row in _rows() for pair in product(row.get("acts", ()), row["with"])]
    return frozenset((*pairs, *((two, one) for one, two in pairs)))


@cache
def mortal() -> frozenset[str]:
    """The kinds that tell of the death of whom they befell."""
    return frozenset(_data()["mortal"][0]["kinds"])


@cache
def set_off(kind: str) -> frozenset[str]:
    """The kinds that set off what this one tells, or give it its name: the coup of an arrest. Two that answer some
    questions apart have each their own name."""
    return frozenset(one for row in _rows() if kind in row["with"] and "apart" not in row for one in _acts(row))


@cache
def apart(kind: str) -> Mapping[str, frozenset[str]]:
    """The kinds beside this one that answer some questions for themselves alone, and these questions."""
    return {two: face.apart for two, face in beside(kind).items() if face.apart}


@cache
def answers_as(of: str, kind: str) -> Mapping[str, str]:
    """The questions of an event of one kind that mentions of another answer under their own: who died, and whom it
    befell."""
    rows = (row for row in _data()["answer"] if of in row["of"] and kind in row["kinds"])
    return next((row["as"] for row in rows), {})
