"""Whether two names of bodies are forms of one: an acronym and what it is made of, a region and its adjective."""

from __future__ import annotations

import re
from functools import lru_cache

from crosswire.facts.origins.origin import Trace

LETTERS = re.compile(r"(?<![\w.])[A-Z]{3,}(?![\w.])")
CAPITAL = re.compile(r"\b[A-Z](?=[a-z])")
# An attorney who prosecutes; any other is somebody's lawyer. "Attorney" alone may be cut from "State's Attorney".
PROSECUTES = re.compile(
    r"\b(?i:district|state|states|u\.s|us|county|city|commonwealth|prosecuting|assistant|deputy)\b.*\b[Aa]ttorney|"
    r"\b[Aa]ttorney [Gg]eneral|^Attorney$"
)
ONLY_DESCRIBED = re.compile(
    r"(?:['’]s?|^U\.S\.|^UK) (?:[a-z-]+ )*(?:authority|agency|regulator|watchdog|directorate|institute|service|bureau)$"
)
MANY_STATES = frozenset({"NATO", "OPEC", "OSCE", "ASEAN", "ECOWAS"})  # letters that are nobody's of one country
SITE = re.compile(r"\.(?:com|org|net|co\.uk|info)$")
FORCE = re.compile(r"[a-z]{1,3}(?P<of>pd|fd)|(?P<ny>fdny)")
REMEMBERED = 4096  # names of which it is kept what was found
SAME = 5  # letters of a region's name that its adjective keeps: "Cumbria", "Cumbrian"


@lru_cache(maxsize=REMEMBERED)
def plain(name: str) -> str:
    """A name without what writers vary: "DownDetector", "Down Detector" and "downdetector.com" are one."""
    low = name.casefold().removeprefix("the ").removeprefix("www.")
    return "".join(c for c in SITE.sub("", low) if c.isalnum()) or low


def abbreviates(a: Trace, b: Trace) -> bool:
    """Whether one's name has the other's first letters, or the last of them: "NKIS", "the Scottish SPCA"; or is mere
    letters that may be those of a body of which only the country and the trade are told, in another language: "DGAC"
    and "Peru's aviation authority"."""
    shorts = _acronyms(a.name)
    if not shorts:
        return False
    unexplained = a.kind == "organisation" and a.voice == "own" and a.country is None and a.name in shorts
    if unexplained and a.name not in MANY_STATES and b.country is not None and ONLY_DESCRIBED.search(b.name):
        return True
    return any(_initials(b.name).endswith(short) for short in shorts)


@lru_cache(maxsize=4096)
def _acronyms(name: str) -> tuple[str, ...]:
    return tuple(LETTERS.findall(name))


@lru_cache(maxsize=4096)
def _initials(name: str) -> str:
    return "".join(CAPITAL.findall(name))


def apart(mine: frozenset[str], yours: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words of two names without those that are forms of one word: "cumbria" and "cumbrian"."""
    like = {word for a in mine for b in yours if _one_word(a, b) for word in (a, b)}
    return (mine - like, yours - like) if like else (mine, yours)


def _one_word(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return len(short) >= SAME and len(long) - len(short) < 4 and long.startswith(short)


def by_letters(word: str) -> str | None:
    """What a town calls its police or firefighters by letters, in small ones: "nypd", "lafd"; not of which town."""
    found = FORCE.fullmatch(word)
    return None if found is None else ("police" if found["of"] == "pd" else "fire")
