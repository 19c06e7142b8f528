"""The English words of a brief as data: read once by `load_wording`, then passed in."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Wording:
    """Tables from words.toml and countries.toml; each maps a term of the model to what a reader reads."""

    standing: Mapping[str, str]
    heading: Mapping[str, str]
    basis: Mapping[str, str]
    origin: Mapping[str, str]
    verdict: Mapping[str, str]
    kind: Mapping[str, str]
    plain: frozenset[str]
    act: Mapping[str, str]
    plural: Mapping[str, str]
    unit: Mapping[str, str]
    money: Mapping[str, str]
    article: Mapping[str, frozenset[str]]
    countries: Mapping[str, str]


CONTRARY = "In dispute: who contradicts whom, in the reports' own words"
# What stands where the answers would, of news that is no kind of event with questions of its own.
UNASKED = "What the reports tell of it stands below, by who says it."


def load_wording() -> Wording:
    """The wording that ships with the program."""
    folder = files("crosswire.brief")
    words = tomllib.loads((folder / "words.toml").read_text(encoding="utf-8"))
    countries = tomllib.loads((folder / "countries.toml").read_text(encoding="utf-8"))
    article = {key: frozenset(names) for key, names in words.pop("article").items()}
    plain = frozenset(words.pop("plain")["acts"])
    return Wording(**words, plain=plain, article=article, countries=countries)


def past(act: str, wording: Wording) -> str:
    """The past tense of a speech act ("condemn" -> "condemned", "lodge a protest" -> "lodged a protest")."""
    verb, space, rest = act.replace("_", " ").partition(" ")
    return (wording.act.get(verb) or _regular_past(verb)) + space + rest


def not_done(act: str) -> str:
    """An act that was not done: "confirm" -> "did not confirm", also of who "could not confirm"."""
    return f"did not {act.replace('_', ' ')}"


def plural(noun: str, wording: Wording) -> str:
    """More than one of a noun; of several words the last one changes ("cruise missile" -> "cruise missiles")."""
    before, space, last = noun.rpartition(" ")
    return before + space + (wording.plural.get(last) or _regular_plural(last))


def listed(names: list[str] | tuple[str, ...]) -> str:
    """Names as a list in a sentence: "A", "A and B", "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def count(number: int, noun: str) -> str:
    """A number with its regular noun: "1 report", "2 reports"."""
    return f"{number:,} {noun if number == 1 else _regular_plural(noun)}"


def told(reports: int, copies: int) -> str:
    """How many reports tell something, and how many of them only copy another."""
    if not copies:
        return count(reports, "report")
    return f"{count(reports, 'report')}, {copies} of them {'a copy' if copies == 1 else 'copies'}"


def resting(origins: int) -> str:
    """On how many independent origins something rests, behind what is told of its reports; nothing where each tells it
    in its own words: that no origin stands behind an answer does not mean that the reports name nobody."""
    return f", {count(origins, 'independent origin')}" if origins else ""


def _regular_past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + "ed"


def _regular_plural(noun: str) -> str:
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"
