"""What one speaker is told to have said, once: whole, with every report that tells it behind it.

A report tells the same words in its headline, whole, and in pieces; its copies and rivals tell them again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from crosswire.brief.evidence import NEGATION, bare
from crosswire.brief.index import Index
from crosswire.brief.sheet import Evidence, Saying
from crosswire.brief.wording import listed, past

WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")
SAME = 0.75  # share of the words of one telling that another has, in their order or as its contents
HEADED = 0.6  # the same of a headline, which leaves words out
RUN = 3  # words in a row
MUCH = 4  # words of content by which two tellings may be known for one
STEM = 5  # letters of a word that tell it from another: "sentences", "sentenced"
SHORT = 4  # letters of a word that carries little: "that", "had"
NOT = "did not "
Group = Sequence[Saying]


@dataclass(frozen=True, slots=True)
class Telling:
    """One piece of evidence of a speaker: where it stands among all, and its words."""

    group: int
    saying: int
    item: Evidence
    act: str
    plain: bool
    headline: bool
    words: tuple[str, ...]

    @property
    def contents(self) -> frozenset[str]:
        """The beginnings of the words that carry what is said, numbers among them."""
        return frozenset(w[:STEM] for w in self.words if len(w) > SHORT or w.isdigit())

    @property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """All words in a row."""
        return frozenset(self.words[k : k + RUN] for k in range(len(self.words) - RUN + 1))


def once(groups: Sequence[Group], found: Index) -> list[tuple[Saying, ...]]:
    """The sayings without what is told again; who is left with nothing has no line."""
    tellings: dict[str, list[Telling]] = defaultdict(list)
    for g, group in enumerate(groups):
        for s, saying in enumerate(group):
            for item in saying.evidence:
                tellings[bare(saying.who)].append(_telling(g, s, saying, item, found))
    kept: dict[tuple[int, int], list[Evidence]] = defaultdict(list)
    for told in tellings.values():
        for one in _once(told):
            kept[one.group, one.saying].append(one.item)
    own = (
        [replace(saying, evidence=tuple(kept[g, s])) for s, saying in enumerate(group) if kept[g, s]]
        for g, group in enumerate(groups)
    )
    return [tuple(_both(group)) for group in own]


def _both(group: Iterable[Saying]) -> Iterable[Saying]:
    """Two acts of one speaker for which a page would show the same words are one line: "condemned and promised"."""
    joint: dict[object, list[Saying]] = defaultdict(list)
    for saying in group:
        words = tuple((e.report, "".join(p.text for p in e.pieces)) for e in saying.evidence)
        joint[saying.who, saying.about, words].append(saying)
    return (replace(first, act=listed([s.act for s in (first, *more)])) for first, *more in joint.values())


def _telling(group: int, number: int, saying: Saying, item: Evidence, found: Index) -> Telling:
    plain = {past(act, found.wording) for act in found.wording.plain}
    text = "".join(piece.text for piece in item.pieces)
    words = tuple(w.casefold().replace("\u2019", "'") for w in WORD.findall(text))
    report = found.brief.reports[item.report - 1]
    headline = any(b.start <= item.place.start < b.end for b in found.headlines[report.id])
    return Telling(group, number, item, saying.act, saying.act in plain, headline, words)


def _once(told: Sequence[Telling]) -> Iterable[Telling]:
    """Those that tell something of their own, each with the reports of those that tell no more."""
    again: dict[int, int] = {}
    for k, one in enumerate(told):
        holders = [
            h
            for h, other in enumerate(told)
            if h != k and h not in again and _tells(other, one) and (h < k or other.words != one.words)
        ]
        if holders:
            again[k] = max(holders, key=lambda h: (not told[h].plain, len(told[h].words)))
    for k, one in enumerate(told):
        if k not in again:
            same = [t.item for n, t in enumerate(told) if _last(n, again) == k and n != k]
            yield replace(one, item=_joined(one.item, same))


def _last(number: int, again: dict[int, int]) -> int:
    while number in again:
        number = again[number]
    return number


def _joined(item: Evidence, same: Sequence[Evidence]) -> Evidence:
    """The evidence with other reports that tell the same."""
    own = {item.report, *(e.report for e in item.same)}
    others = [e for one in same for e in (one, *one.same)]
    more = {e.report: replace(e, same=()) for e in others if e.report not in own}
    return replace(item, same=(*item.same, *more.values()))


def _tells(whole: Telling, part: Telling) -> bool:
    """Whether one telling tells all that another does."""
    if whole.act != part.act and (not part.plain or whole.act.startswith(NOT)):
        return False  # what was condemned or confirmed stays under its own word
    return _has(whole.words, part.words) or (_negated(whole) == _negated(part) and _is_like(whole, part))


def _is_like(whole: Telling, part: Telling) -> bool:
    """Whether one telling is another in other words: a headline of what the text tells, the longer of two, an act
    beside what is only said."""
    if part.headline and not whole.headline:
        # a headline of "X: ..." is soonest taken for somebody's words that it is not
        same = part.plain and part.item.report == whole.item.report
        return same or (len(part.contents) >= RUN and _share(part.contents, whole.contents) >= HEADED)
    if len(whole.words) < len(part.words) and part.plain <= whole.plain:
        return False
    in_order = len(part.runs) >= MUCH and _share(part.runs, whole.runs) >= SAME
    return in_order or (len(part.contents) >= MUCH and _share(part.contents, whole.contents) >= SAME)


def _negated(one: Telling) -> bool:
    return NEGATION.search(" ".join(one.words)) is not None


def _has(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Whether the words stand in the others as they are; of two that are the same it is the first."""
    return any(whole[k : k + len(part)] == part for k in range(len(whole) - len(part) + 1))


def _share(part: frozenset[object], whole: frozenset[object]) -> float:
    return len(part & whole) / len(part)
