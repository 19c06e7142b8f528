"""When is a feed looked at next? Pure decisions on its state; the loop that acts on them is in the pipeline.

A feed that works is due after its own time. One that fails is due after twice as long each time, up to a day, or when
its server says; it is never given up, and never keeps the others waiting.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from crosswire.model import Feed, FeedState

LONGEST = timedelta(days=1)
JITTER = 0.1  # of the time between two looks: feeds of one list drift apart and do not all come due at once


def fresh(feed: Feed, now: datetime) -> FeedState:
    """The state of a feed never looked at: due at once."""
    return FeedState(feed.url, now)


def after_success(state: FeedState, feed: Feed, now: datetime, told: Mapping[str, str], found: int) -> FeedState:
    """The state after a look that went well; `told` are the answer's headers, `found` the new reports."""
    return replace(
        state,
        due=now + _spread(feed.every, feed.url),
        checked=now,
        etag=told.get("etag") or state.etag,
        modified=told.get("last-modified") or state.modified,
        failures=0,
        trouble=None,
        found=state.found + found,
    )


def after_failure(state: FeedState, feed: Feed, now: datetime, trouble: str, wait: float | None) -> FeedState:
    """The state after a failed look; `wait` is how many seconds the server asked for."""
    failures = state.failures + 1
    delay = min(LONGEST, feed.every * 2 ** min(failures, 16))
    if wait is not None:
        delay = max(delay, min(LONGEST, timedelta(seconds=wait)))
    return replace(state, due=now + _spread(delay, feed.url), checked=now, failures=failures, trouble=trouble[:500])


def conditional(state: FeedState) -> dict[str, str]:
    """The headers that ask only for what is new."""
    asked = {"if-none-match": state.etag, "if-modified-since": state.modified}
    return {name: value for name, value in asked.items() if value}


def _spread(length: timedelta, url: str) -> timedelta:
    """A length made up to a tenth longer, always the same for one address."""
    share = hashlib.blake2b(url.encode(), digest_size=2).digest()
    return length * (1 + JITTER * int.from_bytes(share) / 65_535)
