"""The index of linking over a store: what is asked for is loaded, what changed is written at the end of a turn.

Nodes are not stored: they follow from the readings, of which those last used are kept at hand. What is kept at hand
holds from turn to turn while nobody else has had one in between.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from crosswire.events.index import Group, Moved
from crosswire.events.keys import At, Days, apart, days, least
from crosswire.events.nodes import Node
from crosswire.model import EventChange, Judgement
from crosswire.pipeline.keeping_links import Links
from crosswire.pipeline.linking_held import AtHand, Held
from crosswire.pipeline.shelves import spanning


class StoredIndex:
    """An `events.index.Index` over the links of one turn. `nodes_of` gives the nodes of reports, by report."""

    def __init__(
        self,
        links: Links,
        at_hand: AtHand,
        nodes_of: Callable[[Sequence[str]], Mapping[str, Sequence[Node]]],
        said: Sequence[Judgement] = (),
    ) -> None:
        self._links, self._now, self._nodes_of = links, at_hand, nodes_of
        self._dirty: set[str] = set()
        self._edges: dict[tuple[str, str], float | None] = {}
        self._dropped: set[str] = set()
        self._fates: set[str] = set()
        self._sayings: dict[str, dict[str, Judgement]] = {}
        for word in said:
            self.say(word)

    # --- nodes -----------------------------------------------------------------------------------------------------

    def put(self, node: Node, at: At, keys: Iterable[tuple[str, int]]) -> Moved:
        """See `Index`."""
        wanted = list(keys)
        met: list[str] = []  # once for each key
        parted: list[tuple[str, str]] = []
        for (_, width), (before, after) in zip(wanted, self._now.shelves.around(at, wanted, self._links), strict=True):
            met += [other for _, other in (*before, *after)]
            parted += spanning(width, before, after)
        names = [key for key, _ in wanted]
        self._links.place(at, names)
        self._now.shelves.put(at, names)
        ids = (*self._now.reports.get(node.report, ()), node.id)
        self._now.reports[node.report] = ids
        self._now.nodes[node.id] = node
        self._now.held[node.id] = Held(node.report, len(ids) - 1, edges={})
        self._dirty.add(node.id)
        self._dropped.discard(node.id)
        near = self._worth_comparing(node, met)
        self.load(n for pair in parted for n in pair)
        return Moved(tuple((node.id, other) for other in near), tuple(parted))

    def _worth_comparing(self, node: Node, met: Sequence[str]) -> list[str]:
        """Of those who stand near a node, once for each key, those under enough keys whose days touch its own."""
        often, fewest, mine = Counter(met), least(node), days(node)
        enough = [other for other, times in often.items() if times >= fewest]
        self.load(enough)
        return [other for other in enough if not apart(mine, self._days(other)) for _ in range(often[other])]

    def _days(self, node: str) -> Days | None:
        """The days outside which a node cannot have been, found once."""
        known = self._now.days
        if node not in known:
            known[node] = days(self.node(node))
        return known[node]

    def drop(self, node: Node, at: At, keys: Iterable[tuple[str, int]]) -> Moved:
        """See `Index`."""
        wanted = list(keys)
        for other in list(self.edges(node.id)):
            self.part(node.id, other)
        names = [key for key, _ in wanted]
        self._links.displace(at, names)
        self._now.shelves.drop(at, names)
        met: list[tuple[str, str]] = []
        for (_, width), (before, after) in zip(wanted, self._now.shelves.around(at, wanted, self._links), strict=True):
            met += spanning(width, before, after)
        self.report(node.report)
        left = tuple(i for i in self._now.reports[node.report] if i != node.id)
        self._now.reports[node.report] = left
        self._now.nodes.pop(node.id, None)
        self._now.days.pop(node.id, None)
        self._now.held.pop(node.id)
        self._dirty.discard(node.id)
        self._dropped.add(node.id)
        self.load(n for pair in met for n in pair)
        return Moved(tuple(met))

    def near(self, a: At, b: At, key: tuple[str, int]) -> bool:
        """See `Index`."""
        return self._now.shelves.near(a, b, key, self._links)

    def has(self, node: str) -> bool:
        """See `Index`."""
        return self._held(node) is not None

    def node(self, node: str) -> Node:
        """See `Index`."""
        found = self._now.nodes.get(node)
        if found is None:
            self._read([self._known(node).report])
            found = self._now.nodes[node]
        return found

    def report(self, report: str) -> Sequence[str]:
        """See `Index`."""
        if report not in self._now.reports:
            self.load_reports([report])
        return self._now.reports.get(report, ())

    def load(self, ids: Iterable[str]) -> None:
        """Have these nodes at hand, with their reports and edges, in few statements."""
        missing = [i for i in dict.fromkeys(ids) if i not in self._now.held and i not in self._dropped]
        slots = self._links.slots(missing) if missing else []
        reports = dict.fromkeys(slot[1] for slot in slots)
        self.load_reports(list(reports))
        self._load_edges([slot[0] for slot in slots])
        self._read([r for r in reports if r not in self._now.read])

    def load_reports(self, reports: Sequence[str]) -> None:
        """Have the nodes of these reports at hand."""
        missing = [r for r in reports if r not in self._now.reports]
        of: dict[str, list[tuple[int, str]]] = {r: [] for r in missing}
        for node, report, place, first, level, event in self._links.slots_of_reports(missing) if missing else ():
            if node not in self._dropped:
                of[report].append((place, node))
                self._now.held.setdefault(node, Held(report, place, first, level or 0, event))
        self._now.reports.update({r: tuple(i for _, i in sorted(told)) for r, told in of.items() if told})

    def _load_edges(self, ids: Sequence[str]) -> None:
        fresh = [i for i in ids if (held := self._now.held.get(i)) is not None and held.edges is None]
        for node in fresh:
            self._now.held[node].edges = {}
        for a, b, score in self._links.edges_of(fresh) if fresh else ():
            edges = self._now.held[a].edges
            if edges is not None and self._edges.get((a, b), score) is not None:
                edges[b] = score

    def _read(self, reports: Sequence[str]) -> None:
        for report, nodes in self._nodes_of(reports).items() if reports else ():
            self._now.read.add(report)
            self._now.nodes.update({n.id: n for n in nodes if n.id not in self._dropped})

    def _held(self, node: str) -> Held | None:
        if node not in self._now.held and node not in self._dropped:
            self.load([node])
        return self._now.held.get(node)

    def _known(self, node: str) -> Held:
        held = self._held(node)
        if held is None:
            raise KeyError(node)
        return held

    # --- edges -----------------------------------------------------------------------------------------------------

    def edges(self, node: str) -> Mapping[str, float]:
        """See `Index`."""
        held = self._now.held.get(node)  # asked for each pair that is compared
        return held.edges if held is not None and held.edges is not None else self._edges_at_hand(node)

    def join(self, a: str, b: str, score: float) -> None:
        """See `Index`."""
        for one, other in ((a, b), (b, a)):
            self._edges_at_hand(one)[other] = score
            self._edges[(one, other)] = score

    def part(self, a: str, b: str) -> bool:
        """See `Index`."""
        there = b in self.edges(a)
        for one, other in ((a, b), (b, a)):
            self._edges_at_hand(one).pop(other, None)
            self._edges[(one, other)] = None
        return there

    def _edges_at_hand(self, node: str) -> dict[str, float]:
        held = self._known(node)
        if held.edges is None:
            self._load_edges([node])
        assert held.edges is not None  # noqa: S101 - loading has set them
        return held.edges

    # --- groups and events -----------------------------------------------------------------------------------------

    def group(self, node: str) -> Group | None:
        """See `Index`."""
        held = self._known(node)
        if held.first is None:
            return None
        if held.first not in self._now.groups:
            ids = (i for i in self._links.together(held.first) if i not in self._dropped)
            # Of those that the table knows, some may have been regrouped in this turn.
            self._now.groups[held.first] = tuple(i for i in ids if self._known(i).first == held.first)
        return Group(self._now.groups[held.first], held.level)

    def regroup(self, groups: Iterable[Group]) -> None:
        """See `Index`."""
        for group in groups:
            first = group.nodes[0]
            self._now.groups[first] = group.nodes
            for node in group.nodes:
                held = self._known(node)
                if held.first != first or held.level != group.level:
                    held.first, held.level = first, group.level
                    self._dirty.add(node)

    def event(self, node: str) -> str | None:
        """See `Index`."""
        held = self._held(node)
        return None if held is None else held.event

    def held(self, event: str) -> Sequence[str]:
        """See `Index`."""
        if event not in self._now.events:
            ids = (i for i in self._links.held(event) if i not in self._dropped)
            self._now.events[event] = tuple(i for i in ids if self._known(i).event == event)
        return self._now.events[event]

    def hold(self, event: str, nodes: Sequence[str]) -> None:
        """See `Index`."""
        self._now.events[event] = tuple(nodes)
        for node in nodes:
            held = self._known(node)
            if held.event != event:
                held.event = event
                self._dirty.add(node)

    def changed(self, change: EventChange) -> None:
        """See `Index`."""
        became, source = self._fate(change.event)
        if change.kind == "merged" and change.other is not None:
            became = change.other
        if change.kind in ("new", "split", "grown"):
            became = None
        if change.kind == "split" and change.other is not None:
            source = change.other
        if (became, source) != self._fate(change.event):
            self._now.fates[change.event] = (became, source)
            self._fates.add(change.event)

    def resolve(self, event: str) -> str:
        """See `Index`."""
        while (became := self._fate(event)[0]) is not None:
            event = became
        return event

    def origin(self, event: str) -> str | None:
        """See `Index`."""
        return self._fate(event)[1]

    def _fate(self, event: str) -> tuple[str | None, str | None]:
        if event not in self._now.fates:
            self._now.fates[event] = self._links.fate(event)
        return self._now.fates[event]

    # --- people's words --------------------------------------------------------------------------------------------

    def say(self, judgement: Judgement) -> None:
        """See `Index`."""
        for one, other in (judgement.pair, judgement.pair[::-1]):
            known = self._sayings.setdefault(one, {})
            before = known.get(other)
            if before is None or (before.at, before.id) <= (judgement.at, judgement.id):
                known[other] = judgement

    def said(self, node: str) -> Mapping[str, Judgement]:
        """See `Index`."""
        found = self._sayings.get(node)
        return {other: j for other, j in found.items() if not j.undone} if found else {}

    def is_judged(self) -> bool:
        """See `Index`."""
        return bool(self._sayings)

    def nodes(self) -> Iterator[str]:
        """See `Index`. All of a store's nodes are never asked for at once: a rebuild works in memory."""
        raise NotImplementedError

    # --- the end of a turn -----------------------------------------------------------------------------------------

    def save(self, fates: bool = True) -> None:
        """Write what changed; without `fates`, not what became of ids."""
        held = self._now.held
        self._links.drop_slots(sorted(self._dropped))
        changed = ((i, held[i]) for i in sorted(self._dirty) if i in held)
        self._links.save_slots((i, h.report, h.place, h.first, h.level, h.event) for i, h in changed)
        self._links.save_edges((a, b, score) for (a, b), score in sorted(self._edges.items()) if score is not None)
        self._links.drop_edges(pair for pair, score in sorted(self._edges.items()) if score is None)
        if fates:
            self._links.save_fates({event: self._now.fates[event] for event in sorted(self._fates)})
