"""Words in a text -> the speaker they mean, under one canonical name in every report.

Offices of one body, its spokesmen and its officials without a name are that body: two outlets that each heard "an official" of one
ministry have heard one origin, and counting them as two would invent corroboration. A government speaks for its country, a capital
for its government, and whoever issues a statement speaks in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from crosswire.claims.coref import PRONOUNS, RELATIVE, antecedent, named_like
from crosswire.claims.speakers_book import Entity
from crosswire.claims.speakers_names import Names, load_names
from crosswire.claims.speakers_phrase import Phrase, joined, part_of, phrase_of
from crosswire.claims.speakers_roster import Named, Roster, build_roster
from crosswire.model import Span, Speaker, SpeakerKind

__all__ = ["Names", "Roster", "build_roster", "load_names", "resolve_span", "resolve_speaker"]

NOMINAL = ("NOUN", "PROPN", "PRON")


def resolve_speaker(roster: Roster, passage: int, start: int, end: int, *_: object) -> Speaker:
    """Who is meant by tokens [start, end) of a passage; joint speakers ("Seoul and Tokyo") with their members.

    Always an answer: where the text does not tell, it is somebody unnamed.
    """
    return _resolved(roster, phrase_of(roster.sheets[passage], passage, start, end))


def _resolved(roster: Roster, phrase: Phrase) -> Speaker:
    parts = joined(phrase)
    if len(parts) < 2:
        parts = _people_joined(roster, phrase)
    if len(parts) < 2:
        return _single(roster, phrase)
    members = tuple(_single(roster, part) for part in parts)
    kinds = {member.kind for member in members}
    return Speaker(
        name=phrase.text,
        canonical=_listed(tuple(dict.fromkeys(member.canonical for member in members))),
        kind=members[0].kind if len(kinds) == 1 else "organisation",
        span=_span(roster, phrase),
        members=members,
    )


def _people_joined(roster: Roster, phrase: Phrase) -> list[Phrase]:
    """The same where the parser lost the "and": two named people with their titles and no verb between them."""
    people = [
        named
        for named in roster.within(phrase.passage, phrase.start, phrase.end)
        if roster.entities[named.entity].type == "person"
    ]
    doc, lowers = phrase.sheet.passage.doc, phrase.sheet.lowers
    for one, other in pairwise(people):
        between = range(one.end, other.start)
        link = next((i for i in between if lowers[i] == "and"), None)
        if link is None or any(doc[i].pos_ in ("VERB", "AUX") or lowers[i] in RELATIVE for i in between):
            continue
        rest = phrase_of(phrase.sheet, phrase.passage, link + 1, phrase.end)
        first = phrase_of(phrase.sheet, phrase.passage, phrase.start, link)
        return [first, *(_people_joined(roster, rest) or [rest])]
    return []


def resolve_span(roster: Roster, span: Span) -> Speaker:
    """Who is meant by a span of the report: the same for callers that have characters. It must lie in one passage."""
    for passage, sheet in enumerate(roster.sheets):
        first = span.start - sheet.passage.offset
        if 0 <= first < max(1, len(sheet.text)):
            last = span.end - sheet.passage.offset
            tokens = sheet.between(first, last)
            return resolve_speaker(roster, passage, *tokens)
    return Speaker(span.exact, "unnamed speaker", "unnamed", span=span)


def _single(roster: Roster, phrase: Phrase) -> Speaker:
    """The one speaker of a noun phrase."""
    low = phrase.head.lower_
    words = roster.names.words
    if low in PRONOUNS or low in RELATIVE:
        return _pronoun(roster, phrase)
    person = _person_in(roster, phrase)
    if person is not None:
        return _of_entity(roster, phrase, person)
    named = roster.at(phrase.passage, phrase.head.i)
    if named is not None and not (named.how == "demonym" and len(phrase.words) > 1):
        return _of_entity(roster, phrase, named)
    if low in words.utterances or low in words.works:
        return _document(roster, phrase)
    if low in words.spokes or low in words.people or low in words.titles:
        return _unnamed(roster, phrase)
    if low in words.bodies:
        return _called(roster, phrase)
    return _unknown(roster, phrase)


def _pronoun(roster: Roster, phrase: Phrase) -> Speaker:
    place = antecedent(roster, phrase.passage, phrase.head.i)
    if place is None:
        return _speaker(roster, phrase, "unnamed speaker", "unnamed")
    sheet = roster.sheets[place[0]]
    token = sheet.passage.doc[place[1]]
    meant = phrase_of(sheet, place[0], token.left_edge.i, token.right_edge.i + 1).around(token)
    if token.lower_ in PRONOUNS or token.lower_ in RELATIVE or place == (phrase.passage, phrase.head.i):
        return _speaker(roster, phrase, "unnamed speaker", "unnamed")
    many_meant = phrase.head.lower_ in ("they", "them", "their", *RELATIVE)
    found = _resolved(roster, meant) if many_meant else _single(roster, part_of(meant, token))
    return replace(found, name=phrase.text, span=_span(roster, phrase))


def _person_in(roster: Roster, phrase: Phrase) -> Named | None:
    """The person the phrase is about: its head, or the name in apposition to it ("the premier, Li Qiang")."""
    for named in roster.within(phrase.passage, phrase.start, phrase.end):
        if roster.entities[named.entity].type != "person":
            continue
        head = phrase.head
        if named.start <= head.i < named.end:
            return named
        token = phrase.sheet.passage.doc[named.end - 1]
        if token.dep_ == "appos" and token.head == head and _is_role(roster, head):
            return named
        if named.end == phrase.end and named.start > head.i and _is_role(roster, head) and token.head in (head, token):
            return named
        if head.dep_ == "appos" and head.head == token:
            return named
    return None


def _is_role(roster: Roster, token: Token) -> bool:
    words = roster.names.words
    return token.lower_ in words.titles or token.lower_ in words.people or token.lower_ in words.honorifics


def _of_entity(roster: Roster, phrase: Phrase, named: Named) -> Speaker:
    entity = roster.entities[named.entity]
    if entity.type == "country":
        return _government(roster, phrase, entity)
    return _speaker(roster, phrase, entity.name, entity.kind, entity.country, entity.role)


def _government(roster: Roster, phrase: Phrase, entity: Entity) -> Speaker:
    country = roster.names.countries.by_code(entity.country or "")
    name = entity.name if country is None else roster.names.government(country).name
    return _speaker(roster, phrase, name, "official", entity.country)


def _document(roster: Roster, phrase: Phrase) -> Speaker:
    """A statement is its owner speaking; a report or a strategy speaks for itself, under its owner's name."""
    noun = phrase.head.lower_
    owner = _owner(roster, phrase)
    if owner is None:
        return _speaker(roster, phrase, f"unnamed {noun}", "document", None, noun)
    if noun in roster.names.words.utterances:
        return replace(owner, name=phrase.text, span=_span(roster, phrase), role=noun)
    named = roster.at(phrase.passage, phrase.head.i)
    title = phrase.head.text if named is None else phrase.sheet.slice(named.start, named.end)
    return _speaker(roster, phrase, f"{_possessive(owner.canonical)} {title}", "document", owner.country)


