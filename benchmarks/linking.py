"""Speed and memory of linking a stream that is kept: the time of a report at ten thousand to a million reports.

The stream (`benchmarks/stream.py`) is made, with a known answer; nothing is read, so that linking alone is timed,
cutting the text into words included. Timed are 2,100 reports behind each size, taken in one by one, the best of three
spans of them, in processor time; the reports up to there are taken in by the hundred, as a store takes what waits.
Memory is the peak of the process; the nodes of all but the last 20,000 reports looked at rest in a file. B3 and pair
precision are those of the main events of the last 5,000 reports. The peers on the same stream: TF-IDF in a single pass
with an inverted index, and the text stream clusterer of `river` where that is installed (it fades out clusters that
nothing joins), as far as CROSSWIRE_BENCH_PEERS (a fiftieth of the size): theirs grow with all that was kept.

CROSSWIRE_BENCH_SIZE (10,000; a million takes half an hour of an idle core and 3 GB) is how many are kept at the last;
CROSSWIRE_BENCH_PICTURE the file that the curve is drawn to, anew at each size.
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
from benchmarks.peers import Peer, SinglePass, river_clusterer, tfidf_words
from benchmarks.sameevent import b3, pair_precision
from benchmarks.stream import reports
from crosswire.claims.frames_load import load_frames
from crosswire.events.memory import MemoryIndex
from crosswire.events.score import Table
from crosswire.events.stream import Linker, nodes_of
from crosswire.events.words import load_words
from crosswire.model import Reading, news_id
from crosswire.pipeline.resting import Resting

SIZES = (3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
SPAN, SPANS = 700, 3
SAMPLE = 5_000
TOGETHER = 100
Points = list[tuple[int, float]]
Gold = list[tuple[str, str]]


def run(data: Path | None, split: str) -> dict[str, object]:
    """Time a report at each size, memory, and how right the events are; `data` and `split` change nothing."""
    most = int(os.environ.get("CROSSWIRE_BENCH_SIZE", "10000"))
    upto = int(os.environ.get("CROSSWIRE_BENCH_PEERS", str(max(3_000, most // 50))))
    sizes = sorted({*(s for s in SIZES if s < most), most})
    table = Table({f.name: f for f in load_frames().all}, lambda unit: None, load_words())
    tfidf = timed_peer([s for s in sizes if s <= upto], SinglePass(0.3))
    fading = river_clusterer()
    river = timed_peer([s for s in sizes if s <= upto], fading) if fading is not None else []
    ours, memory, gold = Points(), Points(), Gold()
    with Resting() as rest:
        linker = Linker(table, MemoryIndex(rest=rest))
        gc.disable()  # millions of lasting objects: searching them for cycles is no part of linking
        for size, cost in timed(linker, sizes, gold):
            ours.append((size, cost))
            memory.append((size, round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6, 2)))
            print(f"{size:>9,} kept: {cost:,.0f} microseconds a report, {memory[-1][1]} GB", flush=True)
            _draw(ours, tfidf, river)
    gc.enable()
    found = [str(linker.index.event(news_id(report))) for report, _ in gold]
    answers = [event for _, event in gold]
    return {
        "n": most,
        "microseconds_a_report": {size: round(cost) for size, cost in ours},
        "reports_a_second": {size: round(1e6 / cost) for size, cost in ours},
        "growth": round(ours[-1][1] / next(cost for size, cost in ours if size >= min(10_000, most)), 2),
        "gigabytes": dict(memory),
        "b3": round(b3(found, answers)["f1"], 3),
        "pair_precision": round(pair_precision(found, answers), 3),
        "tfidf_microseconds_a_report": {size: round(cost) for size, cost in tfidf},
        "river_microseconds_a_report": {size: round(cost) for size, cost in river},
    }


def _draw(ours: Points, tfidf: Points, river: Points) -> None:
    picture = os.environ.get("CROSSWIRE_BENCH_PICTURE")
    if picture:
        lines = [("Crosswire", ours), ("TF-IDF pass", tfidf), ("river TextClust", river)]
        Path(picture).write_text(curve([line for line in lines if line[1]]), encoding="utf-8")


def timed(linker: Linker, sizes: list[int], gold: Gold) -> Iterator[tuple[int, float]]:
    """(Kept, microseconds a report) for each size; `gold` takes the last reports with the events they are about."""
    stream, kept = reports(), 0
    table = linker.table
    for size in sizes:
        while kept < size - SPAN * SPANS:
            batch = list(islice(stream, min(TOGETHER, size - SPAN * SPANS - kept)))
            linker.add_many([nodes_of(reading, table) for _, reading in batch])
            kept += len(batch)
            _remember(gold, batch)
        best = float("inf")
        for _ in range(SPANS):
            batch = list(islice(stream, SPAN))
            started = time.process_time()
            for _, reading in batch:
                linker.add(reading)
            best = min(best, 1e6 * (time.process_time() - started) / SPAN)
            kept += SPAN
            _remember(gold, batch)
        yield size, best


def _remember(gold: Gold, batch: list[tuple[str, Reading]]) -> None:
    gold.extend((reading.report.id, event) for event, reading in batch)
    del gold[:-SAMPLE]


def timed_peer(sizes: list[int], peer: Peer) -> Points:
    """The same of a peer."""
    stream, kept, points = reports(), 0, Points()
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
