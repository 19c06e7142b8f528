"""What requests share: the desk they ask, the keys, the hub of changes, the one worker that reads reports."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar, cast

from fastapi import Request

from crosswire import app
from crosswire.api.hub import Hub
from crosswire.api.problem import Problem
from crosswire.app.desk import Desk

Result = TypeVar("Result")
WAITING = 32  # pieces of work that may stand in line; more is refused


@dataclass
class Worker:
    """One thread that reads reports: the parser takes a core, and pages must be answered meanwhile."""

    thread: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(max_workers=1, thread_name_prefix="reading")
    )
    waiting: int = 0

    async def run(self, work: Callable[[], Result]) -> Result:
        """Do it when its turn comes. Raises Problem 503 where too much waits."""
        if self.waiting >= WAITING:
            raise Problem(503, "too much is waiting to be read; try again soon", {"Retry-After": "10"})
        self.waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self.thread, work)
        finally:
            self.waiting -= 1


@dataclass
class State:
    """Everything of one server."""

    serving: app.Serving
    desk: Desk
    keys: app.Keyring
    hub: Hub[app.Change]
    alerts: Hub[app.Alert]
    worker: Worker = field(default_factory=Worker)


def state_of(request: Request) -> State:
    """The state of the server that a request came to."""
    return cast(State, request.app.state.crosswire)
