"""What a worker of an engine holds: the state of the task it is at, prepared once and kept until another task comes.

Workers outlive a stage: to start one and import the program takes seconds, a stage of a small archive less.
"""

from __future__ import annotations

import pickle
from typing import Any

from crosswire.engine.contract import Task


def packed(task: Task[Any, Any, Any]) -> bytes:
    """A task as it is sent with each item; functions go by their names, so that it is a few hundred bytes."""
    return pickle.dumps((task.prepare, task.run))


class Hand:
    """One worker's own state."""

    def __init__(self) -> None:
        self._job: bytes | None = None
        self._state: Any = None
        self._run: Any = None

    def do(self, job: bytes, item: Any) -> Any:
        """The result of one item; the state is made anew where the task is another than before."""
        if job != self._job:
            self._job = self._state = None  # the old one goes before the new one comes
            prepare, self._run = pickle.loads(job)  # noqa: S301 - sent by the driver
            self._state, self._job = prepare(), job
        return self._run(self._state, item)
