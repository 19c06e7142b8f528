"""The words for people, offices, documents and groups: the lists of data/roles.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

NOT_THE_STATES = ("people", "outsiders", "private", "papers", "media")


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of data/roles.toml, all lower case."""

    titles: frozenset[str]
    offices: frozenset[str]
    honorifics: Mapping[str, str]  # honorific -> m, f or "" where it does not tell
    ranks: Mapping[str, str]  # short form before a name -> the office
    qualifiers: frozenset[str]
    genders: Mapping[str, str]  # noun -> m or f
    given: Mapping[str, str]  # first name -> m or f
    spokes: frozenset[str]
    insiders: frozenset[str]
    abroad: frozenset[str]  # those told of far from home
    people: frozenset[str]
    somebody: frozenset[str]  # all common nouns for a person
    bodies: frozenset[str]
    body_kinds: Mapping[str, frozenset[str]]  # countries, companies, outlets, agencies -> their nouns
    trade_names: Mapping[str, frozenset[str]]  # "airline" -> what is in such companies' names
    utterances: frozenset[str]
    works: frozenset[str]
    forces: frozenset[str]
    hardware: frozenset[str]
    groups: frozenset[str]
    speech: frozenset[str]
    family_first: frozenset[str]
    doubtful: Mapping[str, frozenset[str]]
    not_people: frozenset[str]
    particles: frozenset[str]
    legal: frozenset[str]
    no_bodies: frozenset[str]
    media: frozenset[str]
    trades: frozenset[str]
    towns: frozenset[str]  # what a town has of its own
    lives: frozenset[str]  # what private people do, behind "who"
    kin: frozenset[str]  # whom or what private people have, behind "whose"
    not_the_states: Mapping[str, frozenset[str]]  # NOT_THE_STATES -> words; platforms -> names


def words_of(roles: Mapping[str, Any]) -> Words:
    """The lists of the parsed table. Raises KeyError if one is missing."""
    unnamed, groups, bodies = roles["unnamed"], roles["groups"], roles["bodies"]
    spokes, people, genders = _set(unnamed["spokes"]), _set(unnamed["people"]), _by_word(roles["gender"])
    return Words(
        titles=_set(roles["titles"]),
        offices=_set(roles["offices"]),
        honorifics=_by_word(roles["honorifics"]) | dict.fromkeys(roles["honorifics"]["none"].split(), ""),
        ranks=dict(roles["ranks"]),
        qualifiers=_set(roles["qualifiers"]["words"]),
        genders=genders,
        given=_by_word(roles["given"]),
        spokes=spokes,
        insiders=_set(unnamed["insiders"]),
        abroad=_set(unnamed["abroad"]),
        people=people,
        somebody=people | spokes | genders.keys() | _set(roles["titles"]),
        bodies=_set(bodies["words"]),
        body_kinds={key: _set(bodies[key]) for key in ("countries", "companies", "outlets", "agencies")},
        trade_names={noun: _set(parts) for noun, parts in bodies["trade_names"].items()},
        utterances=_set(roles["documents"]["utterances"]),
        works=_set(roles["documents"]["works"]),
        forces=_set(groups["forces"]) | _set(groups["hardware"]),
        hardware=_set(groups["hardware"]),
        groups=_set(groups["people"]),
        speech=_set(roles["speech"]["verbs"]),
        family_first=_set(roles["family_first"]["words"]),
        legal=_set(bodies["legal"]),
        media=_set(bodies["media"]),
        no_bodies=_set(bodies["no_bodies"]),
        trades=_set(bodies["trades"]),
        towns=_set(bodies["towns"]),
        lives=frozenset(roles["private"]["lives"]),
        kin=_set(roles["private"]["kin"]),
        not_the_states={
            **{key: _set(roles["not_the_states"][key]) for key in NOT_THE_STATES},
            "platforms": frozenset(roles["not_the_states"]["platforms"]),
        },
        particles=_set(roles["not_people"]["particles"]),
        not_people=_set(roles["not_people"]["words"]),
        doubtful={form: _set(cues) for form, cues in roles["doubtful"].items()},
    )


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _by_word(table: Mapping[str, str]) -> dict[str, str]:
    """word -> m or f; a first name that both bear ("Jordan") is left to the text."""
    men, women = set(table["m"].split()), set(table["f"].split())
    return dict.fromkeys(men - women, "m") | dict.fromkeys(women - men, "f")
