"""Do two values answer a question alike? Each type's comparing stands here, beside nothing else (decision 0002).

The answer is an `Agreement` with its reason in words. `same`: interchangeable; `compatible`: both can hold and one may
be the more precise; `apart`: neither supports nor excludes the other ("several" and 2); `conflict`: both cannot hold.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from crosswire.model import Party, Place, Quantity, Text, Time, Value

Relation = Literal["same", "compatible", "apart", "conflict"]
Scale = Callable[[str], tuple[str, float] | None]

EARTH_KM = 6371.0
ABOUT = 0.1  # "about 350 km" holds for what rounds to it within a tenth
# Who is some of the people: "144 passengers" is no rival of 150 people aboard, "3 children" none of 12 killed.
SOME = frozenset((
    "passenger", "crew", "member", "child", "woman", "man", "girl", "boy", "baby", "infant", "citizen", "national",
    "foreigner", "tourist", "soldier", "civilian", "officer", "policeman", "student", "teacher", "doctor", "journalist",
    "pilot", "guard",
))  # fmt: skip
ROUNDED = 0.08  # "7 miles" may have been 10.5 km
BARE = "magnitude"  # a dimension that many texts give as a bare number
FAR = 0.3  # "at least 10" may stand for 12; for 15 it says nothing
NEAR_KM = 60.0  # two towns this close may be one scene in two papers' words
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two values stand to each other, and why, in words."""

    relation: Relation
    why: str

    @property
    def agrees(self) -> bool:
        """Whether one value supports the other."""
        return self.relation in ("same", "compatible")


