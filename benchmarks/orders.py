"""Order of arrival: the reports of BASIL linked one by one in a thousand random orders.

Counted are the orders that gave other events than the first did; the target is none. Data as for `sameevent`; where
CROSSWIRE_BENCH_CACHE names a folder, readings are kept there. CROSSWIRE_BENCH_ORDERS (1,000) is how many orders.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from random import Random

from benchmarks.sameevent import basil_texts, read
from crosswire.events.memory import MemoryIndex
from crosswire.events.nodes import Node
from crosswire.events.score import Table
from crosswire.events.stream import Linker, nodes_of
from crosswire.pipeline import load_pipeline
from crosswire.pipeline.weigh import table_of


def run(data: Path, split: str) -> dict[str, object]:
    """How many orders gave other events, and how many orders a batch agrees with; `split` changes nothing."""
    count = int(os.environ.get("CROSSWIRE_BENCH_ORDERS", "1000"))
    _, readings = read(basil_texts(data))
    table = table_of(load_pipeline().reader)
    nodes = [nodes_of(reading, table) for reading in readings]
    at_once = Linker(table, MemoryIndex())
    at_once.add_many(nodes)
    wanted = _events(at_once)
    other = 0
    for seed in range(count):
        order = Random(seed).sample(nodes, len(nodes))  # noqa: S311 - an order, no secret
        other += _events(_one_by_one(order, table)) != wanted
        if seed % 50 == 49:
            print(f"{seed + 1} orders, {other} other than all at once", flush=True)
    return {"n": count, "reports": len(nodes), "events": len(wanted), "other_events": other}


def _one_by_one(nodes: Sequence[Sequence[Node]], table: Table) -> Linker:
    linker = Linker(table, MemoryIndex())
    for own in nodes:
        linker.add_nodes(own)
    return linker


def _events(linker: Linker) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(node.id for node in linked.nodes) for linked in linker.all())
