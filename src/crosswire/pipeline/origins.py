"""What binds the origins of a set of reports: their copies, the table of outlets, the people who are named in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from types import UnionType

from crosswire.claims.countries import load_countries
from crosswire.facts.origins import Ties, Trace, trace
from crosswire.facts.origins.channels import called_media, state_media
from crosswire.facts.origins.copied import make_copies
from crosswire.facts.origins.described import is_headed, is_taken_up
from crosswire.facts.origins.people import people
from crosswire.facts.origins.public import attending, is_public
from crosswire.facts.origins.quoted import one_speaker
from crosswire.facts.origins.staff import agents_of, staff_of
from crosswire.facts.origins.vague import known_as
from crosswire.facts.origins.voices import load_offices
from crosswire.model import Claim, Event, Frame, Party, Place, Report, Reprint, Speaker
from crosswire.sources.outlets import load_outlets

NAMED = ("official", "organisation", "person")
REGIONS = ("region", "district", "island")


def ties_of(copies: Sequence[Reprint], reports: Mapping[str, Report], claims: Sequence[Claim]) -> Ties:
    """Copied words among these reports, state-run outlets and owners of the table, and who is who by name."""
    tables = _of_the_tables()
    places = frozenset(
        c.value.name.casefold() for c in claims if isinstance(c.value, Place) and c.value.kind != "country"
    )
    regions = (c.value for c in claims if isinstance(c.value, Place) and c.value.kind in REGIONS)
    grounds = _scenes([c for c in claims if c.attribute == "where"], Place)
    named = tuple(_named(claims))
    known = people(named, tables.offices.nicknames)
    called = {name.casefold(): name for report in reports.values() for name in called_media(report.text)}
    media = {**called, **tables.media} if called else tables.media
    return replace(
        tables,
        state={**_state_media(reports, grounds), **tables.state},
        known_as=known_as(claims, tables.offices),
        copies=make_copies(copies, reports, claims),
        quoted=one_speaker(claims),
        people=known,
        media=media,
        called=frozenset(called),
        spoken=frozenset(s.canonical for s in _named([c for c in claims if not is_headed(c)]) if not is_taken_up(s)),
        staff=staff_of(named, known, media),
        agents=agents_of(known),
        scenes=_scenes(claims, Place | Party),
        grounds=grounds,
        places=places,
        regions=frozenset(value.name.casefold() for value in regions),
        towns=frozenset(word for name in places for word in name.split()),
    )


def _state_media(reports: Mapping[str, Report], grounds: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Medium -> country, of those that a report calls its state's and that no table knows; the report has to be set in
    one country only."""
    called = ((id_, name) for id_, report in reports.items() for name in state_media(report.text))
    return {name: next(iter(grounds[id_])) for id_, name in called if len(grounds.get(id_, ())) == 1}


@cache  # a store asks once an event: reading the two tables anew took ten times as long as weighing it
def _of_the_tables() -> Ties:
    """What binds origins whatever the reports: owners, state-run outlets, agencies, offices."""
    outlets = load_outlets().all
    return Ties(
        state={o.name: o.country for o in outlets if o.state and o.country and o.kind != "official"},
        owners={o.name: o.owner for o in outlets if o.owner and not o.state},
        media={
            form.casefold().removeprefix("the "): o.name
            for o in outlets
            if o.kind != "official"
            for form in (o.name, *o.aliases)
        },
        agencies=frozenset(o.name for o in outlets if o.kind == "agency"),
        bodies={o.name: o.country for o in outlets if o.kind == "official"},
        offices=load_offices(_adjectives()),
        lands=_lands(),
    )


def _adjectives() -> dict[str, str]:
    """Adjectives of countries, of one word -> the country's name: a committee of Sudan is the Sudanese one."""
    words = (
        (form.casefold(), country.name.casefold()) for country in load_countries().all for form in country.demonyms
    )
    return {form: name for form, name in words if " " not in form and " " not in name}


def _lands() -> dict[str, str]:
    """Names and adjectives of countries in small letters -> their codes."""
    table = load_countries().all
    return {form.casefold(): c.code for c in table for form in (c.name, *c.forms, *c.demonyms)}


def _scenes(claims: Sequence[Claim], kinds: type | UnionType) -> dict[str, frozenset[str]]:
    """Report -> the countries of the values of some kinds that its claims give."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if isinstance(claim.value, kinds) and (country := getattr(claim.value, "country", None)):
            found[claim.report].add(country)
    return {report: frozenset(countries) for report, countries in found.items()}


def _named(claims: Sequence[Claim]) -> Iterator[Speaker]:
    """Every speaker once, members of joint ones by themselves."""
    seen = {s: None for c in claims for speaker in c.speakers[1:] for s in (speaker.members or (speaker,))}
    yield from seen


def public_claims(
    claims: Sequence[Claim], homes: Mapping[str, str], events: Sequence[Event], frames: Mapping[str, Frame]
) -> frozenset[str]:
    """The claims on what was done in public, by the kinds of the events that they are about, of reports that have no
    answer to the same question from somebody named."""
    kinds = {e.id: frames.get(e.frame) for e in events}
    public = [c for c in claims if is_public(kinds.get(homes.get(c.id, "")), c.attribute)]
    named = {(c.report, homes[c.id], c.attribute) for c in public if c.speakers[-1].kind in NAMED}
    return frozenset(c.id for c in public if (c.report, homes[c.id], c.attribute) not in named)


@dataclass(slots=True)
class Tracing:
    """Where the claims of some reports come from; each is traced once."""

    reports: Mapping[str, Report]
    ties: Ties
    found: dict[str, tuple[Trace, ...]] = field(default_factory=dict)

    def of(self, claim: Claim) -> tuple[Trace, ...]:
        """The origins that a claim rests on."""
        known = self.found.get(claim.id)
        if known is None:
            traced = trace(claim, self.reports[claim.report], self.ties)
            known = self.found[claim.id] = tuple(self._at_home(found, claim) for found in traced)
        return known

    def _at_home(self, found: Trace, claim: Claim) -> Trace:
        """An officer of whom no report says which country is theirs is of the only one that the report is set in."""
        scenes = self.ties.grounds.get(claim.report, frozenset())
        if found.office and found.voice == "body" and found.country is None and len(scenes) == 1:
            return replace(found, country=next(iter(scenes)))
        return found

    def all(self, claims: Sequence[Claim], public: frozenset[str]) -> Iterator[tuple[Claim, Trace]]:
        """Each claim with each origin that it rests on; `public` are those on what was done in public."""
        for claim in claims:
            for found in self.of(claim):
                yield claim, attending(found, claim) if claim.id in public else found


def teller_of(reports: Mapping[str, Report], ties: Ties) -> Callable[[Claim], str]:
    """Who tells that somebody said a claim's words: the agency in between, or the outlet, behind copied words the one
    they come from. Tellers of one owner are one."""

    def teller(claim: Claim) -> str:
        found = ties.copies.source(claim)
        report = reports[found[0] if found else claim.report]
        via = [s.canonical for s in claim.speakers[1:-1] if s.kind in ("agency", "outlet")]
        name = via[-1] if via else report.credit or report.outlet or report.id
        return ties.owners.get(name, name)

    return teller
