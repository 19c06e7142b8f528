"""Lengths of time ("three days") and repetitions ("every Friday"), as ISO 8601; X is an unknown number ("PXD")."""

from __future__ import annotations

from datetime import timedelta

from crosswire.claims.times.calendar import midnight
from crosswire.claims.times.context import NEXT, UNKNOWN, Context, aware, of_unit
from crosswire.claims.times.count import amount, ordinal
from crosswire.claims.times.iso import iso
from crosswire.claims.times.relative import unit_name, window
from crosswire.claims.times.scan import Phrase
from crosswire.model import Time

PERIODIC = frozenset({"weekly", "monthly", "quarterly", "yearly"})
OFTEN = {
    **dict.fromkeys(("daily", "nightly"), "P1D"),
    **dict.fromkeys(("biweekly", "fortnightly"), "P2W"),
    **dict.fromkeys(("yearly", "annually", "annual"), "P1Y"),
    "hourly": "PT1H",
    "weekly": "P1W",
    "monthly": "P1M",
    "quarterly": "P3M",
}


def read_length(phrase: Phrase, context: Context) -> Time | None:
    """Reads "three days", "a two-week", "half an hour", "more than a decade"; ages ("10-year-old") are none."""
    words, unit = phrase.words("n"), phrase.word("unit")
    if _is_age(phrase) or _is_share(phrase, words, unit):
        return None
    if words[0].isdigit() and int(words[0]) >= 1000 and not unit.endswith("s") and not phrase.word("dash"):
        return None  # "the 1988 quarter"
    if phrase.near(-1) == "." and phrase.near(-2).lower() == "no":  # "No. 1 year-end ranking"
        return None
    if not unit:  # "year-long", "weeklong"
        return Time("", None, None, None, duration=iso(1, words[0].removesuffix("long")))
    count = 1 if words[0] in phrase.table.wholes else amount(words)
    if _halved(phrase):
        count = (count or 0) + 0.5
    return Time("", None, None, None, duration=iso(count, unit_name(unit)))


def _is_age(phrase: Phrase) -> bool:
    return phrase.beside(1, "old") or (phrase.near(1) == "-" and phrase.beside(2, "old"))


def _is_share(phrase: Phrase, words: list[str], unit: str) -> bool:
    """Whether a quarter is a fourth part: "a quarter of them", "three-quarters of its food"."""
    if unit == "quarter" and words in (["a"], ["one"]):
        return phrase.near(-1).lower() not in ("in", "per")
    return unit.startswith("quarter") and phrase.near(1).lower() == "of" and phrase.beside(2, "shared")


def _halved(phrase: Phrase) -> bool:
    first, last = phrase.match.span()
    words = [token[0].lower() for token in phrase.tokens[phrase.base + first : phrase.base + last]]
    return words[-2:] == ["a", "half"]


def read_many(phrase: Phrase, context: Context) -> Time | None:
    """Reads "for years", "within weeks", "the first hours": plural units without a number."""
    if phrase.beside(1, "old") or phrase.beside(-1, "part_of") or phrase.word("unit") == "quarters":
        return None
    return Time("", None, None, None, duration=iso(None, unit_name(phrase.word("unit"))))


def read_window(phrase: Phrase, context: Context) -> Time | None:
    """Reads "the past three years", "the next few days", "the coming weeks", "recent months"."""
    unit, rel = unit_name(phrase.word("unit")), phrase.word("rel")
    count = amount(phrase.words("n")) if phrase.words("n") else None if phrase.word("unit").endswith("s") else 1
    if rel in ("previous", "prior", "preceding", "following"):  # of another time, which the text need not tell
        return Time("", None, None, "vague", duration=iso(count, unit))
    return window(count, unit, context, ahead=rel in NEXT or rel == "ahead")


def read_every(phrase: Phrase, context: Context) -> Time | None:
    """Reads "every Friday" P1W, "each year" P1Y, "every two weeks" P2W."""
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
    """Reads "daily", "annually"."""
    word = phrase.word("often")
    if word in PERIODIC and phrase.near(1).islower():
        return None  # "the quarterly dividend" names a kind of dividend
    before = phrase.near(-1)
    if (
        word in ("daily", "weekly")
        and before[:1].isupper()
        and before.lower() not in phrase.table.proper
        and before not in ("The", "A", "Every")
    ):
        return None  # "Kompas daily" is a newspaper
    return Time("", None, None, None, repeats=OFTEN[word])


def read_phrase(phrase: Phrase, context: Context) -> Time | None:
    """Reads "now", "recently", "soon": the day of publication, up to it, or from it."""
    sense, now, day = phrase.table.phrases[phrase.word("phrase")], aware(context.published), context.day
    if phrase.beside(-1, "before_phrase") or phrase.beside(1, "after_phrase"):
        return None
    if sense == "told":
        return context.anchor or UNKNOWN
    if now is None or day is None or sense == "unknown":
        return UNKNOWN
    if sense == "present":
        return Time("", midnight(day), midnight(day + timedelta(days=1)), "vague")
    return Time("", None, now, "vague") if sense == "past" else Time("", now, None, "vague")


def read_nth(phrase: Phrase, context: Context) -> Time | None:
    """Reads "the second day" of something, which no date tells; "the third straight day" is a length of three."""
    number, unit = ordinal(phrase.word("nth")), phrase.word("unit")
    if phrase.near(1) == "-":  # "the third day-long meeting"
        return None
    if phrase.word("row") in phrase.table.rows and number:
        return Time("", None, None, None, duration=iso(number, unit))
    if unit == "day" and phrase.beside(-1, "is") and phrase.beside(-2, "it") and context.day:
        return of_unit("day", context.day)  # "It's the second day of ..."
    return UNKNOWN


def read_past(phrase: Phrase, context: Context) -> Time | None:
    """Reads "in the past", with nothing behind it that it could be the past of."""
    if phrase.near(-1).lower() not in ("in", "of") or phrase.near(1)[:1].isalnum():
        return None
    return Time("", None, aware(context.published), "vague")
