"""One utterance is one origin: who are given the same quoted words are not two who say so.

Papers hand a quotation on, and name whoever said it in their own way: "the father", "Cai Tuan", a misspelt name, or,
where reading errs, somebody who stands beside it. The words show that it was said once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

RUN = 7  # words in a row that two quotations share by no chance
WORD = re.compile(r"[^\W_]+")
PARAGRAPH = "\n"
CURLY = (("“", "”"), ("„", "“"), ("«", "»"))


def quoted(text: str, start: int, end: int) -> str:
    """The words of a text from one offset to another, if they stand in a quotation; else nothing."""
    first = text.rfind(PARAGRAPH, 0, start) + 1
    before, words = text[first:start], text[start:end]
    opened = any(before.rfind(left) > before.rfind(right) or words.startswith(left) for left, right in CURLY)
    straight = before.count('"') % 2 == 1 or words.startswith('"')
    single = before.rfind("‘") > before.rfind("’") or words.startswith("‘")
    return words if opened or straight or single else ""


def once(told: Sequence[tuple[str, str]]) -> list[int]:
    """For each (report, quoted words) the first of those that repeat one utterance; itself where it stands alone."""
    first: dict[tuple[str, ...], int] = {}
    head = list(range(len(told)))
    for i, (_, words) in enumerate(told):
        low = WORD.findall(words.lower())
        for run in {tuple(low[k : k + RUN]) for k in range(len(low) - RUN + 1)}:
            j = first.setdefault(run, i)
            if j != i:
                one, other = _root(head, i), _root(head, j)
                head[max(one, other)] = min(one, other)
    return [_root(head, i) for i in range(len(told))]


def _root(head: Sequence[int], i: int) -> int:
    while head[i] != i:
        i = head[i]
    return i
