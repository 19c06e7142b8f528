"""Does what a report tells confirm the value that a sentence names? Stricter than whether both can hold (`compare`).

A sentence is confirmed only as far as it goes: "in January" by 27 January, never the other way round; 217 miles by
350 km, but 380 km not by "about 350". What cannot both hold excludes; all else is silent.
"""

from __future__ import annotations

import math
import re

from crosswire.compare import OUTSIDE, Scale, compare
from crosswire.facts.check.spelling import spelled_alike
from crosswire.facts.check.times import times_stand
from crosswire.facts.check.words import Measure, Stand, Words
from crosswire.model import Party, Place, Quantity, Time, Value

CONVERTED = 0.02  # a figure turned into other units and rounded is this near
LOOSE = 0.05  # "about 350" speaks for a converted figure this near, and for "nearly 360"
ROUND = 20  # from here on a decimal may be left out: a magnitude of 7 is none of 7.2
INSIDE = 0.2  # "at least 12" is said of 14, and hardly of 30
COMPASS = ("north", "south", "east", "west")
# What a firm's full name adds to the one it goes by: "Delta" and "Delta Air Lines".
FIRM = frozenset(
    ("air", "line", "lines", "airline", "airlines", "airways", "inc", "inc.", "corp", "corp.", "corporation", "co",
     "co.", "company", "ltd", "ltd.", "plc", "group", "ag", "gmbh", "sa", "se", "nv", "kk", "llc", "holding",
     "holdings", "market", "stores", "motor", "motors", "bank", "cruises", "steel", "energy", "international")
)  # fmt: skip
MEN = re.compile(r"men$")


def stand(asked: Value, told: Value, measure: Measure) -> Stand:
    """How a value told in a report stands to one that a sentence names."""
    if isinstance(asked, Quantity) and isinstance(told, Quantity):
        return _quantity(asked, told, measure)
    if isinstance(asked, Time) and isinstance(told, Time):
        return times_stand(asked, told, measure)
    if isinstance(asked, Place) and isinstance(told, Place):
        return _place(asked, told, measure)
    if isinstance(asked, Party) and isinstance(told, Party):
        return _group(asked, told, measure.words) or _party(asked, told)
    if isinstance(asked, Party | Place) and isinstance(told, Party | Place) and asked.name == told.name:
        return "silent" if isinstance(asked, Place) and bearings(asked) else "supports"
    return "silent"


# --- quantities ---------------------------------------------------------------------------------------------------


def _quantity(asked: Quantity, told: Quantity, measure: Measure) -> Stand:
    if not _nouns_fit(asked, told, measure.words):
        return "silent"
    factor = _factor(told.unit, asked.unit, measure.scale)
    if factor is None:
        return "silent"
    if asked.low is None and asked.high is None:
        return _vaguely(told)
    if told.low is None and told.high is None:
        return "excludes" if asked.high is not None and asked.high <= 1 and asked.bound == "exact" else "silent"
    if _bounded(asked, told, factor):
        return "supports"
    return (
        "excludes"
        if compare(asked, told, measure.scale).relation == "conflict" or _apart(asked, told, factor)
        else "silent"
    )


def _nouns_fit(asked: Quantity, told: Quantity, words: Words) -> bool:
    if asked.noun is None or told.noun is None:
        return True
    return words.holds(told.noun, asked.noun)


def _factor(told: str, asked: str, scale: Scale) -> float | None:
    if told == asked:
        return 1.0
    one, two = scale(told), scale(asked)
    if "1" in (told, asked) and (one or two or ("",))[0] == "magnitude":
        return 1.0
    if one is None or two is None or one[0] != two[0] or not two[1]:
        return None
    return one[1] / two[1]


def _vaguely(told: Quantity) -> Stand:
    """ "Several" is said of what is told to be several, and of any number above two."""
    if told.low is None and told.high is None:
        return "supports"
    low = told.low if told.low is not None else told.high or 0.0
    return "supports" if low >= 3 else ("excludes" if low <= 1 and told.bound == "exact" else "silent")


def _bounded(asked: Quantity, told: Quantity, factor: float) -> bool:
    """Whether what is told is what is asked: the same figures, or an exact one just inside an asked bound.

    "Over 3 %" implies "over 2 %", but nobody said so: such a sentence has been altered.
    """
    low = None if told.low is None else told.low * factor
    high = None if told.high is None else told.high * factor
    near = _slack(asked, told, factor)
    exact = told.bound in ("exact", "about")
    if asked.bound == told.bound == "at_least" and None not in (asked.low, low):  # "more than 170" of "more than 177"
        return asked.low * (1 - near) <= low <= asked.low * (1 + LOOSE) or _cut(low) == asked.low  # type: ignore
    if asked.bound == "at_least" and asked.low is not None and exact:
        return low is not None and asked.low * (1 - near) <= low <= asked.low * (1 + INSIDE)
    if asked.bound == "at_most" and asked.high is not None and exact:
        return high is not None and asked.high * (1 - INSIDE) <= high <= asked.high * (1 + near)
    same = _close(asked.low, low, near) and _close(asked.high, high, near)
    if factor == 1.0 and _rounded(asked, low) and _rounded(asked, high):
        return True
    return same or _same_end(asked, low, high, told, near)


