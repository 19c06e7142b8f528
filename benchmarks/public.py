"""What the program calls corroborated of real events whose reports anybody can fetch (benchmarks/public/).

Data: `--data` is a folder with two public repositories under their own names: fhamborg/Giveme5W1H (its
`Giveme5W1H/examples/datasets/news_cluster/data`: texts with outlets and days; none of the events of its gold standard
is used here) and FakeNewsChallenge/fnc-1 (`train_bodies.csv`, `competition_test_bodies.csv`: texts without outlets,
days and titles). Each annotated report names the text it is (`source`); it is read up to the last sentence that ends
within its first 2,600 characters. An outlet that the set does not name is one of its own that nobody knows.

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

from benchmarks.clusters import COUNTS, judge, quiet
from benchmarks.clusters_told import read
from crosswire.app import brief
from crosswire.model import Given

HERE = Path(__file__).parent / "public"
FIVE = Path("Giveme5W1H/Giveme5W1H/examples/datasets/news_cluster/data")
BODIES = {"train": "train_bodies.csv", "test": "competition_test_bodies.csv"}
LONG = 2_600  # characters of a text that are read
_ENDS = re.compile(r"""[.!?]["'”’)]*(?=\s)""")


def run(data: Path, split: str) -> dict[str, object]:
    """The counts of one part; what is wrong is listed for dev."""
    counts: Counter[str] = Counter()
    listed: list[str] = []
    bodies = {part: _bodies(data / "fnc-1" / name) for part, name in BODIES.items()}
    annotated = [path.read_text("utf-8") for path in sorted(HERE.glob("*.toml"))]
    chosen = [text for text in annotated if tomllib.loads(text)["split"] == split]
    for text in chosen:
        cluster = read(text)
        with tempfile.TemporaryDirectory() as folder:
            for row in tomllib.loads(text)["report"]:
                fetched = _fetched(row, data, bodies)
                Path(folder, f"{row['id']}.json").write_text(json.dumps(fetched), "utf-8")
            made = brief([folder], Given(), io.BytesIO(), None, quiet)
        for name, line in judge(cluster, made):
            counts[name] += 1
            if line:
                listed.append(f"{cluster.event}: {name}: {line}")
    shown: dict[str, object] = {"n": len(chosen), **{name: counts[name] for name in COUNTS}}
    return {**shown, "listed": listed} if split == "dev" else shown


def _fetched(row: Mapping[str, str], data: Path, bodies: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """One report as a record that the program reads."""
    kind, *where = row["source"].split("/")
    fetched = {"url": row["url"], **{k: str(row[k]) for k in ("outlet", "published") if k in row}}
    if kind == "fnc-1":
        return {**fetched, "text": beginning(bodies[where[0]][where[1]])}
    found = json.loads((data / FIVE / f"{where[0]}.json").read_text("utf-8"))
    return {**fetched, "title": found["title"], "text": beginning(found["text"])}


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
