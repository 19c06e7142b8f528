"""Groups -> events: what reports are about, put together with the event that they tell first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from crosswire.events.index import Group, Index
from crosswire.events.nodes import NEWS, OPEN
from crosswire.events.pairs import TOPIC
from crosswire.events.recall import Weighed
from crosswire.events.score import RELATED_AT, SAME_AT
from crosswire.events.told import first_told, is_topic

Nodes = tuple[str, ...]
LEAD = 0.8  # a mention this prominent stands in the headline or the first sentence
FEW = 12  # reports of a group that speak for it


@dataclass(frozen=True, slots=True)
class Look:
    """One look at an index that does not change meanwhile: what was found once is not looked for again.

    Without that, a thousand reports of one event ask a thousand times which group each of them points to.
    """

    index: Index
    judge: Callable[[str, str], Weighed]
    weights: Mapping[str, float] = field(default_factory=dict)  # of frames, in the prominence of their mentions
    pointed: dict[Nodes, Group | None] = field(default_factory=dict)
    about: dict[Nodes, list[Nodes]] = field(default_factory=dict)


def assemble(look: Look, nodes: Collection[str]) -> set[Nodes]:
    """The events that the nodes are in, each as its sorted nodes; all nodes must be settled."""
    return {_with_partner(look, Group(group)) for group in {_group(look.index, node).nodes for node in nodes}}


def _with_partner(look: Look, group: Group) -> Nodes:
    """A group with those that are one event with it: an event told in mentions, and what reports about it are about."""
    is_news = look.index.node(group.nodes[0]).frame == NEWS
    told = _pointed_group(look, group) if is_news else group
    if told is None:
        return group.nodes
    found = _news_about(look, told)
    if is_news and group.nodes not in found:
        return group.nodes
    return tuple(sorted((*told.nodes, *(node for nodes in found for node in nodes))))


def _news_about(look: Look, told: Group) -> list[Nodes]:
    """The groups of news that are of this event."""
    if told.nodes not in look.about:
        index, best = look.index, _pointed_group(look, told)
        reports = {index.node(node).report for node in told.nodes}
        news = {_group(index, node).nodes for report in reports if (node := topics(index, report)[0]) is not None}
        about = [nodes for nodes in news if _is_about(look, nodes, told, best)]
        look.about[told.nodes] = _alike(look, about, best)
    return look.about[told.nodes]


def _alike(look: Look, news: list[Nodes], best: Group | None) -> list[Nodes]:
    """Of several groups of news of one event those that are like the one most told with it; one report need be less so.

    Mentions that name no day join two stories of one kind: who was dismissed in March, and who in September. Where the
    event was one, reports of the two groups were 3.4 points near on the mean; where it was two, 1.5 and 1.9.
    """
    if len(news) < 2:
        return news
    first = best.nodes if best is not None and best.nodes in news else max(news, key=lambda n: (len(n), n))
    return [n for n in news if n == first or _near(look, n, first) >= (SAME_AT if len(n) > 1 else RELATED_AT)]


def _near(look: Look, one: Nodes, two: Nodes) -> float:
    """How near two groups are on the mean; one report, how near its nearest is: a story goes on for weeks."""
    scores = [look.judge(a, b)[1] for a in one[:FEW] for b in two[:FEW]]
    return max(scores) if len(one) == 1 else sum(scores) / len(scores)


def _is_about(look: Look, news: Nodes, told: Group, best: Group | None) -> bool:
    """Whether news is of this event: it tells of none more, and it is the news most told with it, or leads with it."""
    other = _pointed_group(look, Group(news))
    if other is None or other.nodes != told.nodes:
        return False
    if best is not None and best.nodes == news:
        return True
    leads = sum(_leads_with(look.index, node, told) for node in news)
    return 2 * leads > len(news)


def _leads_with(index: Index, news: str, told: Group) -> bool:
    """Whether the first thing that a report tells, in its headline or first sentence, is this event as happened."""
    first = topics(index, index.node(news).report)[1]
    if first is None or _group(index, first).nodes != told.nodes:
        return False
    node = index.node(first)
    return node.prominence >= LEAD and node.modality == "happened"


def _pointed_group(look: Look, group: Group) -> Group | None:
    """The group of the other kind that these nodes' reports tell most of.

    What reports are about is one event with a mention only if half of them tell of it, one of them first of all, and
    more than a third lead with it.
    """
    if group.nodes not in look.pointed:
        look.pointed[group.nodes] = _most_told(look, group)
    return look.pointed[group.nodes]


def _most_told(look: Look, group: Group) -> Group | None:
    index = look.index
    shares: dict[Nodes, list[float]] = {}
    is_news = index.node(group.nodes[0]).frame == NEWS
    for node in group.nodes:
        told = _tells_of(index, index.node(node).report) if is_news else _told_of_by(index, node)
        for other, prominence in told.items():
            shares.setdefault(other, []).append(prominence)
    if is_news:  # what a frame knows comes first
        known = {nodes: told for nodes, told in shares.items() if index.node(nodes[0]).frame != OPEN}
        reports = len(group.nodes)
        led = {nodes: told for nodes, told in known.items() if _is_led_by(look, group, nodes)}
        free = {nodes: told for nodes, told in shares.items() if nodes not in known}
        framed, unframed = (_topical(look, _best(told, reports)) for told in (led, free))
        return framed or (None if _in_pieces(known, reports) else unframed)
    return _best(shares)


def _topical(look: Look, told: Group | None) -> Group | None:
    """A group one mention of which is its report's topic."""
    nodes = [look.index.node(node) for node in told.nodes] if told is not None else []
    return told if any(is_topic(n, look.weights.get(n.frame, 1.0)) for n in nodes) else None


