"""Rows as CSV and as Parquet."""

# ruff: noqa: PLC0415 - pyarrow takes a third of a second to import

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from crosswire.app.exports.rows import COLUMNS, Known, columns, row

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(known: Sequence[Known]) -> str:
    """One row an event, with a head. A text that a spreadsheet would run as a formula gets an apostrophe before it."""
    rows = [row(k) for k in known]
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(columns(rows)), lineterminator="\r\n", restval="")
    writer.writeheader()
    writer.writerows({name: _safe(cell) for name, cell in one.items()} for one in rows)
    return out.getvalue()


def _safe(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def as_parquet(known: Sequence[Known]) -> bytes:
    """The same columns, typed; Parquet for data frames and databases."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = [row(k) for k in known]
    kinds: dict[type, Any] = {str: pa.string(), int: pa.int64(), float: pa.float64()}
    wanted = columns(rows)
    table = pa.table(
        {name: pa.array([one.get(name) for one in rows], kinds[kind]) for name, kind in wanted.items()},
    )
    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd")
    return out.getvalue()


__all__ = ["COLUMNS", "as_csv", "as_parquet"]