def compare(a: Value, b: Value, scale: Scale) -> Agreement:
    """Compare two values; `scale` gives a unit's (dimension, factor to its base unit), None where unknown."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return quantities(a, b, scale)
    for kind, comparing in COMPARING:
        if isinstance(a, kind) and isinstance(b, kind):
            return comparing(a, b)
    return Agreement("apart", "they are of different types")


# --- quantities ---------------------------------------------------------------------------------------------------


def quantities(a: Quantity, b: Quantity, scale: Scale) -> Agreement:
    """Numbers of one dimension agree where the ranges they allow overlap; a vague word supports no number."""
    factor = _ratio(a.unit, b.unit, scale)
    if factor is None:
        return Agreement("apart", f"{a.unit} and {b.unit} measure different things")
    if _is_numberless(a) or _is_numberless(b):
        return _vague(a, b) if _is_numberless(a) else _vague(b, a)
    if a.low == b.low and a.high == b.high and a.unit == b.unit and a.bound == b.bound:
        return Agreement("same", "the same number")
    most = 0.05 if factor == 1.0 else ROUNDED
    (a1, a2), (b1, b2) = _range(a, 1.0, most), _range(b, factor, most)
    if max(a1, b1) <= min(a2, b2) * (1 + 1e-9):
        return _overlapping(a, b, factor)
    if _counts_some(a, b) or _counts_some(b, a):
        return Agreement("apart", f"“{a.text}” and “{b.text}”: one may count some of the other")
    return Agreement("conflict", f"{a.text} and {b.text} cannot both hold")


def _counts_some(part: Quantity, whole: Quantity) -> bool:
    """Whether a number counts people of one kind and is smaller than a number of people."""
    kinds = part.noun in SOME and whole.noun in ("person", None) and whole.unit == part.unit == "1"
    return kinds and (part.high if part.high is not None else part.low or 0.0) < (whole.low or whole.high or 0.0)


def _overlapping(a: Quantity, b: Quantity, factor: float) -> Agreement:
    """Two numbers that can both hold: "hundreds of thousands" is no word for 1.03 million."""
    if (
        ("vague" in (a.bound, b.bound) and a.bound != b.bound)
        or _far_bound(a, b, factor)
        or _far_bound(b, a, 1 / factor)
    ):
        return Agreement(
            "apart", f"“{a.text}” and “{b.text}” do not exclude each other, nor does one support the other"
        )
    return Agreement("compatible", "the same after units, rounding and bounds")


def _far_bound(bound: Quantity, number: Quantity, factor: float) -> bool:
    """Whether a one-sided bound is too far from a number to speak for it: "at least 31" is no word for 47."""
    if bound.bound not in ("at_least", "at_most") or number.bound in ("at_least", "at_most", "vague"):
        return False
    near = bound.low if bound.bound == "at_least" else bound.high
    far = number.low if bound.bound == "at_least" else number.high
    if near is None or far is None:
        return False
    return abs(far * factor - near) > FAR * max(abs(near), 1.0)


def _is_numberless(q: Quantity) -> bool:
    return q.low is None and q.high is None


def _vague(vague: Quantity, number: Quantity) -> Agreement:
    if _is_numberless(number):
        return Agreement("same", "both give no number")
    if number.high is not None and number.high <= 1 and number.bound == "exact":
        return Agreement("conflict", f"{vague.text!r} is more than {number.text}")
    return Agreement("apart", f"{vague.text!r} gives no number")


def _ratio(a: str, b: str, scale: Scale) -> float | None:
    if a == b:
        return 1.0
    one, two = scale(a), scale(b)
    if "1" in (a, b) and BARE in ((one or two or ("",))[0],):  # "a quake of 6.3" names no unit
        return 1.0
    if one is None or two is None or one[0] != two[0] or not one[1]:
        return None
    return two[1] / one[1]


def _range(q: Quantity, factor: float, most: float) -> tuple[float, float]:
    """The numbers a quantity allows, in units of the other: rounding by at most a share for what is converted, or
    "about"."""
    low = -math.inf if q.low is None else q.low * factor
    high = math.inf if q.high is None else q.high * factor
    if q.bound == "at_least":
        return low, math.inf
    if q.bound == "at_most":
        return (0.0 if high >= 0 else -math.inf), high
    if q.bound == "about":
        return low - abs(low) * ABOUT, high + abs(high) * ABOUT
    slack = min(0.5 * _last_place(q) * factor, most * abs(low)) if factor != 1.0 or q.unit not in ("1", "%") else 0.0
    return low - slack, high + slack


def _last_place(q: Quantity) -> float:
    """The worth of the last digit that is not a rounded-off zero: 350 -> 10, 217 -> 1, 7.25 -> 0.01."""
    value = abs(q.low or q.high or 0.0)
    if value == 0 or not math.isfinite(value):
        return 0.0
    for power in range(-3, 15):
        step = 10.0**power
        if abs(round(value / step) * step - value) > 1e-6 * max(1.0, value):
            return 10.0 ** (power - 1)
        if step > value:
            return 10.0 ** math.floor(math.log10(value)) if power == -3 else step / 10
    return 1.0


# --- times --------------------------------------------------------------------------------------------------------


NEAR_HOURS = timedelta(hours=2)
# "Thursday morning" is said of half past one as well: how long a part of a day is at least, and how far it may reach.
DAY_PART, DAY_PART_REACHES = timedelta(hours=3), timedelta(hours=5)


def times(a: Time, b: Time) -> Agreement:
    """Intervals agree where they overlap: a day lies in its month. Papers differ by a day across time zones."""
    if a.duration or b.duration or a.repeats or b.repeats:
        same = (a.duration, a.repeats) == (b.duration, b.repeats)
        return Agreement("same", "the same length of time") if same else Agreement("apart", "lengths of time differ")
    if None in (a.start, a.end, b.start, b.end) or "vague" in (a.granularity, b.granularity):
        return Agreement("apart", "one of them names no definite time")
    assert a.start and a.end and b.start and b.end  # noqa: S101 - the line above has seen to it
    if (a.start, a.end) == (b.start, b.end):
        return Agreement("same", "the same time")
    if a.start < b.end and b.start < a.end:
        return Agreement("compatible", "one lies within the other")
    gap = max(a.start, b.start) - min(a.end, b.end)
    loose = _loosely(gap, max(a.end - a.start, b.end - b.start))
    if loose and {a.granularity, b.granularity} <= {"minute", "hour"}:
        return Agreement("apart", loose)
    return Agreement("conflict", f"{a.text} and {b.text} are different times")


def _loosely(gap: timedelta, longest: timedelta) -> str | None:
    """Why two times of a day that do not touch may be one, if they may."""
    if gap < NEAR_HOURS:
        return "less than two hours apart"
    loose = gap < DAY_PART_REACHES and longest >= DAY_PART
    return "one is a part of a day, whose edges are drawn loosely" if loose else None


# --- places -------------------------------------------------------------------------------------------------------

TOWNS = ("city", "town", "village", "facility")  # "outside Ridgecrest" is near it; "outside the zone" is not in it
OUTSIDE = ("outside", "beyond", "out of")


def places(a: Place, b: Place) -> Agreement:
    """Places agree where one name is the other's or their extents touch; inside and outside exclude each other."""
    out = [place.relation in OUTSIDE and place.kind not in TOWNS for place in (a, b)]
    if a.name == b.name:
        apart = out[0] != out[1]
        return Agreement("conflict" if apart else "same", f"{'one is outside' if apart else 'both name'} {a.name}")
    if any(out):
        return Agreement("apart", "being outside one place says nothing of the other")
    if a.country and a.country == b.country and "country" in (a.kind, b.kind):
        return Agreement("compatible", f"one lies in the other ({a.country})")
    if a.division and (a.country, a.division) == (b.country, b.division) and "region" in (a.kind, b.kind):
        return Agreement("compatible", f"one lies in the other ({a.name}, {b.name})")
    return _by_distance(a, b)


