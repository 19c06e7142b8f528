"""Whom a report means by "the authorities": a body it names elsewhere, where both are said to give one figure.

"At least 304 people died, the authorities said. ... Haiti's Civil Protection service put the toll at 304." A report has
one source there under two names. And "a doctors committee close to the protesters" is the only committee of doctors
that the report names; "the company" is the one that speaks in it. Where two bodies might be meant, nobody is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from crosswire.compare import quantities
from crosswire.facts.origins.voices import Offices, unnamed_noun
from crosswire.model import Claim, Quantity, Speaker

Place = tuple[str, int]  # a report, and where its cue stands
POSSESSED = re.compile(r"['’]s \w+$")
NAMED = ("official", "organisation", "person")
MORE = frozenset(("that", "which", "who", "close", "affiliated", "linked", "based", "in", "near", "for"))  # ends a name


def place_of(claim: Claim) -> Place:
    """Where a report lets somebody speak: at the cue, or where there is none, at the words."""
    return claim.report, (claim.cue or claim.span).start


def known_as(claims: Sequence[Claim], offices: Offices) -> dict[Place, Speaker]:
    """Where somebody without a name speaks -> who it is. Order is no matter."""
    found: dict[Place, Speaker] = {}
    for told in _by_report(claims).values():
        named = [c for c in told if c.speakers[-1].kind in NAMED and not c.speakers[-1].members]
        vague = [c for c in told if _is_vague(c.speakers[-1], offices)]
        ways = (
            _of_one_name(vague, named, offices),
            _of_one_figure(vague, named, offices),
            _of_one_firm(vague, named, offices),
        )
        for place, who in (found for way in ways for found in way):
            found.setdefault(place, who)
    return found


def _by_report(claims: Sequence[Claim]) -> Mapping[str, list[Claim]]:
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if len(claim.speakers) > 1:
            told[claim.report].append(claim)
    return told


def _is_vague(speaker: Speaker, offices: Offices) -> bool:
    return speaker.canonical.startswith("unnamed ") and unnamed_noun(speaker.canonical) in offices.vague


def _of_one_figure(vague: Sequence[Claim], named: Sequence[Claim], offices: Offices) -> Iterator[tuple[Place, Speaker]]:
    """Who gives the same figure in answer to the same question, if one body does; "officials" are no railway's, but may
    be of a country's own service."""
    for claim in vague:
        firm = unnamed_noun(claim.speakers[-1].canonical) in offices.firms
        may_be = [
            c for c in named if firm or c.speakers[-1].kind != "organisation" or _of_a_state(c.speakers[-1], offices)
        ]
        same = {c.speakers[-1].canonical: c.speakers[-1] for c in may_be if _one_figure(claim, c)}
        if len(same) == 1:
            yield place_of(claim), next(iter(same.values()))


def _of_a_state(speaker: Speaker, offices: Offices) -> bool:
    """Whether an organisation is a country's agency or service: "Haiti's Civil Protection service"."""
    noun = unnamed_noun(speaker.canonical.split()[-1])
    return speaker.country is not None and (noun in offices.agencies or noun == "service")


def _one_figure(a: Claim, b: Claim) -> bool:
    if a.attribute != b.attribute or not isinstance(a.value, Quantity) or not isinstance(b.value, Quantity):
        return False
    return a.stance == b.stance and quantities(a.value, b.value, lambda unit: None).agrees


def _of_one_name(vague: Sequence[Claim], named: Sequence[Claim], offices: Offices) -> Iterator[tuple[Place, Speaker]]:
    """Whose name has all the words of the description, two or more of them, if one body's has."""
    bodies = {s.canonical: s for s in (c.speakers[-1] for c in named) if s.kind != "person"}
    for claim in vague:
        words = offices.of_body(_name_of(claim.speakers[-1].name))
        same = [s for s in bodies.values() if len(words) > 1 and words <= offices.of_body(s.name)]
        if len(same) == 1:
            yield place_of(claim), same[0]


def _of_one_firm(vague: Sequence[Claim], named: Sequence[Claim], offices: Offices) -> Iterator[tuple[Place, Speaker]]:
    """The one organisation that speaks in the report, where "the company" or "the ship's owners" speak as well."""
    firms = {s.canonical: s for s in (c.speakers[-1] for c in named) if s.kind == "organisation"}
    if len(firms) != 1:
        return
    for claim in vague:
        speaker = claim.speakers[-1]
        definite = speaker.name.lower().startswith(("the ", "its ")) or POSSESSED.search(speaker.name)
        if definite and unnamed_noun(speaker.canonical) in offices.firms:
            yield place_of(claim), next(iter(firms.values()))


def _name_of(phrase: str) -> str:
    """A description without what is told of it: "a doctors committee" close to demonstrators."""
    words = phrase.replace(",", " ").split()
    return " ".join(words[: next((i for i, w in enumerate(words) if w.lower() in MORE), len(words))])
