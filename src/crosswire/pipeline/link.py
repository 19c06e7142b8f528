"""Readings -> the events they tell of, each report with its one main event; and why two were or were not joined."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath

from crosswire.claims import read as reading
from crosswire.errors import UnknownIdError
from crosswire.events.nodes import NEWS, OPEN, Node
from crosswire.events.pairs import Judged
from crosswire.events.score import SAME_AT
from crosswire.events.stream import Linker
from crosswire.events.tell import event_of, link, tell
from crosswire.model import Explained, Judgement, LinkedEvent, Point, Reading, news_id
from crosswire.pipeline.weigh import table_of


@dataclass(frozen=True, slots=True)
class Links:
    """Reports linked: the events they are about, most reports first, and those they tell of besides."""

    linker: Linker
    events: tuple[LinkedEvent, ...]
    paths: dict[str, str]

    def explain(self, a: str, b: str) -> Explained:
        """Why two were or were not joined; each a path as given, a report's id or an event's. Raises UnknownIdError."""
        one, two = self._nodes(a), self._nodes(b)
        index = self.linker.index
        pairs = [(x, y) for x, y in zip(one, two, strict=True) if x is not None and y is not None]
        words = [word for x, y in pairs for other, word in index.said(x.id).items() if other == y.id]
        first = next((x for x in one if x is not None), None), next((y for y in two if y is not None), None)
        joined = first[0] is not None and first[1] is not None and index.event(first[0].id) == index.event(first[1].id)
        points = tuple(self._point(x, y) for x, y in pairs if x.id != y.id)
        alike = any(point.verdict == "same" for point in points)
        ends = _ids(one), _ids(two)
        return Explained(
            joined=joined,
            needed=SAME_AT,
            points=points,
            said=tuple(words),
            through=tuple(self._way(*ends)) if joined and not alike and not words else (),
            apart=tuple(self._kept_apart(*ends)) if alike and not joined and not words else (),
        )

    def _way(self, start: Collection[str], goal: Collection[str]) -> Iterator[tuple[str, str, str]]:
        """The shortest way from one to the other along the pairs that joined their event; a report's nodes are one."""
        index = self.linker.index
        home = {node: index.node(node).report for node in (*start, *goal)}
        event = index.event(next(iter(start)))
        steps: dict[str, list[tuple[str, str]]] = {}
        for (a, b), why in self.linker.joins(event) if event is not None else ():
            one, two = index.node(a).report, index.node(b).report
            steps.setdefault(one, []).append((two, why))
            steps.setdefault(two, []).append((one, why))
        ends = {home[node] for node in goal}
        came: dict[str, tuple[str, str] | None] = dict.fromkeys((home[node] for node in start), None)
        for here in (waiting := list(came)):
            for there, why in steps.get(here, ()):
                if there not in came:
                    came[there] = here, why
                    waiting.append(there)
        yield from reversed(list(self._back(came, next((r for r in waiting if r in ends), None))))

    def _back(self, came: Mapping[str, tuple[str, str] | None], here: str | None) -> Iterator[tuple[str, str, str]]:
        while here is not None and (step := came[here]) is not None:
            yield self.paths[step[0]], self.paths[here], step[1]
            here = step[0]

    def _kept_apart(self, one: Collection[str], two: Collection[str]) -> Iterator[tuple[str, str, str]]:
        """Which of the reports of two events exclude each other, at most two pairs of them."""
        index = self.linker.index
        events = [dict.fromkeys(index.event(node) or "" for node in nodes) for nodes in (one, two)]
        left, right = ([index.node(n) for e in held for n in index.held(e)] for held in events)
        found = (
            (a, b, self.linker.explain(a.id, b.id))
            for a in left
            for b in right
            if (a.frame == NEWS) == (b.frame == NEWS)
        )
        for a, b, judged in islice((f for f in found if f[2].verdict == "different"), 2):
            yield self.paths[a.report], self.paths[b.report], "; ".join(judged.reasons)

    def _point(self, one: Node, two: Node) -> Point:
        judged = self.linker.explain(one.id, two.id)
        return Point(_about(one), _about(two), judged.verdict, _score(judged), _seen(judged))

    def _nodes(self, name: str) -> tuple[Node | None, Node | None]:
        """What a report or event is about, and the mention it tells first, as far as there are such."""
        index = self.linker.index
        report = self._report(name)
        if report is None:
            found = self.linker.linked(name)
            if found is None:
                listed = ", ".join(sorted(self.paths.values())[:3])
                raise UnknownIdError(
                    f"{name}: is no report or event of these; give a path as listed ({listed} ...), or an id"
                )
            news = next((n for n in found.nodes if n.frame == NEWS), None)
            return news, _first([n for n in found.nodes if n.frame != NEWS])
        nodes = [index.node(i) for i in index.report(report)]
        return index.node(news_id(report)), _first([n for n in nodes if n.frame != NEWS])

    def _report(self, name: str) -> str | None:
        """The report of that id or path, or of that file name where no other has it."""
        exact = next((r for r, path in self.paths.items() if name in (r, path)), None)
        called = [r for r, path in self.paths.items() if name in (PurePath(path).name, PurePath(path).stem)]
        return exact or (called[0] if len(called) == 1 else None)


def link_all(readings: Sequence[Reading], reader: reading.Reader, words: Iterable[Judgement] = ()) -> Links:
    """All reports linked, with what people said before."""
    table = table_of(reader)
    linker = link(readings, table)
    for word in words:
        linker.judge(word)
    latest = max((r.report.published for r in readings if r.report.published is not None), default=None)
    told = sorted(
        (tell(one, table, latest) for one in linker.all()), key=lambda t: (-len(t.news), -t.weight, t.linked.id)
    )
    events = tuple(
        LinkedEvent(
            event=event_of(one, "main" if one.news else "background", linker.why(one.linked.id)),
            about=tuple(n.report for n in one.news),
        )
        for one in told
    )
    return Links(linker, events, {r.report.id: r.report.path or r.report.id for r in readings})


def _ids(nodes: Iterable[Node | None]) -> list[str]:
    return [node.id for node in nodes if node is not None]


def _first(told: Sequence[Node]) -> Node | None:
    return min(told, key=lambda n: (n.frame == OPEN, -n.prominence, n.order), default=None)


def _about(node: Node) -> str:
    return node.phrases[0] if node.phrases else node.id


def _score(judged: Judged) -> float | None:
    """The points together; None where a veto decided."""
    return None if judged.score < -50 else judged.score


def _seen(judged: Judged) -> tuple[tuple[str, float | None, str], ...]:
    return tuple((name, None if s.points < -50 else s.points, s.why) for name, s in judged.seen)
