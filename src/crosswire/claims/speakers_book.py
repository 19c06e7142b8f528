"""Names given to entities, one entity a name, while a report is read; and whose "the ministry" is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from crosswire.claims.countries import Country
from crosswire.claims.speakers_names import Acts, Body, CountryForm, Generic, Meaning, Names
from crosswire.model import SpeakerKind


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody a report names. `name` is canonical; for a country it is the country's name, its government speaks for
    it."""

    name: str
    type: Literal["person", "country", "body"]
    kind: SpeakerKind
    country: str | None = None
    role: str | None = None
    gender: str | None = None
    acts: Acts = "body"


@dataclass(slots=True)
class Book:
    """The entities of a report in the order they come up, and what later mentions need: who was last named."""

    names: Names
    entities: list[Entity]
    index: dict[tuple[str, str], int] = field(default_factory=dict)
    short: dict[str, int] = field(default_factory=dict)
    bodies: dict[str, int] = field(default_factory=dict)  # generic name -> the body of that kind last named
    countries: dict[str, Country] = field(default_factory=dict)  # by code, the last named last
    here: Country | None = None  # last named in this passage
    official: Country | None = None  # whose body was last named

    def turn(self) -> None:
        """Go on to the next passage."""
        self.here = None

    def entity(self, meaning: Meaning) -> int | None:
        """The entity of a known name, new if need be; None for a generic body that nothing tells the owner of."""
        if isinstance(meaning, CountryForm):
            self._saw(meaning.country)
            return self._add(Entity(meaning.country.name, "country", "official", meaning.country.code))
        if isinstance(meaning, Generic):
            return self._generic(meaning)
        if isinstance(meaning, Body):
            return self.short.get(meaning.name) if meaning.name in self.short else self._body(meaning)
        return None

    def call(self, short: str | None, entity: int) -> None:
        """From here on, the abbreviation means the entity."""
        if short is not None:
            self.short.setdefault(short, entity)

    def _saw(self, country: Country) -> None:
        self.countries.pop(country.code, None)
        self.countries[country.code] = country
        self.here = country

    def _body(self, body: Body) -> int:
        country = self.names.countries.by_code(body.country or "")
        if country is not None and body.kind == "official":
            self._saw(country)
            self.official = country
        entity = self._add(Entity(body.name, "body", body.kind, body.country, acts=body.acts))
        for generic in body.generic:
            self.bodies[generic] = entity
        return entity

    def _generic(self, generic: Generic) -> int | None:
        """ "The coast guard": the one last named, else that of the country this is about."""
        known = self.bodies.get(generic.name)
        if known is not None:
            return known
        if not generic.alone:
            return None
        country = self._country(generic)
        if country is None:
            return self._add(Entity(generic.name, "body", "official", acts=generic.acts))
        return self._body(self.names.of_country(country, generic))

    def _country(self, generic: Generic) -> Country | None:
        """Whose body: the country named in this passage, else the one whose body was last named, else the last named.

        Few countries have a Congress, so that one goes to the last named of those.
        """
        if generic.limited:
            return next((c for c in reversed(self.countries.values()) if c.code in generic.own), None)
        return self.here or self.official or next(reversed(self.countries.values()), None)

    def _add(self, entity: Entity) -> int:
        key = (entity.type, entity.name)
        if key not in self.index:
            self.index[key] = len(self.entities)
            self.entities.append(entity)
        return self.index[key]
