"""The names by which speakers go: bodies, countries and their governments, outlets, and the words for people and
offices.

Tables: `data/bodies.toml` (who there is) and `data/roles.toml` (words). Matching is exact for names and blind to case
for the bodies that most countries have ("defence ministry"), which get their country from the text around them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Literal

from crosswire.claims.countries import Countries, Country
from crosswire.claims.speakers.words import Words, words_of
from crosswire.errors import BadDataError
from crosswire.model import Outlet, SpeakerKind

Acts = Literal["body", "forces", "country"]

# The part of a form that the parser keeps as one token, so that the index can be asked token by token.
FIRST = re.compile(r"\w[\w.&]*")


@dataclass(frozen=True, slots=True)
class Body:
    """A body or outlet with its one canonical name. `acts` is what it counts as where it does something; `generic` are
    the names of the bodies of other countries that it is the like of, so that "the military" finds it again."""

    name: str
    kind: SpeakerKind
    country: str | None
    acts: Acts = "body"
    generic: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Generic:
    """A body that most countries have; `own` gives, by country code, the canonical name of the one with a proper name.

    `alone` is whether it can stand for one without a country beside it, `limited` whether only the countries of `own`
    have one.
    """

    name: str
    acts: Acts
    alone: bool
    limited: bool
    own: Mapping[str, str]

    def fits(self, code: str) -> bool:
        """Whether a country's body may be called so: no one calls the State Department "the foreign ministry"."""
        return "Ministry" not in self.name or "Ministry" in self.own.get(code, self.name)


