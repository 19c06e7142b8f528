"""Words in a text -> the speaker they mean, under one canonical name in every report.

Offices of one body, its spokesmen and its officials without a name are that body: two outlets that each heard "an
official" of one ministry have heard one origin, and counting them as two would invent corroboration. A government
speaks for its country, a capital for its government, and whoever issues a statement speaks in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from crosswire.claims.coref import PRONOUNS, RELATIVE, antecedent, person_aged
from crosswire.claims.speakers.heads import MOMENTS, mended, name_behind, own_list
from crosswire.claims.speakers.joint import by_country, holder_of_both, with_bearers
from crosswire.claims.speakers.made import listed, many, of_entity, span_of, speaker
from crosswire.claims.speakers.names import Names, load_names
from crosswire.claims.speakers.phrase import Phrase, behind_clause, joined, part_of, phrase_of
from crosswire.claims.speakers.roster import Named, Roster, build_roster
from crosswire.claims.speakers.states import of_another, of_its_country, troops
from crosswire.claims.speakers.taken_up import both, explained, held_by_one
from crosswire.claims.speakers.unnamed import author_of, called, document, medium, unnamed
from crosswire.claims.speakers.words import Words
from crosswire.model import Span, Speaker, SpeakerKind

__all__ = ["Names", "Roster", "build_roster", "load_names", "resolve_span", "resolve_speaker"]

AGED = re.compile(r"\d-year-olds?\Z")
SOME = re.compile(r"^(?:many|several|some|another|other|two|three|four|five|six|dozens of|hundreds of) ", re.IGNORECASE)
OUTLETS = frozenset({"site", "portal", "blog", "weekly", "broadsheet", "tabloid", "podcast"})  # "news site Nieuwsblad"
MEMBERS = 20  # of one joint speaker
LINKS = frozenset({"of", "the", "and", "for", "in", "'s"})  # in the name of a body


def resolve_speaker(roster: Roster, passage: int, start: int, end: int) -> Speaker:
    """Who is meant by tokens [start, end) of a passage; joint speakers ("Seoul and Tokyo") with their members.

    Always an answer: where the text does not tell, it is somebody unnamed.
    """
    sheet = roster.sheets[passage]
    if not sheet.words:
        empty = sheet.passage.span(roster.text, 0, 0)
        return Speaker("", "unnamed speaker", "unnamed", span=empty)
    return _resolved(roster, behind_clause(phrase_of(sheet, passage, start, end)))


def _resolved(roster: Roster, phrase: Phrase) -> Speaker:
    parts = with_bearers(roster, joined(phrase))
    if len(parts) < 2:
        parts = _people_joined(roster, phrase)
    if len(parts) > 1 and _is_one_body(roster, parts):
        return of_its_country(roster, phrase, _single(roster, phrase.around(parts[-1].head)))
    if len(parts) == 2 and (holder := holder_of_both(roster, *parts)) is not None:
        return of_entity(roster, phrase, holder)
    if held_by_one(parts):
        return _single(roster, replace(parts[0], start=phrase.start))
    two = both(roster, phrase) if len(parts) < 2 else ()
    members = tuple(of_entity(roster, phrase, one) for one in two) or tuple(
        one for part in parts or [phrase] for one in by_country(roster, part) or (_single(roster, part),)
    )
    if len(members) < 2:
        return of_its_country(roster, phrase, of_another(roster, phrase, _single(roster, phrase)))
    kinds = {member.kind for member in members}
    return Speaker(
        name=phrase.text,
        canonical=listed(tuple(dict.fromkeys(member.canonical for member in members))),
        kind=members[0].kind if len(kinds) == 1 else "organisation",
        span=span_of(roster, phrase),
        members=members,
    )


def _is_one_body(roster: Roster, parts: list[Phrase]) -> bool:
    """Whether a list is what one body cares for: "Tanzania's Electrical, Mechanical and Services Agency"."""
    last, words = parts[-1], roster.names.words
    kinds = words.bodies.union(*words.body_kinds.values())
    if last.head.lower_ not in kinds or not last.head.text[:1].isupper() or len(last.words) < 2:
        return False
    alone = all(word[:1].isupper() for word in last.words)
    cares = (part.head for part in parts[:-1])
    plain = all(
        head.text.istitle() and head.lower_ not in kinds | words.people and roster.at(last.passage, head.i) is None
        for head in cares
    )
    return alone and plain and all(len(part.words) == 1 for part in parts[1:-1])


def _people_joined(roster: Roster, phrase: Phrase) -> list[Phrase]:
    """The same where the parser lost the "and": two named people with their titles and no verb between them."""
    people = [
        named
        for named in roster.within(phrase.passage, phrase.start, phrase.end)
        if roster.entities[named.entity].type == "person"
    ][:MEMBERS]
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
        if 0 <= first < len(sheet.text):
            last = span.end - sheet.passage.offset
            tokens = sheet.between(first, last)
            return resolve_speaker(roster, passage, *tokens)
    return Speaker(span.exact, "unnamed speaker", "unnamed", span=span)


def _single(roster: Roster, phrase: Phrase) -> Speaker:
    """The one speaker of a noun phrase."""
    phrase = mended(roster, phrase)
    low = phrase.head.lower_
    words = roster.names.words
    here = roster.at(phrase.passage, phrase.head.i)
    if here is None and (low in PRONOUNS or low in RELATIVE):  # the WHO is no "who"
        return _pronoun(roster, phrase)
    named = _person_in(roster, phrase) or here or _bearer(roster, phrase) or _named_behind(roster, phrase)
    if named is not None and not (named.how == "demonym" and len(phrase.words) > 1):
        return of_entity(roster, phrase, named)
    paper = medium(roster, phrase) if low in words.not_the_states["media"] else None
    if paper is not None or low in words.utterances or low in words.works:
        return paper or _written(roster, phrase)
    if low in words.spokes or low in words.people or low in words.titles:
        return unnamed(roster, phrase)
    if low in words.bodies:
        name = name_behind(phrase)
        kind: SpeakerKind = "outlet" if low in words.body_kinds["outlets"] else "organisation"
        return speaker(roster, phrase, name, kind) if name else called(roster, phrase)
    return _unknown(roster, phrase)


def _written(roster: Roster, phrase: Phrase) -> Speaker:
    """Who speaks in a document."""
    author = author_of(roster, phrase)
    if author is None:
        return document(roster, phrase)
    noun = phrase.head.lower_
    return replace(_single(roster, author), name=phrase.text, span=span_of(roster, phrase), role=noun)


def _pronoun(roster: Roster, phrase: Phrase) -> Speaker:
    place = antecedent(roster, phrase.passage, phrase.head.i)
    if place is None:
        return speaker(roster, phrase, "unnamed speaker", "unnamed")
    sheet = roster.sheets[place[0]]
    token = sheet.passage.doc[place[1]]
    end = token.right_edge.i + 1
    if place[0] == phrase.passage and phrase.head.lower_ in RELATIVE and token.i < phrase.start < end:
        end = phrase.start  # of "the president, who said that Ann Lee had died" no more than "the president"
    meant = phrase_of(sheet, place[0], token.left_edge.i, end).around(token)
    if token.lower_ in PRONOUNS or token.lower_ in RELATIVE or place == (phrase.passage, phrase.head.i):
        return speaker(roster, phrase, "unnamed speaker", "unnamed")
    many_meant = phrase.head.lower_ in ("they", "them", "their", *RELATIVE)
    found = _resolved(roster, meant) if many_meant else _single(roster, part_of(meant, token))
    return replace(found, name=phrase.text, span=span_of(roster, phrase))


def _aged(roster: Roster, phrase: Phrase) -> Speaker:
    """Somebody told by the age alone: "the 42-year-old" is known already, "a 42-year-old" is not."""
    place = person_aged(roster, phrase.passage, phrase.head.i) if phrase.definite else None
    named = None if place is None else roster.at(*place)
    return speaker(roster, phrase, "unnamed people", "unnamed") if named is None else of_entity(roster, phrase, named)


def _person_in(roster: Roster, phrase: Phrase) -> Named | None:
    """The person the phrase is about: its head, or the name in apposition to it ("the premier, Li Qiang")."""
    head = phrase.head
    bearer = head.pos_ == "NOUN" or head.lower_ in roster.names.words.titles
    for named in roster.within(phrase.passage, phrase.start, phrase.end):
        if roster.entities[named.entity].type != "person":
            continue
        if named.start <= head.i < named.end or _ends_title(roster, phrase, named):
            return named
        token = phrase.sheet.passage.doc[named.end - 1]
        if token.dep_ == "appos" and (token.head == head or _is_part(token.head, head)) and bearer:
            return named
        if named.end == phrase.end and bearer and (_set_off(phrase, named) or _behind_title(roster, phrase, named)):
            return named
        if head.dep_ == "appos" and head.head == token:
            return named
    return None


def _is_part(part: Token, head: Token) -> bool:
    """Whether a word tells a part of the head: "one of the miners, Ivan Paz" is the miner."""
    return part.lower_ == "one" and head.head.lower_ == "of" and head.head.head == part


def _ends_title(roster: Roster, phrase: Phrase, named: Named) -> bool:
    """Whether the phrase is a title and its bearer, whatever the parser makes of "U.S. Under Secretary of Defense"."""
    role = roster.entities[named.entity].role
    before = phrase.sheet.slice(phrase.start, named.start)
    if named.end != phrase.end or not role or not before.endswith(role):
        return False
    return all(word[0].isupper() for word in before.removesuffix(role).split())


def _bearer(roster: Roster, phrase: Phrase) -> Named | None:
    """The body that a plain noun is explained by: "the owner, Nordhavn Shipping", "the research firm Blue Horizon"."""
    if phrase.head.pos_ != "NOUN" or phrase.end < phrase.start + 3:
        return None
    named = roster.at(phrase.passage, phrase.end - 1)
    if named is None or named.end != phrase.end or roster.entities[named.entity].type != "body":
        return None
    called = phrase.sheet.passage.doc[named.end - 1]
    apart = phrase.sheet.words[named.start - 1] == "," or named.start == phrase.head.i + 1
    return named if apart or (called.dep_ == "appos" and called.head == phrase.head) else None


def _named_behind(roster: Roster, phrase: Phrase) -> Named | None:
    """The person named behind a title that the parser cut off: "the head of Spain's Galicia region, Ana Paz, told"."""
    words, lowers = phrase.sheet.words, phrase.sheet.lowers
    titled = phrase.head.lower_ in roster.names.words.titles or phrase.head.lower_ in roster.names.words.spokes
    if not titled or words[phrase.end : phrase.end + 1] != [","]:
        return None
    named = roster.at(phrase.passage, phrase.end + 1)
    if named is None or named.start != phrase.end + 1 or roster.entities[named.entity].type != "person":
        return None
    closed = words[named.end : named.end + 1] == [","] and lowers[named.end + 1 : named.end + 2] != ["and"]
    return named if closed else None


def _behind_title(roster: Roster, phrase: Phrase, named: Named) -> bool:
    """Whether a name ends a title: "Under Secretary of Defense Elbridge Colby", not "the wife of President Xi"."""
    words, between = roster.names.words, phrase.sheet.words[phrase.head.i + 1 : named.start]
    if not between:
        return named.start == phrase.head.i + 1
    office = phrase.head.lower_ in words.offices and between[0] == "of" and len(between) > 1
    if office and all(word[0].isupper() and word.lower() not in words.titles for word in between[1:]):
        return True
    return phrase.head.lower_ in words.titles and between[0] == "of" and _names_a_body(between[1:], words)


def _names_a_body(between: Sequence[str], words: Words) -> bool:
    """Whether what stands between a title's "of" and a name is a body's name, with the rank of whoever bears it: "Chief
    of the Public Relations Division of the National Police Inspector General"; not "of President", nor "of the"."""
    body = [*between]
    while body and (body[-1].lower() in words.titles or body[-1].lower() in words.qualifiers - words.bodies):
        body.pop()
    if len(body) < 2 or body[-1].lower() in LINKS or not any(word[0].isupper() for word in body):
        return False
    return all(word[0].isupper() or word.lower() in LINKS or word.lower() in words.bodies for word in body)


