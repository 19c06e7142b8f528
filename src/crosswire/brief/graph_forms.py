"""The graph of origins as a tree in text, as DOT and as JSON values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from crosswire.brief.graph import Edge, Graph, Node

COLOURS = {"counted": "32", "with": "36", "carries": "33", "unknown": "90", "agency": "33", "report": "0"}
FILLS = {
    "counted": "#d5efdd",
    "with": "#d7ecf3",
    "carries": "#fbe9c6",
    "unknown": "#ececec",
    "agency": "#fbe9c6",
    "report": "#ffffff",
}


def as_tree(graph: Graph, colour: bool = False) -> str:
    """Each origin with whoever rests on it below: agencies, the reports, and what copies those."""
    below: dict[str, list[Edge]] = defaultdict(list)
    for edge in graph.edges:
        below[edge.end].append(edge)
    nodes = {node.id: node for node in graph.nodes}
    count = f"{graph.counted} independent origin{'' if graph.counted == 1 else 's'}"
    reports = sum(node.kind in ("report", "copy") for node in graph.nodes)
    lines = [f"{graph.title}: {reports} report{'' if reports == 1 else 's'}, {count}", ""]
    for node in graph.nodes:
        if node.kind == "origin" and (below[node.id] or node.tone != "unknown"):
            lines.append(_named(node, colour))
            lines += _branches(node.id, (below, nodes), colour, ())
    return "\n".join(lines) + "\n"


def _branches(
    id_: str, known: tuple[Mapping[str, Sequence[Edge]], Mapping[str, Node]], colour: bool, path: tuple[str, ...]
) -> Iterator[str]:
    below, nodes = known
    edges = sorted(
        (e for e in below.get(id_, ()) if e.start in nodes and e.start not in path),
        key=lambda e: (nodes[e.start].number or 0, nodes[e.start].label),
    )
    for i, edge in enumerate(edges):
        last = i == len(edges) - 1
        note = f" ({edge.note})" if edge.copies else f" ({edge.weight} claim{'' if edge.weight == 1 else 's'})"
        yield f"{'└─ ' if last else '├─ '}{_named(nodes[edge.start], colour, note)}"
        inner = "   " if last else "│  "
        if nodes[edge.start].kind != "origin":
            yield from (inner + line for line in _branches(edge.start, known, colour, (*path, id_)))


def _named(node: Node, colour: bool, note: str = "") -> str:
    number = f"[{node.number}] " if node.number is not None else ""
    words = f"{number}{node.label}"
    if colour and COLOURS[node.tone] != "0":
        words = f"\x1b[{COLOURS[node.tone]}m{words}\x1b[0m"
    return words + (note or (f": {node.note}" if node.kind == "origin" else ""))


def as_dot(graph: Graph) -> str:
    """The graph for programs that draw DOT."""
    lines = ["digraph origins {", "  rankdir=LR;", '  node [shape=box, style="rounded,filled", fontname="sans-serif"];']
    for node in graph.nodes:
        number = f"[{node.number}] " if node.number is not None else ""
        text = f"{number}{node.label}\n{node.note}"
        lines.append(f'  {_quoted(node.id)} [label={_quoted(text)}, fillcolor="{FILLS[node.tone]}"];')
    for edge in graph.edges:
        style = ', style="dashed"' if edge.copies else ""
        head = "" if edge.directed else ', dir="none"'
        text = edge.note if edge.copies else str(edge.weight)
        lines.append(f"  {_quoted(edge.start)} -> {_quoted(edge.end)} [label={_quoted(text)}{style}{head}];")
    return "\n".join([*lines, "}"]) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def as_values(graph: Graph) -> dict[str, Any]:
    """The graph as plain JSON values."""
    return {
        "title": graph.title,
        "independent": graph.counted,
        "nodes": [asdict(node) for node in graph.nodes],
        "edges": [asdict(edge) for edge in graph.edges],
    }