def _rounded(asked: Quantity, told: float | None) -> bool:
    """Whether a whole number is asked for, and told with a decimal: 222 metres are 222.6 or 221.8 of them."""
    one = asked.low
    if one is None or told is None or asked.low != asked.high or one < ROUND or one != int(one) or told == int(told):
        return False
    return int(told) == one or round(told) == one


def _cut(figure: float | None) -> float | None:
    """A figure from a thousand on with its first digit alone: "over two million" is said of more than 2.4 million."""
    if figure is None or figure < 1000 or not math.isfinite(figure):
        return figure
    step = 10 ** math.floor(math.log10(figure))
    return float(figure // step * step)


def _same_end(asked: Quantity, low: float | None, high: float | None, told: Quantity, near: float) -> bool:
    """ "At least 12" is told as 12 too."""
    end = {"at_least": low, "at_most": high}.get(told.bound)
    one = asked.low if asked.low is not None else asked.high
    return end is not None and one is not None and asked.low == asked.high and _close(one, end, near)


def _close(a: float | None, b: float | None, near: float) -> bool:
    if a is None or b is None or not (math.isfinite(a) and math.isfinite(b)):
        return a == b
    return abs(a - b) <= near * max(abs(a), abs(b)) + 1e-9


def _slack(asked: Quantity, told: Quantity, factor: float) -> float:
    if asked.unit in ("1", "%", "Mw") and factor == 1.0:
        return LOOSE if asked.bound == "about" else 0.0
    if asked.bound == "about":
        return LOOSE
    if factor == 1.0:
        return 0.0
    return LOOSE if told.bound == "about" and _round(asked) else CONVERTED


def _round(q: Quantity) -> bool:
    return q.low is not None and q.low % 5 == 0


def _apart(asked: Quantity, told: Quantity, factor: float) -> bool:
    """Two exact counts that differ exclude each other, though both be within rounding."""
    plain = asked.bound == told.bound == "exact" and factor == 1.0
    return plain and asked.low is not None and told.low is not None and asked.low != told.low


# --- places -------------------------------------------------------------------------------------------------------


def _place(asked: Place, told: Place, measure: Measure) -> Stand:
    if _outside(asked) != _outside(told):
        return "excludes" if asked.name == told.name else "silent"
    if _outside(asked):
        return "supports" if asked.name == told.name else "silent"
    if asked.name == told.name or (asked.text and asked.text.lower() == told.text.lower()):
        return _bearing(asked, told)
    agreement = compare(asked, told, measure.scale)
    if agreement.relation == "conflict":
        return "excludes"
    if asked.kind == "country" and asked.country and told.country == asked.country and not bearings(asked):
        return "supports"
    return "silent"


def _outside(place: Place) -> bool:
    return place.relation in OUTSIDE


def bearings(place: Place) -> frozenset[str]:
    """The sides of a place that are meant: north and west of \"in northwestern Spain\"."""
    return frozenset(c for c in COMPASS if c in (place.relation or ""))


def _bearing(asked: Place, told: Place) -> Stand:
    one, two = bearings(asked), bearings(told)
    if one == two or (not one and (told.relation or "").endswith("ern")):  # "in northeastern X" is in X
        return "supports"
    if not one:
        return "silent"
    opposite = any({a, b} in ({"north", "south"}, {"east", "west"}) for a in one for b in two)
    return "excludes" if opposite else ("supports" if one < two else "silent")


# --- parties ------------------------------------------------------------------------------------------------------


def _group(asked: Party, told: Party, words: Words) -> Stand | None:
    """Groups without a name are the same by what they are called: protesters, demonstrators."""
    if asked.country or told.country or not (asked.name.islower() and told.name.islower()):
        return None
    one, two = (MEN.sub("man", name).removesuffix("s") for name in (asked.name, told.name))
    return "supports" if words.holds(two, one) else None


def _party(asked: Party, told: Party) -> Stand:
    if asked.name == told.name:
        return "supports"
    if asked.kind == "country" and asked.country and asked.country == told.country:
        return "supports" if told.kind in ("country", "forces", "body", "official") else "silent"
    if _shortened(asked, told):
        return "supports"
    if asked.country and told.country and asked.country != told.country:
        return "excludes"
    both = {asked.kind, told.kind}
    return "excludes" if both == {"person"} or ("country" in both and asked.country != told.country) else "silent"


def _shortened(asked: Party, told: Party) -> bool:
    """ "Takaichi" for "Sanae Takaichi", no country for a part of its name."""
    if "country" in (asked.kind, told.kind):
        return False
    one, two = asked.name.lower().split(), told.name.lower().split()
    if _one_firm(one, two) and "person" not in (asked.kind, told.kind):
        return True
    if asked.kind == told.kind == "person" and spelled_alike(one, two):
        return True
    if asked.name.islower() and asked.country is None:  # "the central bank"
        return set(one) <= {*two, *told.text.lower().split()}
    return set(one) <= set(two) and one[-1] == two[-1]


def _one_firm(one: list[str], two: list[str]) -> bool:
    """Whether one name is the other with words that any firm may add."""
    short, long = sorted((one, two), key=len)
    return bool(short) and long[: len(short)] == short and set(long[len(short) :]) <= FIRM and long != short
