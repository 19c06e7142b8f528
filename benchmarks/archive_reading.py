"""What a page costs in a backfill, beside peers on the same pages in the same run, in seconds of a core.

With `--data` the pages are those of the article extraction benchmark, else made ones that tell of an event.
`first_look` is HTML to text, language and triggers; `deep` is the task of the third stage as the backfill runs it:
pages out of their Parquet file, article, reading in batches, readings packed and written. Against it stands the spaCy
pipeline alone, as its package loads it, on the same paragraphs in the same batches; `deep_less_extraction` leaves out
what makes a report of the HTML, which a pipeline alone does not do. CROSSWIRE_PEER may name the Python of an
environment with news-please. fundus is no peer here: it reads the pages of outlets it has a parser for, and no others.
"""

from __future__ import annotations

import gzip
import importlib
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import trafilatura

from benchmarks.archive_made import KINDS, pages
from crosswire.claims.parse import SHIPPED, parse
from crosswire.claims.read import read
from crosswire.errors import UnreadableInputError
from crosswire.model import Fetched, Reading, Report
from crosswire.pipeline import load_pipeline
from crosswire.pipeline.backfill.look import COLUMNS, Dates, load_looking, without_scripts
from crosswire.pipeline.backfill.read import AT_ONCE, GROUPED, read_batch
from crosswire.pipeline.backfill.shards import write_shard
from crosswire.pipeline.first_look import look, plain_text, wanted_frames
from crosswire.pipeline.read import Pipeline
from crosswire.reports.make import make_report
from crosswire.store import codec

ROUNDS = 3
MADE = 2_400  # pages of which one in twenty tells of an event
AT = datetime(2026, 1, 5, tzinfo=UTC)
DAY = "2026-01-05"


def run(data: Path | None, split: str) -> dict[str, object]:
    """All of it; `split` changes nothing."""
    markups = _markups(data)
    pipeline = load_pipeline()
    reports = [r for m in markups if (r := _report(m, pipeline)) is not None]
    words = sum(len(r.text.split()) for r in reports)
    with tempfile.TemporaryDirectory() as name:
        seconds = _in_turns(_steps(markups, pipeline, reports, Path(name)))
        peer = _peer(markups, Path(name) / "html")
    rate = {step: round(len(markups) / took, 1) for step, took in seconds.items()}
    alone = seconds["spacy_alone"]
    return {
        "pages": len(markups),
        "kb_a_page": round(sum(map(len, markups)) / len(markups) / 1000, 1),
        "reports": len(reports),
        "words_a_report": round(words / max(1, len(reports))),
        "pages_per_core_second": {**rate, **peer},
        "spacy_over_deep": round(alone / seconds["deep"], 3),
        "spacy_over_deep_less_extraction": round(alone / (seconds["deep"] - seconds["report"]), 3),
        "spacy_over_reading": round(alone / seconds["reading"], 3),
        "milliseconds_a_report": {s: round(t / max(1, len(reports)) * 1000, 1) for s, t in seconds.items()},
    }


def _markups(data: Path | None) -> list[str]:
    if data is None:
        return [p.html.decode() for p in pages(MADE, 10) if p.event is not None]
    found = sorted((data / "html").glob("*.html.gz"))
    return [gzip.decompress(path.read_bytes()).decode("utf-8", "replace") for path in found]


def _report(markup: str, pipeline: Pipeline) -> Report | None:
    try:
        return make_report(Fetched("page", markup.encode(), "html"), pipeline.outlets, pipeline.rules)
    except UnreadableInputError:
        return None


def _steps(
    markups: list[str], pipeline: Pipeline, reports: list[Report], folder: Path
) -> Mapping[str, Callable[[], object]]:
    """What is timed, by its name."""
    looking = load_looking([f.name for f in wanted_frames(pipeline.reader.frames, KINDS)], None, Dates())
    grouped, looked = _shards(markups, folder)
    batches = [(grouped, n, looked, folder / "read.parquet") for n in range(-(-len(markups) // AT_ONCE))]
    stock = importlib.import_module(SHIPPED).load()
    return {
        "resiliparse_alone": lambda: [plain_text(m) for m in markups],
        "first_look": lambda: [look(m, looking.looker, looking.rules) for m in markups],
        "trafilatura_alone": lambda: [trafilatura.extract(m) for m in markups],
        "trafilatura_fast": lambda: [trafilatura.extract(m, fast=True) for m in markups],
        "report": lambda: [_report(m, pipeline) for m in markups],
        "spacy_alone": lambda: list(parse(reports, stock)),
        "reading": lambda: list(read(reports, pipeline.reader)),
        "deep": lambda: [read_batch(pipeline, _pack, batch) for batch in batches],
    }


def _pack(reading: Reading) -> bytes:
    return codec.reading(reading)


def _shards(markups: list[str], folder: Path) -> tuple[Path, Path]:
    """The pages as the first two stages leave them: the day's groups, and the folder of the shards."""
    looked = folder / "looked"
    rows = [
        {"where": f"a:{n}", "url": f"http://site{n}.example/", "captured": AT, "day": DAY,
         "html": without_scripts(m).encode(), "digest": "", "told": "", "marks": []}
        for n, m in enumerate(markups)
    ]  # fmt: skip
    write_shard(looked / "a.parquet", COLUMNS, rows, dict)
    groups = [
        {"shard": "a.parquet", "row": n, "where": r["where"], "url": r["url"], "captured": AT, "copy_of": ""}
        for n, r in enumerate(rows)
    ]
    grouped = folder / f"{DAY}.parquet"
    write_shard(grouped, GROUPED, groups, dict)
    return grouped, looked


def _in_turns(steps: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """The best time of each, taken in turns so that a busy minute of the machine strikes all."""
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        for name, step in steps.items():
            started = time.process_time()
            step()
            took = time.process_time() - started
            best[name] = min(took, best.get(name, took))
    return best


def _peer(markups: list[str], folder: Path) -> dict[str, float]:
    python = os.environ.get("CROSSWIRE_PEER")
    if not python:
        return {}
    folder.mkdir()
    for number, markup in enumerate(markups):
        (folder / f"{number:05}.html").write_text(markup, "utf-8")
    script = Path(__file__).with_name("_peer_extract.py")
    ask = partial(subprocess.run, capture_output=True, text=True, check=True)
    told = json.loads(ask([python, str(script), str(folder)]).stdout.splitlines()[-1])
    return {told["peer"]: told["pages_per_core_second"]}
