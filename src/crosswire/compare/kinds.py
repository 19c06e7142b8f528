"""Words of kinds: a cathedral is a church, an Airbus a plane (kinds.toml). Who says the narrower says the broader."""

from __future__ import annotations

import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from crosswire.model import Party, Text

SMALL = frozenset(("a", "an", "the", "of", "and", "under", "its", "their", "his", "her", "-", "–", "—"))


@dataclass(frozen=True, slots=True)
class Kinds:
    """`broader`: each word with all that it is a kind of, itself and its synonyms among them."""

    broader: Mapping[str, frozenset[str]]
    told_by: frozenset[str]
    occasions: frozenset[str]
    makers: frozenset[str]
    anybody: frozenset[str]
    implied: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Thing:
    """What words name: the kind of thing, and what else they tell of it."""

    kind: str
    told: frozenset[str]


def holds(finer: Text, coarser: Text) -> bool:
    """Whether whoever says the one also says the other: "Germanwings Airbus A320" says "plane" and "Germanwings
    plane", not "cargo plane"."""
    one, two = _thing(finer.text, finer.name), _thing(coarser.text, coarser.name)
    if one is None or two is None:
        return False
    if two.kind not in kinds_of(one.kind):
        return False
    told = {kind for word in (*one.told, one.kind) for kind in kinds_of(word)}
    return two.told <= told


def kinds_of(word: str) -> frozenset[str]:
    """All that a word is a kind of, itself included."""
    return _kinds().broader.get(word, frozenset((word,)))


def holds_group(finer: Party, coarser: Party) -> bool:
    """The same of people of whom only the kind is told: "gunmen" says "attackers"; names are names."""
    if finer.country or coarser.country or coarser.kind != "group":
        return False
    return singular(coarser.name.lower()) in kinds_of(singular(finer.name.lower()))


def bare(words: Text) -> Text | None:
    """The kind alone that words name, as it stands in them: "train" of "express train"; None where they are it, or
    their noun is no kind that the table knows."""
    last = words.text.split()[-1] if words.text.split() else ""
    known = words.name in _kinds().broader and singular(plain(last)) == words.name
    return Text(last, words.name) if known and last != words.text else None


def anybody(value: object) -> bool:
    """Whether words only tell that it was somebody: "man", "men", "people"."""
    return isinstance(value, Text) and singular(plain(value.text)) in _kinds().anybody


def plain(word: str) -> str:
    """A word in small letters without accents: "Moïse" and "moise" are one."""
    return unaccented(word).lower()


def unaccented(words: str) -> str:
    """Words without their accents, which writers leave out."""
    if words.isascii():
        return words
    return "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))


@lru_cache(maxsize=4096)
def _thing(text: str, name: str) -> Thing | None:
    """The kind that words name: their head, what its happening at their end happened to, or the maker's plane."""
    words = [plain(w) for w in text.split() if w.lower() not in SMALL]
    table = _kinds()
    if not words or not name:
        return None
    made = next((w for w in reversed(words) if w in table.makers), None)
    head = plain(name)
    if head in table.told_by and len(words) > 1:
        words = [w for w in words if singular(w) != head]
        head = singular(words[-1]) if words else head
    elif len(words) > 1 and singular(words[-2]) in table.occasions:
        head = singular(words[-2])
    kind = made or head
    others = frozenset(singular(w) for w in words) - {kind, head}
    return Thing(kind, others | table.implied.get(kind, frozenset()))


def singular(word: str) -> str:
    """A word as the table has it."""
    if word in _kinds().broader:
        return word
    return f"{word[:-2]}an" if word.endswith("men") else word.rstrip("s")


@cache
def _kinds() -> Kinds:
    table = tomllib.loads((files("crosswire.compare") / "kinds.toml").read_text("utf-8"))
    told_by, occasions, makers = (frozenset(table[part]) for part in ("told_by", "occasions", "makers"))
    anybody = frozenset(table["anybody"])
    implied = {word: frozenset(words) for word, words in table["implied"].items()}
    return Kinds(_closed(table), told_by, occasions, makers, anybody, implied)


def _closed(table: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Each word with all above it, however many steps up."""
    above: dict[str, set[str]] = defaultdict(set)
    for group in table["same"]:
        for word in group:
            above[word] |= set(group) - {word}
    for broader, narrower in table["kinds"].items():
        for word in narrower:
            above[word].add(broader)
        above[broader] |= set()
    return {word: frozenset(_upwards(word, above)) for word in list(above)}


def _upwards(word: str, above: Mapping[str, set[str]]) -> set[str]:
    found, new = {word}, [word]
    while new:
        more = above.get(new.pop(), set()) - found
        found |= more
        new += more
    return found
