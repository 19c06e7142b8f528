"""The engine that works on a Ray cluster: on this machine, or at an address.

Each worker is an actor that prepares its state once. One that dies is replaced and its item given to the new one, up to
TRIES times. Ray is an extra (`pip install "crosswire[ray]"`); nothing else in the project imports it.
"""

from __future__ import annotations

import importlib
import os
import socket
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from crosswire.engine.contract import (
    TRIES,
    Done,
    EngineError,
    Item,
    Key,
    Result,
    State,
    Task,
    grouped,
    reason,
)

REACH = 5.0  # seconds to wait for a cluster's head to answer


class RayEngine:
    """A cluster at `address` ("auto": the one this machine belongs to), else one of its own on loopback."""

    def __init__(self, workers: int | None = None, address: str | None = None) -> None:
        self._ray = _ray()
        self._own = address is None
        if not self._ray.is_initialized():
            self._start(address, workers)
        cores = int(self._ray.cluster_resources().get("CPU", 1))
        self.workers = workers or max(1, cores)

    def _start(self, address: str | None, workers: int | None) -> None:
        _is_there(address)
        own = {"num_cpus": workers or os.cpu_count(), "include_dashboard": False, "_node_ip_address": "127.0.0.1"}
        try:
            self._ray.init(address=address, logging_level="ERROR", log_to_driver=False, **(own if self._own else {}))
        except (ConnectionError, RuntimeError, ValueError, OSError) as error:
            where = address or "this machine"
            raise EngineError(
                f"no Ray cluster at {where} ({reason(error)}); start one with `ray start --head`"
            ) from None

    def each(self, task: Task[State, Item, Result], items: Iterable[Item]) -> Iterator[Done[Item, Result]]:
        """See the contract."""
        actor = self._ray.remote(num_cpus=1)(_Worker)
        crew = _Crew(self._ray, lambda: actor.remote(task.prepare, task.run), {}, [])
        crew.idle += [crew.hire() for _ in range(self.workers)]
        source = iter(items)
        try:
            while True:
                for item in _take(source, len(crew.idle)):
                    crew.give(crew.idle.pop(), item, 0)
                if not crew.running:
                    return
                yield from crew.finished()
        finally:
            crew.dismiss()

    def by_key(
        self, task: Task[State, tuple[Key, tuple[Item, ...]], Result], keyed: Iterable[tuple[Key, Item]]
    ) -> Iterator[Done[tuple[Key, tuple[Item, ...]], Result]]:
        """See the contract. What is keyed should be small: names of files, not what stands in them."""
        yield from self.each(task, grouped(keyed))

    def close(self) -> None:
        """End a cluster of its own; leave one that was there before."""
        if self._own:
            self._ray.shutdown()


def _is_there(address: str | None) -> None:
    """Raises EngineError where nothing answers at HOST:PORT: Ray itself would try for minutes."""
    host, _, port = (address or "").removeprefix("ray://").rpartition(":")
    if not host or not port.isdigit():
        return
    try:
        socket.create_connection((host, int(port)), timeout=REACH).close()
    except OSError as error:
        raise _missing(address or "", error) from None


def _missing(where: str, error: Exception) -> EngineError:
    return EngineError(f"no Ray cluster at {where} ({reason(error)}); start one with `ray start --head`")


@dataclass
class _Crew:
    """The workers of one run: what each is at, and who is idle. One that dies is replaced: Ray's own restart refuses
    what it is given while it is under way."""

    ray: Any
    hire: Callable[[], Any]
    running: dict[Any, tuple[Any, Any, int]]
    idle: list[Any]

    def give(self, worker: Any, item: Any, tries: int) -> None:
        """Let a worker do an item."""
        self.running[worker.do.remote(item)] = (worker, item, tries)

    def finished(self) -> Iterator[Done[Any, Any]]:
        """Whatever is done next; an item whose worker died is given to a new one, up to TRIES times."""
        done, _ = self.ray.wait(list(self.running), num_returns=1)
        for future in done:
            worker, item, tries = self.running.pop(future)
            try:
                yield Done(item, self.ray.get(future))
            except self.ray.exceptions.RayTaskError as error:
                yield Done(item, None, reason(error.cause if isinstance(error.cause, BaseException) else error))
            except self.ray.exceptions.RayError as error:
                worker = self.hire()
                if tries + 1 < TRIES:
                    self.give(worker, item, tries + 1)
                    continue
                yield Done(item, None, f"its worker died {TRIES} times ({type(error).__name__})")
            self.idle.append(worker)

    def dismiss(self) -> None:
        """End all workers."""
        for worker in [*self.idle, *(w for w, _, _ in self.running.values())]:
            self.ray.kill(worker)


class _Worker:
    """One worker of a cluster, with its state."""

    def __init__(self, prepare: Any, run: Any) -> None:
        self._state = prepare()
        self._run = run

    def do(self, item: Any) -> Any:
        """The result of one item."""
        return self._run(self._state, item)


def _take(source: Iterator[Item], most: int) -> Iterator[Item]:
    for _ in range(most):
        try:
            yield next(source)
        except StopIteration:
            return


def _ray() -> Any:
    try:
        return importlib.import_module("ray")
    except ImportError:
        raise EngineError('Ray is not installed; install it with pip install "crosswire[ray]"') from None
