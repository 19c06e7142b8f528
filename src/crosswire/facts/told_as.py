"""The words under which a reader is told that something happened: those that most reports have, not the longest.

"Killed his grandmother" is one report's part of a shooting in a church, "the district judge's decision" what somebody
holds against the ruling that the others tell of: each is among the words that tell of the event, and none is its name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from crosswire.compare.wording import PRONOUNS
from crosswire.facts.align import Answer
from crosswire.model import Text, Value

WORD = re.compile(r"[^\W_]+")
TELLING = 4  # letters of a word that tells something: not "the", "his", "for"
ROOT, ENDING = 3, 3  # letters: "ruled" and "ruling" share three, "protesters" and "protests" more
SEVERAL = 2


def as_most_say(answer: Answer) -> Answer:
    """The same, under words of which most reports have each, where its own words are one report's alone."""
    told = Counter(v for b in answer.backed if (v := b.claim.value) and _names_it(v) and b.claim.stance != "denies")
    texts: dict[str, set[str]] = {}
    for one in answer.backed:
        texts.setdefault(one.claim.report, set()).update(w.lower() for w in WORD.findall(one.claim.span.exact))
    if len(texts) < SEVERAL or not _names_it(answer.value) or _fewest(answer.value, texts) >= SEVERAL:
        return answer
    known = {b.claim.value for b in answer.backed if any(t.known for t in b.traces)}
    most = [value for value in told if _fewest(value, texts) > len(texts) / 2]
    best = max(most, key=lambda v: (v in known, " " in v.text, told[v], len(v.text), v.text), default=answer.value)
    return replace(answer, value=best)


def _names_it(value: Value) -> bool:
    """Whether words only tell that it happened."""
    return isinstance(value, Text) and not value.name


def _fewest(value: Value, texts: Mapping[str, set[str]]) -> int:
    """How many reports have the one of its words that the fewest have, in whatever form; a pronoun is nobody's."""
    words = [w.lower() for w in WORD.findall(value.text)]
    if not PRONOUNS.isdisjoint(words):
        return 0
    telling = [w for w in words if len(w) >= TELLING] or words
    roots = {word[: max(ROOT, len(word) - ENDING)] for word in telling}
    return min((sum(any(w.startswith(root) for w in text) for text in texts.values()) for root in roots), default=0)