def _by_distance(a: Place, b: Place) -> Agreement:
    km = distance_km(a, b)
    if km is None:
        return Agreement("apart", "no position is known")
    if km <= NEAR_KM + (a.radius_km or 0.0) + (b.radius_km or 0.0):
        return Agreement("compatible", f"{km:.0f} km apart, which their extents cover")
    return Agreement("conflict", f"{a.name} and {b.name} are {km:.0f} km apart")


def distance_km(a: Place, b: Place) -> float | None:
    """Great-circle distance (haversine, within 0.6 %), None where a position is unknown."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat1, lat2 = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


# --- parties and words --------------------------------------------------------------------------------------------


def parties(a: Party, b: Party) -> Agreement:
    """Parties agree by canonical name; a body agrees with its own country where one side names only the country."""
    if a.name == b.name:
        return Agreement("same", f"both name {a.name}")
    if a.country and a.country == b.country:
        return Agreement("compatible", f"both of one country ({a.country})")
    if a.name.lower() in b.name.lower() or b.name.lower() in a.name.lower():
        return Agreement("compatible", f"{a.name} and {b.name} share a name")
    if a.country and b.country:
        return Agreement("conflict", f"{a.name} and {b.name} are different parties")
    return Agreement("apart", f"{a.name} and {b.name} may be different parties")


def texts(a: Text, b: Text) -> Agreement:
    """Words agree where one is the other made more precise: "ballistic missiles" and "missile", not "oil tanker" and
    "foreign tanker"."""
    if not a.name and not b.name:
        return Agreement("same", "both tell that it happened")
    if names(a, b) or names(b, a):
        return Agreement("compatible", "both name it")
    if a.name != b.name:
        return Agreement("apart", "other words")
    return _bearers(a.text, b.text) or _kinds(a, b)


def _kinds(a: Text, b: Text) -> Agreement:
    """What two phrases of one noun are to each other by the words before it."""
    one, two = ({w.rstrip("s") for w in words.text.lower().split()[:-1]} for words in (a, b))
    if one == two:
        return Agreement("same", f"both say {a.name}")
    if one <= two or two <= one:
        return Agreement("compatible", f"both say {a.name}")
    return Agreement("apart", f"“{a.text}” and “{b.text}” may be two")


def _bearers(a: str, b: str) -> Agreement | None:
    """What two people's names of one last name are to each other: "Former Prime Minister Ana Sild" and "ex-PM Sild"."""
    one, two = a.split(), b.split()
    if not (one[-1].istitle() and one[-1] == two[-1]):
        return None
    first, other = (words[-2] if len(words) > 1 and _is_given(words[-2]) else "" for words in (one, two))
    if first and first == other:
        return Agreement("same", f"both name {first} {one[-1]}")
    return None if first and other else Agreement("compatible", f"both name {one[-1]}")


def _is_given(word: str) -> bool:
    return word.istitle() and word.isalpha() and word not in _titles()


@cache
def _titles() -> frozenset[str]:
    """What stands before a last name and is no given name (titles.toml)."""
    return frozenset(tomllib.loads((files("crosswire") / "titles.toml").read_text("utf-8"))["titles"])


def names(whole: Text, name: Text) -> bool:
    """Whether words hold a proper name beside what it is the name of: "bulk carrier Astra Dawn" and "Astra Dawn"."""
    own = name.text.split()
    return all(w[:1].isupper() for w in own) and f" {name.text} " in f" {whole.text} " and not whole.text.istitle()


# Each type with its comparing; quantities need the units besides.
COMPARING: tuple[tuple[type, Callable[[Any, Any], Agreement]], ...] = (
    (Time, times),
    (Place, places),
    (Party, parties),
    (Text, texts),
)
