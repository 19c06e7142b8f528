"""A sentence put to what is stored: the reports that have its words are read closely, and asked."""

# ruff: noqa: PLC0415 - imported when they are first needed, see the package

from __future__ import annotations

import re
from collections import Counter, OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from crosswire.errors import UnreadableInputError
from crosswire.model import ClaimCheck, Clause, Fetched, Reading, Report

if TYPE_CHECKING:
    from crosswire.app.knowledge import Knowledge
    from crosswire.claims.read import Reader
    from crosswire.pipeline.keeping import Store
    from crosswire.pipeline.read import Pipeline
    from crosswire.pipeline.unsure import Unsure

ASKED = 12  # words that are looked up
EACH = 30  # reports that each word may find, the newest
PAIRS = 50  # that a person may be asked about
AT_HAND = 200  # reports read closely, a quarter of a megabyte each
READ = 16  # reports that are read closely: a tenth of a second each
WORD = re.compile(r"[^\W_][\w'’-]{2,}")


class CloseReading:
    """Stored reports read closely (with their clauses, which a store does not keep), those asked last kept at hand."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._at_hand: OrderedDict[str, tuple[Reading, tuple[Clause, ...]]] = OrderedDict()

    def check(self, text: str) -> ClaimCheck:
        """The verdict on each sentence. Where no stored report has its words, nothing is found for it."""
        from crosswire.pipeline.check import check_sentences, evidence_of

        reader = self._knowledge.steps.reader
        evidence = evidence_of(self._read(reports_with(self._knowledge.store, text)), reader)
        return ClaimCheck(text, tuple(check_sentences(text, None, evidence, reader)), evidence.brief)

    def _read(self, reports: Sequence[Report]) -> list[tuple[Reading, tuple[Clause, ...]]]:
        from crosswire.claims.read import read_closely

        missing = [r for r in reports if r.id not in self._at_hand]
        for one in read_closely(missing, self._knowledge.steps.reader):
            self._at_hand[one[0].report.id] = one
        for report in reports:
            self._at_hand.move_to_end(report.id)
        found = [self._at_hand[r.id] for r in reports]
        while len(self._at_hand) > AT_HAND:
            self._at_hand.popitem(last=False)
        return found


def origins_of(steps: Pipeline, fetched: Sequence[Fetched]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The values of the graph of who rests on whom, and what could not be read."""
    from crosswire.brief.graph import graph_of
    from crosswire.brief.graph_forms import as_values
    from crosswire.pipeline.weigh import weigh_all

    read = list(steps.read_fetched(fetched))
    readings = [one for one in read if isinstance(one, Reading)]
    errors = tuple(str(one) for one in read if isinstance(one, UnreadableInputError))
    return as_values(graph_of(weigh_all(readings, steps.reader, errors))), errors


def reports_with(store: Store, text: str) -> list[Report]:
    """The stored reports that have most of the words; a word that few have counts for more."""
    weights: Counter[str] = Counter()
    for word in words_of(text):
        hits, _ = store.search(f'"{word}"', (None, EACH))
        for hit in hits:
            weights[hit.report.id] += 1 + (EACH - len(hits))
    best = sorted(weights, key=lambda i: (-weights[i], i))[:READ]
    return [reading.report for reading in store.readings(best)]


def words_of(text: str) -> list[str]:
    """The words that tell most: names and numbers first, then the longest."""
    found = dict.fromkeys(WORD.findall(text[:5000]))
    return sorted(found, key=lambda w: (not (w[0].isupper() or w[0].isdigit()), -len(w)))[:ASKED]


def near_pairs(store: Store, reader: Reader) -> list[Unsure]:
    """Pairs of stored events that the rules nearly joined, the nearest first."""
    from crosswire.pipeline.unsure import unsure

    return unsure(store, reader, PAIRS)
