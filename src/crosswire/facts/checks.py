"""Do the reported values fit one another? Weekday against date, ordinals against other events, distances against
places, parts against totals. Each check says what it compared; what these reports cannot settle is "unchecked".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from crosswire.compare import Scale, distance_km
from crosswire.model import Check, Claim, Event, Mention, Party, Place, Quantity, Time, Verdict
from crosswire.model.calendar import WEEKDAYS

RULES = "checks.v1"
ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
WEEKDAY = re.compile(r"\b(" + "|".join(WEEKDAYS) + r")\b", re.IGNORECASE)
DATED = re.compile(r"\d")
ORDINAL = re.compile(
    r"\b(?P<nth>"
    + "|".join(ORDINALS)
    + r")\b(?:\W+[\w'’-]+){0,8}?\W+(?:of|in|for)?\s*(?P<period>this year|this month|of the year|"
    r"in (?:(?:the (?:past|last) )?(?P<n>an?|as many|\d+|"
    + "|".join(NUMBERS)
    + r")|the (?:past|last)) (?P<unit>day|week|month)s?)\b",
    re.IGNORECASE,
)
# What joins a mention to counting words that do not hold it: "The attack is the second ...", "fired, in its third ..."
IS_NTH = re.compile(r"^\W*(?:is|was|were|are|marks?|marked|became|becomes)\b(?:\W+[\w'’-]+){0,3}\W*$", re.IGNORECASE)
IN_ITS_NTH = re.compile(r"\bin (?:its|their|his|her|[\w'’ ]{1,20}['’]s?)\W*$|,\s+(?:the|its|their)\W*$", re.IGNORECASE)
DAYS = {"day": 1.0, "week": 7.0, "month": 31.0}
FIRST_IN = re.compile(
    r"\bfirst\b(?:\W+[\w'’-]+){0,6}?\W+in\W+(?P<n>\d+|" + "|".join(NUMBERS) + r")\W+years\b", re.IGNORECASE
)
INCLUDING = re.compile(r"\b(?P<total>\d+)\b[^.;]{0,40}?,? including (?P<part>\d+)\b")
WIDE, CLOSE_BY = 3, 200  # the farthest two places may lie apart over the nearest; km within which that is no matter
ROAD = 0.35  # a path may be this much longer than the straight line, or the places this coarse, before it is odd


@dataclass(frozen=True, slots=True)
class Known:
    """What the checks look at: events with their claims and mentions, and how units convert."""

    events: Sequence[Event]
    claims: Mapping[str, Sequence[Claim]]
    mentions: Mapping[str, Mention]
    scale: Scale

    def mentions_of(self, event: Event) -> list[Mention]:
        """The mentions of an event, in the order of their ids."""
        return [self.mentions[m] for m in event.mentions if m in self.mentions]


def check_all(known: Known) -> tuple[Check, ...]:
    """All checks that these reports give occasion for, main event first, each once."""
    found: dict[tuple[str, str], Check] = {}
    for event in known.events:
        for check in (*_weekdays(event, known), *_ordinals(event, known), *_firsts(event, known),
                      *_distances(event, known), *_zones(event, known), *_parts(event, known)):  # fmt: skip
            found.setdefault((check.kind, check.explain), check)
    return tuple(found.values())


# --- weekday against date -----------------------------------------------------------------------------------------


def _weekdays(event: Event, known: Known) -> Iterator[Check]:
    times = [(c, c.value) for c in known.claims.get(event.id, ()) if isinstance(c.value, Time)]
    named = [(c, v, WEEKDAY.search(v.text)) for c, v in times]
    for claim, value, match in named:
        if match is None or value.start is None or value.granularity not in ("day", "hour", "minute"):
            continue
        day = match.group(1).lower()
        if DATED.search(value.text):
            yield _weekday(day, value, (claim,))
            continue
        for other, dated in times:
            if _is_own_date(dated) and other.report != claim.report and not WEEKDAY.search(dated.text):
                yield _weekday(day, dated, (claim, other))


def _is_own_date(value: Time) -> bool:
    return value.start is not None and value.granularity == "day" and bool(DATED.search(value.text))


def _weekday(day: str, dated: Time, claims: Sequence[Claim]) -> Check:
    assert dated.start is not None  # noqa: S101 - both callers have seen to it
    true = WEEKDAYS[dated.start.weekday()].lower()
    date = f"{dated.start.day} {dated.start:%B %Y}"
    verdict: Verdict = "consistent" if true == day else "inconsistent"
    tail = "" if true == day else f", not a {day.capitalize()} as told"
    return Check("weekday", verdict, f"{date} is a {true.capitalize()}{tail}", tuple(c.id for c in claims))


# --- "second this year", "first in five years" --------------------------------------------------------------------


def _ordinals(event: Event, known: Known) -> Iterator[Check]:
    for mention in known.mentions_of(event):
        match = ORDINAL.search(mention.sentence.exact)
        if match is not None and not _names(match, mention):
            continue
        if match is None or event.when is None or event.when.start is None:
            continue
        nth = ORDINALS.index(match.group("nth").lower()) + 1
        earlier = [e for e in known.events if e is not event and _before_in_period(e, event, match, known)]
        yield _ordinal(nth, match, earlier, event, _claims_in(mention, event, known))


def _names(match: re.Match[str], mention: Mention) -> bool:
    """Whether the counting words are about this mention's own word, not about another in the sentence."""
    sentence = mention.sentence.exact
    at = mention.trigger.start - mention.sentence.start
    end = at + len(mention.trigger.exact)
    if match.start() <= at < match.end():
        return True
    if at > match.start():
        return False
    return IS_NTH.search(sentence[end : match.start()]) is not None or (
        IN_ITS_NTH.search(sentence[: match.start()]) is not None
    )


