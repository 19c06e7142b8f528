"""Texts of one event: B3 and pair precision of the main event of each report, over ten orders of arrival.

Data: BASIL (`data/articles` of marshallwhiteorg/emnlp19-media-bias; 100 events x 3 outlets; the only part that anything
was tuned on), the gold standard of Giveme5W1H (12 events, 95 texts), NewsWCL50 (10 events x 5 outlets; its texts have
no dates, and no titles). All three below the folder that is given, under the names of their repositories.

Scored is what `crosswire link` tells: the event that holds the report's main event. Beside it, in the same run and the
same orders, TF-IDF in a single pass: a report joins the nearest centroid at the threshold that is best on BASIL, with
document frequencies of the reports that have come before it. A report in no event of the gold is not scored.
"""

from __future__ import annotations

import json
import os
import pickle
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import blake2b
from itertools import combinations
from pathlib import Path
from random import Random
from statistics import mean

from benchmarks.peers import single_pass, tfidf_words
from crosswire.claims import read as reading
from crosswire.claims.rules import RULES
from crosswire.errors import UnreadableInputError
from crosswire.events.memory import MemoryIndex
from crosswire.events.score import Table
from crosswire.events.stream import Linker
from crosswire.model import Fetched, Given, Reading, news_id
from crosswire.pipeline.read import load_pipeline
from crosswire.pipeline.weigh import table_of
from crosswire.reports.make import make_report

BASIL = ("emnlp19-media-bias/data/articles", "data/articles")
FIVE = ("Giveme5W1H/Giveme5W1H/examples/datasets/gold_standard/data", "Giveme5W1H/examples/datasets/gold_standard/data")
WCL = ("Diverse_CDCR_datasets/NewsWCL50-prep/output_data", "NewsWCL50-prep/output_data")
ORDERS = 10
THRESHOLDS = tuple(i / 100 for i in range(10, 42, 4))

Text = tuple[str, Fetched]  # the event of the gold, and the text


def run(data: Path, split: str) -> dict[str, object]:
    """BASIL; with split "report" the other two as well, at the settings that are best on BASIL."""
    basil = read(basil_texts(data))
    threshold = best_threshold(basil)
    sets = {"basil": basil}
    if split == "report":
        sets |= {"giveme5w1h": read(five_texts(data)), "newswcl50": read(wcl_texts(data))}
    table = table_of(load_pipeline().reader)
    result: dict[str, object] = {"n": {name: len(gold) for name, (gold, _) in sets.items()}}
    for name, (gold, readings) in sets.items():
        result[name] = {
            "ours": over_orders(gold, lambda order, r=readings: link_in(r, order, table)),  # type: ignore[misc]
            "tfidf": over_orders(gold, _peer(readings, threshold)),
        }
    return {**result, "tfidf_threshold": threshold, "orders": ORDERS}


def _peer(readings: Sequence[Reading], threshold: float) -> Callable[[Sequence[int]], list[str]]:
    words = [tfidf_words(f"{r.report.title} {r.report.text}") for r in readings]
    return lambda order: single_pass(words, order, threshold)


def best_threshold(of: tuple[list[str], list[Reading]]) -> float:
    """The threshold of the peer that is best on BASIL, over three orders."""
    gold, readings = of
    orders = [_order(len(gold), seed) for seed in range(3)]
    words = [tfidf_words(f"{r.report.title} {r.report.text}") for r in readings]
    return max(THRESHOLDS, key=lambda t: mean(b3(single_pass(words, o, t), gold)["f1"] for o in orders))


def over_orders(gold: Sequence[str], cluster: Callable[[Sequence[int]], list[str]]) -> dict[str, object]:
    """Mean and range of B3 and pair precision over the orders."""
    scores = [
        {**b3(found, gold), "pairs": pair_precision(found, gold)}
        for found in (cluster(_order(len(gold), seed)) for seed in range(ORDERS))
    ]
    f1 = [s["f1"] for s in scores]
    return {
        "b3": round(mean(f1), 3),
        "b3_range": [round(min(f1), 3), round(max(f1), 3)],
        "p": round(mean(s["p"] for s in scores), 3),
        "r": round(mean(s["r"] for s in scores), 3),
        "pair_precision": round(mean(s["pairs"] for s in scores), 3),
    }


def _order(n: int, seed: int) -> list[int]:
    return Random(seed).sample(range(n), n)  # noqa: S311 - an order, no secret


