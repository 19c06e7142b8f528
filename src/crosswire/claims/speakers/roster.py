"""The roster of a report: everybody it names, each under one canonical name, with every place where it is named.

One pass finds the names, a second gives short names ("Takaichi", "Ms. Takaichi") to the full ones, and bodies that many
countries have ("the ministry of defence", "the coast guard") to the country they belong to in this report.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from crosswire.claims.countries import Country
from crosswire.claims.parse import Passage
from crosswire.claims.speakers.book import Book, Entity
from crosswire.claims.speakers.halves import with_halves
from crosswire.claims.speakers.names import CountryForm, Generic, Names
from crosswire.claims.speakers.no_persons import not_persons
from crosswire.claims.speakers.orgs import organisations
from crosswire.claims.speakers.people import find_people
from crosswire.claims.speakers.persons import Person, gather
from crosswire.claims.speakers.rivals import settle_rivals
from crosswire.claims.speakers.scan import Hit, scan
from crosswire.claims.speakers.sheet import Sheet, sheet_of
from crosswire.claims.speakers.words import Words

HOLDERS = 20  # persons of one kind of office that are looked through
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
    """All who are named in one report; `named` holds for each passage where it names somebody, in order."""

    text: str
    sheets: tuple[Sheet, ...]
    names: Names
    entities: tuple[Entity, ...]
    named: tuple[tuple[Named, ...], ...]
    holders: Mapping[str, tuple[int, ...]]  # word of a role -> the persons whose role has it
    home: str | None = None  # the country that its dateline says it was written in

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

    def is_named_before(self, entity: int, passage: int, token: int) -> bool:
        """Whether an entity is named in the report before a token, for words outside quotations outside them."""
        inside = self.sheets[passage].quoted(token)
        rows = (n for row in self.named[: passage + 1] for n in row if n.entity == entity)
        before = (n for n in rows if (n.passage, n.start) < (passage, token))
        return any(inside or not self.sheets[n.passage].quoted(n.start) for n in before)


def build_roster(text: str, passages: Sequence[Passage], names: Names, dateline: str | None = None) -> Roster:
    """Who is named in a report; `text` and `dateline` are the report's, `passages` its parsed blocks."""
    sheets = tuple(sheet_of(passage) for passage in passages)
    hits = with_halves(sheets, settle_rivals(sheets, [scan(sheet, names) for sheet in sheets], names), names)
    others = not_persons(sheets, names.words)
    people = [find_people(sheet, row, names, others) for sheet, row in zip(sheets, hits, strict=True)]
    persons, mentions = gather(sheets, hits, people, names.words)
    book = Book(names, [_person_entity(person) for person in persons])
    book.home = _home(dateline or "", names) or _dateline(sheets, names)
    book.places = frozenset(code for sheet, row in zip(sheets, hits, strict=True) for code in _places(sheet, row))
    rows: list[list[Named]] = [[] for _ in sheets]
    for passage, found, entity in mentions:
        rows[passage].append(Named(passage, found.start, found.end, entity))
    taken = [_tokens((*row, *known)) for row, known in zip(rows, hits, strict=True)]
    unlisted = organisations(sheets, taken, others, names.words)
    for passage, sheet in enumerate(sheets):
        free = _outside([*hits[passage], *unlisted[passage]], _tokens(rows[passage]))
        rows[passage].extend(_known(passage, sheet, free, book))
        rows[passage].sort(key=lambda named: named.start)
    named = tuple(
        tuple(_explained(n, book) if sheet.passage.kind == "title" else n for n in row)
        for sheet, row in zip(sheets, rows, strict=True)
    )
    home = book.home.code if book.home is not None else None
    return Roster(text, sheets, names, tuple(book.entities), named, _holders(book.entities), home)


def _explained(named: Named, book: Book) -> Named:
    """In a headline a body of no known country is the one that the text behind it tells: "... into East Sea: JCS"."""
    entity = book.entities[named.entity]
    known = book.bodies.get(entity.name) if entity.type == "body" and entity.country is None else None
    return named if known is None else replace(named, entity=known)


def _holders(entities: Sequence[Entity]) -> Mapping[str, tuple[int, ...]]:
    holders: dict[str, list[int]] = {}
    for i, entity in enumerate(entities):
        for word in set((entity.role or "").lower().replace("-", " ").split()):
            holders.setdefault(word, []).append(i)
    return {word: tuple(row[:HOLDERS]) for word, row in holders.items()}


def _home(dateline: str, names: Names) -> Country | None:
    """The country that a dateline names, or whose capital it does: "SANA, Yemen"; not by a town alone, which may be
    anywhere."""
    parts = [part.strip(" .-") for part in dateline.replace("(", ",").split(",")]
    named = [country for part in parts if (country := names.countries.by_name(part.title())) is not None]
    seats = [country for part in parts if (country := names.countries.by_capital(part.title())) is not None]
    return next(iter((*named, *seats)), None)


