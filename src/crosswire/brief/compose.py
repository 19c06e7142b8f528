"""Brief -> Sheet: what a reader reads, in which order, in which words. Formats only lay it out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from crosswire.brief.copies import copied, shared
from crosswire.brief.graph import graph_of
from crosswire.brief.graph_svg import as_svg
from crosswire.brief.index import Index, index
from crosswire.brief.lines import OPINIONS, counting, independent, lines, most_precise, names
from crosswire.brief.moments import moment
from crosswire.brief.once import once
from crosswire.brief.phrase import location
from crosswire.brief.provenance import roots, rows
from crosswire.brief.sayings import home, sayings
from crosswire.brief.sheet import Checked, Note, Opinion, Sheet, Story
from crosswire.brief.wording import Wording
from crosswire.model import Ahead, Brief, Claim, Event, Place, Role, Span, Time

PICTURED = 60  # reports; a picture of more helps nobody, and `crosswire origins` draws it for who wants it
VERDICTS = {"inconsistent": 0, "consistent": 1, "unchecked": 2}
AWAY = ("from", "to", "toward", "towards", "against", "by", "with")  # where somebody came from or was bound
PASSED = "the day is past"


def compose(brief: Brief, wording: Wording, pictured: bool = True, at: datetime | None = None) -> Sheet:
    """Everything a page shows; `pictured`: with the drawing of who rests on whom.

    `at` is when it is read, for telling what is still to come; where it is not given, when the last report came out.
    """
    found = index(brief, wording)
    main = [e for e in brief.events if e.role == "main"]
    stories = tuple(_story(event, found) for event in main)
    others = sayings((s for s in brief.statements if home(s, found) not in {e.id for e in main}), found)
    *own, others = once([*(story.sayings for story in stories), others], found)
    stories = tuple(replace(story, sayings=said) for story, said in zip(stories, own, strict=True))
    return Sheet(
        version=brief.version,
        stories=stories,
        sayings=others,
        reactions=_notes("reaction", found),
        background=_notes("background", found),
        ahead=_ahead(found, at or max((_aware(r.published) for r in brief.reports if r.published), default=None)),
        opinions=_opinions(found),
        checks=_checks(found),
        rows=rows(found),
        roots=roots(found),
        shared=shared(found),
        picture=as_svg(graph_of(brief)) if pictured and len(brief.reports) <= PICTURED else "",
        warnings=brief.warnings,
        headings=tuple((name, wording.heading[name]) for name in ("corroborated", "reported", "disputed", "withdrawn")),
    )


def _story(event: Event, found: Index) -> Story:
    facts = found.facts.get(event.id, ())
    origins = independent((o for f in facts for c in f.candidates for o in counting(c)), found)
    told = {f.attribute: most_precise(f) for f in facts}
    when, where = told.get("when") or event.when, told.get("where") or event.where  # as the table below has it
    away = isinstance(where, Place) and where.relation in AWAY
    return Story(
        title=event.title,
        when=moment(when) if isinstance(when, Time) else "",
        where=location(where, found.wording) if isinstance(where, Place) and not away else "",
        outlets=found.outlets(event.reports),
        reports=len(event.reports),
        copies=len(copied(found.brief) & set(event.reports)),
        origins=names(origins, found),
        lines=lines(facts, found),
        sayings=sayings((s for s in found.brief.statements if home(s, found) == event.id), found),
        why=event.why,
    )


def _notes(role: Role, found: Index) -> tuple[Note, ...]:
    """The events of a role, the latest first; one of which no words can be shown tells a reader nothing, nor does one
    without a title in sentences that another shows."""
    events = [e for e in found.brief.events if e.role == role and e.shown and e.naming != "nothing"]
    notes = [_note(event, found) for event in sorted(events, key=_latest_first)]
    shown = [words for note in notes if note.what for words in _spans(note)]
    kept = []
    for note in notes:
        own = _spans(note)
        if (note.evidence or note.lines) and (note.what or not all(_is_shown(words, shown) for words in own)):
            kept.append(note)
        shown += own
    return tuple(kept)


def _is_shown(words: tuple[int, Span], shown: Sequence[tuple[int, Span]]) -> bool:
    return any(report == words[0] and span.overlaps(words[1]) for report, span in shown)


def _latest_first(event: Event) -> float:
    at = event.when and (event.when.start or event.when.end)
    return -at.timestamp() if at else float("inf")


def _note(event: Event, found: Index) -> Note:
    facts = lines(found.facts.get(event.id, ()), found)
    standings = {f.standing for f in facts}
    label = next((found.wording.standing[s] for s in ("disputed", "withdrawn", "corroborated") if s in standings), "")
    told = (c.id for c in found.told.get(event.id, ()))
    what = event.title if event.naming == "title" else ""
    return Note(moment(event.when) if event.when else "", what, label, found.words(told), facts, event.id)


def _ahead(found: Index, at: datetime | None) -> tuple[Note, ...]:
    """What is expected, and coming events that it does not already tell of: the next first, then what has no day.

    Last what was expected of a day that is past, which is called so: the search that was to resume on Sunday.
    """
    expected: list[tuple[Time | None, Note]] = []
    shown: dict[int, list[Span]] = defaultdict(list)
    for when, note in ((a.when, _expected(a, found)) for a in found.brief.ahead):
        if note.what or not any(span.overlaps(old) for report, span in _spans(note) for old in shown[report]):
            expected.append((when, note))
        for report, span in _spans(note):
            shown[report].append(span)
    told = {found.brief.claim_event.get(id_) for a in found.brief.ahead for id_ in a.claims}
    events = [e for e in found.brief.events if e.role == "ahead" and e.shown and e.naming != "nothing"]
    events = [e for e in events if e.id not in told]
    expected += [(e.when, _note(e, found)) for e in events]
    ordered = sorted(((_passed(when, at), *_soonest(when), n) for n, (when, _) in enumerate(expected)))
    return tuple(
        replace(expected[n][1], label=PASSED) if passed else expected[n][1]
        for passed, *_, n in ordered
        if expected[n][1].evidence or expected[n][1].lines
    )


def _passed(when: Time | None, at: datetime | None) -> bool:
    """Whether all of a time lies before the moment of reading."""
    last = when and (when.end or when.start)
    return bool(last and at and _aware(last) <= _aware(at))


def _soonest(when: Time | None) -> tuple[bool, float]:
    start = when and (when.start or when.end)
    return start is None, _aware(start).timestamp() if start else 0.0


def _aware(at: datetime) -> datetime:
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _expected(ahead: Ahead, found: Index) -> Note:
    """What is expected; where that is only a report's own words, they stand as its words and not as ours."""
    own = any(found.claims[id_].span.exact.split() == ahead.what.split() for id_ in ahead.claims if id_ in found.claims)
    event = next((e for id_ in ahead.claims if (e := found.events.get(found.brief.claim_event.get(id_, "")))), None)
    own = own or (event is not None and event.role == "ahead" and event.naming != "title")
    return Note(moment(ahead.when) if ahead.when else "", "" if own else ahead.what, "", found.words(ahead.claims))


