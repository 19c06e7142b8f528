"""Which words stand in contrast to what a report has in their place: such a word is never merely missing."""

from __future__ import annotations

from crosswire.facts.check.beside import Beside, core
from crosswire.facts.check.context import QUALIFIERS
from crosswire.facts.check.slots import Wanted, bag

AWAY = ("off", "from", "out of", "without")


def turned_away(slot: Wanted, beside: Beside) -> bool:
    """Whether something is told as going to or with what it is asked to go from or without: "off the list", "on the
    list"."""
    if core(slot) or not slot.head:
        return False
    at = [p for p in beside.passage.phrases() if beside.has(slot.head, {p.head}) and p.role not in ("mod", "of")]
    return bool(at) and not any((p.role in AWAY) == (slot.role in AWAY) for p in at)


def contrary(word: str, beside: Beside) -> bool:
    """Whether a word that is not told may not be missing: it counts, or the report has another of its kind."""
    words = beside.words
    if word[0].isdigit() or word in words.counting or word in QUALIFIERS:
        return True
    told = {w for p in beside.passage.phrases() for w in bag(p)}
    others = {w for kind in words.contrast if word in kind for w in kind} - {word}
    return bool(others & told) or any(words.opposite({word}, {t}) for t in told)