def _unnamed(roster: Roster, phrase: Phrase) -> Speaker:
    """Somebody without a name: who speaks for a body is the body, others are told by what they are."""
    words, noun = roster.names.words, phrase.head.lower_
    found = _holder(roster, phrase)
    if found is not None:
        return _of_entity(roster, phrase, found)
    office = _office(roster, phrase)
    if office is not None:
        return office
    owner = _owner(roster, phrase) if noun in words.spokes or noun in words.insiders or noun in words.titles else None
    if owner is None:
        return _speaker(roster, phrase, f"unnamed {many(noun)}", "unnamed")
    if noun in words.spokes:
        return replace(owner, name=phrase.text, span=_span(roster, phrase), role=noun)
    if owner.kind == "person":
        return _speaker(roster, phrase, f"{_possessive(owner.canonical)} {many(noun)}", "unnamed", owner.country)
    return _speaker(roster, phrase, owner.canonical, "unnamed", owner.country, f"unnamed {noun}")


def _office(roster: Roster, phrase: Phrase) -> Speaker | None:
    """An office that one person holds at a time, of a country: "Japan's prime minister", "the king of Jordan"."""
    noun, words = phrase.head.lower_, roster.names.words
    if noun not in words.offices or phrase.head.tag_ == "NNS" or not phrase.definite:
        return None
    for named in roster.within(phrase.passage, phrase.start, phrase.end):
        entity = roster.entities[named.entity]
        country = roster.names.countries.by_code(entity.country or "")
        if entity.type == "country" and country is not None:
            name = f"{roster.names.owner(country)} {phrase.role}"
            return _speaker(roster, phrase, name, "person", country.code, phrase.role)
    return _speaker(roster, phrase, f"unnamed {phrase.role}", "unnamed", None, phrase.role)


