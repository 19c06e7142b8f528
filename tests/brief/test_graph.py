"""Who rests on whom, drawn: the tree, DOT and the picture say the same, and stay within their bounds."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from crosswire.app import draw_origins
from crosswire.brief.graph import Edge, Graph, Node, graph_of
from crosswire.brief.graph_forms import as_dot, as_tree
from crosswire.brief.graph_svg import as_svg
from crosswire.model import Brief
from tests.brief.build import launch

SVG = "{http://www.w3.org/2000/svg}"
GRAPH = Graph(
    "Blast in Cusco",
    (
        Node("c", "copy", "Inland Post", "report", "2026-03-04", 3),
        Node("r", "report", "Gazette", "report", "2026-03-04", 1),
        Node("s", "report", "Herald", "report", "2026-03-04", 2),
        Node("a", "agency", "Wire", "agency", "passes it on"),
        Node("o", "origin", "Cusco police", "counted", "counts as an origin"),
        Node("p", "origin", 'Chief "Paz" <x>', "with", "one voice with Cusco police"),
        Node("u", "origin", "officials", "unknown", "counts nothing"),
    ),
    (
        Edge("r", "a", 2),
        Edge("a", "o", 2),
        Edge("s", "o", 1),
        Edge("s", "p", 1),
        Edge("s", "u", 1),
        Edge("c", "r", 2, "copies 97%", copies=True),
    ),
)


@pytest.fixture
def brief() -> Brief:
    """The example, its origins with the claims of the answers that name them."""
    made = launch()
    candidates = [c for f in made.facts for c in f.candidates]
    told = {
        o.id: tuple(sorted({id_ for c in candidates if o.id in c.origins for id_ in c.claims})) for o in made.origins
    }
    return replace(made, origins=tuple(replace(o, claims=told[o.id], voice=o.id) for o in made.origins))


def test_the_tree_hangs_reports_and_copies_below_their_origins() -> None:
    assert as_tree(GRAPH).splitlines() == [
        "Blast in Cusco: 3 reports, 1 independent origin",
        "",
        "Cusco police: counts as an origin",
        "├─ Wire (2 claims)",
        "│  └─ [1] Gazette (2 claims)",
        "│     └─ [3] Inland Post (copies 97%)",
        "└─ [2] Herald (1 claim)",
        'Chief "Paz" <x>: one voice with Cusco police',
        "└─ [2] Herald (1 claim)",
        "officials: counts nothing",
        "└─ [2] Herald (1 claim)",
    ]
    assert "\x1b[" in as_tree(GRAPH, colour=True)


def test_dot_quotes_what_it_must() -> None:
    dot = as_dot(GRAPH)
    assert '"p" [label="Chief \\"Paz\\" <x>\\none voice with Cusco police"' in dot
    assert '"c" -> "r" [label="copies 97%", style="dashed"];' in dot
    assert dot.count("{") == dot.count("}")


def test_the_picture_is_sound_and_holds_every_box_inside() -> None:
    root = ElementTree.fromstring(as_svg(GRAPH))  # noqa: S314 - our own text
    _, _, width, height = (float(x) for x in root.attrib["viewBox"].split())
    boxes = root.findall(f"{SVG}g")
    assert len(boxes) == len(GRAPH.nodes)
    tops = []
    for box in boxes:
        rect = box.find(f"{SVG}rect")
        assert rect is not None
        x, y, w, h = (float(rect.attrib[k]) for k in ("x", "y", "width", "height"))
        assert 0 <= x <= x + w <= width
        assert 0 <= y <= y + h <= height
        tops.append((x, y, y + h))
    for x, top, bottom in tops:  # no two boxes overlap
        assert sum(a == x and top < b and c < bottom for a, c, b in tops) == 1
    assert sum("e" in path.attrib["class"].split() for path in root.findall(f"{SVG}path")) == len(GRAPH.edges)
    assert "script" not in as_svg(GRAPH)


def test_lines_run_between_the_boxes_of_the_layers_they_pass() -> None:
    root = ElementTree.fromstring(as_svg(GRAPH))  # noqa: S314 - our own text
    agency = next(g for g in root.findall(f"{SVG}g") if "Wire" in "".join(g.itertext())).find(f"{SVG}rect")
    assert agency is not None
    x, top = float(agency.attrib["x"]), float(agency.attrib["y"])
    for path in root.findall(f"{SVG}path"):
        ends = [tuple(map(float, p.split())) for p in re.findall(r"(-?[\d.]+ -?[\d.]+)(?=C|$)", path.attrib["d"])]
        inner = [y for px, y in ends[1:-1] if px == x]
        assert all(not top <= y <= top + float(agency.attrib["height"]) for y in inner)


def test_a_graph_of_nothing_is_drawn() -> None:
    empty = Graph("Who rests on whom", (), ())
    assert "0 independent origins" in as_tree(empty)
    ElementTree.fromstring(as_svg(empty))  # noqa: S314 - our own text


def test_every_form_tells_the_same(brief: Brief) -> None:
    graph = graph_of(brief)
    values = json.loads(draw_origins(brief, "json"))
    assert values["independent"] == graph.counted
    assert {n["id"] for n in values["nodes"]} == {n.id for n in graph.nodes}
    for form in ("text", "dot", "svg"):
        drawn = draw_origins(brief, form)
        assert drawn.endswith("\n")
        assert all(node.label.split(" (")[0][:20] in drawn.replace("&amp;", "&") for node in graph.nodes)


def test_all_that_name_nobody_are_one_box(brief: Brief) -> None:
    first, second, *rest = brief.origins
    nobody = tuple(
        replace(o, kind="unknown", name=f"Paper {i} (source not named)") for i, o in enumerate((first, second))
    )
    graph = graph_of(replace(brief, origins=(*nobody, *rest)))
    grey = [n for n in graph.nodes if n.tone == "unknown"]
    reports = len({*first.reports, *second.reports})
    assert [(n.label, n.note) for n in grey] == [("No source named", f"counts nothing ({reports} reports)")]
    assert not {first.id, second.id} & {e.end for e in graph.edges}


def test_those_of_one_voice_stand_together_in_tree_and_picture(brief: Brief) -> None:
    named = [o for o in brief.origins if o.kind not in ("unknown", "unnamed") and o.claims]
    first, last = min(named, key=lambda o: o.name), max(named, key=lambda o: o.name)
    others = tuple(replace(o, voice=first.id) if o.id == last.id else o for o in brief.origins)
    graph = graph_of(replace(brief, origins=others))
    drawn = [e.text or "" for e in ElementTree.fromstring(as_svg(graph)).iter(f"{SVG}text")]  # noqa: S314 - our own text
    for lines in (as_tree(graph).splitlines(), drawn):
        notes = [line for line in lines if "one voice with" in line or "counts as an origin" in line]
        notes = [line for line in notes if not line.startswith("Green counts")]  # the legend
        (k,) = (i for i, line in enumerate(notes) if "one voice with" in line)
        assert "counts as an origin" in notes[k - 1]
