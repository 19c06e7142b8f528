"""Which rule reads which form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from crosswire.claims.times import dates, lengths, relative, seasons, years
from crosswire.claims.times.clock import read_clock
from crosswire.claims.times.context import UNKNOWN, Context
from crosswire.claims.times.scan import Phrase
from crosswire.model import Time

Rule = Callable[[Phrase, Context], Time | None]

RULES: Mapping[str, Rule] = {
    "stamp": dates.read_stamp,
    "date": dates.read_date,
    "month": dates.read_month,
    "years": years.read_years,
    "shortyear": years.read_shortyear,
    "spelled": years.read_spelled,
    "decade": years.read_decade,
    "century": years.read_century,
    "quarter": seasons.read_quarter,
    "half": seasons.read_half,
    "nthweek": dates.read_nthweek,
    "monthday": dates.read_monthday,
    "fraction": seasons.read_fraction,
    "season": seasons.read_season,
    "weekday": relative.read_weekday,
    "deictic": relative.read_deictic,
    "daypart": relative.read_daypart,
    "relative": relative.read_relative,
    "second": relative.read_second,
    "adjacent": relative.read_adjacent,
    "ago": relative.read_ago,
    "yearago": relative.read_yearago,
    "length": lengths.read_length,
    "many": lengths.read_many,
    "window": lengths.read_window,
    "every": lengths.read_every,
    "often": lengths.read_often,
    "nth": lengths.read_nth,
    "past": lengths.read_past,
    "phrase": lengths.read_phrase,
    "year": years.read_year,
    "holiday": dates.read_holiday,
    "clock": read_clock,
}
TENSED = frozenset({"nthweek", "date", "month", "weekday", "season", "holiday", "quarter", "relative"})
QUOTES = frozenset({"'", '"', "`"})  # typographic ones are these in a parsed passage
NOT_ANCHORS = frozenset(
    {
        "holiday",
        "years",
        "spelled",
        "decade",
        "century",
        "length",
        "many",
        "window",
        "every",
        "often",
        "past",
        "phrase",
        "yearago",
        "nth",
    }
)
ANCHORS = frozenset(RULES) - NOT_ANCHORS


def is_name(phrase: Phrase) -> bool:
    """Whether capitals make a name of the words: "USA Today", "Saturday Night Live", "This Week" in quotation marks."""
    words = [token[0] for token in phrase.tokens[phrase.base + phrase.match.start() : phrase.base + phrase.match.end()]]
    common = [word for word in words if word[:1].isalpha() and word.lower() not in phrase.table.proper]
    common = common[1:] if common and common[0] in ("the", "a") else common
    if not common or not all(word[0].isupper() and not word.isupper() for word in common):
        return False
    before, after = phrase.near(-1), phrase.near(1)
    if len(words) == 1:
        return before[:1].isupper() or before[:1].isdigit()
    after = phrase.near(2) if after in QUOTES else after  # "the Seven Years' War"
    return before in QUOTES or (common[-1] is words[-1] and after[:1].isupper())


def read_moment(phrase: Phrase, context: Context, day: date) -> Time | None:
    """The time of day that a phrase tells, on a day told beside it."""
    try:
        return read_clock(phrase, context, day)
    except (ValueError, OverflowError):
        return UNKNOWN


def read(phrase: Phrase, context: Context) -> Time | None:
    """The time that a phrase tells, or None if it tells none; dates no calendar has are unknown, not wrong."""
    try:
        return RULES[phrase.rule](phrase, context)
    except (ValueError, OverflowError):
        return UNKNOWN
