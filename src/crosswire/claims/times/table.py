"""The table of time words and forms: data/times.toml, read into one frozen value.

A form is a regular expression over the kinds of tokens, not over letters: `[month] [day]` stands for a month's name and
then a number of at most 31. `name=[kind]` and `name=( ... )` name a group (the n-th of that name in the form is
`name_n`), `{NAME}` is put in from the table's [pieces].
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

LOOKS = (
    "other",
    "day",
    "two",
    "year",
    "number",
    "nthday",
    "decade",
    "clock",
    "stamp",
    "zone",
    "holiday",
    "phrase",
    "ampm",
    "fraction",
    "zone_place",
    "short_year",
)
FIRST = 0x4E00  # kinds become letters no pattern uses for anything else


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a time: the rule that reads it, its pattern over kinds, and its rank among the forms."""

    rule: str
    pattern: re.Pattern[str]
    rank: int


@dataclass(frozen=True, slots=True)
class TimeTable:
    """All words and forms, ready to use."""

    kinds: Mapping[str, str]
    letters: Mapping[str, str]
    forms: tuple[Form, ...]
    lexer: re.Pattern[str]
    heads: re.Pattern[str]
    zones: Mapping[str, float]
    american: Mapping[str, float]
    phrases: Mapping[str, str]
    holidays: Mapping[str, str]
    beside: Mapping[str, frozenset[str]]
    proper: frozenset[str]
    wholes: frozenset[str]
    rows: frozenset[str]
    verbs: Mapping[str, frozenset[str]]


def load_times() -> TimeTable:
    """Read the packaged table. Raises KeyError or re.error if the file names a kind it does not have."""
    raw = tomllib.loads(resources.files("crosswire.claims").joinpath("data/times.toml").read_text("utf-8"))
    letters = _letters(raw)
    pieces = _pieces(raw["pieces"])
    forms = tuple(
        Form(form["rule"], _compile(form["form"], pieces, letters), rank) for rank, form in enumerate(raw["form"])
    )
    phrases = {words: sense for sense, listed in raw["phrases"].items() for words in listed}
    return TimeTable(
        kinds=_kinds(raw, letters),
        letters=letters,
        forms=forms,
        lexer=_lexer([*phrases, *raw["holidays"]]),
        heads=re.compile("[" + "".join(letters[kind] for kind in raw["heads"]) + "]"),
        zones={name.lower(): hours for name, hours in [*raw["zones"].items(), *raw["clocks"].items()]},
        american={name.lower(): hours for name, hours in raw["american"].items()},
        phrases=phrases,
        holidays=raw["holidays"],
        proper=frozenset(_proper(raw)),
        wholes=frozenset(raw["common"]["kind_of"]),
        rows=frozenset(raw["rows"]),
        beside={side: frozenset(words) for side, words in raw["beside"].items()},
        verbs={use: frozenset(words) for use, words in raw["tense"].items()},
    )


def _proper(raw: Mapping[str, Any]) -> Iterator[str]:
    for words in raw["proper"].values():
        yield from words
    yield from raw["holidays"]
    for zones in (raw["zones"], raw["clocks"], raw["american"]):
        yield from (zone.lower() for zone in zones)


def _letters(raw: Mapping[str, Any]) -> dict[str, str]:
    names = dict.fromkeys([*LOOKS, *raw["proper"], *raw["common"], *raw["marks"].values()])
    return {name: chr(FIRST + i) for i, name in enumerate(names)}


