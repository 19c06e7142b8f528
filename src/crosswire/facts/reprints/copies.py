"""Which reports copy another's text, whole or in passages, and which way: found by shingles, proved by passages.

| who copied is known by | when                                                                                        |
|------------------------|---------------------------------------------------------------------------------------------|
| credit                 | one of the two credits the other                                                            |
| time                   | one was published before the other                                                          |
| coverage               | the shorter text is all in the longer, from its beginning on: it was cut from the end       |
| unknown                | none of these, or both credit one agency: neither is the source, and both have one origin   |
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from crosswire.facts.reprints.align import Run, passages
from crosswire.facts.reprints.index import EVERY, Marks, Postings, placed, sampled
from crosswire.facts.reprints.words import Hashes, Words, shingles, words_of
from crosswire.model import Copied, Direction, Report, Reprint, Span

RULES = "copies.v2"
WHOLE = 0.9  # of the shorter text's words lie in passages: it has next to nothing of its own
HEAD = 30  # words of the longer text before the first passage, and still it was copied from the beginning on
NEW = 60  # characters that a further source must explain of a copy to be named beside the others


@dataclass(frozen=True, slots=True)
class Text:
    """A report with its words and their shingles: what copies are proved on."""

    report: Report
    words: Words
    shingles: Hashes

    @classmethod
    def of(cls, report: Report) -> Text:
        """The text of a report."""
        words = words_of(report)
        return cls(report, words, shingles(words))


class CopyIndex:
    """The kept reports, asked by each new one which of them it shares passages with.

    What `add` answers of two reports depends on these two alone: whatever the order of arrival, the same reprints come
    up, each when the later of its two reports is added. `kept` gives a kept report by its id, for those who keep
    millions elsewhere; without it the index holds them itself.
    """

    def __init__(self, kept: Callable[[str], Report] | None = None, every: int = EVERY) -> None:
        self._postings = Postings()
        self._ids: list[str] = []
        self._known: dict[str, int] = {}
        self._texts: dict[str, Text] = {}
        self._kept = kept
        self.every = every

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, report: Report) -> tuple[Reprint, ...]:
        """Keep a report and tell which kept ones it copies or is copied by, in the order of ids.

        One that is kept already is not kept twice, and tells the same again.
        """
        text = Text.of(report)
        near = [self._ids[number] for number in self._postings.sharing(*placed(text.shingles, self.every))]
        found = [compare(text, self._text(other)) for other in near if other != report.id]
        self._keep(text)
        return tuple(sorted((r for r in found if r is not None), key=_by_ids))

    def keep(self, report: Report) -> None:
        """Keep a report without asking: to build the index anew from what was asked before."""
        self._keep(Text.of(report))

    def keep_marks(self, ids: Sequence[str], marks: Marks, owners: NDArray[np.uint32]) -> None:
        """Keep many reports by their sampled shingles, for those who have stored these; needs `kept`.

        `marks[i]` is one of the report `ids[owners[i]]`, each once.
        """
        first = len(self._ids)
        self._known.update({id_: first + i for i, id_ in enumerate(ids)})
        self._ids.extend(ids)
        self._postings.add_many(marks, owners + np.uint32(first))

    @property
    def size(self) -> int:
        """Bytes of the postings."""
        return self._postings.size

    def _keep(self, text: Text) -> None:
        if text.report.id in self._known:
            return
        self._postings.add(len(self._ids), sampled(text.shingles, self.every))
        self._known[text.report.id] = len(self._ids)
        self._ids.append(text.report.id)
        if self._kept is None:
            self._texts[text.report.id] = text

    def _text(self, id_: str) -> Text:
        return self._texts[id_] if self._kept is None else Text.of(self._kept(id_))


def find_reprints(reports: Sequence[Report]) -> tuple[Reprint, ...]:
    """For each report that copies, what it copies: as few sources as explain its passages. Order is no matter."""
    index = CopyIndex()
    return needed([reprint for report in reports for reprint in index.add(report)])


def needed(reprints: Sequence[Reprint]) -> tuple[Reprint, ...]:
    """Of all pairs of copies, for each report those that explain its passages; its main source first.

    Of ten papers that print one wire story each is a copy of each: what a reader needs is that nine copy the first.
    """
    of: dict[str, list[Reprint]] = defaultdict(list)
    for reprint in reprints:
        of[reprint.report].append(reprint)
    return tuple(kept for report in sorted(of) for kept in _explaining(of[report], frozenset(of)))


def _explaining(reprints: Sequence[Reprint], copies: frozenset[str]) -> Iterator[Reprint]:
    covered: list[Span] = []
    for reprint in sorted(reprints, key=lambda r: (r.of in copies, -r.share, r.of)):
        if not covered or sum(_new(passage.here, covered) for passage in reprint.passages) >= NEW:
            yield reprint
            covered += [passage.here for passage in reprint.passages]


def _new(span: Span, covered: Sequence[Span]) -> int:
    """Characters of a span that no other covers; overlapping ones may be taken off twice, which errs to less."""
    return span.end - span.start - sum(max(0, min(span.end, c.end) - max(span.start, c.start)) for c in covered)


def compare(a: Text, b: Text) -> Reprint | None:
    """Whether one of two reports copies the other, which way and where; None where they share no passage."""
    a, b = sorted((a, b), key=lambda text: text.report.id)
    runs = passages(a.words, b.words, (a.shingles, b.shingles))
    if not runs:
        return None
    known_by, a_is_copy, how = _direction(a, b, runs)
    copy, source = (a, b) if a_is_copy else (b, a)
    spans = [(_span(a, r.start, r.end), _span(b, r.there, r.there_end)) for r in runs]
    told = tuple(sorted((Copied(*(pair if a_is_copy else pair[::-1])) for pair in spans), key=lambda c: c.here.start))
    share = _share(a, b, runs)
    extent = f"{share:.0%} of the shorter text" if share >= 0.01 else "a passage"
    reason = f"{extent} stands in the other word for word, in {_counted(len(told))}; {how}"
    return Reprint(copy.report.id, source.report.id, round(share, 3), reason, told, known_by)


def _counted(number: int) -> str:
    return "one passage" if number == 1 else f"{number} passages"


def _share(a: Text, b: Text, runs: Sequence[Run]) -> float:
    """How much of the shorter text lies in passages."""
    if len(a.words) <= len(b.words):
        covered = sum(r.end - r.start for r in runs)
    else:
        covered = sum(r.there_end - r.there for r in runs)
    return min(1.0, covered / max(1, min(len(a.words), len(b.words))))


def _span(text: Text, start: int, end: int) -> Span:
    """The span of words [start, end), with the full stop or the quotation mark that closes it."""
    whole = text.report.text
    first, last = text.words.starts[start], text.words.ends[end - 1]
    while last < len(whole) and whole[last] in ".,!?”\"’'":
        last += 1
    while first > 0 and whole[first - 1] in "“\"‘'":
        first -= 1
    return Span.of(whole, first, last)


def _direction(a: Text, b: Text, runs: Sequence[Run]) -> tuple[Direction, bool, str]:
    """(how it is known, whether `a` is the copy, the same in words); `a` is no copy where it is unknown."""
    one, two = a.report, b.report
    for a_is_copy, copy, source in ((True, one, two), (False, two, one)):
        if copy.credit and copy.credit == source.outlet and source.credit != copy.outlet:
            return "credit", a_is_copy, f"it credits {copy.credit}"
    if one.credit and one.credit == two.credit:
        return "unknown", False, f"both credit {one.credit}: neither is the other's source"
    if one.published and two.published and _differ(one.published, two.published):
        return "time", one.published > two.published, "the other was published first"
    cut = _cut_from_end(a, b, runs)
    if cut is not None:
        return "coverage", cut, "it ends where the other goes on: cut from the end"
    return "unknown", False, "which copied is unknown: neither is taken for the source"


def _differ(a: datetime, b: datetime) -> bool:
    """Whether one is known to be earlier: a date without a time of day says nothing within its day."""
    whole_day = (0, 0) in ((a.hour, a.minute), (b.hour, b.minute))
    return a.date() != b.date() if whole_day else a != b


def _cut_from_end(a: Text, b: Text, runs: Sequence[Run]) -> bool | None:
    """Whether `a` (True) or `b` (False) is the other's beginning and no more; None where neither is."""
    a_short = len(a.words) <= len(b.words)
    if _share(a, b, runs) < WHOLE or len(a.words) == len(b.words):
        return None
    longer = len(b.words) if a_short else len(a.words)
    first = min(r.there if a_short else r.start for r in runs)
    last = max(r.there_end if a_short else r.end for r in runs)
    return a_short if first <= HEAD and last <= WHOLE * longer else None


def _by_ids(reprint: Reprint) -> tuple[str, str]:
    return reprint.report, reprint.of
