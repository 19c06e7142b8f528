"""Clusters -> events: a title (`titles`), a time, a place, and the part each plays in these reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from typing import TypeVar

from crosswire.events.beside import beside, is_ahead
from crosswire.events.faces import set_off
from crosswire.events.keys import at
from crosswire.events.memory import MemoryIndex
from crosswire.events.nodes import NEWS, OPEN, Node
from crosswire.events.pairs import TOPIC
from crosswire.events.score import Table
from crosswire.events.story import TITLED, Told, is_stale, of_story
from crosswire.events.stream import Linked, Linker, nodes_of
from crosswire.events.titles import is_asking, is_telling, naming, title
from crosswire.events.told import put_ahead
from crosswire.events.words import likeness
from crosswire.model import Event, Frame, Reading, Role, Time

T = TypeVar("T")
RULES = "link.v12"
AT_ONCE = 1_000  # reports linked at once
UNFRAMED = 0.75  # what a report is about without a frame weighs less than an event told in its lead, more than an aside
BESIDE = 0.1  # what no frame knows, told beside what its reports are about
MAIN: Role = "main"
NEWS_FRAME = Frame(NEWS, "", (), ())
# "Trump's threat of a 25 % tariff" is no "Trump sets tariffs".
UNREAL = {"hypothetical": "Possible: ", "negated": "Not happened: "}


def make_events(readings: Sequence[Reading], table: Table) -> tuple[Event, ...]:
    """All events of the readings, most prominent first; the first is the main one."""
    linker = link(readings, table)
    latest = max((r.report.published for r in readings if r.report.published is not None), default=None)
    told = [tell(linked, table, latest) for linked in linker.all()]
    told.sort(key=lambda t: (-t.weight, t.linked.id))
    if not told:
        return ()
    events = [t for t in told if t.nodes and is_event(t)]
    mentions = {m.id: m for r in readings for m in r.mentions}
    # Only what is weighed as the main event as it would be beside another: as what came about, or as what is to come.
    as_told = [t for t in told if is_ahead(t, latest) == put_ahead(mentions[i] for n in t.nodes for i in n.mentions)]
    alike, deeds = [t for t in as_told if t in events], [t for t in as_told if t.frame.name == OPEN]
    main = of_story(told[0], alike, deeds, table.frames)
    others = [t for t in events if t.linked.id != main.linked.id]
    roles = [(main, MAIN, True), *beside(main, others, latest, (table.alike, linker.explain))]
    return tuple(replace(event_of(one, role, linker.why(one.linked.id)), shown=shown) for one, role, shown in roles)


def link(readings: Iterable[Reading], table: Table) -> Linker:
    """All reports linked at once: in the order of their dates and ids, so that a set of reports gives the same ids."""
    linker = Linker(table, MemoryIndex())
    for part in batched(sorted(readings, key=_in_order), AT_ONCE):
        linker.add_many(nodes_of(reading, table) for reading in part)
    return linker


def batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of so many."""
    left = iter(items)
    while part := list(islice(left, size)):
        yield part


def _in_order(reading: Reading) -> tuple[float, str]:
    published = reading.report.published
    return (published.timestamp() if published is not None else 0.0, reading.report.id)


def _kind(nodes: Sequence[Node]) -> str:
    """The frame that the reports tell an event as most prominently, of equals the one that answers more; "news" where
    none does. Of what set it off, if that is told half as prominently: a coup and no arrest."""
    weight: defaultdict[str, tuple[float, int]] = defaultdict(lambda: (0.0, 0))
    for node in nodes:
        prominence, answered = weight[node.frame]
        weight[node.frame] = (round(prominence + node.prominence, 6), answered + len(node.values))
    best = max(sorted(weight), key=lambda name: weight[name], default=NEWS)
    causes = [name for name in sorted(set_off(best) & weight.keys()) if 2 * weight[name][0] >= weight[best][0]]
    return max(causes, key=lambda name: weight[name], default=best)


