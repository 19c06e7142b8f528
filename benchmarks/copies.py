"""How many reports a second are checked for copies against very many that are kept, and how fast an event is weighed.

Kept reports are made of words drawn by how often words are used (the first some thousand times oftener than the
ten-thousandth), so that common runs of words are shared by many; their shingles go into `CopyIndex` in bulk, and the
text of any is made again from its number when it is asked for, as a store would read it. Of the new reports half are
nobody's copies; the others take a whole report, its first half, or three sentences of it, with each twentieth word
changed; one in fifty of these takes one of a few much copied reports. Each goes through `CopyIndex.add`, the index
growing meanwhile. Times are of the processor, so of one core. `found` and `false`: copies found of those made, and
reports named that were not copied.

Weighing: an event of 1,000 reports with six claims each, from claims with their origins traced to the facts.
CROSSWIRE_KEPT and CROSSWIRE_NEW set other numbers (1,000,000 and 10,000); `make bench` runs it small.
"""

from __future__ import annotations

import os
import random
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from crosswire.compare import Scale
from crosswire.facts.align import Backed
from crosswire.facts.origins import Ties, trace
from crosswire.facts.origins.voices import load_offices
from crosswire.facts.reprints import CopyIndex
from crosswire.facts.reprints.words import mixed, word_hash
from crosswire.facts.weigh import weigh
from crosswire.model import Attribute, Block, Claim, Quantity, Report, Span, Speaker

KEPT, NEW = 1_000_000, 10_000
WORDS, SENTENCE = 400, 20  # of a report; words of a sentence
VOCABULARY = 60_000
EDIT = 20  # one word in so many is changed in a copy
BATCH = 10_000
TABLE = 1 << 20
Numbers = NDArray[np.int64]
START = datetime(2026, 1, 1, tzinfo=UTC)


def run(data: Path | None, split: str) -> dict[str, object]:
    """Speed of checking and of weighing; `data` and `split` change nothing."""
    kept, new = int(os.environ.get("CROSSWIRE_KEPT", KEPT)), int(os.environ.get("CROSSWIRE_NEW", NEW))
    library = Library(kept)
    index = CopyIndex(library.report)
    built = time.perf_counter()
    library.fill(index)
    building = time.perf_counter() - built
    rng = random.Random(5)  # noqa: S311 - reproducible, no secret
    made = [library.new(kept + i, rng) for i in range(new)]
    for report, _ in made:
        library.added[report.id] = report
    started = time.process_time()
    answers = [index.add(report) for report, _ in made]
    seconds = time.process_time() - started
    found = wrong = copies = 0
    families = {report.id: source for report, source in made if source}
    for (report, source), reprints in zip(made, answers, strict=True):
        named = {r.of if r.report == report.id else r.report for r in reprints}
        copies += source is not None
        found += source is not None and source in named
        wrong += sum(other != source and families.get(other) != source for other in named)
    return {
        "kept": kept,
        "new": new,
        "index_mb": round(index.size / 1e6),
        "build_seconds": round(building, 1),
        "reports_per_second": round(new / seconds),
        "copies": copies,
        "found": round(found / max(1, copies), 4),
        "false": wrong,
        **weighing(1000),
    }


