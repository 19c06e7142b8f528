"""One suite over all engines: the same results from each."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosswire.engine.contract import Engine
from crosswire.engine.local import LocalEngine
from crosswire.engine.processes import ProcessEngine
from crosswire.engine.ray_core import RayEngine
from tests.contracts.engine_tasks import ADD, ALWAYS_DIE, DIE_ONCE, TOTAL, WHOSE

KINDS = ["local", "processes", "ray"]


@pytest.fixture(scope="module", params=KINDS)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    if request.param == "ray" and importlib.util.find_spec("ray") is None:
        pytest.skip('Ray is an extra and not installed: pip install "crosswire[ray]"')
    made = _engine(request.param)
    yield made
    made.close()


def _engine(kind: str) -> Engine:
    if kind == "ray":
        return RayEngine(2)
    return ProcessEngine(2) if kind == "processes" else LocalEngine()


def test_each_item_once(engine: Engine) -> None:
    done = sorted(engine.each(ADD, range(10)), key=lambda d: d.item)
    assert [(d.item, d.result) for d in done] == [(i, 100 + i) for i in range(10)]


def test_one_failure_is_told_and_ends_nothing(engine: Engine) -> None:
    done = {d.item: d for d in engine.each(ADD, [12, 13, 14])}
    assert (done[12].result, done[14].result) == (112, 114)
    assert done[13].result is None
    assert done[13].failed == "ValueError: 13 is not added"


def test_nothing_to_do(engine: Engine) -> None:
    assert not list(engine.each(ADD, []))
    assert not list(engine.by_key(TOTAL, []))


def test_by_key_brings_a_keys_items_together(engine: Engine) -> None:
    keyed = [("a", 1), ("b", 2), ("a", 3), ("c", 4), ("b", 5)]
    assert sorted(d.result or () for d in engine.by_key(TOTAL, keyed)) == [("a", 104, 2), ("b", 107, 2), ("c", 104, 1)]


def test_items_are_drawn_as_workers_come_free(engine: Engine) -> None:
    drawn = []

    def items() -> Iterator[int]:
        for i in range(1000):
            drawn.append(i)
            yield i

    results = engine.each(ADD, items())
    next(results)
    assert len(drawn) < 20
    results.close()  # type: ignore[attr-defined]  # all engines give generators, which end their work when closed


def test_workers_are_other_processes(engine: Engine) -> None:
    here = {d.result for d in engine.each(WHOSE, range(8))} == {os.getpid()}
    assert here is isinstance(engine, LocalEngine)


def test_a_killed_worker_loses_nothing(engine: Engine, tmp_path: Path) -> None:
    if isinstance(engine, LocalEngine):
        pytest.skip("the worker is this process")
    mark = str(tmp_path / "died")
    done = sorted(engine.each(DIE_ONCE, [(mark, i) for i in range(8)]), key=lambda d: d.item)
    assert [d.result for d in done] == list(range(8))
    assert Path(mark).exists()


def test_an_item_that_always_kills_is_given_up(engine: Engine) -> None:
    if isinstance(engine, LocalEngine):
        pytest.skip("the worker is this process")
    done = {d.item: d for d in engine.each(ALWAYS_DIE, range(6))}
    assert set(done) == set(range(6)), "every item is answered once"
    assert "died" in (done[3].failed or "")
    assert [done[i].result for i in (0, 1, 2, 4, 5)] == [0, 1, 2, 4, 5]


def test_no_cluster_says_so() -> None:
    """In a process of its own: Ray knows one cluster a process."""
    if importlib.util.find_spec("ray") is None:
        pytest.skip("Ray is an extra and not installed")
    code = "from crosswire.engine.ray_core import RayEngine\nRayEngine(address='127.0.0.1:9')"
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)  # noqa: S603
    assert "EngineError: no Ray cluster at 127.0.0.1:9" in made.stderr
    assert "ray start --head" in made.stderr
