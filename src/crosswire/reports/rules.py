"""What the reports step knows: the phrases, names and words of its data files, compiled once and passed to all that
read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@dataclass(frozen=True, slots=True)
class Phrases:
    """How blocks of one kind are told: as a whole, by their start, by something within, by their end, or by a pattern
    of the whole."""

    whole: frozenset[str] = frozenset()
    start: tuple[str, ...] = ()
    start_longest: int = 400
    end: tuple[str, ...] = ()
    within: re.Pattern[str] | None = None
    within_longest: int = 300
    pattern: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Bylines:
    """How bylines, desk credits and notes on authors are told; the first three patterns name their group `names`."""

    by: re.Pattern[str]
    labelled: re.Pattern[str]
    titled: re.Pattern[str]
    credit: re.Pattern[str]
    credit_words: frozenset[str]
    desks: frozenset[str]
    behind: tuple[str, ...]
    bio: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeaderWords:
    """The words of header lines, in small letters: nouns that end the names of papers (rare: nothing else; strong;
    weak: only beside a date); words that make no name; labels of genres with the one name of each, and those that are
    buttons on pages too; labels of fields with what the field tells."""

    rare: frozenset[str]
    strong: frozenset[str]
    weak: frozenset[str]
    generic: frozenset[str]
    joiners: frozenset[str]
    beside: frozenset[str]
    genres: Mapping[str, str]
    buttons: frozenset[str]
    types: Mapping[str, str]
    labels: Mapping[str, str]
    openings: frozenset[str]
    posts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Where pages tell of themselves: meta names by what they tell, and the types and keys of linked data; platforms
    are no outlets."""

    meta: Mapping[str, tuple[str, ...]]
    endings: tuple[str, ...]
    linked: Mapping[str, tuple[str, ...]]
    platforms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rules:
    """All tables of this step. Phrases and words are in lower case; names of agencies and towns as they are written."""

    boilerplate: Phrases
    links: Phrases
    caption: Phrases
    bylines: Bylines
    header: HeaderWords
    heading_longest: int
    heading_most_words: int
    no_place: frozenset[str]
    cities: frozenset[str]
    regions: frozenset[str]
    countries: frozenset[str]
    agencies: Mapping[str, str]
    desk_forms: Mapping[str, re.Pattern[str]]
    fields: Mapping[str, tuple[str, ...]]
    months: Mapping[str, int]
    zones: Mapping[str, int]
    zones_by_date: Mapping[str, ZoneInfo]
    line_words: frozenset[str]
    updated: frozenset[str]
    english: frozenset[str]
    languages: Mapping[str, str]
    places: Places


def load_rules() -> Rules:
    """The rules that ship with the program: some milliseconds of work, so load once for many reports."""
    blocks, sources, dates, language = (_table(name) for name in ("blocks", "sources", "dates", "language"))
    by_date = dates["zones_by_date"]
    return Rules(
        boilerplate=_phrases(blocks["boilerplate"]),
        links=_phrases(blocks["links"]),
        caption=_phrases(blocks["caption"]),
        bylines=_bylines(blocks["byline"]),
        header=_header(_table("header"), blocks["byline"]),
        heading_longest=blocks["heading"]["longest"],
        heading_most_words=blocks["heading"]["most_words"],
        no_place=frozenset(blocks["dateline"]["no_place"]),
        cities=frozenset(city.lower() for city in _table("cities")["cities"]),
        countries=frozenset(country.lower() for country in _table("cities")["countries"]),
        regions=frozenset(region.lower() for region in _table("cities")["regions"]),
        agencies=MappingProxyType(_agencies(sources["agencies"])),
        desk_forms=MappingProxyType({house: re.compile(form) for house, form in sources["desk_forms"].items()}),
        fields=MappingProxyType({key: tuple(names) for key, names in sources["fields"].items()}),
        months=MappingProxyType(dates["months"]),
        zones=MappingProxyType(dates["zones"] | {key: minutes for key, (_, minutes) in by_date.items()}),
        zones_by_date=MappingProxyType(_zones({key: name for key, (name, _) in by_date.items()})),
        line_words=frozenset(dates["line"]["words"]) | frozenset(dates["zones"]) | frozenset(by_date),
        updated=frozenset(dates["line"]["updated"]),
        english=frozenset(language["english"]),
        languages=MappingProxyType(language["names"]),
        places=_places(_table("pages")),
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files("crosswire.reports") / "data" / f"{name}.toml").read_text("utf-8"))


