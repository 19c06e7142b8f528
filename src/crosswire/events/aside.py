"""How a mention stands outside the news of its report: one of a row of such, what somebody is tried for, long ago."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files

from crosswire.model import Mention, Time

DAY = timedelta(days=1)
SPAN = timedelta(days=45)  # who counts over so many days tells of more than one
PAST = timedelta(days=30)  # what is so long over is no news


def is_several(mention: Mention) -> bool:
    """Whether the words before its trigger make it a row of occurrences, of which none is meant alone: "the latest in a
    series of high-profile thefts", "several earlier strikes"."""
    if not mention.trigger.exact.endswith("s"):
        return False
    before = mention.sentence.exact[: mention.trigger.start - mention.sentence.start]
    return _words()[0].search(before) is not None or (mention.when is None and _words()[2].search(before) is not None)


def is_a_span(time: Time | None, published: datetime | None) -> bool:
    """Whether a time is weeks that last up to the news: what was done "this year" or "in recent months" is a row."""
    if time is None or time.start is None or time.end is None or published is None:
        return False
    return time.end - time.start >= SPAN and time.start < published - SPAN and time.end > published - DAY


def is_tried(members: Sequence[Mention]) -> bool:
    """Whether a sentence that tells of it is of a court."""
    return any(_words()[1].search(m.sentence.exact) for m in members)


def is_past(time: Time, published: datetime | None) -> bool:
    """Whether a time is a day, month or year long before the news: "the worst violence since the riots of 2008"."""
    if published is None or time.end is None or time.start is None or time.granularity == "vague":
        return False
    return time.end < published - PAST


@cache
def _words() -> tuple[re.Pattern[str], ...]:
    row, court, many = ("|".join(_data()[name]) for name in ("row", "court", "many"))
    return (
        re.compile(rf"\b(?:{row}) of (?:[\w'’-]+,? ){{0,4}}$", re.IGNORECASE),
        re.compile(rf"\b(?:{court})", re.IGNORECASE),
        re.compile(rf"\b(?:{many}) (?:(?!of\b)[\w'’.-]+ ){{0,2}}$", re.IGNORECASE),
    )


@cache
def _data() -> dict[str, list[str]]:
    return tomllib.loads((files("crosswire.events") / "data" / "aside.toml").read_text("utf-8"))
