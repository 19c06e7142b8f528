"""What is asked of a store: lists of events, reports, voices, changes, and what is found by words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, literal, or_, select

from crosswire.model import Change, Filed, Hit, Listing, Near, Selection, Tally, Voice
from crosswire.store import codec, codec_known, words
from crosswire.store.pictures import listing
from crosswire.store.records import at_seconds, filed, parted, seconds
from crosswire.store.tables import (
    answers,
    changes,
    claims,
    events,
    fates,
    ids,
    keys,
    lines,
    members,
    reports,
    rules,
    voices,
    waiting,
)

Page = tuple[str | None, int]  # where the page before ended (None: the first page), and how many are wanted
EARTH = 6371.0  # km
DEGREE = 111.2  # km of latitude
NEVER = -(10**15)  # orders what has no time behind all that has
SEARCHED = 5000  # reports with the words, the newest, whose events are looked at


def listings(connection: Connection, of: Selection, page: Page) -> tuple[list[Listing], str | None]:
    """The selected events, and where the next page begins (None: there is none)."""
    found = _selected(connection, of)
    if found is None:
        return [], None
    after, limit = page
    order, beyond, place = ORDERS[of.order]
    query = found.where(beyond(after)) if after else found
    rows = list(connection.execute(query.order_by(*order).limit(limit + 1)))
    return [listing(row) for row in rows[:limit]], place(rows[limit - 1]) if len(rows) > limit else None


def _before(after: str) -> ColumnElement[bool]:
    return events.c.token < int(after)


def _beyond(after: str) -> ColumnElement[bool]:
    """What comes after a place in the order of time; what has no time comes last."""
    then, seq = _place(after)
    if then == NEVER:
        return events.c.since.is_(None) & (events.c.seq < seq)
    return or_(events.c.since < then, (events.c.since == then) & (events.c.seq < seq), events.c.since.is_(None))


def _later(after: str) -> ColumnElement[bool]:
    then, seq = _place(after)
    return or_(events.c.until > then, (events.c.until == then) & (events.c.seq > seq))


def _place(after: str) -> tuple[int, int]:
    then, _, number = after.partition(":")
    return int(then), int(number)


# Of each order: its columns as an index has them, what comes after a place in it, and how a row's place is written.
ORDERS: Mapping[str, tuple[Sequence[Any], Callable[[str], ColumnElement[bool]], Callable[[Any], str]]] = {
    "changed": ((events.c.token.desc(),), _before, lambda row: str(row.token)),
    "when": (
        (events.c.since.desc().nulls_last(), events.c.seq.desc()),
        _beyond,
        lambda row: f"{NEVER if row.since is None else row.since}:{row.seq}",
    ),
    "soon": ((events.c.until, events.c.seq), _later, lambda row: f"{row.until}:{row.seq}"),
}


def _selected(connection: Connection, of: Selection) -> Select[Any] | None:
    """The query of a selection; None where nothing can be meant by it."""
    query = select(events).where(events.c.real)
    if of.frame is not None:
        query = query.where(events.c.frame == of.frame)
    if of.place is not None:
        query = query.where(_keyed(f"place:{of.place.strip().casefold()}"))
    if of.outlet is not None:
        query = query.where(_keyed(f"outlet:{of.outlet}"))
    if of.actor is not None:
        query = query.where(_keyed(f"who:{of.actor}"))
    if of.since is not None:
        query = query.where(events.c.until > seconds(of.since))
    if of.until is not None:
        query = query.where(events.c.since < seconds(of.until))
    if of.order == "soon":
        query = query.where(events.c.until.is_not(None))
    if of.near is not None:
        query = query.where(*_near(of.near))
    if of.standing is not None:
        query = query.where(events.c[of.standing] > 0)
    if of.ahead is not None:
        query = query.where(events.c.ahead if of.ahead else ~events.c.ahead)
    if of.words is not None:
        found = _newest(connection, of.words, (None, SEARCHED))
        if not found:
            return None
        told = select(members.c.event).where(members.c.report.in_(found))
        query = query.where(events.c.seq.in_(told))
    return query


def _keyed(key: str) -> ColumnElement[bool]:
    return events.c.seq.in_(select(keys.c.event).where(keys.c.key == words.name(key)))


def _near(near: Near) -> tuple[ColumnElement[bool], ...]:
    """Within the circle, on a sphere (up to 0.5 % off); a band of latitudes first, which the index knows."""
    margin = near.km / DEGREE + 0.01
    lat, lon = func.radians(events.c.lat), func.radians(events.c.lon)
    here_lat, here_lon = func.radians(literal(near.lat)), func.radians(literal(near.lon))
    up = func.power(func.sin((lat - here_lat) / 2), 2)
    across = func.cos(lat) * func.cos(here_lat) * func.power(func.sin((lon - here_lon) / 2), 2)
    km = 2 * EARTH * func.asin(func.sqrt(up + across))
    return events.c.lat.between(near.lat - margin, near.lat + margin), km <= near.km


def resolve(connection: Connection, eid: str) -> str | None:
    """The id of the event that an id, old or new, leads to."""
    query = select(events.c.id).join(ids, ids.c.event == events.c.seq).where(ids.c.id == eid)
    row = connection.execute(query).first()
    return None if row is None else str(row.id)


def became(connection: Connection, eid: str) -> str | None:
    """The id that an event was merged into."""
    row = connection.execute(select(fates.c.became).where(fates.c.id == eid)).first()
    return None if row is None else row.became


def listed(connection: Connection, ids_: Sequence[str]) -> dict[str, Listing]:
    """The lines of these events, by id."""
    found = {}
    for part in parted(ids_):
        found.update({row.id: listing(row) for row in connection.execute(select(events).where(events.c.id.in_(part)))})
    return found


def homes_of(connection: Connection, reports_: Sequence[str]) -> dict[str, str]:
    """Every mention of these reports that belongs to an event -> the event."""
    found: dict[str, str] = {}
    for part in parted(reports_):
        query = select(members.c.mention, events.c.id).join(events, events.c.seq == members.c.event)
        query = query.join(reports, reports.c.seq == members.c.report).where(reports.c.id.in_(part))
        found.update({row.mention: row.id for row in connection.execute(query)})
    return found


# --- reports --------------------------------------------------------------------------------------------------------


def filed_reports(connection: Connection, outlet: str | None, page: Page) -> tuple[list[Filed], str | None]:
    """Reports in their latest versions, the last that arrived first."""
    after, limit = page
    query = _filed().where(reports.c.seq == lines.c.current).order_by(reports.c.seq.desc()).limit(limit + 1)
    query = query.where(reports.c.outlet == words.name(outlet)) if outlet is not None else query
    query = query.where(reports.c.seq < int(after)) if after else query
    rows = list(connection.execute(query))
    return [filed(row) for row in rows[:limit]], str(rows[limit - 1].seq) if len(rows) > limit else None


def _filed() -> Select[Any]:
    """Reports without what is packed, and which version is the latest."""
    told = [c for c in reports.c if c.name not in ("reading", "edits")]
    return select(*told, lines.c.current).join(lines, lines.c.line == reports.c.line)


def search(connection: Connection, wanted: str, page: Page) -> tuple[list[Hit], str | None]:
    """Reports in which the words stand, the newest first, each in its latest version."""
    limit = page[1]
    found = _newest(connection, wanted, (page[0], limit + 1))
    query = _filed().add_columns(reports.c.reading).where(reports.c.seq.in_(found[:limit]))
    rows = list(connection.execute(query.order_by(reports.c.seq.desc())))
    told: dict[int, dict[str, None]] = defaultdict(dict)
    members_of = select(members.c.report, events.c.id).join(events, events.c.seq == members.c.event)
    members_of = members_of.where(members.c.report.in_(found[:limit]), events.c.real).order_by(events.c.seq)
    for row in connection.execute(members_of):
        told[row.report][row.id] = None
    hits = [
        Hit(filed(row), words.parts(codec.report_of(row.reading).text, wanted), tuple(told[row.seq])) for row in rows
    ]
    return hits, str(found[limit - 1]) if len(found) > limit else None


def _newest(connection: Connection, wanted: str, page: Page) -> list[int]:
    """The numbers of the newest reports with the words."""
    matching = words.matching(connection, wanted, page)
    if matching is None:
        return []
    sql, parameters = matching
    return [int(row[0]) for row in connection.execute(sql, parameters)]


# --- voices ---------------------------------------------------------------------------------------------------------


def loudest(connection: Connection, kind: str | None, page: Page) -> tuple[list[Voice], str | None]:
    """Speakers and outlets, those with most claims first; of one kind where it is named."""
    after, limit = page
    query = select(voices).order_by(voices.c.claims.desc(), voices.c.seq).limit(limit + 1)
    query = query.where(voices.c.kind == kind) if kind else query
    if after:
        claims_, _, seq = after.partition(":")
        same = (voices.c.claims == int(claims_)) & (voices.c.seq > int(seq))
        query = query.where(or_(voices.c.claims < int(claims_), same))
    rows = list(connection.execute(query))
    more = f"{rows[limit - 1].claims}:{rows[limit - 1].seq}" if len(rows) > limit else None
    return [_voice(connection, row) for row in rows[:limit]], more


def voice(connection: Connection, name: str) -> Voice | None:
    """One speaker or outlet."""
    row = connection.execute(select(voices).where(voices.c.name == words.name(name))).first()
    return None if row is None else _voice(connection, row)


def _voice(connection: Connection, row: Any) -> Voice:
    query = select(answers.c.share, func.count()).where(answers.c.voice == row.name).group_by(answers.c.share)
    shares = Counter({share: int(n) for share, n in connection.execute(query)})
    return Voice(row.name, row.kind, row.claims, shares["alone"], shares["echoed"], shares["contradicted"])


def said_by(connection: Connection, name: str, page: Page) -> tuple[list[str], str | None]:
    """The newest reports that give claims to this speaker, or are this outlet's."""
    after, limit = page
    number = select(voices.c.seq).where(voices.c.name == words.name(name)).scalar_subquery()
    query = select(claims.c.report.label("seq")).where(claims.c.speaker == number).distinct()
    kind = connection.execute(select(voices.c.kind).where(voices.c.name == words.name(name))).scalar()
    if kind == "outlet":
        query = select(reports.c.seq).where(reports.c.outlet == words.name(name))
    told = query.subquery()
    newest = select(reports.c.id, reports.c.seq).join(told, told.c.seq == reports.c.seq)
    newest = newest.where(reports.c.seq < int(after)) if after else newest
    rows = list(connection.execute(newest.order_by(reports.c.seq.desc()).limit(limit + 1)))
    return [row.id for row in rows[:limit]], str(rows[limit - 1].seq) if len(rows) > limit else None


