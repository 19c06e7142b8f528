"""Speakers without a name of their own: officials, spokesmen, documents, "the ministry", and whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crosswire.claims.coref import antecedent
from crosswire.claims.coref_bodies import RUN_BY, named_like, only_company
from crosswire.claims.countries import Country
from crosswire.claims.speakers.book import Entity
from crosswire.claims.speakers.heads import brought_in, described, is_of_another, quoted_name, to_come
from crosswire.claims.speakers.made import many, of_entity, possessive, span_of, speaker
from crosswire.claims.speakers.owners import is_a_states, owner_in
from crosswire.claims.speakers.people import REGIONS, TO_COME
from crosswire.claims.speakers.phrase import NOMINAL, Phrase, phrase_of
from crosswire.claims.speakers.roster import Named, Roster
from crosswire.claims.speakers.scan import PARTS
from crosswire.claims.speakers.sheet import POSSESSIVE
from crosswire.claims.speakers.taken_up import explained, spoke_last
from crosswire.model import Speaker

RUN = frozenset({"owned", "run", "controlled", "operated"})
ELSEWHERE = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC"})  # what a statement is from beside its author
PARTS_OF_COUNTRIES = REGIONS | {"state"}
OF_PARTS = PARTS | {"state"}


def document(roster: Roster, phrase: Phrase) -> Speaker:
    """A statement is its owner speaking; a report or a strategy speaks for itself, under its owner's name."""
    noun = phrase.head.lower_
    owner = owner_in(roster, phrase) or _issuer(roster, phrase)
    if owner is None or (noun in roster.names.words.not_the_states["papers"] and is_a_states(owner)):
        return speaker(roster, phrase, f"unnamed {noun}", "document", None, noun)
    if noun in roster.names.words.utterances:
        return replace(owner, name=phrase.text, span=span_of(roster, phrase), role=noun)
    named = roster.at(phrase.passage, phrase.head.i)
    title = phrase.head.text if named is None else phrase.sheet.slice(named.start, named.end)
    return speaker(roster, phrase, f"{possessive(owner.canonical)} {title}", "document", owner.country)


def author_of(roster: Roster, phrase: Phrase) -> Phrase | None:
    """Who wrote a statement that names nobody known: "a statement from Norrail", "a letter sent by the airline"."""
    if phrase.head.lower_ not in roster.names.words.utterances or owner_in(roster, phrase) is not None:
        return None
    parts = [c for c in phrase.head.rights if c.i < phrase.end and (c.dep_ == "prep" or c.tag_ == "VBN")]
    links = [c for part in parts for c in (part, *part.rights) if c.lower_ in ("from", "by")]
    for author in (c for link in links for c in link.rights if c.dep_ == "pobj" and c.i < phrase.end):
        if author.pos_ in NOMINAL and author.ent_type_ not in ELSEWHERE and author.pos_ != "PRON":
            end = min(author.right_edge.i + 1, phrase.end)
            return phrase_of(phrase.sheet, phrase.passage, author.left_edge.i, end).around(author)
    return None


def medium(roster: Roster, phrase: Phrase) -> Speaker | None:
    """A paper or a website that is a medium, by its country or a name of its own: "an Iraqi paper", "the US website
    Xelat"; None for the ministry's website and for a policy paper."""
    doc, head = phrase.sheet.passage.doc, phrase.head.i
    behind = phrase.sheet.slice(head + 1, phrase.end)
    name = behind if behind[:1].isupper() and all(w[0].isupper() for w in behind.split()) else ""
    inside = roster.within(phrase.passage, phrase.start, head)
    land = [n for n in inside if roster.entities[n.entity].type == "country" and n.end == head]
    if len(inside) != len(land) or (not land and not name) or any(t.dep_ == "poss" for t in doc[head].lefts):
        return None
    if phrase.qualifiers and not land:
        return None
    country = roster.entities[land[0].entity].country if land else None
    return speaker(
        roster, phrase, name or f"unnamed {many(phrase.head.lower_)}", "outlet" if name else "unnamed", country
    )


