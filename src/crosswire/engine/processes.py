"""The engine that works in a pool of processes of this machine.

A worker that dies (killed, out of memory) breaks its pool: what it and the others were at is given to a new one, and
an item that was in work at TRIES deaths is told as failed.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from crosswire.engine.contract import TRIES, Done, Item, Key, Result, State, Task, grouped, reason

_prepared: dict[str, Any] = {}  # a worker's own state, made by its initializer; never set in the driver


class ProcessEngine:
    """As many processes as it is given, else one a core."""

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or os.cpu_count() or 1

    def each(self, task: Task[State, Item, Result], items: Iterable[Item]) -> Iterator[Done[Item, Result]]:
        """See the contract. The pool lives as long as the items."""
        source = iter(items)
        again: list[tuple[Item, int]] = []
        more = True
        while more:
            with self._pool(task) as pool:
                more, again = yield from _drain(pool, task, source, again, self.workers + 1)

    def by_key(
        self, task: Task[State, tuple[Key, tuple[Item, ...]], Result], keyed: Iterable[tuple[Key, Item]]
    ) -> Iterator[Done[tuple[Key, tuple[Item, ...]], Result]]:
        """See the contract."""
        yield from self.each(task, grouped(keyed))

    def close(self) -> None:
        """Nothing is left running between two calls."""

    def _pool(self, task: Task[Any, Any, Any]) -> ProcessPoolExecutor:
        # "spawn": a fork would copy the threads' locks of whoever serves pages or writes to a database here.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self.workers, context, _prepare, (task.prepare,))


def _drain(
    pool: ProcessPoolExecutor,
    task: Task[State, Item, Result],
    source: Iterator[Item],
    again: list[tuple[Item, int]],
    ahead: int,
) -> Generator[Done[Item, Result], None, tuple[bool, list[tuple[Item, int]]]]:
    """Results as they come; at the end (whether a new pool is needed, the items to give it)."""
    running: dict[Future[Result], tuple[Item, int]] = {}
    while True:
        for item, tries in _next(again, source, ahead - len(running), not running):
            running[pool.submit(_run, task.run, item)] = (item, tries)
        if not running:
            return False, []
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        lost = any(isinstance(f.exception(), BrokenProcessPool) for f in done)
        for future in done:
            if not isinstance(future.exception(), BrokenProcessPool):
                yield _done(future, running.pop(future)[0])
        if lost:
            left = list(running.values())
            for item, tries in left:
                if tries + 1 >= TRIES:
                    yield Done(item, None, f"its worker died {TRIES} times (killed, or out of memory)")
            return True, [*again, *((item, tries + 1) for item, tries in left if tries + 1 < TRIES)]


def _next(
    again: list[tuple[Item, int]], source: Iterator[Item], room: int, is_idle: bool
) -> Iterator[tuple[Item, int]]:
    """The next items to hand out. Those of a broken pool first and each alone, so that only the one that kills dies."""
    if again:
        yield from [again.pop(0)] if is_idle else []
        return
    for _ in range(room):
        try:
            yield next(source), 0
        except StopIteration:
            return


def _done(future: Future[Result], item: Item) -> Done[Item, Result]:
    error = future.exception()
    return Done(item, future.result()) if error is None else Done(item, None, reason(error))


def _prepare(prepare: Callable[[], Any]) -> None:
    _prepared["state"] = prepare()


def _run(run: Callable[[Any, Any], Any], item: Any) -> Any:
    return run(_prepared["state"], item)
