"""What is read: fetched bytes, outlets, reports, spans of their text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

DateBasis = Literal["given", "metadata", "dateline", "inferred", "unknown"]
BlockKind = Literal["title", "heading", "paragraph", "bullet", "caption", "byline", "dateline", "boilerplate", "links"]


@dataclass(frozen=True, slots=True)
class Span:
    """Characters [start, end) of one report's text; `exact` is that text, letter for letter."""

    start: int
    end: int
    exact: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` between two offsets."""
        return cls(start, end, text[start:end])

    def covers(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Given:
    """What the user or a container (a JSON line, a feed) says about a text, over what the text says itself."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """Raw bytes from outside: where they came from, what they claim to be, and what was said about them."""

    where: str
    content: bytes
    media: Literal["text", "markdown", "html", "record"]
    given: Given = field(default_factory=Given)


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher as the outlet table knows it: facts only, each checkable."""

    name: str
    kind: Literal["outlet", "agency", "official"]
    country: str | None = None
    owner: str | None = None
    state: bool = False
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A run of a report's text and what it is on the page; title, heading, bullet and paragraph can carry claims."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """One published text. `text` is what all spans count in; `known_by` says how each piece of metadata is known."""

    id: str
    text: str
    blocks: tuple[Block, ...]
    title: str
    outlet: str | None
    published: datetime | None
    date_basis: DateBasis
    language: str
    path: str | None = None
    url: str | None = None
    byline: str | None = None
    dateline: str | None = None
    credit: str | None = None
    known_by: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
