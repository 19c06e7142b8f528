"""Brief -> Sheet: what a reader reads, in which order, in which words. Formats only lay it out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from crosswire.brief.copies import copied, shared
from crosswire.brief.evidence import who
from crosswire.brief.graph import graph_of
from crosswire.brief.graph_svg import as_svg
from crosswire.brief.index import Index, index
from crosswire.brief.lines import counting, independent, lines, names
from crosswire.brief.moments import moment
from crosswire.brief.phrase import location
from crosswire.brief.provenance import roots, rows
from crosswire.brief.sheet import Checked, Evidence, Note, Opinion, Saying, Sheet, Story
from crosswire.brief.wording import Wording, listed, past
from crosswire.model import Ahead, Brief, Claim, Event, Role, Span, Statement

PICTURED = 60  # reports; a picture of more helps nobody, and `crosswire origins` draws it for who wants it
OPINIONS = ("assessment", "expectation")
VERDICTS = {"inconsistent": 0, "consistent": 1, "unchecked": 2}
ROLE = re.compile(r" \([^)]*\)")


def compose(brief: Brief, wording: Wording, pictured: bool = True) -> Sheet:
    """Everything a page shows; `pictured`: with the drawing of who rests on whom."""
    found = index(brief, wording)
    main = [e for e in brief.events if e.role == "main"]
    stories = tuple(_story(event, found) for event in main)
    return Sheet(
        version=brief.version,
        stories=stories,
        sayings=_sayings((s for s in brief.statements if s.event not in {e.id for e in main}), found),
        reactions=_notes("reaction", found),
        background=_notes("background", found),
        ahead=_ahead(found),
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
    return Story(
        title=event.title,
        when=moment(event.when) if event.when else "",
        where=location(event.where, found.wording) if event.where else "",
        outlets=found.outlets(event.reports),
        reports=len(event.reports),
        copies=len(copied(found.brief) & set(event.reports)),
        origins=names(origins, found),
        lines=lines(facts, found),
        sayings=_sayings((s for s in found.brief.statements if s.event == event.id), found),
        why=event.why,
    )


def _sayings(statements: Iterable[Statement], found: Index) -> tuple[Saying, ...]:
    """Statements in their order, condemnations and the like before what was only said.

    Those of several speakers that rest on the same words become one line; who only passes on what somebody else said
    ("the North said that ..., KCNA reported") has none.
    """
    joint: dict[tuple[str, tuple[str, ...]], list[Statement]] = {}
    for statement in (kept for s in statements if (kept := _own(s, found)).claims):
        joint.setdefault((statement.act, statement.claims), []).append(statement)
    groups = sorted(joint.values(), key=lambda group: group[0].act in found.wording.plain)
    return tuple(_saying(group, found) for group in groups)


def _own(statement: Statement, found: Index) -> Statement:
    """The statement without the words that only tell what somebody else said."""
    own = (id_ for id_ in statement.claims if id_ not in found.passed_on)
    return replace(statement, claims=tuple(own))


def _saying(group: list[Statement], found: Index) -> Saying:
    first = group[0]
    speakers = listed(list(dict.fromkeys(who(s.speaker) for s in group)))
    claims = [found.claims[id_] for id_ in first.claims if id_ in found.claims]
    event = found.events.get(first.event or "")
    return Saying(
        who=speakers,
        act=past(first.act, found.wording),
        about=event.title if event is not None and event.role != "main" else "",
        opinion=bool(claims) and all(c.kind == "assessment" for c in claims),
        disputed=first.standing == "disputed",
        evidence=tuple(_uncredited(e, speakers, first.act) for e in found.words(first.claims)),
    )


def _uncredited(item: Evidence, speakers: str, act: str) -> Evidence:
    """Without "citing" those whose words the line already says they are, or "denied" where it says that they denied."""
    if not item.via or _bare(item.via[-1]) != _bare(speakers):
        return item
    return replace(item, via=item.via[:-1], stance="states" if act == "deny" else item.stance)


def _bare(name: str) -> str:
    """A name, or several, without the roles behind them, which not every report gives."""
    return ROLE.sub("", name)


def _notes(role: Role, found: Index) -> tuple[Note, ...]:
    events = [e for e in found.brief.events if e.role == role]
    return tuple(_note(event, found) for event in sorted(events, key=_latest_first))


def _latest_first(event: Event) -> float:
    at = event.when and (event.when.start or event.when.end)
    return -at.timestamp() if at else float("inf")


def _note(event: Event, found: Index) -> Note:
    facts = lines(found.facts.get(event.id, ()), found)
    standings = {f.standing for f in facts}
    label = next((found.wording.standing[s] for s in ("disputed", "withdrawn", "corroborated") if s in standings), "")
    told = (c.id for c in found.told.get(event.id, ()))
    return Note(moment(event.when) if event.when else "", event.title, label, found.words(told), facts, event.id)


def _ahead(found: Index) -> tuple[Note, ...]:
    """What is expected, then coming events that it does not already tell of."""
    expected: list[Note] = []
    shown: dict[int, list[Span]] = defaultdict(list)
    for note in (_expected(a, found) for a in found.brief.ahead):
        if note.what or not any(span.overlaps(old) for report, span in _spans(note) for old in shown[report]):
            expected.append(note)
        for report, span in _spans(note):
            shown[report].append(span)
    told = {found.brief.claim_event.get(id_) for a in found.brief.ahead for id_ in a.claims}
    events = [e for e in found.brief.events if e.role == "ahead" and e.id not in told]
    return (*expected, *(_note(e, found) for e in events))


def _expected(ahead: Ahead, found: Index) -> Note:
    """What is expected; where that is only a report's own words, they stand as its words and not as ours."""
    own = any(found.claims[id_].span.exact.split() == ahead.what.split() for id_ in ahead.claims if id_ in found.claims)
    return Note(moment(ahead.when) if ahead.when else "", "" if own else ahead.what, "", found.words(ahead.claims))


def _spans(note: Note) -> list[tuple[int, Span]]:
    """Where the words of a note stand: the report's number and the span."""
    return [(item.report, span) for item in note.evidence for span in item.around]


def _opinions(found: Index) -> tuple[Opinion, ...]:
    """Assessments and forecasts that no statement and nothing ahead shows yet, each place in a report once.

    Of words within others ("aims to consolidate its power" in a sentence that forecasts) the whole is shown.
    """
    brief = found.brief
    shown = {id_ for s in brief.statements for id_ in s.claims} | {id_ for a in brief.ahead for id_ in a.claims}
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
