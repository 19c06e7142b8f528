"""The explained score: are two nodes one occurrence? A table of features, each a small function that says what it saw.

A feature answers None where one side is silent: silence is neither for nor against. A veto keeps two nodes apart
whatever else agrees, because a wrong merge invents corroboration and is worse than a split.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from crosswire.compare import Scale
from crosswire.events.faces import Faces, load_faces, mortal, outcomes
from crosswire.events.facets import facets
from crosswire.events.features.kind import kind_of_telling
from crosswire.events.features.news import NEWS_FEATURES, SERIES, TOPICS, NewsPair, at_most, news_pair
from crosswire.events.features.open import deed, in_story
from crosswire.events.features.places import may_be_namesake, places, places_exclude
from crosswire.events.features.story import headline, leading, named, story, together, toll
from crosswire.events.features.telling import (
    actors,
    family,
    is_tied,
    names,
    numbers,
    objects,
    sentence,
    strangers,
    tied,
    words,
)
from crosswire.events.features.time import DAY_APART, is_fresh, time, undated
from crosswire.events.means import means
from crosswire.events.nodes import NEWS, OPEN, Node
from crosswire.events.pairs import VETO, Facets, Judged, Pair, Seen
from crosswire.events.presumed import PRESUMED, may_be_presumed, presumed, presumed_within
from crosswire.events.told import Told
from crosswire.events.victims import befallen
from crosswire.events.words import Lexicon
from crosswire.model import Frame

SAME_AT = 2.0
RELATED_AT = 1.0  # two reports less alike than this do not tell one story

MOST_OF_STORY = 1.4  # that the reports tell one story decides no pair of mentions that falls short by more
# So unlike that what else speaks for them is not looked at. Those a little less unlike keep the score of words and
# days, which counts in the mean over two groups: taken for 0 they kept groups of one event apart.
FAR_APART = Judged("different", 0.0, ())
OTHER_KIND = Judged("unsure", 0.0, (("family", Seen(0.0, "kinds of events that are never one")),))

Feature = Callable[[Pair], Seen | None]
Faceted = Callable[[Node], Facets]
FEATURES: Mapping[str, Feature] = {
    feature.__name__: feature
    for feature in (
        deed,
        kind_of_telling,
        time,
        actors,
        places,
        numbers,
        family,
        means,
        undated,
        objects,
        befallen,
        words,
        names,
        sentence,
        tied,
        headline,
        together,
        named,
        toll,
    )
}
# Those that can see anything in two mentions of one report, and of two: a third of deriving is judging.
WITHIN = tuple((name, f) for name, f in FEATURES.items() if f not in (undated, sentence, headline))
ACROSS = tuple((name, f) for name, f in FEATURES.items() if f not in (tied, together, named, toll))


@dataclass(frozen=True, slots=True)
class Table:
    """What judging needs besides the nodes: the kinds of events, the units, how much each word tells."""

    frames: Mapping[str, Frame]
    scale: Scale
    words: Lexicon = field(repr=False)
    faces: Faces = field(default_factory=load_faces, repr=False)

    def family(self, node: Node) -> str:
        """The family of kinds that may tell of one occurrence; "news" is one of its own."""
        frame = self.frames.get(node.frame)
        return (frame.family if frame is not None else None) or node.frame

    def alike(self, one: Node, two: Node) -> bool:
        """Whether they are of one kind, or of kinds that are words for one act."""
        return one.frame == two.frame or self.family(one) == self.family(two)

    def akin(self, one: Node, two: Node) -> bool:
        """Whether their kinds may tell of one occurrence: of one kind or family, or faces of one."""
        return self.alike(one, two) or (one.frame, two.frame) in self.faces

    def between(self, a: Node, b: Node) -> tuple[Frame, str]:
        """The kind by whose rules two are compared, and why two faces may be one: of these the one that repeats."""
        one, two = self.frames[a.frame], self.frames[b.frame]
        found = None if a.frame == b.frame or self.family(a) == self.family(b) else self.faces.get((a.frame, b.frame))
        if found is None:
            return one, ""
        return max((one, two), key=lambda f: (f.repeats, f.name)), found.why


def judge(pair: Pair) -> Judged:
    """Add up the features; a veto decides alone."""
    found: list[tuple[str, Seen]] = []
    for name, feature in WITHIN if pair.same_report else ACROSS:
        one = feature(pair)
        if one is not None:
            if one.points <= VETO:
                return Judged("different", VETO, ((name, one),))
            found.append((name, one))
    unlike = strangers(pair, found)
    if unlike is not None:
        found.append(("strangers", unlike))
    return _decided(found) if is_tied(pair, found) else Judged("unsure", 0.0, tuple(found))


def of_one_story(alone: Judged, pair: Pair) -> Judged:
    """The judgement where the two reports tell one story as well, which does not bridge two days."""
    seen = None if alone.score <= VETO or _days_apart(alone.seen) else story(pair)
    if seen is None:
        return alone
    led = leading(pair, alone.seen) or in_story(pair, alone.seen)
    return _decided((*alone.seen, ("story", seen), *((("leading", led),) if led is not None else ())))


def _decided(seen: Sequence[tuple[str, Seen]]) -> Judged:
    score = round(sum([s.points for _, s in seen]), 2)
    if score >= SAME_AT:
        return Judged("same", score, tuple(seen))
    return Judged("different" if _days_apart(seen) else "unsure", score, tuple(seen))


def _days_apart(seen: Sequence[tuple[str, Seen]]) -> bool:
    return DAY_APART in [s.points for _, s in seen]


def judge_news(pair: NewsPair) -> Judged:
    """Add up the features of what two reports are about."""
    found = [(name, feature(pair)) for name, feature in NEWS_FEATURES.items()]
    seen = tuple([(name, one) for name, one in found if one is not None])
    vetoes = tuple([(name, one) for name, one in seen if one.points <= VETO])
    if vetoes:
        return Judged("different", VETO, vetoes)
    score = round(sum([s.points for _, s in seen]), 2)
    if score >= SAME_AT:
        return Judged("same", score, seen)
    return Judged("unsure" if score >= RELATED_AT else "different", score, seen)


def excluded(one: Node, two: Node, table: Table, faceted: Faceted = facets) -> bool:
    """Whether two mentions of two reports are two by their places alone, as `judge` would find: most of those that
    meet under the key of their kind are, and need no more looking at."""
    if one.frame == NEWS or one.report == two.report or not table.akin(one, two):
        return False
    rules, left, right = table.between(one, two)[0].same_if, faceted(one), faceted(two)
    return places_exclude(rules, left.places, right.places) and not may_be_namesake(left, right)


class Between:
    """The judge for pairs of nodes of two reports.

    What two nodes are to each other depends on their two reports and on nothing else that ever arrived.
    """

    def __init__(self, a: Told, b: Told, table: Table, faceted: Faceted = facets) -> None:
        self.a, self.b, self.table, self.faceted = a, b, table, faceted
        self._about: Judged | None = None
        self._one_story: bool | None = None
        self._alone: dict[tuple[str, str], Judged] = {}

    def judged(self, one: Node, two: Node) -> Judged:
        """The judgement of a pair of nodes, one of each report (or both of one): both news nodes, or neither."""
        if one.frame == NEWS:
            return self.about
        alone = self._framed(one, two)
        if alone.score <= VETO or alone is OTHER_KIND:
            return alone
        if one.report == two.report:
            return self._in_report(alone, one, two)
        return self._in_story(alone, one, two) if self._may_be_of_story(alone, one, two) else alone

    def _may_be_of_story(self, alone: Judged, one: Node, two: Node) -> bool:
        near = alone.score >= SAME_AT - MOST_OF_STORY or may_be_presumed(one, two)
        return near and self.one_story

    def _in_story(self, alone: Judged, one: Node, two: Node) -> Judged:
        """The judgement of two mentions where the reports tell one story."""
        pair = self._pair(one, two)
        return self._presumed(of_one_story(alone, pair), alone.score, pair)

    def _in_report(self, alone: Judged, one: Node, two: Node) -> Judged:
        """The judgement of two mentions of one report, which may be presumed to be one if they befell the same."""
        missing = round(SAME_AT - alone.score, 2)
        if missing <= 0 or not may_be_presumed(one, two) or not self._befell(one, two):
            return alone
        others = [self.faceted(n) for kind in mortal() for n in self.a.kinds.get(kind, ())]
        seen = presumed_within(self._pair(one, two), alone.seen, missing, others)
        rivals = seen and (self._is_rivalled(one, two, alone.score) or self._is_rivalled(two, one, alone.score))
        return alone if seen is None or rivals else _decided((*alone.seen, (PRESUMED, seen)))

    def _befell(self, one: Node, two: Node) -> bool:
        """Whether their kinds are an act and what came of it, or both tell of a death."""
        return (one.frame, two.frame) in outcomes() or {one.frame, two.frame} <= mortal()

    def _presumed(self, found: Judged, score: float, pair: Pair) -> Judged:
        """A judgement across reports of one story, where two mentions may be presumed to be one."""
        one, two = pair.a, pair.b
        missing = round(SAME_AT - found.score, 2)
        seen = presumed(pair, found.seen, missing) if missing > 0 and may_be_presumed(one, two) else None
        rivals = seen and (self._is_rivalled(one, two, score) or self._is_rivalled(two, one, score))
        return found if seen is None or rivals else _decided((*found.seen, (PRESUMED, seen)))

    def _is_rivalled(self, node: Node, other: Node, score: float) -> bool:
        """Whether the report of one tells of an occurrence of the kind that excludes it, and fits the other as well."""
        told = self.a if node.id in self.a.rivals else self.b
        return any(self._framed(n, other).score >= score for n in told.rivals_of(node, self._exclude))

    def _exclude(self, one: Node, two: Node) -> bool:
        return self._framed(one, two).score <= VETO

    @property
    def one_story(self) -> bool:
        """Whether the reports tell one story: what they are about is one, or an event in the lead of both is."""
        if self._one_story is None:
            self._one_story = self.about.verdict == "same" or any(
                self._framed(x, y).verdict == "same" for x in self.a.topics for y in self.b.topics
            )
        return self._one_story

    @property
    def about(self) -> Judged:
        """The judgement of what the two reports are about."""
        if self._about is None:
            self._about = self._judged_news()
        return self._about

    def _judged_news(self) -> Judged:
        one, two = self.a.news, self.b.news
        if one is None or two is None:
            return Judged("unsure", 0.0, ())
        pair = news_pair(one, two, self.faceted(one), self.faceted(two))
        most = at_most(pair)
        if most < SAME_AT:
            return FAR_APART if most < FAR_APART.score else Judged("different", round(most - TOPICS - 0.02, 2), ())
        return judge_news(pair._replace(topics=self._first_events()))

    def in_full(self, one: Node, two: Node) -> Judged:
        """The same judgement with everything that was seen, also where it made no difference."""
        if one.frame == NEWS:
            pair = news_pair(one, two, self.faceted(one), self.faceted(two))
            return judge_news(pair._replace(topics=self._first_events()))
        alone = self._framed(one, two)
        if one.report == two.report and alone is not OTHER_KIND:
            return self._in_report(alone, one, two)
        return alone if alone is OTHER_KIND or not self.one_story else self._in_story(alone, one, two)

    def _first_events(self) -> Judged | None:
        if not self.a.topics or not self.b.topics:
            return None
        first = self._framed(self.a.topics[0], self.b.topics[0])
        if OPEN in (self.a.topics[0].frame, self.b.topics[0].frame) and first.verdict != "same":
            return None  # what no frame knows a report may tell in many ways
        return first if first.verdict == "same" else self._exclusive() or first

    def _exclusive(self) -> Judged | None:
        """What keeps apart two reports that lead with fresh events of one kind that repeats: days that the headlines
        do not tell, but the leads below do."""
        kind = self.a.topics[0].frame
        if self.b.topics[0].frame != kind or not self.table.frames[kind].repeats:
            return None
        left, right = ([n for n in told.topics if n.frame == kind and is_fresh(n)] for told in (self.a, self.b))
        judged = [self._framed(x, y) for x in left for y in right]
        if any(one.verdict == "same" for one in judged):
            return None
        days = (seen for one in judged if one.score <= VETO for name, seen in one.seen if name == "time")
        return next((Judged("different", VETO, ((SERIES, seen),)) for seen in days), None)

    def _framed(self, one: Node, two: Node) -> Judged:
        """The judgement of two mentions by what is told of them alone, which is asked for up to three times."""
        pair = (one.id, two.id) if one.id < two.id else (two.id, one.id)
        found = self._alone.get(pair)
        if found is None:
            found = self._alone[pair] = judge(self._pair(one, two)) if self.table.akin(one, two) else OTHER_KIND
        return found

    def _pair(self, one: Node, two: Node) -> Pair:
        a, b = (one, two) if one.id < two.id else (two, one)
        frame, face = self.table.between(a, b)
        return Pair(a, b, self.faceted(a), self.faceted(b), frame, self.table.scale, face)
