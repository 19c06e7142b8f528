"""What somebody tells and cannot know at first hand: it is no second origin beside whoever may (docs/origins.md).

Two ways of not knowing. Who judges an event ("condemned the launch", "mourned the 84 dead") or only names it in words
about something else takes it for granted: a party to it knows of it, a third state, an organisation of many states or
a singer has it from the news. And a geological survey measures a quake and counts no dead; data/firsthand.toml says of
each kind of body which questions it cannot answer. Whoever is in no row may know whatever they tell.
"""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from crosswire.facts.origins.origin import Trace
from crosswire.model import Claim

ALL = "*"
REACTS = "only reacts to it"
NAMES = "only names it in words about something else"
HARM = re.compile(r"\b(?:kill|die|dead|death|injur|wound|hurt|perish)", re.IGNORECASE)
FORMER = re.compile(r"\b(?:former|retired|ex)\b", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
# What is the speaker's own, right before the words of an answer or in them: "the attack on its embassy in Kabul".
OWN = r"(?:its|our|my|his|her|their|us|we|me|I)"
OWN_BEFORE = re.compile(rf"\b{OWN}\s+(?:[\w’'-]+\s+){{0,4}}$")
OWN_BEHIND = re.compile(
    rf"^[^.,;]{{0,40}}?\b(?:of|on|against) {OWN}\b|^\W*{OWN}\b|^(?:he|she|they|it)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One row of the table: who is meant, and what they cannot know."""

    name: str
    called: re.Pattern[str]
    unless: re.Pattern[str]
    cannot: frozenset[str]
    abroad: bool
    named: bool

    def means(self, words: str) -> bool:
        """Whether somebody called so is of the kind."""
        return self.called.search(words) is not None and self.unless.search(words) is None


@dataclass(frozen=True, slots=True)
class Knowing:
    """The table, and who is abroad everywhere, how somebody may know all the same, and who has ears abroad."""

    kinds: tuple[Kind, ...]
    abroad: re.Pattern[str]
    how: re.Pattern[str]
    sensors: re.Pattern[str]
    near: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Told:
    """Who tells something: all that they are called, in one line; the countries that the report is about, and the words
    for countries (in small letters -> code)."""

    called: str
    scenes: Set[str]
    lands: Mapping[str, str]


@cache
def knowing() -> Knowing:
    """The table that ships; module state, but of the package's own data only."""
    data = tomllib.loads((files("crosswire.facts") / "data" / "firsthand.toml").read_text("utf-8"))
    groups = data["groups"]
    kinds = (
        Kind(
            row["name"],
            _any(row["called"]),
            _any(row.get("unless", [])),
            frozenset(one for name in row["not"] for one in groups.get(name, (name,))),
            row.get("abroad", False),
            row.get("named", False),
        )
        for row in data["kind"]
    )
    return Knowing(tuple(kinds), *(_any(data[name]["called"]) for name in ("abroad", "how", "sensors", "near")))


def _any(words: Sequence[str]) -> re.Pattern[str]:
    if not words:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(word) for word in words)})(?![\w-])", re.IGNORECASE)


def unknowing(found: Trace, claim: Claim, told: Told) -> str:
    """Why whoever tells a claim cannot know it at first hand, in a reader's words; empty where they may."""
    table = knowing()
    if claim.attribute is None or not found.known or found.is_medium or _is_own(claim):
        return ""
    if table.how.search(claim.span.exact):
        return ""
    if claim.taken is not None and _is_third(found, claim, told, table):
        return REACTS if claim.taken == "judged" else NAMES
    row = next((k for k in _kinds_of(told.called) if _cannot(k, found, claim, told)), None)
    return f"cannot know it at first hand ({row.name})" if row is not None else ""


@lru_cache(maxsize=4096)  # the same few bodies speak again and again
def _kinds_of(called: str) -> tuple[Kind, ...]:
    """The rows that mean somebody called so."""
    return tuple(kind for kind in knowing().kinds if kind.means(called))


def _cannot(kind: Kind, found: Trace, claim: Claim, told: Told) -> bool:
    asked = {ALL, claim.attribute, *(("killed",) if _is_of_harm(claim) else ())}
    if asked.isdisjoint(kind.cannot) or (kind.named and claim.taken is None):
        return False
    return not kind.abroad or (_is_foreign(found, told) and not _of_its_people(found, claim, told))


def _is_of_harm(claim: Claim) -> bool:
    """Whether it tells that something happened by what became of people: "12 were killed"."""
    return claim.attribute == "happened" and claim.words is not None and HARM.search(claim.words.exact) is not None


def _is_third(found: Trace, claim: Claim, told: Told, table: Knowing) -> bool:
    """Whether somebody is no party to what they take for granted.

    A state or a body of one is, in the countries that the report is about; of no known country it is taken for one of
    there. Who speaks for nobody but themselves is: an organisation where it judges it, a person also where they only
    name it, but for who may be near it (a neighbour, a victim's mother, a lawyer).
    """
    if table.sensors.search(told.called):
        return False
    if _is_foreign(found, told) or table.abroad.search(told.called):
        return True
    judged = claim.taken == "judged"
    alone = found.voice == "own" and found.country is None
    homes = set(_lands(" ".join(claim.span.exact.split()[:3]), told.lands))
    if judged and found.country is None and told.scenes and homes and homes.isdisjoint(told.scenes):
        return True  # "China opposes the launch", a spokesperson said
    return alone and (judged or (found.kind == "person" and not _is_near(told.called, table)))


def _is_near(called: str, table: Knowing) -> bool:
    """Whether somebody called so may be near what they only name; who was once is not."""
    return table.near.search(called) is not None and FORMER.search(called) is None


def _is_foreign(found: Trace, told: Told) -> bool:
    """Whether somebody is of a country that the report is not about, where it is about any."""
    country = found.country or next(_lands(told.called, told.lands), None)
    return bool(told.scenes) and country is not None and country not in told.scenes


def _of_its_people(found: Trace, claim: Claim, told: Told) -> bool:
    """Whether it is told of a state's own people: "three Filipinos were killed", of the Philippines' ministry."""
    country = found.country or next(_lands(told.called, told.lands), None)
    return country is not None and country in set(_lands(claim.span.exact, told.lands))


def _lands(words: str, lands: Mapping[str, str]) -> Iterator[str]:
    """The countries that words name, as nouns or adjectives."""
    found = [word.lower() for word in WORD.findall(words)]
    pairs = (" ".join(pair) for pair in itertools.pairwise(found))
    seen = {lands[word] for word in (*found, *pairs) if word in lands}
    yield from sorted(seen)


def _is_own(claim: Claim) -> bool:
    """Whether the words of an answer are about what is the speaker's own: "three of our officers", "its embassy"."""
    if claim.words is None or not claim.span.covers(claim.words):
        return False
    at = claim.words.start - claim.span.start
    return bool(OWN_BEFORE.search(claim.span.exact[:at]) or OWN_BEHIND.match(claim.span.exact[at:]))