def _issuer(roster: Roster, phrase: Phrase) -> Speaker | None:
    """Who spoke in what "the statement" takes up: "Acme said in a statement ... The statement said ..."."""
    if not phrase.definite or phrase.head.lower_ not in roster.names.words.utterances:
        return None
    for row in range(phrase.passage, max(-1, phrase.passage - 3), -1):
        doc = roster.sheets[row].passage.doc
        for token in reversed(doc[: phrase.start if row == phrase.passage else len(doc)]):
            if token.lower_ != phrase.head.lower_ or not any(c.lower_ in ("a", "an") for c in token.lefts):
                continue
            verb = token.head.head if token.dep_ == "pobj" else token.head
            subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
            place = None if subject is None else antecedent(roster, row, subject.i) or (row, subject.i)
            named = None if place is None else roster.at(*place)
            return None if named is None else of_entity(roster, phrase, named)
    return None


def unnamed(roster: Roster, phrase: Phrase) -> Speaker:
    """Somebody without a name: who speaks for a body is the body, others are told by what they are."""
    words, noun = roster.names.words, phrase.head.lower_
    local = _local(roster, phrase)
    found = _holder(roster, phrase) if local is None else None
    if found is not None:
        return speaker(roster, phrase, found.name, found.kind, found.country, found.role)
    office = local or _authority(roster, phrase) or _office(roster, phrase) or _runs_it(roster, phrase)
    if office is not None:
        return office
    inside = noun in words.spokes or noun in words.insiders or noun in words.titles
    owner = owner_in(roster, phrase) if inside or phrase.owned else None
    if owner is not None and not inside and owner.kind != "person":
        owner = None
    if owner is not None and is_a_states(owner) and not words.not_the_states["people"].isdisjoint(phrase.qualifiers):
        owner = None  # "Iraqi media sources", "school officials in Lima"
    if owner is not None and is_a_states(owner) and noun in words.not_the_states["private"] and not phrase.owned:
        owner = None  # "Peru doctor says 17 were killed"
    if owner is None:
        return speaker(roster, phrase, f"unnamed {many(noun)}", "unnamed")
    if noun in words.spokes and owner.kind != "person":
        return replace(owner, name=phrase.text, span=span_of(roster, phrase), role=noun)
    if owner.kind == "person" or (owner.kind in ("agency", "outlet") and noun in ("source", "sources")):
        # an agency's source is not the agency, who speaks for a senator not the senator
        spokes = noun in words.spokes
        name = f"{possessive(owner.canonical)} {noun if spokes else many(noun)}"
        return speaker(roster, phrase, name, "organisation" if spokes else "unnamed", owner.country)
    return speaker(roster, phrase, owner.canonical, "unnamed", owner.country, f"unnamed {noun}")


def _local(roster: Roster, phrase: Phrase) -> Speaker | None:
    """An official of a part of a country: "the president of Peru's Puno region" is none of Peru's."""
    lowers, words = phrase.sheet.lowers, phrase.sheet.words
    for named in roster.within(phrase.passage, phrase.start, phrase.end):
        first = named.end + 1
        owner = roster.entities[named.entity].type == "country" and first < phrase.end
        if not owner or lowers[named.end] not in POSSESSIVE:
            continue
        last = next((i for i in range(first + 1, min(phrase.end, first + 4)) if lowers[i] in PARTS_OF_COUNTRIES), None)
        if last is not None and all(word[0].isupper() for word in words[first:last]):
            name = f"{possessive(phrase.sheet.slice(first, last + 1))} {many(phrase.head.lower_)}"
            return speaker(roster, phrase, name, "unnamed")
    return None


def _runs_it(roster: Roster, phrase: Phrase) -> Speaker | None:
    """The one company that the report names, as the owners of a thing told of: "the vessel's owners"."""
    owned = any(child.dep_ == "poss" and child.pos_ == "NOUN" for child in phrase.head.children)
    if phrase.head.lower_ not in RUN_BY or not owned or roster.within(phrase.passage, phrase.start, phrase.head.i):
        return None
    only = only_company(roster, phrase.passage, phrase.head.i)
    return None if only is None else of_entity(roster, phrase, only)


