"""The living picture: readings are recorded first, then taken into the pictures of the events that they tell of.

Recording is one transaction for what is given at once; what is recorded waits until a turn has derived it, so that a
program killed between the two loses nothing and doubles nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from crosswire.claims import read as reading
from crosswire.compare import Scale
from crosswire.events.tell import make_events
from crosswire.facts import reprints
from crosswire.model import Arrival, Change, Kept, Picture, Reading
from crosswire.pipeline.changes import changes
from crosswire.pipeline.keeping import Store, Turn
from crosswire.pipeline.origins import ties_of
from crosswire.pipeline.picture import Material, make_picture
from crosswire.pipeline.versions import edits, line_of
from crosswire.pipeline.weigh import RULES, claim_events, scale_of, table_of


@dataclass(frozen=True, slots=True)
class Live:
    """A store and the rules by which what it holds is read."""

    store: Store
    reader: reading.Reader

    @property
    def scale(self) -> Scale:
        """How units convert."""
        return scale_of(self.reader)

    def record(self, readings: Sequence[tuple[Reading, Arrival]]) -> int:
        """Record readings, in one transaction; how many were new."""
        known = self.store.known([r.report.id for r, _ in readings])
        latest: dict[str, Reading] = {}
        kept = []
        for one, arrival in readings:
            if one.report.id not in known:
                line = line_of(one.report)
                before = latest.get(line) or self._latest(line)
                changed = edits(before.report, one.report) if before is not None else ()
                kept.append(Kept(one, arrival, line, changed))
                latest[line] = one
        return self.store.keep(kept) if kept else 0

    def _latest(self, line: str) -> Reading | None:
        current = self.store.current_of(line)
        found = self.store.readings([current]) if current else ()
        return found[0] if found else None

    def catch_up(self, at: datetime) -> int:
        """Derive what waits; how many reports that were."""
        done = 0
        while True:
            with self.store.turn() as turn:
                waiting = turn.waiting(10_000)
                if waiting:
                    self._derive(turn, at)
                    turn.settle(waiting)
            done += len(waiting)
            if not waiting:
                return done

    def rebuild(self, at: datetime) -> None:
        """Derive everything anew by the rules of this program."""
        with self.store.turn() as turn:
            self._derive(turn, at)
            turn.settle(turn.waiting(1_000_000))

    def _derive(self, turn: Turn, at: datetime) -> None:
        readings = list(turn.current())
        copies = reprints.find_reprints([r.report for r in readings])
        turn.forget_reprints([r.report.id for r in readings])
        turn.put_reprints(copies)
        reports = {r.report.id: r.report for r in readings}
        claims = tuple(c for r in readings for c in r.claims)
        mentions = {m.id: m for r in readings for m in r.mentions}
        of = Material(reports, mentions, ties_of(copies, reports, claims))
        fresh = {p.event.id: p for p in self._pictures(readings, of)}
        before = turn.all_events()
        old = turn.pictures(before)
        homes = {m: p.event.id for p in fresh.values() for m in p.event.mentions}
        heirs = {i: h for i in before - fresh.keys() if (h := _heir(old[i], homes)) is not None}
        turn.put([p for i, p in fresh.items() if old.get(i) != p], at)
        turn.lead({**{i: i for i in fresh}, **heirs})
        turn.drop(before - fresh.keys())
        found = [c for i, p in fresh.items() if old.get(i) != p for c in changes(old.get(i), p, self.scale)]
        merged = [Change(h, "merged", f"one with “{old[i].event.title}”", other=i) for i, h in heirs.items()]
        turn.log([*found, *merged], at)
        turn.set_rules(RULES)

    def _pictures(self, readings: Sequence[Reading], of: Material) -> list[Picture]:
        events = make_events(readings, table_of(self.reader))
        claims = tuple(c for r in readings for c in r.claims)
        homes = claim_events(events, claims)
        found = []
        for event in events:
            own = [c for c in claims if homes.get(c.id) == event.id]
            found.append(
                make_picture(replace(event, role="main" if event.role != "ahead" else "ahead"), own, of, self.reader)
            )
        return found


def _heir(old: Picture, homes: dict[str, str]) -> str | None:
    """The event that most of an event's mentions have gone to."""
    now = [homes[m] for m in old.event.mentions if m in homes]
    return max(sorted(set(now)), key=now.count) if now else None
