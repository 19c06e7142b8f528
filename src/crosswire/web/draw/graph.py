"""Which report rests on which origin: two columns, and a line for each that carries what the other said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

ROW = 30.0
MOST = 16  # on a side; more cannot be followed with the eye
LONGEST = 40  # characters of a label


@dataclass(frozen=True, slots=True)
class Node:
    """An origin or a report on the page; `kind` decides its shape."""

    label: str
    full: str
    kind: str
    link: str
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """A report carries an origin (`copy` False), or is a copy of another report (both ends on the right)."""

    path: str
    copy: bool
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Graph:
    """Origins on the left, reports on the right; `left_out` are those that found no room."""

    width: int
    height: int
    left_x: float
    right_x: float
    origins: tuple[Node, ...]
    reports: tuple[Node, ...]
    lines: tuple[Line, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class End:
    """An origin or report to be drawn; `of` are the reports that carry an origin, or the report that one copies."""

    id: str
    label: str
    kind: str
    link: str = ""
    of: tuple[str, ...] = ()


def graph(origins: Sequence[End], reports: Sequence[End], width: int = 760) -> Graph | None:
    """The graph of some origins and reports; None where nothing can be drawn."""
    if not origins or not reports:
        return None
    right = reports[:MOST]
    rank = {end.id: at for at, end in enumerate(right)}
    kept = [o for o in origins if any(r in rank for r in o.of)][:MOST]
    left = sorted(kept, key=lambda o: _middle(o, rank))
    rows = max(len(left), len(right))
    left_x, right_x = width * 0.44, width * 0.60
    ys_left, ys_right = _heights(len(left), rows), _heights(len(right), rows)
    lines = [
        Line(_curve(left_x + 8, ys_left[at], right_x - 8, ys_right[rank[r]]), False, at, rank[r])
        for at, origin in enumerate(left)
        for r in origin.of
        if r in rank
    ]
    lines += [
        Line(_bow(right_x - 8, ys_right[at], ys_right[rank[of]]), True, at, rank[of])
        for at, report in enumerate(right)
        for of in report.of
        if of in rank
    ]
    return Graph(
        width=width,
        height=round(rows * ROW + 12),
        left_x=left_x,
        right_x=right_x,
        origins=tuple(_node(o, y) for o, y in zip(left, ys_left, strict=True)),
        reports=tuple(_node(r, y) for r, y in zip(right, ys_right, strict=True)),
        lines=tuple(lines),
        left_out=len(origins) - len(left) + len(reports) - len(right),
    )


def _middle(origin: End, rank: Mapping[str, int]) -> float:
    """Where its reports are, on the whole: origins in this order let the fewest lines cross."""
    places = [rank[r] for r in origin.of if r in rank]
    return sum(places) / len(places)


def _heights(count: int, rows: int) -> list[float]:
    start = 6 + ROW / 2 + (rows - count) * ROW / 2
    return [round(start + at * ROW, 1) for at in range(count)]


def _node(end: End, y: float) -> Node:
    label = end.label if len(end.label) <= LONGEST else end.label[: LONGEST - 1] + "…"
    return Node(label, end.label, end.kind, end.link, y)


def _curve(x1: float, y1: float, x2: float, y2: float) -> str:
    bend = (x2 - x1) / 2
    return f"M{x1:g} {y1:g}C{x1 + bend:g} {y1:g} {x2 - bend:g} {y2:g} {x2:g} {y2:g}"


def _bow(x: float, y1: float, y2: float) -> str:
    out = 14 + abs(y2 - y1) / 4
    return f"M{x:g} {y1:g}C{x - out:g} {y1:g} {x - out:g} {y2:g} {x:g} {y2:g}"
