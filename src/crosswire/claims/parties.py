"""Who acts in a text: countries, bodies, people and groups, as values with one canonical name each.

A country's troops, ships and drones are that country as forces ("Israeli forces", "Russian drones"): who did it is the
country, and two reports of which one says "Israel" and the other "Israeli forces" agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from crosswire.claims.coref import PRONOUNS, RELATIVE, antecedent
from crosswire.claims.coref_bodies import named_like
from crosswire.claims.parse import Passage
from crosswire.claims.speakers.book import Entity
from crosswire.claims.speakers.roster import Named, Roster
from crosswire.claims.speakers.sheet import POSSESSIVE, Sheet
from crosswire.model import Party, Recognised

# A capital after one of these is a place, not its government: "in Seoul", but "with Seoul" and "against Seoul".
WHERE = frozenset(
    ("in", "at", "near", "outside", "around", "over", "across", "inside", "throughout", "off", "within", "from", "of")
)
# What is called so is where something was, and did nothing: "the Halden Arena bombing".
SITES = frozenset({
    "arena", "stadium", "tower", "towers", "bridge", "square", "park", "street", "avenue", "road", "beach", "cathedral",
    "mosque", "church", "temple", "synagogue", "nightclub", "concert", "festival", "market", "mall", "station",
})  # fmt: skip
STYLED = 5  # letters: "who" and "ice" stand in many a report that names the WHO or ICE
MODIFIERS = 2  # words that may stand between a group's owner and the group: "Houthi-held", "Israeli special forces"


@dataclass(frozen=True, slots=True)
class Actor:
    """Tokens [start, end) that name an actor."""

    start: int
    end: int
    name: str
    country: str | None
    kind: str


def find_parties(text: str, passages: Sequence[Passage], roster: Roster) -> tuple[Recognised, ...]:
    """Every actor a report names, in the order of the text, none overlapping another. `roster` is that of these
    passages."""
    found: list[Recognised] = []
    for row, (passage, sheet) in enumerate(zip(passages, roster.sheets, strict=True)):
        for actor in actors(roster, row, sheet):
            last = actor.end - 1
            span = passage.span(text, sheet.starts[actor.start], sheet.starts[last] + len(sheet.words[last]))
            found.append(Recognised(span, Party(span.exact, actor.name, actor.country, actor.kind)))
    return tuple(found)


def party_at(roster: Roster, passage: int, token: Token) -> Party | None:
    """The actor that a noun or pronoun means: one named there, or the one that "it" or "the company" refers to."""
    sheet = roster.sheets[passage]
    low = token.lower_
    if low in PRONOUNS or low in RELATIVE:
        place = antecedent(roster, passage, token.i)
        if place is None or (low in RELATIVE and place[1] == token.i):
            return None
        meant = roster.sheets[place[0]].passage.doc[place[1]]
        found = None if meant.lower_ in PRONOUNS else party_at(roster, place[0], meant)
        return None if found is None else Party(token.text, found.name, found.country, found.kind)
    named = roster.at(passage, token.i) or (
        named_like(roster, passage, token.i) if low in roster.names.words.bodies else None
    )
    if named is not None:
        entity = roster.entities[named.entity]
        name, kind = _acts(roster, entity)
        return Party(token.text, name, entity.country, kind)
    if low in roster.names.words.groups or low in roster.names.words.forces:
        owner = next((n for n in roster.within(passage, token.left_edge.i, token.i)), None)
        owner = owner or _coalition(roster, passage, token.i)
        actor = _group(roster, sheet, token.i, owner)
        return None if actor is None else Party(token.text, actor.name, actor.country, actor.kind)
    return None


def office_holder(roster: Roster, passage: int, token: Token) -> Party | None:
    """The person whom the report names with the office that a singular noun tells: "the former Belgian minister" is Ann
    Maes where it calls one minister of Belgium, and no other."""
    office = token.tag_ in ("NN", "NNP") and token.lower_ in roster.names.words.titles
    if not office or any(c.lower_ in ("a", "an", "another") for c in token.lefts):
        return None
    lands = {roster.entities[n.entity].country for n in roster.within(passage, token.left_edge.i, token.i)}
    found = [roster.entities[i] for i in roster.holders.get(token.lower_, ())]
    holders = [e for e in found if not lands or e.country in (*lands, None)]
    if len(holders) != 1:
        return None
    return Party(token.doc[token.left_edge.i : token.i + 1].text, holders[0].name, holders[0].country, "person")


def actors(roster: Roster, passage: int, sheet: Sheet) -> Iterator[Actor]:
    """The actors that one passage names."""
    words = roster.names.words
    named = {n.start: n for n in roster.named[passage]}
    owners: Mapping[int, Named] = {n.end: n for n in roster.named[passage]}
    taken = _owned_groups(roster, passage, owners)
    free = 0
    for i, low in enumerate(sheet.lowers):
        if i < free:
            continue
        actor = None
        if i in taken:
            actor = taken[i]
        elif i in named:
            actor = _named(roster, sheet, named[i])
            free = named[i].end
        elif low in words.groups and sheet.passage.doc[i].pos_ in ("NOUN", "PROPN"):
            actor = _referred(roster, passage, i) or _group(roster, sheet, i, None)
        if actor is not None:
            free = actor.end
            yield actor


def _owned_groups(roster: Roster, passage: int, owners: Mapping[int, Named]) -> dict[int, Actor]:
    """Groups that belong to somebody named before them ("Israeli special forces"), by the first token of the whole."""
    words, sheet = roster.names.words, roster.sheets[passage]
    taken: dict[int, Actor] = {}
    for i, low in enumerate(sheet.lowers):
        if low in words.forces or low in words.groups:
            owner = _owner(sheet, i, owners)
            actor = _group(roster, sheet, i, owner) if owner is not None else None
            if actor is not None:
                taken[actor.start] = actor
            elif owner is None and (named := _coalition(roster, passage, i)) is not None:
                taken[i - 1] = Actor(i - 1, i + 1, *_acting(roster, roster.entities[named.entity]))
    return taken


def _coalition(roster: Roster, passage: int, i: int) -> Named | None:
    """Whose "coalition forces" are: the coalition's that was named before."""
    if i == 0 or roster.sheets[passage].lowers[i - 1] not in ("coalition", "alliance"):
        return None
    named = named_like(roster, passage, i - 1)
    return named if named is not None and roster.entities[named.entity].type == "body" else None


