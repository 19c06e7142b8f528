"""Reports in; who rests on whom out."""

# ruff: noqa: PLC0415 - imported when they are first needed, see the package

from __future__ import annotations

import json

from crosswire.app.forms import Drawing
from crosswire.model import Brief


def draw_origins(of: Brief, form: Drawing, colour: bool = False) -> str:
    """The graph of a brief's origins in one of the formats, ending in a line break."""
    from crosswire.brief.graph import graph_of
    from crosswire.brief.graph_forms import as_dot, as_tree, as_values

    graph = graph_of(of)
    if form == "json":
        return json.dumps(as_values(graph), ensure_ascii=False, indent=2) + "\n"
    if form == "dot":
        return as_dot(graph)
    if form == "svg":
        from crosswire.brief.graph_svg import as_svg

        return as_svg(graph)
    return as_tree(graph, colour)