class Library:
    """Reports made from their numbers."""

    def __init__(self, kept: int) -> None:
        self.kept = kept
        self.added: dict[str, Report] = {}
        letters = np.random.default_rng(3)
        self.words = ["".join(chr(97 + c) for c in letters.integers(0, 26, 3 + i % 7)) for i in range(VOCABULARY)]
        self.hashes = np.array([word_hash(word) for word in self.words], np.uint64)
        share = 1.0 / (np.arange(VOCABULARY) + 10.0)
        steps = (np.arange(TABLE) + 0.5) / TABLE
        self.table = np.searchsorted(np.cumsum(share / share.sum()), steps)  # a word for each of so many equal chances

    def drawn(self, batch: int, row: int = 0, rows: int = BATCH) -> Numbers:
        """The word numbers of reports of a batch, a row each; one step of the generator for each word."""
        bits = np.random.PCG64(1000 + batch)
        bits.advance(row * WORDS)
        raw = bits.random_raw(min(rows, self.kept - batch * BATCH - row) * WORDS)
        found: Numbers = self.table[raw & np.uint64(TABLE - 1)].reshape(-1, WORDS)
        return found

    def fill(self, index: CopyIndex) -> None:
        """Keep all reports, batch by batch."""
        for batch in range((self.kept + BATCH - 1) // BATCH):
            made = mixed(self.hashes[self.drawn(batch)].T)
            place, row = np.nonzero(made % np.uint64(index.every) == 0)
            both = np.unique((row.astype(np.uint64) << np.uint64(32)) | (made[place, row] >> np.uint64(32)))
            marks, owners = (both & np.uint64(0xFFFFFFFF)).astype(np.uint32), (both >> np.uint64(32)).astype(np.uint32)
            index.keep_marks([f"kept-{batch * BATCH + i}" for i in range(made.shape[1])], marks, owners)

    def report(self, id_: str) -> Report:
        """A kept report by its id, made again; one that has come since as it came."""
        if id_ in self.added:
            return self.added[id_]
        return _report(id_, [self.words[i] for i in self._row(int(id_.removeprefix("kept-")))], 0)

    def _row(self, number: int) -> list[int]:
        batch, row = divmod(number, BATCH)
        return [int(i) for i in self.drawn(batch, row, 1)[0]]

    def new(self, number: int, rng: random.Random) -> tuple[Report, str | None]:
        """A new report and what it copies."""
        own = [self.words[int(self.table[rng.randrange(TABLE)])] for _ in range(WORDS)]
        if rng.random() < 0.5:
            return _report(f"new-{number}", own, number), None
        source = rng.randrange(50) if rng.random() < 0.02 else rng.randrange(self.kept)
        words = [self.words[i] for i in self._row(source)]
        way = rng.choice(("whole", "half", "sentences"))
        if way == "half":
            words = words[: WORDS // 2]
        if way == "sentences":
            at = rng.randrange(0, WORDS - 3 * SENTENCE)
            words = [*own[: WORDS // 2], *words[at : at + 3 * SENTENCE], *own[WORDS // 2 :]]
        words = [rng.choice(self.words) if rng.random() < 1 / EDIT else word for word in words]
        return _report(f"new-{number}", words, number), f"kept-{source}"


def _report(id_: str, words: list[str], minutes: int) -> Report:
    text = " ".join(words)
    blocks = (Block("paragraph", 0, len(text)),)
    return Report(id_, text, blocks, "", id_, START + timedelta(minutes=minutes), "given", "en")


def weighing(reports: int) -> dict[str, object]:
    """Seconds for weighing six questions of one event told by so many reports, their origins traced."""
    ties = Ties(offices=load_offices())
    asked = [Attribute(f"number {i}", "How many?", "quantity", grows=i % 2 == 0) for i in range(6)]
    claims = [_claim(n, i) for n in range(reports) for i in range(len(asked))]
    known = {r.id: r for _, r in claims}
    best = min(_weighed(asked, claims, known, ties) for _ in range(3))
    return {"weighed_reports": reports, "weighed_claims": len(claims), "weigh_seconds": round(best, 3)}


def _weighed(asked: list[Attribute], claims: list[tuple[Claim, Report]], known: dict[str, Report], ties: Ties) -> float:
    started = time.process_time()
    for attribute in asked:
        told = [c for c, _ in claims if c.attribute == attribute.name]
        backed = [Backed(c, trace(c, known[c.report], ties), known[c.report].published) for c in told]
        assert weigh("event", attribute, backed, _scale) is not None
    return time.process_time() - started


def _claim(number: int, asked: int) -> tuple[Claim, Report]:
    text = f"Police said {20 + number % 5} people were hurt, according to body {number % 40}."
    report = Report(f"r{number}", text, (), "", f"Paper {number}", START + timedelta(minutes=number), "given", "en")
    outlet = Speaker(f"Paper {number}", f"Paper {number}", "outlet")
    body = Speaker(f"Body {number % 40}", f"Body {number % 40} Ministry", "official", country="FR")
    value = Quantity(f"{20 + number % 5} people", 20 + number % 5, 20 + number % 5, "exact", "1", "person")
    span = Span.of(text, 0, len(text))
    chain = (outlet, body) if number % 3 else (outlet,)
    name = f"number {asked}"
    claim = Claim(f"c{number}-{asked}", report.id, "m", name, "fact", "paraphrased", "states", chain, value, span, span)
    return claim, report


def _scale(unit: str) -> tuple[str, float] | None:
    return None


_: Scale = _scale
