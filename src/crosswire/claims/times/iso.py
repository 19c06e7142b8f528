"""Lengths of time in ISO 8601: "P3D", "PT1H30M"; X stands for a number that the text does not give ("PXD")."""

from __future__ import annotations

from crosswire.claims.times.calendar import SECONDS

SYMBOL = {
    **dict.fromkeys(("year", "decade", "century", "millennium"), "Y"),
    **dict.fromkeys(("month", "quarter", "minute"), "M"),
    **dict.fromkeys(("week", "weekend", "fortnight"), "W"),
    "day": "D",
    "hour": "H",
    "second": "S",
}
TIMES = {"fortnight": 2, "quarter": 3, "decade": 10, "century": 100, "millennium": 1000}
FINER = {"year": ("M", 12), "hour": ("M", 60), "minute": ("S", 60)}


def iso(count: float | None, unit: str) -> str:
    """The length as ISO 8601; years, hours and minutes and a half in two parts ("PT1H30M"), X for an unknown number."""
    head = "PT" if unit in SECONDS else "P"
    if count is None:
        return f"{head}X{SYMBOL[unit]}"
    count *= TIMES.get(unit, 1)
    whole, rest = int(count), count - int(count)
    if rest and unit in FINER:
        symbol, size = FINER[unit]
        return f"{head}{f'{whole}{SYMBOL[unit]}' if whole else ''}{round(rest * size)}{symbol}"
    if rest and unit == "day" and whole == 0:
        return f"PT{round(rest * 24)}H"
    return f"{head}{count:g}{SYMBOL[unit]}" if count < 1e6 else f"{head}{whole}{SYMBOL[unit]}"
