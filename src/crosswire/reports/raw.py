"""What a medium (text file, page, record) says of itself, before anything is inferred from the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from crosswire.reports.lines import Draft


@dataclass(frozen=True, slots=True)
class Raw:
    """A text with its drafts, and the metadata that came with it; `known_by` says where in the medium each was."""

    text: str
    drafts: tuple[Draft, ...]
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: datetime | None = None
    byline: str | None = None
    genre: str | None = None
    known_by: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
