"""Lists of events: those that a selection asks for, in one of three orders, page by page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, literal, or_, select

from crosswire.model import Listing, Near, Selection
from crosswire.store import words
from crosswire.store.pictures import listing
from crosswire.store.records import seconds
from crosswire.store.tables import events, keys, members

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
    query = _within(query, of)
    if of.standing is not None:
        query = query.where(events.c[of.standing] > 0)
    if of.ahead is not None:
        query = query.where(events.c.ahead if of.ahead else ~events.c.ahead)
    if of.words is not None:
        found = words.newest(connection, of.words, (None, SEARCHED))
        if not found:
            return None
        told = select(members.c.event).where(members.c.report.in_(found))
        query = query.where(events.c.seq.in_(told))
    return query


def _within(query: Select[Any], of: Selection) -> Select[Any]:
    """Those in the bounds of time and place."""
    if of.since is not None:
        query = query.where(events.c.until > seconds(of.since))
    if of.until is not None:
        query = query.where(events.c.since < seconds(of.until))
    if of.order == "soon":
        query = query.where(events.c.until.is_not(None))
    return query if of.near is None else query.where(*_near(of.near))


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