def tell(linked: Linked, table: Table, latest: datetime | None) -> Told:
    """An event as it ranks among those of reports up to `latest`."""
    nodes = tuple(sorted((n for n in linked.nodes if n.frame != NEWS), key=lambda n: (-n.prominence, n.id)))
    news = tuple(n for n in linked.nodes if n.frame == NEWS)
    frame = table.frames.get(_kind(nodes), NEWS_FRAME)
    when = best_time([n.when for n in sorted(nodes, key=lambda n: n.id) if n.when is not None])
    best = {n.report: UNFRAMED for n in news}  # a story weighs no less for the event that it tells
    for node in nodes:
        best[node.report] = max(best.get(node.report, 0.0), node.prominence)
    if frame.name == OPEN:  # it weighs what the same reports would without it
        best = {n.report: UNFRAMED for n in news} or dict.fromkeys(best, BESIDE)
    weight = sum(best.values()) + 0.02 * len(nodes)
    modality = Counter(n.modality for n in sorted(nodes, key=lambda n: n.id)).most_common(1)[0][0] if nodes else ""
    if any(n.modality == "happened" for n in nodes):
        modality = "happened" if modality != "expected" else modality
    if is_stale(when, nodes, latest):
        weight *= 0.3
    if modality in ("general", "hypothetical", "negated"):
        weight *= 0.3
    return Told(linked, nodes, news, frame, round(weight, 4), when, modality)


def is_event(told: Told) -> bool:
    """What is only supposed, denied in passing or told in general is no event, unless much is said of it.

    Nor is what no frame knows, if one report alone tells it; nor a bare word in passing that answers nothing ("the
    call", "died"): a reader would learn no more than the word.
    """
    if told.frame.name == OPEN and len({n.report for n in told.nodes}) < 2:
        return False
    if told.modality in ("happened", "expected"):
        return not _is_bare(told)
    answered = {name for n in told.nodes for name, _ in n.values}
    return len(answered) >= 2 or told.when is not None


def _is_bare(told: Told) -> bool:
    """Whether nothing is said of an event but one word, and that below the lead."""
    return bool(told.nodes) and not any(
        n.values or n.when is not None or n.prominence >= TOPIC or any(" " in p for p in n.phrases) for n in told.nodes
    )


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


def event_of(told: Told, role: Role, why: tuple[str, ...]) -> Event:
    """An event as the brief knows it; one that no mention tells of is known by its most central headline.

    Its reports are those that tell of it and those whose story it is, as `crosswire link` lists them.
    """
    nodes = told.nodes
    places = [p for n in nodes if (p := n.scene)] or [p for n in nodes if (p := n.where)]
    return Event(
        id=told.linked.id,
        frame=told.frame.name,
        role=role,
        title=_title(told),
        when=told.when,
        where=max(places, key=lambda p: (p.lat is not None, p.kind != "country"), default=None),
        mentions=tuple(m for n in nodes for m in n.mentions),
        reports=tuple(sorted({n.report for n in (*nodes, *told.news)})),
        why=why,
        naming="title" if told.news else naming(told.frame, nodes, told.modality not in UNREAL, told.when is not None),
    )


def _title(told: Told) -> str:
    """A headline where no event is told, or one of which no frame knows what a title needs, or whose title tells no
    more than its kind; else the title of its kind."""
    own = title(told.frame, told.nodes) if told.nodes else ""
    if told.news and not (told.frame.name != OPEN and own and is_telling(told.frame, own, told.nodes)):
        return headline(told.news, told.nodes)
    return UNREAL.get(told.modality, "") + own


def headline(news: Sequence[Node], nodes: Sequence[Node] = ()) -> str:
    """The headline of the report that is most like the others, of those that have these mentions in theirs and tell
    what happened; of equals the earliest."""
    titled = {n.report for n in nodes if n.prominence >= TITLED and n.telling == "told"}
    telling = [n for n in news if n.report in titled] or news
    telling = [n for n in telling if not is_asking(n.phrases[0])] or telling
    return max(sorted(telling, key=at), key=lambda n: _centrality(n, news)).phrases[0]


def _centrality(node: Node, news: Sequence[Node]) -> float:
    return round(sum(likeness(node.about[0], n.about[0]) for n in news if n is not node), 6)
