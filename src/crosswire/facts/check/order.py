"""What was before and what after: "arrived after the attack" is not told by "attacked after he arrived"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosswire.facts.check.beside import Beside
from crosswire.facts.check.slots import Wanted
from crosswire.facts.check.words import forms_of

ORDERS = {
    "before": re.compile(r"\b(?:before|prior to|ahead of|until|till)\b", re.I),
    "after": re.compile(r"\b(?:after|following|since)\b", re.I),
}
WORD = re.compile(r"[^\W\d_][\w’'-]*")
NEAR = 8  # words behind "after" among which stands what it was after


def asks_order(slot: Wanted) -> bool:
    """Whether a slot says what something was before or after, by a word: times are compared as times."""
    return slot.role in ORDERS and slot.value is None and slot.head in slot.words


def in_order(slot: Wanted, beside: Beside) -> bool:
    """Whether the report's sentence tells the order: a word for the slot behind "after", the clause elsewhere."""
    return any(_names(slot, word, beside) for word in _behind(slot.role, beside))


def turned_round(slot: Wanted, beside: Beside) -> bool:
    """Whether the report's sentence tells the other order: the clause itself stands behind "after", a word for the slot
    before it; or such a word stands behind "before"."""
    (other,) = ORDERS.keys() - {slot.role}
    if any(_names(slot, word, beside) for word in _behind(other, beside)):
        return True
    sentence, at = beside.passage.sentence, beside.told.clause.head.start - beside.passage.sentence.start
    for match in ORDERS[slot.role].finditer(sentence.exact[:at]):
        close = len(WORD.findall(sentence.exact[match.end() : at])) < NEAR
        if close and any(_names(slot, word, beside) for word in WORD.findall(sentence.exact[: match.start()])):
            return True
    return False


def _behind(order: str, beside: Beside) -> Iterator[str]:
    """The words behind "after" or "before" up to the clause's own verb."""
    sentence, at = beside.passage.sentence, beside.told.clause.head.start - beside.passage.sentence.start
    for match in ORDERS[order].finditer(sentence.exact):
        for word in list(WORD.finditer(sentence.exact, match.end()))[:NEAR]:
            if word.start() == at:
                break  # "after he arrived": what he arrived before or after is told elsewhere
            yield word.group()


def _names(slot: Wanted, word: str, beside: Beside) -> bool:
    forms = forms_of(word)
    return any(beside.has(slot.head, {form}) for form in forms) or beside.words.same_act({slot.head}, forms)
