"""Brief -> Sheet: what a reader reads, in which order, in which words. Formats only lay it out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from crosswire.brief.copies import copied, shared
from crosswire.brief.evidence import who
from crosswire.brief.graph import graph_of
from crosswire.brief.graph_svg import as_svg
from crosswire.brief.index import Index, index
from crosswire.brief.lines import OPINIONS, counting, independent, lines, most_precise, names
from crosswire.brief.moments import moment
from crosswire.brief.phrase import location
from crosswire.brief.provenance import roots, rows
from crosswire.brief.sheet import Checked, Evidence, Note, Opinion, Saying, Sheet, Story
from crosswire.brief.wording import Wording, listed, not_done, past
from crosswire.model import Ahead, Brief, Claim, Event, Place, Role, Span, Statement, Time

PICTURED = 60  # reports; a picture of more helps nobody, and `crosswire origins` draws it for who wants it
VERDICTS = {"inconsistent": 0, "consistent": 1, "unchecked": 2}
ROLE = re.compile(r" \([^)]*\)")
AWAY = ("from", "to", "toward", "towards", "against", "by", "with")  # where somebody came from or was bound
PASSED = "the day is past"


def compose(brief: Brief, wording: Wording, pictured: bool = True, at: datetime | None = None) -> Sheet:
    """Everything a page shows; `pictured`: with the drawing of who rests on whom.

    `at` is when it is read, for telling what is still to come; where it is not given, when the last report came out.
    """
    found = index(brief, wording)
    main = [e for e in brief.events if e.role == "main"]
    stories = tuple(_story(event, found) for event in main)
    return Sheet(
        version=brief.version,
        stories=stories,
        sayings=_sayings((s for s in brief.statements if _home(s, found) not in {e.id for e in main}), found),
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
        sayings=_sayings((s for s in found.brief.statements if _home(s, found) == event.id), found),
        why=event.why,
    )


def _home(statement: Statement, found: Index) -> str | None:
    """The event that a statement is shown with: its own where that is listed, else the main one."""
    event = found.events.get(statement.event or "")
    if event is None or event.shown:
        return statement.event
    return next((e.id for e in found.brief.events if e.role == "main"), None)


def _sayings(statements: Iterable[Statement], found: Index) -> tuple[Saying, ...]:
    """Statements: condemnations and the like before what was only said, what more reports tell before the rest.

    Those of several speakers that rest on the same words become one line; who only passes on what somebody else said
    ("the North said that ..., KCNA reported") has none.
    """
    joint: dict[tuple[str, bool, tuple[str, ...]], list[Statement]] = {}
    for undone, statement in (half for s in statements for half in _halves(s, found)):
        joint.setdefault((statement.act, undone, statement.claims), []).append(statement)

    def rank(item: tuple[tuple[str, bool, tuple[str, ...]], list[Statement]]) -> tuple[bool, int]:
        act, _, claims = item[0]
        return act in found.wording.plain, -len({found.claims[id_].report for id_ in claims if id_ in found.claims})

    return tuple(_saying(group, key[1], found) for key, group in sorted(joint.items(), key=rank))


def _halves(statement: Statement, found: Index) -> Iterator[tuple[bool, Statement]]:
    """What was done and, apart from it, what was not; without the words that only tell what somebody else said.

    "Could not confirm" and "did not commit to" are acts under a negation. Of what was merely said the doubt is about
    the words ("questioned whether"), and the evidence says so.
    """
    own = [id_ for id_ in statement.claims if id_ not in found.passed_on]
    doubted = set() if statement.act in found.wording.plain else {i for i in own if _doubts(i, found)}
    for undone in (False, True):
        half = tuple(id_ for id_ in own if (id_ in doubted) is undone)
        if half:
            yield undone, replace(statement, claims=half)


def _doubts(id_: str, found: Index) -> bool:
    return id_ in found.claims and found.claims[id_].stance == "doubts"


def _saying(group: list[Statement], undone: bool, found: Index) -> Saying:
    first = group[0]
    speakers = listed(list(dict.fromkeys(who(s.speaker) for s in group)))
    claims = [found.claims[id_] for id_ in first.claims if id_ in found.claims]
    event = found.events.get(_home(first, found) or "")
    called = {_bare(speakers), *(_bare(who(c.speakers[-1])) for c in claims if not c.speakers[-1].members)}
    return Saying(
        who=speakers,
        act=not_done(first.act) if undone else past(first.act, found.wording),
        about=event.title if event is not None and event.role != "main" and event.naming == "title" else "",
        held="" if undone else _held(claims, found.told.get(first.event or "", ())),
        disputed=first.standing == "disputed",
        evidence=tuple(_uncredited(e, called, undone or first.act == "deny") for e in found.words(first.claims)),
    )


def _held(claims: Sequence[Claim], about: Iterable[Claim]) -> str:
    """How an act's words are to be taken: those that answer a question "likely" are no opinion of it."""
    if not claims or any(c.kind != "assessment" for c in claims):
        return ""
    answers = [c for c in about if c.attribute and c.stance == "doubts"]
    answered = any(c.report == own.report and own.span.covers(c.span) for own in claims for c in answers)
    return "with reserve" if answered else "an opinion"


def _uncredited(item: Evidence, called: Collection[str], told: bool) -> Evidence:
    """Without "citing" those whose words the line already says they are, or the denial or doubt that it `told`;
    `called`: every name that the speaker goes by."""
    if not item.via or _bare(item.via[-1]) not in called:
        return item
    return replace(item, via=item.via[:-1], stance="states" if told else item.stance)


def _bare(name: str) -> str:
    """A name, or several, without the roles behind them, which not every report gives."""
    return ROLE.sub("", name)


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
    events = [e for e in found.brief.events if e.role == "ahead" and e.id not in told and e.naming != "nothing"]
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
