"""Claims -> origins: the earliest independent place each claim can be traced to (docs/origins.md tells it to a reader).

In this order (decision 0003): words copied from another report rest on what that report's words rest on; the nearest
named speaker is the origin, aliases resolved, and a joint statement has each of its named speakers; where an outlet's
or agency's people saw or asked themselves, it is the origin; an agency credited for the text stands for what the text
tells in its own voice; an own voice without a source is unknown, and so are unnamed speakers, some country's media
among them. Who cites a law speaks himself; who speak jointly are one, and so are somebody and whoever alone tells it.
Which origins count as independent is told in `origins.voices`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from crosswire.facts.firsthand import Told, unknowing
from crosswire.facts.origins.channels import kind_of, owner_of, service_of, without_laws
from crosswire.facts.origins.collect import collect, origin_id
from crosswire.facts.origins.copied import Copies
from crosswire.facts.origins.described import (
    CABINET,
    DOCTOR,
    GOVERNMENT,
    HEADS_IT,
    OFFICE,
    OUTSIDE,
    certain,
    in_office,
    is_anybody,
    is_bare_description,
    is_no_name,
    is_of_a_state,
    is_taken_up,
    only_passes_on,
    published_by,
    written_by,
)
from crosswire.facts.origins.joint import is_joint, jointly
from crosswire.facts.origins.origin import Trace, Voice, nobodys, of_state
from crosswire.facts.origins.own import own_reporting
from crosswire.facts.origins.people import Person, client_of, side_of
from crosswire.facts.origins.quoted import as_said
from crosswire.facts.origins.report import is_mediums, reporting
from crosswire.facts.origins.vague import Place, place_of
from crosswire.facts.origins.voices import HOSTS, NO_AGENCY, OF_ITS_OWN, Offices, independent, unnamed_noun
from crosswire.facts.withheld import of_nobody
from crosswire.model import Claim, Report, Span, Speaker

__all__ = ["RULES", "Ties", "Trace", "collect", "independent", "origin_id", "trace"]

RULES = "origins.v7"
RUNS_A_FIRM = re.compile(r"\b(?:ceo|chief executive|(?:co-?)?founder|chairman|chairwoman|boss)\b", re.IGNORECASE)
NAMED = ("person", "official", "organisation")
IN = re.compile(r"\bin (?:the )?([A-Z][\w -]*)$")
ACRONYM = re.compile(r"\(([A-Z][A-Za-z.-]{1,9})\)")  # "the National Coordinator for Disaster Reduction (CONRED)"


@dataclass(frozen=True, slots=True)
class Ties:
    """What binds origins besides names: copied words, state-run outlets (name -> country), owners, forms of people's
    names, names of media in small letters (name -> the one name), agencies, and the words of offices.

    `bodies` are official bodies that publish (name -> country), `called` names in small letters that some report calls
    a medium's, `spoken` names under which a body speaks, `staff` the people of media (name -> medium), `agents` those
    who speak for others (name -> the others' keys).
    `known_as` tells whom a report means by people it does not name (`origins.vague`), by where it lets them speak.
    `scenes` are the countries that each report's claims name, `grounds` those it is set in, `places` the names of
    places, `towns` the words of those, `regions` those that are no towns; `lands` maps names and adjectives of
    countries, in small letters, to their codes, `quoted` claims to who said their words.
    """

    copies: Copies = field(default_factory=Copies)
    state: Mapping[str, str] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, Person | None] = field(default_factory=dict)
    media: Mapping[str, str] = field(default_factory=dict)
    regions: frozenset[str] = frozenset()
    scenes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    grounds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    places: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    bodies: Mapping[str, str | None] = field(default_factory=dict)
    called: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()
    staff: Mapping[str, str] = field(default_factory=dict)
    agents: Mapping[str, frozenset[str]] = field(default_factory=dict)
    known_as: Mapping[Place, Speaker] = field(default_factory=dict)
    offices: Offices = field(default_factory=Offices)
    lands: Mapping[str, str] = field(default_factory=dict)
    quoted: Mapping[str, tuple[Speaker, ...]] = field(default_factory=dict)


def trace(claim: Claim, report: Report, ties: Ties) -> tuple[Trace, ...]:
    """The origins a claim rests on; more than one only for a joint statement."""
    found = ties.copies.source(claim)
    if found is None:
        return _traced(claim, report, ties)
    root, same = ties.copies.reports[found[0]], found[1]
    traces = _traced(same, root, ties) if same is not None else (_own_voice(root, None, ties),)
    why = f"in words it shares with {root.outlet or 'an unnamed outlet'}"
    return tuple(replace(t, reason=f"{why}: {t.reason}", copied=True) for t in traces)


def _traced(claim: Claim, report: Report, ties: Ties) -> tuple[Trace, ...]:
    claim = as_said(claim, ties.quoted)
    if (nobodys := of_nobody(claim, report.text)) is not None:
        return (nobodys,)
    claim = without_laws(claim)
    nearest = claim.speakers[-1] if claim.id in ties.quoted else ties.known_as.get(place_of(claim), claim.speakers[-1])
    attributed = len(claim.speakers) > 1 and not _is_credit(claim, report)
    if attributed and nearest.members:
        each = tuple(_told(member, claim, ties) for member in nearest.members)
        return jointly(each) if is_joint(nearest, report, claim) else each
    speaking = _told(nearest, claim, ties) if attributed else None
    if speaking is not None and speaking.known and not speaking.is_medium:
        return (speaking,)
    written = attributed and nearest.kind == "document"  # "a paper seen by this newspaper" is its author speaking
    asked = any(s.kind in NAMED and s.canonical not in ties.staff for s in claim.speakers[1:-1])  # by whom it is told
    own = None if written or asked else own_reporting(claim, report, ties.media)
    if own is not None:
        medium, owner = own[0], ties.owners.get(own[0])
        reason = f"its own reporting (“{' '.join(own[1].split())}”)"
        return (Trace(f"named:{medium}", medium, "outlet", reason, owner=owner, own_reporting=True),)
    body = published_by(report, ties.bodies) if speaking is None else None
    return (speaking or (_told(body, claim, ties) if body else _own_voice(report, claim.words or claim.span, ties)),)


def _told(speaker: Speaker, claim: Claim, ties: Ties) -> Trace:
    """A speaker, and through whom: "the bank said that the buyer announced it" is the bank's word for it."""
    found = _named(speaker, claim, ties)
    between = (one for s in claim.speakers[1:-1] if s.kind not in ("agency", "outlet") for one in s.members or (s,))
    tellers = [_named(one, claim, ties) for one in between if not only_passes_on(one, speaker)]
    if found.known and any(not t.known for t in tellers):
        reason = f"{found.reason} by somebody whom nobody can name"
        return Trace(f"unnamed:{claim.report}:{found.key}", found.name, "unnamed", reason)
    telling = [t for t in tellers if not t.is_medium and t.key != found.key]
    states = {of_state(t.country) for t in telling if t.voice == "state" and t.country}
    through = frozenset(t.key for t in telling) | states
    found = replace(found, through=found.through | through) if through else found
    unknown = unknowing(found, claim, _called_so(speaker, found, claim, ties))
    return replace(found, secondhand=unknown, reason=f"{found.reason}; {unknown}") if unknown else found


def _called_so(speaker: Speaker, found: Trace, claim: Claim, ties: Ties) -> Told:
    """All that somebody is called, with the countries that the report is about."""
    person = ties.people.get(speaker.canonical)
    roles = (person.role, *person.called) if person is not None else ()
    called = " / ".join(dict.fromkeys(w for w in (found.name, speaker.name, speaker.role, *roles) if w))
    return Told(called, ties.scenes.get(claim.report, frozenset()), ties.lands)


def _is_credit(claim: Claim, report: Report) -> bool:
    """Whether the only speaker is the agency that the report credits as a whole: its voice is the report's own."""
    return len(claim.speakers) == 2 and claim.cue is None and claim.speakers[-1].canonical == report.credit


def _named(speaker: Speaker, claim: Claim, ties: Ties) -> Trace:
    body = (speaker := reporting(speaker)).canonical
    if (client := client_of(speaker)) is not None:
        who = replace(speaker, canonical=client, kind="person")
        return replace(_person(who, ties.people.get(client) or Person(client, called=("client",)), ties), side="client")
    if body.startswith("unnamed ") and unnamed_noun(body) in ties.offices.hosts:
        reason, words = "attributed to whoever holds the event", frozenset((frozenset(("organizer",)),))
        return Trace(HOSTS, "organizers", "organisation", reason, "body", offices=words)
    nameless, grounds = body.startswith("unnamed ") or _is_nobody(body, ties), ties.grounds.get(claim.report)
    if nameless and (meant := certain(speaker, ties.offices, ties.towns, grounds or frozenset())) is not None:
        return _placed(meant, ties)
    if nameless or is_anybody(speaker, claim, ties.offices, ties.spoken):
        reason = f"attributed to “{' '.join(speaker.name.split())}”, whom nobody can name"
        return Trace(f"unnamed:{claim.report}:{body}", body, "unnamed", reason)
    return (_somebody(speaker, ties) if speaker.kind != "outlet" else None) or _body(speaker, claim, ties)


def _somebody(speaker: Speaker, ties: Ties) -> Trace | None:
    """A person, or the medium that they work for; None for who is no person."""
    body, low = speaker.canonical, speaker.canonical.casefold()
    if low in ties.called or (" " in body and low in ties.media):
        return None
    person = ties.people.get(body) or in_office(speaker)
    medium = ties.staff.get(person.name if person else body)
    if medium is not None:
        reason = f"attributed to {speaker.name}, who is of it"
        return Trace(f"named:{medium}", medium, "outlet", reason, owner=ties.owners.get(medium))
    if person is None and body in ties.people:
        reason = f"attributed to “{speaker.name}”, a name that several people bear"
        return Trace(f"unnamed:{body}", body, "unnamed", reason)
    return _person(speaker, person, ties) if person is not None else None


def _is_nobody(name: str, ties: Ties) -> bool:
    """Whether a name is none of somebody: a bare town that "said" it, "the Herald's reports", a quotation of a share
    ("DAL, +3.09 % said"), a storm ("Cyclone Winston: Toll climbs"), "the Kenyan"."""
    low = name.casefold()
    return low in ties.places or ties.offices.is_people(low) or is_no_name(name)


def _person(speaker: Speaker, person: Person, ties: Ties) -> Trace:
    """A person, who may speak for a body or, in office, for a state."""
    reason = f"attributed to {person.name}{_called(speaker, person.name)}"
    role = "" if OUTSIDE.search(person.role or "") else person.role or ""
    titles = [called for called in person.called if not OUTSIDE.search(called)]  # "ex-CIA Director" speaks for nobody
    offices = _offices(ties.offices.of_role(role), *(ties.offices.of_role(called) for called in titles))
    if DOCTOR.match(" ".join((role, *titles))):
        offices |= _offices(ties.offices.of_body("the hospital"))
    owner = ties.offices.state_of(offices) or ties.offices.owner_of(person.name)
    serves = any(not words.isdisjoint(OF_ITS_OWN) for words in offices)  # "a U.S. Coast Guard spokesman"
    state = bool(
        (person.country and OFFICE.search(role) and not serves)
        or any(CABINET.search(called) for called in (role, *titles))
        or owner
    )
    voice: Voice = "state" if state else ("body" if offices else "own")
    if not offices and not person.role:  # a company that the parser takes for a person has those who speak for it
        offices = _offices(ties.offices.of_body(person.name))
    office = (state and not owner) or any(not ties.offices.offices.isdisjoint(words) for words in offices)
    # "CEO Ana Paz" may run any firm that is named, "chief Ana Paz" head any body
    unplaced = not offices and (RUNS_A_FIRM.search(role) is not None or ties.offices.any_body(role))
    anybody = not (person.role or person.called) or unplaced
    key, country = f"named:{person.name}", owner or person.country
    found = Trace(key, person.name, "person", reason, voice, country, offices, office=office, anybody=anybody)
    found = replace(found, side="" if offices else side_of(role))
    return _placed(replace(found, through=ties.agents.get(person.name, frozenset())), ties)


def _placed(found: Trace, ties: Ties) -> Trace:
    """With those words of its offices that are names of places and of countries."""
    words = frozenset(word for office in found.offices for word in office)
    towns, states = words & ties.towns, words & ties.offices.states
    return replace(found, towns=found.towns | (towns - states), states=states) if towns or states else found


def _offices(*found: frozenset[str]) -> frozenset[frozenset[str]]:
    return frozenset(office for office in found if office)


def _body(speaker: Speaker, claim: Claim, ties: Ties) -> Trace:
    name, state_run = owner_of(speaker)
    channel = service_of(name, ties.media)
    if channel is not None:
        return Trace(f"named:{channel}", channel, "outlet", f"attributed to “{name}”", owner=ties.owners.get(channel))
    medium = ties.media.get(name.casefold().removeprefix("the "))
    name = medium or name
    kind = kind_of(speaker, name, medium is not None)
    reason = f"attributed to it{_called(speaker, name)}"
    author = written_by(speaker, name)
    if author is not None and is_mediums(author, name, ties.media):
        return Trace(f"named:{author}", author, "outlet", reason, owner=ties.owners.get(author))
    owner = ties.offices.owner_of(name, speaker.name)
    named_agency = kind in ("organisation", "official") and name.split()[-1].lower() in ties.offices.agencies
    land = ties.lands.get(name.split()[0].casefold()) if named_agency else None  # "Egyptian ... Regulatory Authority"
    country = owner or speaker.country or ties.state.get(name) or land
    at_home = name in ties.state and ties.state[name] in ties.scenes.get(claim.report, ())
    if state_run or at_home or owner or (GOVERNMENT.search(name) and country and name not in ties.state):
        company = _offices(ties.offices.of_body(name)) if owner else frozenset()
        return Trace(f"named:{name}", name, kind, reason, "state", country, company)
    if kind in ("agency", "outlet"):
        return Trace(f"named:{name}", name, kind, reason, owner=ties.owners.get(name))
    written = ties.offices.of_body(speaker.name)  # "the Pakistani Red Cross", counted as the ICRC
    own = ties.offices.of_body(name)
    told = (own, ties.offices.of_role(speaker.role), written if len(written) > 1 else frozenset())
    offices = _offices(*told, *(frozenset((short.lower(),)) for short in ACRONYM.findall(speaker.name)))
    if (somewhere := IN.search(speaker.name)) and somewhere[1].casefold() in ties.regions:
        where = frozenset(somewhere[1].casefold().split())  # "police in Sicily" may be those of any town there
        offices = _offices(*(words - where for words in offices))
    agency = kind == "organisation" and (named_agency if land or not country else is_of_a_state(name))
    guessed = is_taken_up(speaker) and name not in ties.spoken
    any_ = kind == "organisation" and (guessed or is_bare_description(speaker, ties.offices))
    in_office = any_ and any(not ties.offices.offices.isdisjoint(words) for words in offices)  # "Greece's fire service"
    voice: Voice = "body" if kind == "official" or agency or in_office or HEADS_IT.search(speaker.name) else "own"
    governs = named_agency and voice == "body" and country is not None and all(o.isdisjoint(NO_AGENCY) for o in offices)
    any_ = any_ and not in_office
    found = Trace(f"named:{name}", name, kind, reason, voice, country, offices, ties.owners.get(name), anybody=any_)
    found = replace(found, agency=True) if governs else found
    return _placed(replace(found, through=frozenset((f"named:{author}",)) if author else frozenset()), ties)


def _called(speaker: Speaker, name: str) -> str:
    words = " ".join(speaker.name.split())
    return "" if words == name else f", here called “{words}”"


def _own_voice(report: Report, words: Span | None, ties: Ties) -> Trace:
    """What a report tells by itself: on the word of the agency that it credits or that it is of, or that others credit
    for the same words; or of nobody known."""
    credit = None if report.credit == report.outlet else report.credit  # "(CNN)" over CNN's own text credits nobody
    agency = credit or (report.outlet if report.outlet in ties.agencies else None)
    if agency is None:
        agency = ties.copies.credit(report.id, words)
    if agency is None:
        return nobodys(report.id, report.outlet)
    reason = "told in its own voice" if agency == report.outlet else "told in the voice of a text that credits it"
    if agency not in (report.outlet, report.credit):
        reason = "told in words that others credit to it"
    country = ties.state.get(agency)
    if country is not None and country in ties.scenes.get(report.id, ()):
        return Trace(f"named:{agency}", agency, "agency", reason, "state", country)
    headline = words is not None and any(b.kind == "title" and words.start < b.end for b in report.blocks)
    return Trace(f"named:{agency}", agency, "agency", reason, owner=ties.owners.get(agency), headline=headline)
