"""One turn of deriving: what waits is read, the pictures it changes are written, all in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from crosswire.model import Change, Judgement, Picture, Reading, Reprint
from crosswire.store import codec_known, judging, pictures, records
from crosswire.store.links import Links
from crosswire.store.records import parted, replace, seconds
from crosswire.store.tables import (
    changes,
    events,
    ids,
    judgements,
    lines,
    members,
    reports,
    reprints,
    rules,
    turns,
    waiting,
)

PAGE = 200  # readings in memory at a time
COPIES = select(reprints.c.told).where(reprints.c.report.in_(bindparam("wanted", expanding=True)))
CHANGED = update(events).where(events.c.id == bindparam("named"))


class Turn:
    """What the pipeline reads and writes while it derives; nobody else derives at the same time."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self.links = Links(connection)

    # --- what is there ---------------------------------------------------------------------------------------------

    def waiting(self, limit: int) -> list[str]:
        """Reports that were recorded and are not yet in any picture, the earliest first."""
        query = select(reports.c.id).join(waiting, waiting.c.report == reports.c.seq)
        return [row.id for row in self._db.execute(query.order_by(reports.c.seq).limit(limit))]

    def readings(self, ids: Sequence[str]) -> list[Reading]:
        """The readings of these reports."""
        return records.readings(self._db, ids)

    def current(self) -> Iterator[Reading]:
        """The readings of all reports in their latest versions, in the order of arrival."""
        query = select(reports.c.id).join(lines, lines.c.current == reports.c.seq).order_by(reports.c.seq)
        found = [row.id for row in self._db.execute(query)]
        for start in range(0, len(found), PAGE):
            yield from self.readings(found[start : start + PAGE])

    def replaced(self, ids: Sequence[str]) -> dict[str, str]:
        """Report -> the latest version of it, for those of these lines that are no longer the latest."""
        found: dict[str, str] = {}
        for part in parted(ids):
            line = select(reports.c.line).where(reports.c.id.in_(part))
            newest = reports.alias("newest")
            query = select(reports.c.id, newest.c.id.label("newer")).join(lines, lines.c.line == reports.c.line)
            query = query.join(newest, newest.c.seq == lines.c.current)
            for row in self._db.execute(query.where(reports.c.line.in_(line), reports.c.seq != lines.c.current)):
                found[row.id] = row.newer
        return found

    def homes(self, mentions: Iterable[str]) -> dict[str, str]:
        """Mention -> the event it belongs to now."""
        found: dict[str, str] = {}
        for part in parted(mentions):
            query = select(members.c.mention, events.c.id).join(events, events.c.seq == members.c.event)
            found.update({row.mention: row.id for row in self._db.execute(query.where(members.c.mention.in_(part)))})
        return found

    def events_of(self, reports_: Sequence[str]) -> set[str]:
        """The events that these reports tell of now."""
        found: set[str] = set()
        for part in parted(reports_):
            query = select(events.c.id).join(members, members.c.event == events.c.seq)
            query = query.join(reports, reports.c.seq == members.c.report).where(reports.c.id.in_(part)).distinct()
            found |= {row.id for row in self._db.execute(query)}
        return found

    def all_events(self) -> set[str]:
        """The ids of all events there are now."""
        return {row.id for row in self._db.execute(select(events.c.id))}

    def pictures(self, ids: Iterable[str]) -> dict[str, Picture]:
        """The pictures of these events as they are stored."""
        return pictures.load(self._db, ids)

    def reprints(self, reports_: Iterable[str]) -> list[Reprint]:
        """What these reports copy."""
        return [
            codec_known.reprint_of(row.told)
            for part in parted(reports_)
            for row in self._db.execute(COPIES, {"wanted": part})
        ]

    def judgements(self) -> tuple[Judgement, ...]:
        """All words of people, the first recorded first."""
        return judging.said(self._db)

    def unheard(self) -> tuple[Judgement, ...]:
        """The words of people that no turn has taken into account."""
        heard = select(turns.c.heard).scalar_subquery()
        fresh = {row.id for row in self._db.execute(select(judgements.c.id).where(judgements.c.seq > heard))}
        return tuple(word for word in self.judgements() if word.id in fresh) if fresh else ()

    # --- what is written -------------------------------------------------------------------------------------------

    def put(self, found: Sequence[Picture], before: Mapping[str, Picture], at: datetime) -> None:
        """Write pictures; `before` are those that were stored under their ids."""
        pictures.put(self._db, found, before, at)

    def lead(self, to: Mapping[str, str]) -> None:
        """Old id -> the event it now leads to, with all ids that led to it; an event's own id leads to itself."""
        numbers = pictures.numbers(self._db, [*to, *to.values()])
        for old, new in sorted(to.items()):
            if old != new and old in numbers and new in numbers:
                self._db.execute(update(ids).where(ids.c.event == numbers[old]).values(event=numbers[new]))
        told = [{"id": old, "event": numbers[new]} for old, new in sorted(to.items()) if new in numbers]
        replace(self._db, ids, told, ("id",))

    def drop(self, gone: Iterable[str]) -> None:
        """Remove events that are no more; their ids should lead elsewhere by now."""
        pictures.drop(self._db, gone)

    def put_reprints(self, found: Sequence[Reprint]) -> None:
        """Keep what reports copy; a pair that is known is written anew."""
        told = [{"report": r.report, "of": r.of, "told": codec_known.reprint(r)} for r in found]
        replace(self._db, reprints, told, ("report", "of"))

    def forget_reprints(self) -> None:
        """Nothing is known to copy anything."""
        self._db.execute(delete(reprints))

    def log(self, found: Sequence[Change], at: datetime) -> None:
        """Add to the log of changes, in this order."""
        rows = [
            {"event": c.event, "kind": c.kind, "attribute": c.attribute, "other": c.other, "at": seconds(at)}
            | {"told": codec_known.change(c)}
            for c in found
        ]
        if rows:
            adding = insert(changes).returning(changes.c.token, sort_by_parameter_order=True)
            tokens = [row.token for row in self._db.execute(adding, rows)]
            last = {c.event: token for c, token in zip(found, tokens, strict=True)}
            fresh = [{"named": event, "token": token, "changed": seconds(at)} for event, token in last.items()]
            self._db.execute(CHANGED, fresh)

    def settle(self, done: Sequence[str]) -> None:
        """These reports wait no longer."""
        for part in parted(done):
            numbers = select(reports.c.seq).where(reports.c.id.in_(part))
            self._db.execute(delete(waiting).where(waiting.c.report.in_(numbers)))

    def hear(self, words: Sequence[Judgement]) -> None:
        """These words of people are taken into account."""
        if words:
            last = select(func.max(judgements.c.seq)).where(judgements.c.id.in_([w.id for w in words]))
            self._db.execute(update(turns).values(heard=last.scalar_subquery()))

    def set_rules(self, versions: Mapping[str, str]) -> None:
        """The versions of the rules by which all is derived now."""
        known = {row.step: row.version for row in self._db.execute(select(rules))}
        if known != dict(versions):
            self._db.execute(delete(rules))
            self._db.execute(insert(rules), [{"step": step, "version": v} for step, v in sorted(versions.items())])
