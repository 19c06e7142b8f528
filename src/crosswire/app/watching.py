"""Feeds watched into a store."""

# ruff: noqa: PLC0415 - imported when they are first needed, see the package

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from crosswire.app.alerting import AlertsRun, alert_settings, run_alerts_async
from crosswire.app.knowledge import Knowledge
from crosswire.app.knowledge_views import Ingested
from crosswire.model import Feed, FeedState, Fetched, Look


@dataclass(frozen=True, slots=True)
class Watching:
    """How to watch: which list, once or for ever, whether addresses of the own network may be reached."""

    feeds: Path
    once: bool = False
    private: bool = False
    pause: float = 1.0  # seconds between two requests to one host
    take: Callable[[Sequence[Fetched]], Ingested] | None = None  # what takes in what came; else the store itself


def feed_health(known: Knowledge, feeds: Path) -> list[tuple[Feed, FeedState]]:
    """Each feed of a list and how it stands, the broken ones first. Raises BadDataError."""
    from crosswire.pipeline.watch import watched
    from crosswire.sources.feeds_list import load_feeds

    return watched(load_feeds(feeds), known.store.feed_states(), datetime.now(UTC))


def watch(known: Knowledge, how: Watching, tell: Callable[[Look], None]) -> None:
    """Watch feeds into the store and send alerts until stopped; every look is told. Raises BadDataError."""
    import anyio

    alerts = AlertsRun(alert_settings(how.private), once=how.once)

    async def both() -> None:
        if how.once:
            await watch_async(known, how, tell)
            await run_alerts_async(known, alerts)
            return
        async with anyio.create_task_group() as group:
            group.start_soon(watch_async, known, how, tell)
            group.start_soon(run_alerts_async, known, alerts)

    anyio.run(both)


async def watch_async(known: Knowledge, how: Watching, tell: Callable[[Look], None]) -> None:
    """The same inside a running loop, as a server has it."""
    from crosswire.pipeline import watch as loop
    from crosswire.sources.feeds_list import load_feeds
    from crosswire.sources.web import Limits, open_fetcher
    from crosswire.sources.web_manners import Manners

    def accept(fetched: Sequence[Fetched]) -> tuple[int, Sequence[str]]:
        done = (how.take or known.accept)(fetched)
        return done.new, done.troubles

    feeds = load_feeds(how.feeds)
    async with open_fetcher(Limits(private=how.private)) as fetcher:
        manners = Manners(fetcher, how.pause)
        await loop.watch(loop.Watcher(feeds, known.store, manners, accept, tell), how.once)