def _office(roster: Roster, phrase: Phrase) -> Speaker | None:
    """An office that one person holds at a time, of a country: "Japan's prime minister", "the king of Jordan"."""
    noun, words = phrase.head.lower_, roster.names.words
    office = noun in words.offices or (noun == "general" and not words.offices.isdisjoint(phrase.qualifiers))
    if not office or phrase.head.tag_ == "NNS" or not phrase.definite:
        return None
    country = _country_in(roster, phrase)
    if country is not None:
        name = f"{roster.names.owner(country)} {phrase.role}"
        return speaker(roster, phrase, name, "person", country.code, phrase.role)
    inside = roster.within(phrase.passage, phrase.start, phrase.end)
    if any(roster.entities[named.entity].type == "body" for named in inside):
        return None  # "the ECB president" speaks for the bank
    return speaker(roster, phrase, f"unnamed {phrase.role}", "unnamed", None, phrase.role)


def _country_in(roster: Roster, phrase: Phrase) -> Country | None:
    """The first country named in the phrase."""
    inside = roster.within(phrase.passage, phrase.start, phrase.end)
    codes = (
        roster.entities[named.entity].country for named in inside if roster.entities[named.entity].type == "country"
    )
    return next((roster.names.countries.by_code(code or "") for code in codes), None)


def _holder(roster: Roster, phrase: Phrase) -> Entity | None:
    """The named person whose office "the president" or "the prosecutor" is, if the report names exactly one such, or
    has named one alone until then."""
    if not phrase.definite or phrase.head.tag_ == "NNS":
        return None
    inside = roster.within(phrase.passage, phrase.start, phrase.end)
    countries = {roster.entities[n.entity].country for n in inside}
    known = {i for n in inside for i in range(n.start, n.end)}
    words = [roster.sheets[phrase.passage].lowers[i] for i in phrase.modifiers if i not in known]
    holders = roster.holders.get(phrase.head.lower_, ())
    words = [*words, *to_come(phrase)]
    fitting = [i for i in holders if _holds(roster.entities[i], words, countries)]
    if fitting and brought_in(roster, phrase, fitting):
        return None
    if len(fitting) > 1:
        fitting = [i for i in fitting if roster.is_named_before(i, phrase.passage, phrase.start)]
    return roster.entities[fitting[0]] if len(fitting) == 1 else None


def _holds(entity: Entity, words: Sequence[str], countries: set[str | None]) -> bool:
    """Whether a person's role has all words of an office: a Democratic nominee is no Republican one."""
    role = (entity.role or "").lower().replace("-", " ").split()
    same = TO_COME.isdisjoint(role) == TO_COME.isdisjoint(words)
    return same and (not countries or entity.country in countries) and all(word in role for word in words)


def called(roster: Roster, phrase: Phrase) -> Speaker:
    """ "The ministry", "the company": the one last named, else a body without a name."""
    media = phrase.head.lower_ in roster.names.words.body_kinds["outlets"]
    title = quoted_name(phrase) or (_own_name(roster, phrase) if media else "")
    title = title or (described(phrase) if phrase.definite and is_of_another(roster, phrase) else "")
    if title:
        return speaker(roster, phrase, title, "outlet" if media else "organisation")
    like = _like(roster, phrase) if phrase.definite else None
    if like is not None and not _is_another(phrase, roster.entities[like.entity].name):
        return of_entity(roster, phrase, like)
    behind = roster.at(phrase.passage, phrase.head.i + 1)
    if behind is not None and behind.end == phrase.end:
        return of_entity(roster, phrase, behind)  # "state news agency Xinhua"
    taken_up = _taken_up(roster, phrase)
    if taken_up is not None:
        return of_entity(roster, phrase, taken_up)
    country = _country_in(roster, phrase)
    if country is not None:
        name = f"{roster.names.owner(country)} {phrase.role}"
        return speaker(roster, phrase, name, "outlet" if media else "organisation", country.code)
    return _owned_body(roster, phrase)


def _taken_up(roster: Roster, phrase: Phrase) -> Named | None:
    """The body that the phrase takes up where none of its kind was named before: the one company of the report, the one
    that it explains so, the letters that spoke last."""
    only = only_company(roster, phrase.passage, phrase.head.i) if phrase.definite else None
    if only is not None and (len(phrase.words) == 2 or phrase.words[1].lower() in TRADES):
        return only
    media = phrase.head.lower_ in roster.names.words.body_kinds["outlets"]
    return None if media else explained(roster, phrase) or spoke_last(roster, phrase)


