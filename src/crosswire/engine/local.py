"""The engine that works in this process, one item after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crosswire.engine.contract import Done, Item, Key, Result, State, Task, grouped, reason


class LocalEngine:
    """No workers but the caller."""

    workers = 1

    def each(self, task: Task[State, Item, Result], items: Iterable[Item]) -> Iterator[Done[Item, Result]]:
        """See the contract; here the order of the items is kept."""
        state: State | None = None
        for item in items:
            if state is None:
                state = task.prepare()
            try:
                yield Done(item, task.run(state, item))
            except Exception as error:
                yield Done(item, None, reason(error))

    def by_key(
        self, task: Task[State, tuple[Key, tuple[Item, ...]], Result], keyed: Iterable[tuple[Key, Item]]
    ) -> Iterator[Done[tuple[Key, tuple[Item, ...]], Result]]:
        """See the contract."""
        yield from self.each(task, grouped(keyed))

    def close(self) -> None:
        """Nothing to end."""
