"""What the server and its pages are answered: a page of a list, an event, a report, a claim, a voice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from crosswire.model import Brief, Change, Claim, Listing, Report, Reprint, Version, Voice

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Listed(Generic[Item]):
    """A page of a list, and where the next one begins (None: there is none)."""

    items: tuple[Item, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """An event under its current id: the brief whose first event it is, how that came to be, what is not shown of it.

    `beside` are other events of the brief that have a page of their own.
    """

    id: str
    brief: Brief
    changes: tuple[Change, ...]
    left_out: int = 0
    beside: Mapping[str, Listing] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Seen:
    """A report with what was read from it; `home` is the event of a claim, `standing` that of the fact it answers."""

    report: Report
    claims: tuple[Claim, ...]
    home: dict[str, str]
    events: dict[str, Listing]
    standing: dict[str, str]
    versions: tuple[Version, ...]
    copies: Reprint | None


@dataclass(frozen=True, slots=True)
class Stands:
    """A claim, the text that it stands in, its event, and how its answer stands beside others."""

    claim: Claim
    report: str
    outlet: str
    text: str
    event: str | None = None
    event_title: str = ""
    share: str | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """A voice with a page of what it said."""

    voice: Voice
    said: tuple[Stands, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of what was given."""

    new: int
    known: int
    events: tuple[Listing, ...]
    errors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two events that the rules nearly joined, and what they saw."""

    a: Listing
    b: Listing
    why: tuple[str, ...]
