"""What the program calls corroborated of real events whose reports anybody can fetch (benchmarks/public/).

Data: `--data` is a folder with four public repositories under their own names: fhamborg/Giveme5W1H (its
`Giveme5W1H/examples/datasets/news_cluster/data`: texts with outlets and days; none of the events of its gold standard
is used here), FakeNewsChallenge/fnc-1 (`train_bodies.csv`, `competition_test_bodies.csv`: texts without outlets,
days and titles), ramybaly/Article-Bias-Prediction (long articles of American outlets, with outlet and day) and
tommasoc80/EventStoryLine (ECB+: short reports, whole; `title` and `body` number the sentences where they stand). Each
annotated report names the text it is (`source`); all but ECB+'s are read up to the last sentence that ends within
their first 2,600 characters. An outlet that the set does not name is one of its own that nobody knows. Counted for
each folder apart: `articles`, `us_news` (both long), `ecb` and `ecb_more` (both short).

Counted as in `clusters`, and by its code. Errors are listed for the dev part only.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.clusters import COUNTS, judge, quiet
from benchmarks.clusters_told import read
from benchmarks.ecb_whole import sentences
from crosswire.app import brief
from crosswire.model import Given

HERE = Path(__file__).parent / "public"
SETS = {"articles": HERE, "us_news": HERE / "us_news", "ecb": HERE / "ecb", "ecb_more": HERE / "ecb_more"}
FIVE = Path("Giveme5W1H/Giveme5W1H/examples/datasets/news_cluster/data")
ABP = Path("Article-Bias-Prediction/data/jsons")
ECB = Path("EventStoryLine/ECB+_LREC2014/ECB+")
BODIES = {"train": "train_bodies.csv", "test": "competition_test_bodies.csv"}
LONG = 2_600  # characters of a text that are read
_ENDS = re.compile(r"""[.!?]["'”’)]*(?=\s)""")


def run(data: Path, split: str) -> dict[str, object]:
    """The counts of one part, long articles and ECB+ each; what is wrong is listed for dev."""
    bodies = {part: _bodies(data / "fnc-1" / name) for part, name in BODIES.items()}
    return {name: counted(folder, data, split, bodies) for name, folder in SETS.items()}


def counted(folder: Path, data: Path, split: str, bodies: Mapping[str, Mapping[str, str]]) -> dict[str, object]:
    """The counts of the annotated events of one folder."""
    counts: Counter[str] = Counter()
    listed: list[str] = []
    annotated = [path.read_text("utf-8") for path in sorted(folder.glob("*.toml"))]
    chosen = [text for text in annotated if tomllib.loads(text).get("split") == split]
    for text in chosen:
        cluster = read(text)
        with tempfile.TemporaryDirectory() as made_here:
            for row in tomllib.loads(text)["report"]:
                Path(made_here, f"{row['id']}.json").write_text(json.dumps(fetched(row, data, bodies)), "utf-8")
            made = brief([made_here], Given(), io.BytesIO(), None, quiet)
        for name, line in judge(cluster, made):
            counts[name] += 1
            if line:
                listed.append(f"{cluster.event}: {name}: {line}")
    shown: dict[str, object] = {"n": len(chosen), **{name: counts[name] for name in COUNTS}}
    return {**shown, "listed": listed} if split == "dev" else shown


def fetched(row: Mapping[str, Any], data: Path, bodies: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """One report as a record that the program reads."""
    kind, *where = row["source"].split("/")
    found = {"url": row["url"], **{k: str(row[k]) for k in ("outlet", "published") if k in row}}
    if kind == "fnc-1":
        return {**found, "text": beginning(bodies[where[0]][where[1]])}
    if kind == "ecb+":
        told = sentences(data / ECB / where[0] / f"{where[1]}.xml")
        title = {"title": told[row["title"]]} if "title" in row else {}
        return {**found, **title, "text": "\n".join(told[row["body"] :])}
    of_abp = kind == "abp"
    page = json.loads((data / (ABP if of_abp else FIVE) / f"{where[0]}.json").read_text("utf-8"))
    return {**found, "title": page["title"], "text": beginning(page["content_original" if of_abp else "text"])}


def _bodies(path: Path) -> dict[str, str]:
    """The texts of one of the two files, by their ids."""
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["Body ID"]: row["articleBody"] for row in csv.DictReader(lines)}


def beginning(text: str) -> str:
    """A text up to the last sentence that ends within what is read of it."""
    text = text.strip()
    if len(text) <= LONG:
        return text
    ends = [found.end() for found in _ENDS.finditer(text[:LONG])]
    return text[: ends[-1] if ends else LONG]