def _is_led_by(look: Look, news: Group, told: Nodes) -> bool:
    """Whether more than a third of the reports of a story lead with an event of a kind that a frame knows, as they do
    with what they are about: a filibuster over a shooting last week is no shooting."""
    about = {look.index.node(node).report for node in news.nodes}
    found = (look.index.node(node) for node in told)
    leading = {n.report for n in found if n.prominence >= TOPIC * look.weights.get(n.frame, 1.0)}
    return 3 * len(leading & about) > len(about)


def _in_pieces(shares: Mapping[Nodes, Sequence[float]], reports: int) -> bool:
    """Whether what reports are about is told by a frame in several pieces, one of which is a third's topic."""
    return any(sum(p >= TOPIC for p in told) >= max(2, reports / 3) for told in shares.values())


def _best(shares: Mapping[Nodes, Sequence[float]], reports: int = 0) -> Group | None:
    """The group that most is told of; where so many reports are asked for it, told by half of them."""
    best = min(shares, key=lambda nodes: (-sum(shares[nodes]), nodes), default=None)
    if best is None or (reports and 2 * len(shares[best]) < reports):
        return None
    return Group(best)


def _tells_of(index: Index, report: str) -> dict[Nodes, float]:
    """The groups of events that a report tells of, each with how prominently at the most."""
    found: dict[Nodes, float] = {}
    for other in index.report(report):
        told = index.node(other)
        if told.frame != NEWS:
            nodes = _group(index, other).nodes
            found[nodes] = max(found.get(nodes, 0.0), told.prominence)
    return found


def _told_of_by(index: Index, node: str) -> dict[Nodes, float]:
    """The group of what a mention's report is about, with how prominent the mention is there."""
    told = index.node(node)
    first = index.report(told.report)[0]
    return {_group(index, first).nodes: told.prominence} if index.node(first).frame == NEWS else {}


def counterpart(index: Index, node: str) -> str | None:
    """From a report's news to the event that it tells first, and back; None from what it tells besides."""
    news, told = topics(index, index.node(node).report)
    if node == news:
        return told
    return news if node == told else None


def topics(index: Index, report: str) -> tuple[str | None, str | None]:
    """A report's node for what it is about, and the mention that is what it is about; None where there is none."""
    found = [index.node(i) for i in index.report(report)]
    news = next((n.id for n in found if n.frame == NEWS), None)
    told = [n for n in found if n.frame != NEWS and n.prominence >= TOPIC]
    return news, min(told, key=first_told).id if told else None


def _group(index: Index, node: str) -> Group:
    group = index.group(node)
    assert group is not None  # noqa: S101 - events are made when all nodes are settled
    return group
