"""Readings -> the events they tell of, each report with its one main event; and why two were or were not joined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crosswire.claims import read as reading
from crosswire.errors import UnknownIdError
from crosswire.events.nodes import NEWS, Node
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
        return Explained(
            joined=joined,
            needed=SAME_AT,
            points=tuple(self._point(x, y) for x, y in pairs if x.id != y.id),
            said=tuple(words),
        )

    def _point(self, one: Node, two: Node) -> Point:
        judged = self.linker.explain(one.id, two.id)
        return Point(_about(one), _about(two), judged.verdict, _score(judged), _seen(judged))

    def _nodes(self, name: str) -> tuple[Node | None, Node | None]:
        """What a report or event is about, and the mention it tells first, as far as there are such."""
        index = self.linker.index
        report = next((r for r, path in self.paths.items() if name in (r, path)), None)
        if report is None:
            found = self.linker.linked(name)
            if found is None:
                raise UnknownIdError(f"{name}: is no report or event of these; give a path as listed, or an id")
            news = next((n for n in found.nodes if n.frame == NEWS), None)
            return news, _first([n for n in found.nodes if n.frame != NEWS])
        nodes = [index.node(i) for i in index.report(report)]
        return index.node(news_id(report)), _first([n for n in nodes if n.frame != NEWS])


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


def _first(told: Sequence[Node]) -> Node | None:
    return min(told, key=lambda n: (-n.prominence, n.order), default=None)


def _about(node: Node) -> str:
    return node.phrases[0] if node.phrases else node.id


def _score(judged: Judged) -> float | None:
    """The points together; None where a veto decided."""
    return None if judged.score < -50 else judged.score


def _seen(judged: Judged) -> tuple[tuple[str, float | None, str], ...]:
    return tuple((name, None if s.points < -50 else s.points, s.why) for name, s in judged.seen)
