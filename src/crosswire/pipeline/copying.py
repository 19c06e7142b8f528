"""Copies over a store: the sampled shingles of all reports at hand, their texts loaded where two share enough."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from crosswire.facts.reprints import Text, compare
from crosswire.facts.reprints.index import Postings, placed
from crosswire.model import Report, Reprint
from crosswire.pipeline.keeping_links import Links

TEXTS = 3000  # kept at hand


@dataclass(slots=True)
class StoredCopies:
    """Which stored reports share passages with a new one; `load` once, then `add` each."""

    postings: Postings = field(default_factory=Postings)
    ids: list[str] = field(default_factory=list)
    texts: dict[str, Text] = field(default_factory=dict)
    unsaved: list[tuple[str, bytes]] = field(default_factory=list)

    @classmethod
    def load(cls, links: Links) -> StoredCopies:
        """All that is stored: 150 shingles a report, in one sorted array."""
        copies = cls()
        rows = [(rid, np.frombuffer(data, np.uint32)) for _, rid, data in links.all_marks(-1)]
        copies.ids = [rid for rid, _ in rows]
        if rows:
            counts = [len(marks) for _, marks in rows]
            numbers = np.repeat(np.arange(len(rows), dtype=np.uint32), counts)
            copies.postings.add_many(np.concatenate([marks for _, marks in rows]), numbers)
        return copies

    def add(self, report: Report, kept: Callable[[str], Report]) -> list[Reprint]:
        """Keep a report; what it copies and what copies it among those kept before."""
        text = self.texts[report.id] = Text.of(report)
        marks, places = placed(text.shingles)
        near = [self.ids[number] for number in self.postings.sharing(marks, places)]
        found = [compare(text, self._text(other, kept)) for other in near if other != report.id]
        self.postings.add(len(self.ids), marks)
        self.ids.append(report.id)
        self.unsaved.append((report.id, marks.tobytes()))
        return [reprint for reprint in found if reprint is not None]

    def save(self, links: Links) -> None:
        """Write the marks of what was added."""
        links.save_marks(self.unsaved)
        self.unsaved.clear()

    def _text(self, report: str, kept: Callable[[str], Report]) -> Text:
        text = self.texts.pop(report, None) or Text.of(kept(report))
        self.texts[report] = text  # the last one used is the last to go: what is asked for may be the oldest of all
        for old in list(self.texts)[: max(0, len(self.texts) - TEXTS)]:
            del self.texts[old]
        return text
