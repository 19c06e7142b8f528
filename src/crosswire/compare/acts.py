"""Which words tell the same act: acts.toml."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

NONE: frozenset[int] = frozenset()


def same_acts() -> Mapping[str, frozenset[int]]:
    """Word -> the numbers of the groups of `same` that it stands in."""
    return grouped(_table()["same"])


def one_act(a: str, b: str) -> bool:
    """Whether two verbs, each a lemma with its particle, may tell of one act done by and to the same."""
    return a == b or not _told().get(a, NONE).isdisjoint(_told().get(b, NONE))


@cache
def acts_like(verb: str) -> frozenset[str]:
    """The verbs that may tell of one act with a verb, itself among them."""
    own = _told().get(verb, NONE)
    return frozenset((verb, *(word for word, groups in _told().items() if not own.isdisjoint(groups))))


@cache
def _told() -> Mapping[str, frozenset[int]]:
    table = _table()
    return grouped([*table["same"], *table["told"]])


def grouped(groups: Iterable[Iterable[str]]) -> dict[str, frozenset[int]]:
    """Word -> the numbers of the groups that it stands in."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, words in enumerate(groups):
        for word in words:
            found[word].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def _table() -> Mapping[str, list[list[str]]]:
    return tomllib.loads((files("crosswire.compare") / "acts.toml").read_text("utf-8"))
