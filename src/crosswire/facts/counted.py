"""Whom a toll counts: all, or only some of them; a part is neither support for a whole nor a rival of it.

"23 women were killed" says nothing of how many died in all, nor do "23 of the dead", the first of two that are to be
added up ("23 by gunfire and another 40 in the blast") and "23 were killed or wounded". Where nobody counts anything
wider, or one report gives one number for both ("twenty soldiers", "the 20 dead"), the part is the whole; and "twenty
soldiers" of one report are the 20 dead of another.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from crosswire.compare import PEOPLE, SOME
from crosswire.model import Claim, Quantity

ALL = ""  # the kind of a count of everybody
# Kinds that the words beside a number tell.
ASIDE = frozenset({"of them", "killed or hurt", "added up"})
TOLLS = frozenset({"killed", "injured", "missing", "bodies"})
AS_PEOPLE = ("body", "corpse", "life", "soul")  # "Three Bodies Found": a headline's capitals name no people
SORTS = ("man", "men", "child", "children")  # "cameramen", "schoolchildren": as many as there are trades
HURT = "killed|dead|died|wounded|injured|hurt|missing"
DEAD = rf"(?:deceased|slain|victims|fatalities|casualties|{HURT})"
FATE = r"(?:kill|die|dead|slain|wound|injur|hurt|miss|perish|drown|burn|succumb|lost)"
BE = "(?:is|are|was|were|being|be|have been|had been)"
NUMBER = r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty)"
BOUND = "(?:at least|at most|about|around|some|nearly|almost|all|over|as many as|more than|up to)"
LEADS = re.compile(rf"(?:{BOUND} )*{NUMBER}", re.IGNORECASE)
# A headline's own words, which may stand there with the value of the text below: "65 people die as migrant boat sinks".
EVERYBODY = re.compile(rf"(?:{BOUND} )*{NUMBER}(?: (?:people|persons|dead|victims|deaths))?", re.IGNORECASE)
FEW = r"(?: [\w'.-]+){0,4}?"  # words between: none of them ends a clause
THE = "(?:the|those|its|their)"
OF_THE_DEAD = re.compile(rf" of (?:all )?{THE}(?: {NUMBER})?(?: people| who| {BE}){{0,3}} {DEAD}\b", re.IGNORECASE)
OF_THEM = re.compile(rf" of (?:them|those|these|whom)\b(?! (?:\w+ ){{0,3}}?{FATE})", re.IGNORECASE)
# "shot at his colleagues, killing two of them": of those shot at, and all who died.
HARMED = re.compile(rf"\b(?:kill|execut|murder|slay|slain|injur|wound|hurt)\w*(?: dead)? (?:{BOUND} )*$", re.IGNORECASE)
OF_THESE = re.compile(rf"\bof (?:all )?{THE} (?:{NUMBER} )?{DEAD},? (?:{BOUND} )?$", re.IGNORECASE)
AMONG = re.compile(rf"{FEW}(?: {BE})? among(?:st)? {THE} (?:\w+ )?{DEAD}\b", re.IGNORECASE)
EITHER = re.compile(rf"{FEW} (?:{HURT}) (?:or|and/or) (?:(?:{BE}|feared) )?(?:{HURT}|unaccounted)\b", re.IGNORECASE)
AND_MORE = rf"and (?:(?:another|a further|some) )?{NUMBER} (?:more |others )?"
ADDED = re.compile(
    rf"{FEW} (?:kill|die|dead|perish)\w*(?: [\w'.-]+){{1,6}},? {AND_MORE}"
    r"(?:in|at|on|by|from|when|while|during|near)\b(?! (?:critical|serious|stable))",
    re.IGNORECASE,
)


def kinds(claims: Sequence[Claim]) -> dict[str, str]:
    """Claim id -> the kind of people it counts, of the tolls among claims about one question; `ALL` where it counts
    everybody. Two kinds support one another as little as they exclude one another."""
    told = {c.id: kind for c in claims if isinstance(c.value, Quantity) and (kind := _kind(c, c.value)) is not None}
    tolls = [c for c in claims if c.id in told]
    whole = set(_wholes(tolls, told))
    numbers = {n for c in tolls if told[c.id] == ALL and (n := _exact(c)) is not None}
    same = {c.id for c in tolls if " " not in told[c.id] and _exact(c) in numbers}
    return {key: ALL if kind in whole or key in same else kind for key, kind in told.items()}


def _exact(claim: Claim) -> float | None:
    """The one number that a claim gives; None where it gives a bound, a range or none."""
    value = claim.value
    return value.low if isinstance(value, Quantity) and value.bound == "exact" and value.low == value.high else None


def _kind(claim: Claim, value: Quantity) -> str | None:
    """The kind a claim's own words tell; None where it is no toll."""
    if claim.attribute not in TOLLS or value.unit != "1":
        return None
    beside = _set_aside(claim)
    if beside is not None:
        return beside
    noun = value.noun
    if noun in (*PEOPLE, *AS_PEOPLE) or (claim.words is not None and EVERYBODY.fullmatch(claim.words.exact)):
        return ALL
    if noun in SOME or (noun or "").endswith(SORTS):
        return _alike().get(noun or "", noun)
    words = value.text.split()  # "23 Chinese": a people
    return words[-1].lower() if len(words) > 1 and words[-1][:1].isupper() and not value.text.isupper() else ALL


@cache
def _alike() -> Mapping[str, str]:
    """Word -> the kind of people that it counts, from the package's own data."""
    data = tomllib.loads((files("crosswire.facts") / "data" / "counted.toml").read_text("utf-8"))
    return {word: min(row) for row in data["alike"] for word in row}


def _set_aside(claim: Claim) -> str | None:
    """Why a number is no count of all, where the words around it show that; None where they do not."""
    before, behind = _around(claim)
    if OF_THESE.search(before):
        return "of them"
    of_them = OF_THEM.match(behind) and not HARMED.search(before)
    if OF_THE_DEAD.match(behind) or of_them or AMONG.match(behind):
        return "of them"
    if EITHER.match(behind):
        return "killed or hurt"
    return "added up" if ADDED.match(behind) else None


def _around(claim: Claim) -> tuple[str, str]:
    """What stands before and behind a claim's number in what is told; behind with its noun."""
    words = claim.words
    at = -1 if words is None else words.start - claim.span.start
    if not 0 <= at < len(claim.span.exact):
        return "", ""
    told = claim.span.exact[at:]
    number = LEADS.match(told)
    return claim.span.exact[:at], told[number.end() :] if number else ""


def _wholes(claims: Sequence[Claim], told: dict[str, str]) -> Iterator[str]:
    """The kinds that are all there are: one report gives one number for the kind and for everybody."""
    numbers: dict[tuple[str, float | None], set[str]] = defaultdict(set)
    for claim in claims:
        if isinstance(claim.value, Quantity) and " " not in told[claim.id]:
            numbers[claim.report, claim.value.low or claim.value.high].add(told[claim.id])
    return (kind for found in numbers.values() if ALL in found for kind in found)
