"""Does who gives one value also say another? Of two values that agree the vaguer one says nothing of the finer.

"About 07:24" is no less told on Wednesday, but who tells only "on Wednesday" is no second origin for 07:24; nor is
"ballistic missiles" one for "intermediate-range ballistic missile".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from crosswire.compare import (
    NEAR_KM,
    ROUNDED,
    Scale,
    bearing,
    compare,
    distance_km,
    holds,
    holds_group,
    names,
    quarter,
    rounding,
    texts,
    turn,
)
from crosswire.model import Party, Place, Quantity, Text, Time, Value

WHOLE = ("country", "government", None)  # kinds of party that a body of the same country is part of
COUNTED = ("1", "")
BELOW = re.compile(r"(?:nearly|almost|just under|close to)\b", re.IGNORECASE)
ONE_COUNT = 0.05  # of a count that is told as "about": two rounded ones this near are one
A_ROUND = 0.1  # what a round number is off at most: "about a hundred" is no word for 149
NARROW = ("city", "town", "village")  # places that a map shows as a point: each is another scene
BESIDE = (
    "near",
    "close to",
    "outside",
    "off",
    "around",
    "north of",
    "south of",
    "east of",
    "west of",
    "toward",
    "towards",
)
AT = ("in", "at", "over", "inside", "within", "on", "into", "above")
CORNER = 45  # degrees: the northwest is in the north
TOWARDS = 75  # of what lies in the north; the middle that the table gives a country is nobody's geometry
MIDDLE = 0.15  # of its reach: what lies in the middle is in any part that somebody may call it by
CENTRAL = 0.5  # of its reach
LEEWAY = timedelta(minutes=90)  # "about 7:30" and "at 7:24" are one grain


def says(teller: Value, said: Value, scale: Scale) -> bool:
    """Whether whoever gives `teller` also says `said`: they agree, and `teller` is no vaguer."""
    if teller == said:
        return True
    if not compare(teller, said, scale).agrees:
        return False
    if isinstance(teller, Quantity) and isinstance(said, Quantity):
        return _number(teller, said, _factor(teller.unit, said.unit, scale))
    holds = next((holds for kind, holds in FINER if isinstance(teller, kind) and isinstance(said, kind)), None)
    return holds is not None and holds(teller, said)


def _number(teller: Quantity, said: Quantity, factor: float) -> bool:
    """An exact number says its "about" and its bounds; "at least 10" says no 12, and "about 350" no 354."""
    if said.bound == "exact":
        return teller.bound == "exact"
    if said.bound == "about":
        return teller.bound in ("exact", "about") and _rounds_to(teller, said, factor)
    if said.bound == "at_least":
        return _as_many(teller, said, factor)
    if said.bound == "at_most" and said.unit in COUNTED:  # "as many as 24 bodies": 22 is no word for it
        return (
            teller.high is not None and said.high is not None and abs(teller.high - said.high) <= ONE_COUNT * said.high
        )
    if said.bound == "at_most":
        return teller.high is not None and said.high is not None and teller.high * factor <= said.high * (1 + ROUNDED)
    return teller.bound in ("exact", said.bound) or teller.low is None


def _as_many(teller: Quantity, said: Quantity, factor: float) -> bool:
    """Whether a number says that it is at least another; "nearly 23" are not at least 23."""
    if teller.low is None or said.low is None:
        return False
    if teller.unit in COUNTED and BELOW.match(teller.text):
        return teller.low * factor > said.low
    return teller.low * factor >= said.low * (1 - ROUNDED)


def _rounds_to(teller: Quantity, said: Quantity, factor: float) -> bool:
    """Whether two counts may be one rounded: "about 65" of the dead says no "about 60"; what is measured is told with
    other instruments."""
    if said.unit not in COUNTED or teller.low is None or said.low is None or said.high is None:
        return True
    one = teller.low * factor
    if teller.bound == "exact" and BELOW.match(said.text):  # 17 are not "almost 17"
        return said.low - abs(said.low) * ONE_COUNT <= one < said.low
    if teller.bound == "exact" and _is_its_round(one, (said.low + said.high) / 2):
        return True
    return said.low - abs(said.low) * ONE_COUNT <= one <= said.high + abs(said.high) * ONE_COUNT


def _is_its_round(number: float, told: float) -> bool:
    """Whether a count is told as the round number that it comes to: 33 are "around thirty", 36 and 45 are not."""
    step = 1.0
    while told and told % (step * 10) == 0:
        step *= 10
    return step > 1 and abs(number - told) < step / 2 and abs(number - told) <= A_ROUND * told


def _factor(unit: str, other: str, scale: Scale) -> float:
    """What turns a number of one unit into the other; they have been found to agree."""
    one, two = scale(unit), scale(other)
    return one[1] / two[1] if unit != other and one and two and one[0] == two[0] and two[1] else 1.0


def _time(teller: Time, said: Time) -> bool:
    """A minute says its day, 1:14 "around 1 p.m."; a day says no minute."""
    if not (teller.start and teller.end and said.start and said.end):
        return True
    if teller.granularity == said.granularity == "minute" and not (teller.start < said.end and said.start < teller.end):
        return rounding(teller) <= rounding(said)
    return teller.end - teller.start <= max(said.end - said.start, LEEWAY)


def _place(teller: Place, said: Place) -> bool:
    """A town says its country and the sea it lies at; a country says no town, nor one town the next; who puts it near a
    place does not put it there or in a town, nor who names a country in its north."""
    if not _in_part(teller, said):
        return False
    if teller.name == said.name:
        return teller.relation not in BESIDE or said.relation not in AT
    if said.kind == "country":
        return True
    if teller.kind in NARROW and said.kind in NARROW and said.relation not in BESIDE and not _within(teller, said):
        return False
    beside = teller.relation in BESIDE and said.relation in AT and said.kind in NARROW
    if teller.kind == "country" or beside:
        return False
    return (teller.radius_km or 0.0) <= max(said.radius_km or 0.0, NEAR_KM)


def _in_part(teller: Place, said: Place) -> bool:
    """Whether who tells a place tells the part of another one that is said, if one is: "Peshawar" says "northwest
    Pakistan", "Pakistan" does not."""
    part, middle = quarter(said), "central" in (said.relation or "")
    if part is None and not middle:
        return True
    if teller.name == said.name:
        told = quarter(teller)
        if part is None or told is None:
            return middle and "central" in (teller.relation or "")
        return told == part or (part % 90 == 0 and turn(told, part) <= CORNER)
    lies, far = bearing(said, teller), distance_km(said, teller)
    if lies is None or far is None:
        return False
    share = far / (said.radius_km or NEAR_KM)
    return share <= CENTRAL if part is None else turn(lies, part) <= TOWARDS or share <= MIDDLE


def _party(teller: Party, said: Party) -> bool:
    """A body speaks for its country, gunmen say "attackers"; a country names no body."""
    if teller.name == said.name:
        return True
    if teller.country and teller.country == said.country:
        return said.kind in WHOLE or said.name.lower() in teller.name.lower()
    return said.name.lower() in teller.name.lower() or holds_group(teller, said)


def _words(teller: Text, said: Text) -> bool:
    """ "Short-range ballistic missiles" says "missile", "cathedral" says "church"; the bare word says no kind."""
    if not said.name:
        return True
    if names(teller, said) or holds(teller, said) or texts(teller, said).relation == "same":
        return True
    one, two = ({w.rstrip("s") for w in words.text.lower().split()[:-1]} for words in (teller, said))
    return teller.name == said.name and two <= one


def _within(teller: Place, said: Place) -> bool:
    """Whether a place lies in the other, as far as its extent tells."""
    km = distance_km(teller, said)
    return km is not None and km <= (said.radius_km or 0.0)


FINER: tuple[tuple[type, Callable[[Any, Any], bool]], ...] = (
    (Time, _time),
    (Place, _place),
    (Party, _party),
    (Text, _words),
)
