"""Units of measure: their dimensions and factors (data/units.toml), and reading one from where a number ends."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from crosswire.claims.quantities.signs import Signs, meant, signs_of


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: base value = value * factor + offset, in the base unit of its dimension."""

    code: str
    dimension: str
    factor: float
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Units:
    """All units by code, the words and signs that mean them, and the patterns that find those in a text."""

    units: Mapping[str, Unit]
    names: Mapping[str, str]
    signs: Mapping[str, str]
    attached: Mapping[str, str]
    prefixes: Mapping[str, str]
    name_pattern: re.Pattern[str]
    sign_pattern: re.Pattern[str]
    attached_pattern: re.Pattern[str]
    slashed: Mapping[str, str]
    slashed_pattern: re.Pattern[str]
    prefix_pattern: str
    per_pattern: re.Pattern[str]
    far_pattern: re.Pattern[str]
    ambiguous: Signs

    def dimension(self, code: str) -> str | None:
        """The dimension of a code, part by part for a rate ("USD/bbl"); None for a count or an unknown unit."""
        if code in self.units:
            return self.units[code].dimension
        above, slash, below = code.partition("/")
        parts = (self.dimension(above), self.dimension(below)) if slash else (None, None)
        return f"{parts[0]}/{parts[1]}" if all(parts) else None

    def is_money(self, code: str) -> bool:
        """Whether a code is a currency."""
        return (self.dimension(code) or "").startswith("money")

    def factor(self, code: str) -> float | None:
        """What one of a unit is in its base unit; None where unknown or where the zero differs (degF, K)."""
        if code in self.units:
            unit = self.units[code]
            return None if unit.offset else unit.factor
        above, slash, below = code.partition("/")
        parts = (self.factor(above), self.factor(below)) if slash else (None, None)
        return parts[0] / parts[1] if parts[0] and parts[1] else None

    def to_base(self, value: float, code: str) -> float | None:
        """A value in the base unit of its dimension, temperatures included; None for an unknown unit."""
        unit = self.units.get(code)
        if unit is not None:
            return value * unit.factor + unit.offset
        factor = self.factor(code)
        return None if factor is None else value * factor


@dataclass(frozen=True, slots=True)
class UnitFound:
    """A unit written in a text: its code and where its words end."""

    code: str
    end: int


def load_units() -> Units:
    """The units that come with the package."""
    data = tomllib.loads((files("crosswire.claims") / "data" / "units.toml").read_text("utf-8"))
    return units_of(data)


def units_of(data: Mapping[str, object]) -> Units:
    """The units of a parsed units.toml. Raises KeyError where a unit lacks its code, dimension or factor."""
    rows: list[dict[str, object]] = data["unit"]  # type: ignore[assignment]
    rates: dict[str, list[str]] = data["rates"]  # type: ignore[assignment]
    behind: list[str] = data["attached"]["behind"]  # type: ignore[index]
    names, prefixes = _names(rows), _prefixes(rows)
    signs = _with_small(dict(_flip(_words(rows, "signs"))), names, frozenset(data["small"]["never"]))  # type: ignore[index]
    attached, slashed = dict(_flip(_words(rows, "attached"))), dict(_flip(_words(rows, "slashed")))
    marks = [sign for sign in signs if not sign[-1].isalnum() and sign[-1] != "."]
    letters = [sign for sign in signs if sign not in marks]
    below = [*rates["per"], *(sign for sign in letters if sign.isalnum()), *names]
    per = _per(rates, below)
    return Units(
        units={str(r["code"]): _unit(r) for r in rows},
        names=names,
        signs=signs,
        attached=attached,
        prefixes=prefixes,
        name_pattern=re.compile(rf"(?: {{1,2}}|-)?({any_of(names)})(?![\w])", re.IGNORECASE),
        sign_pattern=re.compile(
            rf"(?: {{1,2}}|-)?(?:({any_of(letters)})"
            rf"(?!\w|/(?!{LOT}(?:{any_of(below)})\b)\w|-\d(?!{SAME})|(?<=[\s\d-][A-Z])\. [A-Z])"
            rf"|({any_of(marks)}))"
        ),
        attached_pattern=re.compile(
            rf"({any_of(attached)})(?![\w-])(?:(?<=\din)|(?! (?!(?:{any_of(behind)})\b)[a-z]))"
        ),
        slashed=slashed,
        slashed_pattern=re.compile(rf" ?({any_of(slashed)})(?=/{LOT}(?:{any_of(below)})(?!\w))"),
        prefix_pattern=any_of(prefixes),
        per_pattern=re.compile(per, re.IGNORECASE),
        far_pattern=re.compile(f"{OF_WHAT}(?:{per})", re.IGNORECASE),
        ambiguous=signs_of(data["ambiguous"]),  # type: ignore[arg-type]
    )


def _names(rows: Iterable[Mapping[str, object]]) -> dict[str, str]:
    """What units are called, one and many, with hyphens too: "a 900-square-foot flat"."""
    names = {form: code for code, name in _words(rows, "names") for form in (name, f"{name}s")}
    names |= dict(_flip(_words(rows, "names")))
    return names | {name.replace(" ", "-"): code for name, code in names.items()}


def _prefixes(rows: Iterable[Mapping[str, object]]) -> dict[str, str]:
    """The signs of money before an amount, with a space in them too ("US $5"); "a $5 note" has none."""
    found = _with_small(dict(_flip(_words(rows, "prefixes"))), {}, frozenset())
    spaced = {f"{sign[:-1]} {sign[-1]}": code for sign, code in found.items() if len(sign) > 2 and sign[-1] in "$¥£"}
    return found | spaced


