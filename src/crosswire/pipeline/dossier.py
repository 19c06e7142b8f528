"""The brief of one stored event: what its reports say, before all that is stored.

Background are the other events that its reports tell of, and earlier ones of its kind by the same actor, so that
"the second this year" is checked against everything kept. They are told with what they rest on as far as FAR goes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from crosswire import __version__
from crosswire.errors import UnknownIdError
from crosswire.facts import checks, origins, said
from crosswire.model import Brief, Claim, Event, Fact, Listing, Party, Picture, Reading, Reprint, Role, Selection, Time
from crosswire.pipeline.keeping import Store
from crosswire.pipeline.origins import Tracing, public_claims, teller_of, ties_of
from crosswire.pipeline.tables import Tables
from crosswire.pipeline.weigh import RULES, claim_events

FAR = 12  # reports of other events that a brief takes in: 40 took an event page of a big store over 100 ms
OTHERS = 60  # other events that it names
ACTORS = 3  # of those who acted, by whom earlier events are looked for
EARLIER = 40  # of its kind in its year that are looked at


def dossier(store: Store, eid: str, tables: Tables) -> Brief:
    """The brief of the event that this id, old or new, leads to. Raises UnknownIdError."""
    main = picture_of(store, eid)
    readings = {r.report.id: r for r in store.readings(main.event.reports)}
    homes = store.homes_of(main.event.reports)
    others = _others(store, main, homes)
    for picture in others:
        missing = [r for r in picture.event.reports if r not in readings]
        if len(readings) + len(missing) <= len(main.event.reports) + FAR:
            readings.update({r.report.id: r for r in store.readings(missing)})
    homes = store.homes_of(list(readings))
    return _brief([main, *others], readings, store.reprints(list(readings)), tables)


def picture_of(store: Store, eid: str) -> Picture:
    """What is known of the event that an id leads to. Raises UnknownIdError."""
    current = store.resolve(eid)
    if current is None:
        raise UnknownIdError(f"{eid}: there is no such event in {store.where}; crosswire events lists them")
    return store.pictures([current])[current]


def _others(store: Store, main: Picture, homes: dict[str, str]) -> list[Picture]:
    ids = sorted(set(homes.values()) - {main.event.id})[:OTHERS]
    told = {i: p for i, p in store.pictures(ids).items() if p.real}
    return [*told.values(), *(p for p in _earlier(store, main) if p.event.id not in told)]


def _earlier(store: Store, main: Picture) -> list[Picture]:
    return list(store.pictures([line.id for line in earlier(store, main)]).values())


def earlier(store: Store, main: Picture) -> list[Listing]:
    """Earlier events of its kind by the same actor in its year, whatever report tells of them."""
    when, who = main.event.when, _actors(main)
    if when is None or when.start is None or not who:
        return []
    new_year = when.start.replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
    year = Selection(frame=main.event.frame, since=new_year, until=when.start, ahead=False, order="when")
    listed = {
        line.id: line
        for name in sorted(who)[:ACTORS]
        for line in store.listings(replace(year, actor=name), (None, EARLIER))[0]
    }
    return [line for i, line in listed.items() if i != main.event.id][:EARLIER]


def _actors(of: Picture) -> set[str]:
    values = (c.value for f in of.facts if f.attribute == "who" for c in f.candidates)
    return {v.name for v in values if isinstance(v, Party)}


def _brief(
    pictures: Sequence[Picture], readings: dict[str, Reading], copies: Sequence[Reprint], tables: Tables
) -> Brief:
    main, *others = pictures
    events = (replace(main.event, role="main"), *(_placed(p, main) for p in others))
    known = {c.id for r in readings.values() for c in r.claims}
    facts = tuple(f for p in pictures for f in p.facts if _complete(f, known))
    return told_of(events, facts, readings, (copies, tables))


def told_of(
    events: Sequence[Event],
    facts: Sequence[Fact],
    readings: Mapping[str, Reading],
    beside: tuple[Sequence[Reprint], Tables],
) -> Brief:
    """The brief of these events, the main one first, from what was read from some reports; `facts` are weighed."""
    (copies, tables), main = beside, events[0]
    claims = tuple(c for r in readings.values() for c in r.claims)
    homes = claim_events(events, claims)
    by_event: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.id in homes:
            by_event.setdefault(homes[claim.id], []).append(claim)
    inside = [r for r in copies if r.of in readings and r.report in readings]
    reports = {i: r.report for i, r in readings.items()}
    ties = ties_of(inside, reports, claims)
    own = [c for c in claims if c.report in set(main.reports)]
    public = public_claims(claims, homes, events, tables.linking.frames)
    traced = list(Tracing(reports, ties).all(claims, public))
    cited = {o for f in facts for c in f.candidates for o in c.origins}
    mentions = {m.id: m for r in readings.values() for m in r.mentions}
    loose = [c for c in own if c.mention is None and c.id not in homes]
    return Brief(
        version=__version__,
        rules=RULES,
        reports=tuple(reports.values()),
        reprints=tuple(inside),
        claims=claims,
        claim_event=homes,
        events=tuple(events),
        facts=tuple(facts),
        origins=tuple(o for o in origins.collect(traced) if o.id in cited or o.kind not in ("unknown", "unnamed")),
        statements=said.statements(own, homes, main, teller_of(reports, ties), ties.people),
        ahead=said.ahead(events, by_event, loose),
        checks=checks.check_all(checks.Known(events, by_event, mentions, tables.scale)),
        warnings=tuple(w for r in readings.values() for w in r.report.warnings),
    )


def _complete(fact: Fact, claims: set[str]) -> bool:
    """Whether all that a fact rests on is in the brief."""
    return all(c in claims for candidate in fact.candidates for c in candidate.claims)


def _placed(other: Picture, main: Picture) -> Event:
    """Another event with the part it plays beside the main one."""
    return replace(other.event, role=role_of(other.event, main.event, other.ahead, other.response))


def role_of(other: Event, main: Event, ahead: bool, response: bool) -> Role:
    """The part that another event plays beside the main one; `response`: it is of a kind that answers something."""
    if ahead:
        return "ahead"
    when, then = other.when, main.when
    shared = not set(other.reports).isdisjoint(main.reports)
    if shared and response and when is not None and then is not None and _not_before(when, then):
        return "reaction"
    return "background"


def _not_before(when: Time, then: Time) -> bool:
    return when.start is not None and then.start is not None and when.start >= then.start
