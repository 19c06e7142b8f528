"""What is expected next: what the reports tell to come, each thing once, with the day or the deadline they give it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from crosswire.brief.index import Index
from crosswire.brief.moments import moment
from crosswire.brief.opinions import alike
from crosswire.brief.sheet import Note
from crosswire.model import Ahead, Claim, Event, Span, Time
from crosswire.model.calendar import MONTHS

PASSED = "the day is past"
TO_COME = ("foresees", "announces")
DEADLINE = re.compile(r"\b(by|before|until)\s+(?:the\s+)?$", re.IGNORECASE)
MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
LEAD = 16  # characters before a time in which the word of its deadline stands


def coming(found: Index, note: Callable[[Event, Index], Note], at: datetime | None) -> tuple[Note, ...]:
    """What is expected, and coming events that it does not already tell of: the next first, then what has no day.

    Last what was expected of a day that is past when it is read, which is called so: the search that was to resume on
    Sunday. `at` is that moment; where it is not given, when the last report came out.
    """
    brief = found.brief
    at = at or max((_aware(r.published) for r in brief.reports if r.published), default=None)
    expected: list[tuple[Time | None, Note]] = list(_events(found)) + list(_forecasts(found))
    told = {brief.claim_event.get(id_) for a in brief.ahead for id_ in a.claims}
    events = [e for e in brief.events if e.role == "ahead" and e.shown and e.naming != "nothing"]
    events = [e for e in events if e.id not in told]
    expected += [(e.when, note(e, found)) for e in events]
    ordered = sorted(((_passed(when, at), *_soonest(when), n) for n, (when, _) in enumerate(expected)))
    return tuple(
        replace(expected[n][1], label=PASSED) if passed else expected[n][1]
        for passed, *_, n in ordered
        if expected[n][1].evidence or expected[n][1].lines
    )


def _events(found: Index) -> Iterator[tuple[Time | None, Note]]:
    """Coming events that have a day, or of which somebody tells in a whole clause that they come: not the lawsuit that
    a threat names."""
    for ahead in found.brief.ahead:
        claims = _claims(ahead, found)
        backed = ahead.when is not None or any(
            v.report == c.report and v.span.overlaps(c.span) for c in claims for v in _views(found)
        )
        if _is_named(ahead, claims) and backed and not _was(ahead.when, claims, found):
            ids = [found.brief.claim_event.get(c.id, "") for c in claims]
            event = next((found.events[id_] for id_ in ids if id_ in found.events), None)
            what = ahead.what if event is None or event.naming == "title" else ""
            yield ahead.when, Note(_when(ahead, claims, found), what, "", found.words(ahead.claims))


def _forecasts(found: Index) -> Iterator[tuple[Time | None, Note]]:
    """What is told to come at a time in a report's own words, once however many tell it in the same words."""
    shown: dict[str, list[Span]] = defaultdict(list)
    rest = []
    for ahead in found.brief.ahead:
        claims = _claims(ahead, found)
        if not _is_named(ahead, claims) and not any(c.span.overlaps(s) for c in claims for s in shown[c.report]):
            rest.append(ahead)
        for claim in claims:
            shown[claim.report].append(claim.span)
    for first, *others in alike(rest, lambda a: a.what, lambda a: a.when and a.when.start):
        words, *more = (e for a in (first, *others) for e in found.words(a.claims))
        again = {e.report: replace(e, same=()) for one in (words, *more) for e in (one, *one.same)}
        again.pop(words.report, None)
        joined = replace(words, same=tuple(again.values()))
        yield first.when, Note(_when(first, _claims(first, found), found), "", "", (joined,))


def _claims(ahead: Ahead, found: Index) -> list[Claim]:
    return [found.claims[id_] for id_ in ahead.claims if id_ in found.claims]


def _views(found: Index) -> list[Claim]:
    return [c for c in found.brief.claims if c.view in TO_COME]


def _is_named(ahead: Ahead, claims: Sequence[Claim]) -> bool:
    """Whether it is told in words of ours; where those are only a report's own, they stand as its words."""
    return not any(c.span.exact.split() == ahead.what.split() for c in claims)


def _when(ahead: Ahead, claims: Sequence[Claim], found: Index) -> str:
    """The day, or the deadline: "by Friday 3 July 2026"."""
    if ahead.when is None:
        return ""
    for claim in claims:
        text = found.reports[claim.report].text
        at = text.find(ahead.when.text, claim.span.start, claim.span.end)
        deadline = DEADLINE.search(text[max(0, at - LEAD) : at]) if at >= 0 else None
        if deadline is not None:
            return f"{deadline[1].lower()} {_at_last(ahead.when)}"
    return moment(ahead.when)


def _at_last(when: Time) -> str:
    """A time that ends something, without the days that it may mean: "the end of June 2026"."""
    vague = when.granularity in ("vague", None) and when.end is not None and MONTH.search(when.text) is not None
    if not vague or when.end is None:
        return moment(when)
    year = str((when.end - timedelta(seconds=1)).year)
    return when.text if year in when.text else f"{when.text} {year}"


def _was(when: Time | None, claims: Sequence[Claim], found: Index) -> bool:
    """Whether a time lies before all the reports that are said to expect it."""
    last = when and when.end
    told = [_aware(p) for c in claims if (p := found.reports[c.report].published) is not None]
    return bool(last and told and _aware(last) <= min(told))


def _passed(when: Time | None, at: datetime | None) -> bool:
    """Whether all of a time lies before the moment of reading."""
    last = when and (when.end or when.start)
    return bool(last and at and _aware(last) <= _aware(at))


def _soonest(when: Time | None) -> tuple[bool, float]:
    start = when and (when.start or when.end)
    return start is None, _aware(start).timestamp() if start else 0.0


def _aware(at: datetime) -> datetime:
    return at if at.tzinfo else at.replace(tzinfo=UTC)
