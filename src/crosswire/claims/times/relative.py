"""Times told from the publication or from another time: weekdays, "yesterday", "last week", "two days later"."""

from __future__ import annotations

from datetime import date, timedelta

from crosswire.claims.times.calendar import DAYS, MONTHS, PARTS, SECONDS, add, cell, hours, midnight, weekday
from crosswire.claims.times.context import (
    BACK,
    CALLED,
    NEXT,
    PAST,
    UNKNOWN,
    Context,
    aware,
    modified,
    of_cell,
    of_hours,
    of_unit,
    relative_unit,
)
from crosswire.claims.times.count import amount, ordinal
from crosswire.claims.times.dates import day_part
from crosswire.claims.times.iso import iso
from crosswire.claims.times.scan import Phrase
from crosswire.model import Time

DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
EAST = 15  # from this hour of UTC on it is the next day in Tokyo and Seoul
FARTHEST = 10_000  # units: beyond it no calendar reaches
FEW = 4  # "the coming weeks", "recent days": as many as four
SINGULAR = {"centuries": "century", "millennia": "millennium", "mins": "minute"}


def unit_name(word: str) -> str:
    """The unit that a word names, singular."""
    return SINGULAR.get(word, word.removesuffix("s"))


def read_weekday(phrase: Phrase, context: Context) -> Time | None:
    """Reads "Tuesday": the latest up to publication, or the next one where words or tense say so."""
    name, rel = phrase.word("wd"), phrase.word("rel")
    around = (context.leaning("day") if rel in BACK else None) or context.day
    if around is None:
        return UNKNOWN if rel or phrase.word("step") else CALLED
    one = timedelta(days=1)
    if rel in PAST:
        day = weekday(name, around - one, -1)
    elif rel in NEXT:
        day = weekday(name, around + one, 1)
    elif rel in ("this", "current"):
        day = weekday(name, around - one * around.weekday(), 1)
    else:
        day = weekday(name, around, 1 if context.tense == "future" else -1)
        if day == around - 6 * one and _has_begun(context):
            day = around + one
    if step := phrase.word("step"):
        day = add(day, phrase.word("away"), 1 if step == "after" else -1)
    return day_part(day, phrase, context)


def _has_begun(context: Context) -> bool:
    """Whether the day after the publication's has begun further east: a report stamped 22:40 UTC on a Wednesday that
    tells what was said "on Thursday" was written in Asia, and does not mean the Thursday six days ago. A date without
    an hour may be as late: in three of three real reports it was the day after."""
    now = context.published
    late = now is not None and (now.hour >= EAST or (now.hour, now.minute, now.second) == (0, 0, 0))
    return now is not None and late and (now.utcoffset() or timedelta()) == timedelta()


def read_deictic(phrase: Phrase, context: Context) -> Time | None:
    """Reads "yesterday", "tomorrow morning", "tonight", "the day before yesterday"."""
    if context.day is None:
        return UNKNOWN
    word = phrase.word("deictic")
    step = phrase.word("step")
    moved = DEICTIC[word] + (1 if step == "after" else -1 if step else 0)
    day = context.day + timedelta(days=moved)
    return of_hours(day, *PARTS["night"]) if word == "tonight" else day_part(day, phrase, context)


def read_daypart(phrase: Phrase, context: Context) -> Time | None:
    """Reads "this morning", "last night", "the next morning", "late evening", "in the morning", "overnight"."""
    rel, part = phrase.word("rel"), phrase.word("part")
    if not rel and not phrase.word("mod") and part != "overnight" and not phrase.beside(-1, "part"):
        return None
    leans = rel in BACK or rel in ("next", "")
    around = (context.leaning("day") if leans and part != "overnight" else None) or context.day
    if around is None:
        return UNKNOWN
    if part == "overnight":
        return of_hours(around - timedelta(days=1), 22, 30)
    step = -1 if rel in PAST else 1 if rel in NEXT else 0
    return of_hours(around + timedelta(days=step), *hours(part, phrase.word("mod")))