def _with_small(signs: dict[str, str], names: Mapping[str, str], never: frozenset[str]) -> dict[str, str]:
    """The signs with their small letters too ("20mhz", "usd 5"), as careless text writes them; not where a word."""
    small = {sign.lower(): code for sign, code in signs.items() if len(sign) > 1 and sign.lower() not in never}
    return {sign: code for sign, code in small.items() if sign not in names} | signs


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches one of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def unit_at(text: str, end: int, units: Units) -> UnitFound | None:
    """The unit written where a number ends, with what it is per ("$3 a barrel"); None if no unit stands there."""
    found = _plain_unit(text, end, units)
    if found is None:
        return None
    raised = RAISED.match(text, found.end)  # "4 km^2", "4 km squared"
    code = f"{found.code}{'3' if raised[0][-1] in '3³' or 'cub' in raised[0] else '2'}" if raised else found.code
    return per_at(text, UnitFound(code, raised.end()) if raised and code in units.units else found, units)


def per_at(text: str, found: UnitFound, units: Units) -> UnitFound:
    """The same unit, or its rate if "per ...", "a ..." or "/..." follows."""
    if text[found.end : found.end + 1] in OVER:
        found = _over(text, found, units)
    per = units.per_pattern.match(text, found.end) or units.far_pattern.match(text, found.end)
    if per is None or "/" in found.code:
        return found
    rate = _rate(found, per, units)
    again = units.per_pattern.match(text, rate.end)
    return _rate(rate, again, units) if again is not None and again["per"] else rate  # "$15 per user per month"


def _over(text: str, found: UnitFound, units: Units) -> UnitFound:
    """The unit over those with a power below zero behind it: "9.8 m s-2", "7 kg s-1 m-2"."""
    while (below := INVERSE.match(text, found.end)) is not None and (
        sign := below[1] + below[2].removeprefix("1")
    ) in units.signs:
        found = UnitFound(f"{found.code}/{units.signs[sign]}", below.end())
    return found


def _rate(found: UnitFound, per: re.Match[str], units: Units) -> UnitFound:
    word = (per["a"] or per["per"] or per["slash"]).lower()
    below = units.names.get(word) or units.signs.get(word, word)
    many = (per["many"] or per["lot"] or "").replace(",", "").strip()  # "12 per 100,000 people", "6 l/100 km"
    many += " " if per["many"] else ""
    return UnitFound(f"{found.code}/{many}{below}", per.end())


def prefixed(sign: str, text: str, at: int, units: Units) -> str | None:
    """The currency that a sign before an amount means; None where it means none there ("R" outside South Africa)."""
    return meant(sign, text, at, units.ambiguous) if sign in units.ambiguous.signs else units.prefixes[sign]


def _plain_unit(text: str, end: int, units: Units) -> UnitFound | None:
    sign = units.ambiguous.behind.match(text, end)
    code = meant(sign[1], text, end, units.ambiguous) if sign is not None else None
    if sign is not None and code is not None:
        return UnitFound(code, sign.end())
    named = units.name_pattern.match(text, end)
    attached = units.attached_pattern.match(text, end)
    if attached is not None:
        return UnitFound(units.attached[attached[1]], attached.end())
    slashed = units.slashed_pattern.match(text, end)
    if slashed is not None:
        return UnitFound(units.slashed[slashed[1]], slashed.end())
    signed = units.sign_pattern.match(text, end)
    if named is not None and (signed is None or named.end() >= signed.end()):
        return UnitFound(units.names[named[1].lower()], named.end())
    return None if signed is None else UnitFound(units.signs[signed[1] or signed[2]], signed.end())


def _per(rates: Mapping[str, list[str]], known: Iterable[str]) -> str:
    """ "per" takes any noun; "a" and "/" only what rates are usually of: "5 km a day", not "5 km a soldier walked"."""
    a, times, per = any_of(rates["a"]), any_of(rates["times"]), any_of(known)
    return (
        rf"(?: per |[ -]per-)(?P<many>\d[\d,]*(?: million| thousand)? )?{SHARE}"
        rf"(?P<per>{per}|(?!cent\b|se\b|capita\b)[a-z]+)\b"
        rf"|/(?P<lot>10{{1,4}} ?)?(?P<slash>{per})\b"
        rf"|(?: (?:an?|each|every) |[ -]an?-)(?P<a>(?:{times})\b{LATER}|(?:{a})\b)"
    )


RAISED = re.compile(r"\^[23]|[²³]| (?:squared|cubed)\b")
SHARE = "(?:(?:diluted|basic|common|ordinary|adjusted) (?=share))?"
OVER = frozenset({" ", "·", "⋅"})
INVERSE = re.compile(r"[ ·⋅]([a-zA-Zµμ]{1,4}) ?(?:-|−|⁻)([1-3])(?!\d|[.,]\d)")
SAME = r"[\d.,]*[a-zA-Z]{1,3}\b"  # "10m-15m"
LOT = r"(?:10{1,4} ?)?"  # "6 l/100 km"
# "2.4 billion gallons of jet fuel a year"
OF_WHAT = r" of(?: [a-z]+){1,3}"
# "a year earlier" is a time, not a rate
LATER = "(?! (?:earlier|ago|later|before|after|prior|from|on|on-|old|away))"


def _unit(row: Mapping[str, object]) -> Unit:
    offset = float(str(row.get("offset", 0.0)))
    return Unit(str(row["code"]), str(row["dimension"]), float(str(row["factor"])), offset)


def _words(rows: Iterable[Mapping[str, object]], key: str) -> list[tuple[str, str]]:
    return [(str(row["code"]), str(word)) for row in rows for word in row.get(key, [])]  # type: ignore[attr-defined]


def _flip(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(word, code) for code, word in pairs]
