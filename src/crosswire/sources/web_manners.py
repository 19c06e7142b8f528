"""Manners on the web: robots.txt, and one request at a time to a host, with a pause between two."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import anyio
from protego import Protego

from crosswire.errors import UnreadableInputError
from crosswire.sources.web import AGENT, Answer, Fetcher, PassingError

PAUSE = 1.0  # seconds between two requests to a host whose robots.txt asks for no other
LONGEST_PAUSE = 30.0
HOURS = 12 * 3600.0  # how long a robots.txt is held to be current
PRODUCT = AGENT.partition("/")[0]


class Manners:
    """What is known of each host: its robots.txt and when it was last asked. One for all requests of a run."""

    def __init__(self, fetcher: Fetcher, pause: float = PAUSE) -> None:
        self._fetcher = fetcher
        self._pause = pause
        self._rules: dict[str, tuple[float, Protego | None]] = {}
        self._turns: dict[str, anyio.Lock] = {}
        self._last: dict[str, float] = {}

    async def get(self, url: str, headers: dict[str, str] | None = None) -> Answer:
        """What stands at an address, in its host's turn. Raises UnreadableInputError, also where robots.txt forbids."""
        host = urlsplit(url).netloc.lower()
        async with self._turn(host):
            rules = await self._rules_of(url)
            if rules is not None and not rules.can_fetch(url, PRODUCT):
                raise UnreadableInputError(url, "is not to be read by programs (robots.txt)", "leave it out")
            await self._wait(host, rules)
            return await self._fetcher.get(url, headers)

    @asynccontextmanager
    async def _turn(self, host: str) -> AsyncIterator[None]:
        async with self._turns.setdefault(host, anyio.Lock()):
            yield

    async def _wait(self, host: str, rules: Protego | None) -> None:
        asked = rules.crawl_delay(PRODUCT) if rules is not None else None
        pause = min(LONGEST_PAUSE, max(self._pause, float(asked or 0.0)))
        await anyio.sleep(max(0.0, self._last.get(host, -pause) + pause - time.monotonic()))
        self._last[host] = time.monotonic()

    async def _rules_of(self, url: str) -> Protego | None:
        """The host's rules, None where it has none. A host that cannot say is not asked for anything else."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        known = self._rules.get(site)
        if known is None or time.monotonic() - known[0] > HOURS:
            known = self._rules[site] = (time.monotonic(), await self._fetched_rules(f"{site}/robots.txt"))
        return known[1]

    async def _fetched_rules(self, url: str) -> Protego | None:
        try:
            answer = await self._fetcher.get(url)
        except PassingError:
            raise
        except UnreadableInputError:
            return None
        try:
            return Protego.parse(answer.body[:500_000].decode("utf-8", "replace"))
        except (ValueError, RecursionError):
            return None
