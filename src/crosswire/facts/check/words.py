"""Which words tell the same act (compare/acts.toml) or thing (data/acts.toml), and how editors reword both
(data/reworded.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from crosswire.compare import Scale, same_acts
from crosswire.compare.acts import grouped
from crosswire.facts.check.senses import Senses, load_senses

REMEMBERED = 500_000  # pairs of words whose outcome is kept
ADVERB = 6  # letters: "only" and "early" are made from no other word
Stand = Literal["supports", "excludes", "silent"]


@dataclass(frozen=True, slots=True)
class Words:
    """The table: word -> the numbers of the groups it stands in; pairs that exclude each other; lists of words."""

    acts: Mapping[str, frozenset[int]]
    opposed: frozenset[tuple[str, str]]
    things: Mapping[str, frozenset[int]]
    narrower: Mapping[str, frozenset[str]]
    suffering: frozenset[str]
    means: Mapping[str, str]
    mutual: frozenset[str]
    plain: frozenset[str]
    one_act: frozenset[str]
    places: frozenset[str]
    roles: frozenset[frozenset[str]]
    small: frozenset[str]
    one_thing: frozenset[str] = frozenset()
    stating: frozenset[str] = frozenset()
    turns: frozenset[str] = frozenset()
    happening: frozenset[str] = frozenset()
    bearing: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    leaving: frozenset[str] = frozenset()
    beginning: frozenset[str] = frozenset()
    heading: frozenset[str] = frozenset()
    giving: frozenset[str] = frozenset()
    receiving: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    having: frozenset[str] = frozenset()
    among: Mapping[str, str] = field(default_factory=dict)  # who is among them -> what was done to him
    facing: frozenset[str] = frozenset()
    imposing: frozenset[str] = frozenset()
    done: Mapping[str, frozenset[str]] = field(default_factory=dict)  # a count's question -> the verbs that answer it
    near: Mapping[str, frozenset[str]] = field(default_factory=dict)  # a count's question -> the words that tell it
    general: frozenset[str] = frozenset()
    framing: frozenset[str] = frozenset()
    counting: frozenset[str] = frozenset()
    contrast: tuple[frozenset[str], ...] = ()
    worth: Callable[[str], float] = field(default=lambda word: 1.0, compare=False)  # how much a word tells
    idioms: frozenset[str] = frozenset()  # acts of several words, as editors put them
    undoing: frozenset[str] = frozenset()  # verbs whose object has not come about by them: "withdrew its offer"
    governing: frozenset[str] = frozenset()  # prepositions that make a verb another act: "checked into"
    senses: Senses = field(default_factory=lambda: Senses({}))
    _held: dict[tuple[str, str], bool] = field(default_factory=dict, compare=False, repr=False)  # what `holds` found
    _kin: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)  # acts of the same groups

    def same_role(self, a: str, b: str) -> bool:
        """Whether what stands at one place of a clause may stand at another in other words: "at" and "against"."""
        return a == b or frozenset((a, b)) in self.roles

    def same_act(self, a: Iterable[str], b: Iterable[str]) -> bool:
        """Whether two acts, each given by all it may be listed as, may be one: by the table where it knows both,
        else by the dictionary."""
        one, two = set(a), set(b)
        if one & two:
            return True
        groups = {g for word in one for g in self.acts.get(word, ())}
        if any(groups & self.acts.get(word, frozenset()) for word in two):
            return True
        return any(self.senses.alike(x, y) for x in two for y in one if x not in self.acts or y not in self.acts)

    def same_noun(self, a: Iterable[str], b: Iterable[str]) -> bool:
        """Whether a noun tells an act: by the table, or as a word made from the verb. What a dictionary has of a verb
        holds of no noun that is written like it: who fires somebody starts no fire."""
        one, two = set(a), set(b)
        groups = {g for word in one for g in self.acts.get(word, ())}
        listed = any(groups & self.acts.get(word, frozenset()) for word in two)
        return bool(one & two) or listed or any(self.senses.made(x, y) for x in two for y in one)

    def in_noun(self, noun: str, act: str) -> bool:
        """Whether a noun names an act: by the dictionary, and by the table where it knows both ("contract" is no
        signing)."""
        known = noun in self.acts and act in self.acts
        shared = not known or bool(self.acts[noun] & self.acts[act])
        return noun == act or (shared and self.senses.alike(noun, act))

    def opposite(self, a: Iterable[str], b: Iterable[str]) -> bool:
        """Whether of one thing both acts cannot be told: raised and cut."""
        left, right = self._all(a), self._all(b)
        return any((x, y) in self.opposed or (y, x) in self.opposed for x in left for y in right)

    def has_opposite(self, forms: Iterable[str]) -> bool:
        """Whether the act, under one of its names, is told by some word to be turned round."""
        turned = {word for pair in self.opposed for word in pair}
        return not turned.isdisjoint(self._all(forms))

    def _all(self, words: Iterable[str]) -> set[str]:
        found = set(words)
        return found.union(*(self._beside(word) for word in found if word in self.acts))

    def _beside(self, act: str) -> frozenset[str]:
        """The words of the groups of an act: asked for of every clause that a sentence is laid beside."""
        found = self._kin.get(act)
        if found is None:
            groups = self.acts[act]
            found = self._kin[act] = frozenset(word for word, own in self.acts.items() if groups & own)
        return found

    def others(self, noun: str) -> set[str]:
        """The other names of a thing: employees of the staff."""
        groups = self.things.get(noun, frozenset())
        return {word for word, own in self.things.items() if groups & own}

    def holds(self, told: str, asked: str) -> bool:
        """Whether what is told of a word holds of the one asked for: the same, another name, or a broader one."""
        if told == asked:
            return True
        held = self._held.get((told, asked))
        if held is None:
            if len(self._held) >= REMEMBERED:
                self._held.clear()
            held = self._held[told, asked] = self._holds(told, asked)
        return held

    def _holds(self, told: str, asked: str) -> bool:
        if self.things.get(told, frozenset()) & self.things.get(asked, frozenset()):
            return True
        if _plain(told) == _plain(asked):
            return True
        if told.startswith("ex-"):
            return False  # of an ex-president nothing holds that holds of a president
        return told in self.narrower.get(asked, ()) or self.senses.alike(told, asked)


def _plain(word: str) -> str:
    """A word without the ending that makes it tell how: "sharply" is done in a sharp way."""
    if len(word) < ADVERB or not word.endswith("ly"):
        return word
    return word.removesuffix("y") if word.endswith("lly") else word.removesuffix("ly")


@dataclass(frozen=True, slots=True)
class Measure:
    """What comparing values needs: the units, and which nouns tell the same."""

    scale: Scale
    words: Words


def forms_of(trigger: str) -> set[str]:
    """What a word in the text may be listed as."""
    low = trigger.lower()
    cut = {low.removesuffix(end) for end in ("s", "es", "ed", "d", "ing")}
    return {low, *cut, *(w + "e" for w in cut)}


@cache
def load_words() -> Words:
    """Read compare/acts.toml, data/acts.toml and data/reworded.toml, once: together they take 17 MB."""
    data, reworded = (_table(name) for name in ("acts.toml", "reworded.toml"))
    things = [*data["things"], *reworded["things"]]
    kinds = {
        k: [*data["kinds"].get(k, ()), *reworded["kinds"].get(k, ())] for k in {**data["kinds"], **reworded["kinds"]}
    }
    return Words(
        acts=_with_reworded(same_acts(), reworded["acts"]),
        opposed=frozenset((a, b) for a, b in data["opposite"]),
        things=grouped(things),
        narrower=_narrower(kinds, things),
        suffering=frozenset((*data["suffering"], *reworded["suffering"])),
        means=data["means"],
        mutual=frozenset(data["mutual"]),
        plain=frozenset(data["plain"]),
        one_act=frozenset(data["one_act"]),
        places=frozenset(data["places"]),
        roles=frozenset(frozenset(pair) for pair in data["roles"]),
        small=frozenset(data["small"]),
        one_thing=frozenset(data["one_thing"]),
        stating=frozenset(data["stating"]),
        turns=frozenset(data["turns"]),
        happening=frozenset(data["happening"]),
        bearing=frozenset(data["bearing"]),
        light=frozenset(data["light"]),
        leaving=frozenset(data["leaving"]),
        beginning=frozenset(data["beginning"]),
        heading=frozenset(data["heading"]),
        giving=frozenset(data["giving"]),
        receiving=frozenset(data["receiving"]),
        states=frozenset(data["states"]),
        having=frozenset(data["having"]),
        general=frozenset(data["general"]),
        framing=frozenset(data["framing"]),
        counting=frozenset(data["counting"]),
        contrast=tuple(frozenset(kind) for kind in data["contrast"]),
        among=data["among"],
        facing=frozenset(data["facing"]),
        imposing=frozenset(data["imposing"]),
        idioms=frozenset(w for group in reworded["acts"] for w in group if " " in w),
        governing=frozenset(reworded["governing"]),
        undoing=frozenset(reworded["undoing"]),
        senses=load_senses(),
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((files("crosswire.facts") / "data" / name).read_text("utf-8"))


def _with_reworded(acts: Mapping[str, frozenset[int]], groups: list[list[str]]) -> dict[str, frozenset[int]]:
    """The table of acts with what only editors call them, which weighing does not hold alike."""
    first = 1 + max((n for numbers in acts.values() for n in numbers), default=0)
    more = {w: frozenset(n + first for n in numbers) for w, numbers in grouped(groups).items()}
    return {w: acts.get(w, frozenset()) | more.get(w, frozenset()) for w in {**acts, **more}}


def _narrower(kinds: Mapping[str, list[str]], things: Iterable[list[str]]) -> dict[str, frozenset[str]]:
    """Every name of the broader word -> the narrower words."""
    found: dict[str, frozenset[str]] = {}
    for broad, words in kinds.items():
        # A tanker goes by "ship" too, and is still one of its kinds: of a ferry nothing holds that holds of it.
        for name in {broad, *(w for group in things if broad in group for w in group)} - set(words):
            found[name] = frozenset(words) | found.get(name, frozenset())
    return found