def _bylines(table: Mapping[str, Any]) -> Bylines:
    word = r"[A-Z][\w.'’-]*"
    name = rf"{word}(?:[ ]+(?:{_either(table['particles'])}|{word})){{0,5}}"
    names = rf"(?P<names>{name}(?:(?:,?[ ]+(?:and|AND|&)|,)[ ]+{name})*)"
    behind = _either([*table["behind"], *(word.upper() for word in table["behind"])])
    posts = rf"(?:The[ ])?(?:[A-Z][\w.&'’]*[ ]){{0,4}}(?:{_either(table['posts'])})"
    return Bylines(
        by=re.compile(
            rf"(?:(?:{_either(table['opening'])})[ ]+)?(?:[Bb]y|BY)[ ]*:?[ ]+{names}"
            rf"(?P<rest>(?:\s*[,|/•·(–—-].*|\s+(?:{behind})\b.*|\s*\d.*)?)"
        ),
        labelled=re.compile(rf"(?:{_either(table['labels'])})[ ]*:[ ]*{names}\.?"),
        titled=re.compile(rf"(?P<names>{name})[ ]*[,|–—-][ ]*{posts}"),
        credit=re.compile(
            rf"[(\[]?(?:with |additional )?(?:{_either(table['credit_openings'])})(?: and \w+)? by ", re.I
        ),
        credit_words=frozenset(table["credit_words"]),
        desks=frozenset(table["desks"]),
        behind=tuple(table["behind"]),
        bio=tuple(f"{phrase} " for phrase in table["bio"]),
    )


def _zones(names: Mapping[str, str]) -> dict[str, ZoneInfo]:
    """The zones that this system's tz database has; it may have none."""
    found: dict[str, ZoneInfo] = {}
    for key, name in names.items():
        with suppress(ZoneInfoNotFoundError):
            found[key] = ZoneInfo(name)
    return found


def _header(table: Mapping[str, Any], bylines: Mapping[str, Any]) -> HeaderWords:
    masthead, genre = table["masthead"], table["genre"]
    return HeaderWords(
        rare=frozenset(word.lower() for word in masthead["rare"]),
        strong=frozenset(word.lower() for word in masthead["strong"]),
        weak=frozenset(word.lower() for word in masthead["weak"]),
        generic=frozenset(masthead["generic"]),
        joiners=frozenset(masthead["joiners"]),
        beside=frozenset(masthead["beside"]),
        genres=MappingProxyType({word: name for name, words in genre["words"].items() for word in words}),
        buttons=frozenset(genre["buttons"]),
        types=MappingProxyType(genre["types"]),
        labels=MappingProxyType({label: field for field, labels in table["labels"].items() for label in labels}),
        openings=frozenset(word.lower() for word in bylines["opening"]),
        posts=tuple(f" {post}" for post in bylines["posts"]) + tuple(bylines["posts"]),
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in words)


def _agencies(table: Mapping[str, str]) -> dict[str, str]:
    """The names as written, and in small letters those too long to be another word ("PA" is no "Pa.")."""
    return {name.lower(): full for name, full in table.items() if len(name) > 4} | dict(table)


def _places(table: Mapping[str, Any]) -> Places:
    linked = table["linked"]
    return Places(
        meta=MappingProxyType({key: tuple(names) for key, names in table["meta"].items()}),
        endings=tuple(linked["endings"]),
        linked=MappingProxyType({key: tuple(linked[key]) for key in ("title", "published")}),
        platforms=frozenset(table["platforms"]),
    )


def _phrases(table: Mapping[str, Any]) -> Phrases:
    return Phrases(
        whole=frozenset(table.get("whole", ())),
        start=tuple(table.get("start", ())),
        start_longest=table.get("start_longest", 400),
        end=tuple(table.get("end", ())),
        within=_any_of(table.get("within", ())),
        within_longest=table.get("within_longest", 400),
        pattern=re.compile("(?:" + "|".join(table["pattern"]) + ")") if "pattern" in table else None,
    )


def _any_of(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern for any of the phrases, on word boundaries where a phrase starts or ends with a letter."""
    parts = [re.escape(phrase) for phrase in phrases]
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")") if parts else None
