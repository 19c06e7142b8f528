"""The engine that works on a Ray cluster: on this machine, or at an address.

Each worker is an actor that stays until the engine is closed. One that dies is replaced and its item given to the new
one, up to TRIES times. Ray is an extra (`pip install "crosswire[ray]"`); nothing else in the project imports it.
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
from crosswire.engine.crew import Hand, packed

REACH = 5.0  # seconds to wait for a cluster's head to answer
STARTS = 3  # tries to start a cluster of its own: Ray gives one 30 seconds, too few on a busy machine
GONE = 10  # seconds after which the program ends where its own cluster's head was killed: nobody will start that again


class RayEngine:
    """A cluster at `address` ("auto": the one this machine belongs to), else one of its own on loopback."""

    def __init__(self, workers: int | None = None, address: str | None = None) -> None:
        self._ray = _ray()
        self._joined = not self._ray.is_initialized()
        if self._joined:
            self._start(address, workers)
        self.workers = workers or max(1, int(self._ray.cluster_resources().get("CPU", 1)))
        actor = self._ray.remote(num_cpus=1)(Hand)
        self._crew = _Crew(self._ray, actor.remote, {}, [])

    def _start(self, address: str | None, workers: int | None) -> None:
        _is_there(address)
        own = {
            "num_cpus": workers or os.cpu_count(),
            "include_dashboard": False,
            "_node_ip_address": "127.0.0.1",
            "_system_config": {"gcs_rpc_server_reconnect_timeout_s": GONE},
        }
        for left in reversed(range(1 if address else STARTS)):
            try:
                self._ray.init(address=address, logging_level="ERROR", log_to_driver=False, **({} if address else own))
            except Exception as error:  # Ray raises bare ones, too
                self._ray.shutdown()
                if not left:
                    raise _missing(address or "this machine", error) from None
            else:
                return

    def each(self, task: Task[State, Item, Result], items: Iterable[Item]) -> Iterator[Done[Item, Result]]:
        """See the contract."""
        crew, job, source = self._crew, packed(task), iter(items)
        crew.idle += [crew.hire() for _ in range(self.workers - len(crew.idle))]
        try:
            while True:
                for item in _take(source, len(crew.idle)):
                    crew.give(crew.idle.pop(), job, item, 0)
                if not crew.running:
                    return
                yield from crew.finished(job)
        finally:
            crew.stop()

    def by_key(
        self, task: Task[State, tuple[Key, tuple[Item, ...]], Result], keyed: Iterable[tuple[Key, Item]]
    ) -> Iterator[Done[tuple[Key, tuple[Item, ...]], Result]]:
        """See the contract. What is keyed should be small: names of files, not what stands in them."""
        yield from self.each(task, grouped(keyed))

    def close(self) -> None:
        """End the workers, and a cluster of its own; leave one that was there before."""
        self._crew.dismiss()
        if self._joined:
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

    def give(self, worker: Any, job: bytes, item: Any, tries: int) -> None:
        """Let a worker do an item."""
        self.running[worker.do.remote(job, item)] = (worker, item, tries)

    def finished(self, job: bytes) -> Iterator[Done[Any, Any]]:
        """Whatever is done next; an item whose worker died is given to a new one, up to TRIES times."""
        done, _ = self.ray.wait(list(self.running), num_returns=1)
        for future in done:
            worker, item, tries = self.running.pop(future)
            try:
                result = Done(item, self.ray.get(future))
            except self.ray.exceptions.RayTaskError as error:
                result = Done(item, None, reason(error.cause if isinstance(error.cause, BaseException) else error))
            except self.ray.exceptions.RayError as error:
                worker = self.hire()
                if tries + 1 < TRIES:
                    self.give(worker, job, item, tries + 1)
                    continue
                result = Done(item, None, f"its worker died {TRIES} times ({type(error).__name__})")
            self.idle.append(worker)
            yield result

    def stop(self) -> None:
        """End those that are still at work: nobody waits for them."""
        for worker, _, _ in self.running.values():
            self.ray.kill(worker)
        self.running.clear()

    def dismiss(self) -> None:
        """End all workers."""
        self.stop()
        for worker in self.idle:
            self.ray.kill(worker)
        self.idle.clear()


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