@dataclass(frozen=True, slots=True)
class CountryForm:
    """A word for a country: its name, an adjective or people ("demonym"), or a capital or seat that stands for it."""

    country: Country
    how: Literal["name", "demonym", "capital"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A person known by the family name alone, or under several spellings; `short` are single names that tell the
    person."""

    name: str
    country: str | None
    gender: str | None
    short: tuple[str, ...]


Meaning = Body | Generic | CountryForm | Figure
# How a form is matched: letter for letter, whatever its case, or letter for letter behind an article ("the Guardian").
Match = Literal["exact", "folded", "article"]
Row = tuple[str, Match, Meaning]


@dataclass(frozen=True, slots=True)
class Names:
    """All names, ready to look up: first word (lower case) -> forms, longest first, with whether case counts and the
    meaning."""

    index: Mapping[str, tuple[Row, ...]]
    bodies: Mapping[str, Body]
    figures: Mapping[str, Figure]
    possessive: Mapping[str, str]
    seats: Mapping[str, str]  # a town that stands for a body -> the body
    countries: Countries
    words: Words
    rivals: Mapping[str, tuple[Body, ...]]  # one short form -> the bodies that go by it

    def of_country(self, country: Country, generic: Generic) -> Body:
        """A country's own body: "Japan's Coast Guard", or its proper name where it has one."""
        name = generic.own.get(country.code, f"{self.owner(country)} {generic.name}")
        likes = self.bodies[name].generic if name in self.bodies else (generic.name,)
        return Body(name, "official", country.code, generic.acts, likes)

    def government(self, country: Country) -> Body:
        """Who speaks where a country or its capital does."""
        if country.code in self.possessive:
            return Body(f"{self.possessive[country.code]} government", "official", country.code, "country")
        return Body(f"{self.owner(country)} government", "official", country.code, "country")

    def owner(self, country: Country) -> str:
        """The country as owner of its bodies: "Japan's", "U.S.", "the Philippines'" without the article."""
        if country.code in self.possessive:
            return self.possessive[country.code]
        return f"{country.name}'" if country.name.endswith("s") else f"{country.name}'s"


def load_names(countries: Countries, outlets: Iterable[Outlet] = ()) -> Names:
    """The shipped tables with the countries, and the outlets (if given) as speakers of their own.

    Raises `BadDataError` if a table does not say what it must say.
    """
    table = _table("bodies.toml")
    roles = _table("roles.toml")
    try:
        bodies = {body.name: body for body, _ in _bodies(table)}
        figures = dict(_figures(roles["persons"]))
        seats: list[Row] = [(town, "exact", bodies[name]) for town, name in table["seats"].items()]
        forms = [
            *_outlet_forms(outlets, frozenset(roles["not_outlets"]["words"].split()), countries.demonyms),
            *_body_forms(table),
            *_generic_forms(table),
            *_figure_forms(roles["persons"]),
        ]
        return Names(
            index=_index([*_country_forms(countries), *seats, *forms]),
            bodies=bodies,
            figures=figures,
            possessive=table["possessive"],
            seats=table["seats"],
            countries=countries,
            words=words_of(roles),
            rivals={form: tuple(bodies[name] for name in rivals) for form, rivals in table["rivals"].items()},
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise BadDataError(f"bodies.toml or roles.toml: {error!r} is missing or of the wrong type") from error


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((files("crosswire.claims") / "data" / name).read_text("utf-8"))


def _bodies(table: Mapping[str, Any]) -> Iterator[tuple[Body, tuple[str, ...]]]:
    """Each body of the table with all its forms."""
    likes = _likes(table["generic"])
    kinds: tuple[SpeakerKind, ...] = ("official", "organisation", "agency", "document")
    for kind in kinds:
        for code, rows in table[kind].items():
            for name, also in rows.items():
                generic = (*likes.get(name, ()), *likes.get(name.partition("'s ")[2], ()))
                acts: Acts = "country" if name in table["unions"]["names"] else "body"
                body = Body(name, kind, None if code == "world" else code, acts, generic)
                yield body, (name, *filter(None, also.split("|")))


def _likes(generics: Iterable[Mapping[str, Any]]) -> Mapping[str, tuple[str, ...]]:
    """Proper name, or generic name, -> the generic names it goes by: "Federal Reserve" is a "central bank"."""
    likes: dict[str, tuple[str, ...]] = {}
    for row in generics:
        for name in (row["name"], *row.get("own", {}).values()):
            if "Ministry" in row["name"] and "Ministry" not in name:
                continue  # the State Department is never "the foreign ministry"
            likes[name] = (*likes.get(name, ()), row["name"])
    return likes


def _body_forms(table: Mapping[str, Any]) -> Iterator[Row]:
    for body, forms in _bodies(table):
        for form in forms:
            yield form, "exact", body


def _generic_forms(table: Mapping[str, Any]) -> Iterator[Row]:
    for row in table["generic"]:
        generic = Generic(
            row["name"], row.get("acts", "body"), row.get("alone", True), row.get("limited", False), row.get("own", {})
        )
        for form in row["forms"]:
            yield form, "exact" if form[0].isupper() else "folded", generic


def _country_forms(countries: Countries) -> Iterator[Row]:
    for form, country in countries.capitals.items():
        yield form, "exact", CountryForm(country, "capital")
    for form, country in countries.demonyms.items():
        yield form, "exact", CountryForm(country, "demonym")
    for form, country in countries.names.items():
        yield form, "exact", CountryForm(country, "name")


def _outlet_forms(outlets: Iterable[Outlet], common: frozenset[str], demonyms: Container[str]) -> Iterator[Row]:
    """Names of outlets; those that are plain words ("The Sun", "Time") only with an article, or not at all without
    one."""
    for outlet in outlets:
        body = Body(outlet.name, outlet.kind, outlet.country)
        for name in (outlet.name, *outlet.aliases):
            form = name.removeprefix("The ")
            if form != name and " " not in form:
                if form not in demonyms:  # "the Australian prime minister"
                    yield form, "article", body
            elif form.lower() not in common:
                yield form, "exact", body


def _figures(persons: Mapping[str, Any]) -> Iterator[tuple[str, Figure]]:
    for name, row in persons.items():
        figure = Figure(
            name, row["country"] or None, row["gender"], tuple(filter(None, row.get("short", "").split("|")))
        )
        for form in (name, *filter(None, row["also"].split("|")), *figure.short):
            yield form, figure


def _figure_forms(persons: Mapping[str, Any]) -> Iterator[Row]:
    for form, figure in _figures(persons):
        yield form, "exact", figure


def _index(forms: Iterable[Row]) -> Mapping[str, tuple[Row, ...]]:
    """Forms by their first word. Of one form with two meanings the later stands: bodies over countries, tables over
    outlets."""
    unique = {(form, match): meaning for form, match, meaning in forms}
    index: dict[str, list[Row]] = {}
    for (form, match), meaning in unique.items():
        first = FIRST.match(form)
        if first is not None:
            index.setdefault(first[0].lower(), []).append((form, match, meaning))
    return {first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row[1]))) for first, rows in index.items()}
