"""The graph of origins as a picture: layers from left to right, each in the order that crosses fewest lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from xml.sax.saxutils import escape

from crosswire.brief.graph import LAYERS, Edge, Graph, Kind, Node
from crosswire.brief.letters import showable

WIDTH, HEIGHT, GAP, LANE = 290, 44, 14, 120  # of a box, between boxes, between layers; pixels
MARGIN, TOP = 16, 84
LEAST = 720  # pixels: the title has room, whatever the number of layers
TITLE = 12  # pixels of a letter of the title, at most
WAY = "way "  # before the id of what only keeps room for a line
LETTERS = 37  # of a label that fit into a box
SWEEPS = 8  # of ordering each layer by its neighbours; more change nothing in graphs of this size
TITLES: dict[Kind, str] = {
    "copy": "Copies", "report": "Reports", "agency": "Passed on by", "origin": "Origins",
}  # fmt: skip
STYLE = """
.og text{font:13px system-ui,"Segoe UI",Helvetica,Arial,sans-serif;fill:#1d1f21}
.og .t{font-weight:600;font-size:15px}.og .h{font-weight:600;fill:#5b6168;font-size:12px;letter-spacing:.04em}
.og .b{fill:#14683a;font-weight:600}
.og .s{font-size:11px;fill:#5b6168}.og .n rect{stroke:#8b9097;stroke-width:1;fill:#fff}
.og .counted rect{fill:#d5efdd;stroke:#14683a;stroke-width:2}.og .with rect{fill:#e3f0f5;stroke:#2f6f88}
.og .carries rect,.og .agency rect{fill:#fbeed2;stroke:#8a5a00}
.og .unknown rect{fill:#f1f1f1;stroke-dasharray:4 3}
.og .e{fill:none;stroke:#7a8087;stroke-opacity:.75}.og .c{stroke:#b0241b;stroke-dasharray:6 4}
.og .u{stroke:#aab0b6;stroke-dasharray:2 3}
.og .x{font-size:11px;fill:#b0241b;paint-order:stroke;stroke:#fff;stroke-width:3px}
.og .bg{fill:#fdfcf9}.og .a{fill:#7a8087}
""".strip().replace("\n", "")


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a node's box stands."""

    node: Node
    x: float
    y: float


def as_svg(graph: Graph) -> str:
    """The graph as one SVG element that needs nothing beside it."""
    layers = _ordered(graph)
    placed = _placed(layers)
    width = max(2 * MARGIN + len(layers) * WIDTH + max(0, len(layers) - 1) * LANE, LEAST)
    tallest = max((len(layer) for layer in layers), default=1)
    height = TOP + tallest * (HEIGHT + GAP) + MARGIN + 22
    parts = [_opening(graph, width, height)]
    parts += [_heading(layer, i) for i, layer in enumerate(layers)]
    drawn = [edge for edge in graph.edges if edge.start in placed and edge.end in placed]
    parts += [_line(edge, placed) for edge in drawn]
    parts += [_box(one) for one in placed.values() if not one.node.id.startswith(WAY)]
    parts += [_mark(edge, placed) for edge in _first_of_each(drawn)]
    return "\n".join([*parts, _legend(height), "</svg>"]) + "\n"


# --- layout -------------------------------------------------------------------------------------------------------


def _ordered(graph: Graph) -> list[list[Node]]:
    """The layers that have nodes, each ordered by where its neighbours stand."""
    layers = [layer for kind in LAYERS if (layer := [n for n in graph.nodes if n.kind == kind])]
    near: dict[str, list[str]] = {node.id: [] for node in graph.nodes}
    for edge in graph.edges:
        if edge.start in near and edge.end in near:
            way = [edge.start, *_ways(edge, layers), edge.end]
            for one, other in pairwise(way):
                near.setdefault(one, []).append(other)
                near.setdefault(other, []).append(one)
    for sweep in range(SWEEPS):
        for i in range(len(layers)) if sweep % 2 else reversed(range(len(layers))):
            places = _places(layers)
            layers[i] = sorted(layers[i], key=lambda n: (_middle(n, near, places), places[n.id]))
    return [_by_voice(layer) for layer in layers]


def _by_voice(layer: Sequence[Node]) -> list[Node]:
    """The layer with those of one voice together, the one that stands for them first; who counts nothing last."""
    heights = {node.id: i for i, node in enumerate(layer)}
    voices: dict[str, list[int]] = {}
    for node in layer:
        voices.setdefault(node.voice or node.id, []).append(heights[node.id])
    middle = {voice: sum(held) / len(held) for voice, held in voices.items()}
    return sorted(
        layer,
        key=lambda n: (n.tone == "unknown", middle[n.voice or n.id], n.voice, n.tone != "counted", heights[n.id]),
    )


def _first_of_each(edges: Sequence[Edge]) -> list[Edge]:
    """One mark for each copy: that of its main source."""
    found: dict[str, Edge] = {}
    for edge in edges:
        if edge.copies:
            found.setdefault(edge.start, edge)
    return list(found.values())


def _ways(edge: Edge, layers: list[list[Node]]) -> list[str]:
    """Room for a line in the layers that it passes, so that it runs between boxes and not behind them."""
    at = {node.id: i for i, layer in enumerate(layers) for node in layer}
    made = []
    for i in range(at[edge.start] + 1, at[edge.end]):
        made.append(f"{WAY}{i} {edge.start} {edge.end}")
        layers[i].append(Node(made[-1], layers[i][0].kind, "", "report"))
    return made


def _places(layers: Sequence[Sequence[Node]]) -> dict[str, float]:
    """Each node's height between 0 and 1, whatever the number of nodes in its layer."""
    return {node.id: (i + 0.5) / len(layer) for layer in layers for i, node in enumerate(layer)}


def _middle(node: Node, near: Mapping[str, Sequence[str]], places: Mapping[str, float]) -> float:
    heights = [places[other] for other in near[node.id]]
    return sum(heights) / len(heights) if heights else places[node.id]


def _placed(layers: Sequence[Sequence[Node]]) -> dict[str, Placed]:
    tallest = max((len(layer) for layer in layers), default=1)
    found = {}
    for i, layer in enumerate(layers):
        step = (HEIGHT + GAP) * max(1.0, min(2.2, tallest / len(layer)))
        first = TOP + ((HEIGHT + GAP) * tallest - step * len(layer)) / 2 + (step - HEIGHT) / 2
        for n, node in enumerate(layer):
            found[node.id] = Placed(node, MARGIN + i * (WIDTH + LANE), first + n * step)
    return found


# --- drawing ------------------------------------------------------------------------------------------------------


def _opening(graph: Graph, width: float, height: float) -> str:
    reports = sum(node.kind in ("report", "copy") for node in graph.nodes)
    count = f"{graph.counted} independent origin{'' if graph.counted == 1 else 's'}"
    whole = f"{reports} report{'' if reports == 1 else 's'}, {count}"
    told = f"{graph.title}: who rests on whom. {whole}"
    return (
        f'<svg class="og" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'width="{width:.0f}" style="max-width:100%;height:auto" role="img" aria-label="{_text(told, attribute=True)}">'
        f"<style>{STYLE}</style>"
        f'<rect class="bg" width="100%" height="100%"/>'
        f'<text class="t" x="{MARGIN}" y="24">{_text(_short(graph.title, round(width / TITLE * 1.3)))}</text>'
        f'<text class="b" x="{MARGIN}" y="44">{_text(f"Who rests on whom: {whole}")}</text>'
    )


def _heading(layer: Sequence[Node], i: int) -> str:
    kind = layer[0].kind
    count = sum(not node.id.startswith(WAY) for node in layer)
    return f'<text class="h" x="{MARGIN + i * (WIDTH + LANE)}" y="70">{TITLES[kind].upper()} ({count})</text>'


def _box(one: Placed) -> str:
    node = one.node
    number = f"[{node.number}] " if node.number is not None else ""
    words = f"{number}{node.label}"
    return (
        f'<g class="n {node.tone}"><title>{_text(f"{words}: {node.note}")}</title>'
        f'<rect x="{one.x:.0f}" y="{one.y:.1f}" width="{WIDTH}" height="{HEIGHT}" rx="6"/>'
        f'<text x="{one.x + 10:.0f}" y="{one.y + 18:.1f}">{_text(_short(words, LETTERS))}</text>'
        f'<text class="s" x="{one.x + 10:.0f}" y="{one.y + 34:.1f}">{_text(_short(node.note, 38))}</text></g>'
    )


def _ends(edge: Edge, placed: Mapping[str, Placed]) -> tuple[float, float, float, float]:
    start, end = placed[edge.start], placed[edge.end]
    y1, y2 = start.y + HEIGHT / 2, end.y + HEIGHT / 2
    if start.x == end.x:  # within a layer: out and back in on the right
        return start.x + WIDTH, y1, end.x + WIDTH, y2
    return start.x + WIDTH, y1, end.x, y2


def _line(edge: Edge, placed: Mapping[str, Placed]) -> str:
    unknown = placed[edge.end].node.tone == "unknown"
    kind = "e c" if edge.copies else ("e u" if unknown else "e")
    width = min(5.0, 1.0 + 0.5 * (edge.weight if not edge.copies else 1))
    line = f'<path class="{kind}" stroke-width="{width:.1f}" d="{_path(edge, placed)}"/>'
    return line + (_head(edge, placed) if edge.directed else "")


def _head(edge: Edge, placed: Mapping[str, Placed]) -> str:
    """The arrow's head: lines come in level, from the left, or from the right within a layer."""
    x1, _, x, y = _ends(edge, placed)
    back = 9 if x1 >= x else -9
    return f'<path class="a" d="M{x + back:.0f} {y - 4.5:.1f}L{x:.0f} {y:.1f}L{x + back:.0f} {y + 4.5:.1f}z"/>'


def _path(edge: Edge, placed: Mapping[str, Placed]) -> str:
    """A curve from box to box, over the room that is kept for it in between."""
    x1, y1, x2, y2 = _ends(edge, placed)
    if x2 <= x1 or placed[edge.start].x == placed[edge.end].x:
        return f"M{x1:.0f} {y1:.1f}C{x1 + 70:.0f} {y1:.1f} {x2 + 70:.0f} {y2:.1f} {x2:.0f} {y2:.1f}"
    told = sorted((p.x, p.y + HEIGHT / 2) for id_, p in placed.items() if id_.endswith(f" {edge.start} {edge.end}"))
    stops = [(x1, y1), *((x + dx, y) for x, y in told for dx in (0, WIDTH)), (x2, y2)]
    parts = [f"M{x1:.0f} {y1:.1f}"]
    for (ax, ay), (bx, by) in pairwise(stops):
        half = (ax + bx) / 2
        parts.append(f"C{half:.0f} {ay:.1f} {half:.0f} {by:.1f} {bx:.0f} {by:.1f}")
    return "".join(parts)


def _mark(edge: Edge, placed: Mapping[str, Placed]) -> str:
    """How much is copied, beside the line where it leaves."""
    x1, y1, x2, y2 = _ends(edge, placed)
    x, y = (x1 + 14, y1 + (y2 - y1) * 0.12 - 5) if x2 > x1 else (x1 + 16, (y1 + y2) / 2)
    return f'<text class="x" x="{x:.0f}" y="{y:.1f}">{_text(edge.note)}</text>'


def _legend(height: float) -> str:
    words = "Green counts. Blue is one voice with the green above. Yellow passes on. Grey counts nothing. Red: copied."
    return f'<text class="s" x="{MARGIN}" y="{height - 12:.0f}">{_text(words)}</text>'


def _short(words: str, longest: int) -> str:
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def _text(words: str, attribute: bool = False) -> str:
    return escape(showable(words), {'"': "&quot;"} if attribute else {})