def _like(roster: Roster, phrase: Phrase) -> Named | None:
    """The body named before that the phrase can mean: "the state government" only such a one of a part of a country,
    "the Puno state government"."""
    role = f" {phrase.role}"
    if phrase.head.lower_ not in roster.names.words.body_kinds["countries"] or OF_PARTS.isdisjoint(phrase.qualifiers):
        return named_like(roster, phrase.passage, phrase.head.i)
    rows = (n for row in range(phrase.passage, -1, -1) for n in reversed(roster.named[row]))
    before = (n for n in rows if n.passage < phrase.passage or n.end <= phrase.start)
    return next((n for n in before if roster.entities[n.entity].name.lower().endswith(role)), None)


def _own_name(roster: Roster, phrase: Phrase) -> str:
    """The name right before a paper's noun, that no table knows: "the Lebanese al-Fanar newspaper"."""
    words, first, doc = phrase.sheet.words, phrase.head.i, phrase.sheet.passage.doc
    while first > phrase.start and (words[first - 1][:1].isupper() or words[first - 1] in ("-", "al")):
        named = roster.at(phrase.passage, first - 1) is not None or doc[first - 1].ent_type_ in ("GPE", "NORP", "DATE")
        if named or words[first - 1] == "The":
            break
        first -= 1
    return phrase.sheet.slice(first, phrase.head.i) if first < phrase.head.i else ""


def _is_another(phrase: Phrase, name: str) -> bool:
    """Whether a body has a name of its own that no table knows: "the country's National Emergency Management Agency" is
    not the agency named before."""
    before = phrase.sheet.words[phrase.head.i - 1] if phrase.head.i > phrase.start else ""
    own = phrase.head.text[:1].isupper() and before[:1].isupper() and not phrase.sheet.capitals
    return own and before.lower() != "the" and before.lower() not in name.lower().split()


def _authority(roster: Roster, phrase: Phrase) -> Speaker | None:
    """The body that "authority" only explains, which are people as well: "the DGAC authority"."""
    body = _body_called(roster, phrase) if phrase.head.lower_ in roster.names.words.bodies else None
    return None if body is None else of_entity(roster, phrase, body)


def _body_called(roster: Roster, phrase: Phrase) -> Named | None:
    """The body named right before a noun that only tells what it is: "the UK Maritime Trade Operations agency"."""
    before = roster.at(phrase.passage, phrase.head.i - 1) if phrase.head.i > phrase.start else None
    body = before is not None and before.end == phrase.head.i and roster.entities[before.entity].type == "body"
    return before if body else None


def _owned_body(roster: Roster, phrase: Phrase) -> Speaker:
    """A body told by whose it is: "Kim's party", but "TASS news agency" is TASS."""
    owner = owner_in(roster, phrase)
    if owner is None:
        return speaker(roster, phrase, f"unnamed {phrase.head.lower_}", "unnamed")
    media = phrase.head.lower_ in roster.names.words.body_kinds["outlets"]
    if (
        media
        and owner.kind == "official"
        and any(word in RUN for word in phrase.sheet.lowers[phrase.start : phrase.end])
    ):
        return owner  # "Myanmar's military-owned television" speaks for the military
    desk = phrase.head.lower_ in ("service", "bureau", "website", "channel", "station", "network")
    if _body_called(roster, phrase) is not None or (owner.kind in ("agency", "outlet") and (desk or not phrase.owned)):
        return owner
    kind = "organisation" if owner.kind == "person" else owner.kind
    country = roster.names.countries.by_code(owner.country or "")
    if country is not None and owner.canonical == roster.names.government(country).name:
        name = f"{roster.names.owner(country)} {phrase.role}"
        return speaker(roster, phrase, name, "organisation", country.code)  # "the disaster agency of the country"
    return speaker(roster, phrase, f"{possessive(owner.canonical)} {phrase.head.lower_}", kind, owner.country)


TRADES = frozenset(
    ("shipping", "oil", "insurance", "energy", "mining", "steel", "drug", "car", "tech", "security", "power", "gas")
)
