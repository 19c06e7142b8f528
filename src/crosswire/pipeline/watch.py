"""Feeds -> what is new in them -> the store: a loop over due times, which no broken feed stops.

The state of each feed and what was seen rest in the store, so that a watcher that is stopped goes on where it was. What
a feed points to is marked as seen only after it was accepted: killed in between, it is fetched once more, and accepting
the same report again changes nothing.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import anyio

from crosswire.errors import UnreadableInputError
from crosswire.model import Feed, FeedState, Fetched, Given, Look
from crosswire.pipeline.keeping_watch import FeedStates
from crosswire.sources.feeds import Entry, newest_first, read_listing
from crosswire.sources.feeds_due import after_failure, after_success, conditional, fresh
from crosswire.sources.files import gather
from crosswire.sources.web import Answer, PassingError
from crosswire.sources.web_manners import Manners

AT_ONCE = 16  # feeds looked at together
PER_LOOK = 100  # new entries taken in one look; the rest is taken in the next
MAPS = 50  # sitemaps of one index that are looked into, the last ones named first
TRIES = 3  # looks in which an entry's page may fail before it is given up
BEAT = 0.5  # seconds between two looks at the clock
Found = Fetched | UnreadableInputError
Accepted = tuple[int, Sequence[str]]  # how many reports were new, and what could not be read


@dataclass(frozen=True, slots=True)
class Watcher:
    """What the loop works with. `accept` takes what came into the store and the picture; it runs in a thread."""

    feeds: Sequence[Feed]
    states: FeedStates
    manners: Manners
    accept: Callable[[Sequence[Fetched]], Accepted]
    tell: Callable[[Look], None] = lambda _: None
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    tries: dict[str, int] = field(default_factory=dict)


async def watch(watcher: Watcher, once: bool = False) -> None:
    """Look at every feed when it is due, for ever; with `once`, at each one that is due now, and no more."""
    states = {s.url: s for s in watcher.states.feed_states()}
    for feed in watcher.feeds:
        states.setdefault(feed.url, fresh(feed, watcher.now()))
    limit = anyio.CapacityLimiter(AT_ONCE)
    busy: set[str] = set()

    async def look(feed: Feed) -> None:
        async with limit:
            states[feed.url] = await _look(watcher, feed, states[feed.url])
        busy.discard(feed.url)

    async with anyio.create_task_group() as group:
        while True:
            now = watcher.now()
            for feed in watcher.feeds:
                if feed.url not in busy and states[feed.url].due <= now:
                    busy.add(feed.url)
                    group.start_soon(look, feed)
            if once:
                return
            await anyio.sleep(BEAT)


async def _look(watcher: Watcher, feed: Feed, state: FeedState) -> FeedState:
    """One look at one feed, its new state saved and told. Whatever goes wrong with it is its trouble alone."""
    try:
        headers, found, troubles = await _take(watcher, feed, state)
        new = after_success(state, feed, watcher.now(), headers, found)
        look = Look(feed, found, tuple(troubles))
    except UnreadableInputError as error:
        wait = error.wait if isinstance(error, PassingError) else None
        new = after_failure(state, feed, watcher.now(), str(error), wait)
        look = Look(feed, broken=str(error))
    await anyio.to_thread.run_sync(watcher.states.save_feed_state, new)
    watcher.tell(look)
    return new


async def _take(watcher: Watcher, feed: Feed, state: FeedState) -> tuple[dict[str, str], int, list[str]]:
    """(the answer's headers, new reports, troubles of single entries)."""
    if feed.kind == "folder":
        found, troubles = await anyio.to_thread.run_sync(_take_folder, watcher, feed)
        return {}, found, troubles
    answer = await watcher.manners.get(feed.url, conditional(state))
    if answer.unchanged:
        return dict(answer.headers), 0, []
    entries = await _entries(watcher, answer)
    waiting = await anyio.to_thread.run_sync(watcher.states.unseen, [e.url for e in entries])
    found, troubles = 0, list[str]()
    due = [e for e in entries if e.url in waiting][:PER_LOOK]
    for entry in due:
        got = await _fetched(watcher, feed, entry)
        if isinstance(got, Fetched):
            new, unread = await anyio.to_thread.run_sync(watcher.accept, (got,))
            found, troubles = found + new, [*troubles, *unread]
        else:
            troubles.append(str(got))
        if isinstance(got, Fetched) or _is_given_up(watcher, entry, got):
            await anyio.to_thread.run_sync(watcher.states.mark_seen, (entry.url,))
    # With entries left for the next look, or to be tried again, the feed must answer in full then.
    left = len(waiting) > len(due) or any(e.url in watcher.tries for e in due)
    return ({} if left else dict(answer.headers)), found, troubles


def _is_given_up(watcher: Watcher, entry: Entry, error: UnreadableInputError) -> bool:
    """Whether an entry that failed is not to be tried again: its trouble will not pass, or it was tried enough."""
    tries = watcher.tries.pop(entry.url, 0) + 1
    if not isinstance(error, PassingError) or tries >= TRIES:
        return True
    watcher.tries[entry.url] = tries
    return False


async def _entries(watcher: Watcher, answer: Answer) -> list[Entry]:
    listing = await anyio.to_thread.run_sync(read_listing, answer.body, answer.url)
    entries = list(listing.entries)
    for url in listing.sitemaps[-MAPS:]:
        inner = await watcher.manners.get(url)
        entries += read_listing(inner.body, inner.url).entries
    return list(newest_first(tuple(entries)))


async def _fetched(watcher: Watcher, feed: Feed, entry: Entry) -> Found:
    """The page of an entry, or what the feed itself carries where that is the article and the page cannot be had."""
    given = Given(title=entry.title, outlet=feed.outlet, url=entry.url, published=entry.published)
    carried = Fetched(entry.url, (entry.html or "").encode(), "html", given)
    if not feed.pages:
        return carried if entry.html else UnreadableInputError(entry.url, "has no text in its feed", "leave it out")
    try:
        answer = await watcher.manners.get(entry.url)
    except UnreadableInputError as error:
        return carried if entry.is_whole else error
    media = answer.media or "text/html"
    if media not in ("text/html", "application/xhtml+xml", "text/plain"):
        return UnreadableInputError(entry.url, f"is no page ({media})", "leave it out")
    kind: Literal["text", "html"] = "text" if media == "text/plain" else "html"
    # What a page says of itself is better than what its feed says, but for the outlet that the user names.
    told = replace(given, title=None, published=None) if kind == "html" else given
    return Fetched(
        answer.url, answer.body, kind, told if entry.published is None else replace(told, published=entry.published)
    )


def _take_folder(watcher: Watcher, feed: Feed) -> tuple[int, list[str]]:
    """The files of a folder that are new or changed since they were last taken."""
    root = Path(feed.url)
    if not root.is_dir():
        raise UnreadableInputError(feed.url, "is no folder", "make it, or correct its path")
    files = dict(_files(root))
    unseen = watcher.states.unseen(list(files))
    found, troubles = 0, list[str]()
    for key, path in files.items():
        if key not in unseen:
            continue
        for got in gather([str(path)], Given(outlet=feed.outlet), io.BytesIO()):
            if isinstance(got, UnreadableInputError):
                troubles.append(str(got))
            else:
                new, unread = watcher.accept((got,))
                found, troubles = found + new, [*troubles, *unread]
        watcher.states.mark_seen((key,))
    return found, troubles


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(root.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
        if not hidden and path.is_file() and path.suffix.lower() in (".txt", ".md", ".html", ".htm", ".json", ".jsonl"):
            stat = path.stat()
            yield f"{path}|{stat.st_mtime_ns}|{stat.st_size}", path


def watched(feeds: Iterable[Feed], states: Iterable[FeedState], now: datetime) -> list[tuple[Feed, FeedState]]:
    """Each feed with how it stands, the broken ones first."""
    known = {s.url: s for s in states}
    pairs = [(f, known.get(f.url) or fresh(f, now)) for f in feeds]
    return sorted(pairs, key=lambda pair: (pair[1].health != "broken", pair[0].url))