def _set_off(phrase: Phrase, named: Named) -> bool:
    """Whether a comma stands before a name and the head before that: "the governor of Odesa, Oleh Kiper"."""
    return named.start - 1 > phrase.head.i and phrase.sheet.words[named.start - 1] == ","


def _lettered(phrase: Phrase) -> str:
    """A name in letters of both sizes that the parser takes for a common noun: "9to5Mac"; a unit in letters, with whose
    it is: "Thai navy SEALs"; "" for other words."""
    name = phrase.head.text.rstrip(".")
    if phrase.sheet.capitals or name.isupper() or not any(letter.isupper() for letter in name[1:]):
        return ""
    if not name.removesuffix("s").isupper():
        return name
    inside = (t for t in phrase.head.subtree if phrase.start <= t.i <= phrase.head.i)
    return phrase.sheet.slice(next(t.i for t in inside if t.dep_ not in ("det", "poss")), phrase.head.i + 1)


def _unknown(roster: Roster, phrase: Phrase) -> Speaker:
    """A name that no table and not the parser knows, somebody told by age alone, or a thing that is made to speak
    ("the move")."""
    called_so = explained(roster, phrase)
    theirs = troops(roster, phrase) if called_so is None else of_entity(roster, phrase, called_so)
    if theirs is not None:
        return theirs
    if AGED.search(phrase.text):
        return _aged(roster, phrase)
    own, name = own_list(phrase) or _lettered(phrase), name_behind(phrase) if phrase.head.lower_ in OUTLETS else ""
    if own or name:
        return speaker(roster, phrase, name or own, "outlet" if name else "organisation")
    acronym = phrase.head.text.isupper() and len(phrase.head.text) > 2  # "TVGE said", taken for a common noun
    if SOME.search(phrase.text) or (acronym and (phrase.owned or phrase.head.lower_ in roster.names.words.no_bodies)):
        return speaker(roster, phrase, f"unnamed {many(phrase.head.lower_)}", "unnamed")
    day = phrase.head.ent_type_ in ("DATE", "EVENT") and phrase.head.lower_ in MOMENTS  # "Labor Day" says nothing
    if (phrase.head.pos_ == "PROPN" or acronym) and not phrase.sheet.capitals and not day:
        parts = phrase.proper.lower().split()
        person = 1 < len(parts) < 4 and roster.names.words.not_people.isdisjoint(parts)
        kind: SpeakerKind = "person" if person else "organisation"
        return speaker(roster, phrase, phrase.proper, kind)
    return speaker(roster, phrase, f"unnamed {many(phrase.head.lower_)}", "unnamed")
