"""What is watched for new reports: feeds, sitemaps, folders, and how the last look at each went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

FeedKind = Literal["feed", "sitemap", "folder"]
FeedHealth = Literal["new", "fine", "broken"]


@dataclass(frozen=True, slots=True)
class Feed:
    """Something to look at again and again: an address (or a folder's path), how often, and whose it is."""

    url: str
    kind: FeedKind = "feed"
    every: timedelta = timedelta(minutes=15)
    outlet: str | None = None
    pages: bool = True  # fetch each entry's page; else what the feed itself carries is the report


@dataclass(frozen=True, slots=True)
class FeedState:
    """How a feed stands: when it is due, what its server told for conditional requests, and its last trouble.

    `failures` counts the failed looks in a row; `found` all reports that it brought.
    """

    url: str
    due: datetime
    checked: datetime | None = None
    etag: str | None = None
    modified: str | None = None
    failures: int = 0
    trouble: str | None = None
    found: int = 0

    @property
    def health(self) -> FeedHealth:
        """Whether its last look went well."""
        if self.checked is None:
            return "new"
        return "broken" if self.failures else "fine"


@dataclass(frozen=True, slots=True)
class Look:
    """How one look at a feed went: new reports, what could not be read, or why the feed itself could not."""

    feed: Feed
    found: int = 0
    troubles: tuple[str, ...] = ()
    broken: str | None = None
