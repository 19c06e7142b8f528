"""How fast the store is when it is large: recording, deriving, searching, an event's page, a list.

No data from outside: `readings_made` makes the readings, ten claims each. First all are recorded, then derived, as
`ingest` does both; then pages are asked for at a steady 20 a second, as many users together would, each timed from when
it was due. `python -m benchmarks.keeping COUNT SECONDS` measures a smaller store, or one that derives for so long only:
`derived` tells how many reports are in pictures, and the pages are asked for with all recorded ones in the index.
"""

from __future__ import annotations

import json
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from benchmarks.readings_made import COMMON, event, readings
from crosswire.app.knowledge import Knowledge
from crosswire.model import Arrival, Selection
from crosswire.pipeline.live import Live
from crosswire.pipeline.tables import load_tables

COUNT = 100_000
PER_SECOND = 20
ASKED = 200  # requests of each kind
BATCH = 200


def run(data: Path | None, split: str) -> dict[str, object]:
    """Everything, at full size; `data` is where the store is made (a temporary folder without it)."""
    return measure(COUNT, None, data)


def measure(count: int, seconds: float | None, folder: Path | None = None) -> dict[str, object]:
    """Rates and times of a store of so many reports, derived for at most so many seconds."""
    with tempfile.TemporaryDirectory(dir=folder) as home:
        path = Path(home) / "store.db"
        known = Knowledge(str(path))
        live = Live(known.store, load_tables())
        recorded = _record(live, count)
        derived, took = _derive(live, seconds)
        tally = known.tally()
        result: dict[str, object] = {
            "reports": tally.reports,
            "claims": tally.claims,
            "events": tally.events,
            "derived": derived,
            "recorded_per_second": round(count / recorded),
            "derived_per_second": round(derived / took, 1),
            "megabytes": round(path.stat().st_size / 1e6),
        }
        result.update(_pages(known, derived))
        result["resident_megabytes"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        known.close()
        return result


def _record(live: Live, count: int) -> float:
    """Seconds of recording alone, without making the readings."""
    made, took = readings(count), 0.0
    now = datetime(2026, 12, 1, tzinfo=UTC)
    while some := list(islice(made, BATCH)):
        started = time.perf_counter()
        live.record([(r, Arrival(now)) for r in some])
        took += time.perf_counter() - started
    return took


def _derive(live: Live, seconds: float | None) -> tuple[int, float]:
    started, done = time.perf_counter(), 0
    while seconds is None or time.perf_counter() - started < seconds:
        some = live.step(datetime(2026, 12, 1, tzinfo=UTC))
        if not some:
            break
        done += some
    return done, time.perf_counter() - started


def _pages(known: Knowledge, derived: int) -> dict[str, object]:
    rng = random.Random(1)  # noqa: S311
    ids = [e.id for e in known.events(limit=1000).events]
    numbers = list(range(derived // 5))

    def word() -> str:
        made = event(rng.choice(numbers))
        return rng.choice([made.who.name, made.words[0], rng.choice(COMMON), f"{rng.choice(COMMON)} police"])

    def selection() -> Selection:
        place = rng.choice([None, "JP", "UA", event(rng.choice(numbers)).where.name])
        return Selection(frame=rng.choice([None, "attack", "earthquake"]), place=place)

    known.event(ids[0])  # the tables are loaded once
    asked: dict[str, Callable[[], object]] = {
        "search": lambda: known.search(word(), limit=20),
        "event": lambda: known.event(rng.choice(ids)),
        "list": lambda: known.events(selection()),
    }
    return {f"{name}_ms": _times(ask) for name, ask in asked.items()}


def _times(ask: Callable[[], object]) -> dict[str, float]:
    """Milliseconds from when each request was due to its answer, at a steady rate: waiting in line counts."""
    began, took = time.perf_counter(), []
    for i in range(ASKED):
        due = began + i / PER_SECOND
        time.sleep(max(0.0, due - time.perf_counter()))
        ask()
        took.append((time.perf_counter() - due) * 1000)
    cuts = statistics.quantiles(took, n=100)
    return {"p50": round(cuts[49], 1), "p95": round(cuts[94], 1), "max": round(max(took), 1)}


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else None)))
