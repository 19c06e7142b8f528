"""Who rests on whom, as a graph: copies -> the reports they copy -> agencies in between -> origins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from crosswire.brief.copies import WHOLE
from crosswire.brief.evidence import label
from crosswire.model import Brief, Claim, Origin, Report, Reprint

Kind = Literal["copy", "report", "agency", "origin"]
Tone = Literal["report", "agency", "counted", "with", "carries", "unknown"]
# All that name nobody are one box: ten boxes that count nothing hide the two that count.
NOBODY = {"unknown": "no source named", "unnamed": "people nobody can name"}
LAYERS: tuple[Kind, ...] = ("copy", "report", "agency", "origin")


@dataclass(frozen=True, slots=True)
class Node:
    """A report, an agency in between or an origin; `number` is a report's place in the brief's list.

    `tone` tells what it counts: an origin that counts, one that counts as one with another, a medium that may only
    carry what others said, or somebody unknown. `note` says the same in words. Origins of one `voice` count as one.
    """

    id: str
    kind: Kind
    label: str
    tone: Tone
    note: str = ""
    number: int | None = None
    voice: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """`start` has what it tells from `end`: so many claims, or by copying its words."""

    start: str
    end: str
    weight: int
    note: str = ""
    copies: bool = False
    directed: bool = True


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes in the order of their layers, and edges that lead from left to right."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def counted(self) -> int:
        """How many independent origins there are."""
        return sum(node.tone == "counted" for node in self.nodes)


def graph_of(brief: Brief) -> Graph:
    """The graph of a brief's main events; of everything where it has none."""
    claims = _told(brief)
    origins = [o for o in brief.origins if not claims.keys().isdisjoint(o.claims)]
    copies = {r.report: r for r in reversed(brief.reprints) if r.share >= WHOLE}
    weights: Counter[tuple[str, str]] = Counter()
    agencies: dict[str, str] = {}
    for origin in origins:
        for claim in (claims[id_] for id_ in origin.claims if id_ in claims):
            for start, end in _steps(claim, origin, copies, origins, agencies):
                weights[(start, NOBODY.get(origin.kind, end) if end == origin.id else end)] += 1
    edges = [Edge(start, end, n) for (start, end), n in sorted(weights.items())]
    edges += [_copied(r, brief) for _, r in sorted(copies.items())]
    used = {id_ for edge in edges for id_ in (edge.start, edge.end)} | {c.report for c in claims.values()}
    numbers = {r.id: n for n, r in enumerate(brief.reports, 1)}
    nodes = [*_reports(brief, copies, numbers, used), *_agencies(agencies), *_origins(origins)]
    title = next((e.title for e in brief.events if e.role == "main"), "Who rests on whom")
    return Graph(title, tuple(sorted(nodes, key=lambda n: LAYERS.index(n.kind))), tuple(edges))


def _told(brief: Brief) -> dict[str, Claim]:
    """The claims that the facts of the main events rest on."""
    main = {e.id for e in brief.events if e.role == "main"}
    facts = [f for f in brief.facts if f.event in main] or list(brief.facts)
    wanted = {id_ for f in facts for c in f.candidates for id_ in c.claims}
    return {c.id: c for c in brief.claims if c.id in wanted}


def _steps(
    claim: Claim,
    origin: Origin,
    copies: Mapping[str, Reprint],
    origins: list[Origin],
    agencies: dict[str, str],
) -> Iterator[tuple[str, str]]:
    """The way from a report to an origin, over the media that it names in between; a copy's leads over its source."""
    copy = copies.get(claim.report)
    if copy is not None and copy.of in origin.reports:
        return
    at = claim.report
    named = {o.name: o.id for o in origins}
    for speaker in claim.speakers[1:-1]:
        if speaker.kind in ("agency", "outlet") and speaker.canonical != origin.name:
            node = named.get(speaker.canonical) or f"agency:{speaker.canonical}"
            if node not in named.values():
                agencies[node] = speaker.canonical
            yield at, node
            at = node
    if at != origin.id:
        yield at, origin.id


def _reports(brief: Brief, copies: Mapping[str, Reprint], numbers: Mapping[str, int], used: set[str]) -> Iterator[Node]:
    for report in brief.reports:
        if report.id in used:
            kind: Kind = "copy" if report.id in copies else "report"
            yield Node(report.id, kind, label(report), "report", _when(report), numbers[report.id])


def _when(report: Report) -> str:
    return f"{report.published:%Y-%m-%d %H:%M}".removesuffix(" 00:00") if report.published else "time unknown"


def _agencies(agencies: Mapping[str, str]) -> Iterator[Node]:
    for id_, name in sorted(agencies.items()):
        yield Node(id_, "agency", name, "agency", "passes it on")


def _origins(origins: list[Origin]) -> Iterator[Node]:
    """The origins, those that count first; of several that are one voice the one with most claims stands for all."""
    order = {"counted": 0, "with": 1, "carries": 2, "unknown": 3}
    stands: dict[str, Origin] = {}
    for origin in sorted(origins, key=lambda o: (-len(o.claims), o.name)):
        if origin.voice is not None:
            stands.setdefault(origin.voice, origin)
    named = [o for o in origins if o.kind not in NOBODY]
    found = [Node(o.id, "origin", o.name, *_counts(o, stands.get(o.voice or "")), voice=o.voice or "") for o in named]
    for kind, label_ in NOBODY.items():
        reports = {report for o in origins if o.kind == kind for report in o.reports}
        if reports:
            note = f"counts nothing ({len(reports)} report{'' if len(reports) == 1 else 's'})"
            found.append(Node(label_, "origin", label_[0].upper() + label_[1:], "unknown", note))
    head = {voice: o.name for voice, o in stands.items()}
    yield from sorted(found, key=lambda n: (order[n.tone] // 2, head.get(n.voice, n.label), order[n.tone], n.label))


def _counts(origin: Origin, stands: Origin | None) -> tuple[Tone, str]:
    """What a named origin counts, as its tone and in words."""
    if stands is None:
        return "carries", "may only carry what others said"
    if stands is origin:
        return "counted", "counts as an origin"
    return "with", f"one voice with {stands.name}"


def _copied(reprint: Reprint, brief: Brief) -> Edge:
    directed = reprint.known_by != "unknown"
    note = f"{'copies' if directed else 'shares'} {reprint.share:.0%}"
    return Edge(reprint.report, reprint.of, len(reprint.passages) or 1, note, True, directed)