def _kinds(raw: Mapping[str, Any], letters: Mapping[str, str]) -> dict[str, str]:
    kinds = dict.fromkeys([*raw["zones"], *(name for name in raw["american"] if name.isupper())], letters["zone"])
    places = [name for name in [*raw["clocks"], *raw["american"]] if name.islower()]
    kinds.update(dict.fromkeys([name.capitalize() for name in places], letters["zone_place"]))
    for kind, words in raw["common"].items():
        for word in words:
            kinds.update(dict.fromkeys((word, word.capitalize(), word.upper()), letters[kind]))
    for kind, words in raw["proper"].items():
        for word in words:
            kinds.update(dict.fromkeys((word.capitalize(), word.upper()), letters[kind]))
    phrases = [(word, "phrase") for listed in raw["phrases"].values() for word in listed]
    for word, kind in [*phrases, *((name, "holiday") for name in raw["holidays"])]:
        if word.isalpha():
            kinds.update(dict.fromkeys((word, word.capitalize(), word.upper()), letters[kind]))
    kinds.update({mark: letters[kind] for mark, kind in raw["marks"].items()})
    return kinds


def _pieces(raw: Mapping[str, str]) -> dict[str, str]:
    done: dict[str, str] = {}
    for name, piece in raw.items():
        done[name] = _fill(piece, done)
    return done


def _fill(form: str, pieces: Mapping[str, str]) -> str:
    return re.sub(r"\{([A-Z_]+)\}", lambda m: f"(?:{pieces[m[1]]})", form)


def _compile(form: str, pieces: Mapping[str, str], letters: Mapping[str, str]) -> re.Pattern[str]:
    filled = re.sub(r"\s+", "", _fill(form, pieces))
    classes = re.sub(r"\[([\w|]+)\]", lambda m: "([" + "".join(letters[k] for k in m[1].split("|")) + "])", filled)
    seen: Counter[str] = Counter()

    def group(match: re.Match[str]) -> str:
        seen[match[1]] += 1
        return f"(?P<{match[1]}_{seen[match[1]]}>"

    named = re.sub(r"([a-z]+)=\((?:\?:)?", group, classes)
    return re.compile(re.sub(r"\((?!\?)", "(?:", named))


def _lexer(phrases: list[str]) -> re.Pattern[str]:
    listed = _alternatives([phrase for phrase in phrases if not phrase.isalpha()])
    return re.compile(
        rf"(?=\S)(?:(?P<phrase>\b(?:{listed})\b)"
        r"|(?P<fraction>\b[QH][1-4]\b)"
        r"|(?P<ampm>(?<![^\W\d_])[AaPp](?:\.\s?[Mm]\b\.?|[Mm]\b))"
        r"|(?P<word>o'clock\b|[^\W\d_]+)"
        r"|(?P<stamp>\b\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?\b"
        r"|\b\d\d?/\d\d?/(?:\d{4}|\d\d)\b|\b\d\d?\.\d\d?\.\d{4}\b|\b\d{4}/\d\d?/\d\d?\b)"
        r"|(?P<clock>\b\d\d?:\d\d(?::\d\d)?(?:\b|(?=[AaPp]\.?[Mm]\b))|\b\d\d?\.\d\d(?=\s?[AaPp]\.?\s?[Mm]\b))"
        r"|(?P<decade>\b\d{3}0s\b|'\d0s\b|\b[2-9]0s\b)"
        r"|(?P<short_year>(?<![\w'])'\d\d\b)"
        r"|(?P<nthday>\b\d\d?(?:st|nd|rd|th)\b)"
        r"|(?P<number>\d+(?:,\d{3}(?!\d))*(?:\.\d+)?)"
        r"|(?P<mark>'s\b|[^\s\w]|_))"
    )


def _alternatives(phrases: list[str]) -> str:
    """The phrases as one pattern, branching by first letter (the engine skips a branch by it), any word capitalised."""
    heads: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        body = re.sub(r"(?<= )[a-z]", lambda m: f"[{m[0]}{m[0].upper()}]", re.escape(phrase[1:]).replace("\\ ", " "))
        heads.setdefault(f"[{phrase[0]}{phrase[0].upper()}]", []).append(body)
    return "|".join(f"{head}(?:{'|'.join(bodies)})" for head, bodies in heads.items())
