"""Pictures of events in their tables: the row that lists show, the packed whole, members, keys and answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from crosswire.model import Listing, Party, Picture, Place, StandingName, Time
from crosswire.store import codec, codec_known, words
from crosswire.store.records import at_seconds, parted, replace, seconds
from crosswire.store.tables import answers, events, ids, keys, members, reports
from crosswire.store.tables import pictures as table

STANDINGS: tuple[StandingName, ...] = ("corroborated", "reported", "disputed", "withdrawn")
OUTLETS = 12  # names that a list shows
_Old = Mapping[str, Picture]
WHOLE = (
    select(events.c.id, table)
    .join(events, events.c.seq == table.c.event)
    .where(events.c.id.in_(bindparam("wanted", expanding=True)))
)
AGAIN = update(events).where(events.c.seq == bindparam("number"))
NO_KEY = delete(keys).where(keys.c.event == bindparam("in_event"), keys.c.key == bindparam("of"))
NO_ANSWER = delete(answers).where(
    answers.c.event == bindparam("in_event"), answers.c.voice == bindparam("of"), answers.c.attribute == bindparam("on")
)
GONE = delete(members).where(members.c.event == bindparam("in_event"), members.c.mention == bindparam("of"))


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
        for row in connection.execute(WHOLE, {"wanted": part}):
            found[row.id] = codec_known.picture_of(row.told, row.facts, row.origins)
    return found


def put(connection: Connection, found: Sequence[Picture], before: _Old, at: datetime) -> None:
    """Write pictures, each in the place of what was stored under its id; `before` is what was."""
    known = numbers(connection, [p.event.id for p in found])
    rows = {p.event.id: _row(p) for p in found}
    again = [{**row, "number": known[i]} for i, row in rows.items() if i in known]
    _run(connection, AGAIN, again)
    fresh = [
        {**row, "first": seconds(at), "changed": seconds(at), "token": 0} for i, row in rows.items() if i not in known
    ]
    if fresh:
        connection.execute(insert(events), fresh)
        known |= numbers(connection, [str(row["id"]) for row in fresh])
    replace(connection, table, [{"event": known[p.event.id], **_whole(p)} for p in found], ("event",))
    _beside(connection, found, before, known)
    _members(connection, found, known, before)


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


def _whole(picture: Picture) -> dict[str, bytes]:
    facts, origins = codec_known.facts(picture.facts), codec_known.origins(picture.origins)
    return {"told": codec_known.told(picture), "facts": facts, "origins": origins}


def _beside(connection: Connection, found: Sequence[Picture], before: _Old, known: Mapping[str, int]) -> None:
    """The keys and answers that are new or no longer so."""
    gone, fresh, silent, told = [], [], [], []
    for picture in found:
        old, number = before.get(picture.event.id), known[picture.event.id]
        had, has = _keys(old) if old else set(), _keys(picture)
        gone += [{"in_event": number, "of": key} for key in sorted(had - has)]
        fresh += [{"key": key, "event": number} for key in sorted(has - had)]
        was, now = _answers(old) if old else {}, _answers(picture)
        silent += [{"in_event": number, "of": v, "on": a} for v, a in sorted(was.keys() - now.keys())]
        told += [
            {"event": number, "voice": v, "attribute": a, "share": s}
            for (v, a), s in sorted(now.items())
            if was.get((v, a)) != s
        ]
    _run(connection, NO_KEY, gone)
    _run(connection, insert(keys), fresh)
    _run(connection, NO_ANSWER, silent)
    replace(connection, answers, told, ("event", "voice", "attribute"))


def _run(connection: Connection, statement: Any, rows: Sequence[Mapping[str, object]]) -> None:
    if rows:
        connection.execute(statement, rows)


def _keys(picture: Picture) -> set[str]:
    places = {words.name(f"place:{p.casefold()}") for p in picture.places}
    return places | {words.name(f"outlet:{o}") for o in picture.outlets} | _actors(picture)


def _actors(picture: Picture) -> set[str]:
    values = (c.value for f in picture.facts if f.attribute == "who" for c in f.candidates)
    return {words.name(f"who:{v.name}") for v in values if isinstance(v, Party)}


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
    gone = []
    for picture in found:
        had = set(old[picture.event.id].event.mentions) if picture.event.id in old else set()
        gone += [{"in_event": known[picture.event.id], "of": m} for m in sorted(had - set(picture.event.mentions))]
    _run(connection, GONE, gone)
    told = list(_fresh_members(found, known, old))
    homes = _reports(connection, {home for _, _, home in told})
    replace(
        connection, members, [{"mention": m, "event": n, "report": homes[home]} for m, n, home in told], ("mention",)
    )


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
