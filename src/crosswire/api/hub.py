"""Changes as they come: one look at the newest token a second for all who listen, none while nobody does."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from crosswire import app

EVERY = 1.0  # seconds between two looks
BREATH = 15.0  # seconds after which a sign of life is due
LISTENERS = 200
log = logging.getLogger("crosswire.api")


News = TypeVar("News")


@dataclass
class Hub(Generic[News]):
    """`look` gives what is new after a token, the earliest first; `last` the newest token; `token` that of one."""

    look: Callable[[int], Sequence[News]]
    last: Callable[[], int]
    token: Callable[[News], int]
    listening: int = 0
    latest: int = 0
    news: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[None] | None = None

    @property
    def full(self) -> bool:
        """Whether no one more can listen."""
        return self.listening >= LISTENERS

    async def listen(self, since: int | None) -> AsyncIterator[Sequence[News]]:
        """Changes after a token (None: from now on) as they come; none at all where a breath passed without any."""
        self.listening += 1
        try:
            reached = await asyncio.to_thread(self.last) if since is None else since
            if self.task is None or self.task.done():
                self.task = asyncio.create_task(self._watch())
            yield ()
            while True:
                news = self.news
                changes = await asyncio.to_thread(self.look, reached)
                if changes:
                    reached = self.token(changes[-1])
                    yield changes
                    continue
                try:
                    await asyncio.wait_for(news.wait(), BREATH)
                except TimeoutError:
                    yield ()
        finally:
            self.listening -= 1

    async def _watch(self) -> None:
        """Look while anybody listens, and wake them all; a store that is busy is asked again."""
        while self.listening:
            await asyncio.sleep(EVERY)
            try:
                token = await asyncio.to_thread(self.last)
            except app.CrosswireError as error:
                log.warning("changes cannot be read now: %s", error)
                continue
            if token != self.latest:
                self.latest = token
                woken, self.news = self.news, asyncio.Event()
                woken.set()

    async def close(self) -> None:
        """End the looking."""
        if self.task is not None:
            self.task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self.task
