"""How well an article's text is taken from its page: the article extraction benchmark, through our sources and reports
steps.

The data has no dev part, so one is made: pages whose key starts with 0 to 7 are dev, 8 to f are held out. `report`
gives all pages, to be compared with published figures, and the held-out ones alone. Scored is what the report gives to
read: paragraphs, headings, bullets (the data's article bodies have no headline, byline or furniture). Counting is the
data's own: four-word shingles as multisets, each page weighing the same, F1 of mean precision and mean recall. A tenth
of the pages are in other languages, which `make_report` refuses: they are scored too, so `read_report`, all of it but
the refusal, is called.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory

from crosswire.errors import UnreadableInputError
from crosswire.model import Given, Report
from crosswire.reports.make import read_report
from crosswire.reports.rules import Rules, load_rules
from crosswire.sources.files import gather

NGRAM = 4
BODY = ("paragraph", "heading", "bullet", "caption", "dateline")
Counts = tuple[float, float, float]


def run(data: Path, split: str) -> dict[str, object]:
    """Read every page of the split and score its body."""
    truth: Mapping[str, Mapping[str, str]] = json.loads((data / "ground-truth.json").read_text("utf-8"))
    keys = [key for key in sorted(truth) if split == "report" or key[0] in "01234567"]
    started = time.perf_counter()
    bodies = _bodies(data, keys)
    took = time.perf_counter() - started
    counts = {key: shingle_counts(truth[key].get("articleBody", ""), bodies[key]) for key in keys}
    result: dict[str, object] = {"n": len(keys), **_rounded(scores(list(counts.values())))}
    if split == "report":
        held = scores([counts[key] for key in keys if key[0] not in "01234567"])
        result.update({f"held_out_{name}": value for name, value in _rounded(held).items()})
    return {**result, "pages_per_second": round(len(keys) / took, 1), "not_scored": "headline, byline, date"}


def shingle_counts(true: str, found: str) -> Counts:
    """True positives, false positives and false negatives of a page, as shares of their sum."""
    wanted, got = _shingles(true), _shingles(found)
    hits = sum((wanted & got).values())
    extra, missed = sum((got - wanted).values()), sum((wanted - got).values())
    total = (hits + extra + missed) or 1
    return hits / total, extra / total, missed / total


def scores(counts: Sequence[Counts]) -> dict[str, float]:
    """Mean precision over pages with an answer, mean recall over pages with a text, and their F1."""
    precision = fmean(_share(hit, extra, missed) for hit, extra, missed in counts if hit + extra > 0)
    recall = fmean(_share(hit, missed, extra) for hit, extra, missed in counts if hit + missed > 0)
    return {"f1": 2 * precision * recall / (precision + recall), "precision": precision, "recall": recall}


def _share(hit: float, wrong: float, other: float) -> float:
    if wrong == other == 0:
        return 1.0
    return hit / (hit + wrong) if hit + wrong else 0.0


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    grams = (tuple(words[i : i + NGRAM]) for i in range(max(1, len(words) - NGRAM + 1)))
    return Counter(gram for gram in grams if gram)


def _bodies(data: Path, keys: Sequence[str]) -> dict[str, str]:
    rules = load_rules()
    with TemporaryDirectory() as folder:
        for key in keys:
            (Path(folder) / f"{key}.html").write_bytes(gzip.decompress((data / "html" / f"{key}.html.gz").read_bytes()))
        paths = [str(Path(folder) / f"{key}.html") for key in keys]
        return {key: _body(path, rules) for key, path in zip(keys, paths, strict=True)}


def _body(path: str, rules: Rules) -> str:
    for fetched in gather([path], Given(), io.BytesIO()):
        if isinstance(fetched, UnreadableInputError):
            return ""
        try:
            return _read(read_report(fetched, {}, rules))
        except UnreadableInputError:
            return ""
    return ""


def _read(report: Report) -> str:
    return "\n\n".join(report.text[b.start : b.end] for b in report.blocks if b.kind in BODY)


def _rounded(found: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in found.items()}
