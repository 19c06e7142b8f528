"""The roster of a report: everybody it names, each under one canonical name, with every place where it is named.

One pass finds the names, a second gives short names ("Takaichi", "Ms. Takaichi") to the full ones, and bodies that many
countries have ("the ministry of defence", "the coast guard") to the country they belong to in this report.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from crosswire.claims.parse import Passage
from crosswire.claims.speakers_book import Book, Entity
from crosswire.claims.speakers_names import Body, CountryForm, Names
from crosswire.claims.speakers_people import find_people
from crosswire.claims.speakers_persons import Person, gather
from crosswire.claims.speakers_scan import POSSESSIVE, Hit, Sheet, scan, sheet_of

How = Literal["name", "demonym", "capital"]


@dataclass(frozen=True, slots=True)
class Named:
    """Tokens [start, end) of a passage that name an entity of the roster, by its index."""

    passage: int
    start: int
    end: int
    entity: int
    how: How = "name"


@dataclass(frozen=True, slots=True)
class Roster:
    """All who are named in one report. `named` holds, for each passage, the places where it names somebody, in order."""

    text: str
    sheets: tuple[Sheet, ...]
    names: Names
    entities: tuple[Entity, ...]
    named: tuple[tuple[Named, ...], ...]

    def at(self, passage: int, token: int) -> Named | None:
        """Who is named over a token."""
        row = self.named[passage]
        k = bisect_right(row, token, key=lambda named: named.start) - 1
        return row[k] if k >= 0 and row[k].end > token else None

    def within(self, passage: int, start: int, end: int) -> tuple[Named, ...]:
        """Who is named inside tokens [start, end) of a passage."""
        row = self.named[passage]
        first = bisect_right(row, start - 1, key=lambda named: named.start)
        last = bisect_right(row, end - 1, key=lambda named: named.start)
        return row[first:last]


def build_roster(text: str, passages: Sequence[Passage], names: Names) -> Roster:
    """Who is named in a report; `text` is the report's, `passages` its parsed blocks."""
    sheets = tuple(sheet_of(passage) for passage in passages)
    hits = [scan(sheet, names) for sheet in sheets]
    people = [find_people(sheet, row, names) for sheet, row in zip(sheets, hits, strict=True)]
    persons, mentions = gather(sheets, hits, people, names.words)
    book = Book(names, [_person_entity(person) for person in persons])
    rows: list[list[Named]] = [[] for _ in sheets]
    for passage, found, entity in mentions:
        rows[passage].append(Named(passage, found.start, found.end, entity))
    for passage, sheet in enumerate(sheets):
        rows[passage].extend(_known(passage, sheet, hits[passage], rows[passage], book))
        rows[passage].sort(key=lambda named: named.start)
    return Roster(text, sheets, names, tuple(book.entities), tuple(tuple(row) for row in rows))


def _person_entity(person: Person) -> Entity:
    return Entity(person.name, "person", "person", person.country, person.role, person.gender)


def _known(passage: int, sheet: Sheet, hits: Sequence[Hit], people: Sequence[Named], book: Book) -> Iterator[Named]:
    """Bodies and countries of a passage, and the organisations that only the parser knows."""
    taken = {i for named in people for i in range(named.start, named.end)}
    for hit in sorted([*hits, *_organisations(sheet, hits, taken)], key=lambda hit: hit.start):
        entity = None if hit.start in taken else book.entity(hit.meaning)
        if entity is not None:
            how = hit.meaning.how if isinstance(hit.meaning, CountryForm) else "name"
            yield Named(passage, hit.start, hit.end, entity, how)
            book.call(_abbreviation(sheet, hit.end), entity)


def _organisations(sheet: Sheet, hits: Sequence[Hit], taken: set[int]) -> Iterator[Hit]:
    """The parser's organisations that no table knows, under their names as written, without article and "'s"."""
    known = taken | {i for hit in hits for i in range(hit.start, hit.end)}
    for start, end, label in sheet.entities:
        if label in ("ORG", "NORP") and known.isdisjoint(range(start, end)):
            while start < end and sheet.lowers[start] in ("the", "a", "an"):
                start += 1
            while end > start and (sheet.words[end - 1] in POSSESSIVE or not sheet.words[end - 1][-1].isalnum()):
                end -= 1
            if start < end and sheet.words[start][0].isupper():
                yield Hit(start, end, Body(sheet.slice(start, end), "organisation", None))


def _abbreviation(sheet: Sheet, end: int) -> str | None:
    """The short form that a name defines: "(KDCA)" right behind it."""
    if end + 2 < len(sheet.words) and sheet.words[end] == "(" and sheet.words[end + 2] == ")":
        short = sheet.words[end + 1]
        return short if short.isupper() and 2 <= len(short) <= 8 else None
    return None
