"""The made archives: the same each time, with every event told as often as it says, and found again."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from benchmarks.archive import found
from benchmarks.archive_made import COPIES, KINDS, SHARE, TELLERS, events, pages, write_archives

from crosswire.app.backfill import Backfilling, run_backfill
from crosswire.sources.warc import Captured, read_archive


def test_the_same_pages_each_time() -> None:
    assert list(pages(60, 2)) == list(pages(60, 2))


def test_one_page_in_twenty_tells_of_an_event() -> None:
    told = Counter(p.event for p in pages(400, 3) if p.event is not None)
    assert sum(told.values()) == 400 // SHARE
    assert set(told.values()) == {TELLERS + COPIES}
    assert len({(e.kind, e.town, e.words["size"]) for e in events(30, 5)}) == 30


def test_hidden_events_are_found(tmp_path: Path) -> None:
    told = write_archives(tmp_path / "warc", 100, 2, 2)
    captured = [p for path in sorted((tmp_path / "warc").iterdir()) for p in read_archive(path)]
    assert sum(isinstance(p, Captured) for p in captured) == 100
    report = run_backfill(Backfilling((str(tmp_path / "warc"),), tmp_path / "out", KINDS), lambda *_: None)
    assert report["passed"] == len(told) == 5
    scores = found(tmp_path / "out", told)
    assert (scores["hidden"], scores["found"], scores["wrong_pairs"]) == (1, 1.0, 0.0)


def test_wrong_merges_are_counted(tmp_path: Path) -> None:
    assert found(tmp_path, {"http://a.example": 1})["found"] == 0