def link_in(readings: Sequence[Reading], order: Sequence[int], table: Table) -> list[str]:
    """The main event of each report, the reports having come in this order."""
    linker = Linker(table, MemoryIndex())
    for i in order:
        linker.add(readings[i])
    return [str(linker.index.event(news_id(r.report.id))) for r in readings]


# --- scores -------------------------------------------------------------------------------------------------------


def b3(found: Sequence[str], gold: Sequence[str]) -> dict[str, float]:
    """B3 (Bagga and Baldwin 1998): precision, recall, F1 over items."""
    ours, theirs = _members(found), _members(gold)
    shared = [len(ours[f] & theirs[g]) for f, g in zip(found, gold, strict=True)]
    precision = mean(s / len(ours[f]) for s, f in zip(shared, found, strict=True))
    recall = mean(s / len(theirs[g]) for s, g in zip(shared, gold, strict=True))
    return {"p": precision, "r": recall, "f1": 2 * precision * recall / (precision + recall)}


def pair_precision(found: Sequence[str], gold: Sequence[str]) -> float:
    """Of the pairs put together, the share that belongs together; 1 where none is put together."""
    pairs = [(a, b) for members in _members(found).values() for a, b in combinations(sorted(members), 2)]
    return mean(gold[a] == gold[b] for a, b in pairs) if pairs else 1.0


def _members(labels: Sequence[str]) -> Mapping[str, set[int]]:
    members: dict[str, set[int]] = defaultdict(set)
    for i, label in enumerate(labels):
        members[label].add(i)
    return members


# --- texts --------------------------------------------------------------------------------------------------------


def read(texts: Iterator[Text]) -> tuple[list[str], list[Reading]]:
    """The events and readings of the texts that can be read.

    Where CROSSWIRE_BENCH_CACHE names a folder, readings are kept there between runs.
    """
    found = list(texts)
    cache = os.environ.get("CROSSWIRE_BENCH_CACHE")
    digest = blake2b(b"\x00".join(t.content for _, t in found), digest_size=8).hexdigest()
    kept = Path(cache) / f"sameevent-{RULES}-{digest}.pickle" if cache else None
    if kept is not None and kept.exists():
        gold, readings = pickle.loads(kept.read_bytes())  # noqa: S301 - written by the line below
        return list(gold), list(readings)
    made = _read(found)
    if kept is not None:
        kept.write_bytes(pickle.dumps(made))
    return made


def _read(texts: Sequence[Text]) -> tuple[list[str], list[Reading]]:
    pipeline = load_pipeline()
    gold, reports = [], []
    for event, fetched in texts:
        try:
            reports.append(make_report(fetched, pipeline.outlets, pipeline.rules))
            gold.append(event)
        except UnreadableInputError as error:
            print(error)
    return gold, list(reading.read(reports, pipeline.reader))


def basil_texts(data: Path) -> Iterator[Text]:
    """BASIL: the triplet is the event."""
    for path in _below(data, BASIL, "*/*.json"):
        record = json.loads(path.read_text("utf-8"))
        text = "\n\n".join(" ".join(paragraph) for paragraph in record["body-paragraphs"])
        yield record["triplet-uuid"], _fetched(path.name, text, record["title"], record.get("date"))


def five_texts(data: Path) -> Iterator[Text]:
    """Giveme5W1H: the category is the event; the one text without a category is left out."""
    for path in _below(data, FIVE, "*.json"):
        record = json.loads(path.read_text("utf-8"))
        if "category" in record:
            yield record["category"], _fetched(path.name, record["text"], record["title"], record["date_publish"][:10])


def wcl_texts(data: Path) -> Iterator[Text]:
    """NewsWCL50: the folder is the event; tokens are put together with a space, as the file has them."""
    (path,) = _below(data, WCL, "NewsWCL50.conll")
    sentences: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for line in path.read_text("utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) >= 4 and not line.startswith("#"):
            sentences[fields[0]][fields[1]].append(fields[3])
    for document, told in sentences.items():
        text = "\n\n".join(" ".join(tokens) for tokens in told.values())
        yield document.split("/")[0], _fetched(document, text, None, None)


def _fetched(name: str, text: str, title: str | None, day: str | None) -> Fetched:
    published = datetime.fromisoformat(day).replace(tzinfo=UTC) if day and day[:1].isdigit() else None
    return Fetched(name, text.encode(), "text", Given(title=title, outlet=None, published=published))


def _below(data: Path, places: Sequence[str], pattern: str) -> list[Path]:
    for place in places:
        found = sorted((data / place).glob(pattern))
        if found:
            return found
    raise FileNotFoundError(f"{places[0]}/{pattern} is not below {data}")
