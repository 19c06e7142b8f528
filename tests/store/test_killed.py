"""Ten kills of the benchmark `killing`; `python -m benchmarks killing` does two hundred."""

from __future__ import annotations

from pathlib import Path

from benchmarks.killing import kill


def test_killed_at_any_moment_the_store_is_whole(tmp_path: Path) -> None:
    found = kill(tmp_path, 10)
    assert (found["lost"], found["doubled"], found["broken"], found["same_in_the_end"]) == (0, 0, 0, True)