def _dateline(sheets: Sequence[Sheet], names: Names) -> Country | None:
    """The country of the town in capitals that a report begins with: "SEOUL, Jan. 27 (Yonhap) --"."""
    for sheet in sheets[:4]:
        town = sheet.words[0] if sheet.words else ""
        if town.isupper() and len(town) > 3 and len(sheet.words) > 10:
            return names.countries.by_capital(town.title()) or names.countries.by_name(town.title())
    return None


def _person_entity(person: Person) -> Entity:
    return Entity(person.name, "person", "person", person.country, person.role, person.gender)


def _places(sheet: Sheet, hits: Sequence[Hit]) -> Iterator[str]:
    """The countries that a passage tells something to be in."""
    for hit in hits:
        inside = hit.start > 0 and sheet.lowers[hit.start - 1] in ("in", "across", "throughout", "outside", "near")
        if inside and isinstance(hit.meaning, CountryForm) and hit.meaning.how != "demonym":
            yield hit.meaning.country.code


def _tokens(spans: Iterable[Named | Hit]) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end)}


def _outside(hits: Iterable[Hit], taken: set[int]) -> list[Hit]:
    return sorted((hit for hit in hits if hit.start not in taken), key=lambda hit: hit.start)


def _known(passage: int, sheet: Sheet, hits: Sequence[Hit], book: Book) -> Iterator[Named]:
    """Bodies, countries and organisations in order: whose "the ministry" is depends on who came before."""
    for hit in hits:
        half = hit.end < len(sheet.words) and sheet.words[hit.end] == "-"
        part = half or _of_a_person(sheet, hit, book.names.words)
        if isinstance(hit.meaning, Generic) and not book.home:
            book.told_of = _told_of(sheet, hit, hits)
        entity = book.entity(hit.meaning, _theirs(sheet, hit.start), part)
        if entity is not None:
            how = hit.meaning.how if isinstance(hit.meaning, CountryForm) else "name"
            if sheet.slice(hit.start, hit.end) in book.names.seats:
                how = "capital"
            yield Named(passage, hit.start, hit.end, entity, how)
            book.call(_abbreviation(sheet, hit.end), entity)


def _told_of(sheet: Sheet, hit: Hit, hits: Sequence[Hit]) -> frozenset[str]:
    """The countries of whose deeds a body tells by name: "the Ministry of Defense announced that North Korea fired a
    missile" is no ministry of North Korea's."""
    body = next((t for t in sheet.passage.doc[hit.start : hit.end] if t.dep_ == "nsubj"), None)
    said = [c for c in body.head.children if c.dep_ == "ccomp"] if body is not None else []
    subjects = {t.i for clause in said for t in clause.children if t.dep_ == "nsubj"}
    named = (h for h in hits if any(h.start <= i < h.end for i in subjects))
    return frozenset(h.meaning.country.code for h in named if isinstance(h.meaning, CountryForm))


def _of_a_person(sheet: Sheet, hit: Hit, words: Words) -> bool:
    """Whether a word only tells where people are from: "an Iranian cleric", "17 American missionaries" and "US pop star
    Ana Paz" bring no police of Iran or of the United States."""
    doc = sheet.passage.doc
    noun = doc[hit.end - 1].head
    if not isinstance(hit.meaning, CountryForm) or hit.meaning.how == "capital" or hit.end >= len(doc):
        return False
    short = hit.meaning.how == "name" and sheet.slice(hit.start, hit.end).replace(".", "") in ("US", "UK")
    if not short and hit.meaning.how != "demonym":
        return False
    if noun.i < hit.end or noun.pos_ != "NOUN":
        noun = next((t for t in doc[hit.end : hit.end + 3] if t.pos_ != "ADJ"), noun)
    body = words.insiders | words.spokes | words.titles | words.bodies | words.forces
    some = any(child.lower_ in ("a", "an") for child in noun.lefts) and noun.lower_ in words.somebody
    abroad = not words.abroad.isdisjoint((noun.lower_, noun.lemma_.lower()))
    return hit.end <= noun.i and noun.pos_ in ("NOUN", "PROPN") and (abroad or (some and noun.lower_ not in body))


def _theirs(sheet: Sheet, start: int) -> bool:
    """Whether a body is said to be that of the country just named: "its army", "the country's coast guard"."""
    if start and sheet.lowers[start - 1] in ("its", "their"):
        return True
    return start > 1 and sheet.lowers[start - 1] == "'s" and sheet.lowers[start - 2] in ("country", "nation")


def _abbreviation(sheet: Sheet, end: int) -> str | None:
    """The short form that a name defines: "(KDCA)" right behind it."""
    if end + 2 < len(sheet.words) and sheet.words[end] == "(" and sheet.words[end + 2] == ")":
        short = sheet.words[end + 1]
        return short if short.isupper() and 2 <= len(short) <= 8 else None
    return None
