"""What the engines are given in the tests: importable by name, as a worker needs it."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from crosswire.engine.contract import Task


def nothing() -> int:
    """A state."""
    return 100


def add(state: int, item: int) -> int:
    """Fails for 13, as some items do."""
    if item == 13:
        raise ValueError("13 is not added")
    return state + item


def total(state: int, group: tuple[str, tuple[int, ...]]) -> tuple[str, int, int]:
    """The sum of a group and how many it has."""
    key, items = group
    return key, state + sum(items), len(items)


def whose(_: int, __: int) -> int:
    """The worker's process."""
    return os.getpid()


def die_once(_: int, item: tuple[str, int]) -> int:
    """Kills its worker the first time it sees an item: the mark tells the second time."""
    mark = Path(item[0])
    if item[1] == 3 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return item[1]


def always_die(_: int, item: int) -> int:
    """Kills its worker whenever it sees 3."""
    if item == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


ADD = Task(nothing, add)
TOTAL = Task(nothing, total)
WHOSE = Task(nothing, whose)
DIE_ONCE = Task(nothing, die_once)
ALWAYS_DIE = Task(nothing, always_die)
