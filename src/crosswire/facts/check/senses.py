"""Words that dictionaries hold alike: data/senses.z, taken from WordNet (tools/build_senses.py)."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from importlib.resources import files

Entry = tuple[frozenset[str], frozenset[str], frozenset[str]]
NONE: frozenset[str] = frozenset()
UNKNOWN: Entry = (NONE, NONE, NONE)


class Senses:
    """Word -> (its senses, broader ones above them, the words made from it), read when it is first asked for.

    A table of strings that keeps what it has parsed: all 61,000 words would take half a second.
    """

    def __init__(self, rows: Mapping[str, str]) -> None:
        self._rows = rows
        self._read: dict[str, Entry] = {}

    def alike(self, told: str, asked: str) -> bool:
        """Whether what is told of one word holds of the other: they share a sense, the told one is narrower, or one is
        made from the other ("resignation", "resign")."""
        if told == asked:
            return True
        own, above, kin = self._entry(told)
        wanted, _, other = self._entry(asked)
        return bool(own & wanted or above & wanted) or asked in kin or told in other

    def made(self, told: str, asked: str) -> bool:
        """Whether one word is made from the other by an ending."""
        return told == asked or asked in self._entry(told)[2] or told in self._entry(asked)[2]

    def __contains__(self, word: str) -> bool:
        return word.replace(" ", "_") in self._rows

    def _entry(self, word: str) -> Entry:
        key = word.replace(" ", "_").replace("-", "_")
        if key not in self._read:
            row = self._rows.get(key)
            self._read[key] = UNKNOWN if row is None else _parsed(row)
        return self._read[key]


def _parsed(row: str) -> Entry:
    own, above, kin = (frozenset(cell.split(",")) - {"-"} for cell in row.split(" "))
    return own, above, frozenset(w.replace("_", " ") for w in kin)


def load_senses() -> Senses:
    """Read data/senses.z."""
    text = zlib.decompress((files("crosswire.facts") / "data" / "senses.z").read_bytes()).decode()
    return Senses(dict(line.split(" ", 1) for line in text.splitlines()))
