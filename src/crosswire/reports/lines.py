"""Text -> drafts: the runs of text between line breaks, before anyone knows what each of them is.

Each non-empty line is a draft of its own, for that is how texts are exported and pasted. Texts whose lines were broken
at a fixed width (mail, wire printouts) are told by the breaks: a line was broken there because the next word did not
fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crosswire.model import BlockKind

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BULLET = re.compile(r"(?:[•‣◦▪●■·∙⁃➤►*+\u2013-]|\d{1,2}[.)])[ \t\u00a0]+(?=\S)")
_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
# Widths at which mail programs and wire printers break lines.
NARROWEST, WIDEST = 40, 120
# The parser's cost grows with the block; beyond this many characters a block is cut at a sentence's end.
LONGEST = 20_000
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+")


@dataclass(frozen=True, slots=True)
class Draft:
    """A run of text [start, end), what its markup says it is (None: nothing), and whether a blank line stands before
    it."""

    start: int
    end: int
    kind: BlockKind | None = None
    gap: bool = True

    def named(self, kind: BlockKind | None) -> Draft:
        """The same run as a block of this kind."""
        return Draft(self.start, self.end, kind, self.gap)


def drafts(text: str) -> list[Draft]:
    """The drafts of a plain text, in order; no draft starts or ends with white space."""
    lines = list(_lines(text))
    joined = _unwrap(text, lines) if _is_wrapped(text, lines) else lines
    return [piece for draft in joined for piece in cut(text, _unmark(text, draft))]


def cut(text: str, draft: Draft) -> Iterator[Draft]:
    """The draft in pieces of at most `LONGEST` characters, cut at a sentence's end if there is one, else at a space."""
    start = draft.start
    while draft.end - start > LONGEST:
        stop = _cut_point(text, start, start + LONGEST)
        yield Draft(start, stop - (len(text[start:stop]) - len(text[start:stop].rstrip())), draft.kind, draft.gap)
        start = stop
    if text[start : draft.end].strip():
        yield Draft(start, draft.end, draft.kind, draft.gap)


def _cut_point(text: str, start: int, limit: int) -> int:
    ends = [m.end() for m in _SENTENCE_END.finditer(text, start + LONGEST // 2, limit)]
    if ends:
        return ends[-1]
    space = text.rfind(" ", start + LONGEST // 2, limit)
    return space + 1 if space > 0 else limit


def _lines(text: str) -> Iterator[Draft]:
    last = 0
    for match in _LINE.finditer(text):
        line = match.group()
        if not (content := line.strip()):
            continue
        start = match.start() + len(line) - len(line.lstrip())
        # Two line ends (or a line of spaces) between this line and the one before.
        gap = text.count("\n", last, match.start()) + text.count("\u2029", last, match.start()) != 1 and (
            text.count("\r", last, match.start()) != 1
        )
        yield Draft(start, start + len(content), None, gap or last == 0)
        last = start + len(content)


def _is_wrapped(text: str, lines: Sequence[Draft]) -> bool:
    """Whether lines were broken at a fixed width: most that end within a sentence had no room for the next word.

    Headlines one under the other end without a full stop too, but seldom fill the line, and the next starts with a
    capital.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap and not _opens(text, a, b)]
    broken = [(a, b) for a, b in pairs if not _END.search(text, a.start, a.end)]
    width = max((a.end - a.start for a, _ in broken), default=0)
    if len(broken) < 2 or not NARROWEST <= width <= WIDEST:
        return False
    full = sum(_full(text, a, b, width) for a, b in broken)
    going_on = sum(text[b.start].islower() for _, b in broken)
    return full >= 0.7 * len(broken) and going_on >= 0.3 * len(broken)


def _full(text: str, line: Draft, following: Draft, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this one, give or take eight characters."""
    word = text[following.start : min(following.end, following.start + WIDEST)].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(word) > width - 8


def _unwrap(text: str, lines: Sequence[Draft]) -> list[Draft]:
    broken = (a.end - a.start for a, b in pairwise(lines) if not b.gap and not _END.search(text, a.start, a.end))
    width = max(broken, default=0)
    joined: list[Draft] = []
    last: Draft | None = None
    for line in lines:
        if last is None or line.gap or _starts_anew(text, last, line, width):
            joined.append(line)
        else:
            joined[-1] = Draft(joined[-1].start, line.end, None, joined[-1].gap)
        last = line
    return joined


def _starts_anew(text: str, last: Draft, line: Draft, width: int) -> bool:
    """Whether a line of a wrapped text opens a paragraph: by its form, or because the line before had room for it."""
    if _opens(text, last, line):
        return True
    goes_on = text[line.start].islower() and not _END.search(text, last.start, last.end)
    return not goes_on and not _full(text, last, line, width)


def _opens(text: str, last: Draft, line: Draft) -> bool:
    """Whether a line has the form of an opening: a bullet, or indented against the line before, if no bullet."""
    if _BULLET.match(text, line.start):
        return True
    return _indented(text, line) > _indented(text, last) and not _BULLET.match(text, last.start)


def _indented(text: str, line: Draft) -> int:
    """How many characters of white space stand before the line's first word."""
    return line.start - (max(text.rfind("\n", 0, line.start), text.rfind("\r", 0, line.start)) + 1)


def _unmark(text: str, draft: Draft) -> Draft:
    """A bullet without its mark; other drafts as they are."""
    if (mark := _BULLET.match(text, draft.start, draft.end)) and not _BULLET.match(text, mark.end()):
        return Draft(mark.end(), draft.end, "bullet", draft.gap)
    return draft
