"""What the tests of backfill share: archives made of our examples, and what is asked of them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from crosswire.app.backfill import Backfilling
from tests.archives import AT, Answer, page, write_archive

EXAMPLES = Path(__file__).parents[2] / "examples"
WANTED = ("weapons_test", "earthquake")
TABLES = ("reports", "claims", "events", "facts", "origins", "readings")
RECIPE = "Mix the flour with the eggs and the butter and stir it for ten minutes until it is smooth. " * 5
WEATHER = "Das Wetter wird morgen schön und die Sonne scheint über dem Land, aber am Abend kommt der Regen. " * 6


def quiet(*_: object) -> None:
    """Show nothing."""


def answers(example: str) -> list[Answer]:
    """An example's reports as pages of their own outlets."""
    found = []
    for path in sorted((EXAMPLES / example).glob("*.txt")):
        title, *rest = [p for p in path.read_text("utf-8").split("\n\n") if p.strip()]
        found.append(Answer(f"http://{path.stem}.example/a", page(title, rest, AT, path.stem)))
    for path in sorted((EXAMPLES / example).glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            told = json.loads(line)
            body = page(told["title"], told["text"].split("\n\n"), AT, told["outlet"])
            found.append(Answer(f"http://desk.example/{len(found)}", body))
    return found


def two_archives(folder: Path) -> Path:
    """Two archives with a launch, a quake, a copy and two pages that tell of neither."""
    launch, quake = answers("launch"), answers("earthquake")
    copy = replace(launch[0], url="http://copy.example/b", at=AT + timedelta(hours=1))
    other = [
        Answer("http://kitchen.example/", page("Cake", [RECIPE])),
        Answer("http://wetter.example/", page("Wetter", [WEATHER])),
    ]
    write_archive(folder / "one.warc.gz", [*launch[:2], quake[0], *other])
    write_archive(folder / "two.warc.gz", [*launch[2:], *quake[1:], copy])
    return folder


def asked(archives: Path, out: Path, **more: Any) -> Backfilling:
    return Backfilling((str(archives),), out, WANTED, **more)


def rows(out: Path, table: str) -> list[dict[str, Any]]:
    """All rows of a table of the dataset."""
    return [row for path in sorted((out / table).glob("*.parquet")) for row in pq.read_table(path).to_pylist()]


def content(out: Path) -> dict[str, bytes]:
    """Every file of the dataset, byte for byte."""
    return {f"{t}/{p.name}": p.read_bytes() for t in TABLES for p in sorted((out / t).glob("*.parquet"))}
