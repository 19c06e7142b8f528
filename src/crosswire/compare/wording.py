"""Who and what, compared by what they are called."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from crosswire.compare.agreement import Agreement
from crosswire.compare.kinds import holds, holds_group, plain, unaccented
from crosswire.model import Party, Text

PRONOUNS = frozenset(
    (
        "it",
        "he",
        "she",
        "they",
        "him",
        "her",
        "them",
        "i",
        "we",
        "who",
        "which",
        "that",
        "one",
        "this",
        "these",
        "those",
        "both",
    )
)


def parties(a: Party, b: Party) -> Agreement:
    """Parties agree by canonical name; a body agrees with its own country where one side names only the country."""
    if a.name == b.name:
        return Agreement("same", f"both name {a.name}")
    if a.country and a.country == b.country:
        return Agreement("compatible", f"both of one country ({a.country})")
    if a.name.lower() in b.name.lower() or b.name.lower() in a.name.lower():
        return Agreement("compatible", f"{a.name} and {b.name} share a name")
    if holds_group(a, b) or holds_group(b, a):
        return Agreement("compatible", f"{a.name} and {b.name} are of one kind")
    if a.country and b.country:
        return Agreement("conflict", f"{a.name} and {b.name} are different parties")
    return Agreement("apart", f"{a.name} and {b.name} may be different parties")


def texts(a: Text, b: Text) -> Agreement:
    """Words agree where one is the other made more precise: "ballistic missiles" and "missile", not "oil tanker" and
    "foreign tanker"."""
    if not a.name and not b.name:
        return Agreement("same", "both tell that it happened")
    if names(a, b) or names(b, a):
        return Agreement("compatible", "both name it")
    if plain(a.name) != plain(b.name):
        return _of_kinds(a, b)
    return _bearers(a.text, b.text) or _kinds(a, b)


def _of_kinds(a: Text, b: Text) -> Agreement:
    """What two words of other nouns are to each other: a cathedral is a church."""
    for one, two in ((a, b), (b, a)):
        if holds(one, two):
            return Agreement("compatible", f"“{one.text}” is a kind of “{two.text}”")
    return Agreement("apart", "other words")


def _kinds(a: Text, b: Text) -> Agreement:
    """What two phrases of one noun are to each other by the words before it."""
    one, two = ({w.rstrip("s") for w in words.text.lower().split()[:-1]} for words in (a, b))
    if one == two:
        return Agreement("same", f"both say {a.name}")
    if one <= two or two <= one or holds(a, b) or holds(b, a):
        return Agreement("compatible", f"both say {a.name}")
    return Agreement("apart", f"“{a.text}” and “{b.text}” may be two")


def _bearers(a: str, b: str) -> Agreement | None:
    """What two people's names of one last name are to each other: "Former Prime Minister Ana Sild" and "ex-PM Sild"."""
    one, two = unaccented(a).split(), unaccented(b).split()
    if not (one[-1][:1].isupper() and one[-1] == two[-1]):
        return None
    first, other = (words[-2] if len(words) > 1 and _is_given(words[-2]) else "" for words in (one, two))
    if first and first == other:
        return Agreement("same", f"both name {first} {one[-1]}")
    return None if first and other else Agreement("compatible", f"both name {one[-1]}")


def _is_given(word: str) -> bool:
    return word[:1].isupper() and word.isalpha() and word not in titles()


@cache
def titles() -> frozenset[str]:
    """What stands before a last name and is no given name (titles.toml)."""
    return frozenset(tomllib.loads((files("crosswire") / "titles.toml").read_text("utf-8"))["titles"])


def names(whole: Text, name: Text) -> bool:
    """Whether words hold a proper name beside what it is the name of: "bulk carrier Astra Dawn" and "Astra Dawn"."""
    if whole.text.istitle() or not all(w[:1].isupper() for w in name.text.split()):
        return False
    return f" {unaccented(name.text)} " in f" {unaccented(whole.text)} "
