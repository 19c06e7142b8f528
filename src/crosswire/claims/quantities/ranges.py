"""Two numbers that are one range: "10 to 15", "$5-7 billion", "between 62 and 68", "two or three"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crosswire.claims.quantities.number_words import Number


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit (None for a count), [start, end) with a currency before it or a unit behind it."""

    number: Number
    start: int
    end: int
    unit: str | None
    prefixed: bool = False
    ranged: bool = False
    hyphened: bool = False
    opening: int | None = None

    def signed(self, text: str) -> bool:
        """Whether a minus sign, or a word for it, belongs to the number: "-5 C", "minus 3 percent", "5 below zero"."""
        if text.endswith(BELOW, self.number.end, self.end):
            return True
        return self.start < self.number.start and MINUS.match(text, self.start) is not None


def shared(text: str, measures: Sequence[Measure]) -> list[Measure]:
    """The same measures, where a bare number takes the unit of its list: "5, 10 and 20 km", "2 by 4 metres"."""
    found: list[Measure] = []
    listed = False
    for measure in reversed(measures):
        follows = found[-1] if found else None
        between = text[measure.end : follows.start] if follows is not None else ""
        listed = follows is not None and in_list(between, listed=listed)
        if RELAY.match(text, follows.end if follows else len(text)):
            listed = False
        if follows is not None and (listed or between == " to ") and measure.unit is None and _lends(follows):
            measure = replace(measure, unit=follows.unit)
        found.append(measure)
    return found[::-1]


def in_list(between: str, *, listed: bool) -> bool:
    """Whether two numbers stand in one list; a comma makes one only before more of it, not in "at 5, 20 ships"."""
    return LIST.fullmatch(between) is not None or (listed and between == ", ")


def _lends(measure: Measure) -> bool:
    return measure.unit is not None and not measure.prefixed and "age" not in measure.unit


def joined(text: str, measures: Sequence[Measure]) -> Iterator[Measure]:
    """The same measures with ranges joined; chains ("555-123-4567") and scores ("2-0") are dropped."""
    i = 0
    while i < len(measures):
        chain = _chain(text, measures, i)
        if chain == 1:
            yield measures[i]
        elif chain == 2 and (one := _range(text, measures[i], measures[i + 1])) is not None:
            yield one
        elif not _hyphened(text, measures[i], measures[i + 1]):
            yield _lifted(text, measures[i], measures[i + 1]) if chain == 2 else measures[i]
            chain = 1
        i += chain


def _chain(text: str, measures: Sequence[Measure], i: int) -> int:
    """How many measures from the i-th on hang together by a hyphen, or two by "to", "and" or "or"."""
    n = 1
    while i + n < len(measures) and _hyphened(text, measures[i + n - 1], measures[i + n]):
        n += 1
    if n == 1 and i + 1 < len(measures) and LINK.fullmatch(text[measures[i].end : measures[i + 1].start]):
        return 2
    return n


def _hyphened(text: str, a: Measure, b: Measure) -> bool:
    if (a.unit, b.unit) == ("ft", "in"):
        return False  # "5-foot-10"
    return HYPHEN.fullmatch(text[a.end : b.start + (1 if b.signed(text) else 0)]) is not None


def _range(text: str, a: Measure, b: Measure) -> Measure | None:
    """The range of two measures; None where they are two: "from 10 % to 25 %" is a change, "5 and 7" a list."""
    if not _same_measure(text, a, b):
        return None
    link = text[a.end : b.start].strip(" -").lower() or "-"
    opening = OPENING.search(text, max(0, a.start - 32), a.start)
    if not _may_link(text, link, opening, a, b):
        return None
    low, high = _scaled(a.number, b.number), _quoted(text, a.number, b.number)
    if a.signed(text) and b.signed(text) and (low.low or 0) > (high.high or 0):
        low, high = high, low  # between minus 20 and minus 10 lies what lies between 10 and 20, and is below zero
    if opening and opening[1].lower() != "from" and not a.signed(text) and (low.low or 0) > (high.high or 0):
        low, high = high, low  # "ranging from 12 % to 3 %"
    if low.low is None or high.high is None or (low.low >= high.high and not a.signed(text)):
        return None
    ends = (-high.high, low.low) if a.signed(text) and not b.signed(text) else (low.low, high.high)
    number = replace(b.number, start=a.number.start, low=ends[0], high=ends[1])
    start = opening.start() if opening else None
    hyphened = link in ("-", "--", "-to-") and b.unit is None and a.unit is None and b.number.scale == 1
    return Measure(number, a.start, b.end, b.unit or a.unit, a.prefixed, True, hyphened, start)