def _owner(sheet: Sheet, i: int, owners: Mapping[int, Named]) -> Named | None:
    """Who is named right before a group, with "'s" and at most two adjectives between."""
    for start in range(i, max(0, i - MODIFIERS - 2), -1):
        if start in owners:
            return owners[start]
        if sheet.words[start - 1] not in POSSESSIVE and sheet.passage.doc[start - 1].pos_ not in ("ADJ", "NOUN"):
            return None
    return None


def _referred(roster: Roster, passage: int, i: int) -> Actor | None:
    """ "The ministry", "the company": the one last named."""
    sheet = roster.sheets[passage]
    if sheet.lowers[i] not in roster.names.words.bodies or i == 0 or sheet.lowers[i - 1] not in ("the", "its"):
        return None
    named = named_like(roster, passage, i)
    return None if named is None else Actor(i, i + 1, *_acting(roster, roster.entities[named.entity]))


def _group(roster: Roster, sheet: Sheet, i: int, owner: Named | None) -> Actor | None:
    """A group's noun, with its owner if it has one; forces without an owner are nobody's."""
    low, words = sheet.lowers[i], roster.names.words
    if sheet.passage.doc[i].dep_ in ("compound", "amod") and owner is None:
        return None
    if owner is None:
        return Actor(i, i + 1, low, None, "group") if low in words.groups else None
    entity = roster.entities[owner.entity]
    if low in words.hardware and owner.how != "demonym":
        return None  # "North Korea's missiles" are things, "Ukrainian drones struck" is Ukraine
    if entity.type == "country":
        kind = "forces" if low in words.forces else "group"
        name = entity.name if kind == "forces" else f"{sheet.slice(owner.start, owner.end)} {low}"
        return Actor(owner.start, i + 1, name, entity.country, kind)
    if entity.type == "body":
        return Actor(owner.start, i + 1, *_acting(roster, entity))
    return None


def _named(roster: Roster, sheet: Sheet, named: Named) -> Actor | None:
    entity = roster.entities[named.entity]
    site = entity.kind in ("organisation", "person") and " " in entity.name and entity.name.split()[-1].lower() in SITES
    if site or entity.kind == "document" or (named.how == "capital" and _is_place(sheet, named)):
        return None
    if _is_styled(roster, sheet.slice(named.start, named.end)):
        return None
    return Actor(named.start, named.end, *_acting(roster, entity))


def _is_styled(roster: Roster, words: str) -> bool:
    """Whether capitals only open a report, as some papers set their first words: "A FIRE-BOMB attack", where the report
    says "fire-bomb" too."""
    if not words.isupper() or len(words) < STYLED:
        return False
    return any(words.lower() in sheet.passage.doc.text for sheet in roster.sheets)


def _is_place(sheet: Sheet, named: Named) -> bool:
    """Whether a capital is meant as the town: after "in", or after "north of"."""
    before = sheet.lowers[named.start - 1] if named.start else ""
    return before in WHERE


def _acting(roster: Roster, entity: Entity) -> tuple[str, str | None, str]:
    name, kind = _acts(roster, entity)
    return name, entity.country, kind


def _acts(roster: Roster, entity: Entity) -> tuple[str, str]:
    """Canonical name and kind of somebody who does something: a government or an army acts as its country."""
    country = roster.names.countries.by_code(entity.country or "")
    if entity.acts != "body" and country is not None:
        return country.name, "country" if entity.acts == "country" else "forces"
    return entity.name, "country" if entity.acts == "country" else entity.type