def _holder(roster: Roster, phrase: Phrase) -> Named | None:
    """The named person whose office "the president" or "the prosecutor" is, if the report has named one before."""
    if not phrase.definite or phrase.head.tag_ == "NNS":
        return None
    countries = {roster.entities[n.entity].country for n in roster.within(phrase.passage, phrase.start, phrase.end)}
    for row in range(phrase.passage, max(-1, phrase.passage - 8), -1):
        for named in reversed(roster.named[row]):
            entity = roster.entities[named.entity]
            if row == phrase.passage and named.start >= phrase.start:
                continue
            if entity.type == "person" and _holds(entity, phrase, countries):
                return named
    return None


def _holds(entity: Entity, phrase: Phrase, countries: set[str | None]) -> bool:
    role = (entity.role or "").lower().split()
    if phrase.head.lower_ not in role or (countries and entity.country is not None and entity.country not in countries):
        return False
    return all(word in role for word in phrase.qualifiers)


def _owner(roster: Roster, phrase: Phrase) -> Speaker | None:
    """Whose official, spokesman or statement it is: a body before a country before a person; "the ministry" resolved."""
    rank = {"body": 0, "country": 1, "person": 2}
    inside = [
        n for n in roster.within(phrase.passage, phrase.start, phrase.end) if not n.start <= phrase.head.i < n.end
    ]
    for named in sorted(inside, key=lambda n: rank[roster.entities[n.entity].type]):
        return _of_entity(roster, phrase, named)
    for i in range(phrase.start, phrase.end):
        token = phrase.sheet.passage.doc[i]
        if token.i == phrase.head.i or token.pos_ not in NOMINAL:
            continue
        if token.lower_ in PRONOUNS and token.tag_ == "PRP$":
            found = _pronoun(roster, phrase.around(token))
            return None if found.kind == "unnamed" else found
        if token.lower_ in roster.names.words.bodies:
            like = named_like(roster, phrase.passage, i)
            return None if like is None else _of_entity(roster, phrase, like)
    return None


def _called(roster: Roster, phrase: Phrase) -> Speaker:
    """ "The ministry", "the company": the one last named, else a body without a name."""
    like = named_like(roster, phrase.passage, phrase.head.i) if phrase.definite else None
    if like is not None:
        return _of_entity(roster, phrase, like)
    owner = _owner(roster, phrase)
    if owner is not None:
        return _speaker(
            roster, phrase, f"{_possessive(owner.canonical)} {phrase.head.lower_}", owner.kind, owner.country
        )
    return _speaker(roster, phrase, f"unnamed {many(phrase.head.lower_)}", "unnamed")


def _unknown(roster: Roster, phrase: Phrase) -> Speaker:
    """A name that no table and not the parser knows, or a thing that is made to speak ("the move")."""
    if phrase.head.pos_ == "PROPN":
        parts = phrase.proper.lower().split()
        person = 1 < len(parts) < 4 and roster.names.words.not_people.isdisjoint(parts)
        kind: SpeakerKind = "person" if person else "organisation"
        return _speaker(roster, phrase, phrase.proper, kind)
    return _speaker(roster, phrase, f"unnamed {many(phrase.head.lower_)}", "unnamed")


def _speaker(roster: Roster, phrase: Phrase, canonical: str, kind: SpeakerKind, *more: str | None) -> Speaker:
    """A speaker as the phrase writes it; `more` is country and role."""
    country, role = (*more, None, None)[:2]
    return Speaker(phrase.text, canonical, kind, role, _span(roster, phrase), country)


def _span(roster: Roster, phrase: Phrase) -> Span:
    return phrase.sheet.passage.span(roster.text, *phrase.characters)


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def many(noun: str) -> str:
    """A noun's plural, so that "a witness" and "witnesses" have one name: regular ones and those of people."""
    if noun in ("police", "people", "troops", "personnel", "staff", "some", "others", "many", "most", "several", "few"):
        return noun
    if noun.endswith("man") or noun.endswith("men"):
        return noun[:-2] + "en"
    if noun.endswith("person"):
        return noun[:-6] + "people"
    if noun.endswith("s") and not noun.endswith("ss"):
        return noun
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else noun + "s"
