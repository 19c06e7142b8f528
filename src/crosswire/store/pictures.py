"""Pictures of events in their tables: the row that lists show, the packed whole, members, keys and answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from crosswire.model import Listing, Picture, Place, StandingName, Time
from crosswire.store import codec, codec_known, words
from crosswire.store.records import at_seconds, parted, seconds, upsert
from crosswire.store.tables import answers, events, ids, keys, members, reports
from crosswire.store.tables import pictures as table

STANDINGS: tuple[StandingName, ...] = ("corroborated", "reported", "disputed", "withdrawn")
OUTLETS = 12  # names that a list shows
_Old = Mapping[str, Picture]


def numbers(connection: Connection, ids_: Iterable[str]) -> dict[str, int]:
    """Event id -> its number."""
    found: dict[str, int] = {}
    for part in parted(ids_):
        query = select(events.c.id, events.c.seq).where(events.c.id.in_(part))
        found.update({row.id: row.seq for row in connection.execute(query)})
    return found


def load(connection: Connection, ids_: Iterable[str]) -> dict[str, Picture]:
    """The stored pictures of these events, by id."""
    found: dict[str, Picture] = {}
    for part in parted(ids_):
        query = select(events.c.id, table).join(events, events.c.seq == table.c.event).where(events.c.id.in_(part))
        for row in connection.execute(query):
            found[row.id] = codec_known.picture_of(row.told, row.facts, row.origins)
    return found


def put(connection: Connection, found: Sequence[Picture], at: datetime) -> None:
    """Write pictures, each in the place of what was stored under its id."""
    known = numbers(connection, [p.event.id for p in found])
    old = load(connection, list(known))
    for picture in found:
        row, number = _row(picture), known.get(picture.event.id)
        if number is None:
            fresh = {**row, "first": seconds(at), "changed": seconds(at), "token": 0}
            number = int(connection.execute(insert(events).returning(events.c.seq), fresh).scalar_one())
        else:
            connection.execute(update(events).where(events.c.seq == number).values(row))
        _whole(connection, picture, number)
        _beside(connection, picture, old.get(picture.event.id), number)
    _members(connection, found, numbers(connection, [p.event.id for p in found]), old)


def _row(picture: Picture) -> dict[str, object]:
    event = picture.event
    standings = Counter(f.standing for f in picture.facts)
    when, where = event.when, event.where
    shown = [codec.maybe_value(when), codec.maybe_value(where), list(picture.outlets[:OUTLETS])]
    return {
        "id": event.id,
        "frame": event.frame,
        "title": words.clean(event.title),
        "since": seconds(when.start or when.end) if when else None,
        "until": seconds(when.end or when.start) if when else None,
        "lat": where.lat if where else None,
        "lon": where.lon if where else None,
        "ahead": picture.ahead,
        "real": picture.real,
        **{name: standings[name] for name in STANDINGS},
        "origins": len(independent(picture)),
        "reports": len(event.reports),
        "shown": codec.pack(shown),
    }


def independent(picture: Picture) -> set[str]:
    """The origins that count as independent behind any of its facts."""
    return {o for f in picture.facts for c in f.candidates for o in c.independent or ()}


def _whole(connection: Connection, picture: Picture, number: int) -> None:
    facts, origins = codec_known.facts(picture.facts), codec_known.origins(picture.origins)
    told = {"told": codec_known.told(picture), "facts": facts, "origins": origins}
    statement = upsert(connection, table).values(event=number, **told)
    connection.execute(statement.on_conflict_do_update(index_elements=["event"], set_=told))


def _beside(connection: Connection, picture: Picture, old: Picture | None, number: int) -> None:
    """The keys and answers that are new or no longer so."""
    had, has = _keys(old) if old else set(), _keys(picture)
    if gone := had - has:
        connection.execute(delete(keys).where(keys.c.event == number, keys.c.key.in_(gone)))
    if fresh := has - had:
        connection.execute(insert(keys), [{"key": key, "event": number} for key in sorted(fresh)])
    before, after = _answers(old) if old else {}, _answers(picture)
    for voice, attribute in before.keys() - after.keys():
        same = (answers.c.event == number, answers.c.voice == voice, answers.c.attribute == attribute)
        connection.execute(delete(answers).where(*same))
    statement = upsert(connection, answers)
    statement = statement.on_conflict_do_update(
        index_elements=["event", "voice", "attribute"], set_={"share": statement.excluded.share}
    )
    changed = [(key, share) for key, share in sorted(after.items()) if before.get(key) != share]
    if changed:
        told = [{"event": number, "voice": v, "attribute": a, "share": s} for (v, a), s in changed]
        connection.execute(statement, told)


def _keys(picture: Picture) -> set[str]:
    places = {words.name(f"place:{p.casefold()}") for p in picture.places}
    return places | {words.name(f"outlet:{o}") for o in picture.outlets}


def _answers(picture: Picture) -> dict[tuple[str, str], str]:
    return {(words.name(a.voice), a.attribute): a.share for a in picture.answers}


def _reports(connection: Connection, ids_: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for part in parted(ids_):
        query = select(reports.c.id, reports.c.seq).where(reports.c.id.in_(part))
        found.update({row.id: row.seq for row in connection.execute(query)})
    return found


def _members(connection: Connection, found: Sequence[Picture], known: Mapping[str, int], old: _Old) -> None:
    """Which mentions belong to which event: those that left are removed first, as another event may take them in."""
    for picture in found:
        had = set(old[picture.event.id].event.mentions) if picture.event.id in old else set()
        number = known[picture.event.id]
        for part in parted(sorted(had - set(picture.event.mentions))):
            connection.execute(delete(members).where(members.c.event == number, members.c.mention.in_(part)))
    told = list(_fresh_members(found, known, old))
    homes = _reports(connection, {home for _, _, home in told})
    statement = upsert(connection, members)
    fresh = {"event": statement.excluded.event, "report": statement.excluded.report}
    statement = statement.on_conflict_do_update(index_elements=["mention"], set_=fresh)
    if told:
        connection.execute(statement, [{"mention": m, "event": n, "report": homes[home]} for m, n, home in told])


def _fresh_members(found: Sequence[Picture], known: Mapping[str, int], old: _Old) -> Iterator[tuple[str, int, str]]:
    for picture in found:
        had = set(old[picture.event.id].event.mentions) if picture.event.id in old else set()
        for mention, home in zip(picture.event.mentions, picture.homes, strict=True):
            if mention not in had:
                yield mention, known[picture.event.id], home


def drop(connection: Connection, gone: Iterable[str]) -> None:
    """Remove events with all that is derived of them."""
    for part in parted(gone):
        which = select(events.c.seq).where(events.c.id.in_(part)).scalar_subquery()
        for child in (members, keys, answers, table):
            connection.execute(delete(child).where(child.c.event.in_(which)))
        connection.execute(delete(ids).where(ids.c.event.in_(which)))
        connection.execute(delete(events).where(events.c.id.in_(part)))


def listing(row: Row[Any]) -> Listing:
    """A row of events for a list."""
    when, where, outlets = codec.unpack(row.shown)
    time, place = codec.maybe_value_of(when), codec.maybe_value_of(where)
    return Listing(
        id=row.id,
        frame=row.frame,
        title=row.title,
        when=time if isinstance(time, Time) else None,
        where=place if isinstance(place, Place) else None,
        ahead=row.ahead,
        standings={name: n for name in STANDINGS if (n := getattr(row, name))},
        origins=row.origins,
        reports=row.reports,
        outlets=tuple(outlets),
        first=at_seconds(row.first),
        changed=at_seconds(row.changed),
        token=row.token,
    )
