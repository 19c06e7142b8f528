"""Names given to entities, one entity a name, while a report is read; and whose "the ministry" is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from crosswire.claims.countries import Country
from crosswire.claims.speakers.names import Acts, Body, CountryForm, Generic, Meaning, Names
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
    official: dict[str, Country] = field(default_factory=dict)  # whose bodies were named, the last named last
    home: Country | None = None  # where the dateline says that the report was written
    told_of: frozenset[str] = frozenset()  # the countries of whose deeds the body tells that is looked at
    places: frozenset[str] = frozenset()  # the countries that something is told to have been in
    lasts: dict[str, int] = field(default_factory=dict)  # last word of a body's name -> the body last named so

    def entity(self, meaning: Meaning, theirs: bool, part: bool = False) -> int | None:
        """The entity of a known name, new if need be; None for a generic body that nothing tells the owner of.

        `theirs` is whether the text gives a generic body to the country named last ("its army"), `part` whether the
        name is half a word: a "Saudi-led coalition" gives no ministry to Saudi Arabia.
        """
        if isinstance(meaning, CountryForm):
            if not part:
                self._saw(meaning.country)
            return self._add(Entity(meaning.country.name, "country", "official", meaning.country.code))
        if isinstance(meaning, Generic):
            last = next(reversed(self.countries.values()), None) if theirs else None
            return self._generic(meaning) if last is None else self._body(self.names.of_country(last, meaning))
        if isinstance(meaning, Body):
            return self._shortened(meaning)
        return None

    def call(self, short: str | None, entity: int) -> None:
        """From here on, the abbreviation means the entity."""
        if short is not None:
            self.short.setdefault(short, entity)

    def _saw(self, country: Country) -> None:
        self.countries.pop(country.code, None)
        self.countries[country.code] = country

    def _shortened(self, body: Body) -> int:
        """A body by its name, by an abbreviation given before, or by its last word: "the Commission", "The Post"."""
        if body.name in self.short:
            return self.short[body.name]
        if body.name in self.lasts and body.name not in self.names.bodies:
            return self.lasts[body.name]
        return self._body(body)

    def _body(self, body: Body) -> int:
        country = self.names.countries.by_code(body.country or "")
        joint = body.name.endswith("coalition")  # many states' forces: no ministry is theirs
        if country is not None and body.kind == "official" and not joint:
            self._saw(country)
            self.official.pop(country.code, None)
            self.official[country.code] = country
        entity = self._add(Entity(body.name, "body", body.kind, body.country, acts=body.acts))
        for generic in body.generic:
            self.bodies[generic] = entity
        first, _, last = body.name.rpartition(" ")
        if first:
            self.lasts[last] = entity
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
        """Whose body: the country whose body was last named, else that of the dateline, else the only one named.

        Not simply the country last named: in "North Korea fired a missile, the military said" it is the South's. Few
        countries have a Congress, so that one goes to the last named of those.
        """
        if generic.limited:
            return next((c for c in reversed(self.countries.values()) if c.code in generic.own), None)
        only = [c for c in self.countries.values() if c.code not in self.told_of] if len(self.countries) == 1 else []
        likely = [*reversed(self.official.values()), *([self.home] if self.home else []), *only]
        # "Kidnapped in Haiti, police say": no police of the United States, though its FBI is named
        abroad = self.places if generic.name == "police" else frozenset()
        return next((c for c in likely if generic.fits(c.code) and (not abroad or c.code in abroad)), None)

    def _add(self, entity: Entity) -> int:
        key = (entity.type, entity.name)
        if key not in self.index:
            self.index[key] = len(self.entities)
            self.entities.append(entity)
        return self.index[key]
