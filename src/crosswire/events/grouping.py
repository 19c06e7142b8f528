"""Components of joined nodes, and their groups made anew where something changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace

from crosswire.events.assemble import counterpart
from crosswire.events.index import Group, Index
from crosswire.events.recall import Weighed
from crosswire.events.score import SAME_AT
from crosswire.events.settle import Component, settle
from crosswire.model import Judgement

# Nodes that hang together and are looked at as one; where more do, only stronger edges hold (200 cut events of 300
# reports into pieces; 800 reports of one event, reading included, took 28 s with 200 and 31 s with this).
LARGE = 1_500
STEP, LEVELS = 0.5, 7  # by how much stronger, and how often; at the last level any number is taken

Judge = Callable[[str, str], Weighed]
Settled = tuple[Component, list[tuple[str, ...]], list[tuple[str, str]]]


def regroup(index: Index, touched: Collection[str], judge: Judge, settled: dict[str, Settled]) -> set[str]:
    """Make the groups of all components that the nodes are in anew; the nodes whose group is another now. What was
    settled is put into `settled` under each of the nodes."""
    changed: set[str] = set()
    waiting, done = {n for n in touched if index.has(n)}, set[str]()
    while waiting:
        component = hanging_together(index, min(waiting))
        done.update(component.nodes)
        waiting.difference_update(component.nodes)
        entry = settled_at(index, component, judge)
        settled.update(dict.fromkeys(component.nodes, entry))
        for nodes in entry[1]:
            group = Group(nodes, component.level)
            for node in nodes:
                old = index.group(node)
                if old is None or old.nodes != nodes:
                    changed.add(node)
                if old is not None and old.level != component.level:
                    waiting.update(n for n in index.edges(node) if n not in done)
            index.regroup([group])
    return changed


def settled_at(index: Index, group: Group, judge: Judge) -> Settled:
    """A component with its groups, and the pairs that joined them."""
    component = whole(index, group, judge)
    return (component, *settle(component))


def hanging_together(index: Index, start: str) -> Group:
    """The nodes of this one's component, at the first level at which they are not too many."""
    found, level = _reach(index, start, SAME_AT, LARGE), 0
    if len(found) > LARGE:
        found, level = _narrowed(index, start)
    return Group(tuple(sorted(found)), level)


def _narrowed(index: Index, start: str) -> tuple[set[str], int]:
    """The same above level 0: what hangs together shrinks from level to level, so that halving finds the first."""
    low, high = 1, LEVELS - 1
    best = None
    while low < high:
        middle = (low + high) // 2
        found = _reach(index, start, SAME_AT + STEP * middle, LARGE)
        if len(found) <= LARGE:
            best, high = found, middle
        else:
            low = middle + 1
    if best is None:
        best = _reach(index, start, SAME_AT + STEP * low, None)
    return best, low


def _reach(index: Index, start: str, at_least: float, most: int | None) -> set[str]:
    """The nodes that edges this strong, or people's words, lead to; the search ends where they are more than `most`."""
    found, todo = {start}, [start]
    while todo and (most is None or len(found) <= most):
        for other in _beside(index, todo.pop(), at_least):
            if other not in found:
                found.add(other)
                todo.append(other)
                if most is not None and len(found) > most:
                    break
    return found


def _beside(index: Index, node: str, at_least: float) -> Iterator[str]:
    for other, score in index.edges(node).items():
        if score >= at_least:
            yield other
    for other, word in words_on(index, node).items():
        if word.verdict == "same" and index.has(other):
            yield other


def whole(index: Index, group: Group, judge: Judge) -> Component:
    """A component with its edges and all that people said of its nodes."""
    inside = set(group.nodes)
    at_least = SAME_AT + STEP * group.level
    edges = {
        (a, b): score
        for a in group.nodes
        for b, score in index.edges(a).items()
        if a < b and score >= at_least and b in inside
    }
    said = {j.pair: j for a in group.nodes for other, j in words_on(index, a).items() if other in inside}
    return Component({i: index.node(i) for i in group.nodes}, edges, said, judge)


def words_on(index: Index, node: str) -> Mapping[str, Judgement]:
    """What people said of a node, by the other node.

    A word on what two reports are about is a word on the events that they tell first, and the other way round.
    """
    if not index.is_judged():
        return {}
    found = dict(index.said(node))
    mine = counterpart(index, node)
    for other, word in index.said(mine).items() if mine is not None else ():
        theirs = counterpart(index, other) if index.has(other) else None
        if mine is not None and theirs is not None and (node < theirs or theirs not in found):
            a, b = sorted((node, theirs))
            found.setdefault(theirs, replace(word, a=a, b=b))
    return found
