"""The gold passages, with the offsets of everything annotated in them. README.md describes the files."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from crosswire.model import Block, Report, Span, stable_id

FOLDER = Path(__file__).parent
PUBLISHED = "2026-03-12"
KINDS = frozenset({"fact", "statement", "assessment", "expectation"})


@dataclass(frozen=True, slots=True)
class Said:
    """One annotated attribution: its spans, the canonical speaker and what it does with the content."""

    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    who: str | None
    mode: str
    stance: str
    act: str | None
    inside: str | None


@dataclass(frozen=True, slots=True)
class Annotated:
    """Words and what was noted about them (a value's fields, a frame's name and answers)."""

    span: Span
    notes: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Passage:
    """One gold passage; `values` maps times, quantities, places and parties to what is annotated of them."""

    id: str
    style: str
    text: str
    published: datetime
    sentences: tuple[tuple[str, int], ...]
    attributions: tuple[Said, ...]
    values: Mapping[str, tuple[Annotated, ...]] = field(default_factory=dict)
    frames: tuple[Annotated, ...] = ()

    def report(self) -> Report:
        """The passage as a report of an outlet that nobody knows, each paragraph a block (a headline a title)."""
        kind = "title" if self.style == "headline" else "paragraph"
        blocks = tuple(Block("title" if kind == "title" else "paragraph", a, b) for a, b in _paragraphs(self.text))
        return Report(
            id=stable_id("report", self.id),
            text=self.text,
            blocks=blocks,
            title=self.text if kind == "title" else "",
            outlet="The Gold Standard",
            published=self.published,
            date_basis="given",
            language="en",
        )


def load_corpus(folder: Path = FOLDER) -> tuple[Passage, ...]:
    """All passages, in the order of the files' names. Raises ValueError where words do not stand in their text."""
    files = sorted(folder.glob("*.toml"))
    return tuple(_passage(item) for file in files for item in tomllib.loads(file.read_text("utf-8"))["passage"])


def digest(folder: Path = FOLDER) -> str:
    """A digest of all annotation files: floors hold for one corpus only."""
    joined = b"".join(file.read_bytes() for file in sorted(folder.glob("*.toml")))
    return hashlib.blake2b(joined, digest_size=8).hexdigest()


def _passage(item: Mapping[str, Any]) -> Passage:
    text = item["text"].strip("\n")
    day = date.fromisoformat(item.get("published", PUBLISHED))
    kinds = ("times", "quantities", "places", "parties")
    return Passage(
        id=item["id"],
        style=item["style"],
        text=text,
        published=datetime.combine(day, time(12), UTC),
        sentences=tuple(_sentences(text, item["sentences"])),
        attributions=tuple(_said(text, one) for one in item["attributions"]),
        values={kind: tuple(_annotated(text, one, one["words"]) for one in item.get(kind, ())) for kind in kinds},
        frames=tuple(_annotated(text, one, one["trigger"]) for one in item["frames"]),
    )


def _sentences(text: str, noted: list[list[str]]) -> Iterator[tuple[str, int]]:
    position = 0
    for kind, first in noted:
        position = _at(text, first, position)
        yield kind, position
        position += 1


def _said(text: str, item: Mapping[str, Any]) -> Said:
    says = item.get("says", ())
    parts = (says,) if isinstance(says, str) else tuple(says)
    content = tuple(Span.of(text, i, i + len(part)) for part in parts for i in [_at(text, part)])
    anchor = content[0] if content else None
    cue = _nearest(text, item.get("cue"), anchor)
    return Said(
        content=content,
        source=_nearest(text, item.get("by"), cue or anchor),
        cue=cue,
        who=item.get("who"),
        mode=item.get("mode", "paraphrased"),
        stance=item.get("stance", "states"),
        act=item.get("act"),
        inside=item.get("inside"),
    )


def _annotated(text: str, item: Mapping[str, Any], words: str) -> Annotated:
    start = _at(text, words)
    return Annotated(Span.of(text, start, start + len(words)), item)


def _nearest(text: str, words: str | None, anchor: Span | None) -> Span | None:
    """The occurrence of the words that is closest to the anchor and not inside it where that can be avoided."""
    if words is None:
        return None
    _at(text, words)
    starts = [i for i in range(len(text)) if text.startswith(words, i)]
    spans = [Span.of(text, i, i + len(words)) for i in starts if _whole(text, i, i + len(words))]
    if anchor is None:
        return spans[0]
    return min(spans, key=lambda s: (anchor.overlaps(s), max(anchor.start - s.end, s.start - anchor.end)))


def _whole(text: str, start: int, end: int) -> bool:
    """Whether the characters are no part of a longer word."""
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not (before or after)


def _at(text: str, words: str, start: int = 0) -> int:
    found = text.find(words, start)
    if found < 0:
        raise ValueError(f"{words!r} does not stand in {text[:60]!r}...")
    return found


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for part in text.split("\n\n"):
        yield start, start + len(part)
        start += len(part) + 2