def _before_in_period(other: Event, event: Event, match: re.Match[str], known: Known) -> bool:
    if other.frame != event.frame or other.role == "ahead" or other.when is None or other.when.start is None:
        return False
    assert event.when is not None and event.when.start is not None  # noqa: S101 - the caller has seen to it
    start, then = other.when.start, event.when.start
    if other.when.granularity not in ("minute", "hour", "day", "week", "month") and (other.when.end or then) > then:
        return False
    return _within(start, then, match) and start < then and _same_actor(other, event, known)


def _within(start: datetime, then: datetime, match: re.Match[str]) -> bool:
    """Whether an earlier moment lies in the period that is counted over: the year or month, or so many days back."""
    if match.group("unit"):
        told = (match.group("n") or "one").lower()
        nth = ORDINALS.index(match.group("nth").lower()) + 1
        number = nth if told == "as many" else 1 if told in ("a", "an") else _number(told)
        return then - start <= timedelta(days=number * DAYS[match.group("unit").lower()] + 1)
    return start.year == then.year and ("month" not in match.group("period").lower() or start.month == then.month)


def _same_actor(a: Event, b: Event, known: Known) -> bool:
    one, two = _actors(a, known), _actors(b, known)
    return not one or not two or bool(one & two)


def _actors(event: Event, known: Known) -> set[str]:
    claims = known.claims.get(event.id, ())
    return {c.value.name for c in claims if c.attribute == "who" and isinstance(c.value, Party)}


def _ordinal(nth: int, match: re.Match[str], earlier: Sequence[Event], event: Event, claims: tuple[str, ...]) -> Check:
    words = " ".join(match.group().split())
    count = len(earlier) + 1
    listed = "; ".join(_dated(e) for e in earlier) or "no earlier one"
    if count == nth:
        return Check("ordinal", "consistent", f"“{words}”: these reports tell of {listed} before it", claims)
    if count > nth:
        why = f"“{words}”: but these reports already tell of {len(earlier)} before it ({listed})"
        return Check("ordinal", "inconsistent", why, claims)
    why = f"“{words}”: these reports tell of {listed} before it, so {nth - count} more would have to be known"
    return Check("ordinal", "unchecked", why, claims)


def _dated(event: Event) -> str:
    return f"{event.title} ({event.when.text})" if event.when else event.title


