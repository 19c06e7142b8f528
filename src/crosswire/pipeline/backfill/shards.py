"""Shards: the files in which one stage of a backfill leaves its work for the next, each written whole or not at all.

A shard is a Parquet file with a JSON summary beside it. The summary is written last: where it stands, the shard is
done, and a backfill that is started again passes it over.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import sys
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from crosswire.sources.reach import is_local

Row = Mapping[str, Any]
Summary = dict[str, Any]
Columns = Mapping[str, str]  # name -> type, as in TYPES
KILO = 1 << 20 if sys.platform == "darwin" else 1 << 10  # of what the system counts memory in, to a megabyte
STATUS = Path("/proc/self/status")  # where there is one
ROWS = 100  # in a group: pages of 0.2 MB make 20 MB, which a worker holds at once
TYPES: Mapping[str, Any] = {
    "text": pa.string(),
    "bytes": pa.binary(),
    "int": pa.int64(),
    "float": pa.float64(),
    "moment": pa.timestamp("us", tz="UTC"),
    "bool": pa.bool_(),
    "texts": pa.list_(pa.string()),
    "ints": pa.list_(pa.int64()),
}


def schema(columns: Columns) -> Any:
    """The columns as Arrow types them."""
    return pa.schema([(name, TYPES[kind]) for name, kind in columns.items()])


def is_done(path: Path) -> bool:
    """Whether the shard has been written to its end."""
    return path.with_suffix(".json").exists()


def summary_of(path: Path) -> Summary:
    """What was said of a finished shard."""
    told: Summary = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return told


def write_shard(path: Path, columns: Columns, rows: Iterable[Row], summary: Callable[[], Summary]) -> Summary:
    """Write a shard, its summary (asked for when all rows have been drawn) last. Raises OSError."""
    write_table(path, columns, rows)
    return finish(path, summary())


def finish(path: Path, summary: Summary) -> Summary:
    """Say that a shard is done, with what it took of memory."""
    told = {**summary, "peak_mb": peak_mb()}
    whole(path.with_suffix(".json"), json.dumps(told, sort_keys=True).encode())
    return told


def peak_mb() -> int:
    """The most memory that this process has held, in megabytes.

    Linux counts in `ru_maxrss` what the process that started this one held then: 1.4 GB where a test runner started it.
    """
    try:
        lines = STATUS.read_text("ascii", "replace").splitlines()
    except OSError:
        lines = []
    told = next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), None)
    return round(told / 1024 if told else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILO)


def write_table(path: Path, columns: Columns, rows: Iterable[Row]) -> int:
    """Write a Parquet file whole or not at all; how many rows it has."""
    source = iter(rows)
    kinds = schema(columns)
    count = 0
    with _instead_of(path) as beside, pq.ParquetWriter(beside, kinds, compression="zstd") as writer:
        while some := list(islice(source, ROWS)):
            count += len(some)
            writer.write_table(pa.Table.from_pylist([dict(r) for r in some], kinds))
    return count


def whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    with _instead_of(path) as beside:
        beside.write_bytes(content)


def clear(folder: Path) -> None:
    """Remove a folder and all in it, where there is one."""
    if is_local(folder):
        shutil.rmtree(folder, ignore_errors=True)
    elif folder.exists():
        store: Any = folder
        store.fs.rm(store.path, recursive=True)


def only(folder: Path, stems: Collection[str]) -> None:
    """Remove the files of a folder that are not called so: shards of which nothing is made any more."""
    for path in [*folder.iterdir()] if folder.exists() else []:
        if path.stem not in stems:
            path.unlink()


def day_of_shard(path: Path) -> str:
    """The day of a shard that is called after one."""
    return path.stem[: len("2026-01-29")]


@contextmanager
def _instead_of(path: Path) -> Iterator[Path]:
    """A file of this machine to be written, which becomes the one meant when it is finished, and only then."""
    if is_local(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            yield beside
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
        return
    with tempfile.TemporaryDirectory(prefix="crosswire-") as folder:
        beside = Path(folder) / path.name
        yield beside
        store: Any = path  # an object appears whole; closing a half-written one would make it appear, too
        store.fs.put_file(str(beside), store.path)


def rows_of(path: Path, columns: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
    """The rows of a shard, a group at a time, some columns or all."""
    with _opened(path) as file:
        for number in range(file.num_row_groups):
            yield from file.read_row_group(number, columns=columns).to_pylist()


def some_rows(path: Path, wanted: Sequence[int], columns: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The rows of these numbers, in their order; only the groups that hold them are read."""
    with _opened(path) as file:
        first = 0
        for number in range(file.num_row_groups):
            size = file.metadata.row_group(number).num_rows
            inside = [n - first for n in sorted(wanted) if first <= n < first + size]
            if inside:
                yield from file.read_row_group(number, columns=list(columns)).take(inside).to_pylist()
            first += size


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    if is_local(path):
        with pq.ParquetFile(path) as file:
            yield file
        return
    with path.open("rb") as stream, pq.ParquetFile(stream) as file:
        yield file
