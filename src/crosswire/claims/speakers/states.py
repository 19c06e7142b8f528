"""Of which state a body is that the phrase gives to one: "Tanzania's ... Agency", "Canada's Justice Department"."""

from __future__ import annotations

from dataclasses import replace

from crosswire.claims.speakers.made import speaker
from crosswire.claims.speakers.names import Generic
from crosswire.claims.speakers.phrase import Phrase
from crosswire.claims.speakers.roster import Roster
from crosswire.model import Speaker

TROOPS = frozenset({"forces", "troops"})
STATE = frozenset({"agency", "ministry", "authority", "department", "directorate", "commission", "institute", "bureau"})


def of_its_country(roster: Roster, phrase: Phrase, found: Speaker) -> Speaker:
    """A body of no known country that a country owns by the phrase is that state's: "Tanzania's ... Agency"."""
    if (
        found.kind != "organisation"
        or found.country
        or STATE.isdisjoint(phrase.sheet.lowers[phrase.start : phrase.end])
    ):
        return found
    owners = (n for n in roster.within(phrase.passage, phrase.start, phrase.end) if n.how != "demonym")
    for named in owners:
        entity = roster.entities[named.entity]
        if entity.type == "country" and phrase.sheet.lowers[named.end : named.end + 1] in (["'s"], ["'"]):
            return replace(found, kind="official", country=entity.country)
    return found


def of_another(roster: Roster, phrase: Phrase, found: Speaker) -> Speaker:
    """A department that only one state calls so, where the phrase says that it is another's: "Canada's Justice
    Department", "the Canadian Justice Department" is no U.S. one."""
    lowers = phrase.sheet.lowers[phrase.start : phrase.end]
    if found.kind != "official" or found.country is None or "department" not in lowers:
        return found
    lands = [roster.entities[n.entity] for n in roster.within(phrase.passage, phrase.start, phrase.end)]
    owner = next((one for one in lands if one.type == "country"), None)
    if owner is None or owner.country in (None, found.country) or lowers.index("department") == 0:
        return found
    matter = phrase.sheet.words[phrase.start + lowers.index("department") - 1]
    return replace(found, canonical=f"{owner.name}'s {matter} Ministry", country=owner.country)


def troops(roster: Roster, phrase: Phrase) -> Speaker | None:
    """A country's forces are its military: "U.S. forces in Afghanistan said"; not "Saudi-led" or "rebel" ones."""
    noun = phrase.head
    if noun.lower_ not in TROOPS:
        return None
    for named in roster.within(phrase.passage, phrase.start, phrase.end):
        entity = roster.entities[named.entity]
        if entity.type == "country" and named.start < noun.i and named.end >= noun.i:
            country, names = roster.names.countries.by_code(entity.country or ""), roster.names
            generic = next((m for _, _, m in names.index["military"] if isinstance(m, Generic)), None)
            if country is None or generic is None:
                return None
            body = names.of_country(country, generic)
            return speaker(roster, phrase, body.name, "official", body.country)
    return None
