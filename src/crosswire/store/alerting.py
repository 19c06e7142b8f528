"""Watches, what they were told, alerts and their deliveries, as rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from crosswire.model import (
    Alert,
    Area,
    Delivery,
    Destination,
    Filing,
    Pending,
    Quiet,
    Told,
    Watch,
)
from crosswire.store.codec import moment, moment_of
from crosswire.store.records import upsert
from crosswire.store.tables_alerting import alerts, deliveries, noticed, pending, told, watches

Plain = Any


# --- watches --------------------------------------------------------------------------------------------------------


def all_watches(connection: Connection) -> list[Watch]:
    """All watches, by name."""
    return [
        _watch_of(row.id, json.loads(row.told)) for row in connection.execute(select(watches).order_by(watches.c.name))
    ]


def save_watches(connection: Connection, found: Sequence[Watch]) -> None:
    """Keep watches, each in the place of the one of its name."""
    statement = upsert(connection, watches)
    fresh = {"name": statement.excluded.name, "told": statement.excluded.told}
    statement = statement.on_conflict_do_update(index_elements=["id"], set_=fresh)
    if found:
        connection.execute(statement, [{"id": w.id, "name": w.name, "told": json.dumps(_watch(w))} for w in found])


def remove_watch(connection: Connection, wid: str) -> bool:
    """Remove a watch and what it waits for. Whether there was one."""
    connection.execute(delete(pending).where(pending.c.watch == wid))
    connection.execute(delete(told).where(told.c.watch == wid))
    return connection.execute(delete(watches).where(watches.c.id == wid)).rowcount > 0


def _watch(of: Watch) -> Plain:
    area, quiet = of.area, of.quiet
    return {
        "name": of.name,
        "frames": sorted(of.frames),
        "actors": sorted(of.actors),
        "words": sorted(of.words),
        "area": area and [area.name, area.geometry, area.within_km, area.near_km, area.country, area.reach, area.note],
        "least_standing": of.least_standing,
        "least_origins": of.least_origins,
        "severity": dict(of.severity),
        "bounds": dict(of.bounds),
        "news": sorted(of.news),
        "quiet": quiet and [quiet.start, quiet.end, quiet.zone],
        "ahead": of.ahead.total_seconds(),
        "recent": of.recent.total_seconds(),
        "to": [_destination(d) for d in of.to],
        "paused": of.paused,
        "least_chance": of.least_chance,
    }


def _watch_of(wid: str, of: Plain) -> Watch:
    return Watch(
        id=wid,
        name=of["name"],
        frames=frozenset(of["frames"]),
        actors=frozenset(of["actors"]),
        words=frozenset(of["words"]),
        news=frozenset(of["news"]),
        area=Area(*of["area"]) if of["area"] else None,
        least_standing=of["least_standing"],
        least_origins=of["least_origins"],
        severity=of["severity"],
        bounds=of["bounds"],
        quiet=Quiet(*of["quiet"]) if of["quiet"] else None,
        ahead=timedelta(seconds=of["ahead"]),
        recent=timedelta(seconds=of["recent"]),
        to=tuple(Destination(*d) for d in of["to"]),
        paused=of["paused"],
        least_chance=of.get("least_chance", 0.1),  # watches of before 28 November 2026 lack it
    )


def _destination(of: Destination) -> Plain:
    return [of.way, of.to, of.secret, of.template]


# --- what was told ----------------------------------------------------------------------------------------------------


def alert_token(connection: Connection) -> int:
    """The token of the last change that was looked at for alerts."""
    return int(connection.execute(select(func.max(noticed.c.token))).scalar() or 0)


def told_of(connection: Connection, event: str) -> list[Told]:
    """What each watch was told of an event."""
    rows = connection.execute(select(told).where(told.c.event == event).order_by(told.c.watch))
    return [_told_of(row.watch, row.event, json.loads(row.told)) for row in rows]


def _told(of: Told) -> Plain:
    numbers = {name: list(span) for name, span in of.numbers.items()}
    return [of.number, dict(of.standings), dict(of.values), numbers, of.alert, of.ahead_told, of.token, of.relation]


def _told_of(watch: str, event: str, of: Plain) -> Told:
    number, standings, values, numbers, alert, ahead, token, *relation = of  # before 28 November 2026: none
    spans = {name: (low, high) for name, (low, high) in numbers.items()}
    return Told(watch, event, number, standings, values, spans, alert, ahead, token, *relation)


def pending_by(connection: Connection, now: datetime) -> list[Pending]:
    """What is to be looked at again by now."""
    rows = connection.execute(select(pending).where(pending.c.due <= _utc(now)).order_by(pending.c.due))
    return [Pending(row.watch, row.event, datetime.fromisoformat(row.due)) for row in rows]


def _utc(of: datetime) -> str:
    """A moment as text that sorts by time."""
    return of.astimezone(UTC).isoformat(timespec="microseconds")


def file_alerts(connection: Connection, filing: Filing) -> None:
    """Write the outcome of one look. An alert that is there stays as it is."""
    for old, new in filing.moved:
        _move(connection, old, new)
    for one in filing.looked:
        due = pending.c.due <= _utc(one.due)
        connection.execute(delete(pending).where(pending.c.watch == one.watch, pending.c.event == one.event, due))
    if filing.alerts:
        connection.execute(upsert(connection, alerts).on_conflict_do_nothing(), [_alert(a) for a in filing.alerts])
    if filing.deliveries:
        rows = [_delivery(d) for d in filing.deliveries]
        connection.execute(upsert(connection, deliveries).on_conflict_do_nothing(), rows)
    _keep(connection, filing)
    connection.execute(delete(noticed))
    connection.execute(upsert(connection, noticed).on_conflict_do_nothing(), {"token": filing.token})


def _keep(connection: Connection, filing: Filing) -> None:
    statement = upsert(connection, told)
    statement = statement.on_conflict_do_update(
        index_elements=["watch", "event"], set_={"told": statement.excluded.told}
    )
    if filing.told:
        rows = [{"watch": t.watch, "event": t.event, "told": json.dumps(_told(t))} for t in filing.told]
        connection.execute(statement, rows)
    again = upsert(connection, pending)
    again = again.on_conflict_do_update(index_elements=["watch", "event"], set_={"due": again.excluded.due})
    if filing.pending:
        connection.execute(again, [{"watch": p.watch, "event": p.event, "due": _utc(p.due)} for p in filing.pending])


def _move(connection: Connection, old: str, new: str) -> None:
    """What was told of an event that became one with another counts for that, unless the watch was told of it too."""
    known = {row.watch for row in connection.execute(select(told.c.watch).where(told.c.event == new))}
    for row in list(connection.execute(select(told.c.watch).where(told.c.event == old))):
        mine = (told.c.watch == row.watch) & (told.c.event == old)
        moving = update(told).where(mine).values(event=new)
        connection.execute(delete(told).where(mine) if row.watch in known else moving)


# --- alerts and deliveries --------------------------------------------------------------------------------------------


def _alert(of: Alert) -> Plain:
    news = json.dumps([list(n) for n in of.news])
    told_ = {"message": of.message, "news": news, "replaces": of.replaces}
    return {"id": of.id, "watch": of.watch, "event": of.event, "number": of.number, "at": _utc(of.at), **told_}


def _alert_of(row: Any) -> Alert:
    news = tuple((kind, words) for kind, words in json.loads(row.news))
    at = datetime.fromisoformat(row.at)
    return Alert(row.id, row.watch, row.event, row.number, news, at, row.message, row.replaces)


def _delivery(of: Delivery) -> Plain:
    return {
        "key": of.key,
        "alert": of.alert,
        "destination": json.dumps(_destination(of.destination)),
        "due": _utc(of.due),
        "state": of.state,
        "attempts": of.attempts,
        "trouble": of.trouble,
        "sent": moment(of.sent),
    }


def _delivery_of(row: Any) -> Delivery:
    destination = Destination(*json.loads(row.destination))
    due = datetime.fromisoformat(row.due)
    return Delivery(row.key, row.alert, destination, due, row.state, row.attempts, row.trouble, moment_of(row.sent))


def due_deliveries(connection: Connection, now: datetime, limit: int) -> list[tuple[Delivery, Alert]]:
    """Deliveries that wait and are due, the earliest first, with their alerts."""
    query = select(deliveries, alerts).join(alerts, alerts.c.id == deliveries.c.alert)
    query = query.where(deliveries.c.state == "waiting", deliveries.c.due <= _utc(now))
    rows = connection.execute(query.order_by(deliveries.c.due, alerts.c.number).limit(limit))
    return [(_delivery_of(row), _alert_of(row)) for row in rows]


def settle_delivery(connection: Connection, of: Delivery) -> None:
    """Keep how a delivery went."""
    fresh = {k: v for k, v in _delivery(of).items() if k in ("due", "state", "attempts", "trouble", "sent")}
    connection.execute(update(deliveries).where(deliveries.c.key == of.key).values(fresh))


def last_alerts(connection: Connection, watch: str | None, limit: int) -> list[Alert]:
    """The last alerts, of one watch where it is named; the newest first."""
    query = select(alerts).order_by(alerts.c.at.desc(), alerts.c.id)
    if watch is not None:
        query = query.where(alerts.c.watch == watch)
    return [_alert_of(row) for row in connection.execute(query.limit(limit))]


def deliveries_of(connection: Connection, alert: str) -> list[Delivery]:
    """How the deliveries of an alert stand."""
    query = select(deliveries).where(deliveries.c.alert == alert).order_by(deliveries.c.key)
    return [_delivery_of(row) for row in connection.execute(query)]
