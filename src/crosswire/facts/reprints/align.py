"""Two reports' words -> the passages that one has from the other: seeds of shingles in both, extended and joined.

Small edits, converted units and words put in or left out are bridged; passages in another order are found each by
itself. Words inside quotation marks lie in a passage but are no proof of one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from crosswire.facts.reprints.words import SHINGLE, Hashes, Words

GAP = 8  # words that may be changed, put in or left out between two copied runs: "(217 miles)", "on Tuesday local time"
LEAST = 12  # words outside quotation marks that make a passage; shorter runs are set phrases
ENOUGH = 30  # such words in all passages of two reports: two desks put one or two short sentences alike by chance
MOST = 0.7  # or as much of the shorter text's words outside quotation marks
LEAST_SHARE = 0.6  # of a passage's words on both sides are the same
ONCE = 3  # a shingle that stands more often than this in one report seeds nothing


@dataclass(frozen=True, slots=True)
class Run:
    """Words [start, end) of one report beside words [there, there_end) of another; `same` counts those alike."""

    start: int
    end: int
    there: int
    there_end: int
    same: int


def passages(here: Words, there: Words, marks: tuple[Hashes, Hashes]) -> list[Run]:
    """The passages that two reports share, in the order of the first; `marks` are the shingles of both."""
    chains = _chained(_runs(*marks))
    found = _apart([c for c in (_joined(chain, here, there) for chain in chains) if c is not None])
    shorter = min(int((~words.quoted).sum()) for words in (here, there))
    return found if sum(run.same for run in found) >= min(ENOUGH, MOST * shorter) else []


def _runs(here: Hashes, there: Hashes) -> list[tuple[int, int, int]]:
    """Runs of equal shingles as (start here, start there, words long), in the order of the first report."""
    order = np.argsort(there, kind="stable")
    ordered = there[order]
    low, high = np.searchsorted(ordered, here, "left"), np.searchsorted(ordered, here, "right")
    count = np.where((here != 0) & (high - low <= ONCE), high - low, 0)
    i = np.repeat(np.arange(len(here)), count)
    if not len(i):
        return []
    nth = np.arange(len(i)) - np.repeat(np.cumsum(count) - count, count)
    j = order[low[i] + nth]
    by_diagonal = np.lexsort((i, j - i))
    i, j = i[by_diagonal], j[by_diagonal]
    new = np.ones(len(i), np.bool_)
    new[1:] = (np.diff(j - i) != 0) | (np.diff(i) > 1)
    first = np.flatnonzero(new)
    last = np.append(first[1:], len(i)) - 1
    runs = zip(i[first].tolist(), j[first].tolist(), (i[last] - i[first] + SHINGLE).tolist(), strict=True)
    return sorted(runs)


def _chained(runs: Sequence[tuple[int, int, int]]) -> list[list[tuple[int, int, int]]]:
    """Runs that follow one another on both sides with small gaps only, the longest runs finding company first."""
    chains: list[list[tuple[int, int, int]]] = []
    open_: list[list[tuple[int, int, int]]] = []
    for run in runs:
        open_ = [c for c in open_ if run[0] - (c[-1][0] + c[-1][2]) <= GAP]
        home = min((c for c in open_ if _follows(c[-1], run)), key=lambda c: _distance(c[-1], run), default=None)
        if home is None:
            home = []
            chains.append(home)
            open_.append(home)
        home.append(run)
    return chains


def _follows(last: tuple[int, int, int], run: tuple[int, int, int]) -> bool:
    here, there = run[0] - (last[0] + last[2]), run[1] - (last[1] + last[2])
    return all(-SHINGLE < gap <= GAP for gap in (here, there)) and run[1] > last[1]


def _distance(last: tuple[int, int, int], run: tuple[int, int, int]) -> int:
    return abs((run[1] - last[1]) - (run[0] - last[0]))


def _joined(chain: Sequence[tuple[int, int, int]], here: Words, there: Words) -> Run | None:
    """The passage of a chain of runs; None where too little of it is the same, or all of it is quotation."""
    (start, there_start, _), (last, there_last, length) = chain[0], chain[-1]
    alike = np.zeros(last + length - start, np.bool_)
    for i, _, n in chain:
        alike[i - start : i - start + n] = True
    own = int((alike & ~here.quoted[start : last + length]).sum())
    same = int(alike.sum())
    width = max(last + length - start, there_last + length - there_start)
    if own < LEAST or same < LEAST_SHARE * width:
        return None
    return Run(start, last + length, there_start, min(there_last + length, len(there)), own)


def _apart(found: Sequence[Run]) -> list[Run]:
    """Each word of the first report in one passage only: the longest first, what overlaps it is left out."""
    kept: list[Run] = []
    for run in sorted(found, key=lambda r: (-r.same, r.start, r.there)):
        if all(run.end <= other.start or other.end <= run.start for other in kept):
            kept.append(run)
    return sorted(kept, key=lambda r: r.start)
