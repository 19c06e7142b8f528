"""A sentence put to what is stored: the reports that have its words are read closely, and asked."""

# ruff: noqa: PLC0415 - imported when they are first needed, see the package

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from crosswire.model import ClaimCheck, Report

if TYPE_CHECKING:
    from crosswire.claims.read import Reader
    from crosswire.pipeline.keeping import Store
    from crosswire.pipeline.read import Pipeline
    from crosswire.pipeline.unsure import Unsure

ASKED = 12  # words that are looked up
EACH = 30  # reports that each word may find, the newest
PAIRS = 50  # that a person may be asked about
READ = 16  # reports that are read closely: a tenth of a second each
WORD = re.compile(r"[^\W_][\w'’-]{2,}")


def check_stored(store: Store, steps: Pipeline, text: str) -> ClaimCheck:
    """The verdict on each sentence. Where no stored report has its words, nothing is found for it."""
    from crosswire.claims.read import read_closely
    from crosswire.pipeline.check import check_sentences, evidence_of

    reports = reports_with(store, text)
    read = list(read_closely(reports, steps.reader))
    evidence = evidence_of(read, steps.reader)
    return ClaimCheck(text, tuple(check_sentences(text, None, evidence, steps.reader)), evidence.brief)


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
