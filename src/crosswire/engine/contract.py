"""What every engine does: the same work, in one process or many, with the same results.

A `Task` is a function of a prepared state and an item. The state (a parser, tables) is prepared once by each worker,
not sent. Functions must be importable by name and items picklable, for they may go to another machine.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from crosswire.errors import CrosswireError

State = TypeVar("State")
Item = TypeVar("Item")
Result = TypeVar("Result")
Key = TypeVar("Key", bound=Hashable)

TRIES = 3  # how often an item is given to a worker that dies of it


class EngineError(CrosswireError):
    """The engine itself cannot work: it is not installed, its cluster cannot be reached."""


@dataclass(frozen=True, slots=True)
class Task(Generic[State, Item, Result]):
    """What is done with each item: `run(state, item)`, the state made once by each worker with `prepare()`."""

    prepare: Callable[[], State]
    run: Callable[[State, Item], Result]


@dataclass(frozen=True, slots=True)
class Done(Generic[Item, Result]):
    """An item with its result, or with why there is none; the other items go on."""

    item: Item
    result: Result | None
    failed: str | None = None


class Engine(Protocol):
    """Where work runs."""

    workers: int

    def each(self, task: Task[State, Item, Result], items: Iterable[Item]) -> Iterator[Done[Item, Result]]:
        """Every item once, its result as soon as it is there: in any order. Items are drawn as workers come free."""
        ...

    def by_key(
        self, task: Task[State, tuple[Key, tuple[Item, ...]], Result], keyed: Iterable[tuple[Key, Item]]
    ) -> Iterator[Done[tuple[Key, tuple[Item, ...]], Result]]:
        """All items of one key together, in the order they came, each key once; the keys in any order."""
        ...

    def close(self) -> None:
        """End the workers."""
        ...


def grouped(keyed: Iterable[tuple[Key, Item]]) -> list[tuple[Key, tuple[Item, ...]]]:
    """The items of each key, keys in the order in which they first came."""
    groups: dict[Key, list[Item]] = {}
    for key, item in keyed:
        groups.setdefault(key, []).append(item)
    return [(key, tuple(items)) for key, items in groups.items()]


def reason(error: BaseException) -> str:
    """Why an item failed, in one line."""
    words = " ".join(str(error).split())[:300]
    return f"{type(error).__name__}: {words}" if words else type(error).__name__
