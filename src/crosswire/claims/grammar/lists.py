"""The word lists that the rules of grammar go by: what data/grammar.toml holds, by name."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Grammar:
    """The word lists of data/grammar.toml."""

    light_verbs: frozenset[str]
    chained: frozenset[str]
    clause: frozenset[str]
    definite: frozenset[str]
    witness_verbs: frozenset[str]
    identity_verbs: frozenset[str]
    which_one: frozenset[str]
    another: frozenset[str]
    firms: frozenset[str]
    implicative: frozenset[str]
    causing: frozenset[str]
    gathering: frozenset[str]
    protesting: frozenset[str]
    tales: frozenset[str]
    blame: frozenset[str]
    asking: frozenset[str]
    also_nouns: frozenset[str]
    telling: frozenset[str]
    measuring: frozenset[str]
    coming: frozenset[str]
    fired: frozenset[str]
    counts: frozenset[str]
    measure_verbs: frozenset[str]
    measure_prepositions: frozenset[str]
    harms: frozenset[str]
    left: frozenset[str]
    attempts: frozenset[str]
    clipped: frozenset[str]
    moving: frozenset[str]
    befalling: frozenset[str]
    giving: frozenset[str]
    apart: frozenset[str]
    offices: frozenset[str]
    room: frozenset[str]
    peopled: frozenset[str]
    parts: frozenset[str]
    grounds: frozenset[str]
    accusing: frozenset[str]
    members: frozenset[str]
    acting: frozenset[str]
    happening: frozenset[str]
    occurrences: frozenset[str]
    assaults: frozenset[str]
    mishaps: frozenset[str]
    person: frozenset[str]
    parents: frozenset[str]
    kin: frozenset[str]
    judging: frozenset[str]
    showing: frozenset[str]
    comforting: frozenset[str]
    searchers: frozenset[str]
    culprits: frozenset[str]
    tenures: frozenset[str]


def load_grammar() -> Grammar:
    """Read data/grammar.toml, of data/classes.toml who is a person, who searches and who is held to have done it, and
    of data/cues.toml what judges."""
    folder = files("crosswire.claims") / "data"
    data = tomllib.loads((folder / "grammar.toml").read_text("utf-8"))
    classes = tomllib.loads((folder / "classes.toml").read_text("utf-8"))
    data |= {"person": classes["person"], "searchers": classes["searcher"], "culprits": classes["culprit"]}
    data["judging"] += tomllib.loads((folder / "cues.toml").read_text("utf-8"))["lists"]["judging"]
    return Grammar(**{key: frozenset(words) for key, words in data.items()})
