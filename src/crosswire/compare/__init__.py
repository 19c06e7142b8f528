"""Do two values answer a question alike? Each type's comparing has a module here, beside nothing else (decision 0002).

The answer is an `Agreement` with its reason in words. `same`: interchangeable; `compatible`: both can hold and one may
be the more precise; `apart`: neither supports nor excludes the other ("several" and 2); `conflict`: both cannot hold.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from crosswire.compare.acts import acts_like, one_act, same_acts
from crosswire.compare.agreement import Agreement, Relation, Scale
from crosswire.compare.extents import NEAR_KM, OUTSIDE, bearing, distance_km, places, quarter, turn
from crosswire.compare.intervals import called, rounding, times
from crosswire.compare.kinds import anybody, bare, holds, holds_group, unaccented
from crosswire.compare.numbers import PEOPLE, ROUNDED, SOME, quantities
from crosswire.compare.wording import names, parties, texts, titles
from crosswire.model import Party, Place, Quantity, Text, Time, Value

__all__ = [
    "NEAR_KM",
    "OUTSIDE",
    "PEOPLE",
    "ROUNDED",
    "SOME",
    "Agreement",
    "Relation",
    "Scale",
    "acts_like",
    "anybody",
    "bare",
    "bearing",
    "called",
    "compare",
    "distance_km",
    "holds",
    "holds_group",
    "names",
    "one_act",
    "parties",
    "places",
    "quantities",
    "quarter",
    "rounding",
    "same_acts",
    "texts",
    "times",
    "titles",
    "turn",
    "unaccented",
]

# Each type with its comparing; quantities need the units besides.
COMPARING: tuple[tuple[type, Callable[[Any, Any], Agreement]], ...] = (
    (Time, times),
    (Place, places),
    (Party, parties),
    (Text, texts),
)


def compare(a: Value, b: Value, scale: Scale) -> Agreement:
    """Compare two values; `scale` gives a unit's (dimension, factor to its base unit), None where unknown."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return quantities(a, b, scale)
    for kind, comparing in COMPARING:
        if isinstance(a, kind) and isinstance(b, kind):
            return comparing(a, b)
    return Agreement("apart", "they are of different types")