def read_relative(phrase: Phrase, context: Context) -> Time | None:
    """Reads "last week", "earlier this month", "the end of next year", "the following day", "the weekend"."""
    unit, rel, mod = phrase.word("unit"), phrase.word("rel") or "this", phrase.word("mod")
    if unit == "fortnight" or phrase.near(1) == "-" or (unit == "day" and not _is_told(phrase)):
        return None
    if unit in ("decade", "century") and not mod and not phrase.word("rel") and not _is_now(phrase):
        return None
    if not mod and _rolls(phrase, unit, rel):
        return window(1, unit, context, ahead=rel in NEXT)
    if unit == "year" and not phrase.word("rel") and phrase.near(1).lower() in ("ended", "ending"):
        return Time("", None, None, None, duration="P1Y")
    if unit in ("day", "weekend", "quarter") and not phrase.word("rel"):
        time = _bare(unit, mod, context)
    elif unit == "day" and rel in ("next", "latest"):
        time = _next_day(context)
    elif rel in ("latest", "last") and unit in ("quarter", "week", "month", "year"):
        time = relative_unit("last", unit, context)
    elif unit == "weekend" and rel in PAST and context.day:
        time = _last_weekend(context.day)
    else:
        time = relative_unit("this" if rel == "latest" else rel, unit, context)
    return modified(time, mod, context)


def _is_now(phrase: Phrase) -> bool:
    """Whether "the decade" is the publication's: "the worst fire of the decade", not "the decade after the war"."""
    return phrase.near(-1).lower() in ("of", "in", "during") and not phrase.near(1)[:1].isalpha()


def _last_weekend(day: date) -> Time:
    """The weekend before: on a Saturday or Sunday not the one that goes on."""
    return of_cell(cell("weekend", weekday("sat", day - timedelta(days=2), -1)))


def read_second(phrase: Phrase, context: Context) -> Time | None:
    """Reads "the week before last", "the year after next"."""
    unit, step = phrase.word("unit"), phrase.word("step")
    if context.day is None:
        return UNKNOWN
    if (step == "before") != (phrase.word("rel") == "last"):
        return None
    if unit == "weekend" and step == "before":
        return _last_weekend(context.day - timedelta(days=7))
    return of_unit(unit, add(context.day, unit, -2 if step == "before" else 2))


def _rolls(phrase: Phrase, unit: str, rel: str) -> bool:
    """Whether the unit is counted from the publication: "the past year", "the last month", "the next decade"; "last
    month" and "the last year's" are the calendar's."""
    if rel == "past" or (rel in NEXT and unit in ("decade", "century")):
        return True
    return (
        rel == "last"
        and unit in ("week", "month", "year", "decade")
        and phrase.first == "the"
        and phrase.near(1) != "'s"
    )


def _is_told(phrase: Phrase) -> bool:
    """Whether "the day" is the one just told ("to end the day at 7,114"), not one told next ("the day he died")."""
    if phrase.word("rel") or phrase.word("mod"):
        return True
    return phrase.beside(-1, "day_after") and (not phrase.near(1)[:1].isalpha() or phrase.beside(1, "day_before"))


def _bare(unit: str, mod: str, context: Context) -> Time:
    if context.day is None:
        return UNKNOWN
    if unit == "weekend":
        step = 1 if context.tense == "future" else -1
        return of_cell(cell("weekend", weekday("sat", context.day, step)))
    if unit == "day":
        return of_unit("day", context.leaning("day") or context.day)
    if context.anchor and context.anchor.granularity == "quarter" and context.anchor_day:
        return of_unit("quarter", context.anchor_day)
    return relative_unit("last", "quarter", context)


def _next_day(context: Context) -> Time:
    base = context.leaning("day") or context.day
    return of_unit("day", base + timedelta(days=1)) if base else UNKNOWN


def read_adjacent(phrase: Phrase, context: Context) -> Time | None:
    """Reads "the day before", "the year after" another time in the text."""
    if phrase.near(1)[:1].isalpha():  # "the day before authorities came" leans on that
        return UNKNOWN
    base = context.leaning(phrase.word("unit") or "day")
    step = 1 if phrase.word("step") == "after" else -1
    if base and (part := phrase.word("part")):
        return of_hours(base + timedelta(days=step), *PARTS[part])
    return of_unit(phrase.word("unit"), add(base, phrase.word("unit"), step)) if base else UNKNOWN


