"""Speed and memory of linking a stream that is kept: the time of a report at ten thousand to a million reports.

The stream (`benchmarks/stream.py`) is made, with a known answer; nothing is read, so that linking alone is timed,
cutting the text into words included. Timed are 2,000 reports behind each size, the best of three spans of them, in
processor time; memory is the peak of the process, which holds everything: no event rests elsewhere. B3 and pair
precision are those of the main events of the last 5,000 reports. TF-IDF in a single pass, with an inverted index, runs
on the same stream as the peer, as far as a fiftieth of the size: its centroids' lists grow with all that was kept.

CROSSWIRE_BENCH_SIZE (10,000; a million takes more than half an hour and 8 GB) is how many are kept at the last;
CROSSWIRE_BENCH_PICTURE the file that the curve is drawn to.
"""

from __future__ import annotations

import gc
import os
import resource
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.curve import curve
from benchmarks.peers import SinglePass, tfidf_words
from benchmarks.sameevent import b3, pair_precision
from benchmarks.stream import reports
from crosswire.claims.frames_load import load_frames
from crosswire.events.memory import MemoryIndex
from crosswire.events.score import Table
from crosswire.events.stream import Linker
from crosswire.events.words import load_words
from crosswire.model import Reading, news_id

SIZES = (3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
SPAN, SPANS = 700, 3
SAMPLE = 5_000
Stream = Iterator[tuple[str, Reading]]
Points = list[tuple[int, float]]


def run(data: Path | None, split: str) -> dict[str, object]:
    """Time a report at each size, memory, and how right the events are; `data` and `split` change nothing."""
    most = int(os.environ.get("CROSSWIRE_BENCH_SIZE", "10000"))
    sizes = sorted({*(s for s in SIZES if s < most), most})
    linker = Linker(Table({f.name: f for f in load_frames().all}, lambda unit: None, load_words()), MemoryIndex())
    gc.disable()  # millions of lasting objects: searching them for cycles is no part of linking
    ours, gold = timed(linker, sizes)
    gc.enable()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    found = [str(linker.index.event(news_id(report))) for report, _ in gold]
    answers = [event for _, event in gold]
    peer = timed_peer([s for s in sizes if s <= max(3_000, most // 50)])
    picture = os.environ.get("CROSSWIRE_BENCH_PICTURE")
    if picture:
        Path(picture).write_text(curve(ours, peer), encoding="utf-8")
    return {
        "n": most,
        "microseconds_a_report": {size: round(cost) for size, cost in ours},
        "reports_a_second": {size: round(1e6 / cost) for size, cost in ours},
        "growth": round(ours[-1][1] / next(cost for size, cost in ours if size >= min(10_000, most)), 2),
        "gigabytes": round(memory, 2),
        "b3": round(b3(found, answers)["f1"], 3),
        "pair_precision": round(pair_precision(found, answers), 3),
        "tfidf_microseconds_a_report": {size: round(cost) for size, cost in peer},
    }


def timed(linker: Linker, sizes: list[int]) -> tuple[Points, list[tuple[str, str]]]:
    """(Kept, microseconds a report) for each size, and the last reports with the events they are about."""
    stream, kept, points = reports(), 0, Points()
    gold: list[tuple[str, str]] = []

    def take(count: int) -> float:
        nonlocal kept
        batch = list(islice(stream, count))
        started = time.process_time()
        for _, reading in batch:
            linker.add(reading)
        spent = time.process_time() - started
        kept += count
        gold.extend((reading.report.id, event) for event, reading in batch)
        del gold[:-SAMPLE]
        return 1e6 * spent / max(1, count)

    for size in sizes:
        while kept < size - SPAN * SPANS:
            take(min(2_000, size - SPAN * SPANS - kept))
        points.append((size, min(take(SPAN) for _ in range(SPANS))))
    return points, gold


def timed_peer(sizes: list[int]) -> Points:
    """The same of TF-IDF in a single pass."""
    stream, kept, points = reports(), 0, Points()
    peer = SinglePass(0.3)
    for size in sizes:
        best = float("inf")
        while kept < size:
            batch = [tfidf_words(r.report.text) for _, r in islice(stream, min(SPAN, size - kept))]
            started = time.process_time()
            for words in batch:
                peer.add(words)
            kept += len(batch)
            best = 1e6 * (time.process_time() - started) / len(batch)
        points.append((size, best))
    return points
