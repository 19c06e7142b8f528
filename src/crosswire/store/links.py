"""What linking asks of its index, in few statements: neighbours under keys, nodes with their groups, edges.

These run some fifty times a report; they go to the driver as they are, which is three times as fast as composing them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

Place = tuple[float, str]  # when, node: the order in which the nodes of a key stand
Slot = tuple[str, str, int, str | None, int | None, str | None]  # id, report, place, first of its group, level, event
FEW = 400  # ids of one statement

SIDE = "SELECT * FROM (SELECT {n} AS n, at, node FROM near WHERE key = ? AND (at, node) "
BEFORE = SIDE + "< (?, ?) ORDER BY at DESC, node DESC LIMIT ?) AS b{n}"
AFTER = SIDE + ">= (?, ?) ORDER BY at, node LIMIT ?) AS a{n}"
SLOTS = "SELECT id, report, place, together, level, event FROM nodes WHERE "
SAVE_SLOT = (
    "INSERT INTO nodes (id, report, place, together, level, event) VALUES (?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE SET report = excluded.report, place = excluded.place, together = excluded.together, "
    "level = excluded.level, event = excluded.event"
)
SAVE_MARKS = "INSERT INTO marks (report, marks) SELECT seq, ? FROM reports WHERE id = ? ON CONFLICT DO NOTHING"
ALL_MARKS = (
    "SELECT m.report, r.id, m.marks FROM marks m JOIN reports r ON r.seq = m.report WHERE m.report > ? "
    "ORDER BY m.report"
)


class Links:
    """The tables of linking on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        # SQLite answers in microseconds, of which SQLAlchemy would take more than the database.
        raw = connection.connection.driver_connection
        self._lite = raw if isinstance(raw, sqlite3.Connection) else None

    def _run(self, sql: str, values: Sequence[Any] = ()) -> Any:
        if self._lite is not None:
            return self._lite.execute(sql, values)
        return self._db.exec_driver_sql(sql.replace("?", "%s"), tuple(values))

    def _many(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
        found = list(rows)
        if found and self._lite is not None:
            self._lite.executemany(sql, found)
        elif found:
            self._db.exec_driver_sql(sql.replace("?", "%s"), found)

    def _in(self, sql: str, ids: Iterable[str]) -> list[Any]:
        every, found = list(dict.fromkeys(ids)), []
        for start in range(0, len(every), FEW):
            part = every[start : start + FEW]
            size = len(part) if len(part) in (1, 2, 3) else next(s for s in (8, 25, 100, FEW) if s >= len(part))
            part += part[-1:] * (size - len(part))  # few forms of one statement, which the driver keeps prepared
            found += self._run(sql.format(", ".join("?" * size)), part).fetchall()
        return found

    # --- reading ---------------------------------------------------------------------------------------------------

    def neighbours(self, at: Place, keys: Sequence[tuple[str, int]]) -> list[tuple[list[Place], list[Place]]]:
        """For each key (with how many are wanted) the places before one, the nearest first; those from it on."""
        found: list[tuple[list[Place], list[Place]]] = [([], []) for _ in keys]
        if not keys:
            return found
        parts, values = [], []
        for n, (key, width) in enumerate(keys):
            parts += [BEFORE.format(n=2 * n), AFTER.format(n=2 * n + 1)]
            values += [key, *at, width, key, *at, width]
        for n, when, node in self._run(" UNION ALL ".join(parts), values):
            found[n // 2][n % 2].append((when, node))
        return found

    def slots(self, ids: Iterable[str]) -> list[Slot]:
        """The nodes of these ids."""
        return [tuple(row) for row in self._in(SLOTS + "id IN ({})", ids)]

    def slots_of_reports(self, reports: Iterable[str]) -> list[Slot]:
        """The nodes of these reports."""
        return [tuple(row) for row in self._in(SLOTS + "report IN ({})", reports)]

    def edges_of(self, ids: Iterable[str]) -> list[tuple[str, str, float]]:
        """The edges of these nodes."""
        return [tuple(r) for r in self._in("SELECT a, b, score FROM edges WHERE a IN ({})", ids)]

    def together(self, first: str) -> list[str]:
        """The nodes of the group whose first node this is."""
        return sorted(r[0] for r in self._run("SELECT id FROM nodes WHERE together = ?", (first,)))

    def held(self, event: str) -> list[str]:
        """The nodes of an event."""
        return sorted(r[0] for r in self._run("SELECT id FROM nodes WHERE event = ?", (event,)))

    def fate(self, event: str) -> tuple[str | None, str | None]:
        """What an event id became, and of which event it is a part."""
        row = self._run("SELECT became, source FROM fates WHERE id = ?", (event,)).fetchone()
        return (None, None) if row is None else (row[0], row[1])

    def all_held(self) -> dict[str, list[str]]:
        """Every event with its nodes."""
        found: dict[str, list[str]] = {}
        for event, node in self._run("SELECT event, id FROM nodes WHERE event IS NOT NULL ORDER BY id"):
            found.setdefault(event, []).append(node)
        return found

    def turn(self) -> int:
        """Count this turn; how many there were before."""
        before = int(self._run("SELECT number FROM turns").fetchone()[0])
        self._run("UPDATE turns SET number = number + 1")
        return before

    # --- writing ---------------------------------------------------------------------------------------------------

    def place(self, at: Place, keys: Sequence[str]) -> None:
        """Put a node in its place under keys."""
        self._many("INSERT INTO near (key, at, node) VALUES (?, ?, ?)", [(key, *at) for key in keys])

    def displace(self, at: Place, keys: Sequence[str]) -> None:
        """Take it out again."""
        self._many("DELETE FROM near WHERE key = ? AND at = ? AND node = ?", [(key, *at) for key in keys])

    def save_slots(self, slots: Iterable[Slot]) -> None:
        """Write nodes, new or in the place of what was known."""
        self._many(SAVE_SLOT, slots)

    def drop_slots(self, ids: Iterable[str]) -> None:
        """Forget nodes."""
        self._many("DELETE FROM nodes WHERE id = ?", [(i,) for i in ids])

    def save_edges(self, edges: Iterable[tuple[str, str, float]]) -> None:
        """Write edges, each in one direction."""
        self._many(
            "INSERT INTO edges (a, b, score) VALUES (?, ?, ?) ON CONFLICT (a, b) DO UPDATE SET score = excluded.score",
            edges,
        )

    def drop_edges(self, edges: Iterable[tuple[str, str]]) -> None:
        """Forget edges, each in one direction."""
        self._many("DELETE FROM edges WHERE a = ? AND b = ?", edges)

    def save_fates(self, fates: Mapping[str, tuple[str | None, str | None]]) -> None:
        """What became of event ids."""
        self._many(
            "INSERT INTO fates (id, became, source) VALUES (?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET became = excluded.became, source = excluded.source",
            [(event, *fate) for event, fate in fates.items()],
        )

    def rename(self, to: Mapping[str, str]) -> None:
        """Hold the nodes of events under other ids; one event may take the id of another that is renamed too."""
        self._many("UPDATE nodes SET event = ? WHERE event = ?", [(f"to {new}", old) for old, new in to.items()])
        self._many("UPDATE nodes SET event = ? WHERE event = ?", [(new, f"to {new}") for new in to.values()])

    def forget_all(self) -> None:
        """Forget which nodes there are, where they stand and what joins them; what became of ids stays."""
        for table in ("nodes", "near", "edges", "marks"):
            self._run(f"DELETE FROM {table}")  # noqa: S608 - our own names

    # --- copies ----------------------------------------------------------------------------------------------------

    def save_marks(self, rows: Iterable[tuple[str, bytes]]) -> None:
        """The sampled shingles of reports."""
        self._many(SAVE_MARKS, [(marks, report) for report, marks in rows])

    def all_marks(self, after: int) -> list[tuple[int, str, bytes]]:
        """(number, report, marks) of every report with a number above this, in their order."""
        return [(int(n), rid, bytes(data)) for n, rid, data in self._run(ALL_MARKS, (after,))]
