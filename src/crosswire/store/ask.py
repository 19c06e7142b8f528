"""What is asked of a store: lists of events, reports, voices, changes, and what is found by words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, or_, select

from crosswire.model import Change, Filed, Hit, Listing, Tally, Voice
from crosswire.store import codec, codec_known, words
from crosswire.store.pictures import listing
from crosswire.store.records import at_seconds, filed, parted
from crosswire.store.tables import (
    answers,
    changes,
    claims,
    events,
    fates,
    ids,
    lines,
    members,
    reports,
    rules,
    voices,
    waiting,
)

# Composed once: for a page of some ten questions composing them anew took longer than the database.
WANTED: Any = bindparam("wanted", expanding=True)
LED_TO = select(events.c.id).join(ids, ids.c.event == events.c.seq).where(ids.c.id == bindparam("wanted"))
LINES = select(events).where(events.c.id.in_(WANTED))
HOMES = (
    select(members.c.mention, events.c.id)
    .join(events, events.c.seq == members.c.event)
    .join(reports, reports.c.seq == members.c.report)
    .where(reports.c.id.in_(WANTED))
)
LISTED_HOMES = HOMES.where(events.c.real)
TOLD_IN = (
    select(claims.c.id.label("claim"), reports.c.id)
    .join(reports, claims.c.report == reports.c.seq)
    .where(claims.c.id.in_(WANTED))
)
NAMES = select(ids.c.id).where(
    ids.c.event == select(ids.c.event).where(ids.c.id == bindparam("wanted")).scalar_subquery()
)
STORY = select(changes).where(changes.c.event.in_(WANTED)).order_by(changes.c.token.desc()).limit(bindparam("most"))
Page = tuple[str | None, int]  # where the page before ended (None: the first page), and how many are wanted


def resolve(connection: Connection, eid: str) -> str | None:
    """The id of the event that an id, old or new, leads to."""
    row = connection.execute(LED_TO, {"wanted": eid}).first()
    return None if row is None else str(row.id)


def became(connection: Connection, eid: str) -> str | None:
    """The id that an event was merged into."""
    row = connection.execute(select(fates.c.became).where(fates.c.id == eid)).first()
    return None if row is None else row.became


def listed(connection: Connection, ids_: Sequence[str]) -> dict[str, Listing]:
    """The lines of these events, by id."""
    found = {}
    for part in parted(ids_):
        found.update({row.id: listing(row) for row in connection.execute(LINES, {"wanted": part})})
    return found


def homes_of(connection: Connection, reports_: Sequence[str], real: bool = False) -> dict[str, str]:
    """Every mention of these reports that belongs to an event (`real`: one that is listed) -> the event."""
    found: dict[str, str] = {}
    for part in parted(reports_):
        found.update(
            {row.mention: row.id for row in connection.execute(LISTED_HOMES if real else HOMES, {"wanted": part})}
        )
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
    found = words.newest(connection, wanted, (page[0], limit + 1))
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


def reports_of(connection: Connection, claims_: Sequence[str]) -> dict[str, str]:
    """Claim -> the report that it stands in, for those that are stored."""
    found: dict[str, str] = {}
    for part in parted(claims_):
        found.update({row.claim: row.id for row in connection.execute(TOLD_IN, {"wanted": part})})
    return found


# --- changes --------------------------------------------------------------------------------------------------------


def changes_since(connection: Connection, token: int, limit: int) -> list[Change]:
    """The changes after a token, the earliest first."""
    query = select(changes).where(changes.c.token > token).order_by(changes.c.token).limit(limit)
    return [_change(row) for row in connection.execute(query)]


def changes_of(connection: Connection, event: str, limit: int) -> list[Change]:
    """The last changes of one event, whatever its id was then, the earliest first; of one that is no more too."""
    names = {event, *(row.id for row in connection.execute(NAMES, {"wanted": event}))}
    rows = connection.execute(STORY, {"wanted": sorted(names), "most": limit})
    return [_change(row) for row in reversed(list(rows))]


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