def answers_of(connection: Connection, name: str, events_: Sequence[str]) -> dict[tuple[str, str], str]:
    """(event, attribute) -> how this voice's answer stands beside the others'."""
    found: dict[tuple[str, str], str] = {}
    for part in parted(events_):
        query = select(events.c.id, answers.c.attribute, answers.c.share).join(events, events.c.seq == answers.c.event)
        for row in connection.execute(query.where(answers.c.voice == words.name(name), events.c.id.in_(part))):
            found[(row.id, row.attribute)] = row.share
    return found


def report_of_claim(connection: Connection, claim: str) -> str | None:
    """The report that a claim stands in."""
    query = select(reports.c.id).join(claims, claims.c.report == reports.c.seq).where(claims.c.id == claim)
    row = connection.execute(query).first()
    return None if row is None else str(row.id)


# --- changes --------------------------------------------------------------------------------------------------------


def changes_since(connection: Connection, token: int, limit: int) -> list[Change]:
    """The changes after a token, the earliest first."""
    query = select(changes).where(changes.c.token > token).order_by(changes.c.token).limit(limit)
    return [_change(row) for row in connection.execute(query)]


def changes_of(connection: Connection, event: str, limit: int) -> list[Change]:
    """The last changes of one event, whatever its id was then, the earliest first; of one that is no more too."""
    number = select(ids.c.event).where(ids.c.id == event).scalar_subquery()
    names = {event, *(row.id for row in connection.execute(select(ids.c.id).where(ids.c.event == number)))}
    query = select(changes).where(changes.c.event.in_(sorted(names))).order_by(changes.c.token.desc()).limit(limit)
    return [_change(row) for row in reversed(list(connection.execute(query)))]


def _change(row: Any) -> Change:
    told, before, after, was, now, reports_ = codec_known.change_of(row.told)
    what = (row.event, row.kind, told, row.attribute, before, after, was, now, reports_, row.other)
    return Change(*what, token=row.token, at=at_seconds(row.at))


def tally(connection: Connection) -> Tally:
    """How much there is. Claims are counted by the numbers that voices keep, as a count of all rows takes long."""
    counted = (
        select(func.count()).select_from(reports),
        select(func.count()).select_from(claims),
        select(func.count()).select_from(events).where(events.c.real),
        select(func.count()).select_from(waiting),
        select(func.max(changes.c.token)),
    )
    every, told, real, left, token = (int(connection.execute(query).scalar() or 0) for query in counted)
    return Tally(every, told, real, left, token, {row.step: row.version for row in connection.execute(select(rules))})
