"""The living picture: readings are recorded first, then taken into the pictures of the events that they tell of.

Recording is one transaction for what is given at once; what is recorded waits until a turn has derived it, so that a
program killed between the two loses nothing and doubles nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import datetime

from crosswire.model import Arrival, Kept, Reading
from crosswire.pipeline.deriving import AtHand, Derivation
from crosswire.pipeline.keeping import Store
from crosswire.pipeline.rebuilding import rebuild
from crosswire.pipeline.tables import Tables
from crosswire.pipeline.uncollected import uncollected
from crosswire.pipeline.versions import edits, line_of

AT_ONCE = 200  # reports of one turn: an event that several of them tell of is weighed once


class Live:
    """A store and the rules by which what it holds is derived. Any thread may use it; one derives at a time."""

    def __init__(self, store: Store, tables: Tables) -> None:
        self.store, self.tables = store, tables
        self._lock = threading.Lock()
        self._at_hand = AtHand()

    def record(self, readings: Sequence[tuple[Reading, Arrival]]) -> tuple[int, int]:
        """Record readings, in one transaction; how many were new, and how many of these edit one that was known."""
        known = self.store.known([r.report.id for r, _ in readings])
        fresh = [(r, arrival, line_of(r.report)) for r, arrival in readings if r.report.id not in known]
        latest = self._latest(list(dict.fromkeys(line for _, _, line in fresh)))
        kept, edited = [], 0
        for one, arrival, line in fresh:
            before = latest.get(line)
            edited += before is not None
            kept.append(Kept(one, arrival, line, edits(before.report, one.report) if before is not None else ()))
            latest[line] = one
        return (self.store.keep(kept) if kept else 0), edited

    def _latest(self, lines: Sequence[str]) -> dict[str, Reading]:
        """The latest stored version of each line that has one."""
        current = self.store.current_of(lines)
        found = {r.report.id: r for r in self.store.readings(list(current.values()))}
        return {line: found[rid] for line, rid in current.items()}

    def catch_up(self, at: datetime) -> int:
        """Derive what waits; how many reports that were."""
        done = 0
        while some := self.step(at):
            done += some
        return done

    def step(self, at: datetime) -> int:
        """One turn: derive a part of what waits; how many reports that were, 0 where nothing waits."""
        with self._lock, uncollected():
            return self._turn(at)

    def _turn(self, at: datetime) -> int:
        at_hand, self._at_hand = self._at_hand, AtHand()  # what fails in between leaves nothing half right at hand
        with self.store.turn() as turn:
            waiting = turn.waiting(AT_ONCE)
            fresh_words = turn.unheard()
            if waiting or fresh_words:
                before = turn.links.turn()
                at_hand = at_hand if at_hand.links.is_of(before) else AtHand()
                derivation = Derivation(turn, self.tables, at_hand)
                derivation.take(waiting, fresh_words)
                derivation.write(at)
                at_hand.links.turn = before + 1
                turn.hear(fresh_words)
                turn.settle(waiting)
        self._at_hand = at_hand
        return len(waiting) + len(fresh_words)

    def rebuild(self, at: datetime) -> None:
        """Derive everything anew by the rules of this program; ids stay."""
        with self._lock:
            self._at_hand = AtHand()
            with self.store.turn() as turn:
                rebuild(turn, self.tables, at)
