"""Who speaks for whom among people: a medium's reporters are the medium, and whoever speaks for somebody is that one.

"The Gazette's Ana Paz said that the talks had failed": she tells what she was told, as her paper does, and is no
witness. A lawyer and her client, a spokesman and the senator, an aide and the president have one thing to say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from crosswire.facts.origins.channels import is_medium_name
from crosswire.facts.origins.people import Person
from crosswire.model import Speaker

# Whose trade is to pass on what others say, whether their paper is named or not.
REPORTS = re.compile(
    r"\b(?:reporter|correspondent|newsreader|news ?anchor|anchor(?:wo)?man|bureau chief|news editor)s?\b", re.IGNORECASE
)
# Who works for a medium where it is named. A journalist without one may be a witness or an expert.
PRESS = re.compile(
    rf"{REPORTS.pattern}|\b(?:journalist|editor|writer|columnist|host|anchor|presenter|producer|photographer|"
    r"contributor|commentator|blogger|stringer)s?\b",
    re.IGNORECASE,
)
# Who says what somebody else would.
AGENT = (
    r"(?:lawyers?|attorneys?|spokes(?:man|woman|person)|representative|publicist|press secretary|advis[eo]r|aide|"
    r"chief of staff|agent)"
)
NAME = r"[A-Z][\w-]+(?: [A-Z][\w-]+)*"
SPEAKS_FOR = re.compile(
    rf"\b(?P<owner>{NAME}) (?:s )?(?:[a-z-]+ ){{0,3}}{AGENT}\b|"
    rf"\b{AGENT} (?:for|of|to|representing) (?:[a-z]+ ){{0,3}}(?P<of>{NAME})"
)
FORMER = re.compile(r"\b(?:former|ex|one-time|then)\b", re.IGNORECASE)
CAPITALS = r"[A-Z][\w.&-]*(?: (?:of the |and |& )?[A-Z][\w.&-]*){0,4}"
OWNS = re.compile(rf"(?:(?:[Tt]he|[Oo]ur) )?(?P<medium>{CAPITALS})['’]s? (?:own )?(?P<rest>.*)", re.DOTALL)
BEFORE = re.compile(rf"(?:[Aa]n? |[Tt]he )?(?P<medium>{CAPITALS}) (?P<rest>[a-z].*)", re.DOTALL)
BEHIND = re.compile(
    rf",? (?P<rest>(?:[a-z][\w-]* ){{0,5}})(?:of|from|with|for|at) (?:[Tt]he )?(?P<medium>{CAPITALS})", re.DOTALL
)
PLAIN = re.compile(r"\b[a-z]{3,}")
SHORT = 60  # characters between a medium's name and that of its reporter


def staff_of(
    speakers: Sequence[Speaker], known: Mapping[str, Person | None], media: Mapping[str, str]
) -> dict[str, str]:
    """Name of a person -> the medium that some report says they work for, "Ana Paz's paper" where none is named.

    `known` are the people by every form of their names, `media` the names of media in small letters.
    """
    forms: dict[str, list[Speaker]] = defaultdict(list)
    for speaker in speakers:
        if speaker.kind in ("person", "organisation"):
            person = known.get(speaker.canonical)
            forms[person.name if person else speaker.canonical].append(speaker)
    found = ((name, _employer(name, row, media)) for name, row in forms.items())
    return {name: medium for name, medium in found if medium is not None}


def _employer(name: str, row: Sequence[Speaker], media: Mapping[str, str]) -> str | None:
    roles = " / ".join(sorted({s.role for s in row if s.role}))
    if (roles and not PRESS.search(roles)) or FORMER.search(roles):
        return None  # "the Gazette's owner", "a lawyer for the Gazette", "a former reporter"
    phrases = sorted({" ".join(s.name.split()) for s in row})
    named = next((m for phrase in phrases for m in _media_in(phrase, name, media)), None)
    reports = all(s.kind == "person" for s in row) and REPORTS.search(roles) is not None
    return named or (f"{name}'s paper" if reports else None)


def _media_in(phrase: str, name: str, media: Mapping[str, str]) -> Iterator[str]:
    """The media that a phrase says a person to be of: "CNN's Ana Paz", "Gazette reporter Ana Paz", "Ana Paz of CNN"."""
    word = name.rsplit(maxsplit=1)[-1]
    start = phrase.find(word)
    if start < 0 or FORMER.search(phrase):
        return
    for form, text in ((OWNS, phrase[:start]), (BEFORE, phrase[:start]), (BEHIND, phrase[start + len(word) :])):
        match = form.match(text)
        if match is None or len(match["rest"]) > SHORT:
            continue
        bare = form is not BEFORE and not PLAIN.search(match["rest"])  # "CNN's Ana Paz", "Ana Paz of CNN"
        if bare or PRESS.search(match["rest"]):
            yield from _medium(match["medium"].removeprefix("The ").split(), media)


def _medium(words: Sequence[str], media: Mapping[str, str]) -> Iterator[str]:
    """The medium that words begin with: "CNN Tokyo"."""
    for end in range(len(words), 0, -1):
        name = " ".join(words[:end])
        if name.casefold() in media or is_medium_name(name):
            yield media.get(name.casefold(), name)
            return


def agents_of(known: Mapping[str, Person | None]) -> dict[str, frozenset[str]]:
    """Name of a person -> the keys of those whom they speak for, by what the reports call them: "a lawyer for Luis
    Gil", "the Gil aide"."""
    people = {p.name: p for p in known.values() if p is not None}
    bearers: dict[str, set[str]] = defaultdict(set)
    for name in people:
        bearers[name.split()[-1]].add(name)
    found: dict[str, frozenset[str]] = {}
    for name, person in people.items():
        phrases = [p for p in (person.role or "", *person.called) if not FORMER.search(p)]
        owners = [m["owner"] or m["of"] for phrase in phrases for m in SPEAKS_FOR.finditer(phrase)]
        meant = {bearer for owner in owners for bearer in bearers[owner.split()[-1]]} - {name}
        if meant:
            found[name] = frozenset(f"named:{bearer}" for bearer in meant)
    return found
