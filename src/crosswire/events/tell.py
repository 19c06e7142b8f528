"""Clusters -> events: a title from the answers, a time, a place, and the part each plays in these reports."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from crosswire.compare import Scale
from crosswire.events.link import Cluster, cluster
from crosswire.events.nodes import FINE, Node, make_nodes
from crosswire.model import Event, Frame, Party, Place, Quantity, Reading, Role, Text, Time, Value, stable_id

STALE = timedelta(days=21)  # an event this long before the reports is what they look back on, not their topic
GAP = re.compile(r"\[([^\[\]]*)\]")
SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Told:
    """A cluster with what ranking it needs: its weight in the reports, its time and whether it is real yet."""

    cluster: Cluster
    frame: Frame
    weight: float
    when: Time | None
    modality: str


def make_events(readings: Sequence[Reading], frames: Sequence[Frame], scale: Scale) -> tuple[Event, ...]:
    """All events of the readings, most prominent first; the first is the main one."""
    known = {frame.name: frame for frame in frames}
    speech = frozenset(name for name, frame in known.items() if frame.speech)
    clusters = cluster(make_nodes(readings, speech), known, scale)
    published = [r.report.published for r in readings if r.report.published is not None]
    latest = max(published, default=None)
    told = [_told(c, known[c.nodes[0].frame], latest) for c in clusters]
    told.sort(key=lambda t: (-t.weight, t.cluster.nodes[0].id))
    if not told:
        return ()
    main = told[0]
    events = [_event(one, _role(one, main, latest), scale) for one in told]
    return tuple(sorted(events, key=lambda e: e.role != "main"))


def _told(cluster: Cluster, frame: Frame, latest: datetime | None) -> Told:
    when = best_time([n.when for n in cluster.nodes if n.when is not None])
    best: dict[str, float] = {}
    for node in cluster.nodes:
        best[node.report] = max(best.get(node.report, 0.0), node.prominence)
    weight = sum(best.values()) + 0.02 * len(cluster.nodes)
    modality = Counter(n.modality for n in cluster.nodes).most_common(1)[0][0]
    if any(n.modality == "happened" for n in cluster.nodes):
        modality = "happened" if modality != "expected" else modality
    if when is not None and when.end is not None and latest is not None and when.end < latest - STALE:
        weight *= 0.3
    if modality in ("general", "hypothetical", "negated"):
        weight *= 0.3
    return Told(cluster, frame, round(weight, 4), when, modality)


def best_time(times: Sequence[Time]) -> Time | None:
    """The most definite of several times that one event is given: finest first, then the most often told."""
    definite = [t for t in times if t.start is not None and t.end is not None and t.granularity != "vague"]
    if not definite:
        return times[0] if times else None
    often = Counter((t.start, t.end) for t in definite)
    return min(definite, key=lambda t: (_length(t), -often[(t.start, t.end)], t.text))


def _length(time: Time) -> timedelta:
    assert time.start and time.end  # noqa: S101 - only definite times come here
    return max(time.end - time.start, timedelta(days=1))


def _role(told: Told, main: Told, latest: datetime | None) -> Role:
    if told is main:
        return "main"
    when, then = told.when, main.when
    if told.modality == "expected" or (when and when.start and latest and when.start > latest + timedelta(days=1)):
        return "ahead"
    if when is not None and then is not None and when.end and then.start and then.end:
        if when.end <= then.start or when.granularity not in FINE:
            return "background"
        if when.start and when.start >= then.start:
            return "reaction"
    if told.modality != "happened" or (when is not None and when.granularity not in FINE):
        return "background"
    near = {(n.report) for n in main.cluster.nodes}
    return "reaction" if when is None and near & {n.report for n in told.cluster.nodes} else "background"


def _event(told: Told, role: Role, scale: Scale) -> Event:
    nodes = told.cluster.nodes
    mentions = tuple(m.id for n in nodes for m in n.mentions)
    places = [n.where for n in nodes if n.where is not None]
    return Event(
        id=stable_id("event", told.frame.name, min(mentions)),
        frame=told.frame.name,
        role=role,
        title=title(told.frame, nodes),
        when=told.when,
        where=max(places, key=lambda p: (p.lat is not None, p.kind != "country"), default=None),
        mentions=mentions,
        reports=tuple(sorted({n.report for n in nodes})),
        why=told.cluster.why,
    )


def title(frame: Frame, nodes: Sequence[Node]) -> str:
    """The frame's title with its slots filled by the answers told most often; a slot without an answer is dropped."""
    answers: dict[str, str] = {}
    for name in SLOT.findall(frame.title):
        values = [v for n in nodes for v in n.values.get(name, ())]
        if values:
            answers[name] = _words(values)
    text = GAP.sub(lambda m: _filled(m.group(1), answers) or "", frame.title)
    text = SLOT.sub(lambda m: answers.get(m.group(1), ""), text)
    words = " ".join(text.split()).strip(" ,;:")
    return (words[:1].upper() + words[1:]) if words else frame.name.replace("_", " ")


def _filled(part: str, answers: Mapping[str, str]) -> str | None:
    return part if all(name in answers for name in SLOT.findall(part)) else None


def _words(values: Sequence[Value]) -> str:
    """The answer told most often, as a title says it."""
    forms = Counter(_form(v) for v in values)
    best = max(forms.values())
    return max((form for form, n in forms.items() if n == best), key=lambda f: (len(f), f))


def _form(value: Value) -> str:
    if isinstance(value, Party):
        return value.name
    if isinstance(value, Place):
        return value.name or value.text
    if isinstance(value, Quantity | Text | Time):
        return value.text
    return ""
