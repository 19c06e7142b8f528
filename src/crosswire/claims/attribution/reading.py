"""One way to read a word as a cue."""

from __future__ import annotations

from dataclasses import dataclass

from crosswire.claims.attribution.spans import Range


@dataclass(frozen=True, slots=True)
class Reading:
    """The pattern, its tokens, the content's tokens and the head of the source. `until`: the last token that the source
    can have, where the parser hangs the content on it ("accused by the court of spying")."""

    word: int
    pattern: str
    cue: Range
    content: tuple[Range, ...]
    source: int | None = None
    sourceless: bool = False
    until: int | None = None
