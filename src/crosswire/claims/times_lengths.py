"""Lengths of time ("three days") and repetitions ("every Friday"), as ISO 8601; an unknown number is written X ("PXD")."""

from __future__ import annotations

from crosswire.claims.times_calendar import SECONDS
from crosswire.claims.times_context import UNKNOWN, Context, aware
from crosswire.claims.times_count import amount
from crosswire.claims.times_dates import NEXT
from crosswire.claims.times_relative import unit_name, window
from crosswire.claims.times_scan import Phrase
from crosswire.claims.times_table import TimeTable
from crosswire.model import Time

SYMBOL = {"day": "D", "weekend": "W", "week": "W", "fortnight": "W", "month": "M", "quarter": "M", "year": "Y", "decade": "Y",
          "century": "Y", "millennium": "Y", "hour": "H", "minute": "M", "second": "S"}  # fmt: skip
TIMES = {"fortnight": 2, "quarter": 3, "decade": 10, "century": 100, "millennium": 1000}
FINER = {"year": ("M", 12), "hour": ("M", 60), "minute": ("S", 60)}
OFTEN = {"daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W", "monthly": "P1M", "quarterly": "P3M",
         "yearly": "P1Y", "annually": "P1Y", "hourly": "PT1H"}  # fmt: skip
FEW = 4  # "the coming weeks", "recent days": as many as four


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


def read_length(phrase: Phrase, context: Context) -> Time | None:
    """"three days", "a two-week", "half an hour", "more than a decade"; ages ("10-year-old") are none."""
    if phrase.near(1).lower() in ("old", "olds") or (phrase.near(1) == "-" and phrase.near(2).lower() in ("old", "olds")):
        return None
    words, unit = phrase.words("n"), phrase.word("unit")
    if len(words) == 1 and words[0].isdigit() and int(words[0]) > 1 and not unit.endswith("s") and phrase.word("dash") == "":
        return None  # "the 1988 quarter"
    if unit.startswith("quarter") and phrase.near(1).lower() == "of":  # "three quarters of its food"
        return None
    count = amount(words)
    if phrase.match[0] and _halved(phrase):
        count = (count or 0) + 0.5
    return Time("", None, None, None, duration=iso(count, unit_name(phrase.word("unit"))))


def _halved(phrase: Phrase) -> bool:
    first, last = phrase.match.span()
    words = [token[0].lower() for token in phrase.tokens[phrase.base + first : phrase.base + last]]
    return words[-2:] == ["a", "half"]


def read_many(phrase: Phrase, context: Context) -> Time | None:
    """"for years", "within weeks": plural units without a number."""
    if phrase.near(-1).lower() not in ("for", "in", "within", "of", "over", "take", "takes", "after", "lasted", "through"):
        return None
    return Time("", None, None, None, duration=iso(None, unit_name(phrase.word("unit"))))


def read_window(phrase: Phrase, context: Context) -> Time | None:
    """"the past three years", "the next few days", "the coming weeks", "recent months"."""
    unit, rel = unit_name(phrase.word("unit")), phrase.word("rel")
    count = amount(phrase.words("n")) if phrase.words("n") else None
    duration = iso(count, unit)
    ahead = rel in NEXT or rel == "ahead"
    if context.published is None or rel in ("previous", "prior", "preceding", "following"):
        return Time("", None, None, "vague", duration=duration)
    found = window(FEW if count is None else count, unit, ahead, context)
    now = aware(context.published)
    if found is None:
        return Time("", now if ahead else None, None if ahead else now, "vague", duration=duration)
    time = found[0]
    return Time("", now if ahead else time.start, time.end if ahead else now, "vague", duration=duration)


def read_every(phrase: Phrase, context: Context) -> Time | None:
    """"every Friday" P1W, "each year" P1Y, "every two weeks" P2W."""
    if phrase.word("wd"):
        return Time("", None, None, None, repeats="P1W")
    if phrase.word("part"):
        return Time("", None, None, None, repeats="P1D")
    unit = unit_name(phrase.word("unit"))
    if not unit:
        return Time("", None, None, None, repeats="P1Y")
    count = amount(phrase.words("n")) if phrase.words("n") else 1
    return Time("", None, None, None, repeats=iso(count, unit))


def read_often(phrase: Phrase, context: Context) -> Time | None:
    """"daily", "annually"."""
    return Time("", None, None, None, repeats=OFTEN[phrase.word("often")])


def read_phrase(phrase: Phrase, context: Context, table: TimeTable) -> Time | None:
    """"now", "recently", "soon": the day of publication, up to it, or from it."""
    sense, now, day = table.phrases[phrase.word("phrase")], aware(context.published), context.day
    if phrase.near(-1).lower() in table.unless["before"] or phrase.near(1).lower() in table.unless["after"]:
        return None
    if now is None or day is None:
        return UNKNOWN
    if sense == "present":
        from_day = window(0, "day", False, context)
        return from_day[0] if from_day else UNKNOWN
    return Time("", None, now, "vague") if sense == "past" else Time("", now, None, "vague")


