"""Backfill: pages a second and core, memory, what two processes gain, and how many of the hidden events are found.

The archives are made (`archive_made`); what the first look loses of real pages is `archive_loss`, what reading costs
beside peers `archive_reading`. Seconds of a core are the processes' own time,
so that what else the machine does counts little; `two_over_one` is by the clock and asks for an idle one. More pages:
`python -m benchmarks.archive --pages 100000 --files 8`.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from benchmarks.archive_made import KINDS, write_archives

PAGES, FILES, DAYS = 1_500, 4, 10


def run(data: Path | None, split: str) -> dict[str, object]:
    """The measurements of the default size; `data` and `split` change nothing."""
    return measured(PAGES, FILES, DAYS)


def measured(count: int, files: int, days: int) -> dict[str, object]:
    """Backfill made archives with one process and with two, and score what is found."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        told = write_archives(folder / "warc", count, days, files)
        one = _backfill(folder / "warc", folder / "one", 1)
        two = _backfill(folder / "warc", folder / "two", 2)
        report = json.loads((folder / "one" / "report.json").read_text("utf-8"))
        scores = found(folder / "one", told)
    core: Mapping[str, float] = report["core_seconds"]
    return {
        "pages": report["pages"],
        "mb": round(report["bytes"] / 1e6, 1),
        "passed": report["passed"],
        "read": report["read"],
        "look_pages_per_core_second": round(report["pages"] / core["look"], 1),
        "all_pages_per_core_second": round(report["pages"] / sum(core.values()), 1),
        "read_reports_per_core_second": round(report["read"] / core["read"], 2),
        "core_seconds": dict(core),
        "one_seconds": round(one, 1),
        "two_seconds": round(two, 1),
        "two_over_one": round(one / two, 2),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024),
        **scores,
    }


def _backfill(archives: Path, out: Path, workers: int) -> float:
    command = [sys.executable, "-m", "crosswire", "backfill", str(archives), "--out", str(out)]
    command += ["--engine", "processes", "--workers", str(workers), "--frames", ",".join(KINDS)]
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own program
    return time.perf_counter() - started


def found(out: Path, told: Mapping[str, int]) -> dict[str, object]:
    """How many of the hidden events are in the dataset, and how many of its pairs of reports are of two events."""
    true = set(told.values())
    mine: Counter[int] = Counter()
    pairs = wrong = 0
    for row in _rows(out, "events"):
        inside = [told[url] for url in row["urls"] if url in told]
        if not inside:
            continue
        mine[Counter(inside).most_common(1)[0][0]] += 1
        pairs += len(list(combinations(inside, 2)))
        wrong += sum(a != b for a, b in combinations(inside, 2))
    return {
        "hidden": len(true),
        "found": round(len(mine) / max(1, len(true)), 4),
        "rows_for_each": round(sum(mine.values()) / max(1, len(mine)), 3),
        "wrong_pairs": round(wrong / max(1, pairs), 4),
    }


def _rows(out: Path, table: str) -> Iterator[dict[str, Any]]:
    for path in sorted((out / table).glob("*.parquet")):
        yield from pq.read_table(path).to_pylist()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--files", type=int, default=FILES)
    parser.add_argument("--days", type=int, default=DAYS)
    options = parser.parse_args()
    print(json.dumps(measured(options.pages, options.files, options.days)))
