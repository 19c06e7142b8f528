"""Backfill up to a million pages on a machine with little disk: cost of a page and memory as the archive grows.

Archives are made a few at a time, looked through by `crosswire backfill --look` and removed, as one does who has no
room for all; at each size of SIZES the whole dataset is made, and a line of JSON written to FOLDER/grown.jsonl. Killed
at any moment and started again it goes on. Ten thousand pages a file, ten hidden events a day, as in
`python -m benchmarks.archive --pages 10000 --days 10`. A million pages take an hour and a half of one core, and 3 GB.
Pages that tell of no event are drawn from a pool (`archive_pool`), or making them would take as long as all else:

    nice -n 19 python -m benchmarks.archive_million FOLDER [--pages 1000000]
    python -m benchmarks.archive_million FOLDER --picture docs/pictures/backfill.svg
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.archive import found
from benchmarks.archive_made import KINDS, told_by_address
from benchmarks.archive_pool import write_from_pool
from benchmarks.curve import curve

SIZES = (10_000, 100_000, 300_000, 1_000_000)
EACH = 10_000  # pages of one archive: 0.25 GB
AT_ONCE = 10  # archives that lie on the disk at once
A_DAY = 1_000  # pages
SHOWN = ("look", "read", "link", "weigh")  # stages
WORDS = ("Time that a page of an archive takes", "pages")


def grow(folder: Path, pages: int, workers: int) -> None:
    """Look through all archives, and make the dataset at each size up to `pages`."""
    made = (pages, pages // A_DAY, pages // EACH)
    looked = 0
    for size in sorted({s for s in SIZES if s < pages} | {pages}):
        if _is_told(folder, size):
            looked = size // EACH
            continue
        while looked * EACH < size:
            until = min(looked + AT_ONCE, size // EACH)
            _look(folder, range(looked, until), made, workers)
            looked = until
        peak = _backfill(folder, workers)
        _tell(folder, {**_measured(folder, size, pages), "driver_mb": peak})


def _look(folder: Path, numbers: Sequence[int], made: tuple[int, int, int], workers: int) -> None:
    """Make these archives, have them looked through, and remove them."""
    done = folder / f"looked-{numbers[-1]:05}"
    if done.exists():
        return
    with ProcessPoolExecutor(workers) as pool:
        list(pool.map(partial(write_from_pool, folder / "warc", made=made), numbers))
    _backfill(folder, workers, str(folder / "warc"), "--look")
    for path in (folder / "warc").iterdir():
        path.unlink()
    done.touch()


def _backfill(folder: Path, workers: int, *more: str) -> int:
    """Run the command; the driver's own peak of memory, in MB."""
    command = [sys.executable, "-m", "crosswire", "backfill", "--out", str(folder / "data"), *more]
    command += ["--engine", "processes", "--workers", str(workers), "--frames", ",".join(KINDS)]
    with subprocess.Popen(command) as process:  # noqa: S603 - our own program
        peak = 0
        while process.poll() is None:
            peak = max(peak, _peak_of(process.pid))
            time.sleep(0.2)
    if process.returncode:
        raise SystemExit(process.returncode)
    return peak


def _peak_of(pid: int) -> int:
    try:
        told = Path(f"/proc/{pid}/status").read_text("ascii", "replace")
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in told.splitlines() if line.startswith("VmHWM")), 0)


def _measured(folder: Path, size: int, pages: int) -> dict[str, Any]:
    """What the report tells, and how many of the events told of in these pages are found."""
    report: Mapping[str, Any] = json.loads((folder / "data" / "report.json").read_text("utf-8"))
    hidden = {u: e for u, e in told_by_address(pages, pages // A_DAY).items() if int(u.rpartition("/")[2]) < size}
    core = report["core_seconds"]
    return {
        "pages": report["pages"],
        "gb": round(report["bytes"] / 1e9, 1),
        "passed": report["passed"],
        "read": report["read"],
        "core_seconds": core,
        "milliseconds_a_page": {s: round(seconds * 1000 / size, 3) for s, seconds in core.items()},
        "pages_per_core_second": round(size / sum(core.values()), 1),
        "peak_mb": report["peak_mb"],
        **found(folder / "data", hidden),
    }


def _is_told(folder: Path, size: int) -> bool:
    return any(row["pages"] == size for row in told(folder))


def told(folder: Path) -> list[dict[str, Any]]:
    """What was measured so far, a row each size."""
    path = folder / "grown.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def picture(folder: Path) -> str:
    """The cost of a page at each size measured so far (SVG)."""
    rows = told(folder)
    stages = [(s, [(r["pages"], r["core_seconds"][s] * 1e6 / r["pages"]) for r in rows]) for s in SHOWN]
    return curve([("all", [(r["pages"], 1e6 / r["pages_per_core_second"]) for r in rows]), *stages], WORDS)


def _tell(folder: Path, row: Mapping[str, Any]) -> None:
    with (folder / "grown.jsonl").open("a", encoding="utf-8") as out:
        out.write(json.dumps(row) + "\n")
    print(json.dumps(row), flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=SIZES[-1])
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--picture", type=Path, help="where to draw the cost of a page at the sizes measured so far")
    options = parser.parse_args()
    if options.picture is None:
        grow(options.folder, options.pages, options.workers)
    else:
        options.picture.write_text(picture(options.folder), encoding="utf-8")
