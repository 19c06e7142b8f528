"""Whether a number counts the people that something befell: the dead, the injured, the arrested, the rescued.

Beside the verb of a fate stand many numbers that count nobody it befell: how many children a victim had, of what
calibre the bullet was, how many officers fired, how often the suspect was arrested before.
"""

from __future__ import annotations

from crosswire.claims.grammar_lists import Grammar
from crosswire.claims.placed import Placed
from crosswire.model import Attribute, Quantity

# Behind these a number tells who did it, or when or over what it befell those who are counted elsewhere.
BESIDE = frozenset((
    "by", "during", "after", "before", "since", "amid", "against", "under", "in", "for", "over", "from", "near",
))  # fmt: skip
BEFORE = frozenset({"prior", "previous", "earlier", "past"})


def asks_for_people(attribute: Attribute) -> bool:
    """Whether an attribute counts those whom something befell."""
    return attribute.unit == "1" and (attribute.grows or attribute.changes)


def counts_people(placed: Placed, value: Quantity, grammar: Grammar) -> bool:
    """Whether a number may count people of this event."""
    low = value.low if value.low is not None else value.high
    whole = low is None or low % 1 == 0  # ".45 caliber"
    earlier = BEFORE & set(value.text.lower().split())  # "had four prior arrests"
    return whole and not earlier and not _has_them(placed, grammar) and not _does_it(placed)


def _has_them(placed: Placed, grammar: Grammar) -> bool:
    """Whether somebody has so many children: "killed a mother of 12"."""
    of = placed.root.head
    return placed.root.dep_ == "pobj" and of.lower_ == "of" and of.head.lemma_.lower() in grammar.parents


def _does_it(placed: Placed) -> bool:
    """Whether so many did it: "shot dead by two officers"."""
    by = placed.root.head
    return placed.root.dep_ == "pobj" and by.lower_ == "by" and by.head.pos_ == "VERB"
