"""What is recorded: readings with their arrival, claims, the words of people. None of it is changed or removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, Table, bindparam, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from crosswire.model import Filed, Kept, Reading, Report, Version
from crosswire.store import codec, codec_known, words
from crosswire.store.tables import arrivals, claims, lines, reports, voices, waiting

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MANY = 500  # values of one IN (...)
PACKED = select(reports.c.id, reports.c.reading).where(reports.c.id.in_(bindparam("wanted", expanding=True)))


def upsert(connection: Connection, table: Any) -> Any:
    """An INSERT that knows ON CONFLICT, in the words of the database."""
    return (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(table)


@cache  # composing a statement takes a hundred times as long as running it for one row
def _replacing(lite: bool, table: Table, named_by: tuple[str, ...]) -> Any:
    statement = (sqlite if lite else postgresql).insert(table)
    fresh = {c.name: statement.excluded[c.name] for c in table.c if c.name not in named_by}
    return statement.on_conflict_do_update(index_elements=list(named_by), set_=fresh)


def replace(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, object]], named_by: tuple[str, ...]
) -> None:
    """Write whole rows, each in the place of the one that these columns name."""
    if rows:
        connection.execute(_replacing(connection.dialect.name == "sqlite", table, named_by), list(rows))


def seconds(at: datetime | None) -> int | None:
    """A moment in whole seconds since 1970; one without a zone is taken as UTC."""
    if at is None:
        return None
    return int(((at if at.tzinfo else at.replace(tzinfo=UTC)) - EPOCH).total_seconds() // 1)


def at_seconds(seconds: int) -> datetime:
    """The moment of these seconds."""
    return datetime.fromtimestamp(seconds, UTC)


def parted(items: Iterable[str]) -> Iterator[list[str]]:
    """The items in lists that fit one IN (...)."""
    rest = iter(dict.fromkeys(items))
    while part := list(islice(rest, MANY)):
        yield part


def known(connection: Connection, ids: Sequence[str]) -> frozenset[str]:
    """Which of these reports are stored."""
    return frozenset(
        row.id for part in parted(ids) for row in connection.execute(select(reports.c.id).where(reports.c.id.in_(part)))
    )


def keep(connection: Connection, kept: Sequence[Kept]) -> int:
    """Record readings; those of reports already stored are passed over. How many were new."""
    stored = known(connection, [k.reading.report.id for k in kept])
    fresh = list({k.reading.report.id: k for k in kept if k.reading.report.id not in stored}.values())
    if not fresh:
        return 0
    numbers = {k.reading.report.id: _report(connection, k) for k in fresh}
    connection.execute(insert(arrivals), [_arrival(k, numbers) for k in fresh])
    _claims(connection, fresh, numbers)
    made = [k.reading.report for k in fresh]
    words.add(connection, [(numbers[report.id], report.title, report.text) for report in made])
    _renew_lines(connection, {k.line for k in fresh})
    connection.execute(insert(waiting), [{"report": n} for n in numbers.values()])
    return len(fresh)


def _report(connection: Connection, kept: Kept) -> int:
    report = kept.reading.report
    row = connection.execute(
        insert(reports).returning(reports.c.seq),
        {
            "id": report.id,
            "line": kept.line,
            "title": words.clean(report.title),
            "outlet": report.outlet and words.name(report.outlet),
            "url": report.url and words.clean(report.url),
            "published": seconds(report.published),
            "arrived": seconds(kept.arrival.at),
            "reading": codec.reading(kept.reading),
            "edits": codec_known.edits(kept.edits) if kept.edits else None,
        },
    ).one()
    return int(row.seq)


def _renew_lines(connection: Connection, touched: Iterable[str]) -> None:
    """Set the latest version of each of these lines."""
    newest: dict[str, Any] = {}
    for part in parted(sorted(touched)):
        query = select(reports.c.line, reports.c.seq, reports.c.published, reports.c.arrived)
        for row in connection.execute(query.where(reports.c.line.in_(part))):
            if row.line not in newest or age(row) > age(newest[row.line]):
                newest[row.line] = row
    replace(connection, lines, [{"line": line, "current": row.seq} for line, row in newest.items()], ("line",))


def _arrival(kept: Kept, numbers: Mapping[str, int]) -> dict[str, object]:
    arrival = kept.arrival
    where = arrival.where and words.clean(arrival.where)
    told = {"place": where, "media": arrival.media, "size": arrival.size, "digest": arrival.digest}
    return {"report": numbers[kept.reading.report.id], **told}


def _claims(connection: Connection, fresh: Sequence[Kept], numbers: Mapping[str, int]) -> None:
    """One row a claim, and how often each voice was heard: the outlet, and whoever is nearest to the fact."""
    heard: Counter[tuple[str, str]] = Counter()
    rows: list[tuple[str, int, str | None]] = []
    for kept in fresh:
        for claim in kept.reading.claims:
            nearest = claim.speakers[-1]
            named = len(claim.speakers) > 1 and nearest.kind != "unnamed"
            rows.append((claim.id, numbers[kept.reading.report.id], words.name(nearest.canonical) if named else None))
            if kept.reading.report.outlet:
                heard[(words.name(kept.reading.report.outlet), "outlet")] += 1
            if named:
                heard[(words.name(nearest.canonical), nearest.kind)] += 1
    seqs = _voices(connection, heard)
    if rows:
        told = [{"id": cid, "report": n, "speaker": None if v is None else seqs[v]} for cid, n, v in rows]
        connection.execute(upsert(connection, claims).on_conflict_do_nothing(), told)


def _voices(connection: Connection, heard: Mapping[tuple[str, str], int]) -> dict[str, int]:
    """Name -> number; what is new is added, and the counts are raised."""
    counts: Counter[str] = Counter()
    kinds: dict[str, str] = {}
    for (name, kind), n in heard.items():
        counts[name] += n
        kinds.setdefault(name, kind)
    if not counts:
        return {}
    statement = upsert(connection, voices)
    statement = statement.on_conflict_do_update(
        index_elements=["name"], set_={"claims": voices.c.claims + statement.excluded.claims}
    )
    connection.execute(statement, [{"name": n, "kind": kinds[n], "claims": counts[n]} for n in sorted(counts)])
    found = {}
    for part in parted(counts):
        for row in connection.execute(select(voices.c.name, voices.c.seq).where(voices.c.name.in_(part))):
            found[row.name] = row.seq
    return found


def readings(connection: Connection, ids: Sequence[str]) -> list[Reading]:
    """The readings of these reports, in the order asked for; unknown ids are left out."""
    found = {}
    for part in parted(ids):
        found.update({row.id: row.reading for row in connection.execute(PACKED, {"wanted": part})})
    return [codec.reading_of(found[rid]) for rid in dict.fromkeys(ids) if rid in found]


def report(connection: Connection, rid: str) -> Report | None:
    """One report without its reading."""
    row = connection.execute(select(reports.c.reading).where(reports.c.id == rid)).first()
    return None if row is None else codec.report_of(row.reading)


def current_of(connection: Connection, wanted: Sequence[str]) -> dict[str, str]:
    """Line -> the report that is its latest version, for those of these lines that are known."""
    found: dict[str, str] = {}
    for part in parted(wanted):
        query = select(lines.c.line, reports.c.id).join(reports, lines.c.current == reports.c.seq)
        found.update({row.line: row.id for row in connection.execute(query.where(lines.c.line.in_(part)))})
    return found


def versions(connection: Connection, rid: str) -> tuple[Version, ...]:
    """All versions of a report, the first first; empty where it is not stored."""
    line = select(reports.c.line).where(reports.c.id == rid).scalar_subquery()
    query = select(reports, lines.c.current).outerjoin(lines, lines.c.line == reports.c.line)
    rows = list(connection.execute(query.where(reports.c.line == line)))
    return tuple(
        Version(
            row.id,
            n,
            at_seconds(row.arrived),
            None if row.published is None else at_seconds(row.published),
            row.current in (None, row.seq),
            codec_known.edits_of(row.edits),
        )
        for n, row in enumerate(sorted(rows, key=age), 1)
    )


def age(row: Any) -> tuple[int, int]:
    """What orders versions: the time of publication where it is known, else that of arrival; then the arrival."""
    return (row.arrived if row.published is None else row.published, row.seq)


def filed(row: Row[Any], version: int = 1) -> Filed:
    """A row of reports for a list."""
    published = None if row.published is None else at_seconds(row.published)
    current = row.current in (None, row.seq)
    return Filed(row.id, row.title, row.outlet, published, row.url, at_seconds(row.arrived), version, current)
