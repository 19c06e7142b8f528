"""Quantities compared: their units, bounds, rounding and what they count."""

from __future__ import annotations

import math
import re

from crosswire.compare.agreement import Agreement, Scale
from crosswire.model import Quantity

ABOUT = 0.1  # "about 350 km" holds for what rounds to it within a tenth
# Who is some of the people: "144 passengers" is no rival of 150 people aboard, "3 children" none of 12 killed.
SOME = frozenset((
    "passenger", "crew", "member", "child", "woman", "man", "girl", "boy", "baby", "infant", "toddler", "teenager",
    "citizen", "national", "foreigner", "tourist", "american", "briton", "israeli", "palestinian", "soldier",
    "civilian", "officer", "policeman", "policewoman", "student", "pupil", "teacher", "doctor", "nurse", "medic",
    "patient", "journalist", "pilot", "guard", "staff", "staffer", "employee", "worker", "miner", "laborer",
    "fisherman", "driver", "firefighter", "rescuer", "paramedic", "volunteer", "sailor", "seafarer", "marine",
    "peacekeeper", "troop", "trooper", "militant", "rebel", "insurgent", "fighter", "gunman", "militiaman",
    "attacker", "prisoner", "inmate", "detainee", "hostage", "protester", "demonstrator", "activist", "migrant",
    "refugee", "pilgrim", "worshipper", "resident", "villager", "schoolgirl", "schoolboy", "schoolchild", "terrorist",
    "extremist", "jihadist", "assailant", "bomber", "suspect", "commando", "cadet", "recruit", "serviceman",
    "servicewoman", "personnel", "police", "reservist", "guest", "shopper", "customer", "commuter", "pedestrian",
    "cyclist", "bystander", "mourner", "priest", "monk", "nun", "farmer", "engineer", "contractor", "lawyer",
    "mother", "father",
))  # fmt: skip
PEOPLE = ("person", "victim", "casualty", "death", "fatality", None)
ADDED = re.compile(r"(\d[\d,]*)(?: [a-z]+){1,2} (?:and|plus) ", re.IGNORECASE)
ROUNDED = 0.08  # "7 miles" may have been 10.5 km
BARE = "magnitude"  # a dimension that many texts give as a bare number
FAR = 0.3  # "at least 10" may stand for 12; for 15 it says nothing


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
    """Whether a number counts people of one kind and is smaller than a number of people; or the first of several that
    were added up is the other's number, so that it may count all ("307 passengers and 16 crew", of 307 aboard)."""
    added = ADDED.match(whole.text) if part.noun in SOME or part.noun in PEOPLE else None
    if added and part.low is not None and float(added[1].replace(",", "")) == part.low:
        return True
    kinds = part.noun in SOME and whole.noun in PEOPLE and whole.unit == part.unit == "1"
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
