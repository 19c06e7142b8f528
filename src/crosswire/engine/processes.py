"""The engine that works in a pool of processes of this machine.

A worker that dies (killed, out of memory) breaks its pool: what it and the others were at is given to a new one, and
an item that was in work at TRIES deaths is told as failed.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from crosswire.engine.contract import TRIES, Done, Item, Key, Result, State, Task, grouped, reason
from crosswire.engine.crew import Hand, packed

_hand = Hand()  # a worker's own; the driver's is never asked


class ProcessEngine:
    """As many processes as it is given, else one a core. They stay until it is closed."""

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def each(self, task: Task[State, Item, Result], items: Iterable[Item]) -> Iterator[Done[Item, Result]]:
        """See the contract."""
        source = iter(items)
        again: list[tuple[Item, int]] = []
        more = True
        while more:
            more, again = yield from _drain(self._crew(), packed(task), source, again, self.workers + 1)
            if more:
                self.close()

    def by_key(
        self, task: Task[State, tuple[Key, tuple[Item, ...]], Result], keyed: Iterable[tuple[Key, Item]]
    ) -> Iterator[Done[tuple[Key, tuple[Item, ...]], Result]]:
        """See the contract."""
        yield from self.each(task, grouped(keyed))

    def close(self) -> None:
        """End the workers when they have done what they are at."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _crew(self) -> ProcessPoolExecutor:
        # "spawn": a fork would copy the threads' locks of whoever serves pages or writes to a database here.
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self.workers, multiprocessing.get_context("spawn"))
        return self._pool


def _drain(
    pool: ProcessPoolExecutor, job: bytes, source: Iterator[Item], again: list[tuple[Item, int]], ahead: int
) -> Generator[Done[Item, Any], None, tuple[bool, list[tuple[Item, int]]]]:
    """Results as they come; at the end (whether a new pool is needed, the items to give it)."""
    running: dict[Future[Any], tuple[Item, int]] = {}
    try:
        while True:
            for item, tries in _next(again, source, ahead - len(running), not running):
                running[_given(pool, job, item)] = (item, tries)
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
    finally:
        for future in running:
            future.cancel()


def _given(pool: ProcessPoolExecutor, job: bytes, item: Item) -> Future[Any]:
    """An item handed out; where a worker has died meanwhile, one that is lost like those it had."""
    try:
        return pool.submit(_do, job, item)
    except BrokenProcessPool as error:
        lost: Future[Any] = Future()
        lost.set_exception(error)
        return lost


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


def _done(future: Future[Any], item: Item) -> Done[Item, Any]:
    error = future.exception()
    return Done(item, future.result()) if error is None else Done(item, None, reason(error))


def _do(job: bytes, item: Any) -> Any:
    return _hand.do(job, item)