def read_ago(phrase: Phrase, context: Context) -> Time | None:
    """Reads "three days ago", "a year earlier", "two days later", "months ago"."""
    unit, step = unit_name(phrase.word("unit") or "week"), phrase.word("step")
    count = amount(phrase.words("n")) if phrase.words("n") else None
    if step == "from" and phrase.word("now") != "now":
        return None
    ahead = step in ("later", "from")
    leaning = step in ("later", "earlier")
    if leaning and phrase.near(1) == "than":  # "half an hour earlier than scheduled" is how much, and dates nothing
        return _apart(count, unit)
    base = context.leaning(unit) if leaning else context.day
    if base is None and step == "earlier" and unit == "year":
        base = context.day
    if count is None:
        return _apart(None, unit) if leaning else _vague(ahead, context)
    if count > FARTHEST:
        return _vague(ahead, context)
    if phrase.word("wd") or phrase.word("today"):
        return _on_day(phrase, count, unit, context)
    if unit in SECONDS:
        moved = _clock_step(count if ahead else -count, unit, leaning, context)
    else:
        moved = _moved(base, count if ahead else -count, unit, context) if base else UNKNOWN
    return _apart(count, unit) if leaning and moved is UNKNOWN else moved


def _on_day(phrase: Phrase, count: float, unit: str, context: Context) -> Time | None:
    """Reads "two years ago today", "a week ago Tuesday"; None where the day belongs to another time."""
    if context.day is None:
        return UNKNOWN
    day = add(context.day, unit, -count) if unit in DAYS or unit in MONTHS else None
    if phrase.word("wd"):
        if unit != "week":
            return None
        named, many = phrase.word("wd"), phrase.word("wd").endswith("s")
        last = weekday(named, context.day - timedelta(days=many), -1)
        day = last - timedelta(days=7 * (count - many))  # of "two Fridays ago" the first is the latest
    return of_unit("day", day) if day and phrase.word("today") in ("", "today") else None


def _apart(count: float | None, unit: str) -> Time:
    """Reads "two days later" than something the text does not date: the length is known, the day is not."""
    return Time("", None, None, "vague", duration=iso(count, unit))


def _moved(base: date, count: float, unit: str, context: Context) -> Time:
    if unit in ("year", "month") and count != int(count):
        unit, count = "month", round(count * MONTHS[unit])
    day = add(base, unit, count)
    anchor = context.anchor
    if unit == "year" and count == -1 and anchor and anchor.granularity in ("quarter", "month") and anchor.start:
        return of_unit("quarter" if anchor.granularity == "quarter" else "month", add(anchor.start.date(), "year", -1))
    if unit in DAYS or unit in MONTHS:
        return of_unit(
            {"fortnight": "week", "century": "year", "decade": "year", "millennium": "century"}.get(unit, unit), day
        )
    return UNKNOWN


def _vague(ahead: bool, context: Context) -> Time:
    now = aware(context.published)
    return Time("", now if ahead else None, None if ahead else now, "vague")


def _clock_step(count: float, unit: str, leaning: bool, context: Context) -> Time:
    """Hours are counted only from a moment: a publication date at midnight sharp is a day, not a moment."""
    base = context.anchor.start if leaning and context.anchor else aware(context.published)
    if base is None or (leaning and context.anchor and context.anchor.granularity not in ("minute", "hour")):
        return UNKNOWN
    if not leaning and (base.hour, base.minute, base.second) == (0, 0, 0):
        return UNKNOWN
    moment = (base + timedelta(seconds=SECONDS[unit] * count)).replace(second=0, microsecond=0)
    if unit == "hour":
        moment = moment.replace(minute=0)
        return Time("", moment, moment + timedelta(hours=1), "hour")
    return Time("", moment, moment + timedelta(minutes=1), "minute")


def read_yearago(phrase: Phrase, context: Context) -> Time | None:
    """Reads "the year-earlier quarter", "the year-ago third quarter"."""
    if context.day is None:
        return UNKNOWN
    if number := ordinal(phrase.word("nth")):
        return of_unit("quarter", date(context.day.year - 1, 3 * min(number, 4) - 2, 1))
    if context.anchor and context.anchor.granularity == "quarter" and context.anchor_day:
        return of_unit("quarter", add(context.anchor_day, "year", -1))
    return of_unit("year", add(context.day, "year", -1))


def window(count: float | None, unit: str, context: Context, ahead: bool = False) -> Time:
    """Some units up to the publication, or from it: an interval that rolls with it, with its length."""
    duration, now = iso(count, unit), aware(context.published)
    if now is None or context.day is None:
        return Time("", None, None, "vague", duration=duration)
    if unit in SECONDS:
        return Time("", now if ahead else None, None if ahead else now, "vague", duration=duration)
    count = FEW if count is None else count
    edge = midnight(add(context.day, unit, count if ahead else -count))
    start, end = (now, edge + timedelta(days=1)) if ahead else (edge, now)
    return Time("", start, end, "vague", duration=duration)