def _spans(note: Note) -> list[tuple[int, Span]]:
    """Where the words of a note stand: the report's number and the span."""
    return [(item.report, span) for item in note.evidence for span in item.around]


def _opinions(found: Index) -> tuple[Opinion, ...]:
    """Assessments and forecasts that no statement and nothing expected shows yet, each place in a report once.

    Of words within others ("aims to consolidate its power" in a sentence that forecasts) the whole is shown.
    """
    brief = found.brief
    coming = {e.id for e in brief.events if e.role == "ahead"}
    shown = {id_ for s in brief.statements for id_ in s.claims} | {id_ for a in brief.ahead for id_ in a.claims}
    shown |= {id_ for id_, event in brief.claim_event.items() if event in coming}
    once: dict[tuple[str, int, int], Claim] = {}
    for claim in brief.claims:
        if claim.kind in OPINIONS and claim.id not in shown and claim.report in found.reports:
            once.setdefault((claim.report, claim.span.start, claim.span.end), claim)
    spans: dict[str, list[Span]] = defaultdict(list)
    for claim in once.values():
        spans[claim.report].append(claim.span)
    whole = (c for c in once.values() if not any(s != c.span and s.covers(c.span) for s in spans[c.report]))
    return tuple(_opinion(claim, found) for claim in whole)


def _opinion(claim: Claim, found: Index) -> Opinion:
    words = found.word(claim)
    return Opinion(words.via[-1] if words.via else words.outlet, found.wording.kind[claim.kind], words)


def _checks(found: Index) -> tuple[Checked, ...]:
    ordered = sorted(found.brief.checks, key=lambda c: VERDICTS[c.verdict])
    return tuple(
        Checked(c.verdict, found.wording.verdict[c.verdict], c.explain, found.words(c.claims)) for c in ordered
    )
