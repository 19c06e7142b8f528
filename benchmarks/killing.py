"""Killed while ingesting, again and again: nothing accepted is lost, nothing is doubled, the store opens at once.

A program takes made readings into a store, telling after each transaction what it has accepted; it is killed (SIGKILL)
at a random moment, the store is opened and looked over, and the next program goes on, some readings before the place
that was reached, as a user who repeats the command does. In the end all are given once more, and the store must hold
the same events and facts as one that was never killed.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import sqlite3
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from benchmarks.readings_made import readings
from crosswire.model import Arrival, Picture
from crosswire.pipeline.live import Live
from crosswire.pipeline.tables import Tables, load_tables
from crosswire.store.store import SqlStore

TIMES = 200
AT_ONCE = 3  # reports of a transaction: so that a kill falls in between many
ENDLESS = 10**9
AGAIN = 9  # reports given once more after a kill
MOST = 6  # transactions that a program may go beyond them before it is killed
LONGEST = 0.1  # seconds that it lives on after the last of them: some transactions long
NOW = datetime(2026, 12, 1, tzinfo=UTC)


def run(data: Path | None, split: str) -> dict[str, object]:
    """Killed 200 times; `data` is where the store is made (a temporary folder without it)."""
    with tempfile.TemporaryDirectory(dir=data) as home:
        return kill(Path(home), TIMES)


def kill(home: Path, times: int, seed: int = 1) -> dict[str, object]:
    """What was found after each of so many kills, all counts 0 where all is well."""
    _tables()  # loaded before the forks
    rng = random.Random(seed)  # noqa: S311
    path = home / "store.db"
    lost = doubled = broken = kept = 0
    slowest = 0.0
    for _ in range(times):
        accepted = _until_killed(path, max(0, kept - AGAIN), rng)
        started = time.perf_counter()
        store = SqlStore(str(path))
        tally = store.tally()
        slowest = max(slowest, time.perf_counter() - started)
        store.close()
        lost += max(0, max(kept, accepted) - tally.reports)
        kept = tally.reports  # with what was recorded when the kill came, told or not
        doubled += _doubled(path)
        broken += _broken(path)
    ingest(path, (0, kept), lambda _: None)
    same = _pictures(path) == _never_killed(home, kept)
    return {
        "n": times,
        "reports": kept,
        "lost": lost,
        "doubled": doubled,
        "broken": broken,
        "slowest_opening": round(slowest, 3),
        "same_in_the_end": same,
    }


def ingest(path: Path, part: tuple[int, int], tell: Callable[[int], object]) -> None:
    """Take a part of the readings in, a few a transaction; `tell` is called with how many are accepted."""
    taken, count = part
    live, some = Live(SqlStore(str(path)), _tables()), []
    for reading in readings(count, start=taken):
        some.append((reading, Arrival(NOW)))
        if len(some) == AT_ONCE or taken + len(some) == count:
            live.record(some)
            taken += len(some)
            tell(taken)
            live.catch_up(NOW)
            some = []
    live.store.close()


@cache
def _tables() -> Tables:
    return load_tables()


def _until_killed(path: Path, start: int, rng: random.Random) -> int:
    """How many reports a program said were accepted before it was killed, at a moment that chance sets.

    A fork of this one: it has all modules loaded, so that hundreds of kills are a matter of minutes.
    """
    words = AGAIN // AT_ONCE + rng.randrange(MOST)
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        with contextlib.suppress(BaseException):  # whatever happens, the child ends here and runs no more of the parent
            ingest(path, (start, ENDLESS), lambda taken: os.write(theirs, b"%d\n" % taken))
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours) as told:
        lines = [told.readline() for _ in range(words)]
        time.sleep(rng.uniform(0.0, LONGEST))
        os.kill(child, signal.SIGKILL)
        lines += told.read().splitlines()
    os.waitpid(child, 0)
    return int(lines[-1]) if lines[-1].strip() else 0


def _doubled(path: Path) -> int:
    """Reports, claims or mentions that are there twice, and pictures of one mention in two events."""
    with sqlite3.connect(path) as db:
        twice = [
            "SELECT count(*) - count(DISTINCT id) FROM reports",
            "SELECT count(*) - count(DISTINCT id) FROM claims",
            "SELECT count(*) - count(DISTINCT report) FROM waiting",
            "SELECT count(*) - count(DISTINCT rowid) FROM report_words",
            "SELECT abs((SELECT count(*) FROM reports) - (SELECT count(*) FROM report_words))",
        ]
        found = sum(int(db.execute(sql).fetchone()[0]) for sql in twice)
    db.close()
    return found


def _broken(path: Path) -> int:
    with sqlite3.connect(path) as db:
        sound = db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        strays = db.execute("PRAGMA foreign_key_check").fetchall()
    db.close()
    return int(not sound) + len(strays)


def _never_killed(home: Path, count: int) -> dict[frozenset[str], Picture]:
    path = home / "whole.db"
    ingest(path, (0, count), lambda _: None)
    return _pictures(path)


def _pictures(path: Path) -> dict[frozenset[str], Picture]:
    store = SqlStore(str(path))
    with store.turn() as turn:
        ids = sorted(turn.all_events())
    found = store.pictures(ids)
    store.close()
    return {frozenset(p.event.mentions): p for p in found.values()}
