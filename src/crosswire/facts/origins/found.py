"""What a laboratory finds ("which disease is it?"): whoever passes it on is its echo (docs/weighing.md).

A health minister who announces that it is the Nipah virus, and the institute of virology that tested the samples, are
no two who know it. So where a laboratory is named for an answer, bodies, offices and documents count as one with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crosswire.facts.align import Backed
from crosswire.facts.origins.origin import Trace

LABORATORIES = frozenset(
    ("laboratory", "lab", "laboratories", "institute", "virology", "pasteur", "pathology", "tests")
)
FOUND = "what a laboratory found"


def relayed(told: Sequence[Backed]) -> Sequence[Backed]:
    """What is told of one question that laboratories answer, with all who may only pass it on made one voice."""
    if not any(_is_laboratory(t) for b in told for t in b.traces):
        return told
    return [replace(b, traces=tuple(_passing_on(t) for t in b.traces)) for b in told]


def _is_laboratory(found: Trace) -> bool:
    return any(not LABORATORIES.isdisjoint(office) for office in found.offices)


def _passing_on(found: Trace) -> Trace:
    official = found.voice != "own" or found.kind == "document" or found.office or _is_laboratory(found)
    return replace(found, owner=FOUND) if official else found
