"""The lexicon of cues: words that give other words to somebody, each with the grammar in which it does.

data/cues.toml holds groups: `[[verb]]`, `[[noun]]`, `[[adjective]]` with `lemmas` that share what they take. A lemma
may stand in several groups and takes what they all say together. What the patterns mean is told at the head of that
file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Literal

from crosswire.model import Stance

Word = Literal["verb", "noun", "adjective"]
WORDS: tuple[Word, ...] = ("verb", "noun", "adjective")


@dataclass(frozen=True, slots=True)
class Cue:
    """One lemma as one kind of word: the patterns it takes, and what it does to the truth of its content.

    `silent` are the patterns in which it tells of thought, wish or deed and of no words ("wants to", "backs the deal").
    """

    lemma: str
    takes: frozenset[str]
    stance: Stance = "states"
    silent: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CueTable:
    """All cues, by kind of word and lemma; `lists` are closed word classes (light verbs, ...)."""

    verbs: Mapping[str, Cue]
    nouns: Mapping[str, Cue]
    adjectives: Mapping[str, Cue]
    lists: Mapping[str, frozenset[str]] = field(default_factory=dict)


def load_cues() -> CueTable:
    """The lexicon that comes with Crosswire."""
    return read_cues(files("crosswire.claims").joinpath("data/cues.toml").read_text("utf-8"))


def read_cues(toml: str) -> CueTable:
    """A lexicon from its TOML text. Raises tomllib.TOMLDecodeError or KeyError where the text is no lexicon."""
    data = tomllib.loads(toml)
    verbs, nouns, adjectives = ({} if word not in data else _union(data[word]) for word in WORDS)
    lists = {name: frozenset(words) for name, words in data.get("lists", {}).items()}
    return CueTable(verbs, nouns, adjectives, lists)


def _union(groups: list[dict[str, object]]) -> dict[str, Cue]:
    cues: dict[str, Cue] = {}
    for group in groups:
        takes = frozenset(_strings(group["takes"]))
        stance: Stance = "denies" if group.get("stance") == "denies" else "doubts" if "stance" in group else "states"
        speech = group.get("speech", True)
        for lemma in _strings(group["lemmas"]):
            old = cues.get(lemma, Cue(lemma, frozenset()))
            silent = old.silent - takes if speech else old.silent | (takes - old.takes)
            cues[lemma] = Cue(lemma, old.takes | takes, stance if stance != "states" else old.stance, silent)
    return cues


def _strings(value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise KeyError(f"a list of words is expected, not {value!r}")
    return value
