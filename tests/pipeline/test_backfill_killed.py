"""Backfill where what works for it is killed: a worker, the driver, all of the machine's Ray."""

from __future__ import annotations

import importlib.util
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from crosswire.app.backfill import run_backfill
from tests.pipeline.backfills import WANTED, asked, content, quiet
from tests.pipeline.conftest import Made
from tests.processes import children, kill, words

ENDS = 240  # seconds within which a driver must have ended, on a busy machine


@contextmanager
def driver(archives: Path, out: Path, *more: str) -> Iterator[subprocess.Popen[bytes]]:
    """A backfill in a process of its own, ended with all it started when the test leaves it."""
    command = [sys.executable, "-m", "crosswire", "backfill", str(archives), "--out", str(out)]
    command += ["--frames", ",".join(WANTED), *more]
    quiet_streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, start_new_session=True, **quiet_streams) as process:  # type: ignore[call-overload]  # noqa: S603
        try:
            yield process
        finally:
            for child in [*children(process.pid)]:
                kill(child)
            kill(process.pid)


def until_looked(process: subprocess.Popen[bytes], out: Path, stage: str = "looked") -> None:
    """Wait until a stage has finished its first file."""
    while not list((out / "work" / stage).glob("*.json")) and process.poll() is None:
        time.sleep(0.01)


def test_a_killed_driver(archives: Path, made: Made, tmp_path: Path) -> None:
    out = tmp_path / "data"
    for stage in ("looked", "read"):
        with driver(archives, out) as process:
            until_looked(process, out, stage)
            os.killpg(process.pid, signal.SIGKILL)
    kept = {p: p.stat().st_mtime_ns for p in (out / "work").glob("looked/*.json")}
    run_backfill(asked(archives, out), quiet)
    assert kept
    assert {p: p.stat().st_mtime_ns for p in kept} == kept
    assert content(out) == content(made[0])


def test_a_killed_worker_is_replaced(archives: Path, made: Made, tmp_path: Path) -> None:
    out = tmp_path / "data"
    with driver(archives, out, "--engine", "processes", "--workers", "2") as process:
        until_looked(process, out)
        workers = [pid for pid in children(process.pid) if "spawn_main" in words(pid)]
        kill(workers[0])
        assert process.wait(ENDS) == 0
    assert content(out) == content(made[0])


def test_all_of_ray_killed(archives: Path, made: Made, tmp_path: Path) -> None:
    if importlib.util.find_spec("ray") is None:
        pytest.skip("Ray is an extra")
    out = tmp_path / "data"
    with driver(archives, out, "--engine", "ray", "--workers", "2") as process:
        until_looked(process, out)
        killed = [pid for pid in children(process.pid) if "ray" in words(pid)]
        for pid in killed:
            kill(pid)
        assert process.wait(ENDS) != 0
    assert len(killed) >= 4, "the head, the machine's manager and two workers"
    assert not (out / "report.json").exists()
    run_backfill(asked(archives, out), quiet)
    assert content(out) == content(made[0])