def _firsts(event: Event, known: Known) -> Iterator[Check]:
    for mention in known.mentions_of(event):
        match = FIRST_IN.search(mention.sentence.exact)
        if match is None:
            continue
        years = _number(match.group("n"))
        this = event.when.start.year if event.when and event.when.start else None
        before = sorted({e.when.start.year for e in known.events if _earlier_one(e, event)})  # type: ignore[union-attr]
        claims = _claims_in(mention, event, known)
        words = " ".join(match.group().split())
        if this is None or not before:
            yield Check("ordinal", "unchecked", f"“{words}”: these reports date no earlier one to compare", claims)
            continue
        gap = this - before[-1]
        verdict: Verdict = "consistent" if gap == years else "inconsistent"
        yield Check(
            "ordinal", verdict, f"“{words}”: the one before it was in {before[-1]}, {gap} years earlier", claims
        )


def _earlier_one(other: Event, event: Event) -> bool:
    if other is event or other.frame != event.frame or other.when is None or other.when.start is None:
        return False
    return event.when is None or event.when.start is None or other.when.start < event.when.start - timedelta(days=300)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS.index(word.lower()) + 1


# --- distances, zones, parts --------------------------------------------------------------------------------------


def _distances(event: Event, known: Known) -> Iterator[Check]:
    claims = known.claims.get(event.id, ())
    starts = [(c, c.value) for c in claims if c.attribute == "from" and isinstance(c.value, Place)]
    ends = [
        (c, c.value) for c in claims if c.attribute in ("landed", "target", "toward") and isinstance(c.value, Place)
    ]
    for claim in claims:
        if claim.attribute != "distance" or not isinstance(claim.value, Quantity):
            continue
        told = _kilometres(claim.value, known.scale)
        for start_claim, start in starts[:1]:
            for end_claim, end in ends:
                check = _distance(told, start, end, (claim.id, start_claim.id, end_claim.id))
                if check is not None:
                    yield check


def _kilometres(value: Quantity, scale: Scale) -> float | None:
    base, number = scale(value.unit), value.high if value.high is not None else value.low
    kilometre = scale("km")
    if base is None or number is None or kilometre is None or base[0] != kilometre[0]:
        return None
    return number * base[1] / kilometre[1]


def _distance(told: float | None, start: Place, end: Place, claims: tuple[str, ...]) -> Check | None:
    straight = distance_km(start, end)
    if told is None or straight is None or end.relation in ("outside", "beyond"):
        return None
    slack = (start.radius_km or 0) + (end.radius_km or 0)
    low, high = max(0.0, straight - slack), straight + slack
    extents = f"with their extents {low:.0f} to {high:.0f} km"
    words = f"{start.name} to {end.name} is about {straight:.0f} km, {extents}; told: {told:.0f} km"
    if not (low <= told * (1 + ROAD) and told <= high * (1 + ROAD) + 25):
        return Check("distance", "inconsistent", words, claims)
    if low * WIDE < high and high > CLOSE_BY:
        return Check("distance", "unchecked", f"{words}: places so wide fit nearly any distance", claims)
    return Check("distance", "consistent", words, claims)


def _zones(event: Event, known: Known) -> Iterator[Check]:
    for claim in known.claims.get(event.id, ()):
        place = claim.value
        if isinstance(place, Place) and place.kind == "zone" and place.relation:
            why = f"“{place.relation} {place.name}”: no position of the point is given, so it cannot be measured"
            yield Check("zone", "unchecked", why, (claim.id,))


def _parts(event: Event, known: Known) -> Iterator[Check]:
    for mention in known.mentions_of(event):
        match = INCLUDING.search(mention.sentence.exact)
        if match is not None:
            total, part = int(match.group("total")), int(match.group("part"))
            verdict: Verdict = "consistent" if part <= total else "inconsistent"
            why = f"{part} of {total} is {'possible' if part <= total else 'more than the whole'}"
            yield Check("arithmetic", verdict, why, _claims_in(mention, event, known))


def _claims_in(mention: Mention, event: Event, known: Known) -> tuple[str, ...]:
    return tuple(c.id for c in known.claims.get(event.id, ()) if c.mention == mention.id)[:4]