def _quoted(text: str, a: Number, b: Number) -> Number:
    """The second number of a quoted price, of which only the last digits are written: "35.67-70", "1.1752-1754"."""
    whole, dot, decimals = text[a.start : a.end].partition(".")
    last = text[b.start : b.end]
    if not dot or len(decimals) < 2 or len(last) != len(decimals) or not last.isdigit() or not whole.isdigit():
        return b
    value = float(f"{whole}.{last}")
    return replace(b, low=value, high=value) if a.low and a.low < value < CLOSE * a.low else b


def _same_measure(text: str, a: Measure, b: Measure) -> bool:
    """Whether the two have one unit: "$62 and $68 per share", but not "fell 0.4 % to 13,176" nor "by $5 to $12"; "by
    5 % to 10 %" is a range."""
    if a.unit is None:
        return True
    if b.unit is None:
        return a.prefixed or a.unit == "Mw" or a.unit.endswith(" age")  # "aged 6 to 12"
    if a.unit != b.unit and not b.unit.startswith(f"{a.unit}/"):
        return False
    return a.unit == "%" or text[max(0, a.start - 4) : a.start] != " by "


def _may_link(text: str, link: str, opening: re.Match[str] | None, a: Measure, b: Measure) -> bool:
    if {a.number.form, b.number.form} & {"vague", "part", "pair"}:
        return False
    word = opening[1].lower() if opening else ""
    if link == "and":
        return word == "between"
    if link == "or":
        low, high = _scaled(a.number, b.number).high, b.number.low
        return low is not None and high is not None and high <= 2 * low and high <= 20 * b.number.scale
    if link == "up to":
        return word == "from"
    if word == "from" and link == "to":
        return a.number.low == 0 and b.unit is not None  # "from zero to 60 mph" is one measure, no change
    return not (link == "to" and _ends_at(text, a, b))


def _ends_at(text: str, a: Measure, b: Measure) -> bool:
    """Whether a change is told with where it ends: "fell 5.2 to 1,204.50", "fell by 10,000 to 202,000"; no range is
    twenty times its start, nor five times where "by" opens it."""
    low, high = a.number.low, b.number.high
    changed = CHANGED.search(text, max(0, a.start - 19), a.start)
    if not low or high is None or changed is None:
        return False
    return high > (5 if changed[1] else 20) * low


def _scaled(a: Number, b: Number) -> Number:
    """The first number with the magnitude of the second, which is said once for both ("5 to 7 million")."""
    if a.low is None or a.scale != 1 or b.scale == 1 or b.high is None or a.low > b.high / b.scale:
        return a
    return replace(a, low=a.low * b.scale, high=(a.high or a.low) * b.scale)


def _lifted(text: str, a: Measure, b: Measure) -> Measure:
    """What a change starts from with the magnitude of where it ends: "from 1.2 to 1.5 million"; not "from 900 to 2
    million"."""
    said = text.endswith(("from ", "From "), 0, a.start) and text[a.end : b.start] == " to "
    if not said or a.number.scale != 1 or b.number.scale < 1000 or not a.number.low or not b.number.high:
        return a
    if not 0.1 <= a.number.low * b.number.scale / b.number.high <= 10:
        return a
    low = a.number.low * b.number.scale
    return replace(a, number=replace(a.number, low=low, high=low, scale=b.number.scale))


CLOSE = 1.02  # times the first: two prices of one moment
BELOW = " below zero"
MINUS = re.compile(r"-|(?:minus|negative)[ -]", re.IGNORECASE)
HYPHEN = re.compile(r" ?-{1,2} ?|-to-")
# the numbers of a list, and of a size
# but "up 2.67, or 0.22 percent" tells one thing in two measures
LIST = re.compile(r",? (?:and|by|x|×) | or | ?x ?| ?(?:±|\+/-) ?| plus or minus ", re.IGNORECASE)
RELAY = re.compile(r"(?: [a-z]+)? (?:relay|medley)\b")  # "4 x 100m relay"
LINK = re.compile(r"-? (?:to|and|or|up to) ", re.IGNORECASE)
CHANGED = re.compile(
    r"\b(?:up|down|ro?se|risen|rises|fell|fallen|falls|gained|lost|dropped|added|climbed|slid|slipped|jumped|declined"
    r"|shed|plunged|(?:in|de)creased)( by)? $",
    re.IGNORECASE,
)
# "from" alone opens a change; a range is said to be one
OPENING = re.compile(
    r"\b((?:rang\w+|any(?:where|thing)|vary\w*|ages?|aged) from|between|from)(?: the ages of)?"
    r"(?: (?:about|around|roughly|some|an estimated))? $",
    re.IGNORECASE,
)
